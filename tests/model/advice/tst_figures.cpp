// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/figures.h"
#include "model/plan/plansummary.h"
#include "tests/support/plans.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

class TestFigures : public QObject
{
    Q_OBJECT

private slots:
    void timeAndTokensAreThoseOfARunAsPlanned();
    void whatEarlierRunsToldTakesThePlaceOfThePlan();
    void theCriticalPathIsTheOneThatWasMeasured();
    void anotherModelIsAsFastAndAsThriftyAsItWasMeasured();
    void anEditIsComparedWithThePlanItChanges();
    void whatCannotRunSaysWhy();
    void aHardBudgetThatIsTooSmallStopsThePlan();
    void tenThousandTasksAreWorkedOut();

private:
    static Contents threeTasks();
};

/// plan (10 s, 1,000 tokens) → build (20 s, 2,000) → check (30 s, 3,000), multiplier 1.5.
Contents TestFigures::threeTasks()
{
    Contents contents;
    const char *ids[] = {"plan", "build", "check"};
    QString previous;
    for (int i = 0; i < 3; ++i) {
        Task task;
        task.id = QString::fromLatin1(ids[i]);
        task.budgetTokens = 1000 * (i + 1);
        task.budgetDuration = Duration{u"%1s"_s.arg(10 * (i + 1))};
        task.model = i == 1 ? u"sonnet"_s : QString();
        if (!previous.isEmpty())
            task.needs = {need(previous)};
        add(contents, task);
        previous = task.id;
    }
    return contents;
}

void TestFigures::timeAndTokensAreThoseOfARunAsPlanned()
{
    const Result<PlanFigures> figures = figuresOf(threeTasks());
    QVERIFY(figures.ok());
    QCOMPARE(figures->makespan, 60'000);
    QCOMPARE(figures->tokens, 9000); // (1,000 + 2,000 + 3,000) × 1.5
    QCOMPARE(figures->tokensOfModel.value(u"sonnet"_s), 3000);
    QCOMPARE(figures->tokensOfModel.value(QString()), 6000);
    QCOMPARE(figures->status, RunStatus::Complete);
}

namespace {

/// Enough runs in which tasks of nobody used \a tokens and \a time times what was planned.
MeasuredUse measured(double tokens, double time)
{
    return {.runs = Calibration::enoughRuns, .tasks = 3, .budgeted = 1000, .used = 1000 * tokens,
            .timedRuns = Calibration::enoughRuns, .timed = 3, .took = 3 * 7000, .plannedTime = 1000, .tookOfPlanned = 1000 * time};
}

Contents unsimulated(Contents contents)
{
    for (const auto &[key, task] : Contents(contents).tasks) {
        Task real = *task;
        real.executor = {QStringLiteral("shell"), {{QStringLiteral("command"), QStringLiteral("true")}}};
        contents.tasks.replace(key, std::make_shared<const Task>(real));
    }
    return contents;
}

} // namespace

void TestFigures::whatEarlierRunsToldTakesThePlaceOfThePlan()
{
    Calibration calibration;
    calibration.uses[{QString(), QString()}] = measured(0.5, 2);
    const Contents contents = unsimulated(threeTasks());
    const Result<PlanFigures> figures = figuresOf(contents, calibration);
    QVERIFY(figures.ok());
    QCOMPARE(figures->tokens, 500 + 3000 + 1500); // the one on sonnet keeps the multiplier
    QCOMPARE(figures->makespan, 20'000 + 20'000 + 60'000);
    // Nobody has measured what is only simulated.
    QCOMPARE(figuresOf(threeTasks(), calibration)->tokens, 9000);
    // Every forecast says the same.
    const PlanSummary summary = summarize(contents, calibration);
    QCOMPARE(summary.expectedTokens, double(figures->tokens));
    QCOMPARE(summary.makespanSeconds * 1000, double(figures->makespan));
    QCOMPARE(summary.criticalPath.seconds * 1000, double(figures->makespan));
    QCOMPARE(summary.criticalPath.expectedTokens, double(figures->tokens));
    QCOMPARE(summary.measuredTasks, 2);
    calibration.uses[{QString(), QString()}].runs = 1;
    QCOMPARE(figuresOf(contents, calibration)->tokens, 9000);
}

void TestFigures::theCriticalPathIsTheOneThatWasMeasured()
{
    Contents contents = unsimulated(threeTasks());
    contents.tasks.replace(contents.tasks.keyAt(2), [&] {
        Task free = contents.tasks.at(2);
        free.needs.clear(); // 30 s beside plan and build, which take as long.
        free.budgetDuration = Duration{u"29s"_s};
        return std::make_shared<const Task>(free);
    }());
    QCOMPARE(summarize(contents).criticalPath.tasks.size(), 2);
    Calibration calibration;
    calibration.uses[{QString(), u"sonnet"_s}] = measured(1, 0.5); // build takes ten seconds only
    const PlanSummary summary = summarize(contents, calibration);
    QCOMPARE(summary.criticalPath.tasks, QList{contents.tasks.keyAt(2)});
    QCOMPARE(summary.makespanSeconds, 29.0);
    QCOMPARE(figuresOf(contents, calibration)->makespan, 29'000);
}

void TestFigures::anotherModelIsAsFastAndAsThriftyAsItWasMeasured()
{
    Calibration calibration;
    calibration.uses[{QString(), u"haiku"_s}] = measured(0.25, 0.5);
    const Contents contents = unsimulated(threeTasks());
    const NodeKey build = contents.tasks.keyAt(1);
    const ComparedFigures figures = compareFigures(contents, Edit{}.set(build, Field::Model, u"haiku"_s), calibration);
    QCOMPARE(figures.before->tokens, 9000);
    QCOMPARE(figures.after->tokens, 1500 + 500 + 4500);
    QCOMPARE(figures.after->makespan, 10'000 + 10'000 + 30'000);
    // Where the plan names no time, what such a task took on the average is expected.
    const ComparedFigures untimed = compareFigures(contents, Edit{}.set(build, Field::Model, u"haiku"_s).set(build, Field::BudgetDuration, Duration{}), calibration);
    QCOMPARE(untimed.after->makespan, 10'000 + 7'000 + 30'000);
}

void TestFigures::anEditIsComparedWithThePlanItChanges()
{
    const Contents contents = threeTasks();
    Edit edit;
    edit.set(contents.tasks.keyAt(2), Field::Needs, QList<Need>{});
    const ComparedFigures figures = compareFigures(contents, edit);
    QCOMPARE(figures.before->makespan, 60'000);
    QCOMPARE(figures.after->makespan, 30'000); // 10 + 20 beside 30.
    QCOMPARE(figures.after->tokens, figures.before->tokens);

    Edit one = edit;
    one.set(workflowKey, Field::MaxConcurrent, qint64(1));
    QCOMPARE(compareFigures(contents, one).after->makespan, 60'000);
}

void TestFigures::whatCannotRunSaysWhy()
{
    Contents contents = threeTasks();
    Edit edit;
    edit.set(contents.tasks.keyAt(0), Field::Needs, QList<Need>{need(u"check"_s)});
    const ComparedFigures figures = compareFigures(contents, edit);
    QVERIFY(figures.before.ok());
    QVERIFY(!figures.after.ok());
    QVERIFY(!figures.after.error().message.isEmpty());
}

void TestFigures::aHardBudgetThatIsTooSmallStopsThePlan()
{
    Contents contents = threeTasks();
    contents.info.budgetTokens = 4000;
    contents.info.budgetStop = true;
    const Result<PlanFigures> figures = figuresOf(contents);
    QVERIFY(figures.ok());
    QVERIFY(figures->status != RunStatus::Complete);
    QVERIFY(figures->tokens < 9000);
}

void TestFigures::tenThousandTasksAreWorkedOut()
{
    const Contents contents = randomPlan(10'000, 15'000, 1);
    QElapsedTimer timer;
    timer.start();
    const Result<PlanFigures> figures = figuresOf(contents);
    qInfo("10,000 tasks in %lld ms", timer.elapsed());
    QVERIFY(figures.ok());
    QCOMPARE(figures->status, RunStatus::Complete);
}

QTEST_GUILESS_MAIN(TestFigures)
#include "tst_figures.moc"
