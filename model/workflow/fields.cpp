// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/workflow/fields.h"

#include <array>

using namespace Qt::StringLiterals;

namespace baton {

template <>
std::span<const FieldOf<WorkflowInfo>> fieldsOf<WorkflowInfo>()
{
    using W = WorkflowInfo;
    static const std::array fields{
        FieldOf<W>{Field::Name, "name", &W::name},
        FieldOf<W>{Field::Description, "description", &W::description},
        FieldOf<W>{Field::Profile, "profile", &W::profile},
        FieldOf<W>{Field::MissionSummary, "mission.summary", &W::missionSummary},
        FieldOf<W>{Field::MissionInputs, "mission.inputs", &W::missionInputs},
        FieldOf<W>{Field::MissionConstraints, "mission.constraints", &W::missionConstraints},
        FieldOf<W>{Field::Root, "settings.root", &W::root},
        FieldOf<W>{Field::MaxConcurrent, "settings.max_concurrent", &W::maxConcurrent},
        FieldOf<W>{Field::Launch, "settings.launch", &W::launch},
        FieldOf<W>{Field::WaveBarrier, "settings.wave_barrier", &W::waveBarrier},
        FieldOf<W>{Field::Workspace, "settings.workspace", &W::workspace},
        FieldOf<W>{Field::BranchPrefix, "settings.branch_prefix", &W::branchPrefix},
        FieldOf<W>{Field::BudgetTokens, "settings.budget.tokens", &W::budgetTokens},
        FieldOf<W>{Field::BudgetMultiplier, "settings.budget.multiplier", &W::budgetMultiplier},
        FieldOf<W>{Field::BudgetWarnAt, "settings.budget.warn_at", &W::budgetWarnAt},
        FieldOf<W>{Field::BudgetStop, "settings.budget.stop", &W::budgetStop},
        FieldOf<W>{Field::Rules, "settings.rules", &W::rules},
    };
    return fields;
}

template <>
std::span<const FieldOf<Persona>> fieldsOf<Persona>()
{
    using P = Persona;
    static const std::array fields{
        FieldOf<P>{Field::Id, "id", &P::id},
        FieldOf<P>{Field::Title, "title", &P::title},
        FieldOf<P>{Field::Role, "role", &P::role},
        FieldOf<P>{Field::Model, "model", &P::model},
        FieldOf<P>{Field::Color, "color", &P::color},
        FieldOf<P>{Field::Instructions, "instructions", &P::instructions},
        FieldOf<P>{Field::Tools, "tools", &P::tools},
        FieldOf<P>{Field::Executor, "executor", &P::executor},
        FieldOf<P>{Field::Position, "", &P::position},
    };
    return fields;
}

template <>
std::span<const FieldOf<Phase>> fieldsOf<Phase>()
{
    using P = Phase;
    static const std::array fields{
        FieldOf<P>{Field::Id, "id", &P::id},
        FieldOf<P>{Field::Title, "title", &P::title},
        FieldOf<P>{Field::Kind, "kind", &P::kind},
        FieldOf<P>{Field::After, "after", &P::after},
        FieldOf<P>{Field::RepeatMax, "repeat.max", &P::repeatMax},
        FieldOf<P>{Field::RepeatUntil, "repeat.until", &P::repeatUntil},
        FieldOf<P>{Field::Fixes, "fixes", &P::fixes},
        FieldOf<P>{Field::Position, "", &P::position},
        FieldOf<P>{Field::Folded, "", &P::folded},
    };
    return fields;
}

template <>
std::span<const FieldOf<Task>> fieldsOf<Task>()
{
    using T = Task;
    static const std::array fields{
        FieldOf<T>{Field::Id, "id", &T::id},
        FieldOf<T>{Field::Title, "title", &T::title},
        FieldOf<T>{Field::Phase, "phase", &T::phase},
        FieldOf<T>{Field::Persona, "persona", &T::personas},
        FieldOf<T>{Field::Kind, "kind", &T::kind},
        FieldOf<T>{Field::Model, "model", &T::model},
        FieldOf<T>{Field::Description, "description", &T::description},
        FieldOf<T>{Field::Needs, "needs", &T::needs},
        FieldOf<T>{Field::Inputs, "inputs", &T::inputs},
        FieldOf<T>{Field::References, "references", &T::references},
        FieldOf<T>{Field::Deliverables, "deliverables", &T::deliverables},
        FieldOf<T>{Field::Evidence, "evidence", &T::evidence},
        FieldOf<T>{Field::Owns, "owns", &T::owns},
        FieldOf<T>{Field::Handoff, "handoff", &T::handoff},
        FieldOf<T>{Field::DoneWhen, "done_when", &T::doneWhen},
        FieldOf<T>{Field::Outcomes, "outcomes", &T::outcomes},
        FieldOf<T>{Field::Validates, "validates", &T::validates},
        FieldOf<T>{Field::Verdict, "verdict", &T::verdict},
        FieldOf<T>{Field::BudgetTokens, "budget.tokens", &T::budgetTokens},
        FieldOf<T>{Field::BudgetDuration, "budget.duration", &T::budgetDuration},
        FieldOf<T>{Field::RetryMax, "retry.max", &T::retryMax},
        FieldOf<T>{Field::RetryDelay, "retry.delay", &T::retryDelay},
        FieldOf<T>{Field::RetryBackoff, "retry.backoff", &T::retryBackoff},
        FieldOf<T>{Field::TimeoutTotal, "timeout.total", &T::timeoutTotal},
        FieldOf<T>{Field::TimeoutStart, "timeout.start", &T::timeoutStart},
        FieldOf<T>{Field::TimeoutIdle, "timeout.idle", &T::timeoutIdle},
        FieldOf<T>{Field::TimeoutBlocked, "timeout.blocked", &T::timeoutBlocked},
        FieldOf<T>{Field::Launch, "launch", &T::launch},
        FieldOf<T>{Field::Rules, "rules", &T::rules},
        FieldOf<T>{Field::Executor, "executor", &T::executor},
        FieldOf<T>{Field::Position, "", &T::position},
    };
    return fields;
}

template <>
std::span<const FieldOf<Gate>> fieldsOf<Gate>()
{
    using G = Gate;
    static const std::array fields{
        FieldOf<G>{Field::Id, "id", &G::id},
        FieldOf<G>{Field::Title, "title", &G::title},
        FieldOf<G>{Field::Phase, "phase", &G::phase},
        FieldOf<G>{Field::Needs, "needs", &G::needs},
        FieldOf<G>{Field::Criteria, "criteria", &G::criteria},
        FieldOf<G>{Field::SignOff, "sign_off", &G::signOff},
        FieldOf<G>{Field::Approval, "approval", &G::approval},
        FieldOf<G>{Field::OnFail, "on_fail", &G::onFail},
        FieldOf<G>{Field::RetryMax, "retry.max", &G::retryMax},
        FieldOf<G>{Field::Position, "", &G::position},
    };
    return fields;
}

template <>
std::span<const FieldOf<Note>> fieldsOf<Note>()
{
    using N = Note;
    static const std::array fields{
        FieldOf<N>{Field::Id, "id", &N::id},
        FieldOf<N>{Field::Text, "text", &N::text},
        FieldOf<N>{Field::Near, "near", &N::near},
        FieldOf<N>{Field::Position, "", &N::position},
    };
    return fields;
}

namespace {

template <class Owner>
const char *keyIn(Field field)
{
    const FieldOf<Owner> *found = fieldOf<Owner>(field);
    return found ? found->key : nullptr;
}

} // namespace

QString fieldName(Field field)
{
    if (field == Field::Position)
        return u"position"_s;
    if (field == Field::Folded)
        return u"folded"_s;
    for (const char *key : {keyIn<Task>(field), keyIn<Gate>(field), keyIn<Phase>(field), keyIn<Persona>(field),
                            keyIn<Note>(field), keyIn<WorkflowInfo>(field)}) {
        if (key)
            return QString::fromLatin1(key);
    }
    return {};
}

} // namespace baton
