// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDialog>
#include <QStringList>

class QCheckBox;

namespace baton {

/// A command as the question shows it.
struct ShownCommand
{
    QString task;
    QString text;
    bool isNew = false; ///< Not among those that last ran from this file.
};

/// Asks before commands of a folder run that nobody has trusted: shows every one of them. Opened with open(), so
/// nothing waits for it.
class TrustDialog : public QDialog
{
    Q_OBJECT

public:
    TrustDialog(const QString &folder, const QList<ShownCommand> &commands, QWidget *parent = nullptr);

    /// Remember the folder, not only for this run.
    bool remembers() const;

private:
    QCheckBox *m_remember;
};

} // namespace baton
