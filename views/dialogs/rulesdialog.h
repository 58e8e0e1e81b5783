// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/rules/suppression.h"
#include "views/editing/document.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSortFilterProxyModel;
class QTreeView;

namespace baton {

class RuleModel;

/// Every rule with its severity in this plan and where that comes from. The profile, a rule's severity and what tasks have
/// set aside are changed here, each as an undoable edit. Stays open beside the window.
class RulesDialog : public QDialog
{
    Q_OBJECT

public:
    RulesDialog(Document &document, QWidget *parent);

    /// Opens the one dialog of this window, at a rule where one is named.
    static RulesDialog *open(Document &document, QWidget *window, const QString &rule = {});
    void showRule(const QString &rule);
    QString currentRule() const;

private:
    void buildBar();
    QWidget *makeDetails();
    void follow(const Change &change);
    void refresh();
    void showCurrent();
    void chooseProfile(int index);
    void chooseSeverity(int index);
    void restore();

    Document &m_document;
    RuleModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QLineEdit *m_filter;
    QComboBox *m_profile;
    QTreeView *m_list;
    QLabel *m_title;
    QLabel *m_why;
    QComboBox *m_severity;
    QLabel *m_lock;
    QListWidget *m_places;
    QPushButton *m_restore;
};

} // namespace baton
