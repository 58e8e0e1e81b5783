// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runrecord.h"

#include "model/run/advance.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <algorithm>

namespace baton {

namespace {

/// Events between two checkpoints, to begin with. A checkpoint costs about what its tasks weigh, so large plans keep
/// fewer.
constexpr qsizetype fewestEvents = 1000;
/// Bytes: about what a task weighs in a state, and what all checkpoints may weigh together.
constexpr qsizetype taskWeight = sizeof(TaskRun) + sizeof(Books::OfTask) + 200;
constexpr qsizetype mostWeight = 128 * 1024 * 1024;

/// Where somebody goes back, there are for a while so many checkpoints where there is one else.
constexpr qsizetype nearShare = 16;

/// Many events of one moment are shown at once: less than a frame later.
constexpr int soonMilliseconds = 10;

} // namespace

RunRecord::RunRecord(const RunFolder &folder, RunPlan plan)
    : m_folder(folder), m_plan(std::move(plan)), m_reader(folder.journalPath()), m_soon(std::make_unique<QTimer>())
{
    m_state = initialState(m_plan);
    m_spacing = std::max(fewestEvents, m_plan.tasks.size());
    m_mostCheckpoints = std::clamp<qsizetype>(mostWeight / (taskWeight * std::max<qsizetype>(1, m_plan.tasks.size())), 8, 256);
    m_soon->setSingleShot(true);
    m_soon->setInterval(soonMilliseconds);
    connect(m_soon.get(), &QTimer::timeout, this, &RunRecord::catchUp);
}

RunRecord::~RunRecord() = default;

Result<std::unique_ptr<RunRecord>> RunRecord::open(const QString &runDir, RunPlan plan)
{
    if (!RunFolder(runDir).exists())
        return Error{ErrorCode::NotFound, tr("%1 holds no run. Name a folder below .baton/runs.").arg(runDir), {}, runDir};
    std::unique_ptr<RunRecord> record(new RunRecord(RunFolder(runDir), std::move(plan)));
    if (const Result<void> read = record->m_reader.readInto(record->m_events); !read)
        return read.error();
    record->moveTo(record->m_events.size());
    record->m_watcher = std::make_unique<QFileSystemWatcher>(QStringList(record->m_folder.journalPath()));
    connect(record->m_watcher.get(), &QFileSystemWatcher::fileChanged, record.get(), &RunRecord::poke);
    record->catchUp(); // what came between reading and watching
    return record;
}

void RunRecord::handOver(QThread *thread)
{
    const bool isDue = m_soon->isActive(); // A running timer stays in its thread.
    m_soon->stop();
    m_soon->moveToThread(thread);
    m_watcher->moveToThread(thread);
    moveToThread(thread);
    if (isDue)
        QMetaObject::invokeMethod(this, &RunRecord::poke, Qt::QueuedConnection);
}

QString RunRecord::tornTail() const
{
    if (!m_reader.hasTornLine() || isDriven())
        return {};
    return JournalReader::tr("The last event was cut off while it was written, and is left out.");
}

void RunRecord::seek(qint64 seq)
{
    m_live = false;
    const auto found = std::upper_bound(m_events.cbegin(), m_events.cend(), seq,
                                        [](qint64 wanted, const Event &event) { return wanted < event.seq; });
    moveTo(found - m_events.cbegin());
    emit sought();
}

void RunRecord::goLive()
{
    moveTo(m_events.size());
    m_live = true;
    emit sought();
    catchUp();
}

void RunRecord::poke()
{
    if (!m_soon->isActive())
        m_soon->start();
}

void RunRecord::catchUp()
{
    m_soon->stop();
    const qsizetype known = m_events.size();
    // A journal that can be read no more stays as it was shown; its problems are listed.
    (void)m_reader.readInto(m_events).ok();
    if (m_events.size() == known)
        return;
    if (!m_live) {
        emit grew();
        return;
    }
    moveTo(m_events.size());
    emit advanced(m_events.sliced(known));
}

/// Goes by the shorter way: on from here, or from the checkpoint before. Whoever goes back goes on going back, as a
/// hand does that drags: then the last stretch before the place gets checkpoints of its own.
void RunRecord::moveTo(qsizetype position)
{
    const bool isBack = position < m_position;
    if (isBack || position - m_position > m_spacing)
        startBefore(position);
    const qsizetype spacing = std::max<qsizetype>(1, m_spacing / nearShare);
    const qsizetype reach = nearShare / 2 * spacing;
    while (m_position < position) {
        applyNext();
        if (isBack && m_position % spacing == 0 && position - m_position < reach)
            m_near.try_emplace(m_position, m_state);
    }
    std::erase_if(m_near, [&](const auto &near) { return near.first > position + reach || near.first < position - reach; });
}

/// Takes the checkpoint nearest before a place, where that is nearer than the state at hand.
void RunRecord::startBefore(qsizetype position)
{
    const bool isBack = position < m_position;
    const std::pair<const qsizetype, RunState> *best = nullptr;
    for (const std::map<qsizetype, RunState> *checkpoints : {&m_checkpoints, &m_near}) {
        const auto behind = checkpoints->upper_bound(position);
        if (behind != checkpoints->begin() && (!best || std::prev(behind)->first > best->first))
            best = &*std::prev(behind);
    }
    if (best && (isBack || best->first > m_position)) {
        m_state = best->second;
        m_position = best->first;
    } else if (isBack) {
        m_state = initialState(m_plan);
        m_position = 0;
    }
}

void RunRecord::applyNext()
{
    m_state = apply(m_plan, std::move(m_state), m_events.at(m_position));
    ++m_position;
    if (m_position % m_spacing == 0 && m_checkpoints.try_emplace(m_position, m_state).second)
        thinOut();
}

/// Every second checkpoint goes when there are too many: a seek replays twice as many events, and memory stays bounded
/// however long the journal grows.
void RunRecord::thinOut()
{
    while (qsizetype(m_checkpoints.size()) > m_mostCheckpoints) {
        m_spacing *= 2;
        std::erase_if(m_checkpoints, [this](const auto &checkpoint) { return checkpoint.first % m_spacing != 0; });
    }
}

} // namespace baton
