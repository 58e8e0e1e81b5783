// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/problem.h"
#include "model/yaml/tree.h"

#include <QByteArrayList>
#include <QCoreApplication>

namespace baton {

/// What the reader finds wrong, each with its place. Knows which part of the plan is being read.
class ReadFindings
{
    Q_DECLARE_TR_FUNCTIONS(Reader)

public:
    explicit ReadFindings(const yaml::Tree &tree) : m_tree(tree) {}

    /// From now on findings are about the node \a subject, whose mapping is \a node at `list[position]`.
    void enter(NodeKey subject, int node, const char *list = "", int position = -1);
    /// From now on findings are about this field, whose key people know as \a name (a literal).
    void enterField(std::optional<Field> field, const char *name)
    {
        m_field = field;
        m_fieldName = name;
        m_name.clear();
    }
    QString name() const { return m_name.isEmpty() ? QString::fromLatin1(m_fieldName) : m_name; }
    void rename(const QString &name) { m_name = name; } ///< A part of the field, whose name is in the file.
    qsizetype count() const { return m_problems.size(); }

    /// A value of the wrong type. \a message may have %1 for the name of the field.
    void wrongType(int node, const QString &message, int item = -1);
    void unknownKey(int keyNode, const QByteArrayList &known);
    void add(const QString &rule, Severity severity, int node, const QString &message, int item = -1);

    QList<Problem> take(); ///< All, in the order of the file.

private:
    const yaml::Tree &m_tree;
    QList<Problem> m_problems;
    NodeKey m_subject = workflowKey;
    int m_node = yaml::Tree::root;
    const char *m_list = "";
    int m_position = -1;
    std::optional<Field> m_field;
    const char *m_fieldName = "";
    QString m_name;
};

} // namespace baton
