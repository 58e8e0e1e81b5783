// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/inspector/fieldrow.h"

class QLineEdit;
class QTableWidget;
class QToolButton;

namespace baton {

/// Severities of rules that this plan or this task sets for itself, with the reason: a table, a line to add
/// one, and the way to all of them. Rules that may not be lowered are refused.
class RulesRow final : public FieldRow
{
    Q_OBJECT

public:
    RulesRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent);

protected:
    void display(const Value &value, bool mixed) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    RuleSettings settings() const { return std::get<RuleSettings>(value()); }
    void cellChanged(int row, int column);
    void add();
    void removeCurrent();

    QTableWidget *m_table;
    QLineEdit *m_add;
    QToolButton *m_remove;
};

} // namespace baton
