// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/runner.h"
#include "model/run/supervisorclient.h"
#include "model/run/worktrees/changes.h"
#include "tests/support/plans.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// Real runs in worktrees of real repositories.
class TestWorktrees : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void eachTaskBuildsOnTheBranchesBeforeIt();
    void theUsersCheckoutIsNeverTouched();
    void worktreesGoAndBranchesStay();
    void whatIsNotCommittedIsKept();
    void aConflictFailsATaskThatDoesNotIntegrate();
    void anIntegrationWaitsForAPersonWhereBranchesConflict();
    void whatAnIntegrationMergedIsItsOwnWork_data();
    void whatAnIntegrationMergedIsItsOwnWork();
    void interfacesAreCollectedForTheIntegration();
    void aLaterAttemptGoesOnWithItsWork();
    void workDoneAgainIsTakenIn();
    void anInterruptedRunGoesOn();
    void aHalfMadeWorktreeIsMadeAnew();
    void hooksAndTheUsersSettingsDoNotMatter();
    void aRepositoryInsideIsLeftAlone_data();
    void aRepositoryInsideIsLeftAlone();
    void workOnAnotherBranchIsNoneOfTheTasks();
    void itRunsInASubfolderOfADetachedCheckout();
    void oddIdsHaveTheirBranches();
    void aTasksChangesCanBeRead();
    void whatIsInTheWayIsSaidBefore_data();
    void whatIsInTheWayIsSaidBefore();

private:
    QString path(const QString &name) const { return m_dir->filePath(name); }
    QString git(const QStringList &arguments, const QString &folder = {}) const;
    void write(const QString &name, const QByteArray &text) const;
    QString contentsOf(const QString &name) const;
    static Task shell(const QString &id, const QString &command, const QStringList &needs = {});
    static Contents planOf(const QList<Task> &tasks);
    RunStatus run(const Contents &contents);
    RunStatus goOn(const Contents &contents);
    RunStatus toRest();
    const TaskRun &task(const QString &id) const { return m_runner->state().tasks.at(m_runner->plan().indexOfTask(id)); }
    QString branch(const QString &id) const { return u"baton/%1/%2"_s.arg(QFileInfo(m_runner->runDir()).fileName(), id); }
    QString worktree(const QString &id) const { return m_runner->runDir() + u"/worktrees/"_s + id; }
    QString show(const QString &id, const QString &file) const { return git({u"show"_s, branch(id) + ':'_L1 + file}); }
    QMap<QString, QByteArray> everything() const;

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Runner> m_runner;
    QStringList m_warnings;
};

void TestWorktrees::initTestCase()
{
    static QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    qputenv("HOME", home.path().toUtf8());
    qputenv("GIT_CONFIG_NOSYSTEM", "1");
    QVERIFY2(!SupervisorClient::executable().isEmpty(), "baton-supervisor is not beside this test");
}

void TestWorktrees::init()
{
    m_runner.reset();
    m_warnings.clear();
    m_dir = std::make_unique<QTemporaryDir>();
    git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    git({u"config"_s, u"user.name"_s, u"Ann"_s});
    git({u"config"_s, u"user.email"_s, u"ann@example.org"_s});
    write(u"a.txt"_s, "first\n");
    write(u".gitignore"_s, "out/\n");
    git({u"add"_s, u"."_s});
    git({u"commit"_s, u"-q"_s, u"-m"_s, u"start"_s});
}

QString TestWorktrees::git(const QStringList &arguments, const QString &folder) const
{
    QProcess process;
    process.setWorkingDirectory(folder.isEmpty() ? m_dir->path() : folder);
    process.start(u"git"_s, arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void TestWorktrees::write(const QString &name, const QByteArray &text) const
{
    const QString full = QDir::isAbsolutePath(name) ? name : path(name);
    QDir().mkpath(QFileInfo(full).path());
    QFile file(full);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("%s cannot be written", qPrintable(full));
}

QString TestWorktrees::contentsOf(const QString &name) const
{
    QFile file(QDir::isAbsolutePath(name) ? name : path(name));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Task TestWorktrees::shell(const QString &id, const QString &command, const QStringList &needs)
{
    Task task{.id = id, .executor = {u"shell"_s, {{u"command"_s, command}}}};
    for (const QString &target : needs)
        task.needs.append(test::need(target));
    return task;
}

Contents TestWorktrees::planOf(const QList<Task> &tasks)
{
    Contents contents;
    contents.info.workspace = WorkspaceMode::Worktree;
    for (const Task &task : tasks)
        test::add(contents, task);
    return contents;
}

RunStatus TestWorktrees::toRest()
{
    connect(m_runner.get(), &Runner::warned, this, [this](const QString &sentence) { m_warnings += sentence; });
    QSignalSpy finished(m_runner.get(), &Runner::finished);
    m_runner->start();
    if (finished.isEmpty())
        finished.wait(30'000);
    return finished.isEmpty() ? RunStatus::Planned : finished.last().first().value<RunStatus>();
}

RunStatus TestWorktrees::run(const Contents &contents)
{
    auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.approve = ApproveMode::None, .trusted = true});
    if (!made)
        qWarning("%s", qPrintable(made.error().message));
    m_runner = made ? std::move(*made) : nullptr;
    return m_runner ? toRest() : RunStatus::Planned;
}

RunStatus TestWorktrees::goOn(const Contents &contents)
{
    const QString dir = m_runner->runDir();
    m_runner.reset();
    auto plan = compile(contents);
    auto made = Runner::resume(dir, std::move(*plan), {.trusted = true});
    if (!made)
        qWarning("%s", qPrintable(made.error().message));
    m_runner = made ? std::move(*made) : nullptr;
    return m_runner ? toRest() : RunStatus::Planned;
}

/// All files of the checkout with their times, the index, and where HEAD is.
QMap<QString, QByteArray> TestWorktrees::everything() const
{
    QMap<QString, QByteArray> found;
    QDirIterator files(m_dir->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = files.next().sliced(m_dir->path().size() + 1);
        const bool isOurs = name.startsWith(".baton/"_L1) || (name.startsWith(".git/"_L1) && name != ".git/index"_L1 && name != ".git/HEAD"_L1
                                                              && name != ".git/config"_L1 && name != ".git/refs/heads/main"_L1);
        if (!isOurs)
            found.insert(name, contentsOf(name).toUtf8() + QByteArray::number(QFileInfo(path(name)).lastModified().toMSecsSinceEpoch()));
    }
    return found;
}

void TestWorktrees::eachTaskBuildsOnTheBranchesBeforeIt()
{
    Task one = shell(u"one"_s, u"mkdir out; echo 1 > out/one.txt; echo kept > new.txt"_s);
    one.deliverables = {u"out/one.txt"_s};
    const Task two = shell(u"two"_s, u"test ! -e new.txt && echo 2 > two.txt"_s);
    const Task three = shell(u"three"_s, u"cat out/one.txt new.txt two.txt > all.txt; pwd"_s, {u"one"_s, u"two"_s});
    QCOMPARE(run(planOf({one, two, three})), RunStatus::Complete);
    QCOMPARE(show(u"three"_s, u"all.txt"_s), u"1\nkept\n2"_s); // a deliverable even though git ignores it
    QCOMPARE(contentsOf(m_runner->folder().logPath(u"three"_s)).trimmed(), QFileInfo(m_runner->runDir()).canonicalFilePath() + u"/worktrees/three"_s);
    QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%an %ae %s"_s, branch(u"one"_s)}), u"Ann ann@example.org one"_s);
    QCOMPARE(m_warnings, QStringList());
}

void TestWorktrees::theUsersCheckoutIsNeverTouched()
{
    write(u"staged.txt"_s, "staged\n");
    git({u"add"_s, u"staged.txt"_s});
    write(u"a.txt"_s, "changed and not committed\n");
    write(u"untracked.txt"_s, "mine\n");
    write(u"out/ignored.txt"_s, "mine too\n");
    const QString status = git({u"status"_s, u"--porcelain"_s});
    const QMap<QString, QByteArray> before = everything();
    QVERIFY(before.contains(u".git/index"_s) && before.contains(u"out/ignored.txt"_s));
    const Task one = shell(u"one"_s, u"echo one >> a.txt; echo x > untracked.txt; git rm -q --cached .gitignore"_s);
    const Task two = shell(u"two"_s, u"cat a.txt > seen.txt; false"_s, {u"one"_s});
    QCOMPARE(run(planOf({one, two})), RunStatus::Failed);
    QCOMPARE(show(u"one"_s, u"a.txt"_s), u"first\none"_s); // of what is committed, not of what lies about
    const QMap<QString, QByteArray> after = everything();
    QCOMPARE(after.keys(), before.keys());
    for (auto file = before.cbegin(); file != before.cend(); ++file)
        QVERIFY2(after.value(file.key()) == file.value(), qPrintable(file.key()));
    QCOMPARE(git({u"symbolic-ref"_s, u"HEAD"_s}), u"refs/heads/main"_s);
    QCOMPARE(git({u"status"_s, u"--porcelain"_s}), status);
}

void TestWorktrees::worktreesGoAndBranchesStay()
{
    QCOMPARE(run(planOf({shell(u"one"_s, u"echo 1 > one.txt"_s), shell(u"nothing"_s, u"true"_s)})), RunStatus::Complete);
    QVERIFY(!QFileInfo::exists(m_runner->runDir() + u"/worktrees"_s));
    QCOMPARE(git({u"worktree"_s, u"list"_s}).split('\n'_L1).size(), 1);
    QCOMPARE(git({u"rev-parse"_s, branch(u"nothing"_s)}), git({u"rev-parse"_s, u"main"_s}));
    QCOMPARE(show(u"one"_s, u"one.txt"_s), u"1"_s);
}

void TestWorktrees::whatIsNotCommittedIsKept()
{
    git({u"config"_s, u"status.showUntrackedFiles"_s, u"no"_s}); // what git would not show must be seen all the same
    QCOMPARE(run(planOf({shell(u"untracked"_s, u"echo work > half.txt; exit 1"_s), shell(u"changed"_s, u"echo work >> a.txt; exit 1"_s),
                         shell(u"loose"_s, u"git checkout -q --detach; echo work >> a.txt; git commit -qam loose; exit 1"_s),
                         shell(u"clean"_s, u"exit 1"_s)})), RunStatus::Failed);
    QCOMPARE(contentsOf(worktree(u"untracked"_s) + u"/half.txt"_s), u"work\n"_s);
    QCOMPARE(contentsOf(worktree(u"changed"_s) + u"/a.txt"_s), u"first\nwork\n"_s);
    QVERIFY(QFileInfo::exists(worktree(u"loose"_s)));
    QVERIFY(!QFileInfo::exists(worktree(u"clean"_s)));
    QCOMPARE(m_warnings.size(), 3);
    QVERIFY(m_warnings.first().contains(worktree(u"untracked"_s)));
}

void TestWorktrees::aConflictFailsATaskThatDoesNotIntegrate()
{
    QCOMPARE(run(planOf({shell(u"one"_s, u"echo one > a.txt"_s), shell(u"two"_s, u"echo two > a.txt"_s),
                         shell(u"both"_s, u"true"_s, {u"one"_s, u"two"_s})})), RunStatus::Failed);
    QCOMPARE(task(u"both"_s).state, TaskState::Failed);
    QVERIFY2(task(u"both"_s).reason.contains(u"a.txt"_s) && task(u"both"_s).reason.contains(u"Add an integrate task before it"_s),
             qPrintable(task(u"both"_s).reason));
}

void TestWorktrees::anIntegrationWaitsForAPersonWhereBranchesConflict()
{
    Task join = shell(u"join"_s, u"cat a.txt three.txt > joined.txt"_s, {u"one"_s, u"two"_s, u"three"_s});
    join.kind = TaskKind::Integrate;
    const Contents contents = planOf({shell(u"one"_s, u"echo one > a.txt"_s), shell(u"two"_s, u"echo two > a.txt"_s),
                                      shell(u"three"_s, u"echo three > three.txt"_s), join});
    QCOMPARE(run(contents), RunStatus::Waiting);
    QCOMPARE(task(u"join"_s).state, TaskState::Blocked);
    QVERIFY2(task(u"join"_s).reason.contains(u"“two” conflicts in a.txt"_s), qPrintable(task(u"join"_s).reason));
    const auto resolve = [&] { write(m_runner->runDir() + u"/inbox/1.json"_s, R"({"action": "resolve", "subject": "join"})"); };
    resolve();
    QCOMPARE(goOn(contents), RunStatus::Waiting); // nothing was done about it
    QVERIFY(task(u"join"_s).reason.contains(u"still conflicts in a.txt"_s));
    write(worktree(u"join"_s) + u"/a.txt"_s, "both\n");
    resolve();
    QCOMPARE(goOn(contents), RunStatus::Complete);
    QCOMPARE(task(u"join"_s).attempt, 1);
    QCOMPARE(show(u"join"_s, u"joined.txt"_s), u"both\nthree"_s);
    for (const QString &id : {u"one"_s, u"two"_s, u"three"_s})
        QCOMPARE(git({u"merge-base"_s, branch(id), branch(u"join"_s)}), git({u"rev-parse"_s, branch(id)}));
}

void TestWorktrees::whatAnIntegrationMergedIsItsOwnWork_data()
{
    QTest::addColumn<QString>("second");
    QTest::addColumn<QStringList>("deliverables");
    QTest::addColumn<RunStatus>("end");
    QTest::newRow("merged cleanly") << u"echo two > two.txt"_s << QStringList{u"two.txt"_s} << RunStatus::Complete;
    QTest::newRow("resolved by a person") << u"echo two > a.txt"_s << QStringList{u"a.txt"_s} << RunStatus::Complete;
    QTest::newRow("not touched by anybody") << u"echo two > two.txt"_s << QStringList{u".gitignore"_s} << RunStatus::Failed;
}

void TestWorktrees::whatAnIntegrationMergedIsItsOwnWork()
{
    QFETCH(QString, second);
    QFETCH(QStringList, deliverables);
    QFETCH(RunStatus, end);
    Task join = shell(u"join"_s, u"test $BATON_ATTEMPT = 2"_s, {u"one"_s, u"two"_s}); // in a later attempt too
    join.kind = TaskKind::Integrate;
    join.deliverables = deliverables;
    join.retryMax = 1;
    const Contents contents = planOf({shell(u"one"_s, u"echo one > a.txt"_s), shell(u"two"_s, second), join});
    RunStatus status = run(contents);
    if (status == RunStatus::Waiting) {
        write(worktree(u"join"_s) + u"/a.txt"_s, "both\n");
        write(m_runner->runDir() + u"/inbox/1.json"_s, R"({"action": "resolve", "subject": "join"})");
        status = goOn(contents);
    }
    QVERIFY2(status == end, qPrintable(task(u"join"_s).reason));
    if (end == RunStatus::Failed)
        QVERIFY(task(u"join"_s).reason.contains(u"older than this attempt"_s));
}

void TestWorktrees::interfacesAreCollectedForTheIntegration()
{
    Task join{.id = u"join"_s, .kind = TaskKind::Integrate};
    join.executor = {u"shell"_s, {{u"command"_s, u"cat $BATON_INPUTS; for f in $(cat $BATON_INPUTS); do cat $f; done"_s}}};
    join.needs = {test::need(u"late"_s), test::need(u"two"_s)};
    QCOMPARE(run(planOf({shell(u"one"_s, u"echo face of one > INTERFACE.md"_s), shell(u"late"_s, u"git rm -q INTERFACE.md"_s, {u"one"_s}),
                         shell(u"two"_s, u"mkdir -p lib; echo face of two > lib/INTERFACE.md; echo no > lib/OTHER.md"_s), join})), RunStatus::Complete);
    const QString folder = m_runner->runDir() + u"/interfaces/"_s;
    QCOMPARE(contentsOf(m_runner->folder().logPath(u"join"_s)),
             folder + u"one/INTERFACE.md\n"_s + folder + u"two/lib/INTERFACE.md\nface of one\nface of two\n"_s);
}

void TestWorktrees::aLaterAttemptGoesOnWithItsWork()
{
    Task one = shell(u"one"_s, u"echo $BATON_ATTEMPT >> tries.txt; test $BATON_ATTEMPT = 2"_s);
    one.retryMax = 1;
    QCOMPARE(run(planOf({one})), RunStatus::Complete);
    QCOMPARE(show(u"one"_s, u"tries.txt"_s), u"1\n2"_s);
}

void TestWorktrees::workDoneAgainIsTakenIn()
{
    const Contents contents = planOf({shell(u"one"_s, u"echo $BATON_ATTEMPT > one.txt"_s),
                                      shell(u"two"_s, u"cat one.txt >> two.txt; test $BATON_ATTEMPT = 2"_s, {u"one"_s})});
    QCOMPARE(run(contents), RunStatus::Failed);
    write(m_runner->runDir() + u"/inbox/1.json"_s, R"({"action": "retry", "subject": "one"})");
    QCOMPARE(goOn(contents), RunStatus::Complete);
    QCOMPARE(task(u"one"_s).attempt, 2);
    QCOMPARE(show(u"two"_s, u"two.txt"_s), u"1\n2"_s); // its own earlier work, with what is new before it
}

void TestWorktrees::anInterruptedRunGoesOn()
{
    const Contents contents = planOf({shell(u"one"_s, u"echo 1 > one.txt"_s),
                                      shell(u"two"_s, u"cat one.txt; test -e %1/go || { touch %1/there; sleep 60; }; echo 2 > two.txt"_s.arg(m_dir->path()), {u"one"_s})});
    auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), {.trusted = true});
    QVERIFY(made.ok());
    m_runner = std::move(*made);
    connect(m_runner.get(), &Runner::recorded, this, [&](const Event &event) {
        if (event.type == EventType::WorkerActive && event.subject == "two"_L1)
            m_runner->interrupt();
    });
    QCOMPARE(toRest(), RunStatus::Paused);
    write(u"go"_s, "");
    git({u"commit"_s, u"-q"_s, u"--allow-empty"_s, u"-m"_s, u"meanwhile"_s}); // the run stays on what it began with
    QCOMPARE(goOn(contents), RunStatus::Complete);
    QCOMPARE(task(u"two"_s).attempt, 1);
    QCOMPARE(show(u"two"_s, u"two.txt"_s), u"2"_s);
    QCOMPARE(git({u"log"_s, u"--format=%s"_s, branch(u"two"_s)}), u"two\none\nstart"_s);
}

void TestWorktrees::aHalfMadeWorktreeIsMadeAnew()
{
    const Contents contents = planOf({shell(u"one"_s, u"cat a.txt > copy.txt; exit 1"_s)});
    QCOMPARE(run(contents), RunStatus::Failed);
    // As a kill between two calls of git would have left it.
    const QString record = m_runner->runDir() + u"/branches/one.json"_s;
    write(record, contentsOf(record).replace(u"ready"_s, u"making"_s).toUtf8());
    QFile::remove(worktree(u"one"_s) + u"/a.txt"_s);
    QFile::remove(worktree(u"one"_s) + u"/.git"_s);
    Contents mended = contents;
    Task one = shell(u"one"_s, u"cat a.txt > copy.txt"_s);
    mended.tasks.replace(mended.tasks.keyAt(0), std::make_shared<const Task>(one));
    write(m_runner->runDir() + u"/inbox/1.json"_s, R"({"action": "retry", "subject": "one"})");
    QCOMPARE(goOn(mended), RunStatus::Complete);
    QCOMPARE(show(u"one"_s, u"copy.txt"_s), u"first"_s);
}

void TestWorktrees::hooksAndTheUsersSettingsDoNotMatter()
{
    for (const QString &hook : {u"pre-commit"_s, u"post-checkout"_s, u"commit-msg"_s, u"pre-merge-commit"_s, u"reference-transaction"_s}) {
        write(u".git/hooks/"_s + hook, u"#!/bin/sh\necho hooked >> %1/hooked\nexit 1\n"_s.arg(m_dir->path()).toUtf8());
        QFile::setPermissions(path(u".git/hooks/"_s + hook), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    for (const auto &[key, value] : {std::pair{u"commit.gpgSign"_s, u"true"_s}, {u"core.fsmonitor"_s, u"touch fsmonitored; false"_s}, {u"diff.external"_s, u"false"_s},
                                     {u"core.editor"_s, u"false"_s}, {u"merge.ff"_s, u"only"_s}})
        git({u"config"_s, key, value});
    git({u"config"_s, u"--unset"_s, u"user.name"_s}); // nobody said who they are
    git({u"config"_s, u"--unset"_s, u"user.email"_s});
    qputenv("GIT_DIR", "/nowhere");
    qputenv("GIT_INDEX_FILE", "/nowhere/index");
    const RunStatus status = run(planOf({shell(u"one"_s, u"echo 1 > one.txt"_s), shell(u"two"_s, u"echo 2 > two.txt"_s),
                                         shell(u"three"_s, u"cat one.txt two.txt > three.txt"_s, {u"one"_s, u"two"_s})}));
    qunsetenv("GIT_DIR");
    qunsetenv("GIT_INDEX_FILE");
    QCOMPARE(status, RunStatus::Complete);
    QVERIFY(!QFileInfo::exists(path(u"hooked"_s)));
    QCOMPARE(git({u"log"_s, u"-1"_s, u"--format=%an %s"_s, branch(u"three"_s)}), u"Baton three"_s);
}

void TestWorktrees::aRepositoryInsideIsLeftAlone_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("rest");
    QTest::newRow("with a commit") << u"inner"_s << u"git add x; git -c user.name=x -c user.email=x commit -qm x"_s;
    QTest::newRow("without") << u"inner"_s << u"true"_s;
    QTest::newRow("with a name like a pattern") << u":(x) [in]ner*"_s << u"true"_s;
}

void TestWorktrees::aRepositoryInsideIsLeftAlone()
{
    QFETCH(QString, folder);
    QFETCH(QString, rest);
    QCOMPARE(run(planOf({shell(u"one"_s, u"echo 1 > one.txt; git init -q './%1'; cd './%1'; echo x > x; %2"_s.arg(folder, rest))})), RunStatus::Complete);
    QCOMPARE(git({u"ls-tree"_s, u"--name-only"_s, branch(u"one"_s)}), u".gitignore\na.txt\none.txt"_s);
    QVERIFY(QFileInfo::exists(worktree(u"one"_s) + u'/' + folder + u"/x"_s));
    QCOMPARE(m_warnings.size(), 2); // that it is there, and that the worktree was kept
    QVERIFY(m_warnings.first().contains(folder));
}

void TestWorktrees::workOnAnotherBranchIsNoneOfTheTasks()
{
    QCOMPARE(run(planOf({shell(u"one"_s, u"git checkout -q -b mine; echo 1 > one.txt; git add .; git commit -qm mine"_s)})), RunStatus::Failed);
    QVERIFY2(task(u"one"_s).reason.contains(branch(u"one"_s)), qPrintable(task(u"one"_s).reason));
    QVERIFY(QFileInfo::exists(worktree(u"one"_s)));
}

void TestWorktrees::itRunsInASubfolderOfADetachedCheckout()
{
    write(u"deep/down/b.txt"_s, "below\n");
    git({u"add"_s, u"."_s});
    git({u"commit"_s, u"-q"_s, u"-m"_s, u"deep"_s});
    git({u"checkout"_s, u"-q"_s, u"--detach"_s});
    Task one = shell(u"one"_s, u"cat b.txt > out.txt; mkdir out; echo i > out/i.txt"_s);
    one.deliverables = {u"out.txt"_s, u"out/i.txt"_s};
    Contents contents = planOf({one});
    contents.info.root = u"deep/down"_s;
    contents.info.branchPrefix = u"team/agents-"_s;
    QCOMPARE(run(contents), RunStatus::Complete);
    const QString branch = u"team/agents-"_s + QFileInfo(m_runner->runDir()).fileName() + u"/one"_s;
    QCOMPARE(git({u"show"_s, branch + u":deep/down/out.txt"_s}), u"below"_s);
    QCOMPARE(git({u"show"_s, branch + u":deep/down/out/i.txt"_s}), u"i"_s);
}

void TestWorktrees::oddIdsHaveTheirBranches()
{
    const QStringList ids{u"../up"_s, u"-D main"_s, u"a.lock"_s, u"x.json"_s, u"x"_s, u"ü b"_s, u"$(touch hacked)"_s};
    QList<Task> tasks;
    for (const QString &id : ids)
        tasks.append(shell(id, u"echo \"$BATON_TASK\" > id.txt"_s));
    QCOMPARE(run(planOf(tasks)), RunStatus::Complete);
    QStringList found;
    for (const QString &ref : git({u"for-each-ref"_s, u"--format=%(refname)"_s, u"refs/heads/baton/"_s}).split('\n'_L1))
        found += git({u"show"_s, ref + u":id.txt"_s});
    QCOMPARE(QSet<QString>(found.cbegin(), found.cend()), QSet<QString>(ids.cbegin(), ids.cend()));
    QVERIFY(!QFileInfo::exists(path(u"hacked"_s)));
}

void TestWorktrees::aTasksChangesCanBeRead()
{
    QCOMPARE(run(planOf({shell(u"one"_s, u"echo second >> a.txt; printf '\\000\\001' > data; rm .gitignore"_s),
                         shell(u"two"_s, u"echo third >> a.txt; echo new > new.txt; exit 1"_s, {u"one"_s})})), RunStatus::Failed);
    const RunFolder folder = m_runner->folder();
    QCOMPARE(tasksWithBranches(folder), (QStringList{u"one"_s, u"two"_s}));
    const auto one = changesOf(folder, u"one"_s);
    QVERIFY2(one.ok(), qPrintable(one ? QString() : one.error().message));
    QStringList files;
    for (const FileChange &file : one->files)
        files += u"%1 %2 +%3 -%4"_s.arg(file.kind).arg(file.path).arg(file.added).arg(file.removed);
    QCOMPARE(files, (QStringList{u"D .gitignore +0 -1"_s, u"M a.txt +1 -0"_s, u"A data +-1 --1"_s}));
    QVERIFY(one->diff.contains("\n first\n+second\n"));
    QCOMPARE(one->worktree, QString());
    // Of a task that failed, what it left in its worktree; without touching that.
    const QString status = git({u"status"_s, u"--porcelain"_s}, worktree(u"two"_s));
    const auto two = changesOf(folder, u"two"_s);
    QVERIFY(two.ok());
    QCOMPARE(two->worktree, worktree(u"two"_s));
    QVERIFY(two->diff.contains("\n+third\n") && two->diff.contains("\n+new\n") && !two->diff.contains("+second"));
    QCOMPARE(git({u"status"_s, u"--porcelain"_s}, worktree(u"two"_s)), status);
    const auto none = changesOf(folder, u"three"_s);
    QVERIFY(!none.ok() && none.error().code == ErrorCode::NotFound);
}

void TestWorktrees::whatIsInTheWayIsSaidBefore_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no repository") << u"none"_s << u"git init"_s;
    QTest::newRow("bare") << u"bare"_s << u"Clone it"_s;
    QTest::newRow("no commit") << u"unborn"_s << u"Commit something first"_s;
    QTest::newRow("no git") << u"git"_s << u"Install git"_s;
    QTest::newRow("no folder") << u"root"_s << u"settings.root"_s;
    QTest::newRow("a branch in the way") << u"prefix"_s << u"“baton” is in the way"_s;
    QTest::newRow("no prefix for a branch") << u"badprefix"_s << u"settings.branch_prefix"_s;
    QTest::newRow("branches of an earlier run") << u"again"_s << u"git branch -D baton/mine/one"_s;
}

void TestWorktrees::whatIsInTheWayIsSaidBefore()
{
    QFETCH(QString, what);
    QFETCH(QString, sentence);
    Contents contents = planOf({shell(u"one"_s, u"true"_s)});
    RunOptions options{.trusted = true};
    const QByteArray before = qgetenv("PATH");
    if (what == "none"_L1 || what == "bare"_L1 || what == "unborn"_L1)
        QDir(path(u".git"_s)).removeRecursively();
    if (what == "bare"_L1)
        git({u"init"_s, u"-q"_s, u"--bare"_s});
    else if (what == "unborn"_L1)
        git({u"init"_s, u"-q"_s});
    else if (what == "git"_L1)
        qputenv("PATH", "/nowhere");
    else if (what == "root"_L1)
        contents.info.root = u"not/there"_s;
    else if (what == "prefix"_L1)
        git({u"branch"_s, u"baton"_s});
    else if (what == "badprefix"_L1)
        contents.info.branchPrefix = u"--upload-pack=x "_s;
    else if (what == "again"_L1)
        git({u"branch"_s, u"baton/mine/one"_s});
    if (what == "again"_L1)
        options.runDir = path(u"elsewhere/mine"_s);
    const auto made = Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), options);
    qputenv("PATH", before);
    QVERIFY(!made.ok());
    QVERIFY2(made.error().message.contains(sentence), qPrintable(made.error().message));
    QVERIFY(!QFileInfo::exists(path(u".baton/runs"_s)) && !QFileInfo::exists(path(u"elsewhere"_s))); // nothing was begun
    options.simulate = true;
    QVERIFY(Runner::create(contents, "baton: 1\n", path(u"plan.baton.yaml"_s), options).ok()); // which needs no git
}

QTEST_GUILESS_MAIN(TestWorktrees)
#include "tst_worktrees.moc"
