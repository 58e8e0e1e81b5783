// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/whatifdialog.h"

#include "model/plan/plansummary.h"
#include "views/panels/runfacts.h"
#include "views/widgets/bandchart.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QtConcurrentRun>

// What the changes come to: worked out on other threads, given up when something is changed again.

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString difference(double now, double then)
{
    if (now == then)
        return WhatIfDialog::tr("same");
    if (now <= 0)
        return {};
    const double percent = (then - now) / now * 100;
    const QString number = QLocale().toString(std::abs(percent), 'f', std::abs(percent) < 10 ? 1 : 0);
    return percent > 0 ? WhatIfDialog::tr("+%1 %").arg(number) : WhatIfDialog::tr("−%1 %").arg(number);
}

QString timeText(const Result<PlanFigures> &figures)
{
    if (!figures)
        return WhatIfDialog::tr("cannot run");
    const QString text = RunFacts::durationText(figures->makespan);
    return figures->status == RunStatus::Complete ? text : WhatIfDialog::tr("%1, then %2").arg(text, nameOf(figures->status));
}

} // namespace

/// Whose figures come from earlier runs, and by how much they differ from the plan's own.
QString WhatIfDialog::measuredText() const
{
    constexpr qsizetype mostNamed = 6;
    QStringList measured;
    for (auto use = m_calibration.uses.cbegin(); use != m_calibration.uses.cend() && measured.size() < mostNamed; ++use) {
        const auto &[persona, model] = use.key();
        QStringList ratios;
        if (m_calibration.ratioFor(persona, model))
            ratios += tr("tokens × %1").arg(QLocale().toString(use->ratio(), 'f', 2));
        if (use->timedRuns >= Calibration::enoughRuns)
            ratios += use->plannedTime > 0 ? tr("time × %1").arg(QLocale().toString(use->timeRatio(), 'f', 2))
                                           : tr("%1 a task").arg(RunFacts::durationText(qRound64(use->took / use->timed)));
        if (ratios.isEmpty())
            continue;
        const QString who = persona.isEmpty() ? tr("(no persona)") : u'@' + persona;
        const QString name = model.isEmpty() ? who : tr("%1 on %2", "persona, model").arg(who, model);
        measured += tr("%1: %2", "persona, what was measured").arg(name, ratios.join(u", "_s));
    }
    return measured.isEmpty() ? QString()
                              : tr("Measured in %n earlier run(s), in place of the plan's own figures. %1", nullptr, m_calibration.runs)
                                    .arg(measured.join(u"; "_s));
}

WhatIfDialog::Answer WhatIfDialog::answerFor(const Contents &contents, const Calibration &calibration)
{
    Answer answer{figuresOf(contents, calibration)};
    const CriticalPath path = summarize(contents, calibration).criticalPath;
    for (NodeKey key : path.tasks)
        answer.path += contents.titleOf(key);
    answer.pathSeconds = path.seconds;
    return answer;
}

void WhatIfDialog::follow()
{
    // What is being worked out is about a plan that is no more.
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    const bool isChanged = !m_changes.edit().isEmpty();
    m_take->setEnabled(isChanged);
    m_preview->setEnabled(isChanged);
    m_reset->setEnabled(isChanged);
    m_then.reset();
    m_bandThen.reset();
    m_timer.start();
}

void WhatIfDialog::work()
{
    const bool isChanged = !m_changes.edit().isEmpty();
    m_answers.setFuture(QtConcurrent::run([before = m_changes.before(), after = m_changes.after(), isChanged, now = m_now,
                                         calibration = m_calibration] {
        const Answer first = now ? *now : answerFor(before, calibration);
        return std::pair(first, isChanged ? answerFor(after, calibration) : first);
    }));
    if (m_bandPrices != m_prices)
        m_bandNow.reset();
    m_bands.setFuture(QtConcurrent::run([before = m_changes.before(), after = m_changes.after(), isChanged, now = m_bandNow,
                                         prices = m_prices, cancelled = m_cancelled, calibration = m_calibration] {
        const BandOptions options{.prices = prices, .calibration = calibration, .isCancelled = [cancelled] { return cancelled->load(); }};
        const std::optional<CostBand> first = now ? now : costBand(before, options);
        return Bands{first, isChanged ? costBand(after, options) : first};
    }));
    m_bandPrices = m_prices;
}

void WhatIfDialog::showAnswers()
{
    if (m_timer.isActive())
        return; // Changed again meanwhile.
    const auto [now, then] = m_answers.result();
    m_now = now;
    m_then = then;
    const QLocale locale;
    const auto show = [this](int row, const QString &before, const QString &after, const QString &change) {
        QTreeWidgetItem *item = m_figures->topLevelItem(row);
        item->setText(1, before);
        item->setText(2, after);
        item->setText(3, change);
    };
    const auto &[a, pathA, secondsA] = now;
    const auto &[b, pathB, secondsB] = then;
    const bool bothRun = a.ok() && b.ok();
    show(0, timeText(a), timeText(b), bothRun ? difference(double(a->makespan), double(b->makespan)) : QString());
    show(1, a ? locale.toString(a->tokens) : QString(), b ? locale.toString(b->tokens) : QString(),
         bothRun ? difference(double(a->tokens), double(b->tokens)) : QString());
    constexpr double unknown = -1;
    const auto cost = [&](const Result<PlanFigures> &figures) {
        return figures ? costOf(figures->tokensOfModel, m_prices).value_or(unknown) : unknown;
    };
    const auto costText = [&](double value) { return value < 0 ? QString() : locale.toString(value, 'f', 2); };
    const double costA = cost(a);
    const double costB = cost(b);
    show(2, costText(costA), costText(costB), costA < 0 || costB < 0 ? QString() : difference(costA, costB));
    m_figures->topLevelItem(2)->setHidden(costA < 0 && costB < 0);
    const auto pathText = [](const QStringList &path, double seconds) {
        return tr("%1, %n task(s)", nullptr, int(path.size())).arg(RunFacts::durationText(qint64(seconds * 1000)));
    };
    show(3, pathText(pathA, secondsA), pathText(pathB, secondsB), difference(secondsA, secondsB));
    fitFigures();
    constexpr qsizetype mostNamed = 12;
    QString path = pathB.mid(0, mostNamed).join(u" → "_s);
    if (pathB.size() > mostNamed)
        path = tr("%1 … and %n more", nullptr, int(pathB.size() - mostNamed)).arg(path);
    m_path->setText(b ? tr("Critical path: %1").arg(path) : b.error().message);
}

/// No figure is cut: they are what the dialog is for.
void WhatIfDialog::fitFigures()
{
    const QHeaderView *header = m_figures->header();
    const QAbstractItemView &view = *m_figures;
    const int last = header->count() - 1;
    const int slack = 2 * m_figures->fontMetrics().height(); // Sections come out a little wider than their hints.
    int width = slack + std::max({header->sectionSizeHint(last), view.sizeHintForColumn(last), header->minimumSectionSize()});
    for (int column = 0; column < last; ++column)
        width += header->sectionSize(column);
    m_figures->setMinimumWidth(width);
}

void WhatIfDialog::showBands()
{
    if (m_timer.isActive())
        return;
    const Bands bands = m_bands.result();
    m_bandNow = bands.now;
    m_bandThen = bands.then;
    const auto part = [](const std::optional<CostBand> &band, auto member) {
        return band ? BandChart::Row((*band).*member) : BandChart::Row(tr("cannot run"));
    };
    const auto cost = [](const std::optional<CostBand> &band) {
        return !band ? BandChart::Row(tr("cannot run")) : band->cost ? BandChart::Row(*band->cost) : BandChart::Row(tr("unknown"));
    };
    m_timeBand->setRows(part(m_bandNow, &CostBand::makespan), part(m_bandThen, &CostBand::makespan));
    m_tokenBand->setRows(part(m_bandNow, &CostBand::tokens), part(m_bandThen, &CostBand::tokens));
    m_costBand->setRows(cost(m_bandNow), cost(m_bandThen));
    m_costBand->setVisible((m_bandNow && m_bandNow->cost) || (m_bandThen && m_bandThen->cost));
    m_runs->setVisible(m_bandThen.has_value());
    if (m_bandThen) {
        QString text = tr("%n simulated run(s), in which tasks take between two thirds and one and a half of what is planned.",
                          nullptr, m_bandThen->runs);
        if (m_bandThen->failed > 0)
            text += u' ' + tr("%n of them did not get to the end.", nullptr, m_bandThen->failed);
        m_runs->setText(text);
    }
}

QString WhatIfDialog::figure(const QString &row, int column) const
{
    for (int i = 0; i < m_figures->topLevelItemCount(); ++i) {
        if (m_figures->topLevelItem(i)->data(0, Qt::UserRole).toString() == row)
            return m_then ? m_figures->topLevelItem(i)->text(column) : QString();
    }
    return {};
}

} // namespace baton
