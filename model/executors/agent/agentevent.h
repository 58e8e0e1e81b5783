// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace baton {

/// One thing that an agent said or did, whatever CLI it works in.
struct AgentEvent
{
    enum class Kind : quint8 {
        Text,      ///< For people; a piece where `continues` is set.
        Reasoning,
        Tool,      ///< It calls a tool; `text` is what with, in short.
        Result,    ///< What the tool gave back.
        Notice,    ///< A retry, a warning: not the end.
        Error,
    };
    Kind kind = Kind::Text;
    QString text = {};
    QString tool = {};
    bool failed = false;    ///< Of a Result: refused, or ended badly.
    bool continues = false; ///< Of a Text: more of it follows without a line break.

    bool operator==(const AgentEvent &) const = default;
};

/// Tokens of one attempt. What a CLI does not tell is not there; nothing is guessed.
struct AgentUsage
{
    qint64 input = 0; ///< Without what came from or went to a cache.
    qint64 output = 0; ///< Without reasoning, where that is told.
    std::optional<qint64> cacheRead = {};
    std::optional<qint64> cacheWrite = {};
    std::optional<qint64> reasoning = {};
    std::optional<double> costUsd = {};

    AgentUsage &operator+=(const AgentUsage &other);
    qint64 total() const { return input + output + cacheRead.value_or(0) + cacheWrite.value_or(0) + reasoning.value_or(0); }
    QJsonObject toJson() const; ///< The data of a `worker.usage`.
    bool operator==(const AgentUsage &) const = default;
};

/// Why an attempt failed: a code for programs, and a sentence that says what to do.
struct AgentFault
{
    QString code;
    QString message;

    bool operator==(const AgentFault &) const = default;
};

/// How the CLI's process ended.
struct AgentExit
{
    bool exited = true;
    int code = 0;         ///< Exit status or signal.
    QString errors = {};  ///< The end of what it wrote to stderr.
};

/// What became of an attempt.
struct AgentResult
{
    std::optional<AgentFault> fault; ///< None: it did what it was asked to.
    QString answer;                  ///< Its last words to the user.
    std::optional<AgentUsage> usage;
    QStringList refused;             ///< Tools that it wanted and did not get, each once.
};

/// How a CLI writes: an event a line, one JSON document at the end, or just its answer.
enum class AgentFormat : quint8 { Events, Whole, Text };

} // namespace baton
