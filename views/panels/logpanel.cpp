// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/logpanel.h"

#include "model/run/runrecord.h"
#include "views/panels/inspector/editors.h"
#include "views/panels/logtail.h"
#include "views/style/contrast.h"
#include "views/style/icons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int mostLines = 20'000; ///< Older ones go.

} // namespace

LogPanel::LogPanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tail(new LogTail(this))
    , m_view(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
{
    setObjectName(u"log"_s);
    setAccessibleName(tr("Log"));
    m_view->setReadOnly(true);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setUndoRedoEnabled(false);
    m_view->setMaximumBlockCount(mostLines);
    m_view->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_view->setProperty("look", u"log"_s);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Log of the task"));
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("look", u"mute"_s);
    m_hint->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_view, 1);
    layout->addWidget(m_hint, 1);
    connect(m_tail, &LogTail::restarted, this, &LogPanel::restart);
    connect(m_tail, &LogTail::arrived, this, &LogPanel::append);
    connect(&theme, &Theme::changed, this, [this] {
        const QString path = m_tail->path(); // Colours are in the text: read it again.
        m_tail->setPath({});
        m_tail->setPath(path);
    });
    // Scrolling up lets go of the end; scrolling back to it takes hold again.
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar *bar = m_view->verticalScrollBar();
        m_follow->setChecked(bar->sliderPosition() >= bar->maximum());
    });
    m_view->installEventFilter(this);
    constexpr int quiet = 150; // Milliseconds.
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(quiet);
    connect(&m_countTimer, &QTimer::timeout, this, &LogPanel::showCount);
    showHint();
}

QWidget *LogPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 4, 10, 4);
    auto *tasks = new ChoiceBox(bar);
    tasks->setMinimumWidth(220);
    tasks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    tasks->setAccessibleName(tr("Task whose log is shown"));
    tasks->setFiller([this] { fillTasks(); });
    tasks->setPlaceholderText(tr("No task"));
    m_tasks = tasks;
    connect(tasks, &QComboBox::activated, this,
            [this](int index) { showTask(m_tasks->itemData(index).toString()); });
    m_search = new QLineEdit(bar);
    m_search->setPlaceholderText(tr("Search the log…"));
    m_search->setAccessibleName(tr("Search the log"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(260);
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, [this] {
        m_view->moveCursor(QTextCursor::End);
        search(true);
    });
    m_found = new QLabel(bar);
    m_found->setProperty("look", u"small"_s);
    const auto addStep = [this, bar](const QString &icon, const QString &name, bool backward) {
        auto *button = new QToolButton(bar);
        button->setProperty("look", u"flat"_s);
        button->setIcon(themedIcon(icon, IconInk::Mute));
        button->setAccessibleName(name);
        button->setToolTip(name);
        button->setEnabled(false);
        connect(button, &QToolButton::clicked, this, [this, backward] { search(backward); });
        return button;
    };
    m_follow = new QCheckBox(tr("Follow"), bar);
    m_follow->setToolTip(tr("Stay at the end while the log grows."));
    m_follow->setChecked(true);
    connect(m_follow, &QCheckBox::toggled, this, &LogPanel::follow);
    layout->addWidget(m_tasks);
    m_previous = addStep(u"chevron-up"_s, tr("Previous (Enter)"), true);
    m_next = addStep(u"chevron-down"_s, tr("Next (Shift+Enter)"), false);
    layout->addWidget(m_search);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_found);
    layout->addStretch();
    layout->addWidget(m_follow);
    return bar;
}

void LogPanel::setRecord(RunRecord *record)
{
    const QString task = std::exchange(m_task, QString());
    m_record = record;
    showFile({});
    static_cast<ChoiceBox *>(m_tasks)->showOnly({}, QString(), QString());
    // Whoever watched a task wants to see it in the next run too.
    if (record && planOf(record->plan(), record->state()).indexOfTask(task) >= 0)
        showTask(task);
}

void LogPanel::fillTasks()
{
    if (!m_record)
        return;
    const RunPlan &plan = planOf(m_record->plan(), m_record->state());
    for (int task = 0; task < plan.tasks.size() && task < m_record->state().tasks.size(); ++task) {
        if (m_record->state().tasks.at(task).attempt > 0)
            m_tasks->addItem(plan.tasks.at(task).id, plan.tasks.at(task).id);
    }
}

void LogPanel::showTask(const QString &id)
{
    if (!m_record || id.isEmpty())
        return;
    m_task = id;
    static_cast<ChoiceBox *>(m_tasks)->showOnly({}, id, id);
    showFile(m_record->folder().logPath(id));
}

void LogPanel::showFile(const QString &path)
{
    m_follow->setChecked(true);
    m_tail->setPath(path);
    showHint();
}

QString LogPanel::text() const
{
    return m_view->toPlainText();
}

void LogPanel::restart()
{
    m_view->clear();
    m_ansi = AnsiText();
    m_found->clear();
    showHint();
}

void LogPanel::append(const QByteArray &bytes)
{
    const bool first = m_view->document()->isEmpty();
    QTextCursor cursor(m_view->document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    if (first && m_tail->skipped() > 0)
        cursor.insertText(tr("The first %1 bytes are left out.").arg(m_tail->skipped()) + u'\n',
                          formatOf({.faint = true}));
    for (const AnsiLine &line : m_ansi.feed(bytes)) {
        if (line.restart) {
            cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
        }
        for (const AnsiRun &run : line.runs)
            cursor.insertText(run.text, formatOf(run.style));
        if (line.ends)
            cursor.insertBlock();
    }
    cursor.endEditBlock();
    if (!m_search->text().isEmpty())
        m_countTimer.start();
    showHint();
    follow();
}

QTextCharFormat LogPanel::formatOf(const AnsiStyle &style) const
{
    const Palette &colors = m_theme.palette();
    const std::array inks{colors.mute,
                          m_theme.stateInk(TaskState::Failed),
                          m_theme.stateInk(TaskState::Complete),
                          m_theme.stateInk(TaskState::Blocked),
                          m_theme.stateInk(TaskState::Ready),
                          m_theme.stateInk(TaskState::Active),
                          readable(colors.accent, colors.panel),
                          colors.ink};
    QTextCharFormat format;
    format.setForeground(style.exact       ? readable(QColor(*style.exact), colors.panel)
                         : style.faint     ? colors.mute
                         : style.color < 0 ? colors.ink
                                           : inks[size_t(style.color % 8)]);
    if (style.bold)
        format.setFontWeight(QFont::Bold);
    format.setFontItalic(style.italic);
    format.setFontUnderline(style.underlined);
    return format;
}

void LogPanel::follow()
{
    if (m_follow->isChecked())
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
}

void LogPanel::search(bool backward)
{
    const QString wanted = m_search->text();
    QTextCursor cursor = m_view->textCursor();
    if (wanted.isEmpty()) {
        showCount();
        cursor.clearSelection();
        m_view->setTextCursor(cursor);
        return;
    }
    const QTextDocument::FindFlags flags =
        backward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_view->find(wanted, flags);
    if (!found) { // Once around.
        m_view->moveCursor(backward ? QTextCursor::End : QTextCursor::Start);
        found = m_view->find(wanted, flags);
    }
    if (found)
        m_follow->setChecked(false);
    showCount();
}

/// Which of how many; places that overlap count once.
void LogPanel::showCount()
{
    const QString wanted = m_search->text();
    int all = 0;
    int at = 0;
    if (!wanted.isEmpty()) {
        const QString text = m_view->toPlainText();
        const int here = m_view->textCursor().selectionStart();
        for (qsizetype place = text.indexOf(wanted, 0, Qt::CaseInsensitive); place >= 0;
             place = text.indexOf(wanted, place + wanted.size(), Qt::CaseInsensitive)) {
            ++all;
            if (place <= here)
                at = all;
        }
    }
    m_previous->setEnabled(all > 0);
    m_next->setEnabled(all > 0);
    m_found->setText(wanted.isEmpty() ? QString() : all == 0 ? tr("Not found") : tr("%1 of %2", "places found").arg(at).arg(all));
}

void LogPanel::showHint()
{
    const bool empty = m_view->document()->isEmpty();
    m_view->setVisible(!empty);
    m_hint->setVisible(empty);
    m_hint->setText(!m_record && m_tail->path().isEmpty() ? tr("No run yet. Press Run to see it here.")
                    : m_tail->path().isEmpty()            ? tr("Pick a task to see what it writes.")
                                                          : tr("This task has written nothing yet."));
}

bool LogPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (watched == m_search && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)) {
            search(!(key->modifiers() & Qt::ShiftModifier));
            return true;
        }
        if (key->matches(QKeySequence::Find)) {
            m_search->setFocus(Qt::ShortcutFocusReason);
            m_search->selectAll();
            return true;
        }
        if (watched == m_view && key->key() == Qt::Key_End)
            m_follow->setChecked(true);
        else if (watched == m_view && (key->key() == Qt::Key_Home || key->key() == Qt::Key_PageUp))
            m_follow->setChecked(false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baton
