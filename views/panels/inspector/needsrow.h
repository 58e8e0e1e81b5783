// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/inspector/fieldrow.h"

class QComboBox;
class QLineEdit;
class QListView;

namespace baton {

class LinesEdit;
class NeedsModel;

/// What a task needs: a list with a chip for the type, a line to add one, and a form for the one that is
/// picked.
class NeedsRow final : public FieldRow
{
    Q_OBJECT

public:
    NeedsRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent);

protected:
    void display(const Value &value, bool mixed) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeForm();
    void showCurrent();
    void addNeed();
    void removeCurrent();
    /// Changes the need that is picked; typing merges.
    template <class Act>
    void changeCurrent(Act act, bool typing);
    QList<Need> needs() const;
    int current() const;

    NeedsModel *m_model;
    QListView *m_list;
    QLineEdit *m_add;
    QWidget *m_form = nullptr;
    QComboBox *m_type = nullptr;
    LinesEdit *m_files = nullptr;
    QLineEdit *m_reason = nullptr;
    QLineEdit *m_when = nullptr;
};

} // namespace baton
