// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/inbox.h"
#include "model/run/runner.h"

#include <optional>

namespace baton {

/// What a person has to know about a task of theirs, in lines. \a plan is planOf() the state.
QStringList humanTaskText(const RunPlan &plan, const RunState &state, const RunFolder &folder, const QString &task);

/// What is said with a person at a terminal about a task that is theirs: what it is, whether it is done or what their
/// verdict is, the outcome, the issues. No input or output of its own.
class HumanTalk
{
public:
    HumanTalk(const Runner &runner, const QString &task);

    QStringList introduction() const { return humanTaskText(m_runner.plan(), m_runner.state(), m_runner.folder(), m_id); }
    QString question() const; ///< What is asked now.
    /// Takes their answer; a request where it was the last one. \a remark is to be shown before what is asked next.
    std::optional<Request> take(const QString &line, QString &remark);

private:
    enum class Step : quint8 { Decide, Outcome, Issue, Why };

    const PlanTask &task() const;
    QStringList missing() const;
    std::optional<Request> decide(const QString &line, QString &remark);

    const Runner &m_runner;
    QString m_id;
    Step m_step = Step::Decide;
    QJsonArray m_issues;
};

} // namespace baton
