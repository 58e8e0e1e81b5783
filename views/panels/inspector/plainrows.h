// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/inspector/fieldrow.h"

#include <functional>

class QCheckBox;
class QLineEdit;

namespace baton {

class ChoiceBox;
class LinesEdit;

/// A field in one line: text, a number, a duration. A chip at its right end says what follows from it.
class LineRow : public FieldRow
{
    Q_OBJECT

public:
    LineRow(Document &document, Theme &theme, Field field, const QString &label, const QString &hint,
            QWidget *parent);

protected:
    void display(const Value &value, bool mixed) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    virtual void edited();   ///< While typing.
    virtual void finished(); ///< Enter, or the focus has gone.
    QLineEdit *line() const { return m_line; }

private:
    void take();
    void showChip(const Value &value);
    void placeChip();

    QLineEdit *m_line;
    QLabel *m_chip;
    QString m_hint;
};

/// The id: renames every reference with it, when the typing is done, or says why not.
class IdRow final : public LineRow
{
    Q_OBJECT

public:
    using LineRow::LineRow;

protected:
    void edited() override;
    void finished() override;
};

/// A text of several lines, or a list with one line an item.
class LinesRow : public FieldRow
{
    Q_OBJECT

public:
    using Words = std::function<QStringList(const Contents &)>;

    /// \a words: what to propose while typing; may be null.
    LinesRow(Document &document, Theme &theme, Field field, const QString &label, const QString &hint,
             Words words, QWidget *parent);

protected:
    void display(const Value &value, bool mixed) override;
    virtual void edited();   ///< While typing.
    virtual void finished(); ///< The focus has gone.
    LinesEdit *lines() const { return m_lines; }

private:
    void take();

    LinesEdit *m_lines;
    QCheckBox *m_default = nullptr; ///< For lists that a file may leave to their default.
    QString m_hint;
};

/// The outcomes of a task: a label that is renamed is renamed in every branch too, when the typing is done.
class OutcomesRow final : public LinesRow
{
    Q_OBJECT

public:
    using LinesRow::LinesRow;

protected:
    void edited() override;
    void finished() override;
};

/// One of the values of an enum.
class ChoiceRow : public FieldRow
{
    Q_OBJECT

public:
    ChoiceRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent);
    void choose() override;

protected:
    void display(const Value &value, bool mixed) override;
    bool isChoosable() const override { return true; }

private:
    ChoiceBox *m_box;
};

/// Yes or no.
class SwitchRow : public FieldRow
{
    Q_OBJECT

public:
    SwitchRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent);

protected:
    void display(const Value &value, bool mixed) override;

private:
    QCheckBox *m_check;
};

/// Another node by its id: the persona, the phase, the gate that a fix phase fixes.
class ReferenceRow : public FieldRow
{
    Q_OBJECT

public:
    ReferenceRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent);
    void choose() override;

protected:
    void display(const Value &value, bool mixed) override;
    bool isChoosable() const override { return true; }

private:
    void fill();
    Value valueFor(const QString &id) const;

    ChoiceBox *m_box;
};

} // namespace baton
