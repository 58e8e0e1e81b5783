// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/comparemodel.h"

#include "views/panels/chips.h"
#include "views/panels/inspector/fieldtext.h"
#include "views/panels/runfacts.h"
#include "views/style/contrast.h"

#include <QDateTime>
#include <QFont>

using namespace Qt::StringLiterals;

namespace baton {

CompareModel::CompareModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

void CompareModel::setRuns(const RunOutcome &first, const RunOutcome &second)
{
    beginResetModel();
    m_first = first;
    m_second = second;
    m_steps = compareRuns(first, second);
    endResetModel();
}

QString CompareModel::summary() const
{
    const auto differing = int(std::count_if(m_steps.cbegin(), m_steps.cend(), [](const ComparedStep &step) {
        return step.difference != ComparedStep::Difference::None;
    }));
    const auto run = [](const RunOutcome &outcome) {
        const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(outcome.startedAt), QLocale::ShortFormat);
        return tr("%1 (%2, %3, %4)", "a run: when, state, duration, tokens")
            .arg(time, nameOf(outcome.status), RunFacts::durationText(outcome.milliseconds),
                 RunFacts::tokensText(outcome.tokens, std::nullopt, 0));
    };
    return tr("1: %1   2: %2   %3").arg(run(m_first), run(m_second), tr("%n difference(s)", nullptr, differing));
}

int CompareModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int CompareModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString CompareModel::text(const ComparedStep &step, int column) const
{
    if (column == NameColumn)
        return step.title;
    if (step.isGate) {
        const std::optional<GateState> &gate = column == FirstStateColumn ? step.firstGate : step.secondGate;
        return column > SecondStateColumn ? QString() : gate ? nameOf(*gate) : tr("not there");
    }
    const TaskOutcome &task = isSecond(column) ? step.second : step.first;
    switch (column) {
    case FirstStateColumn:
    case SecondStateColumn:
        return task.isThere ? nameOf(task.state) : tr("not there");
    case FirstTimeColumn:
    case SecondTimeColumn:
        if (task.attempts == 0)
            return {};
        return task.attempts > 1 ? tr("%1, attempt %2").arg(RunFacts::durationText(task.milliseconds)).arg(task.attempts)
                                 : RunFacts::durationText(task.milliseconds);
    case FirstTokensColumn:
    case SecondTokensColumn:
        return task.tokens > 0 ? FieldText::shortened(task.tokens) : QString();
    case FirstVerdictColumn:
    case SecondVerdictColumn:
        if (task.verdict.isEmpty())
            return {};
        return task.issues > 0 ? tr("%1, %n issue(s)", nullptr, task.issues).arg(task.verdict) : task.verdict;
    }
    return {};
}

QVariant CompareModel::data(const QModelIndex &index, int role) const
{
    const ComparedStep &step = m_steps.at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(step, column);
    case Qt::ToolTipRole:
        return plainTip(text(step, column));
    case Qt::ForegroundRole: {
        if (column == FirstStateColumn || column == SecondStateColumn) {
            const std::optional<GateState> &gate = column == FirstStateColumn ? step.firstGate : step.secondGate;
            if (step.isGate)
                return gate ? readable(m_theme.stateColor(*gate), m_theme.palette().panel) : m_theme.palette().mute;
            const TaskOutcome &task = isSecond(column) ? step.second : step.first;
            return task.isThere ? m_theme.stateInk(task.state) : m_theme.palette().mute;
        }
        const int other = column + (isSecond(column) ? -1 : 1);
        const bool differs = column > 0 && text(step, column) != text(step, other);
        return column == NameColumn || differs ? m_theme.palette().ink : m_theme.palette().mute;
    }
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return column == NameColumn && step.difference != ComparedStep::Difference::None ? QVariant(font) : QVariant();
    }
    case IdRole:
        return step.id;
    default:
        return {};
    }
}

QVariant CompareModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Task or gate");
    case FirstStateColumn: return tr("State 1");
    case SecondStateColumn: return tr("State 2");
    case FirstTimeColumn: return tr("Time 1");
    case SecondTimeColumn: return tr("Time 2");
    case FirstTokensColumn: return tr("Tokens 1");
    case SecondTokensColumn: return tr("Tokens 2");
    case FirstVerdictColumn: return tr("Verdict 1");
    case SecondVerdictColumn: return tr("Verdict 2");
    }
    return {};
}

} // namespace baton
