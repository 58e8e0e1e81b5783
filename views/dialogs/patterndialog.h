// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/patterns/buildpattern.h"
#include "views/style/theme.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace baton {

class PatternPicture;

/// "Which pattern fits?": situations with the pattern that fits each and why, its picture with the numbers and personas
/// chosen, and a button that puts it into the plan. Changes nothing itself.
class PatternDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a workflow: whose personas are offered.
    PatternDialog(const Workflow &workflow, Theme &theme, QWidget *parent = nullptr);

    Pattern pattern() const { return m_pattern; }
    PatternChoice choice() const;
    void choose(Pattern pattern);

    QLineEdit *search() const { return m_search; }
    QTreeWidget *table() const { return m_table; }
    QSpinBox *numberField(const QString &id) const; ///< Null where the pattern has no such number.
    QComboBox *personaField(const QString &role) const;

signals:
    void insertRequested(baton::Pattern pattern, const baton::PatternChoice &choice);

private:
    QWidget *makeTable();
    QWidget *makeDetails();
    void filter();
    void showPattern();
    void showNumbers();
    void showPersonas();
    void showPicture();

    const Workflow &m_workflow;
    Pattern m_pattern = Pattern::Parallel;
    QMap<QString, QString> m_personas; ///< What was chosen, kept while the numbers change.
    QLineEdit *m_search;
    QTreeWidget *m_table;
    QLabel *m_nothing;
    QLabel *m_title;
    QLabel *m_why;
    QLabel *m_traits;
    PatternPicture *m_picture;
    QFormLayout *m_numbers;
    QFormLayout *m_people;
    QLabel *m_problems;
    QPushButton *m_insert;
};

} // namespace baton
