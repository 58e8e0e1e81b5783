// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/runfolder.h"

namespace baton {

/// A job of a plan that a cluster got whole asks what it is to do.
struct JobQuestion
{
    QString task;
    qint64 job = 0;
    int restarts = 0; ///< Times that the cluster has started it anew.
};

struct JobAnswer
{
    enum class What : quint8 {
        Run,
        Wait, ///< Until its retry is due.
        Skip, ///< Its branch was not taken.
        Stop, ///< It is not its turn, or never will be; Baton goes on with it when it is back.
        Done,
    };
    What what = What::Stop;
    int attempt = 0;    ///< Of Run.
    qint64 seconds = 0; ///< Of Wait.
    QString why = {};   ///< Of Stop, for the job's own log.

    /// As the job's script reads it: `run 2`, `wait 30`, `skip`, `stop`, `done`.
    QString word() const;
};

/// Decides from the journal and from what jobs have left since, without writing to the journal: nobody may drive the
/// run now. Looks at the files of attempts that have ended, and writes down what it finds.
Result<JobAnswer> answerJob(const RunFolder &folder, const JobQuestion &question, qint64 now);

} // namespace baton
