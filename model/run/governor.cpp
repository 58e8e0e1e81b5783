// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/governor.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype mostGovernors = 100;

qint64 limitIn(const QJsonObject &object, QLatin1StringView key)
{
    const double number = object.value(key).toDouble(0);
    return number >= 1 && number < 1e15 ? qint64(number) : 0;
}

} // namespace

QString callOf(const Executor &executor)
{
    const QJsonObject &options = executor.options;
    if (executor.type == "agent"_L1)
        return u"agent "_s + options["cli"_L1].toString();
    if (executor.type != "http"_L1)
        return {};
    const QString url = options["base_url"_L1].toString();
    const QString call = u"http "_s + options["api"_L1].toString(u"openai"_s);
    return url.isEmpty() ? call : call + ' '_L1 + url;
}

QJsonArray toJson(const QList<Governor> &governors)
{
    QJsonArray array;
    for (const Governor &governor : governors) {
        QJsonObject object{{u"name"_s, governor.name}, {u"calls"_s, QJsonArray::fromStringList(governor.calls)}};
        if (governor.inFlight > 0)
            object.insert(u"in_flight"_s, governor.inFlight);
        if (governor.tokensPerMinute > 0)
            object.insert(u"tokens_per_minute"_s, governor.tokensPerMinute);
        array.append(object);
    }
    return array;
}

QList<Governor> governorsFromJson(const QJsonArray &array)
{
    QList<Governor> governors;
    for (const QJsonValue &value : array) {
        const QJsonObject object = value.toObject();
        Governor governor{object["name"_L1].toString(), {}, limitIn(object, "in_flight"_L1), limitIn(object, "tokens_per_minute"_L1)};
        for (const QJsonValue &call : object["calls"_L1].toArray())
            governor.calls += call.toString();
        governor.calls.removeAll(QString());
        if (!governor.calls.isEmpty() && governors.size() < mostGovernors)
            governors.append(governor);
    }
    return governors;
}

void TokenWindow::add(qint64 time, qint64 tokens)
{
    while (!m_spent.empty() && m_spent.front().first <= time - length)
        m_spent.pop_front();
    if (tokens > 0)
        m_spent.emplace_back(time, tokens);
}

qint64 TokenWindow::sum(qint64 now) const
{
    qint64 sum = 0;
    for (const auto &[time, tokens] : m_spent)
        sum += time > now - length ? tokens : 0;
    return sum;
}

qint64 TokenWindow::freeAt(qint64 now, qint64 limit) const
{
    qint64 left = sum(now);
    qint64 free = now;
    for (const auto &[time, tokens] : m_spent) {
        if (left < limit)
            break;
        if (time <= now - length)
            continue;
        left -= tokens;
        free = std::max(free, time + length);
    }
    return free;
}

} // namespace baton
