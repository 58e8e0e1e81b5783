// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <functional>

class QCompleter;

namespace baton {

class Document;

/// Lets undo and redo go to the document instead of the text field that has the focus: one history, not two.
class UndoThrough : public QObject
{
public:
    UndoThrough(Document &document, QWidget *editor);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Document &m_document;
};

/// A choice that is filled when somebody is about to look at it, and that a passing wheel does not change.
class ChoiceBox : public QComboBox
{
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget *parent = nullptr);

    /// \a fill adds the items; called before the list opens or the keyboard arrives. Until then only the
    /// current one is there.
    void setFiller(std::function<void()> fill) { m_fill = std::move(fill); }
    /// Selects the item with this data, or adds it as the only one, to be filled up later.
    void showOnly(const QIcon &icon, const QString &text, const QVariant &value);

    void showPopup() override;

protected:
    void focusInEvent(QFocusEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fillUp();

    std::function<void()> m_fill;
    bool m_filled = false;
};

/// Several lines that grow with what is written, up to eight; proposes words where it knows some.
class LinesEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit LinesEdit(int minimumLines, QWidget *parent = nullptr);

    /// \a words is asked when the field gets the focus.
    void setWords(std::function<QStringList()> words) { m_words = std::move(words); }
    void setText(const QString &text);

signals:
    void edited();   ///< By a person, not by setText().
    void finished(); ///< The focus has gone elsewhere.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fitHeight();
    void propose();
    void complete(const QString &word);

    int m_minimumLines;
    bool m_setting = false;
    bool m_fitting = false;
    std::function<QStringList()> m_words;
    QCompleter *m_completer = nullptr;
};

} // namespace baton
