// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/rulemodel.h"

#include <QFont>

namespace baton {

RuleModel::RuleModel(const Workflow &workflow, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workflow(workflow)
{
    refresh();
}

void RuleModel::refresh()
{
    m_asides.clear();
    for (const auto &slot : m_workflow.contents().tasks) {
        for (auto it = slot.node->rules.cbegin(); it != slot.node->rules.cend(); ++it) {
            if (it->severity == Severity::Off)
                m_asides[it.key()].append({slot.key, it->reason});
        }
    }
    emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString RuleModel::severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("error");
    case Severity::Warning:
        return tr("warning");
    case Severity::Info:
        return tr("info");
    case Severity::Off:
        break;
    }
    return tr("off");
}

int RuleModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ruleInfos().size());
}

int RuleModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant RuleModel::data(const QModelIndex &index, int role) const
{
    const RuleInfo &rule = ruleInfos().at(index.row());
    const RuleSeverity now = severityOf(rule, m_workflow.info());
    if (role == Qt::ToolTipRole)
        return rule.why;
    if (role == Qt::FontRole && index.column() == HereColumn && now.origin == SeverityOrigin::File) {
        QFont font;
        font.setBold(true);
        return font;
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case TitleColumn:
        return rule.title;
    case IdColumn:
        return rule.id;
    case DefaultColumn:
        return severityWord(rule.severity(m_workflow.info().profile));
    case HereColumn:
        return severityWord(now.severity);
    case OriginColumn:
        return now.origin == SeverityOrigin::Locked ? tr("always")
               : now.origin == SeverityOrigin::File ? tr("this plan")
                                                    : tr("the profile");
    case AsideColumn:
        if (const qsizetype count = m_asides.value(rule.id).size(); count > 0)
            return count;
        return {};
    }
    return {};
}

QVariant RuleModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("What it finds");
    case IdColumn:
        return tr("Rule");
    case DefaultColumn:
        return tr("Default");
    case HereColumn:
        return tr("Here");
    case OriginColumn:
        return tr("Set by");
    case AsideColumn:
        return tr("Set aside");
    }
    return {};
}

} // namespace baton
