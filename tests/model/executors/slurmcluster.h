// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <memory>

namespace baton::test {

/// A real Slurm cluster on this machine, for as long as this lives; it goes down however the test ends, killed too.
class SlurmCluster
{
public:
    ~SlurmCluster();

    /// Empty where it is up; else why there is none. The environment of this program names it then.
    QString up();
    /// Loses a node with all that runs there, or brings it back.
    bool node(const QString &what, const QString &name) const;
    /// Its jobs, a line each: id, state, comment. With \a folder only those of runs below it.
    QStringList jobs(const QString &folder = {}) const;
    QString dir() const { return m_dir + QStringLiteral("/cluster"); }

private:
    static QString script(const QString &name);

    QString m_dir;
    QProcess m_guard; ///< Takes the cluster down when nobody holds the other end of its pipe any more.
};

/// The standard template as a file, every task of it a command that writes what it promises and, into `where.TASK`, each
/// attempt with its node. feature-x does not come to an end in its first.
QByteArray standardWorkflow(const QByteArray &executor);

/// Commands that are named as Slurm's and do what a test says, for what a real cluster does once in a blue moon.
class FakeSlurm
{
public:
    FakeSlurm();
    ~FakeSlurm();

    QString dir() const { return m_dir.path(); }
    void set(const QString &name, const QString &text = {}) const; ///< `down`: nothing answers; `deaf`: jobs are taken, and nobody is told.
    void clear(const QString &name) const;
    int submitted() const;
    QString script(int job) const;
    QString comment(int job) const;
    void become(int job, const QString &state, const QString &reason = QStringLiteral("None"), int status = 0) const;
    void forget(int job) const;
    bool isCancelled(int job) const;
    void run(int job); ///< Its script begins, on this machine.
    void kill(int job);

private:
    void write(const QString &name, const QByteArray &text) const;
    QByteArray read(const QString &name) const;

    QTemporaryDir m_dir;
    QByteArray m_path; ///< PATH before.
    std::map<int, std::unique_ptr<QProcess>> m_running;
};

} // namespace baton::test
