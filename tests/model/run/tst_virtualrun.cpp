// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/virtualrun.h"

#include "tests/support/plans.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

class TestVirtualRun : public QObject
{
    Q_OBJECT

private slots:
    void aChainRunsOneAfterTheOther();
    void aLargePlanRunsInASecondOrTwo();
};

void TestVirtualRun::aChainRunsOneAfterTheOther()
{
    const auto plan = compile(chain({u"plan"_s, u"build"_s, u"check"_s}));
    QVERIFY(plan.ok());
    const VirtualRun run = simulate(*plan);
    QCOMPARE(run.state.status, RunStatus::Complete);
    QCOMPARE(run.makespan, 9000);
    QCOMPARE(run.state.refusals, QStringList());
}

void TestVirtualRun::aLargePlanRunsInASecondOrTwo()
{
    Contents contents = randomPlan(100'000, 150'000, 1);
    contents.info.maxConcurrent = 64;
    QElapsedTimer timer;
    timer.start();
    const auto plan = compile(contents);
    QVERIFY2(plan.ok(), qPrintable(plan ? QString() : plan.error().message));
    qInfo("compiled in %lld ms", timer.restart());
    const VirtualRun run = simulate(*plan, {.keepsEvents = false});
    qInfo("%lld events in %lld ms, makespan %lld s", run.state.seq, timer.elapsed(), run.makespan / 1000);
    QCOMPARE(run.state.status, RunStatus::Complete);
    QCOMPARE(run.state.refusals, QStringList());
}

QTEST_GUILESS_MAIN(TestVirtualRun)
#include "tst_virtualrun.moc"
