// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/runsummarybox.h"

#include "views/panels/meter.h"
#include "views/panels/runfacts.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace baton {

QString criteriaHtml(const QList<CriterionResult> &criteria, GateState state, const Theme &theme)
{
    QString html = u"<table cellspacing=\"0\" cellpadding=\"4\">"_s;
    for (const CriterionResult &result : criteria) {
        const bool failed = state == GateState::Failed && !result.holds;
        const QColor color = result.holds ? theme.stateInk(TaskState::Complete)
                             : failed     ? theme.stateInk(TaskState::Failed)
                                          : theme.palette().mute;
        const QString mark = result.holds ? u"✓"_s : failed ? u"✗"_s : u"○"_s;
        const QString text = result.saw.isEmpty() ? result.criterion : result.saw;
        html += u"<tr><td style=\"color:%1\">%2</td><td>%3</td></tr>"_s.arg(color.name(), mark,
                                                                            text.toHtmlEscaped());
    }
    return html + u"</table>"_s;
}

RunSummaryBox::RunSummaryBox(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_gateTitle(new QLabel(this))
    , m_criteria(new QLabel)
    , m_scroll(new QScrollArea(this))
    , m_tokensTitle(new QLabel(tr("Tokens").toUpper(), this))
    , m_meter(new Meter(theme, this))
    , m_tokens(new QLabel(this))
{
    constexpr int refreshInterval = 100; // Milliseconds.
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshInterval);
    connect(&m_timer, &QTimer::timeout, this, &RunSummaryBox::refresh);
    m_gateTitle->setProperty("look", u"section"_s);
    m_tokensTitle->setProperty("look", u"section"_s);
    m_tokens->setProperty("look", u"mute"_s);
    m_gateTitle->setTextFormat(Qt::PlainText);
    m_criteria->setTextFormat(Qt::RichText);
    m_criteria->setWordWrap(true);
    m_criteria->setAlignment(Qt::AlignTop);
    m_scroll->setObjectName(u"criteria"_s);
    m_scroll->setAccessibleName(tr("Criteria of the gate"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(m_criteria);
    // A stop of the Tab key only where there is something to scroll.
    m_scroll->setFocusPolicy(Qt::NoFocus);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            [this](int, int last) { m_scroll->setFocusPolicy(last > 0 ? Qt::TabFocus : Qt::NoFocus); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 12, 10);
    layout->addWidget(m_gateTitle);
    layout->addWidget(m_scroll, 1);
    layout->addSpacing(6);
    layout->addWidget(m_tokensTitle);
    layout->addWidget(m_meter);
    layout->addWidget(m_tokens);
    layout->addStretch();
    connect(&theme, &Theme::changed, this, &RunSummaryBox::refresh);
    refresh();
}

void RunSummaryBox::setRun(const RunPlan *plan, const RunState *state)
{
    const bool other = plan != m_plan || state != m_state;
    m_plan = plan;
    m_state = state;
    if (other)
        refresh();
    else if (!m_timer.isActive())
        m_timer.start();
}

void RunSummaryBox::setGate(const QString &id)
{
    m_gate = id;
    refresh();
}

void RunSummaryBox::refresh()
{
    const bool shown = m_plan && m_state && m_state->tasks.size() == planOf(*m_plan, *m_state).tasks.size();
    for (QWidget *widget : {static_cast<QWidget *>(m_gateTitle), static_cast<QWidget *>(m_scroll),
                            static_cast<QWidget *>(m_tokensTitle), static_cast<QWidget *>(m_meter),
                            static_cast<QWidget *>(m_tokens)})
        widget->setVisible(shown);
    if (!shown)
        return;
    const RunPlan &plan = planOf(*m_plan, *m_state);
    refreshCriteria(plan);
    const qint64 used = m_state->usage.total();
    const std::optional<qint64> limit = RunFacts::tokenLimit(plan);
    const WorkflowInfo &info = plan.contents.info;
    const QString words = RunFacts::tokensText(used, limit, info.budgetWarnAt);
    m_meter->setFigures(used, limit.value_or(0), info.budgetWarnAt, words);
    m_meter->setVisible(limit.has_value());
    m_tokens->setText(words);
}

void RunSummaryBox::refreshCriteria(const RunPlan &plan)
{
    int gate = plan.indexOfGate(m_gate);
    if (gate < 0)
        gate = RunFacts::currentGate(plan, *m_state);
    if (gate < 0 && !plan.gates.isEmpty())
        gate = int(plan.gates.size()) - 1;
    m_gateTitle->setVisible(gate >= 0);
    m_scroll->setVisible(gate >= 0);
    if (gate < 0)
        return;
    m_gateTitle->setText(
        tr("%1 criteria", "of a gate").arg(plan.gates.at(gate).gate->displayTitle()).toUpper());
    m_criteria->setText(
        criteriaHtml(RunFacts::criteria(plan, *m_state, gate), m_state->gates.at(gate).state, m_theme));
    fitCriteria();
}

void RunSummaryBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCriteria();
}

/// As high as the criteria are, and not higher: the tokens stand below them. Where the column is lower they scroll.
void RunSummaryBox::fitCriteria()
{
    m_scroll->setMaximumHeight(qMax(0, m_criteria->heightForWidth(layout()->contentsRect().width())));
}

} // namespace baton
