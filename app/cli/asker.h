// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runner.h"

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace baton {

class Console;
class HumanTalk;

/// Asks the person at the terminal what a run wants to know, one question at a time, and gives the answers to it.
class Asker : public QObject
{
    Q_OBJECT

public:
    Asker(Runner &runner, Console &console, QObject *parent = nullptr);

    bool isAsking() const { return !m_questions.isEmpty(); }
    void prompt(); ///< Writes the present question again, for example after other lines.

signals:
    /// About to write: whoever draws on the terminal makes room.
    void asking();
    void answered();

private:
    struct Question
    {
        QString subject;
        QString sentence;
        bool wantsNote = false; ///< A blocker: what resolves it is asked for.
        std::shared_ptr<HumanTalk> talk = {}; ///< Of a task that is theirs.
    };
    void ask(const QString &subject, const QString &sentence);
    void take();
    void answer(const Question &question, const QString &line);
    void talkOn(const QString &line);
    void introduce();
    void goOn();
    bool isOpen(const Question &question) const;

    Runner &m_runner;
    Console &m_console;
    QList<Question> m_questions;
    std::unique_ptr<QSocketNotifier> m_input;
    bool m_answering = false;
};

} // namespace baton
