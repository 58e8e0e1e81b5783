// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/changesdialog.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QSyntaxHighlighter>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Colours the lines of a unified diff; that they begin with + and - says the same.
class DiffColors final : public QSyntaxHighlighter
{
public:
    DiffColors(const Theme &theme, QTextDocument *document)
        : QSyntaxHighlighter(document)
        , m_theme(theme)
    {
    }

protected:
    void highlightBlock(const QString &line) override
    {
        QTextCharFormat format;
        if (line.startsWith(u"diff --git"_s) || line.startsWith(u"+++"_s) || line.startsWith(u"---"_s))
            format.setFontWeight(QFont::Bold);
        else if (line.startsWith(u'+'))
            format.setForeground(m_theme.stateInk(TaskState::Complete));
        else if (line.startsWith(u'-'))
            format.setForeground(m_theme.stateInk(TaskState::Failed));
        else if (line.startsWith(u"@@"_s))
            format.setForeground(m_theme.stateInk(TaskState::Ready));
        else
            return;
        setFormat(0, int(line.size()), format);
    }

private:
    const Theme &m_theme;
};

} // namespace

ChangesDialog::ChangesDialog(const Theme &theme, const QString &task, const TaskChanges &changes, QWidget *parent)
    : QDialog(parent)
    , m_files(new QListWidget)
    , m_diff(new QPlainTextEdit)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Changes of %1").arg(task));
    resize(1000, 640);
    auto *about = new QLabel(changes.worktree.isEmpty()
                                 ? tr("Branch %1").arg(changes.branch)
                                 : tr("Branch %1, with what is not committed in %2").arg(changes.branch, changes.worktree));
    about->setProperty("look", u"mute"_s);
    about->setTextFormat(Qt::PlainText);
    about->setWordWrap(true);
    about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_files->setAccessibleName(tr("Changed files"));
    for (const FileChange &file : changes.files) {
        const QString lines = file.added < 0 ? tr("no text") : u"+%1 −%2"_s.arg(file.added).arg(file.removed);
        auto *item = new QListWidgetItem(u"%1  %2   %3"_s.arg(file.kind).arg(file.path, lines), m_files);
        item->setData(Qt::UserRole, file.path);
    }
    m_diff->setReadOnly(true);
    m_diff->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_diff->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_diff->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_diff->setAccessibleName(tr("Diff"));
    QString text = QString::fromUtf8(changes.diff);
    text.replace(QChar(0), QChar(0x2400));
    if (changes.cut)
        text += u'\n' + tr("There is more; see `git diff %1 %2`.").arg(changes.base, changes.branch);
    new DiffColors(theme, m_diff->document());
    m_diff->setPlainText(changes.files.isEmpty() ? tr("Nothing was changed.") : text);
    auto *parts = new QSplitter;
    parts->addWidget(m_files);
    parts->addWidget(m_diff);
    parts->setSizes({300, 700});
    parts->setStretchFactor(1, 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(parts, 1);
    layout->addWidget(buttons);
    connect(m_files, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            showFile(item->data(Qt::UserRole).toString());
    });
}

void ChangesDialog::showFile(const QString &path)
{
    const QString end = u" b/"_s + path;
    for (QTextBlock block = m_diff->document()->begin(); block.isValid(); block = block.next()) {
        if (!block.text().startsWith(u"diff --git "_s) || !block.text().endsWith(end))
            continue;
        m_diff->moveCursor(QTextCursor::End); // So that the file comes to stand at the top.
        m_diff->setTextCursor(QTextCursor(block));
        m_diff->ensureCursorVisible();
        return;
    }
}

} // namespace baton
