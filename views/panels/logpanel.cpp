// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/logpanel.h"

#include "model/run/runrecord.h"
#include "views/panels/inspector/editors.h"
#include "views/panels/logtail.h"
#include "views/panels/runfacts.h"
#include "views/style/contrast.h"
#include "views/style/icons.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QToolButton>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int mostBlocks = LogTail::mostLines + 1000; ///< Lines that are too long are several.
constexpr qint64 extentUnit = 1024; ///< Bytes for one step of a scroll bar, which has 31 bits.

} // namespace

LogPanel::LogPanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_tail(new LogTail(this))
    , m_view(new QPlainTextEdit(this))
    , m_hint(new QLabel(this))
    , m_extent(new QScrollBar(Qt::Vertical, this))
{
    setObjectName(u"log"_s);
    setAccessibleName(tr("Log"));
    m_view->setReadOnly(true);
    m_view->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_view->setUndoRedoEnabled(false);
    m_view->setMaximumBlockCount(mostBlocks);
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
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_view, 1);
    row->addWidget(m_extent);
    layout->addLayout(row, 1);
    layout->addWidget(m_hint, 1);
    m_extent->setObjectName(u"extent"_s);
    m_extent->setAccessibleName(tr("Place in the log"));
    m_extent->hide();
    connect(m_extent, &QScrollBar::valueChanged, this, [this](int value) {
        if (value < m_extent->maximum())
            return goTo(qint64(value) * extentUnit);
        m_follow->setChecked(true);
        follow();
    });
    connect(m_tail, &LogTail::settled, this, &LogPanel::settle);
    m_goTimer.setSingleShot(true);
    m_goTimer.setInterval(30);
    connect(&m_goTimer, &QTimer::timeout, this, [this] { m_tail->moveTo(m_wanted); });
    connect(&m_counting, &QFutureWatcherBase::finished, this, &LogPanel::takePlaces);
    connect(m_tail, &LogTail::restarted, this, &LogPanel::restart);
    connect(m_tail, &LogTail::arrived, this, &LogPanel::append);
    connect(&theme, &Theme::changed, this, [this] {
        const QString path = m_tail->path(); // Colours are in the text: read it again.
        const qint64 place = topPlace();
        m_tail->setPath({});
        m_tail->setPath(path);
        if (!m_follow->isChecked() && !m_tail->isWhole())
            goTo(place);
    });
    // Scrolling up lets go of the end; scrolling back to it takes hold again.
    connect(m_view->verticalScrollBar(), &QScrollBar::actionTriggered, this, [this] {
        const QScrollBar *bar = m_view->verticalScrollBar();
        m_follow->setChecked(bar->sliderPosition() >= bar->maximum() && m_tail->followsEnd());
    });
    connect(m_view->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        const QScrollBar *bar = m_view->verticalScrollBar();
        if (value <= bar->minimum() || value >= bar->maximum())
            slide(value <= bar->minimum());
        showExtent();
    });
    m_view->installEventFilter(this);
    constexpr int quiet = 150; // Milliseconds.
    m_countTimer.setSingleShot(true);
    m_countTimer.setInterval(quiet);
    connect(&m_countTimer, &QTimer::timeout, this, &LogPanel::countPlaces);
    showHint();
}

LogPanel::~LogPanel()
{
    *m_cancelled = true;
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
        m_places.reset();
        m_goesOn.reset();
        m_view->moveCursor(QTextCursor::End);
        search(true);
    });
    m_found = new QLabel(bar);
    m_found->setObjectName(u"found"_s);
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
    if (record)
        connect(record, &RunRecord::advanced, this, &LogPanel::showHint);
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
            m_tasks->addItem(RunFacts::titleOf(plan, plan.tasks.at(task).id), plan.tasks.at(task).id);
    }
}

void LogPanel::showTask(const QString &id)
{
    if (!m_record)
        return;
    // What is in the document alone, drawn since the run began or undone meanwhile, has no log.
    const RunPlan &plan = planOf(m_record->plan(), m_record->state());
    if (plan.indexOfTask(id) < 0)
        return;
    m_task = id;
    static_cast<ChoiceBox *>(m_tasks)->showOnly({}, RunFacts::titleOf(plan, id), id);
    showFile(m_record->folder().logPath(id));
}

void LogPanel::showFile(const QString &path)
{
    m_follow->setChecked(true);
    m_goTimer.stop();
    m_wanted = -1;
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
    m_line = 0;
    m_isSettled = false;
    m_view->setUpdatesEnabled(m_wanted < 0); // It is filled first.
    *m_cancelled = true;
    m_places.reset();
    m_found->clear();
    showHint();
}

void LogPanel::append(const QByteArray &bytes)
{
    QTextCursor cursor(m_view->document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    for (const AnsiLine &line : m_ansi.feed(bytes)) {
        if (line.restart) {
            cursor.movePosition(QTextCursor::StartOfBlock, QTextCursor::KeepAnchor);
            cursor.removeSelectedText();
        }
        for (const AnsiRun &run : line.runs)
            cursor.insertText(run.text, formatOf(run.style));
        cursor.block().setUserState(m_line);
        if (line.ends) {
            m_line += line.isBroken ? 0 : 1;
            cursor.insertBlock();
        }
    }
    cursor.endEditBlock();
    countSoon();
    showHint();
    follow();
    showExtent();
}

/// The whole file beside the window, where it is more.
void LogPanel::showExtent()
{
    const bool isWhole = m_tail->isWhole();
    m_extent->setVisible(!isWhole && !m_hint->isVisibleTo(this));
    m_view->setVerticalScrollBarPolicy(isWhole ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (isWhole || m_wanted >= 0)
        return;
    const QSignalBlocker quiet(m_extent);
    const qint64 shown = m_view->viewport()->height() / qMax(1, m_view->fontMetrics().lineSpacing());
    const qint64 page = qMax(qint64(1), (m_tail->end() - m_tail->begin()) * shown / qMax(1, m_view->blockCount()) / extentUnit);
    m_extent->setPageStep(int(page));
    m_extent->setRange(0, int(qMax(qint64(0), m_tail->size() / extentUnit - page)));
    const QScrollBar *bar = m_view->verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum() && m_tail->followsEnd();
    m_extent->setValue(atEnd ? m_extent->maximum() : int(topPlace() / extentUnit));
}

/// Where the line on top begins in the file.
qint64 LogPanel::topPlace() const
{
    const QTextBlock top = m_view->document()->findBlockByNumber(m_view->verticalScrollBar()->value());
    return m_tail->placeOf(qMax(0, top.userState()));
}

/// The first block of a line.
int LogPanel::blockOf(int line) const
{
    int low = 0;
    int high = m_view->blockCount();
    while (low < high) {
        const int middle = (low + high) / 2;
        const int state = m_view->document()->findBlockByNumber(middle).userState();
        if (state >= 0 && state < line)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/// Shows the line that holds this byte of the file, on top.
void LogPanel::goTo(qint64 place)
{
    m_follow->setChecked(false);
    m_wanted = place;
    if (m_tail->isLoading() || place < m_tail->begin() || place >= m_tail->end())
        m_goTimer.start();
    else
        settle();
}

/// At the window's edge the next one is read, around what is seen.
void LogPanel::slide(bool back)
{
    if (!m_isSettled || m_wanted >= 0 || (back ? m_tail->begin() == 0 : m_tail->followsEnd()))
        return;
    m_wanted = topPlace();
    m_tail->moveTo(m_wanted);
}

/// The window is read: what was to be seen is brought to the top.
void LogPanel::settle()
{
    if (m_goTimer.isActive())
        return;
    m_isSettled = true;
    m_view->setUpdatesEnabled(true);
    if (const qint64 wanted = std::exchange(m_wanted, -1); wanted >= 0) {
        const int block = blockOf(m_tail->lineAt(wanted));
        m_view->verticalScrollBar()->setValue(block);
        if (std::exchange(m_selects, false)) {
            m_view->setTextCursor(QTextCursor(m_view->document()->findBlockByNumber(block)));
            findInWindow(false);
        }
    }
    showExtent();
    if (!m_places)
        countSoon();
}

/// A search of a large file is not begun again for each line that comes to it.
void LogPanel::countSoon()
{
    if (!m_search->text().isEmpty() && (m_tail->isWhole() || !m_counting.isRunning()))
        m_countTimer.start();
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
    if (!m_follow->isChecked())
        return;
    if (!m_tail->followsEnd())
        m_tail->moveToEnd();
    else
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum());
}

bool LogPanel::findInWindow(bool backward)
{
    const bool isFound = m_view->find(m_search->text(), backward ? QTextDocument::FindBackward : QTextDocument::FindFlags());
    if (isFound)
        m_follow->setChecked(false);
    return isFound;
}

void LogPanel::search(bool backward)
{
    if (m_search->text().isEmpty()) {
        QTextCursor cursor = m_view->textCursor();
        cursor.clearSelection();
        m_view->setTextCursor(cursor);
        return countPlaces();
    }
    if (findInWindow(backward))
        return m_places ? showCount() : countPlaces();
    if (!m_tail->isWhole())
        return searchBeyond(backward);
    m_view->moveCursor(backward ? QTextCursor::End : QTextCursor::Start); // Once around.
    findInWindow(backward);
    countPlaces();
}

/// The next one is in another part of the file.
void LogPanel::searchBeyond(bool backward)
{
    if (!m_places) {
        m_goesOn = backward;
        return countPlaces();
    }
    const LogPlaces &places = *m_places;
    const qint64 wanted = backward ? (places.previous >= 0 ? places.previous : places.last) : (places.next >= 0 ? places.next : places.first);
    if (wanted < 0)
        return showCount();
    m_follow->setChecked(false);
    m_wanted = wanted;
    m_selects = true;
    if (wanted < m_tail->begin() || wanted >= m_tail->end())
        m_tail->moveTo(wanted);
    else
        settle();
}

/// How often it is in the whole file, by another thread where that is large.
void LogPanel::countPlaces()
{
    *m_cancelled = true;
    m_cancelled = std::make_shared<std::atomic_bool>(false);
    m_places.reset();
    const QString wanted = m_search->text();
    if (wanted.isEmpty() || m_tail->isWhole()) {
        m_goesOn.reset();
        m_places = LogPlaces{.total = occurrences(text(), wanted)};
        return showCount();
    }
    m_found->setText(tr("Searching…"));
    m_counting.setFuture(QtConcurrent::run([path = m_tail->path(), wanted, begin = m_tail->begin(), end = m_tail->wholeEnd(),
                                           cancelled = m_cancelled] {
        return placesIn(path, wanted, begin, end, [cancelled] { return cancelled->load(); });
    }));
}

void LogPanel::takePlaces()
{
    if (*m_cancelled || m_tail->isWhole())
        return countSoon(); // The window has moved meanwhile.
    m_places = m_counting.result();
    if (const std::optional<bool> backward = std::exchange(m_goesOn, std::nullopt))
        searchBeyond(*backward);
    else
        showCount();
}

/// Which of how many.
void LogPanel::showCount()
{
    const QString wanted = m_search->text();
    const qint64 all = m_places ? m_places->total : 0;
    const QTextCursor cursor = m_view->textCursor();
    const qint64 at = m_places && cursor.hasSelection() ? m_places->before + occurrences(text().left(cursor.selectionEnd()), wanted) : 0;
    m_previous->setEnabled(all > 0);
    m_next->setEnabled(all > 0);
    m_found->setText(wanted.isEmpty() ? QString()
                     : all == 0       ? tr("Not found")
                                      : tr("%1 of %2", "places found").arg(at).arg(all));
}

/// The task that is shown has ended: what it has not written it never will.
bool LogPanel::isOver() const
{
    static const QSet<TaskState> endStates{TaskState::Complete, TaskState::Failed, TaskState::Skipped, TaskState::Cancelled};
    const int task = m_record ? planOf(m_record->plan(), m_record->state()).indexOfTask(m_task) : -1;
    return task >= 0 && task < m_record->state().tasks.size() && endStates.contains(m_record->state().tasks.at(task).state);
}

void LogPanel::showHint()
{
    const bool empty = m_view->document()->isEmpty() && m_tail->size() == 0;
    m_view->setVisible(!empty);
    m_hint->setVisible(empty);
    m_hint->setText(!m_record && m_tail->path().isEmpty() ? tr("No run yet. Press Run to see it here.")
                    : m_tail->path().isEmpty()            ? tr("Pick a task to see what it writes.")
                    : isOver()                            ? tr("This task has written nothing.")
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
        else if (watched == m_view && key->key() == Qt::Key_Home && !m_tail->isWhole())
            goTo(0);
        else if (watched == m_view && (key->key() == Qt::Key_Home || key->key() == Qt::Key_PageUp))
            m_follow->setChecked(false);
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baton
