// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/agent/agentprobe.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace baton;
using namespace Qt::StringLiterals;

/// What is installed, and whether it answers.
class TestAgentProbe : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void itFindsWhatIsThereWithItsVersion();
    void oneThatNeverAnswersHoldsNobodyUp();
    void aTrialTellsTheAnswerAndTheTokens();
    void aTrialTellsWhatIsWrong();
    void aTrialThatHangsIsEndedWithAllItStarted();

private:
    void program(const QString &name, const QByteArray &script) const;
    AgentTrial tryClaude(int milliseconds = 20'000, bool cancelled = false) const;

    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestAgentProbe::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    qputenv("PATH", m_dir->path().toUtf8() + ":/usr/bin:/bin");
}

void TestAgentProbe::program(const QString &name, const QByteArray &script) const
{
    QFile file(m_dir->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script + '\n') > 0);
    QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner));
}

AgentTrial TestAgentProbe::tryClaude(int milliseconds, bool cancelled) const
{
    const std::atomic_bool flag = cancelled;
    return tryAgent(claudeCli(), m_dir->filePath(u"claude"_s), milliseconds, flag);
}

void TestAgentProbe::itFindsWhatIsThereWithItsVersion()
{
    program(u"claude"_s, "echo '2.1.300 (Claude Code)'");
    program(u"codex"_s, "echo 'codex-cli 0.12.1'");
    program(u"qwen"_s, "echo broken >&2; exit 1");
    const QList<InstalledAgent> agents = findAgents(false);
    QCOMPARE(agents.size(), 6);
    const auto found = [&](const QString &id) {
        return *std::find_if(agents.cbegin(), agents.cend(), [&](const InstalledAgent &agent) { return agent.cli->id() == id; });
    };
    QCOMPARE(found(u"claude"_s).version, u"2.1.300"_s);
    QVERIFY(!found(u"claude"_s).isOld);
    QVERIFY(found(u"codex"_s).isOld);
    QVERIFY(!found(u"qwen"_s).program.isEmpty() && found(u"qwen"_s).version.isEmpty());
    QVERIFY(found(u"pi"_s).program.isEmpty());
}

void TestAgentProbe::oneThatNeverAnswersHoldsNobodyUp()
{
    program(u"claude"_s, "exec sleep 600");
    program(u"codex"_s, "echo 1.0");
    QElapsedTimer clock;
    clock.start();
    const QList<InstalledAgent> agents = findAgents(false, 1000);
    QVERIFY(clock.elapsed() < 30'000);
    QVERIFY(agents.first().version.isEmpty());
    QCOMPARE(agents.at(1).version, u"1.0"_s);
}

void TestAgentProbe::aTrialTellsTheAnswerAndTheTokens()
{
    program(u"claude"_s, R"sh(read -r prompt; test -z "$(ls)" || exit 9; echo '{"type":"result","is_error":false,"result":"ready","usage":{"input_tokens":7,"output_tokens":1}}')sh");
    const AgentTrial trial = tryClaude();
    QVERIFY2(!trial.result.fault, trial.result.fault ? qPrintable(trial.result.fault->message) : "");
    QCOMPARE(trial.result.answer, u"ready"_s);
    QCOMPARE(trial.result.usage->total(), 8);
}

void TestAgentProbe::aTrialTellsWhatIsWrong()
{
    QCOMPARE(tryClaude().result.fault.value_or(AgentFault()).code, u"not-installed"_s);
    program(u"claude"_s, "echo 'Not logged in · Please run /login'; exit 1");
    QCOMPARE(tryClaude().result.fault.value_or(AgentFault()).code, u"not-logged-in"_s);
}

void TestAgentProbe::aTrialThatHangsIsEndedWithAllItStarted()
{
    const QByteArray pid = m_dir->filePath(u"pid"_s).toUtf8();
    program(u"claude"_s, "setsid sh -c 'echo $$ > " + pid + "; exec sleep 600' & while ! test -s " + pid + "; do sleep 0.02; done; exec sleep 600");
    QCOMPARE(tryClaude(700).result.fault.value_or(AgentFault()).code, u"no-reply"_s);
    QFile file(QString::fromUtf8(pid));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const pid_t stray = pid_t(file.readAll().trimmed().toInt());
    QTRY_VERIFY(stray > 1 && ::kill(stray, 0) != 0);
}

QTEST_GUILESS_MAIN(TestAgentProbe)
#include "tst_agentprobe.moc"
