// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/rules.h"

#include <QFutureWatcher>

#include <limits>

namespace baton {

class Findings;

/// The problems of an open workflow, kept up with every change. What it says equals checkWorkflow(), for a large plan
/// after a moment.
class Checker : public QObject
{
    Q_OBJECT

public:
    explicit Checker(const Workflow &workflow, QObject *parent = nullptr);
    ~Checker() override;

    const QList<Problem> &problems() const;
    const CheckContext &context() const { return m_context; }
    void setContext(CheckContext context);
    /// When everything has to be checked again, a plan of more tasks is checked on another thread: problems() are the
    /// last known ones until then. Without a limit, which is the default, all is checked at once.
    void setMostAtOnce(qsizetype tasks) { m_mostAtOnce = tasks; }
    bool isChecking() const { return m_isChecking; }

signals:
    void problemsChanged();
    void checkingChanged();

private:
    struct Aside;

    void follow(const Change &change);
    void checkAll(const Change &change);
    void start();
    void takeOver();
    void replace(std::unique_ptr<Findings> findings);

    const Workflow &m_workflow;
    CheckContext m_context;
    std::unique_ptr<Findings> m_findings;
    qsizetype m_mostAtOnce = std::numeric_limits<qsizetype>::max();
    QFutureWatcher<std::shared_ptr<Aside>> m_aside;
    QList<Problem> m_lastKnown; ///< While checking.
    bool m_isChecking = false;
    bool m_isOutdated = false; ///< What is being checked has been edited since.
};

} // namespace baton
