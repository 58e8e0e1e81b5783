// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/evidencemodel.h"

#include "model/run/attachment.h"
#include "model/run/gatecheck.h"
#include "views/panels/chips.h"
#include "views/panels/runfacts.h"

#include <QFont>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype mostFilesTold = 20; ///< In a tooltip.

std::optional<Criterion> criterionOf(int column)
{
    switch (column) {
    case EvidenceModel::CompleteColumn: return Criterion::Complete;
    case EvidenceModel::EvidenceColumn: return Criterion::Evidence;
    case EvidenceModel::ApprovedColumn: return Criterion::Approved;
    case EvidenceModel::SignedOffColumn: return Criterion::SignedOff;
    default: return std::nullopt;
    }
}

QString shortHash(const QString &sha256)
{
    return u"sha256 "_s + sha256.first(qMin(sha256.size(), qsizetype(12)));
}

} // namespace

QStringList promisesOf(const Task &task)
{
    QStringList promises = task.deliverables + task.evidence;
    promises.removeDuplicates();
    return promises;
}

EvidenceModel::EvidenceModel(Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_theme(theme)
{
}

int EvidenceModel::add(QList<Row> &rows, Row row)
{
    const int index = int(rows.size());
    if (row.parent >= 0) {
        row.place = int(rows.at(row.parent).children.size());
        rows[row.parent].children.append(index);
    }
    rows.append(row);
    return index;
}

void EvidenceModel::addTask(QList<Row> &rows, const RunPlan &plan, int parent, int gate, int task)
{
    const int row = add(rows, {.parent = parent, .gate = gate, .task = task});
    const qsizetype promises = promisesOf(*plan.tasks.at(task).task).size();
    for (int promise = 0; promise < promises; ++promise)
        add(rows, {.parent = row, .gate = gate, .task = task, .promise = promise});
}

QList<EvidenceModel::Row> EvidenceModel::rowsOf(const RunPlan &plan, const RunState &state)
{
    QList<Row> rows;
    QList<bool> isSpokenFor(plan.tasks.size(), false);
    for (int gate = 0; gate < plan.gates.size(); ++gate) {
        const int head = add(rows, {.gate = gate});
        for (int task : fullScope(plan, state, gate)) {
            isSpokenFor[task] = true;
            addTask(rows, plan, head, gate, task);
        }
    }
    int head = -1;
    for (int task = 0; task < plan.tasks.size(); ++task) {
        if (isSpokenFor.at(task) || plan.tasks.at(task).superseded)
            continue;
        if (head < 0)
            head = add(rows, {});
        addTask(rows, plan, head, -1, task);
    }
    return rows;
}

void EvidenceModel::read(const RunPlan *plan, const RunState *state)
{
    const bool sound = plan && state && plan->tasks.size() == state->tasks.size();
    QList<Row> rows = sound ? rowsOf(*plan, *state) : QList<Row>();
    const bool isSame = rows == m_rows;
    if (!isSame)
        beginResetModel();
    m_plan = sound ? plan : nullptr;
    m_state = sound ? state : nullptr;
    if (isSame) {
        // Cells are read when they are painted: whoever shows them paints anew.
        if (!m_roots.isEmpty())
            emit dataChanged(index(0, 0), index(int(m_roots.size()) - 1, ColumnCount - 1));
        return;
    }
    m_rows = std::move(rows);
    m_roots.clear();
    for (int row = 0; row < m_rows.size(); ++row) {
        if (m_rows.at(row).parent < 0) {
            m_rows[row].place = int(m_roots.size());
            m_roots.append(row);
        }
    }
    endResetModel();
}

QModelIndex EvidenceModel::index(int row, int column, const QModelIndex &parent) const
{
    const QList<int> &children = parent.isValid() ? m_rows.at(qsizetype(parent.internalId())).children : m_roots;
    return row >= 0 && row < children.size() && column >= 0 && column < ColumnCount
               ? createIndex(row, column, quintptr(children.at(row)))
               : QModelIndex();
}

QModelIndex EvidenceModel::parent(const QModelIndex &index) const
{
    const int parent = index.isValid() ? m_rows.at(qsizetype(index.internalId())).parent : -1;
    return parent < 0 ? QModelIndex() : createIndex(m_rows.at(parent).place, 0, quintptr(parent));
}

int EvidenceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_roots.size());
    return parent.column() == 0 ? int(m_rows.at(qsizetype(parent.internalId())).children.size()) : 0;
}

int EvidenceModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString EvidenceModel::promiseOf(const Row &row) const
{
    return promisesOf(*m_plan->tasks.at(row.task).task).value(row.promise);
}

QList<VerifiedFile> EvidenceModel::filesOf(const Row &row) const
{
    return verifiedFor(m_state->tasks.at(row.task), promiseOf(row));
}

QString EvidenceModel::nameOfRow(const Row &row) const
{
    if (row.promise >= 0)
        return promiseOf(row);
    if (row.task >= 0) {
        const PlanTask &task = m_plan->tasks.at(row.task);
        return task.round > 1 ? tr("%1 #%2").arg(task.task->displayTitle()).arg(task.round) : task.task->displayTitle();
    }
    return row.gate >= 0 ? m_plan->gates.at(row.gate).gate->displayTitle() : tr("Behind no gate");
}

EvidenceModel::Cell EvidenceModel::gateCell(const Row &row, int column) const
{
    const std::optional<Criterion> criterion = criterionOf(column);
    if (row.gate < 0 || (!criterion && column != ProofColumn))
        return {};
    const GateRun &run = m_state->gates.at(row.gate);
    if (!criterion) {
        const std::optional<bool> holds = run.state == GateState::Passed   ? std::optional(true)
                                          : run.state == GateState::Failed ? std::optional(false)
                                                                           : std::nullopt;
        return {nameOf(run.state), holds};
    }
    for (const CriterionResult &result : RunFacts::criteria(*m_plan, *m_state, row.gate)) {
        if (valueOf<Criterion>(result.criterion) != criterion)
            continue;
        const bool isDecided = run.state == GateState::Passed || run.state == GateState::Failed;
        return {result.saw.isEmpty() ? result.criterion : result.saw,
                result.holds || isDecided ? std::optional(result.holds) : std::nullopt};
    }
    return {};
}

EvidenceModel::Cell EvidenceModel::taskCell(const Row &row, int column) const
{
    const PlanTask &planned = m_plan->tasks.at(row.task);
    const TaskRun &run = m_state->tasks.at(row.task);
    switch (column) {
    case CompleteColumn: {
        const bool isGood = run.state == TaskState::Complete || run.state == TaskState::Skipped;
        return {nameOf(run.state), isGood                              ? std::optional(true)
                                   : run.state == TaskState::Failed ? std::optional(false)
                                                                    : std::nullopt};
    }
    case EvidenceColumn: {
        const auto promises = int(promisesOf(*planned.task).size());
        if (promises == 0)
            return {tr("promises no file")};
        if (planned.isSimulated && run.evidence.isEmpty() && run.state == TaskState::Complete)
            return {tr("simulated")};
        const bool isVerified = run.state == TaskState::Complete && !run.evidence.isEmpty();
        return {tr("%n verified file(s)", nullptr, int(run.evidence.size())), isVerified ? std::optional(true) : std::nullopt};
    }
    case ApprovedColumn:
        return run.verdict ? Cell{RunFacts::verdictText(run), run.verdict->approved}
                           : Cell{planned.isValidation ? tr("no verdict yet") : QString()};
    case SignedOffColumn: {
        const bool signs = row.gate >= 0 && m_plan->gates.at(row.gate).gate->signOff.contains(planned.persona);
        return signs && run.verdict ? Cell{u'@' + planned.persona, run.verdict->approved}
                                    : Cell{signs ? u'@' + planned.persona : QString()};
    }
    case ProofColumn:
        return {run.reason};
    default:
        return {};
    }
}

EvidenceModel::Cell EvidenceModel::fileCell(const Row &row, int column) const
{
    if (column != EvidenceColumn && column != ProofColumn)
        return {};
    const QList<VerifiedFile> files = filesOf(row);
    const TaskState state = m_state->tasks.at(row.task).state;
    if (files.isEmpty()) {
        if (column != EvidenceColumn)
            return {};
        return state == TaskState::Failed ? Cell{tr("not verified"), false} : Cell{tr("not yet"), std::nullopt};
    }
    qint64 bytes = 0;
    for (const VerifiedFile &file : files)
        bytes += file.bytes;
    const QString size = QLocale().formattedDataSize(bytes);
    if (column == EvidenceColumn)
        return {files.size() == 1 ? size : tr("%n file(s), %1", nullptr, int(files.size())).arg(size), true};
    return {files.size() == 1 ? shortHash(files.first().sha256) : QString()};
}

EvidenceModel::Cell EvidenceModel::cell(const Row &row, int column) const
{
    return row.promise >= 0 ? fileCell(row, column) : row.task >= 0 ? taskCell(row, column) : gateCell(row, column);
}

QVariant EvidenceModel::data(const QModelIndex &index, int role) const
{
    if (!m_plan || !index.isValid())
        return {};
    const Row &row = m_rows.at(qsizetype(index.internalId()));
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: {
        if (column == NameColumn)
            return nameOfRow(row);
        const Cell shown = cell(row, column);
        if (shown.text.isEmpty() || !shown.holds)
            return shown.text;
        return QString((*shown.holds ? u"✓ "_s : u"✗ "_s) + shown.text);
    }
    case Qt::ForegroundRole: {
        if (column == NameColumn)
            return row.promise >= 0 ? m_theme.palette().mute : m_theme.palette().ink;
        const std::optional<bool> holds = cell(row, column).holds;
        return !holds ? m_theme.palette().mute : m_theme.stateInk(*holds ? TaskState::Complete : TaskState::Failed);
    }
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return row.task < 0 && column == NameColumn ? QVariant(font) : QVariant();
    }
    case Qt::ToolTipRole: {
        if (row.promise < 0)
            return plainTip(cell(row, column).text);
        QStringList lines{promiseOf(row)};
        const QList<VerifiedFile> files = filesOf(row);
        for (const VerifiedFile &file : files.first(qMin(files.size(), mostFilesTold)))
            lines += tr("%1, %2 bytes, sha256 %3").arg(file.path).arg(file.bytes).arg(file.sha256);
        return plainTip(lines.join(u'\n'));
    }
    case IdRole:
        return row.task >= 0 ? m_plan->tasks.at(row.task).id : row.gate >= 0 ? m_plan->gates.at(row.gate).id : QString();
    case FileRole:
        return row.promise >= 0 ? filesOf(row).value(0).path : QString();
    default:
        return {};
    }
}

QVariant EvidenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn: return tr("Gate, task, file");
    case CompleteColumn: return tr("Complete");
    case EvidenceColumn: return tr("Evidence");
    case ApprovedColumn: return tr("Approved");
    case SignedOffColumn: return tr("Signed off");
    case ProofColumn: return tr("Proof");
    }
    return {};
}

} // namespace baton
