// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/views/panels/samples.h"

#include "model/run/runner.h"
#include "model/run/runrecord.h"
#include "views/panels/changespanel.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace baton;

/// What a person sees of the branches of a real run.
class TestChangesPanel : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void aTasksFilesAndItsDiffAreShown();
    void aFileIsGoneToInTheDiff();
    void whatChangedNothingSaysSo();
    void aRunWithoutBranchesHasNothingToShow();
    void itIsReadOnlyWhenSomebodyLooks();

private:
    static bool git(const QString &folder, const QStringList &arguments);
    void showTask(ChangesPanel &panel, const QString &id);

    QTemporaryDir m_dir;
    std::unique_ptr<Runner> m_runner;
    std::unique_ptr<RunRecord> m_record;
    Theme m_theme;
};

bool TestChangesPanel::git(const QString &folder, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=A"_s, u"-c"_s, u"user.email=a@b"_s} + arguments);
    return process.waitForFinished() && process.exitCode() == 0;
}

void TestChangesPanel::initTestCase()
{
    const QString folder = m_dir.path();
    QFile file(m_dir.filePath(u"notes.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("first\nsecond\n") > 0);
    file.close();
    QVERIFY(git(folder, {u"init"_s, u"-q"_s}) && git(folder, {u"add"_s, u"."_s}) && git(folder, {u"commit"_s, u"-qm"_s, u"start"_s}));
    Contents contents;
    contents.info.workspace = WorkspaceMode::Worktree;
    const auto shell = [&](const QString &id, const QString &command) {
        test::add(contents, Task{.id = id, .executor = {u"shell"_s, {{u"command"_s, command}}}});
    };
    shell(u"write"_s, u"sed -i 's/second/2nd/' notes.md; seq 1 300 > long.txt; echo ü > 'ümlaut name.txt'"_s);
    shell(u"idle"_s, u"true"_s);
    auto made = Runner::create(contents, "baton: 1\n", m_dir.filePath(u"plan.baton.yaml"_s), {.trusted = true});
    QVERIFY2(made.ok(), qPrintable(made ? QString() : made.error().message));
    m_runner = std::move(*made);
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    QVERIFY(finished.wait(30'000));
    QCOMPARE(m_runner->state().status, RunStatus::Complete);
    auto record = RunRecord::open(m_runner->runDir(), m_runner->plan());
    QVERIFY(record.ok());
    m_record = std::move(*record);
}

void TestChangesPanel::showTask(ChangesPanel &panel, const QString &id)
{
    panel.resize(900, 260);
    panel.show();
    panel.setRecord(m_record.get());
    QSignalSpy loaded(&panel, &ChangesPanel::loaded);
    panel.showTask(id);
    QVERIFY(loaded.wait(30'000));
}

void TestChangesPanel::aTasksFilesAndItsDiffAreShown()
{
    ChangesPanel panel(m_theme);
    showTask(panel, u"write"_s);
    QVERIFY(panel.hasBranches());
    const auto *files = panel.findChild<QListWidget *>();
    QStringList shown;
    for (int i = 0; i < files->count(); ++i)
        shown += files->item(i)->text();
    QCOMPARE(shown, (QStringList{u"A  long.txt   +300 −0"_s, u"M  notes.md   +1 −1"_s, u"A  ümlaut name.txt   +1 −0"_s}));
    const QString diff = panel.findChild<QPlainTextEdit *>()->toPlainText();
    QVERIFY(diff.contains(u"\n-second\n+2nd\n"_s));
    // A line that was added has another colour than one that went.
    const QTextDocument *text = panel.findChild<QPlainTextEdit *>()->document();
    const auto colorOf = [&](const QString &line) { return text->find(line).block().layout()->formats().value(0).format.foreground().color(); };
    QVERIFY(colorOf(u"+2nd"_s) != colorOf(u"-second"_s));
    m_theme.setChoice(ThemeChoice::Dark);
    QVERIFY(colorOf(u"+2nd"_s) != colorOf(u"-second"_s));
    m_theme.setChoice(ThemeChoice::Light);
    test::grab(panel, m_theme, u"changes"_s);
}

void TestChangesPanel::aFileIsGoneToInTheDiff()
{
    ChangesPanel panel(m_theme);
    showTask(panel, u"write"_s);
    auto *files = panel.findChild<QListWidget *>();
    const auto *diff = panel.findChild<QPlainTextEdit *>();
    files->setCurrentRow(1);
    QVERIFY(diff->textCursor().block().text().endsWith(u"b/notes.md"_s));
    test::grab(panel, m_theme, u"changes-file"_s);
    files->setFocus();
    QTest::keyClick(files, Qt::Key_Down);
    QVERIFY2(diff->textCursor().block().text().contains(u"mlaut name.txt"_s), qPrintable(diff->textCursor().block().text()));
}

void TestChangesPanel::whatChangedNothingSaysSo()
{
    ChangesPanel panel(m_theme);
    showTask(panel, u"idle"_s);
    bool isSaid = false;
    for (const QLabel *label : panel.findChildren<QLabel *>())
        isSaid = isSaid || (label->isVisible() && label->text().contains(u"idle"_s));
    QVERIFY(isSaid);
    test::grab(panel, m_theme, u"changes-none"_s);
    QVERIFY(!panel.findChild<QListWidget *>()->isVisible());
}

void TestChangesPanel::aRunWithoutBranchesHasNothingToShow()
{
    ChangesPanel panel(m_theme);
    QVERIFY(!panel.hasBranches());
    panel.setRecord(nullptr);
    panel.showTask(u"write"_s);
    QVERIFY(!panel.findChild<QListWidget *>()->isVisible());
}

void TestChangesPanel::itIsReadOnlyWhenSomebodyLooks()
{
    ChangesPanel panel(m_theme);
    QSignalSpy loaded(&panel, &ChangesPanel::loaded);
    panel.setRecord(m_record.get());
    panel.showTask(u"write"_s);
    QVERIFY(loaded.isEmpty() && panel.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
    panel.show();
    QVERIFY(loaded.wait(30'000));
    QVERIFY(!panel.findChild<QPlainTextEdit *>()->toPlainText().isEmpty());
}

QTEST_MAIN(TestChangesPanel)
#include "tst_changespanel.moc"
