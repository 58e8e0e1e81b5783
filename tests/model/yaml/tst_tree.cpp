// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/reader.h"
#include "model/yaml/check.h"
#include "model/yaml/tree.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace baton;
using namespace baton::yaml;
using namespace Qt::StringLiterals;

namespace {

/// The cases of a public test suite, where they are at hand.
QJsonArray cases(const QString &name)
{
    QFile file(qEnvironmentVariable("BATON_SHARED") + u"/corpora/"_s + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()[u"cases"_s].toArray() : QJsonArray();
}

QByteArray jsonOf(const QByteArray &text)
{
    const Parsed parsed = parse(text);
    if (!parsed.errors.isEmpty() || parsed.tree.isEmpty())
        return "refused";
    return QJsonDocument(QJsonArray{parsed.tree.toJson(Tree::root)}).toJson(QJsonDocument::Compact);
}

QByteArray spanOf(const Tree &tree, int node)
{
    return tree.bytes().sliced(tree.at(node).begin, tree.at(node).end - tree.at(node).begin);
}

} // namespace

class TestTree : public QObject
{
    Q_OBJECT

private slots:
    void nodesKnowTheBytesTheyStandIn();
    void scalarsFollowTheCoreSchema_data();
    void scalarsFollowTheCoreSchema();
    void aliasesStandForWhatTheyName();
    void linesAndColumnsCountFromOne();
    void limitsAreCountedHere();
    void hugeFilesAreReadOrRefusedInTime_data();
    void hugeFilesAreReadOrRefusedInTime();
    void everyCaseOfTheYamlSuiteIsReadOrRefused();
    void everyCaseOfTheJsonSuiteIsReadOrRefused();
};

void TestTree::nodesKnowTheBytesTheyStandIn()
{
    const Parsed parsed = parse("# top\na: 'x y'\nb:\n  - \"q\"   # c\n  - |\n    lit\n\n    two\n\n\nc: {d: [1, 2]}\ne:\n");
    QVERIFY(parsed.errors.isEmpty());
    const Tree &tree = parsed.tree;
    QVERIFY(tree.isPlain());
    QCOMPARE(spanOf(tree, tree.value(Tree::root, "a")), QByteArray("'x y'"));
    const QList<int> items = tree.children(tree.value(Tree::root, "b"));
    QCOMPARE(spanOf(tree, items.at(0)), QByteArray("\"q\""));
    QCOMPARE(spanOf(tree, items.at(1)), QByteArray("|\n    lit\n\n    two\n")); // blank lines go with what follows
    QCOMPARE(tree.text(items.at(1)).toByteArray(), QByteArray("lit\n\ntwo\n"));
    QCOMPARE(spanOf(tree, tree.value(Tree::root, "c")), QByteArray("{d: [1, 2]}"));
    const int missing = tree.value(Tree::root, "e");
    QCOMPARE(tree.at(missing).style, Style::Missing);
    QVERIFY(tree.isNull(missing));
    QVERIFY(!parse("a: &x 1\n").tree.isPlain());
}

void TestTree::scalarsFollowTheCoreSchema_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *text, const char *json) { QTest::newRow(text) << QByteArray(text) << QByteArray(json); };
    row("no", "[\"no\"]");
    row("on", "[\"on\"]");
    row("Yes", "[\"Yes\"]");
    row("1:30", "[\"1:30\"]");
    row("1_000", "[\"1_000\"]");
    row("true", "[true]");
    row("FALSE", "[false]");
    row("tRue", "[\"tRue\"]");
    row("null", "[null]");
    row("~", "[null]");
    row("007", "[7]");
    row("0o17", "[15]");
    row("0x1f", "[31]");
    row("-12", "[-12]");
    row("+3", "[3]");
    row("1e3", "[1000]");
    row(".5", "[0.5]");
    row("1.", "[1]");
    row(".", "[\".\"]");
    row("-", "refused");
    row(".inf", "[\".inf\"]");
    row("123456789012345678901234567890", "[1.2345678901234568e+29]");
    row("'true'", "[\"true\"]");
    row("!!str 5", "[\"5\"]");
    row("!!int \"5\"", "[5]");
    row("! 5", "[\"5\"]");
    row("2001-12-14", "[\"2001-12-14\"]");
    row("<<", "[\"<<\"]");
}

void TestTree::scalarsFollowTheCoreSchema()
{
    QFETCH(QByteArray, text);
    if (text == "-")
        QCOMPARE(jsonOf(text), QByteArray("[[null]]")); // a list of nothing
    else
        QTEST(jsonOf(text), "json");
}

void TestTree::aliasesStandForWhatTheyName()
{
    QCOMPARE(jsonOf("a: &x [1, &y b]\nc: *x\nd: *y\ne: {<<: *x}\n"), QByteArray("[{\"a\":[1,\"b\"],\"c\":[1,\"b\"],\"d\":\"b\",\"e\":{\"<<\":[1,\"b\"]}}]"));
    QCOMPARE(jsonOf("a: &x 1\nb: &x 2\nc: *x\n"), QByteArray("[{\"a\":1,\"b\":2,\"c\":2}]"));
    QCOMPARE(parse("&k a: 1\n*k : 2\n").errors.value(0).code, ErrorCode::DuplicateKey);
}

void TestTree::linesAndColumnsCountFromOne()
{
    const QByteArray text = "\xef\xbb\xbf" "ab\r\n\xc3\xa4" "b\rc\n" + QByteArray(10000, 'x') + "y";
    const LineTable lines(text);
    const auto placed = [&](qsizetype offset) {
        const yaml::Place place = lines.place(text, offset);
        return std::pair(place.line, place.column);
    };
    QCOMPARE(placed(0), std::pair(1, 1));
    QCOMPARE(placed(3), std::pair(1, 1)); // the byte order mark takes no column
    QCOMPARE(placed(4), std::pair(1, 2));
    QCOMPARE(placed(7), std::pair(2, 1));
    QCOMPARE(placed(9), std::pair(2, 2)); // behind a character of two bytes
    QCOMPARE(placed(11), std::pair(3, 1)); // a lone carriage return ends a line
    QCOMPARE(placed(13), std::pair(4, 1));
    QCOMPARE(placed(13 + 9999), std::pair(4, 10000));
    QCOMPARE(placed(text.size()), std::pair(4, 10002));
}

void TestTree::limitsAreCountedHere()
{
    const auto nested = [](int depth) { return QByteArray(depth, '[') + QByteArray(depth, ']'); };
    QVERIFY(parse(nested(64)).errors.isEmpty());
    QCOMPARE(parse(nested(65)).errors.value(0).code, ErrorCode::Limit);
    const Limits few{.nodes = 5};
    QVERIFY(parse("[a, b, c, d]", few).errors.isEmpty());
    QCOMPARE(parse("[a, b, c, d, e]", few).errors.value(0).code, ErrorCode::Limit);
    QVERIFY(parse("[&x [a], *x]", few).errors.isEmpty()); // the list, and twice a list with an a in it
    QCOMPARE(parse("[&x [a, b], *x]", few).errors.value(0).code, ErrorCode::Limit);
    // Depth counts what aliases repeat.
    QByteArray ladder = "- &a0 [x]\n";
    for (int i = 1; i < 70; ++i)
        ladder += "- &a" + QByteArray::number(i) + " [*a" + QByteArray::number(i - 1) + "]\n";
    QCOMPARE(parse(ladder).errors.value(0).code, ErrorCode::Limit);
    const Limits small{.bytes = 10};
    QVERIFY(parse("a: 3456789", small).errors.isEmpty());
    QCOMPARE(parse("a: 34567890", small).errors.value(0).code, ErrorCode::Limit);
}

void TestTree::hugeFilesAreReadOrRefusedInTime_data()
{
    QTest::addColumn<QByteArray>("text");
    constexpr int size = 20'000'000;
    const auto row = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text; };
    row("100 MB", QByteArray(100'000'000, 'a'));
    row("brackets", QByteArray(size, '['));
    row("braces", QByteArray("{a: ").repeated(size / 4));
    row("dashes", QByteArray("- ").repeated(size / 2));
    row("question marks", QByteArray("? ").repeated(size / 2));
    row("one long text", "a: " + QByteArray(size, 'x'));
    row("one long quoted text", "a: \"" + QByteArray(size, 'x') + "\"");
    row("an open quote", "a: \"" + QByteArray(size, 'x'));
    row("escapes", "a: \"" + QByteArray("\\\\").repeated(size / 2) + "\"");
    row("line breaks", "a: b" + QByteArray(size, '\n'));
    row("comments", "a: b\n" + QByteArray("#\n").repeated(size / 2));
    row("directives", QByteArray("%a b\n").repeated(size / 5));
    row("documents", QByteArray("---\n").repeated(size / 4));
    row("a list of many", "[" + QByteArray("1,").repeated(size / 2) + "]");
    row("a list of many lines", "[" + QByteArray("1,\n").repeated(size / 3) + "]");
    row("lists within lists", "- [" + QByteArray("[[a]],").repeated(size / 6) + "]");
    row("a long key", QByteArray(size, 'k') + ": v");
    row("a long tag", "a: !" + QByteArray(size, 't') + " x");
    row("one key many times", QByteArray("a: 1\n").repeated(400'000));
    row("bad bytes", QByteArray(size, '\xff'));
}

void TestTree::hugeFilesAreReadOrRefusedInTime()
{
    QFETCH(QByteArray, text);
    QElapsedTimer timer;
    timer.start();
    const Loaded loaded = readWorkflow(text, text.startsWith('[') ? FileKind::Json : FileKind::Yaml);
    QVERIFY(!loaded.readable);
    QVERIFY(!loaded.problems.isEmpty());
    QVERIFY(loaded.problems.size() <= 101);
    QVERIFY2(timer.elapsed() < 60'000, qPrintable(QString::number(timer.elapsed()))); // seconds, not minutes: on any machine
}

void TestTree::everyCaseOfTheYamlSuiteIsReadOrRefused()
{
    const QJsonArray all = cases(u"yaml-test-suite.json"_s);
    if (all.isEmpty())
        QSKIP("The YAML test suite is not here (BATON_SHARED).");
    int agreeing = 0;
    int judged = 0;
    for (const QJsonValue each : all) {
        const QJsonObject document = each.toObject();
        const QByteArray text = document[u"yaml"_s].toString().toUtf8();
        const Parsed parsed = parse(text);
        for (const Error &error : parsed.errors)
            QVERIFY2(!error.message.isEmpty() && error.line > 0 && error.column > 0, qPrintable(document[u"id"_s].toString()));
        readWorkflow(text, FileKind::Yaml);
        const QByteArray workflow = "baton: 1\nname: x\nextra:\n  - " + QByteArray(text).replace("\n", "\n    ") + "\n";
        readWorkflow(workflow, FileKind::Yaml);
        // What the suite says of single documents: a failure is refused, a value is read.
        const QJsonArray values = document[u"json"_s].toArray();
        const bool isFailure = document[u"fail"_s].toBool();
        if (isFailure || values.size() == 1) {
            ++judged;
            agreeing += isFailure ? !parsed.errors.isEmpty() : parsed.errors.isEmpty() && parsed.tree.toJson(Tree::root) == values.at(0);
        }
    }
    qInfo("%d of %d as the suite says", agreeing, judged);
    QVERIFY(agreeing * 100 >= judged * 95);
}

void TestTree::everyCaseOfTheJsonSuiteIsReadOrRefused()
{
    const QJsonArray all = cases(u"json-test-suite.json"_s);
    if (all.isEmpty())
        QSKIP("The JSON test suite is not here (BATON_SHARED).");
    for (const QJsonValue each : all) {
        const QByteArray name = each.toObject()[u"name"_s].toString().toUtf8();
        const QByteArray text = QByteArray::fromBase64(each.toObject()[u"b64"_s].toString().toLatin1());
        const Loaded loaded = readWorkflow(text, FileKind::Json);
        QVERIFY2(!loaded.readable && !loaded.problems.isEmpty(), name); // none of them is a workflow
        const bool isSound = checkEncoding(text).isEmpty() && !checkStrictJson(text);
        if (name.startsWith("y_"))
            QVERIFY2(isSound, name);
        if (name.startsWith("n_"))
            QVERIFY2(!isSound, name);
        // What is JSON is read as the YAML it is, unless a limit or a doubled key stands in the way.
        if (name.startsWith("y_") && !name.contains("duplicated_key")) {
            const QByteArray workflow = "{\"baton\": 1, \"name\": \"x\", \"extra\": " + text + "}";
            const Loaded read = readWorkflow(workflow, FileKind::Json);
            QVERIFY2(read.readable, name + ": " + (read.problems.isEmpty() ? QByteArray() : read.problems.first().message.toUtf8()));
            const QJsonValue value = read.source->tree().toJson(Tree::root).toObject()[u"extra"_s];
            QVERIFY2(value == QJsonDocument::fromJson("[" + text + "]").array().at(0), name);
        }
    }
}

QTEST_GUILESS_MAIN(TestTree)
#include "tst_tree.moc"
