// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/agentspage.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShowEvent>
#include <QtConcurrentRun>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int longestTrial = 90'000;

QLabel *wrappedLabel(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

AgentsPage::AgentsPage(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->setSpacing(12);
    layout->addWidget(wrappedLabel(tr("Programs that carry out agent tasks. Each keeps its own login; trying one sends it a "
                                      "single short question, in an empty folder.")));
    auto *grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    grid->setHorizontalSpacing(14);
    grid->setVerticalSpacing(6);
    for (const AgentCli *cli : agentClis())
        addRow(*cli, *grid);
    layout->addLayout(grid);
    m_answer = wrappedLabel({});
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_answer->setAccessibleName(tr("What the agent answered"));
    layout->addWidget(m_answer, 1);
    connect(&m_search, &QFutureWatcherBase::finished, this, &AgentsPage::showInstalled);
    connect(&m_trial, &QFutureWatcherBase::finished, this, &AgentsPage::showTrial);
}

AgentsPage::~AgentsPage()
{
    *m_cancelled = true;
}

void AgentsPage::addRow(const AgentCli &cli, QGridLayout &grid)
{
    const int line = grid.rowCount();
    auto *name = new QLabel(cli.id());
    QFont bold = name->font();
    bold.setBold(true);
    name->setFont(bold);
    Row row{&cli, {}, new QLabel(tr("Looking…")), new QPushButton(tr("Try it"))};
    row.trial->setEnabled(false);
    row.trial->setAccessibleName(tr("Try %1").arg(cli.id()));
    connect(row.trial, &QPushButton::clicked, this, [this, &cli] { toggleTrial(cli); });
    grid.addWidget(name, line, 0);
    grid.addWidget(row.state, line, 1);
    grid.addWidget(row.trial, line, 2);
    m_rows += row;
}

void AgentsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_hasLooked, true))
        m_search.setFuture(QtConcurrent::run([cancelled = m_cancelled] { return findAgents(*cancelled); }));
}

void AgentsPage::showInstalled()
{
    const QList<InstalledAgent> agents = m_search.result();
    for (qsizetype i = 0; i < agents.size() && i < m_rows.size(); ++i) {
        const InstalledAgent &agent = agents.at(i);
        Row &row = m_rows[i];
        row.program = agent.program;
        row.state->setToolTip(agent.program);
        if (agent.program.isEmpty())
            row.state->setText(tr("Not installed; npm has it as %1").arg(agent.cli->package()));
        else if (agent.version.isEmpty())
            row.state->setText(tr("Installed; it did not say its version in time"));
        else if (agent.isOld)
            row.state->setText(tr("Version %1, older than the %2 that Baton knows; bring it up to date if it refuses tasks").arg(agent.version, agent.cli->knownVersion()));
        else
            row.state->setText(tr("Version %1").arg(agent.version));
    }
    updateButtons();
}

void AgentsPage::toggleTrial(const AgentCli &cli)
{
    if (m_tried) {
        *m_cancelled = true; // what runs keeps the old flag
        m_cancelled = std::make_shared<std::atomic_bool>(false);
        return;
    }
    const auto row = std::find_if(m_rows.cbegin(), m_rows.cend(), [&](const Row &other) { return other.cli == &cli; });
    m_tried = &cli;
    m_answer->setText(tr("Asking %1…").arg(cli.id()));
    updateButtons();
    m_trial.setFuture(QtConcurrent::run([&cli, program = row->program, cancelled = m_cancelled] {
        return tryAgent(cli, program, longestTrial, *cancelled);
    }));
}

void AgentsPage::showTrial()
{
    const AgentTrial trial = m_trial.result();
    const QString name = std::exchange(m_tried, nullptr)->id();
    QStringList lines;
    if (trial.result.fault)
        lines += trial.result.fault->message;
    else
        lines += tr("%1 answered “%2” after %3 s.")
                     .arg(name, trial.result.answer.simplified().left(200), QLocale().toString(double(trial.milliseconds) / 1000, 'f', 1));
    if (trial.result.usage && trial.result.usage->total() > 0)
        lines += tr("It took %n tokens.", nullptr, int(std::min<qint64>(trial.result.usage->total(), INT_MAX)));
    m_answer->setText(lines.join(u"\n"_s));
    updateButtons();
}

void AgentsPage::updateButtons()
{
    for (const Row &row : std::as_const(m_rows)) {
        const bool isTried = m_tried == row.cli;
        row.trial->setText(isTried ? tr("Stop") : tr("Try it"));
        row.trial->setEnabled(isTried || (!m_tried && !row.program.isEmpty()));
    }
}

} // namespace baton
