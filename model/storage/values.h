// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/storage/findings.h"
#include "model/workflow/fields.h"
#include "model/yaml/tree.h"

namespace baton {

/// Readers of one value each, of every type a field can have. What cannot be read is reported and left as it was.

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QString &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QStringList &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, bool &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, qint64 &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, double &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, Duration &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QList<Need> &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, Executor &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, RuleSettings &value);
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QPointF &value);

/// Personas are named with or without an `@`, which is no part of the name; one alone needs no list.
void readPersonas(const yaml::Tree &tree, int node, ReadFindings &findings, QStringList &value);

template <class T>
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, std::optional<T> &value)
{
    T read = value.value_or(T());
    const auto before = findings.count();
    readValue(tree, node, findings, read);
    if (findings.count() == before || tree.isSequence(node))
        value = read;
}

void reportChoice(const yaml::Tree &tree, int node, ReadFindings &findings, const QStringList &names);

template <class E>
    requires std::is_enum_v<E>
void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, E &value)
{
    if (tree.isScalar(node)) {
        const QByteArrayView text = tree.text(node);
        for (const auto &named : EnumNames<E>::values) {
            if (text == named.name) {
                value = named.value;
                return;
            }
        }
    }
    reportChoice(tree, node, findings, namesOf<E>());
}

/// The items of a list that become items of the field's value, in order: what could not be read is not among them.
QList<int> readItems(const yaml::Tree &tree, int list, Field field);

/// The entries of a need that is written as a mapping.
inline constexpr std::array needKeys{"task", "type", "files", "reason", "when"};

} // namespace baton
