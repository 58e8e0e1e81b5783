// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

#include <QDialog>

class QLineEdit;
class QTextBrowser;
class QTreeWidget;
class QTreeWidgetItem;

namespace baton {

struct Contents;
struct Problem;
struct RulePage;

/// All rules, with a search, and the page of one: what it finds, why, what to do, how to turn it off, and how a plan looks
/// that breaks it and one that does not. Stays open beside the plan; the pictures follow the theme.
class RuleHelpDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RuleHelpDialog(const Theme &theme, QWidget *parent = nullptr);

    /// Shows the page of a rule in the dialog of \a parent, which is opened where it is not; an empty id shows the page
    /// that was last looked at.
    static RuleHelpDialog *showFor(const Theme &theme, const QString &rule, QWidget *parent);

    /// False, and nothing changes, for an id that no rule has.
    bool showRule(const QString &rule);
    QString rule() const { return m_rule; }
    /// Ids of the rules that the search has left, in their order.
    QStringList listed() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void search(const QString &text);
    void refresh();
    QTreeWidgetItem *itemOf(const QString &rule) const;
    void addPicture(const QString &name, const Contents &contents, const QList<Problem> &problems);
    QString pageText(const RulePage &page) const;

    const Theme &m_theme;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QTextBrowser *m_page;
    QString m_rule;
};

} // namespace baton
