// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/conclusion.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

Result<void> writeConclusion(const RunFolder &folder, const RunPlan &base, const RunState &state)
{
    const RunPlan &plan = planOf(base, state);
    QJsonObject tasks;
    int complete = 0;
    for (int i = 0; i < state.tasks.size(); ++i) {
        const TaskRun &run = state.tasks.at(i);
        complete += run.state == TaskState::Complete;
        QJsonArray files;
        for (const VerifiedFile &file : run.evidence)
            files.append(QJsonObject{{u"path"_s, file.path}, {u"bytes"_s, file.bytes}, {u"sha256"_s, file.sha256}});
        if (!files.isEmpty())
            tasks.insert(plan.tasks.at(i).id, QJsonObject{{u"state"_s, nameOf(run.state)}, {u"files"_s, files}});
    }
    QJsonObject info = folder.info();
    info.insert(u"state"_s, nameOf(state.status));
    info.insert(u"ended"_s, QDateTime::fromMSecsSinceEpoch(state.endedAt, Qt::UTC).toString(Qt::ISODateWithMs));
    info.insert(u"tasks"_s, QJsonObject{{u"complete"_s, complete}, {u"total"_s, state.tasks.size()}});
    const Result<void> evidence = folder.writeEvidence({{u"run"_s, state.runId}, {u"tasks"_s, tasks}});
    const Result<void> written = folder.writeInfo(info);
    return evidence ? written : evidence;
}

bool isConcluded(const RunFolder &folder, const RunState &state)
{
    const auto isThere = [](const QString &path) { return QFileInfo(path).size() > 0; };
    return folder.info()["state"_L1].toString() == nameOf(state.status) && isThere(folder.evidencePath())
           && isThere(folder.path() + u"/report.md"_s) && isThere(folder.path() + u"/report.html"_s);
}

} // namespace baton
