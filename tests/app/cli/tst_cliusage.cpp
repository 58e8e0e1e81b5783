// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/cli/batonprocess.h"

#include <QTest>

using namespace baton::test;
using namespace Qt::StringLiterals;

namespace {

const QStringList commands{u"validate"_s, u"plan"_s,   u"run"_s,    u"watch"_s,  u"replay"_s, u"runs"_s,   u"event"_s,
                           u"new"_s,      u"templates"_s, u"export"_s, u"import"_s, u"fmt"_s,  u"diff"_s,    u"layout"_s,
                           u"schema"_s,   u"answer"_s, u"pause"_s,  u"trust"_s,  u"doctor"_s, u"gate-check"_s};

} // namespace

class TestCliUsage : public QObject
{
    Q_OBJECT

private slots:
    void helpListsEveryCommand();
    void everyCommandExplainsItself_data();
    void everyCommandExplainsItself();
    void theVersionIsSaid();
    void badUsageExitsWith2_data();
    void badUsageExitsWith2();
    void anUnknownCommandIsAnsweredWithTheNearest();
    void nothingIsColouredInAPipe();
};

void TestCliUsage::helpListsEveryCommand()
{
    const Ran help = Desk().baton({u"--help"_s});
    QCOMPARE(help.code, 0);
    QCOMPARE(help.err, QByteArray());
    for (const QString &command : commands)
        QVERIFY2(help.out.contains("\n  " + command.toUtf8() + " "), qPrintable(command));
}

void TestCliUsage::everyCommandExplainsItself_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command : commands)
        QTest::newRow(qPrintable(command)) << command;
}

void TestCliUsage::everyCommandExplainsItself()
{
    QFETCH(QString, command);
    const Ran help = Desk().baton({command, u"--help"_s});
    QVERIFY2(help.code == 0, help.said());
    QVERIFY2(help.out.startsWith("Usage: baton " + command.toUtf8()), help.said());
}

void TestCliUsage::theVersionIsSaid()
{
    const Ran version = Desk().baton({u"--version"_s});
    QCOMPARE(version.code, 0);
    QCOMPARE(version.out, QByteArray("baton " BATON_VERSION "\n"));
}

void TestCliUsage::badUsageExitsWith2_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("nothing") << QStringList();
    QTest::newRow("no file") << QStringList{u"validate"_s};
    QTest::newRow("too many files") << QStringList{u"plan"_s, u"a.baton.yaml"_s, u"b.baton.yaml"_s};
    QTest::newRow("unknown option") << QStringList{u"validate"_s, u"a.baton.yaml"_s, u"--loud"_s};
    QTest::newRow("bad format") << QStringList{u"validate"_s, u"a.baton.yaml"_s, u"--format"_s, u"xml"_s};
    QTest::newRow("bad profile") << QStringList{u"validate"_s, u"a.baton.yaml"_s, u"--profile"_s, u"strict"_s};
    QTest::newRow("bad limit") << QStringList{u"run"_s, u"a.baton.yaml"_s, u"--max-concurrent"_s, u"-1"_s};
    QTest::newRow("bad speed") << QStringList{u"run"_s, u"a.baton.yaml"_s, u"--simulate"_s, u"--speed"_s, u"0"_s};
    QTest::newRow("bad approval") << QStringList{u"run"_s, u"a.baton.yaml"_s, u"--approve"_s, u"maybe"_s};
    QTest::newRow("bad seed") << QStringList{u"run"_s, u"a.baton.yaml"_s, u"--seed"_s, u"x"_s};
    QTest::newRow("nothing to run") << QStringList{u"run"_s};
    QTest::newRow("no template") << QStringList{u"new"_s};
    QTest::newRow("unknown template") << QStringList{u"new"_s, u"--template"_s, u"nothing-like-it"_s};
    QTest::newRow("no run folder") << QStringList{u"replay"_s, u"nowhere"_s};
    QTest::newRow("no run to watch") << QStringList{u"watch"_s, u"nowhere"_s};
    QTest::newRow("no run to pause") << QStringList{u"pause"_s, u"nowhere"_s};
    QTest::newRow("no run to resume") << QStringList{u"run"_s, u"--resume"_s, u"nowhere"_s};
    QTest::newRow("no folder") << QStringList{u"runs"_s, u"nowhere"_s};
    QTest::newRow("bad answer") << QStringList{u"answer"_s, u"nowhere"_s, u"task"_s, u"perhaps"_s};
    QTest::newRow("unknown event") << QStringList{u"event"_s, u"run.finished"_s};
    QTest::newRow("event outside a task") << QStringList{u"event"_s, u"checkpoint"_s};
    QTest::newRow("unknown export") << QStringList{u"export"_s, u"a.baton.yaml"_s, u"--to"_s, u"docx"_s};
}

void TestCliUsage::badUsageExitsWith2()
{
    QFETCH(QStringList, arguments);
    Desk desk;
    desk.write(u"a.baton.yaml"_s, smallPlan());
    const Ran ran = desk.baton(arguments);
    QVERIFY2(ran.code == 2, ran.said());
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(!ran.err.trimmed().isEmpty(), ran.said());
}

void TestCliUsage::anUnknownCommandIsAnsweredWithTheNearest()
{
    const Ran ran = Desk().baton({u"validat"_s});
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.contains("validate"), ran.said());
}

void TestCliUsage::nothingIsColouredInAPipe()
{
    Desk desk;
    desk.write(u"a.baton.yaml"_s, "baton: 1\nname: A\ntasks:\n  - {id: a, needs: [b]}\n");
    const Ran ran = desk.baton({u"validate"_s, u"a.baton.yaml"_s});
    QVERIFY2(ran.code == 1, ran.said());
    QVERIFY(!ran.out.contains('\033'));
}

QTEST_GUILESS_MAIN(TestCliUsage)
#include "tst_cliusage.moc"
