// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/advice.h"
#include "model/rules/rules.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

/// Each anti-pattern with what it costs, checked by hand on small plans.
class TestAdvice : public QObject
{
    Q_OBJECT

private slots:
    void aPlanWithoutAntiPatternsGetsNoAdvice();
    void everythingInARowIsComparedWithItsIdleNeedsDropped();
    void onePersonaForEverythingIsRelieved();
    void tinyTasksAreComparedWithOneThatHoldsThemAll();
    void commandsAreNotMerged();
    void launchingEverythingIsComparedWithALimit();
    void aCoordinatorLetsPassWhatOthersRead();
    void aCoordinatorThatNobodyCanPassIsSplit();

private:
    static Task task(const QString &id, const QString &persona, int seconds = 10, qint64 tokens = 10'000);
    static AdviceFigures only(const Contents &contents, const QString &rule);
    static Contents hub(bool reads);
};

Task TestAdvice::task(const QString &id, const QString &persona, int seconds, qint64 tokens)
{
    Task result;
    result.id = id;
    result.personas = {persona};
    result.budgetTokens = tokens;
    result.budgetDuration = Duration{u"%1s"_s.arg(seconds)};
    return result;
}

AdviceFigures TestAdvice::only(const Contents &contents, const QString &rule)
{
    for (const AdviceFigures &one : adviceWithFigures(contents, checkWorkflow(contents))) {
        if (one.advice.rule == rule)
            return one;
    }
    QTest::qFail(qPrintable(u"No advice on "_s + rule), __FILE__, __LINE__);
    return {{}, {Error{ErrorCode::Refused, {}, {}, {}}, Error{ErrorCode::Refused, {}, {}, {}}}};
}

void TestAdvice::aPlanWithoutAntiPatternsGetsNoAdvice()
{
    const Contents contents = chain({u"a"_s, u"b"_s});
    QVERIFY(adviceWithFigures(contents, checkWorkflow(contents)).isEmpty());
}

void TestAdvice::everythingInARowIsComparedWithItsIdleNeedsDropped()
{
    Contents contents;
    add(contents, Persona{.id = u"a"_s, .title = {}});
    add(contents, Persona{.id = u"b"_s, .title = {}});
    QString before;
    for (int i = 0; i < 6; ++i) {
        Task one = task(u"t%1"_s.arg(i), i % 2 ? u"a"_s : u"b"_s);
        if (!before.isEmpty())
            one.needs = {need(before)};
        before = one.id;
        add(contents, one);
    }
    const AdviceFigures found = only(contents, u"sequential-everything"_s);
    QCOMPARE(found.figures.before->makespan, 60'000); // Six times ten seconds,
    QCOMPARE(found.figures.after->makespan, 20'000);  // four and then two at once.
    QCOMPARE(found.figures.before->tokens, 90'000);   // 6 × 10,000 × 1.5
    QCOMPARE(found.figures.after->tokens, 90'000);
}

void TestAdvice::onePersonaForEverythingIsRelieved()
{
    Contents contents;
    add(contents, Persona{.id = u"solo"_s, .title = {}});
    for (int i = 0; i < 4; ++i) {
        Task one = task(u"t%1"_s.arg(i), u"solo"_s);
        if (i == 3)
            one.kind = TaskKind::Validate;
        add(contents, one);
    }
    const AdviceFigures found = only(contents, u"single-agent"_s);
    const Contents after = edited(contents, found.advice.edit);
    QCOMPARE(after.personas.size(), 3);
    QVERIFY(after.tasks.at(3).persona() != after.tasks.at(0).persona());
    QVERIFY(after.tasks.at(1).persona() != after.tasks.at(0).persona());
    for (const Problem &problem : checkWorkflow(after))
        QVERIFY2(problem.rule != "single-agent"_L1 && problem.severity != Severity::Error, qPrintable(problem.message));
    QCOMPARE(found.figures.after->tokens, found.figures.before->tokens);
}

void TestAdvice::tinyTasksAreComparedWithOneThatHoldsThemAll()
{
    Contents contents;
    add(contents, Persona{.id = u"a"_s, .title = {}});
    QString before;
    for (int i = 0; i < 5; ++i) {
        Task one = task(u"t%1"_s.arg(i), u"a"_s, 10, 1000);
        one.deliverables = {u"out/%1.md"_s.arg(i)};
        if (!before.isEmpty()) {
            one.needs = {need(before, NeedType::Output)};
            one.inputs = {u"out/%1.md"_s.arg(i - 1)};
        }
        before = one.id;
        add(contents, one);
    }
    const AdviceFigures found = only(contents, u"over-orchestration"_s);
    QCOMPARE(edited(contents, found.advice.edit).tasks.size(), 1);
    QCOMPARE(found.figures.before->tokens, 7500); // 5 × 1,000 × 1.5
    QCOMPARE(found.figures.after->tokens, 7500);
    QCOMPARE(found.figures.before->makespan, 50'000);
    QCOMPARE(found.figures.after->makespan, 50'000);
}

/// Merged they would lose what they do; the finding stays, without a fix.
void TestAdvice::commandsAreNotMerged()
{
    Contents contents;
    add(contents, Persona{.id = u"a"_s, .title = {}});
    for (int i = 0; i < 5; ++i) {
        Task one = task(u"t%1"_s.arg(i), u"a"_s, 10, 1000);
        one.executor = {u"shell"_s, {{u"command"_s, u"make %1"_s.arg(i)}}};
        if (i > 0)
            one.needs = {need(u"t%1"_s.arg(i - 1), NeedType::Output)};
        add(contents, one);
    }
    const QList<Problem> problems = checkWorkflow(contents);
    const auto found = std::find_if(problems.begin(), problems.end(), [](const Problem &problem) { return problem.rule == "over-orchestration"_L1; });
    QVERIFY(found != problems.end());
    QVERIFY(found->fixes.isEmpty());
}

void TestAdvice::launchingEverythingIsComparedWithALimit()
{
    Contents contents;
    contents.info.maxConcurrent = 0;
    for (int i = 0; i < 12; ++i) {
        add(contents, Persona{.id = u"p%1"_s.arg(i), .title = {}});
        add(contents, task(u"t%1"_s.arg(i), u"p%1"_s.arg(i)));
    }
    const AdviceFigures found = only(contents, u"launch-everything"_s);
    QCOMPARE(found.figures.before->makespan, 10'000); // All at once,
    QCOMPARE(found.figures.after->makespan, 30'000);  // or three times four.
}

/// Eight give to the hub, eight wait for it; those either read what the eight deliver, or what the hub does.
Contents TestAdvice::hub(bool readsDirectly)
{
    Contents contents;
    contents.info.maxConcurrent = 16;
    add(contents, Persona{.id = u"a"_s, .title = {}});
    add(contents, Persona{.id = u"b"_s, .title = {}});
    Task centre = task(u"hub"_s, u"b"_s, 30);
    centre.deliverables = {u"hub.md"_s};
    for (int i = 0; i < 8; ++i) {
        Task giver = task(u"give-%1"_s.arg(i), u"a"_s);
        giver.deliverables = {u"given/%1.md"_s.arg(i)};
        add(contents, giver);
        centre.needs += need(giver.id, NeedType::Output);
    }
    add(contents, centre);
    for (int i = 0; i < 8; ++i) {
        Task taker = task(u"take-%1"_s.arg(i), u"a"_s);
        taker.needs = {need(u"hub"_s, NeedType::Output)};
        taker.inputs = {readsDirectly ? u"given/%1.md"_s.arg(i) : u"hub.md"_s};
        add(contents, taker);
    }
    return contents;
}

void TestAdvice::aCoordinatorLetsPassWhatOthersRead()
{
    const Contents contents = hub(true);
    const AdviceFigures found = only(contents, u"coordinator-bottleneck"_s);
    const Contents after = edited(contents, found.advice.edit);
    QCOMPARE(after.tasks.at(9).needs.size(), 1);
    QCOMPARE(after.tasks.at(9).needs.first().target, u"give-0"_s);
    QCOMPARE(found.figures.before->makespan, 50'000); // 10, the hub's 30, 10.
    QCOMPARE(found.figures.after->makespan, 40'000);  // The hub's 30 beside what waited for it.
}

void TestAdvice::aCoordinatorThatNobodyCanPassIsSplit()
{
    const Contents contents = hub(false);
    const AdviceFigures found = only(contents, u"coordinator-bottleneck"_s);
    const Contents after = edited(contents, found.advice.edit);
    QCOMPARE(after.tasks.size(), contents.tasks.size() + 1);
    const Task &second = after.tasks.at(after.tasks.size() - 1);
    QCOMPARE(second.needs.size(), 4);
    QCOMPARE(after.tasks.at(8).needs.size(), 4);
    QCOMPARE(after.tasks.at(16).needs.first().target, second.id);
    QCOMPARE(found.figures.after->tokens, found.figures.before->tokens);
    for (const Problem &problem : checkWorkflow(after))
        QVERIFY2(problem.rule != "coordinator-bottleneck"_L1, qPrintable(problem.message));
}

QTEST_GUILESS_MAIN(TestAdvice)
#include "tst_advice.moc"
