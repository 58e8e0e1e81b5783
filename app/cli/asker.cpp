// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/asker.h"

#include "app/cli/console.h"

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

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
        m_questions.removeIf([this](const Question &question) { return !isOpen(question); });
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
    m_questions += question;
    if (m_questions.size() == 1 && !m_answering) {
        emit asking();
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
    const Question question = m_questions.takeFirst();
    m_answering = true; // What it leads to is asked below, once.
    answer(question, QString::fromLocal8Bit(bytes, count).trimmed());
    m_answering = false;
    if (isAsking())
        prompt();
    else
        emit answered();
}

void Asker::answer(const Question &question, const QString &line)
{
    Result<void> done;
    if (question.wantsNote)
        done = m_runner.answer(question.subject, line.isEmpty() ? Action::Cancel : Action::Resolve, line);
    else
        done = m_runner.answer(question.subject, line.startsWith(u'y', Qt::CaseInsensitive) ? Action::Approve : Action::Refuse);
    if (!done)
        m_console.fail(done.error());
}

} // namespace baton
