// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/taskgraphs.h"

#include "tests/support/plans.h"

#include <QFile>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

class Bounded
{
public:
    Bounded(const QList<Job> &jobs, int places)
        : m_jobs(jobs), m_tail(jobs.size()), m_end(jobs.size(), -1), m_free(places, 0)
    {
        // Jobs need only earlier ones.
        for (qsizetype i = jobs.size() - 1; i >= 0; --i) {
            m_tail[i] += jobs.at(i).seconds;
            m_best += jobs.at(i).seconds;
            for (const int need : jobs.at(i).needs)
                m_tail[need] = std::max(m_tail.at(need), m_tail.at(i));
        }
        m_left = m_best;
    }

    qint64 run()
    {
        place(0, 0, 0);
        return m_best;
    }

private:
    qint64 earliest(int job) const
    {
        qint64 start = 0;
        for (const int need : m_jobs.at(job).needs)
            start = std::max(start, m_end.at(need));
        return start;
    }

    /// No schedule that begins like this is shorter.
    qint64 bound(qint64 last) const
    {
        qint64 work = m_left;
        for (const qint64 free : m_free)
            work += std::max(free, last);
        qint64 bound = (work + m_free.size() - 1) / m_free.size();
        QList<qint64> start(m_jobs.size(), 0);
        for (int i = 0; i < m_jobs.size(); ++i) {
            if (m_end.at(i) >= 0)
                continue;
            start[i] = last;
            for (const int need : m_jobs.at(i).needs)
                start[i] = std::max(start.at(i), m_end.at(need) >= 0 ? m_end.at(need) : start.at(need) + m_jobs.at(need).seconds);
            bound = std::max(bound, start.at(i) + m_tail.at(i));
        }
        return bound;
    }

    void place(int placed, qint64 last, qint64 makespan)
    {
        if (placed == m_jobs.size()) {
            m_best = std::min(m_best, makespan);
            return;
        }
        if (std::max(makespan, bound(last)) >= m_best)
            return;
        for (int i = 0; i < m_jobs.size(); ++i) {
            const bool isReady = m_end.at(i) < 0 && std::all_of(m_jobs.at(i).needs.cbegin(), m_jobs.at(i).needs.cend(),
                                                                [this](int need) { return m_end.at(need) >= 0; });
            if (!isReady)
                continue;
            const QList<qint64> before = m_free;
            const auto slot = std::min_element(m_free.begin(), m_free.end());
            const qint64 start = std::max({last, earliest(i), *slot});
            m_end[i] = *slot = start + m_jobs.at(i).seconds;
            m_left -= m_jobs.at(i).seconds;
            place(placed + 1, start, std::max(makespan, m_end.at(i)));
            m_left += m_jobs.at(i).seconds;
            m_end[i] = -1;
            m_free = before;
        }
    }

    const QList<Job> &m_jobs;
    QList<qint64> m_tail; ///< Seconds of the longest path from a job's start.
    QList<qint64> m_end;
    QList<qint64> m_free; ///< When each place is free again.
    qint64 m_left = 0;    ///< Work that is not placed.
    qint64 m_best = 0;
};

} // namespace

Contents contentsOf(const QList<Job> &jobs)
{
    Contents contents;
    for (qsizetype i = 0; i < jobs.size(); ++i) {
        Task task;
        task.id = u"t%1"_s.arg(i);
        task.executor = {u"simulate"_s, {{u"duration"_s, u"%1s"_s.arg(jobs.at(i).seconds)}}};
        for (const int target : jobs.at(i).needs)
            task.needs.append(need(u"t%1"_s.arg(target)));
        add(contents, task);
    }
    return contents;
}

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

QList<KnownGraph> provenGraphs()
{
    QList<KnownGraph> graphs;
    for (const auto &[name, optima] : {std::pair{u"stg-50-rand0005.stg"_s, QList<int>{314, 170, 170, 170}},
                                       {u"stg-100-rand0002.stg"_s, {288, 175, 175, 175}}}) {
        const QList<Job> jobs = readStg(qEnvironmentVariable("BATON_SHARED") + u"/dags/"_s + name);
        for (int i = 0; i < optima.size() && !jobs.isEmpty(); ++i)
            graphs.append({u"%1 on %2"_s.arg(name).arg(2 << i), jobs, 2 << i, optima.at(i)});
    }
    return graphs;
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

KnownGraph cutGraph(int count, int places, QRandomGenerator &random)
{
    struct Piece
    {
        qint64 from;
        qint64 to;
    };
    const qint64 length = 12 * qint64(count) / places;
    QList<Piece> pieces(places, {0, length});
    while (pieces.size() < count) {
        Piece &piece = pieces[random.bounded(int(pieces.size()))];
        if (piece.to - piece.from < 2)
            continue;
        const qint64 cut = piece.from + 1 + random.bounded(int(piece.to - piece.from - 1));
        const Piece rest{cut, piece.to};
        piece.to = cut;
        pieces.append(rest);
    }
    std::sort(pieces.begin(), pieces.end(), [](const Piece &a, const Piece &b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
    KnownGraph graph{u"%1 tasks cut from %2 places"_s.arg(count).arg(places), {}, places, length};
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        Job job{pieces.at(i).to - pieces.at(i).from};
        QList<int> before;
        for (int j = 0; j < i; ++j) {
            if (pieces.at(j).to <= pieces.at(i).from)
                before.append(j);
        }
        // Among what ended before it, rather what ended shortly before.
        for (int wanted = random.bounded(4); wanted > 0 && !before.isEmpty(); --wanted)
            job.needs.append(before.takeAt(before.size() - 1 - random.bounded(std::min(int(before.size()), 2 * places))));
        graph.jobs.append(job);
    }
    return graph;
}

qint64 optimum(const QList<Job> &jobs, int places)
{
    return Bounded(jobs, places).run();
}

} // namespace baton::test
