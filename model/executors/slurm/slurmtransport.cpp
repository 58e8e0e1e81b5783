// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/slurm/slurmtransport.h"

#include "model/executors/shellexecutor.h"
#include "model/executors/slurm/slurmaway.h"
#include "model/executors/slurm/slurmcommands.h"
#include "model/executors/slurm/slurmrest.h"

#include <QProcessEnvironment>
#include <QStandardPaths>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace baton {

bool isAwayMessage(const QString &said)
{
    // Of slurm_strerror() and munge; the commands have no codes for them.
    static constexpr std::array words{"Unable to contact slurm controller", "Connection refused", "Connection timed out",
                                      "Socket timed out", "Zero Bytes were transmitted", "Transport endpoint",
                                      "temporarily unable", "Resource temporarily unavailable", "Communication connection",
                                      "Message receive failure", "Message send failure", "Unexpected message received",
                                      "authentication", "Munge", "munge", "currently in standby", "try again", "No route to host",
                                      "Unable to resolve"};
    return std::any_of(words.begin(), words.end(), [&](const char *word) { return said.contains(QLatin1String(word)); });
}

QMap<QString, QString> slurmEnvironment()
{
    QMap<QString, QString> variables = baseEnvironment();
    const QProcessEnvironment ours = QProcessEnvironment::systemEnvironment();
    for (const QString &name : ours.keys()) {
        // A token is none of a job's business.
        if (name == "SLURM_CONF"_L1 || name == "SLURM_CLUSTERS"_L1 || name.startsWith("SBATCH_"_L1))
            variables.insert(name, ours.value(name));
    }
    return variables;
}

Result<std::unique_ptr<SlurmTransport>> makeSlurmTransport()
{
    const QString wanted = qEnvironmentVariable("BATON_SLURM");
    const bool hasCommands = !QStandardPaths::findExecutable(u"sbatch"_s).isEmpty();
    if (wanted == "rest"_L1 || (wanted.isEmpty() && !hasCommands && SlurmRest::isNamed())) {
        if (const Result<SlurmService> service = SlurmRest::named(); !service)
            return service.error();
        else
            return std::unique_ptr<SlurmTransport>(std::make_unique<SlurmRest>(*service));
    }
    if (hasCommands)
        return std::unique_ptr<SlurmTransport>(std::make_unique<SlurmCommands>());
    return Error{ErrorCode::NotFound, SlurmTransport::tr("There is no cluster to be found here: sbatch is not installed, and SLURM_REST_URL names no slurmrestd. "
                                                        "Run Baton where the cluster's commands are, or set SLURM_REST_URL and SLURM_REST_TOKEN.")};
}

QList<std::shared_ptr<SlurmTransport>> slurmTransports()
{
    QList<std::shared_ptr<SlurmTransport>> transports;
    if (!QStandardPaths::findExecutable(u"sbatch"_s).isEmpty())
        transports.append(std::make_shared<SlurmCommands>());
    if (const Result<SlurmService> service = SlurmRest::named())
        transports.append(std::make_shared<SlurmRest>(*service));
    return transports;
}

} // namespace baton
