// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/advice.h"

#include "model/base/glob.h"
#include "model/plan/plansummary.h"
#include "model/rules/rules.h"
#include "model/workflow/workflow.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Advice)
};

constexpr qsizetype mostAdvice = 12;

bool isCheck(const Task &task)
{
    const TaskKind kind = task.effectiveKind();
    return kind == TaskKind::Validate || kind == TaskKind::Review;
}

/// Checks go to a reviewer; of what can run at the same time every second task goes to another worker. Where everything
/// is one row, its second half does.
Edit sharingWork(const Contents &contents)
{
    const Workflow workflow(contents);
    const QString reviewer = workflow.freshId(NodeKind::Persona, u"reviewer"_s);
    const QString worker = workflow.freshId(NodeKind::Persona, u"second-worker"_s);
    const PlanSummary summary = summarize(contents);
    QSet<NodeKey> second;
    for (const QList<NodeKey> &wave : summary.waves) {
        for (qsizetype i = 1; i < wave.size(); i += 2)
            second.insert(wave.at(i));
    }
    if (summary.maxParallel < 2) {
        for (qsizetype i = summary.waves.size() / 2; i < summary.waves.size(); ++i)
            second.insert(summary.waves.at(i).value(0));
    }
    Edit edit;
    bool hasReviewer = false;
    bool hasWorker = false;
    for (const auto &[key, task] : contents.tasks) {
        if (isCheck(*task)) {
            hasReviewer = true;
            edit.set(key, Field::Persona, QStringList{reviewer});
        } else if (second.contains(key)) {
            hasWorker = true;
            edit.set(key, Field::Persona, QStringList{worker});
        }
    }
    if (hasReviewer)
        edit.insert(Persona{.id = reviewer, .title = {}, .role = Role::Validator});
    if (hasWorker)
        edit.insert(Persona{.id = worker, .title = {}, .role = Role::Worker});
    return edit;
}

bool reads(const Task &later, const Task &earlier)
{
    return std::any_of(later.inputs.cbegin(), later.inputs.cend(), [&](const QString &input) {
        return std::any_of(earlier.deliverables.cbegin(), earlier.deliverables.cend(),
                           [&](const QString &file) { return Glob(input).intersects(Glob(file)); });
    });
}

bool needs(const Task &task, const QString &id)
{
    return std::any_of(task.needs.cbegin(), task.needs.cend(), [&](const Need &need) { return need.target == id; });
}

/// Whoever reads what the hub's givers deliver, and nothing of the hub's own, needs them and not the hub.
Edit passingDirectly(const Contents &contents, NodeKey hubKey)
{
    const Task &hub = *contents.task(hubKey);
    const IdIndex ids(contents);
    Edit edit;
    for (const auto &[key, task] : contents.tasks) {
        if (!needs(*task, hub.id) || reads(*task, hub))
            continue;
        QList<Need> direct;
        for (const Need &need : hub.needs) {
            const Task *giver = contents.task(ids.step(need.target));
            if (giver && giver->id != task->id && !needs(*task, giver->id) && reads(*task, *giver))
                direct.append(Need{.target = giver->id, .type = NeedType::Output});
        }
        if (direct.isEmpty())
            continue;
        QList<Need> all = task->needs;
        all.removeIf([&](const Need &need) { return need.target == hub.id && need.when.isEmpty(); });
        edit.set(key, Field::Needs, all + direct);
    }
    return edit;
}

/// A second task like the hub takes half of what comes in and half of what goes out.
Edit splitting(const Contents &contents, NodeKey hubKey)
{
    const Workflow workflow(contents);
    const Task &hub = *contents.task(hubKey);
    Task other = hub;
    other.id = workflow.freshId(NodeKind::Task, hub.id);
    other.title = Words::tr("%1, second half").arg(hub.displayTitle());
    other.position.reset();
    other.validates.clear();
    const auto suffixed = [&](QStringList files) {
        for (QString &file : files) {
            const qsizetype dot = file.lastIndexOf(u'.');
            file.insert(dot > file.lastIndexOf(u'/') ? dot : file.size(), u"-2"_s);
        }
        return files;
    };
    other.deliverables = suffixed(hub.deliverables);
    other.evidence = suffixed(hub.evidence);
    if (hub.budgetTokens)
        other.budgetTokens = *hub.budgetTokens / 2;
    const qsizetype half = (hub.needs.size() + 1) / 2;
    other.needs = hub.needs.sliced(half);
    Edit edit;
    edit.set(hubKey, Field::Needs, hub.needs.first(half));
    if (hub.budgetTokens)
        edit.set(hubKey, Field::BudgetTokens, std::optional<qint64>(*hub.budgetTokens - *other.budgetTokens));
    edit.insert(other, workflow.freshKey(NodeKind::Task));
    QList<NodeKey> behind;
    for (const auto &[key, task] : contents.tasks) {
        if (needs(*task, hub.id))
            behind += key;
    }
    for (qsizetype i = (behind.size() + 1) / 2; i < behind.size(); ++i) {
        QList<Need> all = contents.task(behind.at(i))->needs;
        for (Need &need : all) {
            if (need.target == hub.id)
                need.target = other.id;
        }
        edit.set(behind.at(i), Field::Needs, all);
    }
    return edit;
}

Advice adviceOn(const Contents &contents, const Problem &problem)
{
    Advice advice{problem.rule, problem.message, problem.subjects, {}, {}};
    if (problem.rule == "single-agent"_L1) {
        advice.title = Words::tr("Share the work with others");
        advice.edit = sharingWork(contents);
    } else if (problem.rule == "coordinator-bottleneck"_L1 && contents.task(problem.subjects.value(0))) {
        advice.edit = passingDirectly(contents, problem.subjects.first());
        advice.title = Words::tr("Pass results on directly");
        if (advice.edit.isEmpty()) {
            advice.edit = splitting(contents, problem.subjects.first());
            advice.title = Words::tr("Split it in two");
        }
    } else if (!problem.fixes.isEmpty()) {
        advice.title = problem.fixes.first().title;
        advice.edit = fixEdit(contents, problem, problem.fixes.first());
    }
    return advice;
}

} // namespace

QList<Advice> adviceFor(const Contents &contents, const QList<Problem> &problems)
{
    static const QSet<QString> antiPatterns{u"sequential-everything"_s, u"single-agent"_s, u"over-orchestration"_s,
                                            u"launch-everything"_s, u"coordinator-bottleneck"_s};
    QList<Advice> all;
    for (const Problem &problem : problems) {
        if (all.size() < mostAdvice && antiPatterns.contains(problem.rule))
            all += adviceOn(contents, problem);
    }
    return all;
}

QList<AdviceFigures> adviceWithFigures(const Contents &contents, const QList<Problem> &problems,
                                       const std::function<bool()> &isCancelled, const Calibration &calibration)
{
    const QList<Advice> all = adviceFor(contents, problems);
    if (all.isEmpty())
        return {};
    const Result<PlanFigures> now = figuresOf(contents, calibration);
    QList<AdviceFigures> result;
    for (const Advice &advice : all) {
        if (isCancelled && isCancelled())
            break;
        result.append({advice, {now, figuresOf(edited(contents, advice.edit), calibration)}});
    }
    return result;
}

} // namespace baton
