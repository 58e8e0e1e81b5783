// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentevent.h"
#include "model/executors/http/endpoint.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace baton {

/// What came of looking at an endpoint, or of asking it something.
struct EndpointTrial
{
    std::optional<AgentFault> fault; ///< What is wrong, and what to do; none: it works.
    QString answer;                  ///< Of ask().
    std::optional<AgentUsage> usage;
    qint64 milliseconds = 0;
};

/// One request to a model endpoint, outside any run: to see whether it is there and takes the key. finished() once.
class EndpointProbe : public QObject
{
    Q_OBJECT

public:
    explicit EndpointProbe(QObject *parent = nullptr);
    ~EndpointProbe() override;

    /// Has it list its models, which costs nothing: is it there, does it take the key, has it the model?
    void look(const Endpoint &endpoint, const QByteArray &key);
    /// Asks it one short question.
    void ask(const Endpoint &endpoint, const QByteArray &key);
    void stop();

    static constexpr int longestWait = 60'000; ///< Milliseconds.

signals:
    void finished(const baton::EndpointTrial &trial);

private:
    class Request;
    std::unique_ptr<Request> m_request; ///< So that the network's headers are seen in one file.
};

} // namespace baton
