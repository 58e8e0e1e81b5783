// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/suppression.h"
#include "views/style/theme.h"

#include <QAbstractItemModel>

namespace baton {

/// Problems in groups: by severity, by rule, or by what they are about. What the plan has set aside is a group of its
/// own at the end. Takes a new list by touching only the rows that differ.
class ProblemModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Grouping { BySeverity, ByRule, ByPlace };
    enum Column { SentenceColumn, PlaceColumn, RuleColumn, FixColumn, ColumnCount };

    /// \a contents are asked for titles when a row is shown.
    ProblemModel(const Contents &contents, Theme &theme, QObject *parent = nullptr);

    /// Both are shown as they come; the caller has filtered them.
    void setProblems(QList<Problem> problems, const QList<SuppressedProblem> &aside, Grouping grouping);
    /// Null for a group's head.
    const Problem *problem(const QModelIndex &index) const;
    /// Null for what is not set aside.
    const SuppressedProblem *setAside(const QModelIndex &index) const;
    /// The row after \a index (before it with -1), as if all groups were one ring; from nowhere, the first or last one.
    QModelIndex next(const QModelIndex &index, int direction) const;
    /// Titles may have changed.
    void refreshPlaces();

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    static QString placeOf(const Contents &contents, const Problem &problem);
    static QString severityWord(Severity severity);

private:
    /// A problem, and where it is set aside (a null key: nowhere).
    using Row = SuppressedProblem;
    struct Group
    {
        QString key;
        Severity severity = Severity::Info;
        QList<Row> rows = {};
        quintptr id = 0; ///< Internal id of its rows, the same for as long as it is there.
    };
    static QList<Group> grouped(QList<Problem> problems, Grouping grouping);
    bool takeGroups(const QList<Group> &groups);
    void insertGroups(const QList<Group> &groups, qsizetype row, qsizetype end);
    void numberGroups();
    void replaceRows(int group, const QList<Row> &rows);
    void removeRun(int group, qsizetype begin, qsizetype end);
    void insertRun(int group, qsizetype row, const QList<Row> &rows);
    const Row *rowAt(const QModelIndex &index) const;
    QVariant groupData(const Group &group, int column, int role) const;

    const Contents &m_contents;
    Theme &m_theme;
    QList<Group> m_groups;
    QHash<quintptr, int> m_position; ///< Of a group, by its id.
    quintptr m_nextId = 1;
    Grouping m_grouping = Grouping::BySeverity;
};

/// A severity's sign, told by shape as well as colour: a disc, a triangle, a ring.
QIcon severityIcon(Severity severity, const Palette &colors);

} // namespace baton
