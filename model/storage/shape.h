// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/fields.h"

#include <QByteArrayList>

#include <vector>

namespace baton {

/// The keys of one mapping of the format: a field each, or a mapping of further keys (`budget`). Made from the table
/// of fields, so that reader and writer cannot differ from it.
template <class Owner>
struct Shape
{
    QByteArray key;
    const FieldOf<Owner> *field = nullptr;      ///< Null for a mapping of further keys.
    const FieldOf<Owner> *shortForm = nullptr; ///< What a scalar in place of the mapping means: `timeout: 30m`.
    std::vector<Shape> children;
    QByteArrayList order; ///< The keys of the children, in the order they are written in.

    const Shape *child(QByteArrayView name) const
    {
        for (const Shape &candidate : children) {
            if (candidate.key == name)
                return &candidate;
        }
        return nullptr;
    }
};

/// The shape of a kind of node, keys in the order they are written in.
template <class Owner>
const Shape<Owner> &shapeOf()
{
    static const Shape<Owner> shape = [] {
        Shape<Owner> root;
        for (const FieldOf<Owner> &field : fieldsOf<Owner>()) {
            Shape<Owner> *at = &root;
            if (field.key[0] == '\0')
                continue; // kept in `layout`
            for (const QByteArray &segment : QByteArray(field.key).split('.')) {
                auto *next = const_cast<Shape<Owner> *>(at->child(segment));
                if (!next) {
                    at->order += segment;
                    next = &at->children.emplace_back(Shape<Owner>{segment, nullptr, nullptr, {}, {}});
                }
                if (field.field == Field::TimeoutTotal && segment == "timeout")
                    next->shortForm = &field;
                at = next;
            }
            at->field = &field;
        }
        return root;
    }();
    return shape;
}

/// The keys of a workflow file in the order they are written in.
inline const QByteArrayList &rootOrder()
{
    static const QByteArrayList keys{"baton",  "name",  "description", "profile", "mission", "settings", "personas",
                                     "phases", "tasks", "gates",       "notes",   "layout"};
    return keys;
}

} // namespace baton
