// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/agent/agentprobe.h"

#include <QFutureWatcher>
#include <QWidget>

#include <atomic>
#include <memory>

class QGridLayout;
class QLabel;
class QPushButton;

namespace baton {

/// Which agent CLIs this machine has, in which version, and whether they answer. Looks when it is first shown.
class AgentsPage : public QWidget
{
    Q_OBJECT

public:
    explicit AgentsPage(QWidget *parent = nullptr);
    ~AgentsPage() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        const AgentCli *cli = nullptr;
        QString program;
        QLabel *state = nullptr;
        QPushButton *trial = nullptr;
    };

    void addRow(const AgentCli &cli, QGridLayout &grid);
    void showInstalled();
    void toggleTrial(const AgentCli &cli);
    void showTrial();
    void updateButtons();

    QList<Row> m_rows;
    QLabel *m_answer = nullptr;
    const AgentCli *m_tried = nullptr; ///< Being tried now.
    bool m_hasLooked = false;
    QFutureWatcher<QList<InstalledAgent>> m_search;
    QFutureWatcher<AgentTrial> m_trial;
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false); ///< Of all that runs.
};

} // namespace baton
