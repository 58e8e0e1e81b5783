// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/executoroptions.h"

#include <array>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr std::array options{
    ExecutorOption{"simulate", "duration"},
    ExecutorOption{"simulate", "tokens", OptionType::Whole},
    ExecutorOption{"simulate", "fail", OptionType::Number},
    ExecutorOption{"simulate", "outcome"},
    ExecutorOption{"shell", "command"},
    ExecutorOption{"shell", "argv", OptionType::TextList},
    ExecutorOption{"shell", "cwd"},
    ExecutorOption{"shell", "env", OptionType::TextMap},
    ExecutorOption{"agent", "cli", OptionType::Text, "claude|codex|gemini|opencode|qwen|pi|custom"},
    ExecutorOption{"agent", "binary"},
    ExecutorOption{"agent", "prefix", OptionType::TextList},
    ExecutorOption{"agent", "args", OptionType::TextList},
    ExecutorOption{"agent", "model"},
    ExecutorOption{"agent", "prompt", OptionType::Text, "stdin|argument|flag"},
    ExecutorOption{"agent", "flag"},
    ExecutorOption{"agent", "output", OptionType::Text, "text|jsonl"},
    ExecutorOption{"agent", "fields", OptionType::TextMap},
    ExecutorOption{"http", "api", OptionType::Text, "openai|anthropic"},
    ExecutorOption{"http", "base_url"},
    ExecutorOption{"http", "model"},
    ExecutorOption{"http", "key"},
    ExecutorOption{"slurm", "partition"},
    ExecutorOption{"slurm", "cpus", OptionType::Whole},
    ExecutorOption{"slurm", "memory"},
    ExecutorOption{"slurm", "time"},
    ExecutorOption{"slurm", "features", OptionType::TextList},
    ExecutorOption{"slurm", "command"},
};

} // namespace

std::span<const ExecutorOption> executorOptions()
{
    return options;
}

const ExecutorOption *executorOption(const QString &executor, const QString &name)
{
    for (const ExecutorOption &option : options) {
        if (executor == QLatin1String(option.executor) && name == QLatin1String(option.name))
            return &option;
    }
    return nullptr;
}

QStringList optionNames(const QString &executor)
{
    QStringList names;
    for (const ExecutorOption &option : options) {
        if (executor == QLatin1String(option.executor))
            names += QString::fromLatin1(option.name);
    }
    return names;
}

} // namespace baton
