// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "views/style/theme.h"

#include <QAbstractItemModel>

#include <optional>

namespace baton {

/// What proves a run: its gates, the tasks each speaks for, the files each of those promised; against the criteria of
/// the gates, each with what it saw. The shape follows from the plan; what cells say is read from the state when they
/// are shown.
class EvidenceModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, CompleteColumn, EvidenceColumn, ApprovedColumn, SignedOffColumn, ProofColumn, ColumnCount };
    enum { IdRole = Qt::UserRole, FileRole }; ///< Of a task or gate; the path of the file a row is about.

    explicit EvidenceModel(Theme &theme, QObject *parent = nullptr);

    /// Both stay the caller's and must live until the next call; null = no run.
    void read(const RunPlan *plan, const RunState *state);

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    /// Exactly one of gate, task and promise says what the row is about; gate -1 and task -1 = tasks behind no gate.
    struct Row
    {
        int parent = -1;
        int place = 0; ///< Among its parent's children.
        int gate = -1;
        int task = -1;
        int promise = -1;
        QList<int> children = {};

        bool operator==(const Row &) const = default;
    };
    struct Cell
    {
        QString text;
        std::optional<bool> holds = {}; ///< Neither good nor bad where not set.
    };
    static QList<Row> rowsOf(const RunPlan &plan, const RunState &state);
    static int add(QList<Row> &rows, Row row);
    static void addTask(QList<Row> &rows, const RunPlan &plan, int parent, int gate, int task);
    QString nameOfRow(const Row &row) const;
    Cell gateCell(const Row &row, int column) const;
    Cell taskCell(const Row &row, int column) const;
    Cell fileCell(const Row &row, int column) const;
    Cell cell(const Row &row, int column) const;
    QString promiseOf(const Row &row) const;
    QList<VerifiedFile> filesOf(const Row &row) const;

    Theme &m_theme;
    const RunPlan *m_plan = nullptr;
    const RunState *m_state = nullptr;
    QList<Row> m_rows;
    QList<int> m_roots;
};

/// Everything a task promises to write, deliverables first.
QStringList promisesOf(const Task &task);

} // namespace baton
