// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentevent.h"

namespace baton {

class AgentCli;

/// What is known of a failure.
struct AgentTrouble
{
    QString said;   ///< In the words of the CLI or of the service.
    int status = 0; ///< HTTP status of the service; 0 = not told, perhaps in the words.
    int exitCode = 0;
};

/// The fault that these words mean: `not-logged-in`, `unknown-model`, `rate-limit`, `service`, `refused-request`, `limit`,
/// `wrong-version`, `folder-not-trusted`, `exit-status`, or `agent-error` for what nobody knows.
AgentFault faultFrom(const AgentCli &cli, const AgentTrouble &trouble);
/// One that is known already; beside those above `not-installed`, `not-finished`, `no-answer`, `line-too-long`, `not-text`,
/// `too-much-output`, `no-reply`.
AgentFault faultWithCode(const AgentCli &cli, const QString &code, const QString &said);
/// Its program is not there; \a binary is what the plan calls it, where it does.
AgentFault missingProgram(const AgentCli &cli, const QString &binary);
AgentFault signalFault(const AgentCli &cli, int signal);

} // namespace baton
