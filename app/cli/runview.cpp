// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/runview.h"

#include "app/cli/eventtext.h"
#include "app/cli/nextsteps.h"
#include "model/run/waiting.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int frame = 120;       // Milliseconds between pictures.
constexpr int widestBlock = 12; // Lines of tasks under way.

bool isUnderWay(TaskState state)
{
    return state == TaskState::Starting || state == TaskState::Active || state == TaskState::Blocked;
}

bool hasEnded(TaskState state)
{
    return state == TaskState::Complete || state == TaskState::Skipped;
}

QString seconds(qint64 milliseconds)
{
    return u"%1"_s.arg(double(milliseconds) / 1000.0, 0, 'f', 1);
}

} // namespace

RunView::RunView(Console &console, Style style, QObject *parent)
    : QObject(parent)
    , m_console(console)
    , m_style(style)
{
    m_clock.start();
    m_tick.setInterval(frame);
    connect(&m_tick, &QTimer::timeout, this, &RunView::redraw);
    if (m_style == Style::Text && m_console.isTerminal())
        m_tick.start();
}

RunView::~RunView()
{
    rest();
}

void RunView::show(const QList<Event> &events, const RunPlan &plan, const RunState &state)
{
    if (m_style == Style::Events) {
        QByteArray lines;
        for (const Event &event : events)
            lines += toJournalLine(event);
        m_console.bytes(lines);
        return;
    }
    m_startedAt = state.startedAt;
    rest();
    for (const Event &event : events)
        writeLine(event);
    writeWaiting(events, plan, state);
    m_waiting = waitingLines(plan, state);
    m_console.out().flush();

    if (m_shares.size() != state.tasks.size()) { // The first time, and when a fix phase or a further round came in.
        m_shares.resize(state.tasks.size());
        for (int i = 0; i < int(state.tasks.size()); ++i)
            takeIn(plan.tasks.at(i), state.tasks.at(i), i);
    }
    for (const Event &event : events) {
        if (const int task = plan.indexOfTask(event.subject); task >= 0)
            takeIn(plan.tasks.at(task), state.tasks.at(task), task);
    }
    redraw();
}

void RunView::takeIn(const PlanTask &task, const TaskRun &run, int index)
{
    Share &share = m_shares[index];
    m_done += int(hasEnded(run.state)) - int(share.isDone);
    m_tokens += run.usage.total() - share.tokens;
    share = {hasEnded(run.state), run.usage.total()};
    if (!isUnderWay(run.state)) {
        m_underWay.remove(index);
        return;
    }
    const bool isBlocked = run.state == TaskState::Blocked;
    const auto known = m_underWay.constFind(index);
    const qint64 since = known == m_underWay.constEnd() ? m_clock.elapsed() : known->since;
    m_underWay.insert(index, {task.id, task.persona, isBlocked ? run.reason : run.checkpoint.isEmpty() ? run.place : run.checkpoint, isBlocked, since});
}

void RunView::writeLine(const Event &event)
{
    const std::optional<EventText> text = textOf(event);
    if (!text)
        return;
    QTextStream &out = m_console.out();
    const qint64 time = m_startedAt > 0 ? qMax(qint64(0), event.time - m_startedAt) : 0;
    out << m_console.painted(u"%1"_s.arg(seconds(time), 8), Console::Ink::Faint) << "  "
        << m_console.painted(u"%1"_s.arg(text->word, -9), text->ink) << "  " << harmless(event.subject);
    if (!text->detail.isEmpty())
        out << "  " << m_console.painted(harmless(text->detail), Console::Ink::Faint);
    out << "\n";
    for (const QString &line : text->more)
        out << u"                       "_s << harmless(line) << "\n";
}

/// What is READY and does not start for a limit, which the journal has no event for: what has just become so, and what is
/// the first to wait.
void RunView::writeWaiting(const QList<Event> &events, const RunPlan &plan, const RunState &state)
{
    QList<int> tasks;
    for (const Event &event : events)
        tasks += event.type == EventType::WorkerReady ? plan.indexOfTask(event.subject) : -1;
    for (const Books::OfGovernor &book : state.books.governors)
        tasks += book.startable.isEmpty() ? -1 : plan.links.taskOfRank.at(book.startable.first());
    for (const int task : std::as_const(tasks)) {
        const QString why = task < 0 ? QString() : whyWaiting(plan, state, task);
        if (why.isEmpty() || m_queued.value(task) == why)
            continue;
        m_queued.insert(task, why);
        m_console.out() << u"          "_s << m_console.painted(u"%1"_s.arg(u"QUEUED"_s, -9), Console::Ink::Blue) << "  "
                        << harmless(plan.tasks.at(task).id) << "  "
                        << m_console.painted(harmless(why), Console::Ink::Faint) << "\n";
    }
}

void RunView::rest()
{
    if (m_still && m_tick.isActive()) { // A question stands there; it will be asked again below.
        m_console.out() << u"\r\033[K"_s;
        m_console.out().flush();
    }
    if (m_drawn == 0)
        return;
    m_console.out() << u"\033[%1A\r\033[J"_s.arg(m_drawn);
    m_console.out().flush();
    m_drawn = 0;
}

void RunView::setStill(bool still)
{
    if (still)
        rest();
    m_still = still;
    redraw();
}

QString RunView::bar() const
{
    constexpr qsizetype width = 24;
    const qsizetype full = m_done * width / qMax(qsizetype(1), m_shares.size());
    return QString(full, u'█') + QString(width - full, u'░');
}

void RunView::redraw()
{
    if (!m_tick.isActive() || m_still || m_shares.isEmpty())
        return;
    rest();
    static const QString turns = u"⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"_s;
    const QString turn = turns.mid(m_turn++ % turns.size(), 1);
    const int columns = m_console.columns();
    QTextStream &out = m_console.out();
    const QLocale locale;
    QString head = u"%1 %2/%3"_s.arg(bar(), QString::number(m_done), QString::number(m_shares.size()));
    if (m_tokens > 0)
        head += u"  "_s + Cli::tr("%1 tokens").arg(locale.toString(m_tokens));
    out << m_console.painted(head.left(columns - 1), Console::Ink::Bold) << "\n";
    m_drawn = 1;
    for (const Line &line : std::as_const(m_underWay)) {
        if (m_drawn > widestBlock) {
            out << Cli::tr("… and %1 more").arg(m_underWay.size() - widestBlock) << "\n";
            ++m_drawn;
            break;
        }
        const QString text = u"%1 %2 %3 %4 s  %5"_s.arg(line.isBlocked ? u"‖"_s : turn)
                                 .arg(harmless(line.id), -24)
                                 .arg(line.persona.isEmpty() ? QString() : harmless(u"@"_s + line.persona), -20)
                                 .arg(seconds(m_clock.elapsed() - line.since), 6)
                                 .arg(harmless(line.detail));
        out << m_console.painted(text.left(columns - 1), line.isBlocked ? Console::Ink::Yellow : Console::Ink::Violet) << "\n";
        ++m_drawn;
    }
    for (const QString &line : std::as_const(m_waiting)) {
        out << m_console.painted(harmless(line).left(columns - 1), Console::Ink::Faint) << "\n";
        ++m_drawn;
    }
    out.flush();
}

void RunView::conclude(const RunPlan &plan, const RunState &state, const QString &runDir)
{
    m_tick.stop();
    rest();
    if (m_style == Style::Events)
        return;
    const bool isWell = state.status == RunStatus::Complete;
    m_console.out() << m_console.painted(nameOf(state.status), isWell ? Console::Ink::Green : Console::Ink::Red) << "  "
                    << Cli::tr("%1 of %2 tasks done, %3 s.").arg(QString::number(m_done), QString::number(m_shares.size()),
                                                                 seconds(state.now - state.startedAt))
                    << "  " << runDir << Qt::endl;
    for (const QString &line : nextSteps(plan, state, runDir))
        m_console.err() << harmless(line) << "\n";
    m_console.err().flush();
}

} // namespace baton
