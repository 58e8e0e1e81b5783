// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/virtualrun.h"
#include "model/storage/reader.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;

class TestTemplateRuns : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateRunsToCompleteInSimulation_data();
    void everyTemplateRunsToCompleteInSimulation();
};

void TestTemplateRuns::everyTemplateRunsToCompleteInSimulation_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(BATON_SOURCE_DIR "/resources/templates"));
    for (const QFileInfo &file : folder.entryInfoList({u"*.baton.yaml"_s}, QDir::Files))
        QTest::newRow(qPrintable(file.fileName())) << file.filePath();
}

void TestTemplateRuns::everyTemplateRunsToCompleteInSimulation()
{
    QFETCH(QString, path);
    const Result<Loaded> loaded = loadWorkflow(path);
    QVERIFY(loaded.ok());
    const Result<RunPlan> plan = compile(loaded->contents);
    QVERIFY2(plan.ok(), qPrintable(plan ? QString() : plan.error().message));
    const VirtualRun run = simulate(*plan);
    QStringList unfinished;
    for (qsizetype i = 0; i < run.state.tasks.size(); ++i) {
        const TaskState state = run.state.tasks.at(i).state;
        if (state != TaskState::Complete && state != TaskState::Skipped)
            unfinished += planOf(*plan, run.state).tasks.at(i).id + u' ' + nameOf(state);
    }
    for (qsizetype i = 0; i < run.state.gates.size(); ++i) {
        const GateState state = run.state.gates.at(i).state;
        if (state != GateState::Passed && state != GateState::Skipped)
            unfinished += plan->gates.at(i).id + u' ' + nameOf(state);
    }
    QCOMPARE(unfinished, QStringList());
    QCOMPARE(run.state.status, RunStatus::Complete);
    QCOMPARE(run.state.refusals, QStringList());
    QVERIFY(run.makespan > 0);
}

QTEST_GUILESS_MAIN(TestTemplateRuns)
#include "tst_templateruns.moc"
