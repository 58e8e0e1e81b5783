// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/advance.h"

namespace baton {

/// What a person can say about a task or a gate (`baton answer`).
enum class Answer : quint8 { Approve, Refuse, Resolve, Retry, Cancel };

template <>
struct EnumNames<Answer>
{
    static constexpr std::array values{Named{Answer::Approve, "approve"}, Named{Answer::Refuse, "refuse"},
                                       Named{Answer::Resolve, "resolve"}, Named{Answer::Retry, "retry"},
                                       Named{Answer::Cancel, "cancel"}};
};

/// Something that waits for a person.
struct Question
{
    enum class Kind : quint8 { Launch, Gate, Fix, Human, Blocked };
    Kind kind = Kind::Launch;
    QString subject; ///< A task, or a gate.

    bool operator==(const Question &) const = default;
};

/// Everything that waits for a person now, tasks first, in the plan's order. What the approvals inbox shows.
QList<Question> openQuestions(const RunPlan &plan, const RunState &state);

/// The answers that make sense for a task or gate as it stands.
QList<Answer> answersFor(const RunPlan &plan, const RunState &state, const QString &subject);

/// The events that an answer comes to, to be recorded one after the other; an Error when it makes no sense now.
/// \a issues are a person's, for a verdict or a refused gate. \a by says who answers.
Result<QList<RecordEvent>> eventsOf(const RunPlan &plan, const RunState &state, const QString &subject, Answer answer,
                                    const QString &note = {}, const QJsonArray &issues = {},
                                    const QString &by = QStringLiteral("person"));

} // namespace baton
