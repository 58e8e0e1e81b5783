// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/rundetails.h"

#include "model/run/decisions.h"
#include "model/run/substate.h"
#include "views/panels/meter.h"
#include "views/panels/runfacts.h"
#include "views/panels/runsummarybox.h"
#include "views/style/contrast.h"

#include <QBoxLayout>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int mostFilesShown = 8;

QString colored(const QString &text, const QColor &color)
{
    return u"<b style=\"color:%1\">%2</b>"_s.arg(color.name(), text.toHtmlEscaped());
}

} // namespace

RunDetails::RunDetails(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_state(new QLabel(this))
    , m_side(new QLabel(this))
    , m_meter(new Meter(theme, this))
    , m_facts(new QLabel(this))
    , m_changes(new QPushButton(tr("Show changes"), this))
    , m_retry(new QPushButton(tr("Try again"), this))
{
    setProperty("look", u"floating"_s);
    m_side->setProperty("look", u"mute"_s);
    m_facts->setTextFormat(Qt::RichText);
    m_facts->setWordWrap(true);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setAccessibleName(tr("What the run says"));
    auto *head = new QHBoxLayout;
    head->addWidget(m_state);
    head->addStretch();
    head->addWidget(m_side);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_meter);
    layout->addWidget(m_facts);
    m_changes->setObjectName(u"changes"_s);
    m_changes->setToolTip(tr("Shows what the task did on its branch."));
    m_retry->setObjectName(u"retry"_s);
    m_retry->setToolTip(tr("Starts the failed task once more."));
    connect(m_retry, &QPushButton::clicked, this, [this] { emit retryRequested(m_task); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_retry);
    buttons->addWidget(m_changes);
    buttons->addStretch();
    layout->addLayout(buttons);
    connect(m_changes, &QPushButton::clicked, this, [this] { emit changesRequested(m_task); });
    hide();
}

void RunDetails::setPlace(const RunPlan *plan, const RunState *state, const QString &id, qint64 time)
{
    if (!plan || !state || id.isEmpty()) {
        hide();
        return;
    }
    const RunPlan &running = planOf(*plan, *state);
    const int task = RunFacts::taskOf(running, *state, id);
    const int gate = running.indexOfGate(id);
    if (task >= 0 && task < state->tasks.size())
        showTask(running, *state, task, qMax(time, state->now));
    else if (gate >= 0 && gate < state->gates.size())
        showGate(running, *state, gate);
    else
        hide();
}

void RunDetails::showTask(const RunPlan &plan, const RunState &state, int task, qint64 time)
{
    const TaskRun &run = state.tasks.at(task);
    m_task = plan.tasks.at(task).id;
    m_changes->setVisible(plan.contents.info.workspace == WorkspaceMode::Worktree && run.attempt > 0 && !state.settings.simulate);
    m_retry->setVisible(mayRetry(plan, state, task));
    m_state->setText(colored(nameOf(run.state), m_theme.stateInk(run.state)));
    QStringList side;
    if (run.attempt > 1)
        side += tr("attempt %1").arg(run.attempt);
    if (run.startedAt)
        side += RunFacts::durationText(workedFor(run, time));
    m_side->setText(side.join(u" · "_s));

    const std::optional<qint64> planned = RunFacts::plannedTokens(plan, task);
    const QString tokens = RunFacts::tokensText(run.usage.total(), planned, 0);
    m_meter->setVisible(planned && run.attempt > 0);
    if (planned)
        m_meter->setFigures(run.usage.total(), *planned, plan.contents.info.budgetWarnAt, tokens);
    QStringList lines;
    if (run.usage.total() > 0)
        lines += tr("Tokens: %1").arg(tokens).toHtmlEscaped();
    if (RunFacts::isOnlySimulated(plan, state, task))
        lines += tr("Only simulated: nothing of it is carried out. Give it an executor to have it done.").toHtmlEscaped();
    const SubState subState = SubStates(plan, state).of(task);
    if (const QString words = subState.words(time); !words.isEmpty() && subState.kind != SubState::Kind::Failed) // the reason says more
        lines += words.toHtmlEscaped();
    if (!run.reason.isEmpty() && run.state != TaskState::Blocked) // That is said above, with when it fails.
        lines += run.reason.toHtmlEscaped();
    const QString warning = readable(m_theme.stateColor(TaskState::Blocked), m_theme.palette().panel).name();
    for (const QString &problem : run.problems) // With what its worker answered.
        lines += u"<span style=\"color:%1\">⚠ %2</span>"_s.arg(warning, problem.toHtmlEscaped());
    if (run.subtasksDone + run.subtasksLeft > 0)
        lines += tr("Done: %1 of %n step(s)", nullptr, run.subtasksDone + run.subtasksLeft).arg(run.subtasksDone).toHtmlEscaped();
    if (!run.checkpoint.isEmpty())
        lines += tr("Checkpoint: %1").arg(run.checkpoint).toHtmlEscaped();
    if (!run.outcome.isEmpty())
        lines += tr("Outcome: %1").arg(run.outcome).toHtmlEscaped();
    if (run.verdict)
        lines += tr("Verdict: %1").arg(RunFacts::verdictText(run)).toHtmlEscaped();
    if (run.verdict) {
        for (const QJsonValue &issue : run.verdict->issues) {
            const QJsonObject object = issue.toObject();
            const QStringList parts{object.value("severity"_L1).toString(),
                                    object.value("where"_L1).toString(), object.value("what"_L1).toString()};
            lines += u"• "_s + parts.join(u" "_s).simplified().toHtmlEscaped();
        }
    }
    for (const VerifiedFile &file : run.evidence.first(qMin(run.evidence.size(), qsizetype(mostFilesShown))))
        lines += u"✓ "_s + tr("%1, %2 bytes").arg(file.path).arg(file.bytes).toHtmlEscaped();
    if (run.evidence.size() > mostFilesShown)
        lines += tr("and %n more file(s)", nullptr, int(run.evidence.size()) - mostFilesShown).toHtmlEscaped();
    showFacts(lines);
    show();
}

void RunDetails::showGate(const RunPlan &plan, const RunState &state, int gate)
{
    const GateRun &run = state.gates.at(gate);
    const QColor color = run.state == GateState::Closed || run.state == GateState::Skipped
                             ? m_theme.palette().mute
                             : readable(m_theme.stateColor(run.state), m_theme.palette().panel);
    m_state->setText(colored(nameOf(run.state), color));
    m_side->setText(run.awaitsApproval ? tr("waits for a person") : QString());
    m_meter->hide();
    m_changes->hide();
    m_retry->hide();
    showFacts({criteriaHtml(RunFacts::criteria(plan, state, gate), run.state, m_theme)});
    show();
}

void RunDetails::showFacts(const QStringList &lines)
{
    m_facts->setText(lines.join(u"<br>"_s));
    m_facts->setVisible(!lines.isEmpty());
}

} // namespace baton
