// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/problemmodel.h"

#include "views/panels/chips.h"

#include <QIcon>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr quintptr isGroup = 0; ///< Internal id of a head; a problem's is its group's.

QString asideKey()
{
    return u"set aside"_s; // No rule, severity or node is called that.
}

QString identity(const SuppressedProblem &row)
{
    return row.problem.rule + u' ' + row.problem.message;
}

/// The same thing to a reader, though its severity, fixes or line may be others.
bool isSame(const SuppressedProblem &a, const SuppressedProblem &b)
{
    return a.problem.message == b.problem.message && a.problem.rule == b.problem.rule;
}

} // namespace

QIcon severityIcon(Severity severity, const Palette &colors)
{
    constexpr int side = 16;
    QPixmap pixmap(side * 2, side * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QFont font = painter.font();
    font.setPixelSize(10);
    font.setBold(true);
    painter.setFont(font);
    const QRectF box(1.5, 1.5, 13, 13);
    if (severity == Severity::Error) {
        painter.setBrush(colors.failed);
        painter.drawEllipse(box);
        painter.setPen(Theme::inkOn(colors.failed));
        painter.drawText(box, Qt::AlignCenter, u"!"_s);
    } else if (severity == Severity::Warning) {
        painter.setBrush(colors.blocked);
        painter.drawPolygon(QPolygonF{{8, 1.5}, {15, 14.5}, {1, 14.5}});
        painter.setPen(Theme::inkOn(colors.blocked));
        painter.drawText(box.translated(0, 1.5), Qt::AlignCenter, u"!"_s);
    } else {
        painter.setPen(QPen(colors.mute, 1.4));
        painter.drawEllipse(box);
        painter.drawText(box, Qt::AlignCenter, u"i"_s);
    }
    return pixmap;
}

ProblemModel::ProblemModel(const Contents &contents, Theme &theme, QObject *parent)
    : QAbstractItemModel(parent)
    , m_contents(contents)
    , m_theme(theme)
{
}

QString ProblemModel::placeOf(const Contents &contents, const Problem &problem)
{
    if (!problem.subjects.isEmpty() && problem.subjects.first() != workflowKey)
        return contents.titleOf(problem.subjects.first());
    return problem.path.isEmpty() ? tr("Workflow") : problem.path;
}

QString ProblemModel::severityWord(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("Errors");
    case Severity::Warning:
        return tr("Warnings");
    case Severity::Info:
        return tr("Infos");
    case Severity::Off:
        break;
    }
    return {};
}

QList<ProblemModel::Group> ProblemModel::grouped(QList<Problem> problems, Grouping grouping)
{
    QList<Group> groups;
    QHash<QString, qsizetype> positions;
    const auto keyOf = [grouping](const Problem &problem) {
        switch (grouping) {
        case Grouping::BySeverity:
            return nameOf(problem.severity);
        case Grouping::ByRule:
            return problem.rule;
        case Grouping::ByPlace:
            break;
        }
        return QString::number(problem.subjects.value(0, workflowKey).value());
    };
    const auto isBeside = [grouping](const Problem &a, const Problem &b) {
        switch (grouping) {
        case Grouping::BySeverity:
            return a.severity == b.severity;
        case Grouping::ByRule:
            return a.rule == b.rule;
        case Grouping::ByPlace:
            break;
        }
        return a.subjects.value(0) == b.subjects.value(0);
    };
    qsizetype place = -1;
    for (Problem &problem : problems) {
        // Most problems go where the one before them went; of thousands few need a look-up.
        if (place < 0 || !isBeside(groups.at(place).rows.last().problem, problem)) {
            const QString key = keyOf(problem);
            place = positions.value(key, -1);
            if (place < 0) {
                place = groups.size();
                positions.insert(key, place);
                groups.append({key, problem.severity});
            }
        }
        Group &group = groups[place];
        group.severity = qMax(group.severity, problem.severity);
        group.rows.append({std::move(problem), {}, {}});
    }
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group &a, const Group &b) { return a.severity > b.severity; });
    return groups;
}

void ProblemModel::setProblems(QList<Problem> problems, const QList<SuppressedProblem> &aside, Grouping grouping)
{
    QList<Group> groups = grouped(std::move(problems), grouping);
    if (!aside.isEmpty())
        groups.append({asideKey(), Severity::Off, aside});
    if (grouping == m_grouping && takeGroups(groups))
        return;
    beginResetModel();
    m_groups = groups;
    m_grouping = grouping;
    for (Group &group : m_groups)
        group.id = m_nextId++;
    numberGroups();
    endResetModel();
}

/// Takes out groups that are gone, puts in new ones, and brings the others up to date. False, with nothing lost, where
/// they are in another order.
bool ProblemModel::takeGroups(const QList<Group> &groups)
{
    QHash<QString, qsizetype> wanted;
    for (qsizetype i = 0; i < groups.size(); ++i)
        wanted.insert(groups.at(i).key, i);
    qsizetype last = -1;
    for (const Group &group : std::as_const(m_groups)) {
        const qsizetype place = wanted.value(group.key, last);
        if (place < last || (place == last && wanted.contains(group.key)))
            return false;
        last = place;
    }
    for (qsizetype end = m_groups.size(); end > 0; --end) {
        if (wanted.contains(m_groups.at(end - 1).key))
            continue;
        qsizetype begin = end - 1;
        while (begin > 0 && !wanted.contains(m_groups.at(begin - 1).key))
            --begin;
        beginRemoveRows({}, int(begin), int(end - 1));
        m_groups.remove(begin, end - begin);
        numberGroups();
        endRemoveRows();
        end = begin + 1;
    }
    for (qsizetype row = 0; row < groups.size(); ++row) {
        qsizetype end = row;
        while (end < groups.size() && (row >= m_groups.size() || groups.at(end).key != m_groups.at(row).key))
            ++end;
        if (end > row) {
            insertGroups(groups, row, end);
            row = end - 1;
            continue;
        }
        m_groups[row].severity = groups.at(row).severity;
        replaceRows(int(row), groups.at(row).rows);
    }
    return true;
}

void ProblemModel::insertGroups(const QList<Group> &groups, qsizetype row, qsizetype end)
{
    beginInsertRows({}, int(row), int(end - 1));
    QList<Group> added = groups.mid(row, end - row);
    for (Group &group : added)
        group.id = m_nextId++;
    m_groups = m_groups.first(row) + added + m_groups.sliced(row);
    numberGroups();
    endInsertRows();
}

void ProblemModel::numberGroups()
{
    m_position.clear();
    m_position.reserve(m_groups.size());
    for (int i = 0; i < m_groups.size(); ++i)
        m_position.insert(m_groups.at(i).id, i);
}

void ProblemModel::replaceRows(int group, const QList<Row> &rows)
{
    QList<Row> &old = m_groups[group].rows;
    const qsizetype before = old.size();
    qsizetype first = 0; // Equal rows at the beginning.
    while (first < old.size() && first < rows.size() && old.at(first) == rows.at(first))
        ++first;
    qsizetype last = 0; // Equal rows at the end.
    while (last < old.size() - first && last < rows.size() - first &&
           old.at(old.size() - 1 - last) == rows.at(rows.size() - 1 - last))
        ++last;
    QSet<QString> kept;
    for (qsizetype i = first; i < rows.size() - last; ++i)
        kept.insert(identity(rows.at(i)));
    // First what is gone goes, run by run from the end; then what is new comes, run by run.
    for (qsizetype end = before - last; end > first;) {
        qsizetype begin = end;
        while (begin > first && !kept.contains(identity(old.at(begin - 1))))
            --begin;
        if (begin < end)
            removeRun(group, begin, end);
        end = begin - 1; // The row before is kept.
    }
    for (qsizetype row = first; row < rows.size(); ++row) {
        if (row < old.size() && isSame(old.at(row), rows.at(row))) {
            if (old.at(row) == rows.at(row))
                continue;
            old[row] = rows.at(row);
            const QModelIndex head = index(group, 0);
            emit dataChanged(index(int(row), 0, head), index(int(row), ColumnCount - 1, head));
            continue;
        }
        qsizetype end = row + 1;
        while (end < rows.size() && (row >= old.size() || !isSame(rows.at(end), old.at(row))))
            ++end;
        if (row < old.size() && end == rows.size())
            removeRun(group, row, old.size()); // Another order: what follows is new altogether.
        insertRun(group, row, rows.mid(row, end - row));
        row = end - 1;
    }
    if (old.size() > rows.size())
        removeRun(group, rows.size(), old.size());
    if (before != old.size())
        emit dataChanged(index(group, 0), index(group, 0));
}

void ProblemModel::removeRun(int group, qsizetype begin, qsizetype end)
{
    beginRemoveRows(index(group, 0), int(begin), int(end - 1));
    m_groups[group].rows.remove(begin, end - begin);
    endRemoveRows();
}

void ProblemModel::insertRun(int group, qsizetype row, const QList<Row> &rows)
{
    beginInsertRows(index(group, 0), int(row), int(row + rows.size() - 1));
    QList<Row> &all = m_groups[group].rows;
    all = all.first(row) + rows + all.sliced(row);
    endInsertRows();
}

const ProblemModel::Row *ProblemModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isGroup)
        return nullptr;
    return &m_groups.at(m_position.value(index.internalId())).rows.at(index.row());
}

const Problem *ProblemModel::problem(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row ? &row->problem : nullptr;
}

const SuppressedProblem *ProblemModel::setAside(const QModelIndex &index) const
{
    const Row *row = rowAt(index);
    return row && !row->where.isNull() ? row : nullptr;
}

QModelIndex ProblemModel::next(const QModelIndex &index, int direction) const
{
    // What is set aside is nobody's next problem.
    const int groups = int(m_groups.size()) - (!m_groups.isEmpty() && m_groups.last().key == asideKey() ? 1 : 0);
    if (groups == 0)
        return {};
    const auto rowsOf = [this](int group) { return int(m_groups.at(group).rows.size()); };
    const bool isHead = index.isValid() && index.internalId() == isGroup;
    const int now = isHead ? index.row() : index.isValid() ? m_position.value(index.internalId()) : groups;
    const bool isInside = now < groups;
    int group = isInside ? now : direction > 0 ? 0 : groups - 1;
    int row = direction > 0 ? 0 : rowsOf(group) - 1;
    if (isInside)
        row = !isHead ? index.row() + direction : direction > 0 ? 0 : -1;
    if (row < 0 || row >= rowsOf(group)) {
        group = (group + direction + groups) % groups;
        row = direction > 0 ? 0 : rowsOf(group) - 1;
    }
    return this->index(row, 0, this->index(group, 0));
}

void ProblemModel::refreshPlaces()
{
    for (int group = 0; group < m_groups.size(); ++group) {
        const QModelIndex head = index(group, 0);
        emit dataChanged(index(0, PlaceColumn, head), index(rowCount(head) - 1, PlaceColumn, head));
    }
}

QModelIndex ProblemModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_groups.at(parent.row()).id : isGroup);
}

QModelIndex ProblemModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isGroup)
        return {};
    return createIndex(m_position.value(index.internalId()), 0, isGroup);
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != isGroup || parent.column() != 0)
        return 0;
    return int(m_groups.at(parent.row()).rows.size());
}

int ProblemModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ProblemModel::groupData(const Group &group, int column, int role) const
{
    if (column != SentenceColumn)
        return {};
    const QString title = group.severity == Severity::Off          ? tr("Set aside")
                          : m_grouping == Grouping::BySeverity ? severityWord(group.severity)
                          : m_grouping == Grouping::ByRule     ? group.key
                                                               : placeOf(m_contents, group.rows.first().problem);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1 (%2)", "a group of problems, how many").arg(title).arg(group.rows.size());
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return font;
    }
    default:
        return {};
    }
}

QVariant ProblemModel::data(const QModelIndex &index, int role) const
{
    const Row *row = rowAt(index);
    if (!row)
        return groupData(m_groups.at(index.row()), index.column(), role);
    const Problem *found = &row->problem;
    const bool isAside = !row->where.isNull();
    const QString fix = isAside                  ? tr("Check it again")
                        : found->fixes.isEmpty() ? QString()
                                                 : found->fixes.first().title;
    const QString sentence = !isAside                ? found->message
                             : row->reason.isEmpty() ? tr("Set aside without a reason: %1").arg(found->message)
                                                     : tr("Set aside (%1): %2").arg(row->reason, found->message);
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case SentenceColumn:
            return sentence;
        case PlaceColumn:
            return placeOf(m_contents, *found);
        case RuleColumn:
            return found->rule;
        case FixColumn:
            return fix;
        }
        return {};
    case Qt::DecorationRole:
        return index.column() == SentenceColumn
                   ? QVariant(severityIcon(isAside ? Severity::Info : found->severity, m_theme.palette()))
                   : QVariant();
    case Qt::ToolTipRole:
        return plainTip(index.column() == FixColumn ? fix : sentence);
    case Qt::ForegroundRole:
        if (index.column() == FixColumn)
            return m_theme.palette().accent;
        return index.column() == SentenceColumn && !isAside ? m_theme.palette().ink : m_theme.palette().mute;
    case Qt::AccessibleTextRole:
        if (index.column() == SentenceColumn)
            return isAside ? sentence
                           : tr("%1: %2", "severity, sentence").arg(nameOf(found->severity), found->message);
        return data(index, Qt::DisplayRole);
    default:
        return {};
    }
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case SentenceColumn:
        return tr("Problem");
    case PlaceColumn:
        return tr("Where");
    case RuleColumn:
        return tr("Rule");
    case FixColumn:
        return tr("Fix");
    }
    return {};
}

} // namespace baton
