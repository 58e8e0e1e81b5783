// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/cli/batonprocess.h"

#include <QElapsedTimer>
#include <QTest>

#include <csignal>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

/// `baton` in a terminal of its own: what it draws, and what a person types.
class Terminal
{
public:
    enum class Output { Terminal, Pipe };
    Terminal(const Desk &desk, const QStringList &arguments, const QByteArray &noColour = {}, Output output = Output::Terminal)
    {
        QByteArrayList words{BATON_EXECUTABLE};
        if (output == Output::Pipe)
            words = {"/bin/sh", "-c", "\"$0\" \"$@\" | cat", BATON_EXECUTABLE};
        for (const QString &argument : arguments)
            words += argument.toUtf8();
        std::vector<char *> pointers;
        for (QByteArray &word : words)
            pointers.push_back(word.data());
        pointers.push_back(nullptr);
        const QByteArray folder = desk.path(u"."_s).toUtf8();
        const QByteArray config = desk.environment.value(u"XDG_CONFIG_HOME"_s).toUtf8();
        winsize size{.ws_row = 40, .ws_col = 100, .ws_xpixel = 0, .ws_ypixel = 0};
        m_child = forkpty(&m_end, nullptr, nullptr, &size);
        if (m_child == 0) {
            setenv("TERM", "xterm", 1);
            setenv("XDG_CONFIG_HOME", config.constData(), 1);
            noColour.isEmpty() ? unsetenv("NO_COLOR") : setenv("NO_COLOR", noColour.constData(), 1);
            if (chdir(folder.constData()) == 0)
                execv(pointers.front(), pointers.data());
            _exit(127);
        }
    }
    ~Terminal()
    {
        if (m_child > 0) {
            kill(m_child, SIGKILL);
            waitpid(m_child, nullptr, 0);
        }
        close(m_end);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    /// Until it wrote these words after what was waited for before.
    bool waitFor(const QByteArray &words)
    {
        QElapsedTimer clock;
        clock.start();
        qsizetype found = -1;
        while ((found = m_output.indexOf(words, m_seen)) < 0) {
            if (clock.elapsed() > 20'000 || !readMore())
                return false;
        }
        m_seen = found + words.size();
        return true;
    }
    void type(const QByteArray &line)
    {
        m_seen = m_output.size();
        [[maybe_unused]] const ssize_t written = write(m_end, line.constData(), size_t(line.size()));
    }
    int exitCode()
    {
        while (readMore()) {
        }
        int status = 0;
        waitpid(m_child, &status, 0);
        m_child = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    const QByteArray &output() const { return m_output; }

private:
    bool readMore()
    {
        pollfd waiting{.fd = m_end, .events = POLLIN, .revents = 0};
        if (poll(&waiting, 1, 20'000) <= 0)
            return false;
        char bytes[4096];
        const ssize_t count = read(m_end, bytes, sizeof bytes);
        if (count <= 0)
            return false;
        m_output.append(bytes, count);
        return true;
    }

    int m_end = -1;
    pid_t m_child = -1;
    QByteArray m_output;
    qsizetype m_seen = 0;
};

const QByteArray asking = R"(baton: 1
name: Ask
personas: [{id: p, role: worker}]
tasks:
  - {id: risky, persona: p, launch: approve, deliverables: [a.txt], executor: {type: shell, command: "echo a > a.txt"}}
  - id: stuck
    persona: p
    needs: [risky]
    executor: {type: shell, command: 'test -s "$BATON_NOTE" || { echo "needs a key" >&2; exit 75; }; cp "$BATON_NOTE" note.txt'}
gates:
  - {id: end, needs: [stuck], approval: manual}
)";

} // namespace

class TestCliTerminal : public QObject
{
    Q_OBJECT

private slots:
    void aPersonAtTheTerminalIsAsked();
    void aPersonIsToldTheirTaskAndSaysHowItEnded();
    void aRefusedLaunchFailsTheRun();
    void anAnswerFromElsewhereStandsOnALineOfItsOwn();
    void progressIsDrawnInColour();
    void noColorIsHonoured();
    void controlCLeavesARunToGoOnWith();
};

void TestCliTerminal::aPersonAtTheTerminalIsAsked()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, asking);
    Terminal terminal(desk, {u"run"_s, u"a.baton.yaml"_s, u"--trust"_s});
    QVERIFY2(terminal.waitFor("risky"), terminal.output());
    QVERIFY2(terminal.waitFor("[y/N] "), terminal.output());
    terminal.type("perhaps\n"); // neither: asked again
    QVERIFY2(terminal.waitFor("[y/N] "), terminal.output());
    terminal.type("approve\n");
    QVERIFY2(terminal.waitFor("needs a key What resolves it?"), terminal.output());
    terminal.type("the key\n");
    QVERIFY2(terminal.waitFor("“end”"), terminal.output());
    QVERIFY2(terminal.waitFor("[y/N] "), terminal.output());
    terminal.type("y\n");
    QCOMPARE(terminal.exitCode(), 0);
    QVERIFY2(terminal.output().contains("COMPLETE"), terminal.output());
    QCOMPARE(desk.read(u"note.txt"_s).trimmed(), QByteArray("the key"));
}

void TestCliTerminal::aPersonIsToldTheirTaskAndSaysHowItEnded()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, R"(baton: 1
name: Mine
personas: [{id: p}, {id: q}]
tasks:
  - {id: choose, title: Choose one, persona: p, description: Look at both., outcomes: [left, right], evidence: [seen.txt], done_when: [both were seen], executor: {type: human}}
  - {id: judge, title: Judge, persona: q, validates: [choose], executor: {type: human}}
)");
    Terminal terminal(desk, {u"run"_s, u"a.baton.yaml"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(terminal.waitFor("Look at both."), terminal.output());
    QVERIFY2(terminal.waitFor("both were seen"), terminal.output());
    QVERIFY2(terminal.waitFor("done or refuse:"), terminal.output());
    terminal.type("done\n");
    QVERIFY2(terminal.waitFor("Not there yet: seen.txt"), terminal.output());
    QVERIFY2(terminal.waitFor("done or refuse:"), terminal.output());
    desk.write(u"seen.txt"_s, "both\n");
    terminal.type("done\n");
    QVERIFY2(terminal.waitFor("Which outcome? left, right:"), terminal.output());
    terminal.type("up\n"); // none of them: asked again
    QVERIFY2(terminal.waitFor("Which outcome? left, right:"), terminal.output());
    terminal.type("left\n");
    QVERIFY2(terminal.waitFor("approve or reject?"), terminal.output());
    terminal.type("reject\n");
    QVERIFY2(terminal.waitFor("What is wrong?"), terminal.output());
    terminal.type("the right one is better\n");
    QVERIFY2(terminal.waitFor("What is wrong?"), terminal.output());
    terminal.type("\n");
    terminal.exitCode();
    const QByteArray journal = desk.read(u"r/events.jsonl"_s);
    QVERIFY2(journal.contains("\"outcome\":\"left\""), journal);
    QVERIFY2(journal.contains("the right one is better"), journal);
}

void TestCliTerminal::aRefusedLaunchFailsTheRun()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, asking);
    Terminal terminal(desk, {u"run"_s, u"a.baton.yaml"_s, u"--trust"_s});
    QVERIFY2(terminal.waitFor("[y/N] "), terminal.output());
    terminal.type("\n");
    QCOMPARE(terminal.exitCode(), 1);
    QVERIFY2(terminal.output().contains("CANCELLED"), terminal.output());
    QVERIFY(desk.read(u"a.txt"_s).isEmpty());
}

void TestCliTerminal::anAnswerFromElsewhereStandsOnALineOfItsOwn()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, asking);
    Terminal terminal(desk, {u"run"_s, u"a.baton.yaml"_s, u"--trust"_s, u"--run-dir"_s, u"r"_s}, {}, Terminal::Output::Pipe);
    QVERIFY2(terminal.waitFor("[y/N] "), terminal.output());
    QCOMPARE(desk.baton({u"answer"_s, u"r"_s, u"risky"_s, u"approve"_s}).code, 0);
    QVERIFY2(terminal.waitFor("APPROVED"), terminal.output());
    const qsizetype end = terminal.output().lastIndexOf("APPROVED");
    const qsizetype prompt = terminal.output().lastIndexOf("[y/N] ", end);
    QVERIFY2(terminal.output().sliced(prompt, end - prompt).contains('\n'), terminal.output());
}

void TestCliTerminal::progressIsDrawnInColour()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    Terminal terminal(desk, {u"run"_s, u"--simulate"_s, u"--speed"_s, u"4"_s, u"a.baton.yaml"_s});
    QVERIFY2(terminal.waitFor("0/3"), terminal.output());
    QVERIFY2(terminal.waitFor("2/3"), terminal.output());
    QCOMPARE(terminal.exitCode(), 0);
    QVERIFY2(terminal.output().contains("\033[32mCOMPLETE"), terminal.output());
    QVERIFY2(terminal.output().contains("@maker"), terminal.output());
}

void TestCliTerminal::noColorIsHonoured()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    Terminal terminal(desk, {u"run"_s, u"--simulate"_s, u"--speed"_s, u"20"_s, u"a.baton.yaml"_s}, "1");
    QCOMPARE(terminal.exitCode(), 0);
    QVERIFY2(terminal.output().contains("COMPLETE"), terminal.output());
    QVERIFY2(!terminal.output().contains("\033[32m"), terminal.output());
    QVERIFY2(!terminal.output().contains("\033[0m"), terminal.output());
}

void TestCliTerminal::controlCLeavesARunToGoOnWith()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    Terminal terminal(desk, {u"run"_s, u"--simulate"_s, u"--speed"_s, u"0.01"_s, u"a.baton.yaml"_s, u"--run-dir"_s, u"r"_s});
    QVERIFY2(terminal.waitFor("ACTIVE"), terminal.output());
    terminal.type("\003");
    QCOMPARE(terminal.exitCode(), 130);
    QVERIFY(desk.read(u"r/events.jsonl"_s).contains("run.paused"));
    const Ran resumed = desk.baton({u"run"_s, u"--resume"_s, u"r"_s, u"--speed"_s, u"1000"_s});
    QVERIFY2(resumed.code == 0, resumed.said());
}

QTEST_GUILESS_MAIN(TestCliTerminal)
#include "tst_cliterminal.moc"
