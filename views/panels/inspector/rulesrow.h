// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/inspector/fieldrow.h"

class QLineEdit;
class QTableWidget;

namespace baton {

/// Severities of rules that this plan or this task sets for itself, with the reason: a table and a line to
/// add one.
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
};

} // namespace baton
