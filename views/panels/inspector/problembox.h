// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/problem.h"
#include "views/style/theme.h"

#include <QFrame>
#include <QLabel>

namespace baton {

/// The sentences of one field's problems, each with links: its quick fixes, why it is a problem, and
/// setting it aside where that may be. On the ground of the worst severity.
class ProblemBox : public QFrame
{
    Q_OBJECT

public:
    explicit ProblemBox(Theme &theme, QWidget *parent = nullptr);

    /// \a choosable adds "Choose…" to problems, for fields with a list to choose from. Hidden when there is
    /// nothing.
    void setProblems(const QList<Problem> &problems, bool choosable);
    /// A sentence about what was just typed, which is no problem of the plan: "This id is taken."
    void setRefusal(const QString &sentence);
    Severity severity() const { return m_severity; } ///< The worst; Off when there is none.
    QString plainText() const;                       ///< What it says, for screen readers and tests.

signals:
    void fixChosen(const baton::Problem &problem, const baton::QuickFix &fix);
    void whyAsked(const QString &rule);
    void setAsideAsked(const baton::Problem &problem);
    void chooseRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    QStringList linksOf(int index) const;
    QColor ground() const;
    void follow(const QString &link);

    Theme &m_theme;
    QLabel *m_label;
    QList<Problem> m_problems;
    QString m_refusal;
    bool m_choosable = false;
    Severity m_severity = Severity::Off;
};

} // namespace baton
