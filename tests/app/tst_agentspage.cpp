// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/agentspage.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// The page of the settings on which agents are tried.
class TestAgentsPage : public QObject
{
    Q_OBJECT

private slots:
    void anInstalledAgentIsTriedWithAClickAndItsAnswerShown();
    void aTrialCanBeStopped();

private:
    static void program(const QTemporaryDir &dir, const QByteArray &script);
    static QPushButton *button(const AgentsPage &page, const QString &name);
    static bool says(const AgentsPage &page, const QString &text);
};

void TestAgentsPage::program(const QTemporaryDir &dir, const QByteArray &script)
{
    QFile file(dir.filePath(u"claude"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("#!/bin/sh\n" + script + '\n') > 0);
    QVERIFY(file.setPermissions(file.permissions() | QFile::ExeOwner));
    qputenv("PATH", dir.path().toUtf8() + ":/usr/bin:/bin");
}

QPushButton *TestAgentsPage::button(const AgentsPage &page, const QString &name)
{
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

bool TestAgentsPage::says(const AgentsPage &page, const QString &text)
{
    const QList<QLabel *> labels = page.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().contains(text); });
}

void TestAgentsPage::anInstalledAgentIsTriedWithAClickAndItsAnswerShown()
{
    const QTemporaryDir dir;
    program(dir, "test \"$1\" = --version && { echo 2.1.197; exit; }\n"
                 R"(echo '{"type":"result","is_error":false,"result":"ready","usage":{"input_tokens":7,"output_tokens":1}}')");
    AgentsPage page;
    page.show();
    QPushButton *tryIt = button(page, u"Try claude"_s);
    QVERIFY(tryIt && !tryIt->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(tryIt->isEnabled(), 30'000);
    QVERIFY(says(page, u"2.1.197"_s));
    QVERIFY(says(page, u"Not installed; npm has it as @openai/codex"_s));
    QVERIFY(!button(page, u"Try codex"_s)->isEnabled());
    QTest::mouseClick(tryIt, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(says(page, u"claude answered “ready”"_s), 30'000);
    QVERIFY(says(page, u"It took 8 token"_s));
    QVERIFY(tryIt->isEnabled());
}

void TestAgentsPage::aTrialCanBeStopped()
{
    const QTemporaryDir dir;
    program(dir, "test \"$1\" = --version && { echo 2.1.197; exit; }\nexec sleep 600");
    AgentsPage page;
    page.show();
    QPushButton *tryIt = button(page, u"Try claude"_s);
    QTRY_VERIFY_WITH_TIMEOUT(tryIt->isEnabled(), 30'000);
    QTest::keyClick(tryIt, Qt::Key_Space);
    QTRY_COMPARE(tryIt->text(), u"Stop"_s);
    QTest::keyClick(tryIt, Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(tryIt->text(), u"Try it"_s, 30'000);
}

QTEST_MAIN(TestAgentsPage)
#include "tst_agentspage.moc"
