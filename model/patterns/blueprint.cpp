// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/patterns/blueprint.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Pattern)
};

QString letter(int i)
{
    return QString(QChar(u'a' + i));
}

QString capital(int i)
{
    return QString(QChar(u'A' + i));
}

QString lettered(const char *id, int i)
{
    return u"%1-%2"_s.arg(QLatin1StringView(id), letter(i));
}

QString numbered(const char *id, int i)
{
    return u"%1-%2"_s.arg(QLatin1StringView(id)).arg(i + 1);
}

/// Draws one pattern.
class Drawing
{
public:
    Drawing(Pattern pattern, const PatternChoice &choice)
        : m_info(infoOf(pattern))
        , m_choice(choice)
    {
    }

    Blueprint draw();

private:
    int number(const char *id) const { return m_choice.number(m_info, QString::fromLatin1(id)); }

    QString role(const QString &id, Role role, const char *model = "sonnet")
    {
        for (const PatternRole &known : m_print.roles) {
            if (known.id == id)
                return id;
        }
        m_print.roles.append({id, role, QString::fromLatin1(model)});
        return id;
    }
    QString planner() { return role(u"planner"_s, Role::Planner, "opus"); }
    QString worker(int i) { return role(lettered("worker", i), Role::Worker); }
    QString reviewer() { return role(u"reviewer"_s, Role::Validator, "opus"); }
    QString integrator() { return role(u"integrator"_s, Role::Integrator, "opus"); }
    QString coordinator() { return role(u"coordinator"_s, Role::Coordinator, "opus"); }

    int add(PatternPart part)
    {
        m_print.parts.append(std::move(part));
        return int(m_print.parts.size()) - 1;
    }

    void parallel();
    void pipeline();
    void fanOut();
    void pipelines();
    void syncPoints();
    void scout();
    void evaluation();
    void reviewers();
    void incremental();
    void refinement();
    void branching();
    void plannerWorkerQa();
    void hub();
    void phases();
    int closePhase(const char *id, const QString &title, int phase);

    PatternInfo m_info;
    const PatternChoice &m_choice;
    Blueprint m_print;
};

void Drawing::parallel()
{
    for (int i = 0; i < number("branches"); ++i)
        add({lettered("part", i), Words::tr("Part %1").arg(capital(i)), TaskKind::Work, worker(i)});
}

void Drawing::pipeline()
{
    const int count = number("stages");
    const int design = count >= 3;
    const int find = count >= 4;
    const int building = count - 1 - design - find;
    QList<int> last;
    QList<int> built;
    if (find)
        last = {add({u"find"_s, Words::tr("Find what is there"), TaskKind::Work, role(u"finder"_s, Role::Worker, "haiku")})};
    if (design)
        last = {add({u"design"_s, Words::tr("Design"), TaskKind::Plan, planner(), last})};
    for (int i = 0; i < building; ++i) {
        last = {add({building == 1 ? u"implement"_s : numbered("implement", i),
                     building == 1 ? Words::tr("Implement") : Words::tr("Implement, step %1").arg(i + 1),
                     TaskKind::Implement, worker(0), last})};
        built += last;
    }
    add({u"review"_s, Words::tr("Review"), TaskKind::Validate, reviewer(), last, built});
}

void Drawing::fanOut()
{
    const int split = add({u"split"_s, Words::tr("Split the work"), TaskKind::Plan, planner()});
    QList<int> all;
    for (int i = 0; i < number("branches"); ++i)
        all += add({lettered("part", i), Words::tr("Part %1").arg(capital(i)), TaskKind::Work, worker(i), {split}});
    add({u"merge"_s, Words::tr("Merge the parts"), TaskKind::Integrate, integrator(), all});
}

void Drawing::pipelines()
{
    const int steps = number("stages");
    const int plan = add({u"plan"_s, Words::tr("Plan the pipelines"), TaskKind::Plan, planner()});
    QList<int> ends;
    for (int line = 0; line < number("branches"); ++line) {
        int last = plan;
        QList<int> built;
        for (int step = 0; step + 1 < steps; ++step) {
            last = add({step == 0 ? lettered("build", line) : u"step-%1-%2"_s.arg(step + 1).arg(letter(line)),
                        step == 0 ? Words::tr("Build %1").arg(capital(line))
                                  : Words::tr("Go on with %1, step %2").arg(capital(line)).arg(step + 1),
                        TaskKind::Implement, worker(line), {last}});
            built += last;
        }
        ends += add({lettered("check", line), Words::tr("Check %1").arg(capital(line)), TaskKind::Validate, reviewer(),
                     {last}, built});
    }
    add({u"join"_s, Words::tr("Bring it together"), TaskKind::Integrate, integrator(), ends});
}

void Drawing::syncPoints()
{
    const int count = number("branches");
    const int rounds = number("rounds");
    const int contract = add({u"contract"_s, Words::tr("Agree on the contract"), TaskKind::Plan, planner()});
    int from = contract;
    QList<int> all;
    for (int round = 0; round < rounds; ++round) {
        QList<int> side;
        for (int i = 0; i < count; ++i)
            side += add({rounds == 1 ? lettered("side", i) : u"side-%1-%2"_s.arg(letter(i)).arg(round + 1),
                         rounds == 1 ? Words::tr("Side %1").arg(capital(i))
                                     : Words::tr("Side %1, stretch %2").arg(capital(i)).arg(round + 1),
                         TaskKind::Implement, worker(i), {from}});
        all += side;
        PatternPart gate{rounds == 1 ? u"in-step"_s : numbered("in-step", round), Words::tr("In step")};
        gate.needs = side;
        gate.isGate = true;
        from = add(gate);
    }
    add({u"test-together"_s, Words::tr("Test it together"), TaskKind::Validate, reviewer(), {from}, all});
}

void Drawing::scout()
{
    const int count = number("branches");
    const int builders = number("builders");
    QList<int> scouts;
    for (int i = 0; i < count; ++i)
        scouts += add({count == 1 ? u"scout"_s : numbered("scout", i),
                       count == 1 ? Words::tr("Scout: find the place") : Words::tr("Scout %1").arg(i + 1), TaskKind::Work,
                       role(count == 1 ? u"scout"_s : numbered("scout", i), Role::Worker, "haiku")});
    const int decide = add({u"decide"_s, Words::tr("Decide what to build"), TaskKind::Plan, planner(), scouts});
    QList<int> builds;
    for (int i = 0; i < builders; ++i)
        builds += add({builders == 1 ? u"build"_s : numbered("build", i),
                       builders == 1 ? Words::tr("Build it") : Words::tr("Build part %1").arg(i + 1), TaskKind::Implement,
                       worker(i), {decide}});
    add({u"verify"_s, Words::tr("Verify it"), TaskKind::Validate, reviewer(), builds, builds});
}

void Drawing::evaluation()
{
    const int question = add({u"question"_s, Words::tr("Pose the question"), TaskKind::Plan, planner()});
    QList<int> all;
    for (int i = 0; i < number("branches"); ++i)
        all += add({lettered("proposal", i), Words::tr("Proposal %1").arg(capital(i)), TaskKind::Work, worker(i), {question}});
    add({u"compare"_s, Words::tr("Compare and choose"), TaskKind::Decide, coordinator(), all});
}

void Drawing::reviewers()
{
    const int count = number("branches");
    const int work = add({u"implement"_s, Words::tr("Implement"), TaskKind::Implement, worker(0)});
    for (int i = 0; i < count; ++i)
        add({count == 1 ? u"review"_s : lettered("review", i),
             count == 1 ? Words::tr("Review") : Words::tr("Review %1").arg(capital(i)), TaskKind::Validate,
             role(count == 1 ? u"reviewer"_s : lettered("reviewer", i), Role::Validator, "opus"), {work}, {work}});
}

void Drawing::incremental()
{
    QList<int> last;
    for (int i = 0; i < number("stages"); ++i) {
        const int step = add({numbered("step", i), Words::tr("Step %1").arg(i + 1), TaskKind::Implement, worker(0), last});
        const int check = add({numbered("check", i), Words::tr("Check step %1").arg(i + 1), TaskKind::Validate, reviewer(),
                               {step}, {step}});
        PatternPart gate{numbered("approved", i), Words::tr("Step %1 approved").arg(i + 1)};
        gate.needs = {check};
        gate.isGate = true;
        last = {add(gate)};
    }
}

void Drawing::refinement()
{
    QList<int> last;
    const int count = number("rounds");
    for (int i = 0; i < count; ++i) {
        const bool isLast = i == count - 1;
        const QString id = i == 0 ? u"draft"_s : count == 2 ? u"refine"_s : numbered("refine", i - 1);
        const QString title = i == 0 ? Words::tr("Draft") : count == 2 ? Words::tr("Refine")
                                                                       : Words::tr("Refine, round %1").arg(i + 1);
        const int work = add({id, title, TaskKind::Implement, worker(0), last});
        last = {add({isLast ? u"final-review"_s : count == 2 ? u"first-review"_s : numbered("review", i),
                     isLast ? Words::tr("Final review") : count == 2 ? Words::tr("First review")
                                                                     : Words::tr("Review, round %1").arg(i + 1),
                     TaskKind::Validate, reviewer(), {work}, {work}})};
    }
}

void Drawing::branching()
{
    const int count = number("branches");
    PatternPart analysis{u"analyse"_s, Words::tr("Analyse and decide"), TaskKind::Decide, coordinator()};
    for (int i = 0; i < count; ++i)
        analysis.outcomes += lettered("case", i);
    const int from = add(analysis);
    for (int i = 0; i < count; ++i) {
        PatternPart branch{lettered("handle", i), Words::tr("Handle case %1").arg(capital(i)), TaskKind::Work, worker(i), {from}};
        branch.when = lettered("case", i);
        add(branch);
    }
}

void Drawing::plannerWorkerQa()
{
    const int count = number("branches");
    const int plan = add({u"plan"_s, Words::tr("Plan"), TaskKind::Plan, planner()});
    QList<int> all;
    for (int i = 0; i < count; ++i)
        all += add({count == 1 ? u"work"_s : lettered("work", i),
                    count == 1 ? Words::tr("Work") : Words::tr("Work %1").arg(capital(i)), TaskKind::Work, worker(i), {plan}});
    add({u"qa"_s, Words::tr("QA: list issues or approve"), TaskKind::Validate, reviewer(), all, all});
}

void Drawing::hub()
{
    const int out = add({u"hand-out"_s, Words::tr("Hand out the work"), TaskKind::Coordinate, coordinator()});
    QList<int> all;
    for (int i = 0; i < number("branches"); ++i)
        all += add({lettered("spoke", i), Words::tr("Spoke %1").arg(capital(i)), TaskKind::Work, worker(i), {out}});
    add({u"collect"_s, Words::tr("Collect the results"), TaskKind::Coordinate, coordinator(), all});
}

int Drawing::closePhase(const char *id, const QString &title, int phase)
{
    PatternPart gate{QString::fromLatin1(id), title};
    gate.phase = phase;
    gate.isGate = true;
    return add(gate);
}

void Drawing::phases()
{
    m_print.phases = {{u"foundation"_s, Words::tr("Foundation"), PhaseKind::Foundation},
                      {u"implementation"_s, Words::tr("Implementation"), PhaseKind::Implementation},
                      {u"validation"_s, Words::tr("Validation and documentation"), PhaseKind::Validation},
                      {u"integration"_s, Words::tr("Integration"), PhaseKind::Integration}};
    const auto task = [this](int phase, const QString &id, const QString &title, TaskKind kind, const QString &who,
                             const QList<int> &validates = {}) {
        PatternPart part{id, title, kind, who, {}, validates};
        part.phase = phase;
        return add(part);
    };
    const QString architect = role(u"architect"_s, Role::Planner, "opus");
    task(0, u"architecture"_s, Words::tr("System architecture"), TaskKind::Plan, architect);
    task(0, u"user-flows"_s, Words::tr("User flows and wireframes"), TaskKind::Plan, role(u"ux-designer"_s, Role::Planner));
    const QString manager = role(u"product-manager"_s, Role::Planner);
    task(0, u"user-stories"_s, Words::tr("User stories and golden paths"), TaskKind::Plan, manager);
    closePhase("gate-1", Words::tr("Foundation complete"), 0);
    QList<int> features;
    for (int i = 0; i < number("branches"); ++i) {
        const int feature = task(1, lettered("feature", i), Words::tr("Feature %1").arg(capital(i)), TaskKind::Implement,
                                 role(numbered("software-engineer", i), Role::Worker));
        features += feature;
        task(1, lettered("test", i), Words::tr("Tests of feature %1").arg(capital(i)), TaskKind::Test,
             role(u"sdet"_s, Role::Worker));
    }
    closePhase("gate-2", Words::tr("Implementation complete"), 1);
    const auto check = [&](const char *id, const QString &title, const char *who) {
        task(2, QString::fromLatin1(id), title, TaskKind::Validate, role(QString::fromLatin1(who), Role::Validator, "opus"),
             features);
    };
    check("full-tests", Words::tr("Full test suite, end to end"), "test-engineer");
    task(2, u"golden-paths"_s, Words::tr("Golden paths, as users go them"), TaskKind::Validate, manager, features);
    check("performance", Words::tr("Load and performance"), "performance-engineer");
    check("security", Words::tr("Security audit"), "security-engineer");
    task(2, u"documentation"_s, Words::tr("Documentation"), TaskKind::Document, role(u"documentation-writer"_s, Role::Worker));
    closePhase("gate-3", Words::tr("All validations approve"), 2);
    task(3, u"integrate"_s, Words::tr("Integrate the components"), TaskKind::Integrate,
         role(u"integration-engineer"_s, Role::Integrator, "opus"));
    task(3, u"update-architecture"_s, Words::tr("Update the architecture"), TaskKind::Document, architect);
    task(3, u"deployment"_s, Words::tr("Deployment plan"), TaskKind::Document, role(u"devops"_s, Role::Worker));
    closePhase("gate-4", Words::tr("Mission complete"), 3);
}

Blueprint Drawing::draw()
{
    switch (m_info.pattern) {
    case Pattern::Parallel:
        parallel();
        break;
    case Pattern::Pipeline:
        pipeline();
        break;
    case Pattern::FanOut:
        fanOut();
        break;
    case Pattern::Pipelines:
        pipelines();
        break;
    case Pattern::SyncPoints:
        syncPoints();
        break;
    case Pattern::Scout:
        scout();
        break;
    case Pattern::Evaluation:
        evaluation();
        break;
    case Pattern::Reviewers:
        reviewers();
        break;
    case Pattern::Incremental:
        incremental();
        break;
    case Pattern::Refinement:
        refinement();
        break;
    case Pattern::Branching:
        branching();
        break;
    case Pattern::PlannerWorkerQa:
        plannerWorkerQa();
        break;
    case Pattern::Hub:
        hub();
        break;
    case Pattern::Phases:
        phases();
        break;
    }
    return std::move(m_print);
}

} // namespace

Blueprint blueprintOf(Pattern pattern, const PatternChoice &choice)
{
    return Drawing(pattern, choice).draw();
}

} // namespace baton
