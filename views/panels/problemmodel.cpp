// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/problemmodel.h"

#include "views/panels/chips.h"

#include <QIcon>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr quintptr isGroup = quintptr(-1); ///< Internal id of a head; a problem's is its group's number.

QString identity(const Problem &problem)
{
    return problem.rule + u' ' + problem.message;
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
        return tr("Hints");
    case Severity::Off:
        break;
    }
    return {};
}

QList<ProblemModel::Group> ProblemModel::grouped(const QList<Problem> &problems, Grouping grouping)
{
    QList<Group> groups;
    QHash<QString, qsizetype> positions;
    if (grouping == Grouping::BySeverity) {
        for (Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
            positions.insert(nameOf(severity), groups.size());
            groups.append({nameOf(severity), severity, {}});
        }
    }
    for (const Problem &problem : problems) {
        const QString key = grouping == Grouping::ByRule ? problem.rule : nameOf(problem.severity);
        auto found = positions.constFind(key);
        if (found == positions.constEnd()) {
            found = positions.insert(key, groups.size());
            groups.append({key, problem.severity, {}});
        }
        Group &group = groups[*found];
        group.severity = qMax(group.severity, problem.severity);
        group.problems.append(problem);
    }
    groups.removeIf([](const Group &group) { return group.problems.isEmpty(); });
    std::stable_sort(groups.begin(), groups.end(),
                     [](const Group &a, const Group &b) { return a.severity > b.severity; });
    return groups;
}

void ProblemModel::setProblems(const QList<Problem> &problems, Grouping grouping)
{
    const QList<Group> groups = grouped(problems, grouping);
    const bool sameHeads =
        grouping == m_grouping && std::equal(groups.begin(), groups.end(), m_groups.begin(), m_groups.end(),
                                             [](const Group &a, const Group &b) { return a.key == b.key; });
    if (!sameHeads) {
        beginResetModel();
        m_groups = groups;
        m_grouping = grouping;
        endResetModel();
        return;
    }
    for (int group = 0; group < groups.size(); ++group) {
        m_groups[group].severity = groups.at(group).severity;
        replaceRows(group, groups.at(group).problems);
    }
}

void ProblemModel::replaceRows(int group, const QList<Problem> &problems)
{
    QList<Problem> &old = m_groups[group].problems;
    const qsizetype before = old.size();
    qsizetype first = 0; // Equal rows at the beginning.
    while (first < old.size() && first < problems.size() && old.at(first) == problems.at(first))
        ++first;
    qsizetype last = 0; // Equal rows at the end.
    while (last < old.size() - first && last < problems.size() - first &&
           old.at(old.size() - 1 - last) == problems.at(problems.size() - 1 - last))
        ++last;
    QSet<QString> kept;
    for (qsizetype i = first; i < problems.size() - last; ++i)
        kept.insert(identity(problems.at(i)));
    // First what is gone goes, run by run from the end; then what is new comes, run by run.
    for (qsizetype end = before - last; end > first;) {
        qsizetype begin = end;
        while (begin > first && !kept.contains(identity(old.at(begin - 1))))
            --begin;
        if (begin < end)
            removeRun(group, begin, end);
        end = begin - 1; // The row before is kept.
    }
    for (qsizetype row = first; row < problems.size(); ++row) {
        if (row < old.size() && old.at(row) == problems.at(row))
            continue;
        qsizetype end = row + 1;
        while (end < problems.size() && (row >= old.size() || !(problems.at(end) == old.at(row))))
            ++end;
        if (row < old.size() && end == problems.size())
            removeRun(group, row, old.size()); // Another order: what follows is new altogether.
        insertRun(group, row, problems.mid(row, end - row));
        row = end - 1;
    }
    if (old.size() > problems.size())
        removeRun(group, problems.size(), old.size());
    if (before != old.size())
        emit dataChanged(index(group, 0), index(group, 0));
}

void ProblemModel::removeRun(int group, qsizetype begin, qsizetype end)
{
    beginRemoveRows(index(group, 0), int(begin), int(end - 1));
    m_groups[group].problems.remove(begin, end - begin);
    endRemoveRows();
}

void ProblemModel::insertRun(int group, qsizetype row, const QList<Problem> &problems)
{
    beginInsertRows(index(group, 0), int(row), int(row + problems.size() - 1));
    QList<Problem> &rows = m_groups[group].problems;
    rows = rows.first(row) + problems + rows.sliced(row);
    endInsertRows();
}

const Problem *ProblemModel::problem(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isGroup)
        return nullptr;
    return &m_groups.at(qsizetype(index.internalId())).problems.at(index.row());
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
    return createIndex(row, column, parent.isValid() ? quintptr(parent.row()) : isGroup);
}

QModelIndex ProblemModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == isGroup)
        return {};
    return createIndex(int(index.internalId()), 0, isGroup);
}

int ProblemModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    if (parent.internalId() != isGroup || parent.column() != 0)
        return 0;
    return int(m_groups.at(parent.row()).problems.size());
}

int ProblemModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant ProblemModel::groupData(const Group &group, int column, int role) const
{
    if (column != SentenceColumn)
        return {};
    const QString title = m_grouping == Grouping::ByRule ? group.key : severityWord(group.severity);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return tr("%1 (%2)", "a group of problems, how many").arg(title).arg(group.problems.size());
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
    const Problem *found = problem(index);
    if (!found)
        return groupData(m_groups.at(index.row()), index.column(), role);
    const QString fix = found->fixes.isEmpty() ? QString() : found->fixes.first().title;
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case SentenceColumn:
            return found->message;
        case PlaceColumn:
            return placeOf(m_contents, *found);
        case RuleColumn:
            return found->rule;
        case FixColumn:
            return fix;
        }
        return {};
    case Qt::DecorationRole:
        return index.column() == SentenceColumn ? QVariant(severityIcon(found->severity, m_theme.palette()))
                                                : QVariant();
    case Qt::ToolTipRole:
        return plainTip(index.column() == FixColumn ? fix : found->message);
    case Qt::ForegroundRole:
        if (index.column() == FixColumn)
            return m_theme.palette().accent;
        return index.column() == SentenceColumn ? m_theme.palette().ink : m_theme.palette().mute;
    case Qt::AccessibleTextRole:
        if (index.column() == SentenceColumn)
            return tr("%1: %2", "severity, sentence").arg(nameOf(found->severity), found->message);
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
