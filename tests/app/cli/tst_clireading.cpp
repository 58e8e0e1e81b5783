// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/cli/batonprocess.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>

using namespace baton::test;
using namespace Qt::StringLiterals;

class TestCliReading : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeReadIsSaidWithItsPlace_data();
    void whatCannotBeReadIsSaidWithItsPlace();
    void whatIsReadableButWrongExitsWith1_data();
    void whatIsReadableButWrongExitsWith1();
    void anUnknownKeyIsAWarningWithTheNearestKey();
    void aBadFileDoesNotHideAGoodOne();
    void problemsAreJson();
    void problemsAreSarif();
    void problemsAreAnnotations();
    void aTitleCannotStartALineOfItsOwn();
    void theProfileCanBeGiven();
    void anInputIsLookedForBelowTheRoot();
};

void TestCliReading::whatCannotBeReadIsSaidWithItsPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("says"); // Within stdout or stderr.
    const QByteArray head = "baton: 1\nname: A\n";
    QTest::newRow("broken") << u"a.baton.yaml"_s << head + "tasks: [\n  - {id: a\n" << QByteArray("a.baton.yaml:");
    QTest::newRow("newer version") << u"a.baton.yaml"_s << QByteArray("baton: 99\nname: A\n") << QByteArray("a.baton.yaml:1:");
    QTest::newRow("no version") << u"a.baton.yaml"_s << QByteArray("name: A\n") << QByteArray("[version]");
    QTest::newRow("doubled key") << u"a.baton.yaml"_s << head + "name: B\n" << QByteArray("a.baton.yaml:3:1: error");
    QTest::newRow("doubled key in JSON") << u"a.baton.json"_s << QByteArray("{\"baton\": 1, \"name\": \"A\",\n \"name\": \"B\"}") << QByteArray("a.baton.json:2:2: error");
    QTest::newRow("JSON that is YAML") << u"a.baton.json"_s << QByteArray("baton: 1\nname: A\n") << QByteArray("a.baton.json:1:1: error");
    QTest::newRow("not UTF-8") << u"a.baton.yaml"_s << head + "description: \xff\xfe\n" << QByteArray("a.baton.yaml:3:14: error");
    QTest::newRow("a bell") << u"a.baton.yaml"_s << head + "description: \"\x07\"\n" << QByteArray("a.baton.yaml:3:");
    QTest::newRow("empty") << u"a.baton.yaml"_s << QByteArray() << QByteArray("a.baton.yaml:1:1: error");
    QTest::newRow("a list") << u"a.baton.yaml"_s << QByteArray("- a\n- b\n") << QByteArray("a.baton.yaml:1:1: error");
    QTest::newRow("two documents") << u"a.baton.yaml"_s << head + "---\nbaton: 1\nname: B\n" << QByteArray("a.baton.yaml:");
    QTest::newRow("10,000 levels") << u"a.baton.yaml"_s << head + "description: " + QByteArray(10'000, '[') + QByteArray(10'000, ']') + "\n" << QByteArray("[limit]");
    QTest::newRow("10,000 open levels") << u"a.baton.json"_s << QByteArray(10'000, '[') << QByteArray("a.baton.json:1:");
    QByteArray bomb = head + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 12; ++i) {
        bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " [";
        for (int j = 0; j < 10; ++j)
            bomb += (j ? ", *a" : "*a") + QByteArray::number(i - 1);
        bomb += "]\n";
    }
    QTest::newRow("alias bomb") << u"a.baton.yaml"_s << bomb << QByteArray("[limit]");
    QTest::newRow("100 MB") << u"a.baton.yaml"_s << head + "description: " + QByteArray(100'000'000, 'x') + "\n" << QByteArray("64");
    QTest::newRow("missing") << u"missing.baton.yaml"_s << QByteArray("-") << QByteArray("missing.baton.yaml");
    QTest::newRow("folder") << u"folder"_s << QByteArray("-") << QByteArray("folder");
}

void TestCliReading::whatCannotBeReadIsSaidWithItsPlace()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, says);
    Desk desk;
    if (file == "folder"_L1)
        desk.write(u"folder/x"_s, "x");
    else if (bytes != "-")
        desk.write(file, bytes);

    QElapsedTimer clock;
    clock.start();
    for (const QString &command : {u"validate"_s, u"plan"_s}) {
        const Ran ran = desk.baton({command, file});
        QVERIFY2(ran.code == 2, ran.said());
        QVERIFY2((ran.out + ran.err).contains(says), ran.said());
        QVERIFY(ran.out.size() + ran.err.size() < 20'000);
    }
    const Ran ran = desk.baton({u"run"_s, u"--simulate"_s, file});
    QVERIFY2(ran.code == 2, ran.said());
    QVERIFY2((ran.out + ran.err).contains(says), ran.said());
    QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
}

void TestCliReading::whatIsReadableButWrongExitsWith1_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("line");
    const QByteArray head = "baton: 1\nname: A\n";
    QTest::newRow("a list for a text") << QByteArray("baton: 1\nname: [A]\n") << QByteArray("a.baton.yaml:2:7: error: ");
    QTest::newRow("a word for a number") << head + "settings: {max_concurrent: many}\n" << QByteArray("a.baton.yaml:3:28: error: ");
    QTest::newRow("an unknown word") << head + "profile: strict\n" << QByteArray("a.baton.yaml:3:10: error: ");
    QTest::newRow("a mapping for a list") << head + "tasks: {a: b}\n" << QByteArray("a.baton.yaml:3:8: error: ");
    QTest::newRow("an unknown need") << head + "personas: [{id: p}]\ntasks:\n  - {id: a, persona: p, needs: [b]}\n" << QByteArray("[unknown-reference]");
    QTest::newRow("a cycle") << head + "personas: [{id: p}]\ntasks:\n  - {id: a, persona: p, needs: [b]}\n  - {id: b, persona: p, needs: [a]}\n" << QByteArray("[cycle]");
    QTest::newRow("no name") << QByteArray("baton: 1\n") << QByteArray("a.baton.yaml:1:1: error: ");
}

void TestCliReading::whatIsReadableButWrongExitsWith1()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, line);
    Desk desk;
    desk.write(u"a.baton.yaml"_s, bytes);
    const Ran checked = desk.baton({u"validate"_s, u"a.baton.yaml"_s});
    QVERIFY2(checked.code == 1, checked.said());
    QVERIFY2(checked.out.contains(line), checked.said());
    const Ran ran = desk.baton({u"run"_s, u"--simulate"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 2, ran.said());
}

void TestCliReading::anUnknownKeyIsAWarningWithTheNearestKey()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\ndescripton: typo\n");
    const Ran ran = desk.baton({u"validate"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 0, ran.said());
    QVERIFY2(ran.out.contains("a.baton.yaml:3:1: warning: "), ran.said());
    QVERIFY2(ran.out.contains("[unknown-key]"), ran.said());
    QVERIFY2(ran.out.contains("description"), ran.said());
}

void TestCliReading::aBadFileDoesNotHideAGoodOne()
{
    Desk desk;
    desk.write(u"good.baton.yaml"_s, smallPlan());
    desk.write(u"bad.baton.yaml"_s, "baton: 1\nname: [\n");
    const Ran ran = desk.baton({u"validate"_s, u"bad.baton.yaml"_s, u"good.baton.yaml"_s, u"none.baton.yaml"_s, u"--format"_s, u"json"_s});
    QVERIFY2(ran.code == 2, ran.said());
    const QJsonArray files = ran.json()["files"_L1].toArray();
    QCOMPARE(files.size(), 3);
    QCOMPARE(files.at(0)["problems"_L1][0]["rule"_L1].toString(), u"syntax"_s);
    QCOMPARE(files.at(1)["file"_L1].toString(), u"good.baton.yaml"_s);
    QVERIFY2(ran.err.contains("none.baton.yaml"), ran.said());
}

void TestCliReading::problemsAreJson()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\npersonas: [{id: p, role: worker}]\ntasks:\n  - id: a\n    persona: p\n"
                                  "  - id: b\n    persona: p\n    needs: [a, c]\n");
    const Ran ran = desk.baton({u"validate"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s});
    QVERIFY2(ran.code == 1, ran.said());
    const QJsonObject report = ran.json();
    QCOMPARE(report.keys(), QStringList({u"errors"_s, u"files"_s, u"warnings"_s}));
    QCOMPARE(report["errors"_L1].toInt(), 1);
    bool found = false;
    for (const QJsonValue value : report["files"_L1][0]["problems"_L1].toArray()) {
        const QJsonObject problem = value.toObject();
        QCOMPARE(problem.keys(), QStringList({u"column"_s, u"fixes"_s, u"line"_s, u"message"_s, u"path"_s, u"rule"_s, u"severity"_s, u"subjects"_s}));
        if (problem["rule"_L1].toString() != "unknown-reference"_L1)
            continue;
        found = true;
        QCOMPARE(problem["severity"_L1].toString(), u"error"_s);
        QCOMPARE(problem["line"_L1].toInt(), 9);
        QCOMPARE(problem["column"_L1].toInt(), 16);
        QCOMPARE(problem["path"_L1].toString(), u"tasks[1].needs[1]"_s);
        QVERIFY(problem["subjects"_L1].toArray().contains(u"b"_s));
        QVERIFY(!problem["fixes"_L1].toArray().isEmpty());
        QVERIFY(!problem["fixes"_L1][0]["title"_L1].toString().isEmpty());
    }
    QVERIFY2(found, ran.said());
}

void TestCliReading::problemsAreSarif()
{
    Desk desk;
    desk.write(u"a b.baton.yaml"_s, "baton: 1\nname: A\ntasks:\n  - {id: a, needs: [a]}\n");
    const Ran ran = desk.baton({u"validate"_s, u"a b.baton.yaml"_s, u"--format"_s, u"sarif"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QCOMPARE(ran.json()["version"_L1].toString(), u"2.1.0"_s);
    const QJsonObject run = ran.json()["runs"_L1][0].toObject();
    QCOMPARE(run["tool"_L1]["driver"_L1]["name"_L1].toString(), u"baton"_s);
    const QJsonArray rules = run["tool"_L1]["driver"_L1]["rules"_L1].toArray();
    QVERIFY(!run["results"_L1].toArray().isEmpty());
    for (const QJsonValue value : run["results"_L1].toArray()) {
        const QJsonObject result = value.toObject();
        QCOMPARE(rules.at(result["ruleIndex"_L1].toInt())["id"_L1], result["ruleId"_L1]);
        QVERIFY(QStringList({u"error"_s, u"warning"_s, u"note"_s}).contains(result["level"_L1].toString()));
        QVERIFY(!result["message"_L1]["text"_L1].toString().isEmpty());
        const QJsonObject place = result["locations"_L1][0]["physicalLocation"_L1].toObject();
        QCOMPARE(place["artifactLocation"_L1]["uri"_L1].toString(), u"a%20b.baton.yaml"_s);
        if (place.contains("region"_L1))
            QVERIFY(place["region"_L1]["startLine"_L1].toInt() > 0);
    }
}

void TestCliReading::problemsAreAnnotations()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\ntasks:\n  - {id: a, needs: [a]}\n");
    const Ran ran = desk.baton({u"validate"_s, u"a.baton.yaml"_s, u"--format"_s, u"github"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY2(ran.out.contains("::error file=a.baton.yaml,line=4,col="), ran.said());
    QVERIFY2(ran.out.contains(",title=self-need::"), ran.said());
}

void TestCliReading::aTitleCannotStartALineOfItsOwn()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\ntasks:\n  - {id: a, title: \"x\\n::error::y \\e[31mred\", needs: [a]}\n");
    const Ran ran = desk.baton({u"validate"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 1 && ran.out.contains("x ::error::y  [31mred"), ran.said());
    QVERIFY2(!ran.out.contains('\x1b'), ran.said());
    for (const QByteArray &line : ran.out.trimmed().split('\n'))
        QVERIFY2(line.startsWith("a.baton.yaml:"), ran.said());
}

void TestCliReading::theProfileCanBeGiven()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    QCOMPARE(desk.baton({u"validate"_s, u"a.baton.yaml"_s}).code, 0);
    const Ran strict = desk.baton({u"validate"_s, u"a.baton.yaml"_s, u"--profile"_s, u"standard"_s});
    QVERIFY2(strict.code == 1, strict.said());
    QVERIFY2(strict.out.contains("[no-foundation]"), strict.said());
}

void TestCliReading::anInputIsLookedForBelowTheRoot()
{
    Desk desk;
    desk.write(u"plans/a.baton.yaml"_s, "baton: 1\nname: A\nsettings: {root: inner}\npersonas: [{id: p, role: worker}]\ntasks:\n"
                                        "  - {id: a, persona: p, inputs: [docs/in.txt], deliverables: [o.txt]}\n");
    desk.write(u"plans/docs/in.txt"_s, "in the wrong place");
    desk.write(u"plans/inner/other.txt"_s, "another file");
    const Ran without = desk.baton({u"validate"_s, u"plans/a.baton.yaml"_s});
    QVERIFY2(without.code == 1 && without.out.contains("[input-without-producer]"), without.said());
    desk.write(u"plans/inner/docs/in.txt"_s, "here");
    const Ran with = desk.baton({u"validate"_s, u"plans/a.baton.yaml"_s});
    QVERIFY2(with.code == 0, with.said());
}

QTEST_GUILESS_MAIN(TestCliReading)
#include "tst_clireading.moc"
