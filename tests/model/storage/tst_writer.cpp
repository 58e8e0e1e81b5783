// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/exchange/templates.h"
#include "model/storage/writer.h"
#include "model/workflow/workflow.h"
#include "tests/support/plans.h"
#include "tests/support/randomedits.h"
#include "tests/support/seed.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

QByteArray everyField()
{
    QFile file(QStringLiteral(BATON_SOURCE_DIR "/tests/data/every-field.baton.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Loaded read(const QByteArray &text)
{
    return readWorkflow(text, FileKind::Yaml);
}

/// The text after \a edit was made in a file that said \a text.
QByteArray edited(const QByteArray &text, const std::function<void(Workflow &)> &edit, FileKind kind = FileKind::Yaml)
{
    const Loaded loaded = readWorkflow(text, kind);
    Workflow workflow(loaded.contents);
    edit(workflow);
    return writeWorkflow(workflow.contents(), loaded.source.get(), kind);
}

Edit setting(NodeKey key, Field field, Value value)
{
    return Edit().set(key, field, std::move(value));
}

NodeKey taskKey(const Workflow &workflow, const QString &id)
{
    return workflow.ids().step(id);
}

} // namespace

class TestWriter : public QObject
{
    Q_OBJECT

private slots:
    void openedAndSavedIsTheSameFile_data();
    void openedAndSavedIsTheSameFile();
    void aWrittenFieldReadsTheSame();
    void jsonSaysTheSameAsYaml();
    void editingOneValueChangesOnlyItsLine();
    void aCommentBesideAnEditedValueStays();
    void commentsFollowTheirItems();
    void blankLinesGoWithWhatFollows();
    void newKeysStandInTheOrderOfTheFormat();
    void shortAndLongFormsKeepTheirStyle();
    void wrongValuesAndUnknownKeysAreKept();
    void multiLineTextBecomesALiteralBlock();
    void windowsLineBreaksStay();
    void aFileWithoutLastLineBreakIsNotSpoilt();
    void theLayoutFollowsNodesAndNames();
    void listsInBracketsStayInBrackets();
    void jsonKeepsItsFormatting();
    void exportCarriesUnknownKeysAlong();
    void anchorsAreSurvived();
    void onlyWhatWasEditedIsWrittenAnewBesideAnchors_data();
    void onlyWhatWasEditedIsWrittenAnewBesideAnchors();
    void aFileWrittenAnewKeepsItsLineEndsAndMark();
    void randomEditsReadBackTheSame_data();
    void randomEditsReadBackTheSame();
    void formattedFilesSayTheSameAndStayFormatted_data();
    void formattedFilesSayTheSameAndStayFormatted();
    void formattingKeepsCommentsAndOrdersKeys();
    void savedTwiceFromTheSavedText();
};

void TestWriter::openedAndSavedIsTheSameFile_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("every field") << everyField();
    QTest::newRow("CRLF") << everyField().replace("\n", "\r\n");
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + everyField();
    QTest::newRow("odd style") << QByteArray("# head\n---\n'baton'  :   1   # one\nname :    \"x\"\ntasks   : [ {id : a} ,{id: b},\n   {id: c}]\n...\n# tail");
    for (const TemplateInfo &info : templates())
        QTest::newRow(qPrintable(info.name)) << templateText(info.name).value();
}

void TestWriter::openedAndSavedIsTheSameFile()
{
    QFETCH(QByteArray, text);
    const Loaded loaded = read(text);
    QVERIFY(loaded.readable);
    QCOMPARE(writeWorkflow(loaded.contents, loaded.source.get(), FileKind::Yaml), text);
}

void TestWriter::aWrittenFieldReadsTheSame()
{
    const Contents contents = read(everyField()).contents;
    const QByteArray text = writeWorkflow(contents, nullptr, FileKind::Yaml);
    const Loaded again = read(text);
    QCOMPARE(again.problems, QList<Problem>());
    QCOMPARE(again.contents, contents);
}

void TestWriter::jsonSaysTheSameAsYaml()
{
    const Contents contents = read(everyField()).contents;
    const QByteArray json = writeWorkflow(contents, nullptr, FileKind::Json);
    QVERIFY(QJsonDocument::fromJson(json).isObject());
    QVERIFY(json.contains("\n  \"tasks\": [\n"));
    const Loaded again = readWorkflow(json, FileKind::Json);
    QCOMPARE(again.problems, QList<Problem>());
    QCOMPARE(again.contents, contents);
    QCOMPARE(writeWorkflow(again.contents, again.source.get(), FileKind::Json), json);
}

void TestWriter::editingOneValueChangesOnlyItsLine()
{
    const QByteArray text = edited(everyField(), [](Workflow &workflow) {
        workflow.apply(setting(taskKey(workflow, u"system-design"_s), Field::BudgetTokens, std::optional<qint64>(99)));
    });
    QCOMPARE(text, everyField().replace("budget: {tokens: 150000, duration", "budget: {tokens: 99, duration"));
}

void TestWriter::aCommentBesideAnEditedValueStays()
{
    QByteArray text = edited(everyField(), [](Workflow &workflow) {
        workflow.apply(setting(workflowKey, Field::Profile, Profile::Core));
        workflow.apply(setting(workflowKey, Field::MaxConcurrent, qint64(4)));
        workflow.apply(setting(taskKey(workflow, u"system-design"_s), Field::Persona, QStringList{u"reviewer"_s}));
    });
    QByteArray expected = everyField();
    expected.replace("profile: standard  ", "profile: core  ");
    expected.replace("max_concurrent: 6  ", "max_concurrent: 4  ");
    expected.replace("persona: architect  ", "persona: reviewer  ");
    QCOMPARE(text, expected);
}

void TestWriter::commentsFollowTheirItems()
{
    const QByteArray head = "baton: 1\nname: x\ntasks:\n";
    const QByteArray a = "  # about a\n  - id: a   # beside a\n    title: A\n";
    const QByteArray b = "\n  # about b\n\n  # more about b\n  - id: b\n    # about the title\n    title: B # beside the title\n";
    const QByteArray c = "  - # beside the dash\n    id: c\n";
    const QByteArray tail = "\n# the end\n";
    const QByteArray whole = head + a + b + c + tail;
    const auto moveFirstToEnd = [](Workflow &workflow) {
        const NodeKey key = taskKey(workflow, u"a"_s);
        const Task task = *workflow.task(key);
        workflow.apply(Edit().remove(key).insert(task, key));
    };
    QCOMPARE(edited(whole, moveFirstToEnd), head + b + c + a + tail);
    const auto removeSecond = [](Workflow &workflow) { workflow.apply(workflow.removing({taskKey(workflow, u"b"_s)})); };
    QCOMPARE(edited(whole, removeSecond), head + a + c + tail);
    const auto insertBetween = [](Workflow &workflow) { workflow.apply(Edit().insert(Task{.id = u"n"_s}, {}, 1)); };
    QCOMPARE(edited(whole, insertBetween), head + a + "  - id: n\n" + b + c + tail);
    const auto removeFirstTitle = [](Workflow &workflow) { workflow.apply(setting(taskKey(workflow, u"b"_s), Field::Title, QString())); };
    QCOMPARE(edited(whole, removeFirstTitle), head + a + "\n  # about b\n\n  # more about b\n  - id: b\n" + c + tail);
}

void TestWriter::blankLinesGoWithWhatFollows()
{
    const QByteArray text = edited(everyField(), [](Workflow &workflow) {
        workflow.apply(workflow.removing({taskKey(workflow, u"other-task"_s)}));
    });
    QVERIFY(text.contains("executor: {type: shell, command: \"make design\"}\n\ngates:\n"));
    QVERIFY(!text.contains("other-task"));
}

void TestWriter::newKeysStandInTheOrderOfTheFormat()
{
    const QByteArray text = edited("baton: 1\nname: x\ntasks:\n  - id: a\n    phase: p # where\n    evidence: [e]\nlayout:\n  a: [1, 2]\n", [](Workflow &workflow) {
        const NodeKey key = taskKey(workflow, u"a"_s);
        workflow.apply(setting(key, Field::Executor, Executor{u"shell"_s, {{u"command"_s, u"make all"_s}}}));
        workflow.apply(setting(key, Field::Title, u"A: first"_s));
        workflow.apply(setting(key, Field::BudgetTokens, std::optional<qint64>(5)));
        workflow.apply(setting(key, Field::Needs, QList<Need>{{u"b"_s}, {u"c"_s, NeedType::Output}}));
        workflow.apply(setting(workflowKey, Field::MissionSummary, u"Do it."_s));
        workflow.apply(Edit().insert(Gate{.id = u"g"_s, .needs = {u"a"_s}}));
    });
    QCOMPARE(text, QByteArray("baton: 1\nname: x\nmission:\n  summary: Do it.\ntasks:\n  - id: a\n    title: \"A: first\"\n    phase: p # where\n"
                              "    needs:\n      - b\n      - {task: c, type: output}\n    evidence: [e]\n    budget: {tokens: 5}\n"
                              "    executor: {type: shell, command: make all}\ngates:\n  - id: g\n    needs: [a]\nlayout:\n  a: [1, 2]\n"));
}

void TestWriter::shortAndLongFormsKeepTheirStyle()
{
    const QByteArray base = "baton: 1\nname: x\ntasks:\n- id: a\n  persona: [p]\n  timeout: 5m # all in all\n  needs: [b, {task: c, mood: x}]\n  rules: {r: off}\n";
    const QByteArray text = edited(base, [](Workflow &workflow) {
        const NodeKey key = taskKey(workflow, u"a"_s);
        workflow.apply(setting(key, Field::Persona, QStringList{u"q"_s}));
        workflow.apply(setting(key, Field::TimeoutIdle, Duration{u"1m"_s}));
        QList<Need> needs = workflow.task(key)->needs;
        needs[1].type = NeedType::Output;
        workflow.apply(setting(key, Field::Needs, needs));
        workflow.apply(setting(key, Field::Rules, RuleSettings{{u"r"_s, {Severity::Off, u"spike"_s}}}));
    });
    QCOMPARE(text, QByteArray("baton: 1\nname: x\ntasks:\n- id: a\n  persona: [q]\n  timeout: {total: 5m, idle: 1m} # all in all\n"
                              "  needs: [b, {task: c, type: output, mood: x}]\n  rules: {r: {severity: off, reason: spike}}\n"));
}

void TestWriter::wrongValuesAndUnknownKeysAreKept()
{
    const QByteArray base = "baton: 1\nname: x\nextra: [1, {a: b}]\ntasks:\n  - id: a\n    kind: fly\n    budget: lots\n    mood: good # really\n"
                            "    inputs: [x, {y: z}, w]\n  - just text\n  - id: b\nlayout:\n  gone: [1, 2]\n  a: here\n";
    const QByteArray text = edited(base, [](Workflow &workflow) {
        workflow.apply(setting(taskKey(workflow, u"a"_s), Field::Title, u"A"_s));
        workflow.apply(setting(taskKey(workflow, u"a"_s), Field::Inputs, QStringList{u"v"_s, u"w"_s}));
        workflow.apply(setting(taskKey(workflow, u"b"_s), Field::Title, u"B"_s));
    });
    QByteArray expected = base;
    expected.replace("- id: a\n", "- id: a\n    title: A\n").replace("[x, {y", "[v, {y").replace("- id: b\n", "- id: b\n    title: B\n");
    QCOMPARE(text, expected);
}

void TestWriter::multiLineTextBecomesALiteralBlock()
{
    const QByteArray base = "baton: 1\nname: x\ntasks:\n  - id: a\n    description: short # why\n    persona: p\n";
    const auto describe = [](const QString &text) {
        return [text](Workflow &workflow) { workflow.apply(setting(taskKey(workflow, u"a"_s), Field::Description, text)); };
    };
    const QByteArray literal = "baton: 1\nname: x\ntasks:\n  - id: a\n    description: | # why\n      one\n\n      two\n    persona: p\n";
    QCOMPARE(edited(base, describe(u"one\n\ntwo\n"_s)), literal);
    QCOMPARE(edited(literal, describe(u"short"_s)), base);
    QCOMPARE(edited(literal, describe(u"one\nthree"_s)), QByteArray(literal).replace("| #", "|- #").replace("\n\n      two", "\n      three"));
}

void TestWriter::windowsLineBreaksStay()
{
    const QByteArray text = edited(everyField().replace("\n", "\r\n"), [](Workflow &workflow) {
        workflow.apply(setting(taskKey(workflow, u"other-task"_s), Field::Description, u"one\ntwo\n"_s));
        workflow.apply(Edit().insert(Persona{.id = u"new"_s, .title = u"New"_s}));
    });
    QVERIFY(text.contains("description: |\r\n      one\r\n      two\r\n"));
    QCOMPARE(text.count('\n'), text.count("\r\n"));
}

void TestWriter::aFileWithoutLastLineBreakIsNotSpoilt()
{
    const QByteArray text = edited("baton: 1\nname: x\ntasks:\n  - id: a\n  - id: b", [](Workflow &workflow) {
        workflow.apply(Edit().insert(Task{.id = u"c"_s}));
        workflow.apply(setting(workflowKey, Field::Description, u"d"_s));
    });
    QCOMPARE(text, QByteArray("baton: 1\nname: x\ndescription: d\ntasks:\n  - id: a\n  - id: b\n  - id: c\n"));
}

void TestWriter::theLayoutFollowsNodesAndNames()
{
    const QByteArray base = "baton: 1\nname: x\ntasks:\n  - id: a\n  - id: b\n  - id: c\nlayout:\n  a: [1, 2]   # corner\n  b: [3, 4]\n  # nobody's\n  old: [5, 6]\n";
    const QByteArray text = edited(base, [](Workflow &workflow) {
        workflow.apply(workflow.renaming(taskKey(workflow, u"a"_s), u"old"_s).value());
        workflow.apply(workflow.removing({taskKey(workflow, u"b"_s)}));
        workflow.apply(setting(taskKey(workflow, u"c"_s), Field::Position, std::optional(QPointF(7, 8.5))));
    });
    QCOMPARE(text, QByteArray("baton: 1\nname: x\ntasks:\n  - id: old\n  - id: c\nlayout:\n  old: [1, 2]   # corner\n  c: [7, 8.5]\n"));
}

void TestWriter::listsInBracketsStayInBrackets()
{
    const QByteArray base = "baton: 1\nname: x\ntasks: [{id: a, inputs: [one, two,  three]},   # first\n  {id: b}]\n";
    const QByteArray text = edited(base, [](Workflow &workflow) {
        workflow.apply(setting(taskKey(workflow, u"a"_s), Field::Inputs, QStringList{u"one"_s, u"three"_s, u"a, b"_s}));
        workflow.apply(Edit().insert(Task{.id = u"c"_s}));
    });
    QCOMPARE(text, QByteArray("baton: 1\nname: x\ntasks: [{id: a, inputs: [one,  three, \"a, b\"]},   # first\n  {id: b},\n  {id: c}]\n"));
    const auto swap = [](Workflow &workflow) {
        const NodeKey key = taskKey(workflow, u"a"_s);
        const Task task = *workflow.task(key);
        workflow.apply(Edit().remove(key).insert(task, key));
    };
    QCOMPARE(read(edited(base, swap)).contents.tasks.at(1).id, u"a"_s);
}

void TestWriter::jsonKeepsItsFormatting()
{
    const QByteArray base = "{\n\t\"baton\": 1,\n\t\"name\": \"x\",\n\t\"tasks\": [\n\t\t{\"id\": \"a\",   \"mood\": 5},\n\t\t{\n\t\t\t\"id\": \"b\"\n\t\t}\n\t]\n}\n";
    const QByteArray text = edited(base, [](Workflow &workflow) {
        workflow.apply(setting(taskKey(workflow, u"b"_s), Field::Title, u"B \"b\""_s));
        workflow.apply(Edit().insert(Task{.id = u"c"_s, .evidence = {u"e"_s}}));
    }, FileKind::Json);
    QCOMPARE(text, QByteArray("{\n\t\"baton\": 1,\n\t\"name\": \"x\",\n\t\"tasks\": [\n\t\t{\"id\": \"a\",   \"mood\": 5},\n\t\t{\n\t\t\t\"id\": \"b\",\n\t\t\t\"title\": \"B \\\"b\\\"\"\n\t\t},\n"
                              "\t\t{\n\t\t\t\"id\": \"c\",\n\t\t\t\"evidence\": [\"e\"]\n\t\t}\n\t]\n}\n"));
}

void TestWriter::exportCarriesUnknownKeysAlong()
{
    const QByteArray base = "baton: 1\nname: 007\nextra: [1, {a: 0x10}]\nsettings: {mood: good}\ntasks:\n  - id: a\n    kind: fly\n    x-cost: 1.5\n    needs: [{task: b, y: z}]\n  - text\nlayout: {gone: [1, 2]}\n";
    const Loaded yaml = read(base);
    const QByteArray json = writeWorkflow(yaml.contents, yaml.source.get(), FileKind::Json);
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    QCOMPARE(root.value(u"name"_s), QJsonValue(u"007"_s));
    QCOMPARE(root.value(u"extra"_s).toArray().at(1).toObject().value(u"a"_s), QJsonValue(16));
    QCOMPARE(root.value(u"settings"_s).toObject().value(u"mood"_s), QJsonValue(u"good"_s));
    QCOMPARE(root.value(u"tasks"_s).toArray().at(0).toObject().value(u"kind"_s), QJsonValue(u"fly"_s));
    QCOMPARE(root.value(u"tasks"_s).toArray().at(0).toObject().value(u"x-cost"_s), QJsonValue(1.5));
    QCOMPARE(root.value(u"tasks"_s).toArray().at(0).toObject().value(u"needs"_s).toArray().at(0).toObject().value(u"y"_s), QJsonValue(u"z"_s));
    QCOMPARE(root.value(u"tasks"_s).toArray().at(1), QJsonValue(u"text"_s));
    QVERIFY(root.value(u"layout"_s).toObject().contains(u"gone"_s));
    const Loaded again = readWorkflow(json, FileKind::Json);
    QCOMPARE(again.contents, yaml.contents);
    const Loaded back = read(writeWorkflow(again.contents, again.source.get(), FileKind::Yaml));
    QCOMPARE(back.contents, yaml.contents);
    QCOMPARE(back.problems.size(), yaml.problems.size());
}

void TestWriter::anchorsAreSurvived()
{
    const QByteArray base = "%YAML 1.2\n---\nbaton: 1\nname: &n x\ntasks:\n  - &first\n    id: a\n    inputs: &in [one]\n    title: *n\n  - id: b\n    inputs: *in\n  - ? id\n    : c\n";
    const Loaded loaded = read(base);
    QVERIFY(loaded.readable);
    QCOMPARE(loaded.contents.tasks.at(1).inputs, QStringList{u"one"_s});
    for (const NodeKey key : {loaded.contents.tasks.keyAt(0), loaded.contents.tasks.keyAt(1), loaded.contents.tasks.keyAt(2)}) {
        Workflow workflow(loaded.contents);
        workflow.apply(setting(key, Field::Inputs, QStringList{u"two"_s}));
        workflow.apply(setting(key, Field::Title, u"new"_s));
        const QByteArray text = writeWorkflow(workflow.contents(), loaded.source.get(), FileKind::Yaml);
        QCOMPARE(read(text).contents, workflow.contents());
    }
}

void TestWriter::onlyWhatWasEditedIsWrittenAnewBesideAnchors_data()
{
    QTest::addColumn<QByteArray>("tasks");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *name, const QByteArray &tasks, const QByteArray &after) { QTest::newRow(name) << tasks << after; };
    // In each, the last task loses its need of b.
    row("an anchored list", "  - id: c\n    needs: &n # all\n      - b # second\n      - a # first\n", "  - id: c\n    needs: &n # all\n      - a # first\n");
    row("an anchor on a line of its own", "  - id: c\n    needs:\n      &n\n      - b\n      - a # first\n", "  - id: c\n    needs:\n      &n\n      - a # first\n");
    row("an anchored list in brackets", "  - id: c\n    needs: &n [b, a] # two\n", "  - id: c\n    needs: &n [a] # two\n");
    row("a tag", "  - id: c\n    needs: !!seq [b, a] # two\n", "  - id: c\n    needs: !!seq [a] # two\n");
    row("an anchored task", "  - &t {id: c, needs: [b, a]} # the third\n", "  - &t {id: c, needs: [a]} # the third\n");
    row("an anchored task in lines", "  - &t # the third\n    id: c\n    needs: [b, a]\n", "  - &t # the third\n    id: c\n    needs: [a]\n");
    row("a key behind a question mark", "  - id: c\n    needs: [b, a] # two\n    ? x-note\n    : hello # there\n", "  - id: c\n    needs: [a] # two\n    ? x-note\n    : hello # there\n");
    row("an alias of what is edited", "  - id: d # fourth\n    needs: &n [b, a] # two\n  - id: c\n    needs: *n # the same\n",
        "  - id: d # fourth\n    needs: &n [b, a] # two\n  - id: c\n    needs: [a] # the same\n");
}

void TestWriter::onlyWhatWasEditedIsWrittenAnewBesideAnchors()
{
    QFETCH(QByteArray, tasks);
    QFETCH(QByteArray, after);
    const QByteArray before = "\xef\xbb\xbf# my plan\nbaton: 1\nname: 'Plan' # of three\nx-kept: &kept [1,2]\nx-again: *kept\ntasks:\n  # the first\n  - {id: a}\n  - {id: b} # b\n";
    for (const bool isWindows : {false, true}) {
        const auto broken = [isWindows](QByteArray text) { return isWindows ? text.replace("\n", "\r\n") : text; };
        const QByteArray text = edited(broken(before + tasks), [](Workflow &workflow) {
            const NodeKey key = taskKey(workflow, u"c"_s);
            workflow.apply(setting(key, Field::Needs, QList<Need>{test::need(u"a"_s)}));
        });
        QCOMPARE(text, broken(before + after));
    }
    // Of what has aliases, they keep what they stood for.
    const QByteArray shared = before + "  - id: c\n    needs: &n [b, a] # two\n  - id: d\n    needs: *n # the same\n";
    const QByteArray text = edited(shared, [](Workflow &workflow) {
        workflow.apply(setting(taskKey(workflow, u"c"_s), Field::Needs, QList<Need>{test::need(u"a"_s)}));
    });
    QCOMPARE(text, before + "  - id: c\n    needs: &n [a] # two\n  - id: d\n    needs: [b, a] # the same\n");
}

void TestWriter::aFileWrittenAnewKeepsItsLineEndsAndMark()
{
    // A plan in a key that is no text: nothing of it can be patched.
    const QByteArray base = "\xef\xbb\xbf{baton: 1, name: x, tasks: [id: a, id: b]}\r\n";
    const Loaded loaded = read(base);
    QVERIFY(loaded.readable && loaded.contents.tasks.size() == 2);
    Workflow workflow(loaded.contents);
    workflow.apply(setting(taskKey(workflow, u"b"_s), Field::Title, u"new"_s));
    QVERIFY(!patchWorkflow(workflow.contents(), *loaded.source));
    const QByteArray text = writeWorkflow(workflow.contents(), loaded.source.get(), FileKind::Yaml);
    QVERIFY(text.startsWith("\xef\xbb\xbf"));
    QCOMPARE(text.count('\n'), text.count("\r\n"));
    QCOMPARE(read(text).contents, workflow.contents());
}

void TestWriter::randomEditsReadBackTheSame_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<FileKind>("kind");
    QTest::newRow("every field") << everyField() << FileKind::Yaml;
    QTest::newRow("CRLF") << everyField().replace("\n", "\r\n") << FileKind::Yaml;
    const Contents contents = read(everyField()).contents;
    QTest::newRow("JSON") << writeWorkflow(contents, nullptr, FileKind::Json) << FileKind::Json;
    QTest::newRow("compact JSON") << QJsonDocument::fromJson(writeWorkflow(contents, nullptr, FileKind::Json)).toJson(QJsonDocument::Compact) << FileKind::Json;
    QTest::newRow("brackets") << writeWorkflow(contents, nullptr, FileKind::Json) << FileKind::Yaml;
    QTest::newRow("empty") << QByteArray("baton: 1\nname: x") << FileKind::Yaml;
    QTest::newRow("odd style") << QByteArray("# head\n---\n'baton'  :   1   # one\nname :    \"x\"\nphases: []\ntasks   : [ {id : a} ,{id: b}, # b\n   # c\n   {id: c,}]\nlayout:\n...\n# tail") << FileKind::Yaml;
    for (const TemplateInfo &info : templates())
        QTest::newRow(qPrintable(info.name)) << templateText(info.name).value() << FileKind::Yaml;
}

void TestWriter::randomEditsReadBackTheSame()
{
    QFETCH(QByteArray, text);
    QFETCH(FileKind, kind);
    const quint32 seed = test::newSeed();
    QRandomGenerator random(seed);
    const Loaded loaded = readWorkflow(text, kind);
    QVERIFY(loaded.readable);
    for (int round = 0; round < 50; ++round) {
        Workflow workflow(loaded.contents);
        for (int edits = 1 + random.bounded(6); edits > 0; --edits)
            workflow.apply(test::randomEdit(workflow, random));
        const Contents &now = workflow.contents();
        for (const FileKind target : {FileKind::Yaml, FileKind::Json}) {
            const QByteArray written = writeWorkflow(now, loaded.source.get(), target);
            const Loaded again = readWorkflow(written, target);
            if (!sourceFor(written, target, now)) {
                qWarning("seed %u round %d\n%s", seed, round, written.constData());
                for (const Problem &problem : again.problems)
                    qWarning("%d:%d %s %s", problem.line, problem.column, qPrintable(problem.path), qPrintable(problem.message));
                QFAIL("What was written does not read as what was meant.");
            }
        }
        const QByteArray fresh = writeWorkflow(now, nullptr, FileKind::Yaml);
        QVERIFY2(sourceFor(fresh, FileKind::Yaml, now), fresh.constData());
        const auto source = sourceFor(writeWorkflow(now, loaded.source.get(), kind), kind, now);
        QVERIFY2(sourceFor(formatWorkflow(*source), kind, now), formatWorkflow(*source).constData());
    }
}

void TestWriter::formattedFilesSayTheSameAndStayFormatted_data()
{
    openedAndSavedIsTheSameFile_data();
}

void TestWriter::formattedFilesSayTheSameAndStayFormatted()
{
    QFETCH(QByteArray, text);
    const Loaded loaded = read(text);
    const QByteArray formatted = formatWorkflow(*loaded.source);
    const Loaded again = read(formatted);
    QVERIFY2(again.readable, formatted.constData());
    QCOMPARE(again.contents, loaded.contents);
    QCOMPARE(formatWorkflow(*again.source), formatted);
    QCOMPARE(formatted.count("# "), text.count("# "));
}

void TestWriter::formattingKeepsCommentsAndOrdersKeys()
{
    const QByteArray text = "# licence\n\nname:   'x'  # the name\nbaton: 1\n\n\n# all of them\ntasks:\n- title: \"A\"\n  # who\n  persona: ['@p']   # one\n  id: a\n"
                            "  needs:\n  - task: b\n  - {task: c} # c\n  max: 5\n  description: >\n    folded\n    text\nprofile: core # on purpose\n# the end\n";
    QCOMPARE(formatWorkflow(*read(text).source),
             QByteArray("# licence\n\nbaton: 1\nname: x  # the name\nprofile: core  # on purpose\n\n# all of them\ntasks:\n  - id: a\n    title: A\n    # who\n"
                        "    persona: p  # one\n    description: |\n      folded text\n    needs:\n      - b\n      - c  # c\n    max: 5\n# the end\n"));
}

void TestWriter::savedTwiceFromTheSavedText()
{
    const Loaded loaded = read(everyField());
    Workflow workflow(loaded.contents);
    workflow.apply(Edit().insert(Task{.id = u"first"_s}, {}, 0));
    const QByteArray saved = writeWorkflow(workflow.contents(), loaded.source.get(), FileKind::Yaml);
    const auto source = sourceFor(saved, FileKind::Yaml, workflow.contents());
    QVERIFY(source);
    QCOMPARE(locate(*source, taskKey(workflow, u"first"_s)).path, u"tasks[0]"_s);
    QCOMPARE(locate(*source, taskKey(workflow, u"other-task"_s)).path, u"tasks[2]"_s);
    workflow.apply(workflow.removing({taskKey(workflow, u"first"_s)}));
    QCOMPARE(writeWorkflow(workflow.contents(), source.get(), FileKind::Yaml), everyField());
}

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
