// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"

#include <QJsonArray>
#include <QList>
#include <QStringList>

#include <deque>
#include <utility>

namespace baton {

/// What an executor calls, so that tasks that share a limit are known by it: `agent claude`, `http openai`,
/// `http openai https://models.example/v1`. Empty for executors that call nothing that is counted.
QString callOf(const Executor &executor);

/// A limit that tasks share because they call the same endpoint, or start the same agent program.
struct Governor
{
    QString name;        ///< For people: `claude`, `models.example`.
    QStringList calls;   ///< callOf() of the executors it is for.
    qint64 inFlight = 0; ///< So many of its tasks run at once, at most; 0 = no limit.
    qint64 tokensPerMinute = 0; ///< None starts while the last minute took that many; 0 = no limit.

    bool operator==(const Governor &) const = default;
};

QJsonArray toJson(const QList<Governor> &governors);
/// As a journal may hold them; what makes no sense is left out.
QList<Governor> governorsFromJson(const QJsonArray &array);

/// The tokens of the last minute.
class TokenWindow
{
public:
    static constexpr qint64 length = 60'000; ///< Milliseconds.

    void add(qint64 time, qint64 tokens);
    qint64 sum(qint64 now) const;
    /// When there will be fewer than \a limit, \a now where there are.
    qint64 freeAt(qint64 now, qint64 limit) const;

    bool operator==(const TokenWindow &) const = default;

private:
    std::deque<std::pair<qint64, qint64>> m_spent; ///< Time and tokens.
};

} // namespace baton
