// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/exchange/templates.h"
#include "model/layout/layout.h"
#include "model/patterns/buildpattern.h"
#include "model/patterns/recognize.h"
#include "model/plan/planindex.h"
#include "model/rules/rules.h"
#include "model/run/virtualrun.h"
#include "model/storage/reader.h"
#include "tests/support/plans.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// Building the patterns of the source documents, and finding them again.
class TestPatterns : public QObject
{
    Q_OBJECT

private slots:
    void everyPatternSaysWhenItFitsAndWhy();
    void everyPatternIsWithoutErrorsWhateverItsNumbers_data();
    void everyPatternIsWithoutErrorsWhateverItsNumbers();
    void numbersAreBroughtWithinTheirLimits();
    void aBuiltPatternIsFoundAgain_data();
    void aBuiltPatternIsFoundAgain();
    void theTemplateOfAPatternIsLabelledWithIt_data();
    void theTemplateOfAPatternIsLabelledWithIt();
    void insertingTwiceKeepsIdsApartAndSharesPersonas();
    void chosenPersonasAreTakenAndCreatedWhereTheyAreMissing();
    void inAnArrangedPlanAPatternStandsFree();
    void undoingAnInsertedPatternLeavesNoTrace();
    void tenThousandTasksAreLookedThroughInAFewMilliseconds();

private:
    static void addEveryPattern();
    static bool has(const QList<FoundPattern> &found, Pattern pattern)
    {
        return std::any_of(found.begin(), found.end(), [&](const FoundPattern &one) { return one.pattern == pattern; });
    }
    static QString listed(const QList<FoundPattern> &found)
    {
        QStringList lines;
        for (const FoundPattern &one : found)
            lines += iconOf(one.pattern) + u": "_s + one.sentence;
        return lines.join(u'\n');
    }
};

void TestPatterns::addEveryPattern()
{
    QTest::addColumn<int>("pattern");
    for (Pattern pattern : allPatterns)
        QTest::newRow(qPrintable(iconOf(pattern))) << int(pattern);
}

void TestPatterns::everyPatternSaysWhenItFitsAndWhy()
{
    QSet<QString> ids;
    for (Pattern pattern : allPatterns) {
        const PatternInfo info = infoOf(pattern);
        QCOMPARE(info.pattern, pattern);
        QVERIFY(!ids.contains(info.id));
        ids.insert(info.id);
        for (const QString &text : {info.title, info.situation, info.why, info.also, info.parallel, info.effort})
            QVERIFY(!text.isEmpty());
        QVERIFY(!info.numbers.isEmpty());
        for (const PatternNumber &number : info.numbers)
            QVERIFY(number.least <= number.usual && number.usual <= number.most && !number.title.isEmpty());
    }
}

void TestPatterns::everyPatternIsWithoutErrorsWhateverItsNumbers_data()
{
    addEveryPattern();
}

void TestPatterns::everyPatternIsWithoutErrorsWhateverItsNumbers()
{
    QFETCH(int, pattern);
    const PatternInfo info = infoOf(Pattern(pattern));
    for (int take = 0; take < 3; ++take) {
        PatternChoice choice;
        for (const PatternNumber &number : info.numbers)
            choice.numbers.insert(number.id, take == 0 ? number.least : take == 1 ? number.usual : number.most);
        const Contents contents = patternAlone(info.pattern, choice);
        for (const Problem &problem : checkWorkflow(contents)) {
            // What the plan around it is for is not the pattern's to say, and what nobody validates yet may be.
            const bool isOfThePlan = problem.rule == "missing-mission"_L1 || problem.rule == "missing-constraints"_L1;
            QVERIFY2(problem.severity == Severity::Info || isOfThePlan,
                     qPrintable(u"%1: %2"_s.arg(problem.rule, problem.message)));
        }
        const auto plan = compile(contents);
        QVERIFY2(plan.ok(), qPrintable(plan ? QString() : plan.error().message));
        QCOMPARE(simulate(*plan).state.status, RunStatus::Complete);
    }
}

void TestPatterns::numbersAreBroughtWithinTheirLimits()
{
    PatternChoice choice;
    choice.numbers = {{u"branches"_s, 1000}, {u"stages"_s, -5}};
    const Contents contents = patternAlone(Pattern::Pipelines, choice);
    QCOMPARE(contents.tasks.size(), 1 + 8 * 2 + 1); // Eight streams of two steps at most and least.
}

void TestPatterns::aBuiltPatternIsFoundAgain_data()
{
    addEveryPattern();
}

void TestPatterns::aBuiltPatternIsFoundAgain()
{
    QFETCH(int, pattern);
    const Contents contents = patternAlone(Pattern(pattern));
    const QList<FoundPattern> found = patternsIn(contents);
    QVERIFY2(has(found, Pattern(pattern)), qPrintable(listed(found)));
    for (const FoundPattern &one : found) {
        QVERIFY(!one.sentence.contains(u"%"_s));
        for (NodeKey subject : one.subjects)
            QVERIFY(contents.contains(subject));
    }
}

void TestPatterns::theTemplateOfAPatternIsLabelledWithIt_data()
{
    QTest::addColumn<int>("pattern");
    const std::pair<const char *, Pattern> rows[] = {
        {"parallel", Pattern::Parallel},
        {"profile-editing", Pattern::Parallel},
        {"sequential", Pattern::Pipeline},
        {"user-role-field", Pattern::Pipeline},
        {"feature-pipeline", Pattern::Pipeline},
        {"notifications", Pattern::SyncPoints},
        {"payments", Pattern::Reviewers},
        {"graphql-migration", Pattern::Incremental},
        {"auth-across-services", Pattern::FanOut},
        {"codebase-understanding", Pattern::FanOut},
        {"qa-integration", Pattern::FanOut},
        {"agent-rules-extraction", Pattern::FanOut},
        {"code-quality", Pattern::Branching},
        {"parallel-pipelines", Pattern::Pipelines},
        {"bug-fix-scout-build", Pattern::Scout},
        {"architecture-decision", Pattern::Evaluation},
        {"incremental-refinement", Pattern::Refinement},
        {"hub-and-spoke", Pattern::Hub},
        {"standard-orchestration", Pattern::Phases},
        {"cicd-blue-green", Pattern::PlannerWorkerQa},
        {"marketing-narrative", Pattern::PlannerWorkerQa},
        {"full-stack-feature", Pattern::Reviewers},
    };
    for (const auto &[name, pattern] : rows)
        QTest::newRow(name) << int(pattern);
}

void TestPatterns::theTemplateOfAPatternIsLabelledWithIt()
{
    QFETCH(int, pattern);
    const Result<QByteArray> text = templateText(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(text.ok());
    const Loaded loaded = readWorkflow(*text, FileKind::Yaml);
    QVERIFY(loaded.contents.tasks.size() > 0);
    const QList<FoundPattern> found = patternsIn(loaded.contents);
    QVERIFY2(has(found, Pattern(pattern)), qPrintable(listed(found)));
}

void TestPatterns::insertingTwiceKeepsIdsApartAndSharesPersonas()
{
    Workflow workflow;
    workflow.apply(buildPattern(workflow, Pattern::FanOut).edit);
    const qsizetype personas = workflow.contents().personas.size();
    const BuiltPattern second = buildPattern(workflow, Pattern::FanOut);
    workflow.apply(second.edit);
    QCOMPARE(workflow.contents().personas.size(), personas);
    QSet<QString> ids;
    for (const auto &slot : workflow.contents().tasks)
        ids.insert(slot.node->id);
    QCOMPARE(ids.size(), workflow.contents().tasks.size());
    for (NodeKey key : second.keys)
        QVERIFY(workflow.contents().contains(key));
}

void TestPatterns::chosenPersonasAreTakenAndCreatedWhereTheyAreMissing()
{
    Workflow workflow;
    workflow.apply(Edit{}.insert(Persona{.id = u"ada"_s, .title = {}, .role = Role::Planner}));
    PatternChoice choice;
    choice.personas = {{u"planner"_s, u"ada"_s}, {u"reviewer"_s, u"grace"_s}, {u"worker-a"_s, u"Not an id!"_s}};
    workflow.apply(buildPattern(workflow, Pattern::PlannerWorkerQa, choice).edit);
    QCOMPARE(workflow.task(workflow.ids().step(u"plan"_s))->persona(), u"ada"_s);
    QCOMPARE(workflow.task(workflow.ids().step(u"qa"_s))->persona(), u"grace"_s);
    QCOMPARE(workflow.task(workflow.ids().step(u"work"_s))->persona(), u"worker-a"_s);
    QCOMPARE(workflow.persona(workflow.ids().persona(u"grace"_s))->role, Role::Validator);
    QCOMPARE(workflow.contents().personas.size(), 3);
}

void TestPatterns::inAnArrangedPlanAPatternStandsFree()
{
    Workflow workflow(chain({u"a"_s, u"b"_s, u"c"_s}));
    workflow.apply(arranging(workflow.contents()));
    const BuiltPattern built = buildPattern(workflow, Pattern::FanOut);
    workflow.apply(built.edit);
    const QSet<NodeKey> fresh(built.keys.cbegin(), built.keys.cend());
    const auto rect = [&](NodeKey key) {
        return QRectF(*workflow.task(key)->position, QSizeF(canvas::cardWidth, canvas::cardHeight));
    };
    for (const auto &slot : workflow.contents().tasks) {
        for (const auto &other : workflow.contents().tasks)
            QVERIFY(slot.key == other.key || !rect(slot.key).intersects(rect(other.key)));
    }
    QCOMPARE(fresh.size(), 5);
}

void TestPatterns::undoingAnInsertedPatternLeavesNoTrace()
{
    Workflow workflow(chain({u"a"_s, u"b"_s, u"c"_s}));
    const Contents before = workflow.contents();
    for (Pattern pattern : allPatterns) {
        const Edit back = workflow.apply(buildPattern(workflow, pattern).edit);
        workflow.apply(back);
        QCOMPARE(workflow.contents(), before);
    }
}

void TestPatterns::tenThousandTasksAreLookedThroughInAFewMilliseconds()
{
    const Contents contents = randomPlan(10'000, 15'000, 1);
    QElapsedTimer timer;
    timer.start();
    const PlanIndex index(contents);
    qInfo("index %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    timer.restart();
    const QList<FoundPattern> found = patternsIn(contents);
    qInfo("%lld patterns in %.1f ms", qint64(found.size()), double(timer.nsecsElapsed()) / 1e6);
    QVERIFY(!found.isEmpty());
    QVERIFY(found.size() <= 20 * std::ssize(allPatterns));

    // One long row, and one star: nothing is looked at again and again.
    QStringList ids;
    for (int i = 0; i < 10'000; ++i)
        ids += u"task-%1"_s.arg(i);
    timer.restart();
    QCOMPARE(patternsIn(chain(ids)).size(), 1);
    qInfo("a row in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
}

QTEST_GUILESS_MAIN(TestPatterns)
#include "tst_patterns.moc"
