// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/advice/costband.h"
#include "model/advice/whatif.h"
#include "views/style/theme.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

#include <atomic>
#include <memory>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QSortFilterProxyModel;
class QSpinBox;
class QTableView;
class QTreeWidget;

namespace baton {

class BandChart;
class WhatIfModel;

/// "What if?": changes to a plan that are tried out before anybody makes them, with time, tokens, cost and critical path
/// beside the present plan, and what many simulated runs come to. All of it is worked out on other threads. The changes
/// are taken as one edit, or thrown away.
class WhatIfDialog : public QDialog
{
    Q_OBJECT

public:
    WhatIfDialog(const Contents &contents, const Prices &prices, const Calibration &calibration, Theme &theme,
                 QWidget *parent = nullptr);
    ~WhatIfDialog() override;

    WhatIf &changes() { return m_changes; }
    const Prices &prices() const { return m_prices; }
    WhatIfModel *tasks() const { return m_tasks; }
    QSpinBox *limit() const { return m_limit; }
    QListWidget *needs() const { return m_needs; }
    QLineEdit *newNeed() const { return m_newNeed; }
    QPushButton *takeButton() const { return m_take; }
    /// What a row says: `time`, `tokens`, `cost` or `path`; column 1 = now, 2 = what if. Empty until it is worked out.
    QString figure(const QString &row, int column) const;
    const std::optional<CostBand> &band() const { return m_bandThen; }
    void selectTask(NodeKey key);

signals:
    void taken(const baton::Edit &edit);
    void previewRequested(const baton::Edit &edit);

private:
    struct Answer
    {
        Result<PlanFigures> figures;
        QStringList path;     ///< Titles along the critical path.
        double pathSeconds = 0;
    };
    struct Bands
    {
        std::optional<CostBand> now;
        std::optional<CostBand> then;
    };
    using Cancelled = std::shared_ptr<std::atomic_bool>;

    QWidget *makeChanges();
    QWidget *makeTasks();
    QWidget *makeNeeds();
    QWidget *makeAnswers();
    void makePrices(QFormLayout *form);
    QWidget *makeButtons();
    static Answer answerFor(const Contents &contents, const Calibration &calibration);
    QString measuredText() const;
    void follow();
    void work();
    void showAnswers();
    void fitFigures();
    void showBands();
    void showNeeds();
    void toggleNeed(QListWidgetItem *item);
    void addNeed();
    void reset();

    WhatIf m_changes;
    Prices m_prices;
    const Calibration m_calibration; ///< What earlier runs of the folder have told.
    WhatIfModel *m_tasks;
    QSortFilterProxyModel *m_filtered;
    QTableView *m_table;
    QSpinBox *m_limit;
    QSpinBox *m_cap;
    QCheckBox *m_stops;
    QLabel *m_needsOf;
    QListWidget *m_needs;
    QLineEdit *m_newNeed;
    QLabel *m_refusal;
    QTreeWidget *m_figures;
    QLabel *m_path;
    BandChart *m_timeBand;
    BandChart *m_tokenBand;
    BandChart *m_costBand;
    QLabel *m_runs;
    QPushButton *m_take;
    QPushButton *m_preview;
    QPushButton *m_reset;

    QTimer m_timer;
    std::optional<Answer> m_now;
    std::optional<Answer> m_then;
    std::optional<CostBand> m_bandNow;
    std::optional<CostBand> m_bandThen;
    Prices m_bandPrices; ///< With which m_bandNow was made.
    QFutureWatcher<std::pair<Answer, Answer>> m_answers;
    QFutureWatcher<Bands> m_bands;
    Cancelled m_cancelled = std::make_shared<std::atomic_bool>(false);
};

} // namespace baton
