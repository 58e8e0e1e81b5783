// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/help/rulepages.h"
#include "model/rules/thresholds.h"
#include "model/storage/diff.h"
#include "model/storage/reader.h"

#include <QDir>
#include <QJsonObject>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

/// What a sketch of a few lines leaves open.
const QStringList leftOpen{u"no-executor"_s, u"no-budget"_s, u"no-evidence"_s, u"no-validation"_s};

QString listOf(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines += nameOf(problem.severity) + u": "_s + problem.message + u" ["_s + problem.rule + u']';
    return lines.join(u'\n');
}

QString listOf(const QList<Difference> &differences)
{
    QStringList lines;
    for (const Difference &one : differences)
        lines += nameOf(one.nodeKind) + u' ' + one.id + u' ' + one.field + u": "_s + one.from.toVariant().toString() + u" -> "_s +
                 one.to.toVariant().toString();
    return lines.join(u'\n');
}

QList<Problem> problemsOf(const Contents &contents)
{
    return checkWorkflow(contents, exampleContext());
}

bool has(const QList<Problem> &problems, const Problem &problem)
{
    return std::any_of(problems.begin(), problems.end(), [&](const Problem &other) {
        return other.rule == problem.rule && other.message == problem.message && other.subjects == problem.subjects;
    });
}

} // namespace

class TestRulePages : public QObject
{
    Q_OBJECT

private slots:
    void everyRuleHasAPageThatTellsAllOfIt_data() { rules(); }
    void everyRuleHasAPageThatTellsAllOfIt();
    void anUnknownRuleHasNoPage();
    void noExampleBelongsToNoRule();
    void theExamplesAreSoundFiles_data() { rules(); }
    void theExamplesAreSoundFiles();
    void theWrongPlanBreaksItsRuleAndNoOther_data() { rules(); }
    void theWrongPlanBreaksItsRuleAndNoOther();
    void theRightPlanBreaksNone_data() { rules(); }
    void theRightPlanBreaksNone();
    void everyFixOfTheWrongPlanRemovesItsProblemAndAddsNone_data() { rules(); }
    void everyFixOfTheWrongPlanRemovesItsProblemAndAddsNone();
    void aFixMakesTheRightPlanOfTheWrongOne_data() { rules(); }
    void aFixMakesTheRightPlanOfTheWrongOne();
    void aPageSaysHowToSuppressItsRule();
    void thresholdsAreThoseOfTheRules();

private:
    static void rules();
};

void TestRulePages::rules()
{
    QTest::addColumn<QString>("rule");
    for (const RuleInfo &info : ruleInfos())
        QTest::addRow("%s", qPrintable(info.id)) << info.id;
}

void TestRulePages::everyRuleHasAPageThatTellsAllOfIt()
{
    QFETCH(QString, rule);
    const std::optional<RulePage> page = rulePage(rule);
    QVERIFY(page);
    for (const QString &text : {page->info.title, page->finds, page->info.why, page->info.source, page->remedy, page->suppression})
        QVERIFY2(!text.isEmpty(), qPrintable(rule));
    for (const QString &sentence : {page->finds, page->info.why, page->remedy, page->suppression})
        QVERIFY2(sentence.endsWith(u'.') || sentence.endsWith(u':'), qPrintable(sentence));
    QVERIFY(!page->wrong.text.isEmpty() && !page->right.text.isEmpty());
    QCOMPARE(page->settings.isEmpty(), page->info.locked);
}

void TestRulePages::anUnknownRuleHasNoPage()
{
    QVERIFY(!rulePage(u"no-such-rule"_s));
    QVERIFY(!rulePage({}));
    QVERIFY(wrongExample(u"../templates/parallel"_s).text.isEmpty());
}

void TestRulePages::noExampleBelongsToNoRule()
{
    for (const QString &name : QDir(u":/rules"_s).entryList())
        QVERIFY2(rulePage(name.section(u'.', 0, 0)), qPrintable(name));
}

void TestRulePages::theExamplesAreSoundFiles()
{
    QFETCH(QString, rule);
    for (const RuleExample &example : {wrongExample(rule), rightExample(rule)}) {
        const Loaded loaded = readWorkflow(example.text, FileKind::Yaml);
        QVERIFY2(loaded.readable, qPrintable(listOf(loaded.problems)));
        // An executor that does not exist is what that example is about.
        QVERIFY2(loaded.problems.isEmpty() || rule == "unknown-executor"_L1, qPrintable(listOf(loaded.problems)));
        QVERIFY2(example.text.count('\n') <= 45, "small enough to read");
    }
}

void TestRulePages::theWrongPlanBreaksItsRuleAndNoOther()
{
    QFETCH(QString, rule);
    const RuleExample example = wrongExample(rule);
    QCOMPARE(example.problems.size(), 1);
    QVERIFY(example.problems.first().line > 0);
    for (const Problem &problem : problemsOf(example.contents))
        QVERIFY2(problem.rule == rule || (problem.severity == Severity::Info && leftOpen.contains(problem.rule)),
                 qPrintable(listOf(QList<Problem>{problem})));
}

void TestRulePages::theRightPlanBreaksNone()
{
    QFETCH(QString, rule);
    for (const Problem &problem : problemsOf(rightExample(rule).contents))
        QVERIFY2(problem.rule != rule && problem.severity == Severity::Info && leftOpen.contains(problem.rule),
                 qPrintable(listOf(QList<Problem>{problem})));
}

void TestRulePages::everyFixOfTheWrongPlanRemovesItsProblemAndAddsNone()
{
    QFETCH(QString, rule);
    const RuleExample example = wrongExample(rule);
    const QList<Problem> before = problemsOf(example.contents);
    for (const Problem &problem : example.problems) {
        for (const QuickFix &fix : problem.fixes) {
            Workflow workflow(example.contents);
            const Edit edit = fixEdit(workflow.contents(), problem, fix);
            QVERIFY2(!edit.isEmpty(), qPrintable(fix.title));
            const Edit back = workflow.apply(edit);
            const QList<Problem> after = problemsOf(workflow.contents());
            QVERIFY2(!has(after, problem), qPrintable(fix.title));
            for (const Problem &one : after)
                QVERIFY2(one.severity == Severity::Info || has(before, one), qPrintable(fix.title + u" brings "_s + one.message));
            const Edit again = workflow.apply(back);
            QCOMPARE(workflow.contents(), example.contents);
            workflow.apply(again);
            QCOMPARE(problemsOf(workflow.contents()), after);
        }
    }
}

void TestRulePages::aFixMakesTheRightPlanOfTheWrongOne()
{
    QFETCH(QString, rule);
    // Nothing a machine could do: what to aim for, and who should do what, only people know.
    static const QStringList forPeople{u"missing-constraints"_s, u"single-agent"_s, u"coordinator-bottleneck"_s};
    const RuleExample wrong = wrongExample(rule);
    const RuleExample right = rightExample(rule);
    QStringList misses;
    for (const QuickFix &fix : wrong.problems.first().fixes) {
        Workflow workflow(wrong.contents);
        workflow.apply(fixEdit(workflow.contents(), wrong.problems.first(), fix));
        const QList<Difference> rest = difference(right.contents, workflow.contents());
        if (rest.isEmpty())
            return;
        misses += fix.title + u":\n"_s + listOf(rest);
    }
    QCOMPARE(misses.isEmpty(), forPeople.contains(rule));
    QVERIFY2(misses.isEmpty(), qPrintable(misses.join(u'\n')));
}

void TestRulePages::aPageSaysHowToSuppressItsRule()
{
    const RulePage self = *rulePage(u"self-validation"_s);
    QVERIFY(self.info.locked && self.settings.isEmpty());
    const RulePage evidence = *rulePage(u"no-evidence"_s);
    QCOMPARE(evidence.settings.size(), 2);
    const RulePage foundation = *rulePage(u"no-foundation"_s);
    QCOMPARE(foundation.settings, QStringList{u"settings: {rules: {no-foundation: off}}"_s});
    // What the page says works.
    const QByteArray head = "baton: 1\nname: x\npersonas: [{id: a}]\n";
    const QByteArray task = "tasks:\n  - {id: t, persona: a}\n";
    const auto speaks = [](const QByteArray &text) {
        const Loaded loaded = readWorkflow(text, FileKind::Yaml);
        const QList<Problem> problems = checkWorkflow(loaded.contents);
        return !loaded.problems.isEmpty() ||
               std::any_of(problems.begin(), problems.end(), [](const Problem &p) { return p.rule == "no-evidence"_L1; });
    };
    QVERIFY(speaks(head + task));
    QVERIFY(!speaks(head + evidence.settings.first().toUtf8() + '\n' + task));
    QVERIFY(!speaks(head + "tasks:\n  - {id: t, persona: a, " + evidence.settings.last().toUtf8() + "}\n"));
}

void TestRulePages::thresholdsAreThoseOfTheRules()
{
    QVERIFY(rulePage(u"single-agent"_s)->thresholds.contains(QString::number(thresholds::soloTasks)));
    QVERIFY(rulePage(u"over-orchestration"_s)->thresholds.contains(QString::number(thresholds::tinyTokens)));
    QVERIFY(rulePage(u"launch-everything"_s)->thresholds.contains(QString::number(thresholds::wideLimited)));
    QVERIFY(rulePage(u"cycle"_s)->thresholds.isEmpty());
}

QTEST_GUILESS_MAIN(TestRulePages)
#include "tst_rulepages.moc"
