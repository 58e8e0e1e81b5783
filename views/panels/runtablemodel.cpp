// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/runtablemodel.h"

#include "model/run/runrecord.h"
#include "views/panels/chips.h"
#include "views/panels/inspector/fieldtext.h"
#include "views/panels/runfacts.h"

#include <QIcon>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QIcon stateIcon(TaskState state, const Theme &theme)
{
    constexpr int side = 10;
    QPixmap pixmap(side * 2, side * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.stateColor(state));
    painter.drawRoundedRect(QRectF(0, 0, side, side), 3, 3);
    return pixmap;
}

bool isNumber(int column)
{
    return column == RunTableModel::AttemptColumn || column == RunTableModel::ElapsedColumn ||
           column == RunTableModel::TokensColumn || column == RunTableModel::EvidenceColumn;
}

} // namespace

RunTableModel::RunTableModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

const RunPlan &RunTableModel::plan() const
{
    return planOf(m_record->plan(), m_record->state());
}

void RunTableModel::setRecord(RunRecord *record)
{
    beginResetModel();
    forget();
    m_runTime = 0;
    m_record = record;
    m_rows = record ? int(record->state().tasks.size()) : 0;
    endResetModel();
}

bool RunTableModel::fitRows()
{
    // A fix phase or a further round of a repeat brings rows; going back before it takes them away.
    const int now = int(m_record->state().tasks.size());
    if (now == m_rows)
        return false;
    beginResetModel();
    m_rows = now;
    endResetModel();
    return true;
}

void RunTableModel::follow(const QList<Event> &events)
{
    forget();
    if (!m_record || fitRows())
        return;
    QSet<int> rows;
    for (const Event &event : events) {
        if (const int row = rowOf(event.subject); row >= 0)
            rows.insert(row);
    }
    for (int row : rows)
        emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RunTableModel::followJump()
{
    forget();
    m_runTime = 0;
    if (m_record && !fitRows() && m_rows > 0)
        emit dataChanged(index(0, 0), index(m_rows - 1, ColumnCount - 1));
}

int RunTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

int RunTableModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

int RunTableModel::rowOf(const QString &id) const
{
    const int row = m_record ? plan().indexOfTask(id) : -1;
    return row < m_rows ? row : -1;
}

qint64 RunTableModel::now() const
{
    return qMax(m_runTime, m_record->state().now);
}

/// With what it waits for, where its state does not say all.
QString RunTableModel::stateText(int row) const
{
    const RunState &state = m_record->state();
    if (!m_subStates)
        m_subStates.emplace(plan(), state);
    const QString words = m_subStates->of(row).words(now());
    const QString name = nameOf(state.tasks.at(row).state);
    return words.isEmpty() ? name : u"%1 · %2"_s.arg(name, words);
}

QString RunTableModel::text(int row, int column) const
{
    const PlanTask &task = plan().tasks.at(row);
    const TaskRun &run = m_record->state().tasks.at(row);
    switch (column) {
    case TaskColumn: {
        const QString title = task.task->displayTitle();
        return task.round > 1 ? title + u" #"_s + QString::number(task.round) : title;
    }
    case PersonaColumn:
        return task.persona.isEmpty() ? QString() : u'@' + task.persona;
    case StateColumn:
        return stateText(row);
    case AttemptColumn:
        return run.attempt ? QString::number(run.attempt) : QString();
    case ElapsedColumn:
        return run.startedAt ? RunFacts::durationText(workedFor(run, now())) : QString();
    case TokensColumn: {
        const std::optional<qint64> planned = RunFacts::plannedTokens(plan(), row);
        if (run.usage.total() == 0 && !planned)
            return {};
        const QString used = FieldText::shortened(run.usage.total());
        return planned ? tr("%1 of %2", "tokens used, planned").arg(used, FieldText::shortened(*planned))
                       : used;
    }
    case OutcomeColumn: {
        const QString outcome = RunFacts::outcomeText(plan(), m_record->state(), row);
        if (run.problems.isEmpty())
            return outcome;
        const QString problems = tr("%n problem(s) with its answer", nullptr, int(run.problems.size()));
        return outcome.isEmpty() ? problems : u"%1 · %2"_s.arg(outcome, problems);
    }
    case EvidenceColumn:
        return run.evidence.isEmpty() ? QString() : QString::number(run.evidence.size());
    }
    return {};
}

QVariant RunTableModel::sortKey(int row, int column) const
{
    const TaskRun &run = m_record->state().tasks.at(row);
    switch (column) {
    case StateColumn:
        return int(run.state);
    case AttemptColumn:
        return run.attempt;
    case ElapsedColumn:
        return workedFor(run, now());
    case TokensColumn:
        return run.usage.total();
    case EvidenceColumn:
        return int(run.evidence.size());
    default:
        return text(row, column);
    }
}

QVariant RunTableModel::data(const QModelIndex &index, int role) const
{
    const int row = index.row();
    if (!m_record || row >= m_record->state().tasks.size())
        return {};
    const TaskRun &run = m_record->state().tasks.at(row);
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::DecorationRole:
        return index.column() == StateColumn ? QVariant(stateIcon(run.state, m_theme)) : QVariant();
    case Qt::ForegroundRole: {
        if (index.column() == StateColumn)
            return m_theme.stateInk(run.state);
        if (index.column() == TokensColumn) {
            const std::optional<qint64> planned = RunFacts::plannedTokens(plan(), row);
            if (planned && run.usage.total() > *planned)
                return m_theme.stateInk(TaskState::Failed);
        }
        return index.column() == TaskColumn ? m_theme.palette().ink : m_theme.palette().mute;
    }
    case Qt::TextAlignmentRole:
        return int((isNumber(index.column()) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        if (index.column() == OutcomeColumn && !run.problems.isEmpty())
            return plainTip(run.problems.join(u'\n'));
        return plainTip(index.column() == OutcomeColumn || run.reason.isEmpty() ? text(row, index.column()) : run.reason);
    case SortRole:
        return sortKey(row, index.column());
    case IdRole:
        return plan().tasks.at(row).id;
    default:
        return {};
    }
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TaskColumn:
        return tr("Task");
    case PersonaColumn:
        return tr("Persona");
    case StateColumn:
        return tr("State");
    case AttemptColumn:
        return tr("Attempt");
    case ElapsedColumn:
        return tr("Time");
    case TokensColumn:
        return tr("Tokens");
    case OutcomeColumn:
        return tr("Outcome");
    case EvidenceColumn:
        return tr("Evidence");
    }
    return {};
}

} // namespace baton
