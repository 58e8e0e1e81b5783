// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/taskexecutor.h"

#include <QElapsedTimer>
#include <QTimer>

#include <map>

namespace baton {

/// Pretends to work: waits as long as the order says, faster by the speed, then ends as the order says.
class SimulatedExecutor final : public TaskExecutor
{
    Q_OBJECT

public:
    explicit SimulatedExecutor(double speed, QObject *parent = nullptr);

    void start(const TaskOrder &order) override;
    void stop(const QString &id) override;

private:
    struct Work
    {
        QString id;
        TaskEnd end;
    };
    void endDue();
    void waitForNext();

    double m_speed;
    QElapsedTimer m_clock;
    QTimer m_timer; ///< One for all: they end in the order of their time.
    std::multimap<qint64, Work> m_works; ///< By the microsecond of m_clock at which they end.
};

} // namespace baton
