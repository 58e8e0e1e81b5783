// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/asker.h"

#include "app/cli/console.h"
#include "app/cli/humantalk.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A word that stands for yes, or one for no, as an empty line does; nothing for any other.
std::optional<bool> meaningOf(const QString &line)
{
    const QString word = u' ' + line.toLower() + u' ';
    if (line.isEmpty())
        return false;
    if (line.contains(u' '))
        return std::nullopt;
    if (u" y yes approve approved "_s.contains(word) || (u' ' + Cli::tr("y yes", "words for yes, with spaces between") + u' ').contains(word))
        return true;
    if (u" n no refuse refused reject "_s.contains(word) || (u' ' + Cli::tr("n no", "words for no, with spaces between") + u' ').contains(word))
        return false;
    return std::nullopt;
}

} // namespace

Asker::Asker(Runner &runner, Console &console, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_console(console)
    , m_input(std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read))
{
    connect(&runner, &Runner::needsPerson, this, &Asker::ask);
    // Somebody else may have answered.
    connect(&runner, &Runner::recorded, this, [this] {
        const bool wasAsking = isAsking();
        const bool isWithdrawn = wasAsking && !m_answering && !isOpen(m_questions.first());
        m_questions.removeIf([this](const Question &question) { return !isOpen(question); });
        if (isWithdrawn)
            m_console.err() << "\n" << Qt::flush; // Its prompt stands there, and nobody will end its line.
        if (wasAsking && !isAsking())
            emit answered();
    });
    connect(m_input.get(), &QSocketNotifier::activated, this, &Asker::take);
}

void Asker::ask(const QString &subject, const QString &sentence)
{
    Question question{subject, sentence};
    const int task = m_runner.plan().indexOfTask(subject);
    question.wantsNote = task >= 0 && m_runner.state().tasks.at(task).state == TaskState::Blocked;
    if (task >= 0 && m_runner.plan().tasks.at(task).isHuman && m_runner.state().tasks.at(task).state == TaskState::Active)
        question.talk = std::make_shared<HumanTalk>(m_runner, subject);
    m_questions += question;
    if (m_questions.size() == 1 && !m_answering) {
        emit asking();
        introduce();
        prompt();
    }
}

bool Asker::isOpen(const Question &question) const
{
    const RunState &state = m_runner.state();
    if (const int gate = m_runner.plan().indexOfGate(question.subject); gate >= 0)
        return state.gates.at(gate).awaitsApproval || !state.gates.at(gate).proposal.isEmpty();
    const int task = m_runner.plan().indexOfTask(question.subject);
    if (task < 0)
        return false;
    const TaskRun &run = state.tasks.at(task);
    if (question.wantsNote)
        return run.state == TaskState::Blocked;
    return run.awaitsApproval || (m_runner.plan().tasks.at(task).isHuman && run.state <= TaskState::Active);
}

void Asker::prompt()
{
    if (!isAsking())
        return;
    const Question &question = m_questions.first();
    if (question.talk) {
        m_console.err() << question.talk->question() << " " << Qt::flush;
        return;
    }
    m_console.err() << question.sentence << " "
                    << (question.wantsNote ? Cli::tr("What resolves it? (empty: cancel the task)") : Cli::tr("[y/N]")) << " " << Qt::flush;
}

void Asker::take()
{
    char bytes[1024];
    const ssize_t count = read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0) { // The terminal is gone; `baton answer` still works.
        m_input->setEnabled(false);
        return;
    }
    if (!isAsking())
        return;
    const QString line = QString::fromLocal8Bit(bytes, count).trimmed();
    if (m_questions.first().talk)
        return talkOn(line);
    if (!m_questions.first().wantsNote && !meaningOf(line))
        return prompt(); // A refusal is final: for a word that is neither it is asked again.
    const Question question = m_questions.takeFirst();
    m_answering = true; // What it leads to is asked below, once.
    answer(question, line);
    m_answering = false;
    goOn();
}

void Asker::goOn()
{
    if (!isAsking())
        return emit answered();
    introduce();
    prompt();
}

/// What a task of theirs is, before it is asked about for the first time.
void Asker::introduce()
{
    if (!m_questions.first().talk)
        return;
    for (const QString &line : m_questions.first().talk->introduction())
        m_console.err() << line << "\n";
}

void Asker::talkOn(const QString &line)
{
    QString remark;
    const std::optional<Request> request = m_questions.first().talk->take(line, remark);
    if (!remark.isEmpty())
        m_console.err() << remark << "\n";
    if (!request)
        return prompt();
    m_questions.removeFirst();
    m_answering = true;
    if (const Result<void> done = m_runner.answer(*request); !done)
        m_console.fail(done.error());
    m_answering = false;
    goOn();
}

void Asker::answer(const Question &question, const QString &line)
{
    Result<void> done;
    if (question.wantsNote)
        done = m_runner.answer(question.subject, line.isEmpty() ? Action::Cancel : Action::Resolve, line);
    else
        done = m_runner.answer(question.subject, meaningOf(line).value_or(false) ? Action::Approve : Action::Refuse);
    if (!done)
        m_console.fail(done.error());
}

} // namespace baton
