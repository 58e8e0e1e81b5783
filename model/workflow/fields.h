// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"
#include "model/workflow/nodes.h"

#include <QList>
#include <QStringView>

#include <optional>
#include <span>
#include <variant>

namespace baton {

/// Every field of every kind of node. One enum, so that a problem, an edit and an inspector row name it the same way.
enum class Field : quint8 {
    Id, Title, Description, Kind, Model, Executor, Position, Rules, Launch, // shared by several kinds
    // the workflow
    Name, Profile, MissionSummary, MissionInputs, MissionConstraints, Root, MaxConcurrent, WaveBarrier, Workspace,
    BranchPrefix, BudgetMultiplier, BudgetWarnAt, BudgetStop,
    BudgetTokens, // the workflow and tasks
    // personas
    Role, Color, Instructions, Tools,
    // phases
    After, RepeatMax, RepeatUntil, Fixes, Folded,
    // tasks
    Phase, // and gates
    Persona,
    Needs, // and gates
    Inputs, References, Deliverables, Evidence, Owns, Handoff, DoneWhen, Outcomes, Validates, Verdict, BudgetDuration,
    RetryMax, // and gates
    RetryDelay, RetryBackoff, TimeoutTotal, TimeoutStart, TimeoutIdle, TimeoutBlocked,
    // gates
    Criteria, SignOff, Approval, OnFail,
    // notes
    Text, Near,
    Count
};

/// What a field can hold.
using Value = std::variant<QString, QStringList, bool, qint64, double, std::optional<qint64>, std::optional<double>,
                           std::optional<QStringList>, std::optional<QPointF>, Duration, QList<Need>, Executor,
                           RuleSettings, Profile, LaunchMode, WorkspaceMode, Role, PhaseKind, TaskKind, Approval, OnFail>;

/// A member of `Owner` of any of the types above.
template <class Owner>
using Member =
    std::variant<QString Owner::*, QStringList Owner::*, bool Owner::*, qint64 Owner::*, double Owner::*,
                 std::optional<qint64> Owner::*, std::optional<double> Owner::*, std::optional<QStringList> Owner::*,
                 std::optional<QPointF> Owner::*, Duration Owner::*, QList<Need> Owner::*, Executor Owner::*,
                 RuleSettings Owner::*, Profile Owner::*, LaunchMode Owner::*, WorkspaceMode Owner::*, Role Owner::*,
                 PhaseKind Owner::*, TaskKind Owner::*, Approval Owner::*, OnFail Owner::*>;

/// One field: where it is in the file (`budget.tokens` = key `tokens` in the mapping `budget`) and in the value.
/// Positions and `folded` are kept in the file's `layout`, so their key is empty.
template <class Owner>
struct FieldOf
{
    Field field;
    const char *key;
    Member<Owner> member;
};

/// The fields of a kind in the order of format.md, which is the order new fields are written in.
/// The reader, the writer, edits, `diff` and the schema's test all walk these tables.
template <class Owner>
std::span<const FieldOf<Owner>> fieldsOf();
template <> std::span<const FieldOf<WorkflowInfo>> fieldsOf<WorkflowInfo>();
template <> std::span<const FieldOf<Persona>> fieldsOf<Persona>();
template <> std::span<const FieldOf<Phase>> fieldsOf<Phase>();
template <> std::span<const FieldOf<Task>> fieldsOf<Task>();
template <> std::span<const FieldOf<Gate>> fieldsOf<Gate>();
template <> std::span<const FieldOf<Note>> fieldsOf<Note>();

/// Null when a node of that kind has no such field.
template <class Owner>
const FieldOf<Owner> *fieldOf(Field field)
{
    for (const FieldOf<Owner> &candidate : fieldsOf<Owner>()) {
        if (candidate.field == field)
            return &candidate;
    }
    return nullptr;
}

/// The value of a field that the kind has.
template <class Owner>
Value valueOfField(const Owner &node, Field field)
{
    const FieldOf<Owner> *found = fieldOf<Owner>(field);
    Q_ASSERT(found);
    return std::visit([&](auto member) { return Value(node.*member); }, found->member);
}

/// Sets a field that the kind has. The value must be of the field's type; anything else is a bug in the caller.
template <class Owner>
void setField(Owner &node, Field field, const Value &value)
{
    const FieldOf<Owner> *found = fieldOf<Owner>(field);
    Q_ASSERT(found);
    std::visit(
        [&](auto member) {
            using Type = std::remove_reference_t<decltype(node.*member)>;
            Q_ASSERT(std::holds_alternative<Type>(value));
            node.*member = std::get<Type>(value);
        },
        found->member);
}

/// The written key of a field (`budget.tokens`), the same in every kind that has it; `position` and `folded` too.
QString fieldName(Field field);

} // namespace baton
