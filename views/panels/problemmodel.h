// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"
#include "model/workflow/problem.h"
#include "views/style/theme.h"

#include <QAbstractItemModel>

namespace baton {

/// Problems in groups, one a severity or one a rule. Takes a new list by touching only the rows that differ.
class ProblemModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Grouping { BySeverity, ByRule };
    enum Column { SentenceColumn, PlaceColumn, RuleColumn, FixColumn, ColumnCount };

    /// \a contents are asked for titles when a row is shown.
    ProblemModel(const Contents &contents, Theme &theme, QObject *parent = nullptr);

    /// \a problems are shown as they come; the caller has filtered them.
    void setProblems(const QList<Problem> &problems, Grouping grouping);
    /// Null for a group's head.
    const Problem *problem(const QModelIndex &index) const;
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
    struct Group
    {
        QString key;
        Severity severity = Severity::Info;
        QList<Problem> problems;
    };
    static QList<Group> grouped(const QList<Problem> &problems, Grouping grouping);
    void replaceRows(int group, const QList<Problem> &problems);
    void removeRun(int group, qsizetype begin, qsizetype end);
    void insertRun(int group, qsizetype row, const QList<Problem> &problems);
    QVariant groupData(const Group &group, int column, int role) const;

    const Contents &m_contents;
    Theme &m_theme;
    QList<Group> m_groups;
    Grouping m_grouping = Grouping::BySeverity;
};

/// A severity's sign, told by shape as well as colour: a disc, a triangle, a ring.
QIcon severityIcon(Severity severity, const Palette &colors);

} // namespace baton
