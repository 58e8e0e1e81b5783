// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace baton {

/// What a call of git came to.
struct GitAnswer
{
    int status = -1; ///< As it exited; -1 when it did not start, or not end.
    QByteArray out;
    QByteArray err;
    bool cut = false; ///< There was more output than was wanted.

    bool ok() const { return status == 0; }
    QString line() const; ///< Of what it wrote, without the line's end.
    QStringList names() const; ///< Of output that ends each name with a zero byte.
    QString complaint() const; ///< What git says is wrong, in one line.
};

/// Whether this is the whole name of a commit, and nothing else that git would understand.
bool isCommit(const QString &text);

/// The git program, in one folder. Calls block: they are for threads that may. No shell is involved, nothing of the
/// environment chooses another repository, and no hook, pager, editor or question of the repository's comes up.
class Git
{
public:
    explicit Git(QString folder) : m_folder(std::move(folder)) {}

    struct Call
    {
        QStringList arguments;
        QMap<QString, QString> environment = {};
        QByteArray input = {};
        qint64 mostBytes = 256 * 1024 * 1024; ///< Of output.
    };
    GitAnswer run(const Call &call) const;
    GitAnswer run(const QStringList &arguments) const { return run(Call{arguments}); }

    QString folder() const { return m_folder; }
    /// Where it is installed; empty when it is not.
    static QString program();

private:
    QString m_folder;
};

} // namespace baton
