// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace baton::test {

/// What a call of `baton` came to.
struct Ran
{
    int code = -1; ///< -1: it crashed, hung or could not be started.
    QByteArray out;
    QByteArray err;

    QJsonObject json() const; ///< Stdout as one JSON document; empty where it is none.
    QByteArray said() const { return "exit " + QByteArray::number(code) + "\n" + out + "\n" + err; }
};

/// A folder of its own to call the real `baton` in, with nothing trusted and no colours.
class Desk
{
public:
    Desk();

    QString path(const QString &name) const { return m_dir.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const; ///< Makes the folders it needs; returns the path.
    QByteArray read(const QString &name) const;

    Ran baton(const QStringList &arguments) const;
    /// Any other program.
    Ran run(const QString &program, const QStringList &arguments) const;
    /// Started, not waited for.
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;

    QProcessEnvironment environment;

private:
    Ran finish(QProcess &process) const;

    QTemporaryDir m_dir;
};

/// Three tasks in a row with a gate, of shell commands that write what they promise.
QByteArray shellPlan();
/// The same that a simulation runs.
QByteArray smallPlan();

} // namespace baton::test
