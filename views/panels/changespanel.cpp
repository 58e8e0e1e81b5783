// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/changespanel.h"

#include "model/run/runrecord.h"
#include "model/run/worktrees/worktreeplan.h"
#include "views/panels/inspector/editors.h"
#include "views/style/contrast.h"
#include "views/style/icons.h"

#include <QBoxLayout>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QThreadPool>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// As much as can be shown at once without a wait; who needs more has git.
constexpr qint64 mostShown = 512 * 1024;

QString linesOf(const FileChange &file)
{
    return file.added < 0 ? QString() : u"+%1 −%2"_s.arg(QLocale().toString(file.added), QLocale().toString(file.removed));
}

} // namespace

/// The colours of a unified diff.
class DiffColors final : public QSyntaxHighlighter
{
public:
    DiffColors(QTextDocument *document, const Theme &theme) : QSyntaxHighlighter(document), m_theme(theme) {}

protected:
    void highlightBlock(const QString &line) override
    {
        const Palette &colors = m_theme.palette();
        QTextCharFormat format;
        if (line.startsWith("diff "_L1) || line.startsWith("+++ "_L1) || line.startsWith("--- "_L1) || line.startsWith("index "_L1)) {
            format.setForeground(colors.mute);
            format.setFontWeight(line.startsWith("diff "_L1) ? QFont::DemiBold : QFont::Normal);
        } else if (line.startsWith("@@"_L1)) {
            format.setForeground(readable(colors.accent, colors.panel));
        } else if (line.startsWith('+'_L1)) {
            format.setForeground(m_theme.stateInk(TaskState::Complete));
        } else if (line.startsWith('-'_L1)) {
            format.setForeground(m_theme.stateInk(TaskState::Failed));
        } else {
            format.setForeground(colors.ink);
        }
        setFormat(0, int(line.size()), format);
    }

private:
    const Theme &m_theme;
};

ChangesPanel::ChangesPanel(Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_parts(new QSplitter(this)), m_files(new QListWidget(this)),
      m_diff(new QPlainTextEdit(this)), m_colors(new DiffColors(m_diff->document(), theme)), m_hint(new QLabel(this))
{
    setObjectName(u"changes"_s);
    setAccessibleName(tr("Changes"));
    m_files->setAccessibleName(tr("Files that the task changed"));
    m_files->setFrameShape(QFrame::NoFrame);
    m_files->setTextElideMode(Qt::ElideMiddle);
    m_diff->setReadOnly(true);
    m_diff->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_diff->setUndoRedoEnabled(false);
    m_diff->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_diff->setProperty("look", u"log"_s);
    m_diff->setFrameShape(QFrame::NoFrame);
    m_diff->setAccessibleName(tr("What the task changed"));
    m_parts->addWidget(m_files);
    m_parts->addWidget(m_diff);
    m_parts->setHandleWidth(1);
    m_parts->setStretchFactor(1, 1);
    m_parts->setSizes({260, 740});
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setProperty("look", u"mute"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_parts, 1);
    layout->addWidget(m_hint, 1);
    connect(&theme, &Theme::changed, m_colors, &QSyntaxHighlighter::rehighlight);
    connect(m_files, &QListWidget::currentItemChanged, this, &ChangesPanel::goTo);
    setFocusProxy(m_tasks);
    setRecord(nullptr);
}

QWidget *ChangesPanel::makeBar()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(10, 4, 10, 4);
    m_tasks = new ChoiceBox(bar);
    m_tasks->setMinimumWidth(220);
    m_tasks->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_tasks->setAccessibleName(tr("Task whose changes are shown"));
    m_tasks->setFiller([this] { fillTasks(); });
    m_tasks->setPlaceholderText(tr("No task"));
    connect(m_tasks, &QComboBox::activated, this, [this](int index) { showTask(m_tasks->itemData(index).toString()); });
    m_about = new QLabel(bar);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setProperty("look", u"small"_s);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *again = new QToolButton(bar);
    again->setText(tr("Read again"));
    again->setToolTip(tr("Show what the task has changed by now."));
    connect(again, &QToolButton::clicked, this, [this] {
        m_stale = true;
        load();
    });
    layout->addWidget(m_tasks);
    layout->addWidget(m_about, 1);
    layout->addWidget(again);
    return bar;
}

bool ChangesPanel::hasBranches() const
{
    return m_record && usesWorktrees(m_record->plan()) && !m_record->state().settings.simulate;
}

void ChangesPanel::setRecord(RunRecord *record)
{
    if (m_record)
        disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    m_task.clear();
    m_tasks->showOnly({}, QString(), QString());
    if (record)
        connect(record, &RunRecord::advanced, this, &ChangesPanel::follow);
    say(tr("Pick a task to see what it changed on its branch."));
}

void ChangesPanel::fillTasks()
{
    if (!m_record)
        return;
    const RunPlan &plan = planOf(m_record->plan(), m_record->state());
    for (int task = 0; task < plan.tasks.size() && task < m_record->state().tasks.size(); ++task) {
        if (m_record->state().tasks.at(task).attempt > 0 && hasWorktree(plan.tasks.at(task)))
            m_tasks->addItem(plan.tasks.at(task).id, plan.tasks.at(task).id);
    }
}

void ChangesPanel::follow(const QList<Event> &events)
{
    for (const Event &event : events)
        m_stale = m_stale || event.subject == m_task;
    load();
}

void ChangesPanel::showTask(const QString &id)
{
    if (!m_record || id.isEmpty())
        return;
    m_task = id;
    m_stale = true;
    m_tasks->showOnly({}, id, id);
    load();
}

void ChangesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

/// Once at a time, and only for somebody who looks.
void ChangesPanel::load()
{
    if (!m_stale || m_loading || m_task.isEmpty() || !m_record || !isVisible())
        return;
    m_stale = false;
    m_loading = true;
    QThreadPool::globalInstance()->start([panel = QPointer(this), folder = m_record->folder(), task = m_task] {
        const Result<TaskChanges> changes = changesOf(folder, task, mostShown);
        QMetaObject::invokeMethod(qApp, [panel, task, changes] {
            if (panel)
                panel->display(task, changes);
        }, Qt::QueuedConnection);
    });
}

void ChangesPanel::display(const QString &task, const Result<TaskChanges> &changes)
{
    m_loading = false;
    if (task != m_task || m_stale)
        return load();
    if (!changes) {
        say(changes.error().message);
        emit loaded();
        return;
    }
    const int row = m_files->currentRow();
    m_files->clear();
    int added = 0;
    int removed = 0;
    for (const FileChange &file : changes->files) {
        auto *item = new QListWidgetItem(u"%1  %2   %3"_s.arg(file.kind).arg(file.path, linesOf(file)), m_files);
        item->setData(Qt::UserRole, file.path);
        item->setToolTip(file.path);
        added += qMax(0, file.added);
        removed += qMax(0, file.removed);
    }
    QString text = QString::fromUtf8(changes->diff);
    if (changes->cut)
        text += tr("There is more; see `git diff %1 %2`.").arg(changes->base, changes->branch);
    m_diff->setPlainText(text);
    m_about->setText(u"%1  ·  %2  ·  +%3 −%4%5"_s.arg(changes->branch, tr("%n file(s)", nullptr, int(changes->files.size())))
                         .arg(added).arg(removed)
                         .arg(changes->worktree.isEmpty() ? QString() : u"  ·  "_s + tr("its worktree is there still")));
    m_about->setToolTip(changes->worktree);
    m_parts->show();
    m_hint->hide();
    if (changes->files.isEmpty())
        say(tr("“%1” changed no file.").arg(task));
    m_files->setCurrentRow(qBound(-1, row, m_files->count() - 1));
    emit loaded();
}

void ChangesPanel::say(const QString &hint)
{
    m_files->clear();
    m_diff->clear();
    m_about->clear();
    m_hint->setText(hint);
    m_hint->show();
    m_parts->hide();
}

void ChangesPanel::goTo(const QListWidgetItem *file)
{
    if (!file)
        return;
    const QString path = file->data(Qt::UserRole).toString();
    const QString head = u"diff --git a/%1 b/%1"_s.arg(path);
    const QString quoted = u"diff --git \"a/"_s; // names with signs of their own are quoted; they follow in order
    int nth = 0;
    for (QTextBlock block = m_diff->document()->firstBlock(); block.isValid(); block = block.next()) {
        if (!block.text().startsWith("diff --git "_L1))
            continue;
        const bool isNth = nth++ == m_files->row(file);
        if (block.text() == head || (isNth && block.text().startsWith(quoted))) {
            QTextCursor cursor(block);
            m_diff->moveCursor(QTextCursor::End); // so that the file's beginning comes to the top
            m_diff->setTextCursor(cursor);
            return;
        }
    }
}

} // namespace baton
