// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/issuerows.h"
#include "model/run/report.h"
#include "model/run/runcompare.h"
#include "model/run/virtualrun.h"
#include "tests/support/plans.h"
#include "tests/support/rundriver.h"

#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace baton;
using namespace baton::test;
using namespace Qt::StringLiterals;

/// What is told of a run afterwards: its report, and its issues.
class TestReport : public QObject
{
    Q_OBJECT

private slots:
    void aReportTellsWhatWasAskedDoneVerifiedSpentAndFound();
    void whatIsLeftOverIsSaidWithItsReason();
    void theSameRunGivesTheSameReport();
    void nothingInAReportIsBelievedToBeHarmless();
    void everyFigureIsTheJournals();
    void bothFilesAreWritten();
    void aReportThatDoesNotFitLeavesTheOneBefore();
    void anIssueThatNamesNoTaskIsAboutTheOneThatIsValidated();
    void anIssueIsFollowedToItsFix();
    void issuesOfAValidationThatStillRunsAreOpen();
    void whatWasFoundBeforeARetryIsStillTold();
    void whatIsFoundAgainAfterARetryIsToldOnce();
    void aFileRestoredByARetryIsStillTold();
    void aRefusedGatesIssuesOutliveItsNextCheck();
    void aRefusedGatesIssuesAreListed();

private:
    static Contents audited();
};

/// build, checked by audit; the gate makes a fix phase, once by itself.
Contents TestReport::audited()
{
    Contents contents;
    contents.info.name = u"Blue/green"_s;
    contents.info.missionSummary = u"Roll out the service"_s;
    contents.info.missionConstraints = {u"zero downtime"_s};
    contents.info.budgetTokens = 5000;
    Phase phase;
    phase.id = u"one"_s;
    add(contents, phase);
    Task build;
    build.id = u"build"_s;
    build.phase = u"one"_s;
    build.executor = {u"shell"_s, {{u"command"_s, u"make"_s}}};
    add(contents, build);
    Task audit = build;
    audit.id = u"audit"_s;
    audit.validates = {u"build"_s};
    add(contents, audit);
    Gate gate;
    gate.id = u"g"_s;
    gate.phase = u"one"_s;
    gate.onFail = OnFail::FixPhase;
    gate.retryMax = 1;
    add(contents, gate);
    return contents;
}

namespace {

const QJsonObject issue{{u"severity"_s, u"major"_s}, {u"where"_s, u"run|book.md"_s}, {u"what"_s, u"no <b>alerts</b>"_s}, {u"fix"_s, u"add them"_s}};

void rejectOnce(RunDriver &run)
{
    run.start();
    run.begin(u"build"_s);
    run.record(EventType::WorkerUsage, u"build"_s, {{u"input_tokens"_s, 1200}, {u"output_tokens"_s, 34}, {u"cost_usd"_s, 0.5}});
    run.record(EventType::WorkerEvidence, u"build"_s, {{u"path"_s, u"out/a.md"_s}, {u"bytes"_s, 9}, {u"sha256"_s, u"abc123"_s}});
    run.complete(u"build"_s);
    run.reject(u"audit"_s, {issue});
}

QString markdownOf(const RunDriver &run)
{
    return toMarkdown(reportOn(run.plan, run.state));
}

} // namespace

void TestReport::aReportTellsWhatWasAskedDoneVerifiedSpentAndFound()
{
    RunDriver run(audited());
    rejectOnce(run);
    run.complete(run.running().first());
    run.approve(u"audit#2"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    const QString text = markdownOf(run);
    QVERIFY(text.startsWith(u"# Blue/green: COMPLETE\n"_s));
    QString rest = text;
    for (const auto &part : {u"## Asked"_s, u"Roll out the service"_s, u"- Constraint: zero downtime"_s, u"## Done"_s, u"| build |"_s,
                             u"| audit\\#2 |"_s, u"## Verified"_s, u"| g | PASSED | complete | yes |"_s, u"| build | out/a.md | 9 | abc123 |"_s,
                             u"## Spent"_s, u"of at most"_s, u"## Found"_s, u"no \\<b\\>alerts\\</b\\>"_s, u"fixed in fix-g-1-1"_s}) {
        QVERIFY2(rest.contains(part), qPrintable(part + u"\n"_s + text));
        rest = rest.sliced(rest.indexOf(part));
    }
    QVERIFY(!text.contains(u"## Left over"_s));
}

void TestReport::whatIsLeftOverIsSaidWithItsReason()
{
    RunDriver run(chain({u"a"_s, u"b"_s}));
    run.start();
    run.fail(u"a"_s, u"the disk is full"_s);
    const QString text = markdownOf(run);
    const QString left = text.sliced(text.indexOf(u"## Left over"_s));
    QVERIFY(left.contains(u"| a | FAILED | the disk is full |"_s));
    QVERIFY(left.contains(u"| b | PENDING | behind a, which failed |"_s));
}

void TestReport::theSameRunGivesTheSameReport()
{
    RunDriver run(audited());
    rejectOnce(run);
    QCOMPARE(toMarkdown(reportOn(run.plan, run.replayed())), markdownOf(run));
}

void TestReport::nothingInAReportIsBelievedToBeHarmless()
{
    Contents contents = chain({u"a"_s});
    contents.info.name = u"</title><script>alert(1)</script>"_s;
    contents.info.missionSummary = u"![x](http://127.0.0.1/p) <img src=x> `a` |\n# b\u202E"_s;
    RunDriver run(contents);
    run.start();
    run.fail(u"a"_s, u"\x1b[31m</td><script>"_s);
    const QList<ReportBlock> blocks = reportOn(run.plan, run.state);
    const QString html = toHtml(blocks, blocks.first().text);
    QVERIFY(!html.contains(u"<script"_s) && !html.contains(u"<img"_s) && !html.contains(QChar(0x1b)) && !html.contains(QChar(0x202E)));
    QVERIFY(html.contains(u"&lt;script&gt;"_s));
    QVERIFY(!html.contains(u"src="_s + u"\""_s) && !html.contains(u"href"_s)); // it fetches nothing
    const QString markdown = toMarkdown(blocks);
    QVERIFY(markdown.contains(u"\\!\\[x\\](http://127.0.0.1/p) \\<img src=x\\> \\`a\\` \\| \\# b"_s));
    QVERIFY(!QString(markdown).remove(u"\\<"_s).contains(u'<'));
}

namespace {

/// What the events of a task say, counted without the machinery that states are made of.
struct Told
{
    int attempts = 0;
    qint64 input = 0;
    qint64 output = 0;
    qint64 startedAt = 0;
    qint64 endedAt = 0;
    QString state = u"PENDING"_s;
};

QHash<QString, Told> toldBy(const QList<Event> &events)
{
    QHash<QString, Told> all;
    for (const Event &event : events) {
        Told &told = all[event.subject];
        if (event.type == EventType::WorkerStarted) {
            ++told.attempts;
            told.startedAt = event.time;
        } else if (event.type == EventType::WorkerUsage) {
            told.input += event.data["input_tokens"_L1].toInteger();
            told.output += event.data["output_tokens"_L1].toInteger();
        } else if (event.type == EventType::WorkerComplete || event.type == EventType::WorkerFailed) {
            told.endedAt = event.time;
            told.state = event.type == EventType::WorkerComplete ? u"COMPLETE"_s : u"FAILED"_s;
        }
    }
    return all;
}

QString figure(qint64 number)
{
    return number > 0 ? QLocale().toString(number) : QString();
}

} // namespace

void TestReport::everyFigureIsTheJournals()
{
    Contents contents = randomPlan(60, 80, 7);
    for (qsizetype i = 0; i < contents.tasks.size(); ++i) {
        Task task = contents.tasks.at(i);
        task.budgetTokens = 1000 + 37 * i;
        task.model = i % 3 == 0 ? u"opus"_s : u"haiku"_s;
        task.retryMax = 1;
        task.executor = {u"simulate"_s, {{u"fail"_s, 0.25}, {u"duration"_s, u"%1s"_s.arg(1 + i % 9)}}};
        contents.tasks.replace(contents.tasks.keyAt(i), std::make_shared<const Task>(task));
    }
    const Result<RunPlan> plan = compile(contents);
    QVERIFY(plan.ok());
    const VirtualRun run = simulate(*plan, {.startTime = 1'768'473'000'000});
    const QHash<QString, Told> told = toldBy(run.events);
    const RunOutcome outcome = outcomeOf(*plan, run.state);
    const QList<ReportBlock> blocks = reportOn(*plan, run.state);
    const auto table = [&](const QString &column) {
        const auto block = std::find_if(blocks.cbegin(), blocks.cend(), [&](const ReportBlock &one) { return one.items.contains(column); });
        return block != blocks.cend() ? block->rows : QList<QStringList>();
    };
    const QList<QStringList> rows = table(u"Attempts"_s);
    QCOMPARE(rows.size(), plan->tasks.size());
    QSet<int> attempts;
    qint64 input = 0;
    qint64 output = 0;
    QHash<QString, qint64> ofModel;
    QHash<QString, qint64> ofPhase;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const Told &one = told[plan->tasks.at(i).id];
        const TaskOutcome compared = outcome.tasks.value(plan->tasks.at(i).id);
        attempts.insert(one.attempts);
        QCOMPARE(compared.attempts, one.attempts);
        QCOMPARE(compared.tokens, one.input + one.output);
        QCOMPARE(compared.milliseconds, one.endedAt - one.startedAt);
        QCOMPARE(nameOf(compared.state), one.state);
        QCOMPARE(rows.at(i).at(3), one.state);
        QCOMPARE(rows.at(i).at(4), figure(one.attempts));
        QCOMPARE(rows.at(i).at(6), figure(one.input + one.output));
        input += one.input;
        output += one.output;
        ofModel[u"@%1 · %2"_s.arg(plan->tasks.at(i).persona, plan->tasks.at(i).model)] += one.input + one.output;
        ofPhase[plan->phases.at(plan->tasks.at(i).phase).id] += one.input + one.output;
    }
    QVERIFY2(attempts.contains(0) && attempts.contains(1) && attempts.contains(2), "the run is to have all kinds");
    QCOMPARE(outcome.tokens, input + output);
    QCOMPARE(outcome.milliseconds, run.events.last().time - run.events.first().time);
    for (const auto &[column, sums] : {std::pair(u"Phase"_s, ofPhase), {u"Persona and model"_s, ofModel}}) {
        QCOMPARE(table(column).size(), sums.size());
        qint64 spent = 0;
        for (const QStringList &row : table(column)) {
            QCOMPARE(row.at(5), figure(sums.value(row.first())));
            spent += sums.value(row.first());
        }
        QCOMPARE(spent, input + output);
    }
}

void TestReport::bothFilesAreWritten()
{
    QTemporaryDir dir;
    RunDriver run(chain({u"a"_s}));
    run.start();
    run.complete(u"a"_s);
    QVERIFY(writeReport(RunFolder(dir.path()), run.plan, run.state).ok());
    for (const auto &[name, begin] : {std::pair(u"report.md"_s, "# "), {u"report.html"_s, "<!DOCTYPE html>"}}) {
        QFile file(dir.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(begin));
    }
    QVERIFY(!writeReport(RunFolder(dir.filePath(u"nowhere"_s)), run.plan, run.state).ok());
}

void TestReport::aReportThatDoesNotFitLeavesTheOneBefore()
{
    QTemporaryDir dir;
    QFile before(dir.filePath(u"report.md"_s));
    QVERIFY(before.open(QIODevice::WriteOnly));
    before.write("before");
    before.close();
    RunDriver run(chain({u"a"_s}));
    run.start();
    run.complete(u"a"_s);
    rlimit limit = {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit none{.rlim_cur = 0, .rlim_max = limit.rlim_max}; // as on a full disk
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &none), 0);
    const Result<void> written = writeReport(RunFolder(dir.path()), run.plan, run.state);
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, handler);
    QVERIFY(!written.ok());
    QVERIFY(before.open(QIODevice::ReadOnly));
    QCOMPARE(before.readAll(), QByteArray("before"));
}

void TestReport::anIssueThatNamesNoTaskIsAboutTheOneThatIsValidated()
{
    RunDriver run(audited());
    run.start();
    run.complete(u"build"_s);
    run.begin(u"audit"_s);
    run.record(EventType::WorkerVerdict, u"audit"_s, {{u"verdict"_s, u"rejected"_s}, {u"issues"_s, QJsonArray{QJsonObject{{u"what"_s, u"it leaks"_s}}}}});
    const QList<IssueRow> rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().task, u"build"_s);
}

void TestReport::anIssueIsFollowedToItsFix()
{
    RunDriver run(audited());
    rejectOnce(run);
    QList<IssueRow> rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().what, u"no <b>alerts</b>"_s);
    QCOMPARE(rows.first().foundBy, u"audit"_s);
    QCOMPARE(rows.first().task, u"build"_s); // whose work is mended
    QCOMPARE(rows.first().fixTask, u"fix-g-1-1"_s);
    QCOMPARE(rows.first().state, IssueRow::State::InWork);
    run.complete(u"fix-g-1-1"_s);
    QCOMPARE(issueRows(run.plan, run.state).first().state, IssueRow::State::ToCheck);
    RunDriver other = run;
    run.reject(u"audit#2"_s, {issue});
    rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.first().state, IssueRow::State::FoundAgain);
    QCOMPARE(rows.last().state, IssueRow::State::Open);
    QCOMPARE(rows.last().foundBy, u"audit#2"_s);
    other.approve(u"audit#2"_s);
    QCOMPARE(issueRows(other.plan, other.state).first().state, IssueRow::State::Fixed);
}

void TestReport::issuesOfAValidationThatStillRunsAreOpen()
{
    RunDriver run(audited());
    run.start({.approve = ApproveMode::Ask});
    run.complete(u"build"_s);
    run.begin(u"audit"_s);
    run.record(EventType::WorkerVerdict, u"audit"_s, {{u"verdict"_s, u"rejected"_s}, {u"issues"_s, QJsonArray{issue}}, {u"so_far"_s, true}});
    QCOMPARE(issueRows(run.plan, run.state).size(), 1);
    QCOMPARE(issueRows(run.plan, run.state).first().state, IssueRow::State::Open);
    run.fail(u"audit"_s); // What it had until then is no verdict.
    QVERIFY(!run.task(u"audit"_s).verdict);
    QCOMPARE(issueRows(run.plan, run.state).size(), 0);
}

namespace {

Contents retried(Contents contents, qint64 rounds)
{
    Gate gate = contents.gates.at(0);
    gate.onFail = OnFail::Retry;
    gate.retryMax = rounds;
    contents.gates.replace(contents.gates.keyAt(0), std::make_shared<const Gate>(gate));
    return contents;
}

} // namespace

void TestReport::whatWasFoundBeforeARetryIsStillTold()
{
    RunDriver run(retried(audited(), 2));
    rejectOnce(run);
    QCOMPARE(run.stateOf(u"audit"_s), u"PENDING"_s);
    QList<IssueRow> rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().state, IssueRow::State::Open);
    QCOMPARE(rows.first().foundBy, u"audit"_s);
    QCOMPARE(rows.first().task, u"build"_s);
    run.complete(u"build"_s);
    const QJsonObject second{{u"what"_s, u"it is slow"_s}};
    run.reject(u"audit"_s, {second});
    rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 2); // The second one has been sent back, and nobody has looked since.
    run.complete(u"build"_s);
    run.approve(u"audit"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 2);
    for (const IssueRow &row : rows)
        QCOMPARE(fateOf(row), u"fixed"_s);
    QVERIFY(markdownOf(run).contains(u"it is slow"_s));
    QVERIFY(run.failures.isEmpty());
    QVERIFY(run.replayed() == run.state);
}

void TestReport::whatIsFoundAgainAfterARetryIsToldOnce()
{
    RunDriver run(retried(audited(), 1));
    rejectOnce(run);
    run.complete(u"build"_s);
    run.reject(u"audit"_s, {issue});
    const QList<IssueRow> rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().state, IssueRow::State::Open);
}

void TestReport::aFileRestoredByARetryIsStillTold()
{
    RunDriver run(retried(audited(), 1));
    run.start();
    run.begin(u"build"_s);
    const QJsonObject wrote{{u"path"_s, u"src/a.c"_s}, {u"owner"_s, u"other"_s}, {u"certain"_s, true}};
    run.record(EventType::WorkerCheckpoint, u"build"_s, {{u"trespasses"_s, QJsonArray{wrote}}});
    run.complete(u"build"_s);
    run.approve(u"audit"_s);
    QCOMPARE(issueRows(run.plan, run.state).first().state, IssueRow::State::Open); // sent back
    run.complete(u"build"_s);
    run.approve(u"audit"_s);
    QCOMPARE(run.status(), u"COMPLETE"_s);
    const QList<IssueRow> rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().where, u"src/a.c"_s);
    QCOMPARE(rows.first().state, IssueRow::State::Fixed);
}

void TestReport::aRefusedGatesIssuesOutliveItsNextCheck()
{
    Contents contents = retried(audited(), 0);
    Gate gate = contents.gates.at(0);
    gate.approval = Approval::Manual;
    contents.gates.replace(contents.gates.keyAt(0), std::make_shared<const Gate>(gate));
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    run.complete(u"build"_s);
    run.approve(u"audit"_s);
    run.record(EventType::ApprovalRefused, u"g"_s, {{u"issues"_s, QJsonArray{issue}}});
    run.record(EventType::GateClosed, u"g"_s, {{u"by"_s, u"person"_s}});
    run.record(EventType::RunResumed, u"run-1"_s);
    QCOMPARE(issueRows(run.plan, run.state).size(), 1);
    QCOMPARE(issueRows(run.plan, run.state).first().state, IssueRow::State::Open);
    run.record(EventType::ApprovalGiven, u"g"_s);
    QCOMPARE(run.gateState(u"g"_s), u"PASSED"_s);
    QCOMPARE(issueRows(run.plan, run.state).size(), 1);
    QCOMPARE(issueRows(run.plan, run.state).first().state, IssueRow::State::Fixed);
}

void TestReport::aRefusedGatesIssuesAreListed()
{
    Contents contents = audited();
    Gate gate = contents.gates.at(0);
    gate.approval = Approval::Manual;
    gate.retryMax = 0;
    contents.gates.replace(contents.gates.keyAt(0), std::make_shared<const Gate>(gate));
    RunDriver run(contents);
    run.start({.approve = ApproveMode::Ask});
    run.complete(u"build"_s);
    run.approve(u"audit"_s);
    run.record(EventType::ApprovalRefused, u"g"_s, {{u"issues"_s, QJsonArray{issue}}});
    const QList<IssueRow> rows = issueRows(run.plan, run.state);
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().foundBy, u"g"_s);
}

QTEST_GUILESS_MAIN(TestReport)
#include "tst_report.moc"
