// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/findings.h"

#include "model/base/nearest.h"
#include "model/storage/sourcefile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

void ReadFindings::enter(NodeKey subject, int node, const char *list, int position)
{
    m_subject = subject;
    m_node = node;
    m_list = list;
    m_position = position;
    enterField(std::nullopt, "");
}

void ReadFindings::add(const QString &rule, Severity severity, int node, const QString &message, int item)
{
    Problem problem;
    problem.rule = rule;
    problem.severity = severity;
    problem.message = message;
    problem.subjects = {m_subject};
    problem.field = m_field;
    problem.item = item;
    const yaml::Place place = m_tree.place(m_tree.at(node).begin);
    problem.line = place.line;
    problem.column = place.column;
    const int above = m_tree.resolved(m_node);
    const bool isBelow = node >= above && node < m_tree.at(above).next;
    const QString base = m_position < 0 ? QString::fromLatin1(m_list) : u"%1[%2]"_s.arg(QLatin1String(m_list)).arg(m_position);
    problem.path = isBelow ? pathOf(m_tree, node, above, base) : pathOf(m_tree, node);
    m_problems += problem;
}

void ReadFindings::wrongType(int node, const QString &message, int item)
{
    add(u"type"_s, Severity::Error, node, message.contains("%1"_L1) ? message.arg(name()) : message, item);
}

void ReadFindings::unknownKey(int keyNode, const QByteArrayList &known)
{
    constexpr qsizetype longest = 60;
    if (!m_tree.isScalar(keyNode))
        return add(u"unknown-key"_s, Severity::Warning, keyNode, tr("A key that is no text means nothing here. It is kept as it is."));
    const QString key = QString::fromUtf8(m_tree.text(keyNode));
    QStringList candidates;
    for (const QByteArray &name : known)
        candidates += QString::fromLatin1(name);
    const QString shown = key.size() > longest ? key.first(longest) + u'…' : key;
    const QString suggestion = key.size() > longest ? QString() : nearest(key, candidates);
    add(u"unknown-key"_s, Severity::Warning, keyNode,
        suggestion.isEmpty() ? tr("The key “%1” means nothing here. It is kept as it is.").arg(shown)
                             : tr("The key “%1” means nothing here. Did you mean “%2”?").arg(shown, suggestion));
}

QList<Problem> ReadFindings::take()
{
    std::stable_sort(m_problems.begin(), m_problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return std::move(m_problems);
}

} // namespace baton
