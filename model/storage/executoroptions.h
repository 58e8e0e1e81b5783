// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/executortypes.h"

#include <QString>
#include <QStringList>

#include <span>

namespace baton {

enum class OptionType { Text, TextList, TextMap, Whole, Number };

/// One option that an executor of a type takes, as format.md has it.
struct ExecutorOption
{
    const char *executor;
    const char *name;
    OptionType type = OptionType::Text;
    const char *choices = ""; ///< `stdin|argument|flag`; empty = anything.
};

/// All options of all executors, each executor's in the order they are written in.
std::span<const ExecutorOption> executorOptions();
const ExecutorOption *executorOption(const QString &executor, const QString &name);
QStringList optionNames(const QString &executor);

} // namespace baton
