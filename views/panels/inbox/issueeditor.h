// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QWidget>

class QVBoxLayout;

namespace baton {

class IssueFields;

/// The issues of a verdict as a person writes them: one row each with severity, where, what and fix, and the task
/// where several are judged.
class IssueEditor : public QWidget
{
    Q_OBJECT

public:
    explicit IssueEditor(QWidget *parent = nullptr);

    /// The tasks that an issue may be about: ids and titles. Forgets what was written.
    void start(const QList<std::pair<QString, QString>> &tasks);
    /// Those with something written in them.
    QJsonArray issues() const;
    int rowCount() const { return int(m_rows.size()); }
    void addRow();

private:
    void removeRow(IssueFields *row);

    QList<std::pair<QString, QString>> m_tasks;
    QList<IssueFields *> m_rows;
    QVBoxLayout *m_layout;
};

} // namespace baton
