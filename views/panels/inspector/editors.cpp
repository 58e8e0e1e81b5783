// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/editors.h"

#include "views/editing/document.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStringListModel>
#include <QTextBlock>

namespace baton {

UndoThrough::UndoThrough(Document &document, QWidget *editor)
    : QObject(editor)
    , m_document(document)
{
    editor->installEventFilter(this);
}

bool UndoThrough::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QObject::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool undo = key->matches(QKeySequence::Undo);
    if (!undo && !key->matches(QKeySequence::Redo))
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        undo ? m_document.undoStack().undo() : m_document.undoStack().redo();
    else
        event->ignore(); // The window's action may have it; without one the key press follows.
    return true;
}

ChoiceBox::ChoiceBox(QWidget *parent)
    : QComboBox(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(8);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceBox::showOnly(const QIcon &icon, const QString &text, const QVariant &value)
{
    const QSignalBlocker blocker(this);
    clear();
    addItem(icon, text, value);
    setCurrentIndex(0);
    m_filled = false;
    if (hasFocus())
        fillUp();
}

void ChoiceBox::fillUp()
{
    if (m_filled || !m_fill)
        return;
    m_filled = true;
    const QSignalBlocker blocker(this);
    const QIcon icon = currentIndex() >= 0 ? itemIcon(currentIndex()) : QIcon();
    const QString text = currentText();
    const QVariant chosen = currentData();
    clear();
    m_fill();
    int now = findData(chosen);
    if (now < 0) { // What is written but not among the choices stays, on top.
        insertItem(0, icon, text, chosen);
        now = 0;
    }
    setCurrentIndex(now);
}

void ChoiceBox::showPopup()
{
    fillUp();
    QComboBox::showPopup();
}

void ChoiceBox::focusInEvent(QFocusEvent *event)
{
    fillUp();
    QComboBox::focusInEvent(event);
}

void ChoiceBox::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

LinesEdit::LinesEdit(int minimumLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_minimumLines(minimumLines)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        fitHeight();
        if (!m_setting)
            emit edited();
    });
    fitHeight();
}

void LinesEdit::setText(const QString &text)
{
    if (toPlainText() == text)
        return;
    m_setting = true;
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(int(qMin(qsizetype(position), text.size())));
    setTextCursor(cursor);
    m_setting = false;
}

void LinesEdit::fitHeight()
{
    // A scroll bar that comes or goes wraps the text anew and resizes this at once: without an end, at some widths.
    if (m_fitting)
        return;
    const QScopedValueRollback fitting(m_fitting, true);
    constexpr int maximumLines = 8;
    int lines = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid() && lines <= maximumLines;
         block = block.next())
        lines += qMax(1, block.layout() ? block.layout()->lineCount() : 1);
    setVerticalScrollBarPolicy(lines > maximumLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    lines = qBound(m_minimumLines, lines, maximumLines);
    const int frame =
        qBound(0, height() - viewport()->height(), 40); // Border and padding of the style sheet.
    const int wanted = lines * fontMetrics().lineSpacing() + int(2 * document()->documentMargin()) + frame;
    if (wanted != height() || minimumHeight() != wanted)
        setFixedHeight(wanted);
}

void LinesEdit::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

void LinesEdit::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void LinesEdit::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    if (!m_words)
        return;
    if (!m_completer) {
        m_completer = new QCompleter(this);
        m_completer->setModel(new QStringListModel(m_completer));
        m_completer->setWidget(this);
        m_completer->setFilterMode(Qt::MatchContains);
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &LinesEdit::complete);
    }
    static_cast<QStringListModel *>(m_completer->model())->setStringList(m_words());
}

void LinesEdit::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason)
        emit finished();
}

void LinesEdit::keyPressEvent(QKeyEvent *event)
{
    const bool proposing = m_completer && m_completer->popup()->isVisible();
    if (proposing && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
                      event->key() == Qt::Key_Escape || event->key() == Qt::Key_Tab)) {
        event->ignore(); // The list of proposals takes it.
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    if (m_completer && !event->text().isEmpty())
        propose();
}

void LinesEdit::propose()
{
    const QString prefix = textCursor().block().text().left(textCursor().positionInBlock()).trimmed();
    m_completer->setCompletionPrefix(prefix);
    const bool useful = !prefix.isEmpty() && m_completer->completionCount() > 0 &&
                        !(m_completer->completionCount() == 1 && m_completer->currentCompletion() == prefix);
    if (!useful) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
    QRect place = cursorRect();
    place.setLeft(0);
    place.setWidth(width());
    m_completer->complete(place);
}

void LinesEdit::complete(const QString &word)
{
    QTextCursor cursor = textCursor();
    cursor.select(QTextCursor::LineUnderCursor);
    cursor.insertText(word);
    setTextCursor(cursor);
}

} // namespace baton
