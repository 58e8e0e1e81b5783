// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentevent.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

template <class T>
void add(std::optional<T> &sum, const std::optional<T> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

} // namespace

AgentUsage &AgentUsage::operator+=(const AgentUsage &other)
{
    input += other.input;
    output += other.output;
    add(cacheRead, other.cacheRead);
    add(cacheWrite, other.cacheWrite);
    add(reasoning, other.reasoning);
    add(costUsd, other.costUsd);
    return *this;
}

QJsonObject AgentUsage::toJson() const
{
    QJsonObject data{{u"input_tokens"_s, input}, {u"output_tokens"_s, output}};
    if (cacheRead)
        data.insert(u"cache_read_tokens"_s, *cacheRead);
    if (cacheWrite)
        data.insert(u"cache_write_tokens"_s, *cacheWrite);
    if (reasoning)
        data.insert(u"reasoning_tokens"_s, *reasoning);
    if (costUsd)
        data.insert(u"cost_usd"_s, *costUsd);
    return data;
}

} // namespace baton
