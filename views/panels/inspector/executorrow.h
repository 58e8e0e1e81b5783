// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/inspector/fieldrow.h"

#include <QHash>

class QToolButton;

namespace baton {

class ChoiceBox;

/// What carries out a task: the type and a small form with its options. Options nobody here knows are kept
/// and listed.
class ExecutorRow final : public FieldRow
{
    Q_OBJECT

public:
    ExecutorRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent);

protected:
    void display(const Value &value, bool mixed) override;

private:
    Executor executor() const { return std::get<Executor>(value()); }
    void chooseType(const QString &type);
    void buildForm(const QString &type);
    void showOptions(const Executor &executor);
    void setOption(const QString &key, const QJsonValue &value);
    QString inheritedText() const;

    ChoiceBox *m_type;
    QToolButton *m_more; ///< Shows and hides the form.
    QWidget *m_form;
    QLabel *m_others;
    QString m_formType;
    QHash<QString, QWidget *> m_editors; ///< By option.
};

} // namespace baton
