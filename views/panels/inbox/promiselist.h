// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/attachment.h"
#include "views/style/theme.h"

#include <QWidget>

class QVBoxLayout;

namespace baton {

/// The files that a human task promises, and whether they are there; each can be attached from anywhere on this
/// machine, or written here. Baton checks them as those of any other task when the task is said to be done.
class PromiseList : public QWidget
{
    Q_OBJECT

public:
    explicit PromiseList(Theme &theme, QWidget *parent = nullptr);

    void start(const QString &workspace, const QStringList &promises);
    /// Looks again what is there.
    void refresh();
    const QList<PromisedFile> &files() const { return m_files; }
    /// Copies \a source to where that promise wants it.
    void attach(const QString &promise, const QString &source);

signals:
    void hinted(const QString &sentence);

private:
    QWidget *makeRow(const PromisedFile &file);
    void chooseFile(const QString &promise);
    void writeText(const QString &promise);
    void tell(const Result<QString> &done);

    Theme &m_theme;
    QString m_workspace;
    QStringList m_promises;
    QList<PromisedFile> m_files;
    QVBoxLayout *m_rows;
};

} // namespace baton
