// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/inputs.h"

#include "model/run/evidence.h"

using namespace Qt::StringLiterals;

namespace baton {

QStringList inputsOf(const PlanTask &task)
{
    QStringList inputs = task.task->inputs;
    for (const Need &need : task.task->needs)
        inputs += need.files;
    inputs.removeDuplicates();
    return inputs;
}

QList<VerifiedFile> hashInputs(const QString &root, const QStringList &patterns)
{
    QList<VerifiedFile> files;
    for (const QString &pattern : patterns)
        files += verifyEvidence({root, {pattern}, 0}).files;
    return files;
}

void KnownFiles::take(const Event &event)
{
    if (event.type == EventType::WorkerEvidence) {
        m_hashes.insert(event.data["path"_L1].toString(), event.data["sha256"_L1].toString());
    } else if (event.type == EventType::WorkerCheckpoint) {
        for (const QJsonValue &input : event.data["inputs"_L1].toArray())
            m_hashes.insert(input["path"_L1].toString(), input["sha256"_L1].toString());
    }
}

QString KnownFiles::changedAmong(const QList<VerifiedFile> &files) const
{
    for (const VerifiedFile &file : files) {
        if (const auto known = m_hashes.constFind(file.path); known != m_hashes.constEnd() && *known != file.sha256)
            return file.path;
    }
    return {};
}

QList<std::pair<QString, QString>> changedInputs(const RunPlan &base, const RunState &state, const KnownFiles &known, const QString &root)
{
    const RunPlan &plan = planOf(base, state);
    QList<std::pair<QString, QString>> changed;
    QHash<QString, QList<VerifiedFile>> hashed; // many tasks read the same
    for (int i = 0; i < state.tasks.size(); ++i) {
        const PlanTask &task = plan.tasks.at(i);
        if (state.tasks.at(i).state != TaskState::Complete || task.superseded || task.isSimulated)
            continue;
        for (const QString &pattern : inputsOf(task)) {
            if (!hashed.contains(pattern))
                hashed.insert(pattern, hashInputs(root, {pattern}));
            if (const QString path = known.changedAmong(hashed.value(pattern)); !path.isEmpty()) {
                changed.append({task.id, path});
                break;
            }
        }
    }
    return changed;
}

} // namespace baton
