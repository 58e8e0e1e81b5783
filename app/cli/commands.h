// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/command.h"

namespace baton {

// Each lives in the file of its name: validatecommand.cpp...
Command validateCommand();
Command planCommand();
Command rulesCommand();
Command runCommand();
Command watchCommand();
Command replayCommand();
Command changesCommand();
Command runsCommand();
Command reportCommand();
Command answerCommand();
Command pauseCommand();
Command eventCommand();
Command gateCheckCommand();
Command newCommand();
Command templatesCommand();
Command exportCommand();
Command importCommand();
Command fmtCommand();
Command diffCommand();
Command layoutCommand();
Command schemaCommand();
Command trustCommand();
Command doctorCommand();

} // namespace baton
