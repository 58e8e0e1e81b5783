// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/fieldspecs.h"

#include "views/panels/inspector/executorrow.h"
#include "views/panels/inspector/needsrow.h"
#include "views/panels/inspector/rulesrow.h"

using namespace Qt::StringLiterals;

namespace baton {

using Group = FieldSpec::Group;

QList<FieldSpec> FieldSpecs::ofWorkflow()
{
    return {
        {Field::Description, tr("Description"), Group::Main, false, tr("One paragraph for people")},
        {Field::Profile, tr("Profile")},
        {Field::MissionSummary, tr("Mission"), Group::Main, false, tr("What the planner hands to everyone")},
        {Field::MissionInputs, tr("Mission inputs"), Group::Main, false, tr("One file a line")},
        {Field::MissionConstraints, tr("Constraints"), Group::Main, false, tr("One a line")},
        {Field::BudgetTokens, tr("Budget in tokens"), Group::Main, false, tr("no cap")},
        {Field::MaxConcurrent, tr("At most at once"), Group::Limits, false, tr("0 = as many as are ready")},
        {Field::Launch, tr("Launch"), Group::Limits},
        {Field::WaveBarrier, tr("A wave starts when the one before it has ended"), Group::Limits},
        {Field::BudgetMultiplier, tr("Budget multiplier"), Group::Limits},
        {Field::BudgetWarnAt, tr("Warn at this share"), Group::Limits},
        {Field::BudgetStop, tr("End tasks that exceed their budget"), Group::Limits},
        {Field::Root, tr("Workspace root"), Group::Files, false, tr("the folder of the file")},
        {Field::Workspace, tr("Workspace"), Group::Files},
        {Field::BranchPrefix, tr("Branch prefix"), Group::Files, false, u"baton/"_s},
        {Field::Rules, tr("Rules"), Group::Rules},
    };
}

QList<FieldSpec> FieldSpecs::ofTask()
{
    return {
        {Field::Persona, tr("Persona"), Group::Main, true},
        {Field::Kind, tr("Kind"), Group::Main, true},
        {Field::Needs, tr("Needs")},
        {Field::Deliverables, tr("Deliverables"), Group::Main, false, tr("One file a line")},
        {Field::Evidence, tr("Evidence"), Group::Main, false, tr("One file a line")},
        {Field::BudgetTokens, tr("Budget"), Group::Main, true, tr("no budget")},
        {Field::Executor, tr("Executor"), Group::Main, true},
        {Field::DoneWhen, tr("Done when"), Group::Main, false, tr("One criterion a line")},
        {Field::Description, tr("Description"), Group::Main, false, tr("What to do")},
        {Field::Id, tr("Id"), Group::Identity},
        {Field::Phase, tr("Phase"), Group::Identity, true},
        {Field::Model, tr("Model"), Group::Identity, true, tr("the persona's")},
        {Field::Inputs, tr("Inputs"), Group::Files, false, tr("One file a line")},
        {Field::References, tr("References"), Group::Files, false, tr("Read only, one a line")},
        {Field::Owns, tr("Owns"), Group::Files, false, tr("Files that only this task may write")},
        {Field::Validates, tr("Validates"), Group::Validation, false, tr("One task a line")},
        {Field::Verdict, tr("Gives a verdict with issues"), Group::Validation, true},
        {Field::Outcomes, tr("Outcomes"), Group::Validation, false, tr("Labels it may return, one a line")},
        {Field::Handoff, tr("Hand-off"), Group::Validation, false, tr("Checklist for the next, one a line")},
        {Field::BudgetDuration, tr("Duration"), Group::Limits, true, u"2h"_s},
        {Field::RetryMax, tr("Retries"), Group::Limits, true, u"0"_s},
        {Field::RetryDelay, tr("Delay before a retry"), Group::Limits, true, u"0s"_s},
        {Field::RetryBackoff, tr("Each delay times"), Group::Limits, true, u"1"_s},
        {Field::TimeoutTotal, tr("Timeout"), Group::Limits, true, tr("none")},
        {Field::TimeoutStart, tr("Timeout of the start"), Group::Limits, true, tr("none")},
        {Field::TimeoutIdle, tr("Timeout without output"), Group::Limits, true, tr("none")},
        {Field::TimeoutBlocked, tr("Timeout when blocked"), Group::Limits, true, tr("none")},
        {Field::Launch, tr("Launch"), Group::Limits, true},
        {Field::Rules, tr("Rules set aside here"), Group::Rules},
    };
}

QList<FieldSpec> FieldSpecs::of(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Workflow:
        return ofWorkflow();
    case NodeKind::Task:
        return ofTask();
    case NodeKind::Persona:
        return {
            {Field::Role, tr("Role"), Group::Main, true},
            {Field::Model, tr("Model"), Group::Main, true, u"haiku, sonnet, opus"_s},
            {Field::Instructions, tr("Instructions")},
            {Field::Tools, tr("Tools"), Group::Main, false,
             tr("What it may do at most: read, write, run, network")},
            {Field::Executor, tr("Executor"), Group::Main, true},
            {Field::Id, tr("Id"), Group::Identity},
            {Field::Color, tr("Colour"), Group::Identity, false, u"#4C6FFF"_s},
        };
    case NodeKind::Phase:
        return {
            {Field::Kind, tr("Kind"), Group::Main, true},
            {Field::After, tr("Comes after"), Group::Main, false, tr("the phase before it")},
            {Field::Id, tr("Id"), Group::Identity},
            {Field::Fixes, tr("Fixes the gate"), Group::Identity},
            {Field::Folded, tr("Folded"), Group::Identity, true},
            {Field::RepeatMax, tr("Repeat at most"), Group::Limits, false, tr("no repeat")},
            {Field::RepeatUntil, tr("Repeat until"), Group::Limits, false, u"review.approved"_s},
        };
    case NodeKind::Gate:
        return {
            {Field::Phase, tr("Closes the phase"), Group::Main, true},
            {Field::Needs, tr("Needs"), Group::Main, false, tr("For a sync point, one a line")},
            {Field::Criteria, tr("Criteria"), Group::Main, false, u"complete\nevidence"_s},
            {Field::SignOff, tr("Signed off by"), Group::Main, false, tr("One persona a line")},
            {Field::Approval, tr("Approval"), Group::Main, true},
            {Field::OnFail, tr("When it fails"), Group::Main, true},
            {Field::RetryMax, tr("Rounds at most"), Group::Main, true, u"0"_s},
            {Field::Id, tr("Id"), Group::Identity},
        };
    case NodeKind::Note:
        return {
            {Field::Text, tr("Text")},
            {Field::Near, tr("Near"), Group::Main, false, tr("A task or a gate")},
            {Field::Id, tr("Id"), Group::Identity},
        };
    case NodeKind::None:
        break;
    }
    return {};
}

QList<FieldSpec> FieldSpecs::sharedBy(const QList<NodeKind> &kinds)
{
    QList<FieldSpec> shared;
    if (kinds.isEmpty())
        return shared;
    for (const FieldSpec &spec : of(kinds.first())) {
        // A kind is another enum for tasks than for phases, so it is shared only among nodes of one kind.
        const bool everywhere = std::all_of(kinds.begin() + 1, kinds.end(), [&](NodeKind kind) {
            const QList<FieldSpec> others = of(kind);
            return spec.field != Field::Kind &&
                   std::any_of(others.begin(), others.end(), [&](const FieldSpec &other) {
                       return other.field == spec.field && other.shared;
                   });
        });
        if (spec.shared && everywhere)
            shared += spec;
    }
    return shared;
}

QString FieldSpecs::groupTitle(Group group)
{
    switch (group) {
    case Group::Main:
        return {};
    case Group::Identity:
        return tr("Identity");
    case Group::Files:
        return tr("Files");
    case Group::Validation:
        return tr("Validation and hand-off");
    case Group::Limits:
        return tr("Limits and launch");
    case Group::Rules:
        return tr("Rules");
    }
    return {};
}

namespace {

LinesRow::Words wordsFor(Field field)
{
    const auto taskIds = [](const Contents &contents) {
        QStringList ids;
        for (const auto &slot : contents.tasks)
            ids += slot.node->id;
        return ids;
    };
    switch (field) {
    case Field::Validates:
        return taskIds;
    case Field::Needs:
        return [taskIds](const Contents &contents) {
            QStringList ids = taskIds(contents);
            for (const auto &slot : contents.gates)
                ids += slot.node->id;
            return ids;
        };
    case Field::SignOff:
        return [](const Contents &contents) {
            QStringList ids;
            for (const auto &slot : contents.personas)
                ids += slot.node->id;
            return ids;
        };
    case Field::After:
        return [](const Contents &contents) {
            QStringList ids;
            for (const auto &slot : contents.phases)
                ids += slot.node->id;
            return ids;
        };
    case Field::Criteria:
        return [](const Contents &) { return namesOf<Criterion>(); };
    default:
        return nullptr;
    }
}

Value exampleOf(NodeKind kind, Field field)
{
    switch (kind) {
    case NodeKind::Workflow:
        return valueOfField(WorkflowInfo(), field);
    case NodeKind::Persona:
        return valueOfField(Persona(), field);
    case NodeKind::Phase:
        return valueOfField(Phase(), field);
    case NodeKind::Task:
        return valueOfField(Task(), field);
    case NodeKind::Gate:
        return valueOfField(Gate(), field);
    case NodeKind::Note:
        return valueOfField(Note(), field);
    case NodeKind::None:
        break;
    }
    return {};
}

bool isLongText(Field field)
{
    return field == Field::Description || field == Field::Instructions || field == Field::MissionSummary ||
           field == Field::Text;
}

bool isReference(NodeKind kind, Field field)
{
    return field == Field::Phase || field == Field::Fixes ||
           (kind == NodeKind::Task && field == Field::Persona);
}

} // namespace

FieldRow *FieldSpecs::makeRow(const FieldSpec &spec, NodeKind kind, Document &document, Theme &theme,
                              QWidget *parent)
{
    const auto make = [&]<class Row>(std::type_identity<Row>, auto &&...more) -> FieldRow * {
        return new Row(document, theme, spec.field, spec.label, more..., parent);
    };
    if (spec.field == Field::Id)
        return make(std::type_identity<IdRow>(), spec.hint);
    if (isReference(kind, spec.field))
        return make(std::type_identity<ReferenceRow>());
    const Value example = exampleOf(kind, spec.field);
    if (std::holds_alternative<QList<Need>>(example))
        return make(std::type_identity<NeedsRow>());
    if (std::holds_alternative<Executor>(example))
        return make(std::type_identity<ExecutorRow>());
    if (std::holds_alternative<RuleSettings>(example))
        return make(std::type_identity<RulesRow>());
    if (std::holds_alternative<bool>(example))
        return make(std::type_identity<SwitchRow>());
    if (spec.field == Field::Outcomes)
        return make(std::type_identity<OutcomesRow>(), spec.hint, wordsFor(spec.field));
    if (std::holds_alternative<QStringList>(example) ||
        std::holds_alternative<std::optional<QStringList>>(example) || isLongText(spec.field))
        return make(std::type_identity<LinesRow>(), spec.hint, wordsFor(spec.field));
    const bool isChoice = std::visit([]<class T>(const T &) { return std::is_enum_v<T>; }, example);
    if (isChoice)
        return make(std::type_identity<ChoiceRow>());
    return make(std::type_identity<LineRow>(), spec.hint);
}

} // namespace baton
