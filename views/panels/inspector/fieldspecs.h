// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/fields.h"
#include "views/panels/inspector/plainrows.h"

#include <QCoreApplication>

namespace baton {

/// How one field appears in the inspector.
struct FieldSpec
{
    enum class Group { Main, Identity, Files, Validation, Limits, Rules };

    Field field;
    QString label;
    Group group = Group::Main;
    bool shared = false; ///< Makes sense for several nodes at once.
    QString hint = {};
};

/// The rows of the inspector, one table a kind.
class FieldSpecs
{
    Q_DECLARE_TR_FUNCTIONS(baton::FieldSpecs)

public:
    static QList<FieldSpec> of(NodeKind kind);
    /// The fields that all these kinds have and that several nodes may share.
    static QList<FieldSpec> sharedBy(const QList<NodeKind> &kinds);
    static QString groupTitle(FieldSpec::Group group);

    /// The row that edits such a field: the shape follows from the type of its value.
    static FieldRow *makeRow(const FieldSpec &spec, NodeKind kind, Document &document, Theme &theme,
                             QWidget *parent);

private:
    static QList<FieldSpec> ofWorkflow();
    static QList<FieldSpec> ofTask();
};

} // namespace baton
