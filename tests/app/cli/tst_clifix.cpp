// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/problemreport.h"
#include "model/help/ruleexamples.h"
#include "tests/app/cli/batonprocess.h"
#include "tests/support/schemacheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

/// Four problems with safe fixes, and one that people have to decide.
const QByteArray broken = "# my plan\n"
                          "baton: 1\n"
                          "name: Plan # of two\n"
                          "personas: [{id: dev}, {id: tester}]\n"
                          "tasks:\n"
                          "  # the first\n"
                          "  - {id: First Task, persona: dev, deliverables: [out/../a.md]}\n"
                          "  - id: build # builds\n"
                          "    persona: tester\n"
                          "    needs:\n"
                          "      - First Task # because\n"
                          "      - build\n"
                          "  - {id: ship, needs: [build, First Task]} # äöü\n";
const QByteArray repaired = "# my plan\n"
                            "baton: 1\n"
                            "name: Plan # of two\n"
                            "personas: [{id: dev}, {id: tester}]\n"
                            "tasks:\n"
                            "  # the first\n"
                            "  - {id: first-task, persona: dev, deliverables: [a.md]}\n"
                            "  - id: build # builds\n"
                            "    persona: tester\n"
                            "    needs:\n"
                            "      - first-task # because\n"
                            "  - {id: ship, needs: [build]} # äöü\n";

/// The one that OASIS publishes; empty where the shared folder is not there.
const QJsonObject &sarifSchema()
{
    static const QJsonObject schema = [] {
        QFile file(qEnvironmentVariable("BATON_SHARED") + u"/schemas/sarif-2.1.0.schema.json"_s);
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
    }();
    return schema;
}

/// Where a line and column (in characters, from 1) are in a text.
qsizetype offsetOf(const QString &text, int line, int column)
{
    qsizetype at = 0;
    for (; line > 1; --line)
        at = text.indexOf(u'\n', at) + 1;
    for (; column > 1; --column)
        at += text.at(at).isHighSurrogate() ? 2 : 1;
    return at;
}

QString withReplacements(QString text, const QJsonArray &replacements)
{
    for (qsizetype i = replacements.size() - 1; i >= 0; --i) {
        const QJsonObject region = replacements.at(i)["deletedRegion"_L1].toObject();
        const qsizetype from = offsetOf(text, region["startLine"_L1].toInt(), region["startColumn"_L1].toInt());
        const qsizetype to = offsetOf(text, region["endLine"_L1].toInt(), region["endColumn"_L1].toInt());
        text.replace(from, to - from, replacements.at(i)["insertedContent"_L1]["text"_L1].toString());
    }
    return text;
}

} // namespace

class TestCliFix : public QObject
{
    Q_OBJECT

private slots:
    void safeFixesAreWrittenAndShown();
    void aDryRunWritesNothing();
    void theExitCodeIsOfWhatRemains();
    void whatWasFixedIsListedInJson();
    void aFileWithoutSafeFixesIsNotTouched();
    void anUnreadableFileIsNotTouched();
    void whatCannotBeEditedInPlaceIsLeftAloneAndSaid();
    void aFileThatIsNotThereIsAnErrorInEveryFormat();
    void jsonStaysJson();
    void aFileThatChangedMeanwhileIsLeftAlone();
    void aFileThatCannotBeWrittenIsSaid();
    void dryRunAloneIsBadUsage();
    void everyExampleIsValidSarif_data();
    void everyExampleIsValidSarif();
    void whateverAFileIsCalledItsSarifIsValid();
    void theFixesOfSarifAreTextThatRepairs_data();
    void theFixesOfSarifAreTextThatRepairs();
    void rulesAreListed();
    void aRuleIsExplained();
    void everyRuleIsExplainedInJson();
    void anUnknownRuleIsRefusedWithTheNearest();
};

void TestCliFix::safeFixesAreWrittenAndShown()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, broken);
    const Ran ran = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.yaml"_s});
    QCOMPARE(desk.read(u"a.baton.yaml"_s), repaired);
    QVERIFY2(ran.out.startsWith("--- a.baton.yaml\n+++ a.baton.yaml\n@@ -4,10 +4,9 @@\n"), ran.said());
    QVERIFY2(ran.out.contains("-      - First Task # because\n-      - build\n"), ran.said());
    QVERIFY2(ran.out.contains("+      - first-task # because\n"), ran.said());
    QVERIFY2(ran.err.contains("a.baton.yaml:12:9: fixed: Remove the need"), ran.said());
    QVERIFY2(ran.err.contains("[redundant-need]"), ran.said());
    // Again: nothing is left.
    const Ran again = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.yaml"_s});
    QVERIFY2(!again.out.contains("@@"), again.said());
    QCOMPARE(desk.read(u"a.baton.yaml"_s), repaired);
}

void TestCliFix::aDryRunWritesNothing()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, broken);
    const Ran ran = desk.baton({u"validate"_s, u"--fix"_s, u"--dry-run"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.out.contains("+      - first-task # because\n"), ran.said());
    QCOMPARE(desk.read(u"a.baton.yaml"_s), broken);
}

void TestCliFix::theExitCodeIsOfWhatRemains()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, broken);
    const Ran some = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.yaml"_s});
    QVERIFY2(some.code == 1 && some.out.contains("[no-persona]"), some.said());
    QVERIFY2(!some.out.contains("[self-need]"), some.said());
    desk.write(u"b.baton.yaml"_s, wrongExample(u"self-need"_s).text);
    QCOMPARE(desk.baton({u"validate"_s, u"b.baton.yaml"_s}).code, 1);
    QCOMPARE(desk.baton({u"validate"_s, u"--fix"_s, u"--dry-run"_s, u"b.baton.yaml"_s}).code, 0);
    QCOMPARE(desk.baton({u"validate"_s, u"--fix"_s, u"b.baton.yaml"_s}).code, 0);
}

void TestCliFix::whatWasFixedIsListedInJson()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, broken);
    const Ran ran = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s});
    const QJsonObject file = ran.json()["files"_L1][0].toObject();
    QStringList fixed;
    for (const QJsonValue one : file["fixed"_L1].toArray()) {
        fixed += one["rule"_L1].toString();
        QVERIFY(one["fix"_L1]["safe"_L1].toBool() && !one["fix"_L1]["title"_L1].toString().isEmpty());
    }
    fixed.sort();
    QCOMPARE(fixed, (QStringList{u"bad-id"_s, u"redundant-need"_s, u"self-need"_s, u"unsafe-path"_s}));
    QVERIFY2(file["diff"_L1].toString().startsWith(u"--- a.baton.yaml"_s), ran.said());
    QCOMPARE(ran.json()["errors"_L1].toInt(), 1);
    // Without --fix the report has the shape that it always had.
    const QJsonObject plain = desk.baton({u"validate"_s, u"a.baton.yaml"_s, u"--format"_s, u"json"_s}).json()["files"_L1][0].toObject();
    QVERIFY(!plain.contains("fixed"_L1) && !plain.contains("diff"_L1));
}

void TestCliFix::aFileWithoutSafeFixesIsNotTouched()
{
    Desk desk;
    const QByteArray text = wrongExample(u"self-validation"_s).text;
    const QString path = desk.write(u"a.baton.yaml"_s, text);
    QFile::setPermissions(path, QFileDevice::ReadOwner);
    const Ran ran = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 1 && !ran.out.contains("@@"), ran.said());
    QCOMPARE(desk.read(u"a.baton.yaml"_s), text);
}

void TestCliFix::anUnreadableFileIsNotTouched()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: [\n");
    const Ran ran = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.yaml"_s, u"missing.baton.yaml"_s});
    QVERIFY2(ran.code == 2, ran.said());
    QCOMPARE(desk.read(u"a.baton.yaml"_s), QByteArray("baton: 1\nname: [\n"));
}

void TestCliFix::whatCannotBeEditedInPlaceIsLeftAloneAndSaid()
{
    Desk desk;
    const QByteArray text = "# mine\n{baton: 1, name: x, personas: [id: p], tasks: [id: A B, id: b]}\n";
    desk.write(u"a.baton.yaml"_s, text);
    const Ran ran = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 2 && ran.err.contains("could not be edited in place"), ran.said());
    QCOMPARE(desk.read(u"a.baton.yaml"_s), text);
}

void TestCliFix::aFileThatIsNotThereIsAnErrorInEveryFormat()
{
    Desk desk;
    const auto saysIn = [&](const QString &format) { return desk.baton({u"validate"_s, u"--format"_s, format, u"gone.baton.yaml"_s}); };
    const Ran json = saysIn(u"json"_s);
    QVERIFY2(json.code == 2 && json.json()["errors"_L1].toInt() == 1, json.said());
    QVERIFY2(json.json()["files"_L1][0]["problems"_L1][0]["message"_L1].toString().contains(u"gone.baton.yaml"_s), json.said());
    const Ran sarif = saysIn(u"sarif"_s);
    const QJsonValue invocation = sarif.json()["runs"_L1][0]["invocations"_L1][0];
    QVERIFY2(sarif.code == 2 && !invocation["executionSuccessful"_L1].toBool(true), sarif.said());
    QVERIFY2(invocation["toolExecutionNotifications"_L1][0]["message"_L1]["text"_L1].toString().contains(u"gone.baton.yaml"_s), sarif.said());
    if (!sarifSchema().isEmpty())
        QCOMPARE(violations(sarifSchema(), sarif.json()), QStringList());
    const Ran github = saysIn(u"github"_s);
    QVERIFY2(github.code == 2 && github.out.startsWith("::error file=gone.baton.yaml"), github.said());
}

void TestCliFix::jsonStaysJson()
{
    Desk desk;
    desk.write(u"a.baton.json"_s, "{\"baton\": 1, \"name\": \"A\", \"personas\": [{\"id\": \"p\"}],\n"
                                  " \"tasks\": [{\"id\": \"a\", \"persona\": \"p\", \"needs\": [\"a\"]}]}\n");
    const Ran ran = desk.baton({u"validate"_s, u"--fix"_s, u"a.baton.json"_s});
    QVERIFY2(ran.code == 0, ran.said());
    const QJsonObject plan = QJsonDocument::fromJson(desk.read(u"a.baton.json"_s)).object();
    QVERIFY(plan["tasks"_L1][0]["needs"_L1].toArray().isEmpty());
    QCOMPARE(plan["tasks"_L1][0]["persona"_L1].toString(), u"p"_s);
}

void TestCliFix::aFileThatChangedMeanwhileIsLeftAlone()
{
    Desk desk;
    const QString path = desk.write(u"a.baton.yaml"_s, broken);
    CheckedFile checked = checkFile(path);
    desk.write(u"a.baton.yaml"_s, broken + "# somebody else\n");
    const Result<void> fixed = fixFile(checked, true);
    QVERIFY(!fixed);
    QCOMPARE(fixed.error().code, ErrorCode::Conflict);
    QVERIFY2(fixed.error().message.contains(u"nothing was fixed"_s), qPrintable(fixed.error().message));
    QVERIFY(checked.taken.isEmpty());
    QCOMPARE(desk.read(u"a.baton.yaml"_s), broken + "# somebody else\n");
}

void TestCliFix::aFileThatCannotBeWrittenIsSaid()
{
    Desk desk;
    const QString path = desk.write(u"a.baton.yaml"_s, broken);
    CheckedFile checked = checkFile(path);
    // Gone, and in its place what no file can replace, whoever is asking.
    QVERIFY(QFile::remove(path));
    desk.write(u"a.baton.yaml/inside"_s, "x");
    const Result<void> fixed = fixFile(checked, true);
    QVERIFY(!fixed && fixed.error().message.contains(path));
    QVERIFY(checked.taken.isEmpty() && checked.count(Severity::Error) > 1);
}

void TestCliFix::dryRunAloneIsBadUsage()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, broken);
    const Ran ran = desk.baton({u"validate"_s, u"--dry-run"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 2 && ran.err.contains("--fix"), ran.said());
}

void TestCliFix::everyExampleIsValidSarif_data()
{
    QTest::addColumn<QString>("rule");
    for (const RuleInfo &info : ruleInfos())
        QTest::addRow("%s", qPrintable(info.id)) << info.id;
}

void TestCliFix::everyExampleIsValidSarif()
{
    QFETCH(QString, rule);
    Desk desk;
    desk.write(u"README.md"_s, "x");
    desk.write(u"docs/brief.md"_s, "x");
    const CheckedFile checked = checkFile(desk.write(u"a.baton.yaml"_s, wrongExample(rule).text));
    const QJsonObject log = sarifReport({checked});
    const QJsonObject run = log["runs"_L1][0].toObject();
    const QJsonArray rules = run["tool"_L1]["driver"_L1]["rules"_L1].toArray();
    const auto named = std::find_if(rules.begin(), rules.end(), [&](const QJsonValue &one) { return one["id"_L1].toString() == rule; });
    QVERIFY(named != rules.end());
    QVERIFY(!(*named)["help"_L1]["markdown"_L1].toString().isEmpty() && !(*named)["fullDescription"_L1]["text"_L1].toString().isEmpty());
    for (const QJsonValue result : run["results"_L1].toArray())
        QVERIFY(result["locations"_L1][0]["physicalLocation"_L1]["region"_L1]["startLine"_L1].toInt() > 0);
    if (sarifSchema().isEmpty())
        QSKIP("The schema of SARIF is not here (BATON_SHARED).");
    const QStringList wrong = violations(sarifSchema(), log);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestCliFix::whateverAFileIsCalledItsSarifIsValid()
{
    if (sarifSchema().isEmpty())
        QSKIP("The schema of SARIF is not here (BATON_SHARED).");
    Desk desk;
    desk.write(u"ü 100% [1]/a b.baton.yaml"_s, broken);
    desk.write(u"unreadable.baton.yaml"_s, "baton: 1\nname: [\n");
    const QString absolute = desk.write(u"c.baton.yaml"_s, broken);
    const Ran ran = desk.baton({u"validate"_s, u"--format"_s, u"sarif"_s, u"ü 100% [1]/a b.baton.yaml"_s, u"unreadable.baton.yaml"_s, absolute});
    QCOMPARE(ran.code, 2);
    const QStringList wrong = violations(sarifSchema(), ran.json());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    QSet<QString> files;
    for (const QJsonValue result : ran.json()["runs"_L1][0]["results"_L1].toArray())
        files += result["locations"_L1][0]["physicalLocation"_L1]["artifactLocation"_L1]["uri"_L1].toString();
    QCOMPARE(files, (QSet<QString>{u"%C3%BC%20100%25%20%5B1%5D/a%20b.baton.yaml"_s, u"unreadable.baton.yaml"_s, u"file://"_s + absolute}));
    // The check sees what is wrong.
    QJsonObject log = ran.json();
    log["version"_L1] = u"2.1"_s;
    QVERIFY(!violations(sarifSchema(), log).isEmpty());
    log = ran.json();
    log["$schema"_L1] = u"no address"_s;
    QVERIFY(!violations(sarifSchema(), log).isEmpty());
}

void TestCliFix::theFixesOfSarifAreTextThatRepairs_data()
{
    everyExampleIsValidSarif_data();
}

void TestCliFix::theFixesOfSarifAreTextThatRepairs()
{
    QFETCH(QString, rule);
    const RuleExample example = wrongExample(rule);
    Desk desk;
    desk.write(u"README.md"_s, "x");
    desk.write(u"docs/brief.md"_s, "x");
    const CheckedFile checked = checkFile(desk.write(u"a.baton.yaml"_s, example.text));
    qsizetype seen = 0;
    for (const QJsonValue result : sarifReport({checked})["runs"_L1][0]["results"_L1].toArray()) {
        if (result["ruleId"_L1].toString() != rule)
            continue;
        for (const QJsonValue fix : result["fixes"_L1].toArray()) {
            const QJsonArray replacements = fix["artifactChanges"_L1][0]["replacements"_L1].toArray();
            const QByteArray text = withReplacements(QString::fromUtf8(example.text), replacements).toUtf8();
            const CheckedFile repairedFile = checkFile(desk.write(u"b.baton.yaml"_s, text));
            QVERIFY2(repairedFile.isReadable(), text);
            for (const Problem &problem : repairedFile.problems)
                QVERIFY2(problem.rule != rule, text);
            ++seen;
        }
    }
    QCOMPARE(seen, example.problems.first().fixes.size());
}

void TestCliFix::rulesAreListed()
{
    Desk desk;
    const Ran ran = desk.baton({u"rules"_s});
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.count('\n'), ruleInfos().size() + 1);
    for (const RuleInfo &info : ruleInfos())
        QVERIFY2(ran.out.contains('\n' + info.id.toUtf8() + ' '), ran.said());
}

void TestCliFix::aRuleIsExplained()
{
    Desk desk;
    const Ran ran = desk.baton({u"rules"_s, u"single-agent"_s});
    QCOMPARE(ran.code, 0);
    for (const char *part : {"One persona does everything", "core: warning, standard: warning", "From 4 tasks on.", "Seed 004",
                             "settings: {rules: {single-agent: off}}", "  - {id: design, persona: engineer}"})
        QVERIFY2(ran.out.contains(part), ran.said());
}

void TestCliFix::everyRuleIsExplainedInJson()
{
    Desk desk;
    const QJsonArray rules = desk.baton({u"rules"_s, u"--format"_s, u"json"_s}).json()["rules"_L1].toArray();
    QCOMPARE(rules.size(), ruleInfos().size());
    for (const QJsonValue rule : rules) {
        for (QLatin1String key : {"id"_L1, "title"_L1, "finds"_L1, "why"_L1, "source"_L1, "remedy"_L1, "suppression"_L1, "wrong"_L1, "right"_L1})
            QVERIFY2(!rule[key].toString().isEmpty(), key.data());
        QVERIFY(!rule["severity"_L1]["core"_L1].toString().isEmpty());
    }
    QCOMPARE(desk.baton({u"rules"_s, u"cycle"_s, u"--format"_s, u"json"_s}).json()["id"_L1].toString(), u"cycle"_s);
}

void TestCliFix::anUnknownRuleIsRefusedWithTheNearest()
{
    Desk desk;
    const Ran ran = desk.baton({u"rules"_s, u"self-valdation"_s});
    QVERIFY2(ran.code == 2 && ran.err.contains("self-validation"), ran.said());
    QVERIFY2(desk.baton({u"rules"_s, u"x"_s}).code == 2, ran.said());
}

QTEST_GUILESS_MAIN(TestCliFix)
#include "tst_clifix.moc"
