// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/cli/batonprocess.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTest>

using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray untidy = R"(# A plan
baton: 1
name: "Untidy"     # beside
personas:
  - id: p
    role: worker
  - {id: q, role: validator}
tasks:
    # above
    - {id: a, persona: "@p", deliverables: [x.txt]}
    -   id: b
        persona: q
        kind: validate
        validates: [a]
        verdict: true
        evidence: ["y.txt"]
)";

} // namespace

class TestCliFiles : public QObject
{
    Q_OBJECT

private slots:
    void fmtKeepsCommentsAndIsStable();
    void fmtCheckWritesNothing();
    void fmtRefusesWhatItCannotRead();
    void layoutWritesPositionsAndNothingElse();
    void diffSpeaksOfMeaningOnly();
    void aFieldThatAppearsOrGoesIsChanged();
    void exportAndImportKeepThePlan();
    void nothingIsOverwrittenUnasked();
    void theSchemaIsPrinted();
    void picturesNeedTheDesigner();
    void planSaysWhatItComesTo();
    void planReckonsWithWhatEarlierRunsTold();
    void aPlanWithErrorsIsPlannedAsFarAsItGoes();
};

void TestCliFiles::fmtKeepsCommentsAndIsStable()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, untidy);
    QCOMPARE(desk.baton({u"fmt"_s, u"--check"_s, u"a.baton.yaml"_s}).code, 1);
    const Ran formatted = desk.baton({u"fmt"_s, u"a.baton.yaml"_s});
    QVERIFY2(formatted.code == 0, formatted.said());
    const QByteArray once = desk.read(u"a.baton.yaml"_s);
    for (const char *comment : {"# A plan", "# beside", "# above"})
        QVERIFY2(once.contains(comment), once);
    QVERIFY2(!once.contains("@p"), once);
    QCOMPARE(desk.baton({u"fmt"_s, u"--check"_s, u"a.baton.yaml"_s}).code, 0);
    QCOMPARE(desk.baton({u"fmt"_s, u"a.baton.yaml"_s}).code, 0);
    QCOMPARE(desk.read(u"a.baton.yaml"_s), once);
    desk.write(u"before.baton.yaml"_s, untidy);
    const Ran same = desk.baton({u"diff"_s, u"before.baton.yaml"_s, u"a.baton.yaml"_s});
    QVERIFY2(same.code == 0, same.said());
}

void TestCliFiles::fmtCheckWritesNothing()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, untidy);
    QCOMPARE(desk.baton({u"fmt"_s, u"--check"_s, u"a.baton.yaml"_s}).code, 1);
    QCOMPARE(desk.read(u"a.baton.yaml"_s), untidy);
}

void TestCliFiles::fmtRefusesWhatItCannotRead()
{
    Desk desk;
    const QByteArray broken = "baton: 1\nname: [\n";
    desk.write(u"a.baton.yaml"_s, broken);
    const Ran ran = desk.baton({u"fmt"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 2, ran.said());
    QCOMPARE(desk.read(u"a.baton.yaml"_s), broken);
}

void TestCliFiles::layoutWritesPositionsAndNothingElse()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, untidy);
    const Ran placed = desk.baton({u"layout"_s, u"a.baton.yaml"_s});
    QVERIFY2(placed.code == 0, placed.said());
    const QByteArray after = desk.read(u"a.baton.yaml"_s);
    QVERIFY2(after.startsWith(untidy), after);
    QVERIFY2(after.mid(untidy.size()).startsWith("layout:"), after);
    QCOMPARE(desk.baton({u"layout"_s, u"a.baton.yaml"_s}).code, 0);
    QCOMPARE(desk.read(u"a.baton.yaml"_s), after);
    const Ran checked = desk.baton({u"validate"_s, u"a.baton.yaml"_s});
    QVERIFY2(checked.code == 0, checked.said());
}

void TestCliFiles::diffSpeaksOfMeaningOnly()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, untidy);
    QByteArray other = untidy;
    other.replace("{id: a, persona: \"@p\", deliverables: [x.txt]}", "{deliverables: [x.txt], persona: p, id: a}");
    desk.write(u"b.baton.yaml"_s, other + "layout:\n  a: [1, 2]\n");
    const Ran same = desk.baton({u"diff"_s, u"a.baton.yaml"_s, u"b.baton.yaml"_s, u"--format"_s, u"json"_s});
    QVERIFY2(same.code == 0, same.said());
    QCOMPARE(same.json(), (QJsonObject{{u"added"_s, QJsonArray()}, {u"removed"_s, QJsonArray()}, {u"changed"_s, QJsonArray()}}));
    QCOMPARE(desk.baton({u"diff"_s, u"a.baton.yaml"_s, u"none.baton.yaml"_s}).code, 2);
}

void TestCliFiles::aFieldThatAppearsOrGoesIsChanged()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, untidy);
    QByteArray other = untidy;
    other.replace("    -   id: b\n", "    - {id: c, persona: p, deliverables: [z.txt]}\n    -   id: b\n        title: Check\n");
    desk.write(u"b.baton.yaml"_s, other);
    const Ran differs = desk.baton({u"diff"_s, u"a.baton.yaml"_s, u"b.baton.yaml"_s, u"--format"_s, u"json"_s});
    QVERIFY2(differs.code == 1, differs.said());
    QCOMPARE(differs.json()["added"_L1].toArray().size(), 1);
    QCOMPARE(differs.json()["removed"_L1].toArray().size(), 0);
    const QJsonObject change = differs.json()["changed"_L1][0].toObject();
    QCOMPARE(change["kind"_L1].toString(), u"task"_s);
    QCOMPARE(change["id"_L1].toString(), u"b"_s);
    QCOMPARE(change["field"_L1].toString(), u"title"_s);
    QVERIFY(change["from"_L1].isNull());
    QCOMPARE(change["to"_L1].toString(), u"Check"_s);
    const Ran text = desk.baton({u"diff"_s, u"a.baton.yaml"_s, u"b.baton.yaml"_s});
    QCOMPARE(text.code, 1);
    QVERIFY2(text.out.contains("title"), text.said());
}

void TestCliFiles::exportAndImportKeepThePlan()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, untidy);
    const Ran exported = desk.baton({u"export"_s, u"a.baton.yaml"_s, u"--to"_s, u"json"_s, u"-o"_s, u"a.baton.json"_s});
    QVERIFY2(exported.code == 0, exported.said());
    QVERIFY2(exported.err.toLower().contains("comment"), exported.said());
    const Ran same = desk.baton({u"diff"_s, u"a.baton.yaml"_s, u"a.baton.json"_s});
    QVERIFY2(same.code == 0, same.said());
    const Ran imported = desk.baton({u"import"_s, u"a.baton.json"_s, u"--from"_s, u"json"_s, u"-o"_s, u"back.baton.yaml"_s});
    QVERIFY2(imported.code == 0, imported.said());
    QVERIFY(desk.read(u"back.baton.yaml"_s).startsWith("baton: 1\n"));
    QCOMPARE(desk.baton({u"diff"_s, u"a.baton.yaml"_s, u"back.baton.yaml"_s}).code, 0);
    const Ran shown = desk.baton({u"export"_s, u"a.baton.yaml"_s, u"--to"_s, u"yaml"_s});
    QCOMPARE(shown.out, untidy);
    QCOMPARE(desk.baton({u"import"_s, u"a.baton.yaml"_s, u"--from"_s, u"json"_s}).code, 2);
}

void TestCliFiles::nothingIsOverwrittenUnasked()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, untidy);
    desk.write(u"mine.json"_s, "mine");
    const QStringList exporting{u"export"_s, u"a.baton.yaml"_s, u"--to"_s, u"json"_s, u"-o"_s, u"mine.json"_s};
    QCOMPARE(desk.baton(exporting).code, 2);
    QCOMPARE(desk.read(u"mine.json"_s), QByteArray("mine"));
    const QStringList starting{u"new"_s, u"--template"_s, u"parallel"_s, u"-o"_s, u"mine.json"_s};
    QCOMPARE(desk.baton(starting).code, 2);
    QCOMPARE(desk.read(u"mine.json"_s), QByteArray("mine"));
    QCOMPARE(desk.baton(exporting + QStringList{u"--force"_s}).code, 0);
    QVERIFY(desk.read(u"mine.json"_s) != "mine");
}

void TestCliFiles::theSchemaIsPrinted()
{
    const Ran schema = Desk().baton({u"schema"_s});
    QCOMPARE(schema.code, 0);
    QVERIFY2(schema.json().contains("properties"_L1), schema.said());
}

void TestCliFiles::picturesNeedTheDesigner()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    // The command line alone, as on a server.
    QVERIFY(QFile::copy(QStringLiteral(BATON_EXECUTABLE), desk.path(u"baton"_s)));
    const Ran ran = desk.run(desk.path(u"baton"_s), {u"export"_s, u"a.baton.yaml"_s, u"--to"_s, u"png"_s, u"-o"_s, u"a.png"_s});
    QVERIFY2(ran.code == 2, ran.said());
    QVERIFY2(ran.err.contains("baton-designer"), ran.said());
    QVERIFY(!QFileInfo::exists(desk.path(u"a.png"_s)));
}

void TestCliFiles::planSaysWhatItComesTo()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    const Ran planned = desk.baton({u"plan"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s});
    QVERIFY2(planned.code == 0, planned.said());
    const QJsonObject expected{{u"waves"_s, QJsonArray{QJsonArray{u"left"_s, u"right"_s}, QJsonArray{u"check"_s}}},
                               {u"critical_path"_s, QJsonObject{{u"tasks"_s, QJsonArray{u"left"_s, u"check"_s}}, {u"tokens"_s, 1300}, {u"expected_tokens"_s, 1950}, {u"seconds"_s, 3}}},
                               {u"tokens"_s, QJsonObject{{u"budgeted"_s, 1800}, {u"with_multiplier"_s, 2700},
                                                         {u"expected"_s, 2700}, {u"calibration"_s, QJsonArray()}}},
                               {u"calibrated_tasks"_s, 0},
                               {u"calibrated_from_runs"_s, 0},
                               {u"max_parallel"_s, 2},
                               {u"makespan_seconds"_s, 3}};
    QJsonObject said = planned.json();
    const QJsonArray patterns = said.take("patterns"_L1).toArray();
    QCOMPARE(said, expected);
    QCOMPARE(patterns.size(), 1);
    QCOMPARE(patterns.first()["pattern"_L1], u"fan-out"_s);
    QCOMPARE(patterns.first()["subjects"_L1], (QJsonArray{u"left"_s, u"right"_s, u"check"_s}));
    const Ran text = desk.baton({u"plan"_s, u"a.baton.yaml"_s});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains("left, right"), text.said());
    QVERIFY2(text.out.contains("Fan-out / fan-in"), text.said());
}

void TestCliFiles::planReckonsWithWhatEarlierRunsTold()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\npersonas: [{id: hand, model: opus}, {id: other}]\ntasks:\n"
                                  "  - {id: one, persona: hand, budget: {tokens: 1000, duration: 1h}, executor: {type: shell, "
                                  "command: \"echo '{\\\"usage\\\": {\\\"input_tokens\\\": 2500}}' > $BATON_RESULT\"}}\n"
                                  "  - {id: two, persona: other, needs: [one], budget: {tokens: 100, duration: 5s}}\n");
    const Ran before = desk.baton({u"plan"_s, u"a.baton.yaml"_s});
    QVERIFY2(before.out.contains("1 h 0 min") && !before.out.contains("Calibrated"), before.said());
    for (int i = 0; i < 3; ++i) {
        const Ran ran = desk.baton({u"run"_s, u"a.baton.yaml"_s, u"--trust"_s});
        QVERIFY2(ran.code == 0, ran.said());
    }
    const Ran text = desk.baton({u"plan"_s, u"a.baton.yaml"_s});
    QVERIFY2(text.out.contains("Calibrated:    1 of 2 tasks, by what 3 earlier runs in this folder took and used\n"), text.said());
    QVERIFY2(text.out.contains("@hand, opus: 2.50 times the tokens budgeted\n"), text.said());
    QVERIFY2(text.out.contains("@hand, opus: 0.00 times the duration planned\n"), text.said());
    QVERIFY2(text.out.contains("Expected:      2,650 tokens\n"), text.said());
    const QJsonObject json = desk.baton({u"plan"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s}).json();
    QCOMPARE(json["tokens"_L1]["expected"_L1], 2650);
    QCOMPARE(json["critical_path"_L1]["expected_tokens"_L1], 2650);
    QCOMPARE(json["calibrated_tasks"_L1], 1);
    QCOMPARE(json["calibrated_from_runs"_L1], 3);
    // An hour is what the plan says; a moment and five seconds is what it takes.
    QVERIFY2(json["makespan_seconds"_L1].toDouble() < 60, text.said());
    QVERIFY2(json["critical_path"_L1]["seconds"_L1].toDouble() < 60, text.said());
}

void TestCliFiles::aPlanWithErrorsIsPlannedAsFarAsItGoes()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\npersonas: [{id: p}]\ntasks:\n  - {id: a, persona: p}\n  - {id: b, persona: p, needs: [c]}\n"
                                  "  - {id: c, persona: p, needs: [b]}\n");
    const Ran planned = desk.baton({u"plan"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s});
    QVERIFY2(planned.code == 1, planned.said());
    QCOMPARE(planned.json()["waves"_L1].toArray(), (QJsonArray{QJsonArray{u"a"_s}}));
}

QTEST_GUILESS_MAIN(TestCliFiles)
#include "tst_clifiles.moc"
