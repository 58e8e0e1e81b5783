// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/advance.h"
#include "model/run/taskfiles.h"
#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

/// What a task leaves behind becomes reports of it.
class TestTaskFiles : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void anAnswerGivesTheVerdictThatNoResultFileGave();
    void aResultFileOutweighsTheAnswer();
    void onlyAValidationsVerdictCounts();
    void onlyADeclaredOutcomeCounts();
    void whatIsWrongWithAnAnswerIsSeenOnItsTask();

private:
    RunPlan m_plan;
    const PlanTask &task(const QString &id) const { return m_plan.tasks.at(m_plan.indexOfTask(id)); }
};

namespace {

const QString rejection = u"[QA]\nIssues:\n- severity: major; where: a.cpp:1; what: null\nVerdict: rejected\n"_s;

QStringList typesOf(const QList<WorkerReport> &reports)
{
    QStringList types;
    for (const WorkerReport &report : reports)
        types += nameOf(report.type);
    return types;
}

} // namespace

void TestTaskFiles::initTestCase()
{
    Contents contents = chain({u"build"_s});
    Task audit;
    audit.id = u"audit"_s;
    audit.validates = {u"build"_s};
    add(contents, audit);
    Task choice;
    choice.id = u"choice"_s;
    choice.outcomes = {u"left"_s, u"right"_s};
    add(contents, choice);
    Result<RunPlan> plan = compile(contents);
    QVERIFY(plan.ok());
    m_plan = *plan;
}

void TestTaskFiles::anAnswerGivesTheVerdictThatNoResultFileGave()
{
    const QList<WorkerReport> reports = reportsOfAnswer(rejection, task(u"audit"_s), {});
    QCOMPARE(typesOf(reports), QStringList{u"worker.verdict"_s});
    QCOMPARE(reports.first().data["verdict"_L1].toString(), u"rejected"_s);
    QCOMPARE(reports.first().data["issues"_L1][0]["where"_L1].toString(), u"a.cpp:1"_s);
}

void TestTaskFiles::aResultFileOutweighsTheAnswer()
{
    QCOMPARE(reportsOfAnswer(rejection, task(u"audit"_s), {{EventType::WorkerVerdict}}), QList<WorkerReport>());
}

void TestTaskFiles::onlyAValidationsVerdictCounts()
{
    QCOMPARE(reportsOfAnswer(rejection, task(u"build"_s), {}), QList<WorkerReport>());
}

void TestTaskFiles::onlyADeclaredOutcomeCounts()
{
    const QList<WorkerReport> reports = reportsOfAnswer(u"[WORKER]\nDone.\nOutcome: left\n"_s, task(u"choice"_s), {});
    QCOMPARE(reports, (QList<WorkerReport>{{EventType::WorkerOutcome, {{u"outcome"_s, u"left"_s}}}}));
    QCOMPARE(reportsOfAnswer(u"[WORKER]\nOutcome: up\n"_s, task(u"choice"_s), {}), QList<WorkerReport>());
}

void TestTaskFiles::whatIsWrongWithAnAnswerIsSeenOnItsTask()
{
    const QList<WorkerReport> reports = reportsOfAnswer(u"[PLANNER]\nMission: go\n[QA]\nVerdict: approved\nApproved output: a\n"_s, task(u"audit"_s), {});
    QCOMPARE(typesOf(reports), QStringList{u"worker.checkpoint"_s});
    RunDriver run(chain({u"build"_s}));
    run.start();
    run.begin(u"build"_s);
    run.record(EventType::WorkerCheckpoint, u"build"_s, {{u"checkpoint"_s, u"half"_s}});
    run.record(EventType::WorkerCheckpoint, u"build"_s, reports.first().data);
    QCOMPARE(run.task(u"build"_s).problems.size(), 2);
    QCOMPARE(run.task(u"build"_s).checkpoint, u"half"_s);
    run.complete(u"build"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
}

QTEST_GUILESS_MAIN(TestTaskFiles)
#include "tst_taskfiles.moc"
