// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runstate.h"
#include "views/panels/tokenseries.h"
#include "views/style/theme.h"

#include <QAbstractTableModel>
#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QSplitter;
class QTableView;

namespace baton {

class Meter;
class RunRecord;
class TokenChart;

/// Tokens used against planned: a line for each phase, then its tasks.
class TokensModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, BarColumn, FiguresColumn, ColumnCount };
    enum { ShareRole = Qt::UserRole, IdRole, PhaseRole }; ///< PhaseRole: its index in the plan, -1 = a task in none.

    explicit TokensModel(Theme &theme, QObject *parent = nullptr);

    /// Reads the figures of that moment.
    void read(const RunPlan *plan, const RunState *state);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row
    {
        QString id; ///< Of a task; empty for a phase.
        QString name;
        qint64 used = 0;
        qint64 planned = 0; ///< 0 = no budget.
        int phase = -1;
    };
    static QList<Row> rowsOf(const RunPlan &plan, const RunState &state);

    Theme &m_theme;
    QList<Row> m_rows;
};

/// What a run spends: the total against the cap with its warning mark, how it went down over time, and where it goes. A
/// phase that is picked has the chart to itself.
class TokensPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TokensPanel(Theme &theme, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    QString totalText() const;
    TokenChart *chart() const { return m_chart; }
    QTableView *table() const { return m_table; }

signals:
    /// A task was picked: its id in the plan that runs.
    void activated(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void followSoon();
    void refresh();
    void drawChart();
    void showPhase(int phase);

    Theme &m_theme;
    QPointer<RunRecord> m_record;
    TokensModel *m_model;
    QTableView *m_table;
    TokenChart *m_chart;
    TokenSeries m_series;
    qsizetype m_taken = 0; ///< Events of the record that the series holds.
    int m_phase = -1;      ///< What the chart is about; -1 = the run.
    Meter *m_meter;
    QLabel *m_total;
    QLabel *m_note;
    QSplitter *m_parts; ///< Chart | table.
    QLabel *m_empty;    ///< In their place while there is no run.
    QTimer m_timer; ///< The figures are summed at most ten times a second.
};

} // namespace baton
