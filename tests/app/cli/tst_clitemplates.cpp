// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/cli/batonprocess.h"
#include "model/exchange/templates.h"

#include <QJsonArray>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

class TestCliTemplates : public QObject
{
    Q_OBJECT

private slots:
    void allTwentyFourAreListed();
    void eachIsMadeCheckedPlannedAndRun_data();
    void eachIsMadeCheckedPlannedAndRun();
    void everyTaskNamesEvidenceOrDeliverables_data() { eachIsMadeCheckedPlannedAndRun_data(); }
    void everyTaskNamesEvidenceOrDeliverables();
    void wavesAreThoseOfTheSource_data();
    void wavesAreThoseOfTheSource();
    void theStandardWorkflowIsComplete();
};

void TestCliTemplates::allTwentyFourAreListed()
{
    const Ran listed = Desk().baton({u"templates"_s, u"--format"_s, u"json"_s});
    QCOMPARE(listed.code, 0);
    const QJsonArray entries = listed.json()["templates"_L1].toArray();
    QCOMPARE(entries.size(), 24);
    for (const QJsonValue value : entries) {
        const QJsonObject entry = value.toObject();
        QCOMPARE(entry.keys(), QStringList({u"description"_s, u"name"_s, u"profile"_s, u"source"_s, u"tags"_s, u"title"_s, u"when_to_use"_s}));
        QVERIFY(!entry["tags"_L1].toArray().isEmpty());
        QVERIFY(!entry["source"_L1].toString().isEmpty());
        QVERIFY(!entry["when_to_use"_L1].toString().isEmpty());
    }
}

void TestCliTemplates::eachIsMadeCheckedPlannedAndRun_data()
{
    QTest::addColumn<QString>("name");
    for (const TemplateInfo &info : templates())
        QTest::newRow(qPrintable(info.name)) << info.name;
}

void TestCliTemplates::eachIsMadeCheckedPlannedAndRun()
{
    QFETCH(QString, name);
    Desk desk;
    const QString file = u"w.baton.yaml"_s;
    const Ran made = desk.baton({u"new"_s, u"--template"_s, name, u"-o"_s, file});
    QVERIFY2(made.code == 0, made.said());

    const Ran checked = desk.baton({u"validate"_s, u"--format"_s, u"json"_s, file});
    QVERIFY2(checked.code == 0, checked.said());
    QVERIFY2(checked.json()["errors"_L1].toInt(-1) == 0, checked.said());
    QVERIFY2(checked.json()["warnings"_L1].toInt(-1) == 0, checked.said());

    const Ran planned = desk.baton({u"plan"_s, u"--format"_s, u"json"_s, file});
    QVERIFY2(planned.code == 0, planned.said());
    QVERIFY2(!planned.json()["waves"_L1].toArray().isEmpty(), planned.said());

    const Ran ran = desk.baton({u"run"_s, u"--simulate"_s, u"--speed"_s, u"1000"_s, file, u"--run-dir"_s, u"r"_s});
    QVERIFY2(ran.code == 0, ran.said());
    const Ran replayed = desk.baton({u"replay"_s, u"r"_s, u"--format"_s, u"json"_s});
    QVERIFY2(replayed.code == 0, replayed.said());
    QCOMPARE(replayed.json()["run"_L1].toString(), u"COMPLETE"_s);
}

void TestCliTemplates::everyTaskNamesEvidenceOrDeliverables()
{
    QFETCH(QString, name);
    Desk desk;
    const Ran exported = desk.baton({u"new"_s, u"--template"_s, name, u"-o"_s, u"w.baton.json"_s});
    QVERIFY2(exported.code == 0, exported.said());
    Ran text;
    text.out = desk.read(u"w.baton.json"_s);
    const QJsonArray tasks = text.json()["tasks"_L1].toArray();
    QVERIFY(!tasks.isEmpty());
    for (const QJsonValue task : tasks) {
        const bool names = !task["deliverables"_L1].toArray().isEmpty() || !task["evidence"_L1].toArray().isEmpty();
        QVERIFY2(names, qPrintable(task["id"_L1].toString()));
    }
}

void TestCliTemplates::wavesAreThoseOfTheSource_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QList<int>>("sizes");
    QTest::newRow("agent rules") << u"agent-rules-extraction"_s << QList<int>{1, 4, 1, 1};
    QTest::newRow("microservices") << u"microservice-development"_s << QList<int>{1, 1, 1, 1};
    QTest::newRow("standard") << u"standard-orchestration"_s << QList<int>{3, 4, 5, 3};
}

void TestCliTemplates::wavesAreThoseOfTheSource()
{
    QFETCH(QString, name);
    QFETCH(QList<int>, sizes);
    Desk desk;
    desk.baton({u"new"_s, u"--template"_s, name, u"-o"_s, u"w.baton.yaml"_s});
    QList<int> found;
    for (const QJsonValue wave : desk.baton({u"plan"_s, u"--format"_s, u"json"_s, u"w.baton.yaml"_s}).json()["waves"_L1].toArray())
        found += int(wave.toArray().size());
    QCOMPARE(found, sizes);
}

void TestCliTemplates::theStandardWorkflowIsComplete()
{
    Desk desk;
    desk.baton({u"new"_s, u"--template"_s, u"standard-orchestration"_s, u"-o"_s, u"w.baton.json"_s});
    Ran text;
    text.out = desk.read(u"w.baton.json"_s);
    const QJsonObject workflow = text.json();
    QCOMPARE(workflow["profile"_L1].toString(), u"standard"_s);
    QCOMPARE(workflow["phases"_L1].toArray().size(), 4);
    QCOMPARE(workflow["gates"_L1].toArray().size(), 4);
    QCOMPARE(workflow["tasks"_L1].toArray().size(), 15);
    QCOMPARE(workflow["personas"_L1].toArray().size(), 11);
}

QTEST_GUILESS_MAIN(TestCliTemplates)
#include "tst_clitemplates.moc"
