// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/inserting.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// One task of a pattern; `needs` are positions in the pattern's list.
struct Part
{
    QString id;
    QString title;
    TaskKind kind;
    const char *persona;
    QList<int> needs = {};
    QList<int> validates = {};
};

struct PersonaPart
{
    const char *id;
    Role role;
};

constexpr PersonaPart personaParts[] = {
    {"planner", Role::Planner},       {"worker-a", Role::Worker},         {"worker-b", Role::Worker},
    {"worker-c", Role::Worker},       {"integrator", Role::Integrator},   {"reviewer", Role::Validator},
    {"coordinator", Role::Coordinator},
};

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Pattern)
};

QList<Part> fanOut()
{
    return {{u"split"_s, Words::tr("Split the work"), TaskKind::Plan, "planner"},
            {u"part-a"_s, Words::tr("Part A"), TaskKind::Work, "worker-a", {0}},
            {u"part-b"_s, Words::tr("Part B"), TaskKind::Work, "worker-b", {0}},
            {u"part-c"_s, Words::tr("Part C"), TaskKind::Work, "worker-c", {0}},
            {u"merge"_s, Words::tr("Merge the parts"), TaskKind::Integrate, "integrator", {1, 2, 3}}};
}

QList<Part> pipelines()
{
    QList<Part> parts{{u"plan"_s, Words::tr("Plan the pipelines"), TaskKind::Plan, "planner"}};
    const char *workers[] = {"worker-a", "worker-b", "worker-c"};
    for (int line = 0; line < 3; ++line) {
        const QString letter(QChar(u'a' + line));
        const int first = int(parts.size());
        parts.append({u"build-"_s + letter, Words::tr("Build %1").arg(letter.toUpper()), TaskKind::Implement, workers[line], {0}});
        parts.append({u"check-"_s + letter, Words::tr("Check %1").arg(letter.toUpper()), TaskKind::Validate, "reviewer",
                      {first}, {first}});
    }
    parts.append({u"join"_s, Words::tr("Bring it together"), TaskKind::Integrate, "integrator", {2, 4, 6}});
    return parts;
}

QList<Part> scout()
{
    return {{u"scout"_s, Words::tr("Scout: find the place"), TaskKind::Work, "worker-a"},
            {u"decide"_s, Words::tr("Decide what to build"), TaskKind::Plan, "planner", {0}},
            {u"build"_s, Words::tr("Build it"), TaskKind::Implement, "worker-b", {1}},
            {u"verify"_s, Words::tr("Verify it"), TaskKind::Validate, "reviewer", {2}, {2}}};
}

QList<Part> evaluation()
{
    return {{u"question"_s, Words::tr("Pose the question"), TaskKind::Plan, "planner"},
            {u"proposal-a"_s, Words::tr("Proposal A"), TaskKind::Work, "worker-a", {0}},
            {u"proposal-b"_s, Words::tr("Proposal B"), TaskKind::Work, "worker-b", {0}},
            {u"proposal-c"_s, Words::tr("Proposal C"), TaskKind::Work, "worker-c", {0}},
            {u"compare"_s, Words::tr("Compare and choose"), TaskKind::Decide, "coordinator", {1, 2, 3}}};
}

QList<Part> refinement()
{
    return {{u"draft"_s, Words::tr("Draft"), TaskKind::Implement, "worker-a"},
            {u"first-review"_s, Words::tr("First review"), TaskKind::Validate, "reviewer", {0}, {0}},
            {u"refine"_s, Words::tr("Refine"), TaskKind::Implement, "worker-a", {1}},
            {u"final-review"_s, Words::tr("Final review"), TaskKind::Validate, "reviewer", {2}, {2}}};
}

QList<Part> partsOf(Pattern pattern)
{
    switch (pattern) {
    case Pattern::FanOut:
        return fanOut();
    case Pattern::Pipelines:
        return pipelines();
    case Pattern::Scout:
        return scout();
    case Pattern::Evaluation:
        return evaluation();
    case Pattern::Refinement:
        return refinement();
    }
    return {};
}

Role roleOf(QLatin1StringView persona)
{
    for (const PersonaPart &part : personaParts) {
        if (persona == QLatin1StringView(part.id))
            return part.role;
    }
    return Role::Unset;
}

} // namespace

QString titleOf(Pattern pattern)
{
    switch (pattern) {
    case Pattern::FanOut:
        return Words::tr("Fan-out / fan-in");
    case Pattern::Pipelines:
        return Words::tr("Parallel pipelines");
    case Pattern::Scout:
        return Words::tr("Scout / build");
    case Pattern::Evaluation:
        return Words::tr("Competitive evaluation");
    case Pattern::Refinement:
        return Words::tr("Incremental refinement");
    }
    return {};
}

QString descriptionOf(Pattern pattern)
{
    switch (pattern) {
    case Pattern::FanOut:
        return Words::tr("One plan, several parts done at the same time, one merge. Fits work that falls into independent pieces.");
    case Pattern::Pipelines:
        return Words::tr("The same stages for several things at once. Fits features that do not touch each other.");
    case Pattern::Scout:
        return Words::tr("A cheap look around before anything is built. Fits bugs and code nobody knows well.");
    case Pattern::Evaluation:
        return Words::tr("Several answers to one question, then a choice. Fits decisions that are dear to take back.");
    case Pattern::Refinement:
        return Words::tr("Draft, review, refine, review. Fits work whose quality matters more than its speed.");
    }
    return {};
}

QString iconOf(Pattern pattern)
{
    switch (pattern) {
    case Pattern::FanOut:
        return u"fan-out"_s;
    case Pattern::Pipelines:
        return u"pipelines"_s;
    case Pattern::Scout:
        return u"scout"_s;
    case Pattern::Evaluation:
        return u"evaluation"_s;
    case Pattern::Refinement:
        return u"refinement"_s;
    }
    return {};
}

Insertion insertingPattern(const Workflow &workflow, Pattern pattern, const InsertPlace &place)
{
    const QList<Part> parts = partsOf(pattern);
    Insertion result;
    result.name = Words::tr("Insert %1").arg(titleOf(pattern));

    QSet<QString> personas;
    QSet<QString> taken;
    QStringList ids;
    for (const Part &part : parts) {
        const QString persona = QString::fromLatin1(part.persona);
        if (!personas.contains(persona) && workflow.ids().persona(persona).isNull())
            result.edit.insert(Persona{.id = persona, .title = {}, .role = roleOf(QLatin1StringView(part.persona))});
        personas.insert(persona);
        // Ids that are fresh in the plan and differ among themselves.
        QString id = workflow.freshId(NodeKind::Task, part.id);
        for (int n = 2; taken.contains(id); ++n)
            id = workflow.freshId(NodeKind::Task, u"%1-%2"_s.arg(part.id).arg(n));
        taken.insert(id);
        ids.append(id);
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Part &part = parts.at(i);
        const NodeKey key = workflow.freshKey(NodeKind::Task);
        Task task;
        task.id = ids.at(i);
        task.title = part.title;
        task.phase = place.phase;
        task.personas = {QString::fromLatin1(part.persona)};
        task.kind = part.kind;
        for (int need : part.needs)
            task.needs.append(Need{.target = ids.at(need), .type = NeedType::Output});
        for (int validated : part.validates)
            task.validates.append(ids.at(validated));
        const QString file = u"%1.md"_s.arg(task.id);
        if (part.kind == TaskKind::Validate)
            task.evidence = {u"evidence/"_s + file};
        else
            task.deliverables = {u"out/"_s + file};
        if (i == 0)
            result.key = key;
        result.edit.insert(task, key);
    }
    return result;
}

} // namespace baton
