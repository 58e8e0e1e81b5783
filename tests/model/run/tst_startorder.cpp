// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/startorder.h"
#include "model/run/virtualrun.h"

#include "tests/support/plans.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

class TestStartOrder : public QObject
{
    Q_OBJECT

private slots:
    void knownOptimaAreReached_data();
    void knownOptimaAreReached();
    void smallGraphsComeCloseToTheOptimum();
    void itIsNeverWorseThanFirstReadyFirst();
    void theRunTakesAsLongAsTheSearchSaid();
    void theSamePlanGivesTheSameOrder();
};

namespace {

struct Job
{
    qint64 seconds = 0;
    QList<int> needs = {};
};

Contents contentsOf(const QList<Job> &jobs)
{
    Contents contents;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        Task task;
        task.id = u"t%1"_s.arg(i);
        task.executor = {u"simulate"_s, {{u"duration"_s, u"%1s"_s.arg(jobs.at(i).seconds)}}};
        for (const int need_ : jobs.at(i).needs)
            task.needs.append(need(u"t%1"_s.arg(need_)));
        add(contents, task);
    }
    return contents;
}

/// The Standard Task Graph Set's form: a count, then a line a task: number, time, number of needs, needs.
QList<Job> readStg(const QString &path)
{
    QFile file(path);
    QList<Job> jobs;
    if (!file.open(QIODevice::ReadOnly))
        return jobs;
    const QStringList lines = QString::fromLatin1(file.readAll()).split(u'\n');
    const int count = lines.value(0).trimmed().toInt() + 2;
    for (int i = 1; i <= count && i < lines.size(); ++i) {
        const QStringList words = lines.at(i).simplified().split(u' ');
        Job job{words.value(1).toLongLong(), {}};
        for (int n = 3; n < 3 + words.value(2).toInt(); ++n)
            job.needs.append(words.value(n).toInt());
        jobs.append(job);
    }
    return jobs;
}

QList<Job> randomJobs(int count, QRandomGenerator &random)
{
    QList<Job> jobs;
    for (int i = 0; i < count; ++i) {
        Job job{1 + random.bounded(10), {}};
        for (int before = 0; before < i; ++before) {
            if (random.bounded(100) < 25)
                job.needs.append(before);
        }
        jobs.append(job);
    }
    return jobs;
}

/// The true optimum, by trying every order of placing tasks at their earliest place, gaps included.
qint64 optimum(const QList<Job> &jobs, int slots_)
{
    const int count = int(jobs.size());
    const qint64 horizon = std::accumulate(jobs.begin(), jobs.end(), qint64(0),
                                           [](qint64 sum, const Job &job) { return sum + job.seconds; });
    qint64 best = horizon;
    QList<qint64> end(count, -1);
    QList<int> used(horizon + 1, 0);
    const std::function<void(int, qint64)> place = [&](int placed, qint64 makespan) {
        if (makespan >= best)
            return;
        if (placed == count) {
            best = makespan;
            return;
        }
        for (int i = 0; i < count; ++i) {
            const Job &job = jobs.at(i);
            const bool isReady = end.at(i) < 0 && std::all_of(job.needs.begin(), job.needs.end(),
                                                              [&](int n) { return end.at(n) >= 0; });
            if (!isReady)
                continue;
            qint64 start = 0;
            for (const int n : job.needs)
                start = std::max(start, end.at(n));
            const auto isFree = [&](qint64 from) {
                return std::all_of(used.cbegin() + from,
                                   used.cbegin() + std::min(from + job.seconds, horizon),
                                   [&](int n) { return n < slots_; });
            };
            while (!isFree(start))
                ++start;
            end[i] = start + job.seconds;
            for (qint64 t = start; t < end.at(i) && t < horizon; ++t)
                ++used[t];
            place(placed + 1, std::max(makespan, end.at(i)));
            for (qint64 t = start; t < end.at(i) && t < horizon; ++t)
                --used[t];
            end[i] = -1;
        }
    };
    place(0, 0);
    return best;
}

double gap(qint64 makespan, qint64 best)
{
    return double(makespan - best) / double(best);
}

} // namespace

void TestStartOrder::knownOptimaAreReached_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("places");
    QTest::addColumn<int>("best");
    const auto row = [](const QString &name, const QList<int> &optima) {
        for (qsizetype i = 0; i < optima.size(); ++i)
            QTest::newRow(qPrintable(u"%1 on %2"_s.arg(name).arg(2 << i)))
                << name << (2 << i) << optima.at(i);
    };
    row(u"stg-50-rand0005.stg"_s, {314, 170, 170, 170});
    row(u"stg-100-rand0002.stg"_s, {288, 175, 175, 175});
}

void TestStartOrder::knownOptimaAreReached()
{
    QFETCH(QString, name);
    QFETCH(int, places);
    QFETCH(int, best);
    const QList<Job> jobs = readStg(qEnvironmentVariable("BATON_SHARED") + u"/dags/"_s + name);
    if (jobs.isEmpty())
        QSKIP("The task graphs are not here.");
    const Result<RunPlan> plan = compile(contentsOf(jobs));
    QVERIFY(plan.ok());
    QElapsedTimer timer;
    timer.start();
    const StartOrder order = improvedOrder(*plan, places);
    qInfo("first ready %lld, longest path %lld, improved %lld, optimum %d: %lld ms",
          firstReadyOrder(*plan, places).makespan / 1000, presentOrder(*plan, places).makespan / 1000,
          order.makespan / 1000, best, timer.elapsed());
    QVERIFY(order.makespan >= best * 1000);
    QVERIFY(gap(order.makespan, best * 1000) <= 0.01);
}

void TestStartOrder::smallGraphsComeCloseToTheOptimum()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    double sum = 0;
    double worst = 0;
    double plain = 0;
    constexpr int graphs = 120;
    for (int i = 0; i < graphs; ++i) {
        const QList<Job> jobs = randomJobs(5 + random.bounded(4), random);
        const int places = 2 + random.bounded(2);
        const qint64 best = optimum(jobs, places) * 1000;
        const Result<RunPlan> plan = compile(contentsOf(jobs));
        QVERIFY(plan.ok());
        const StartOrder order = improvedOrder(*plan, places);
        QVERIFY(order.bound <= best);
        QVERIFY(order.makespan >= best);
        sum += gap(order.makespan, best);
        plain += gap(presentOrder(*plan, places).makespan, best);
        worst = std::max(worst, gap(order.makespan, best));
    }
    qInfo("seed %u: mean gap %.2f %% (longest path first %.2f %%), worst %.1f %%", seed, 100 * sum / graphs,
          100 * plain / graphs, 100 * worst);
    // What is left is where an optimum would let a slot stand idle, which a run does not do.
    QVERIFY(sum / graphs <= 0.02);
    QVERIFY(sum <= plain);
}

void TestStartOrder::itIsNeverWorseThanFirstReadyFirst()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 40; ++i) {
        const Result<RunPlan> plan = compile(contentsOf(randomJobs(10 + random.bounded(60), random)));
        QVERIFY(plan.ok());
        const int places = 1 + random.bounded(8);
        const StartOrder order = improvedOrder(*plan, places);
        QVERIFY(order.makespan <= firstReadyOrder(*plan, places).makespan);
        QVERIFY(order.makespan <= presentOrder(*plan, places).makespan);
        QVERIFY(order.makespan >= order.bound);
    }
}

void TestStartOrder::theRunTakesAsLongAsTheSearchSaid()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < 30; ++i) {
        Contents contents = contentsOf(randomJobs(40, random));
        contents.info.maxConcurrent = 1 + random.bounded(5);
        for (int n = 0; n < 12; ++n) {
            const int place = random.bounded(40);
            Task task = contents.tasks.at(place);
            if (n % 2)
                task.owns = {n % 4 == 1 ? u"src/**"_s : u"src/a/*"_s};
            else
                task.executor.type = n == 0 ? u"human"_s : u"simulate"_s;
            contents.tasks.replace(contents.tasks.keyAt(place), std::make_shared<const Task>(task));
        }
        Result<RunPlan> plan = compile(contents);
        QVERIFY(plan.ok());
        QCOMPARE(simulate(*plan).makespan, presentOrder(*plan, contents.info.maxConcurrent).makespan);
        const StartOrder order = improvedOrder(*plan, contents.info.maxConcurrent);
        setStartOrder(*plan, order);
        QCOMPARE(simulate(*plan).makespan, order.makespan);
    }
}

void TestStartOrder::theSamePlanGivesTheSameOrder()
{
    const Result<RunPlan> plan = compile(randomPlan(300, 450, 3));
    QVERIFY(plan.ok());
    QCOMPARE(improvedOrder(*plan, 4).taskOfRank, improvedOrder(*plan, 4).taskOfRank);
}

QTEST_GUILESS_MAIN(TestStartOrder)
#include "tst_startorder.moc"
