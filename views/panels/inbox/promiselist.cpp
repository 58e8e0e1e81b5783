// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inbox/promiselist.h"

#include "model/base/glob.h"
#include "views/panels/chips.h"

#include <QBoxLayout>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace baton {

PromiseList::PromiseList(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(4);
    connect(&theme, &Theme::changed, this, &PromiseList::refresh);
}

void PromiseList::start(const QString &workspace, const QStringList &promises)
{
    m_workspace = workspace;
    m_promises = promises;
    refresh();
}

void PromiseList::refresh()
{
    const QList<PromisedFile> files = lookAtPromises(m_workspace, m_promises);
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    m_files = files;
    for (const PromisedFile &file : m_files)
        m_rows->addWidget(makeRow(file));
    setVisible(!m_files.isEmpty());
}

QWidget *PromiseList::makeRow(const PromisedFile &file)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const bool isThere = !file.files.isEmpty();
    auto *mark = new QLabel(row);
    const QColor ink = isThere ? m_theme.stateInk(TaskState::Complete) : m_theme.palette().mute;
    mark->setText(u"<span style=\"color:%1\">%2</span>"_s.arg(ink.name(), isThere ? u"✓"_s : u"○"_s));
    auto *name = new QLabel(file.promise, row);
    name->setTextFormat(Qt::PlainText);
    name->setToolTip(plainTip(isThere ? file.files.join(u'\n') : file.promise));
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *state = new QLabel(isThere ? QLocale().formattedDataSize(file.bytes) : tr("missing", "file"), row);
    state->setProperty("look", u"small"_s);
    auto *attach = new QPushButton(tr("Attach…"), row);
    attach->setAccessibleName(tr("Attach a file as %1").arg(file.promise));
    attach->setToolTip(tr("Copies a file to where the task promised it."));
    auto *write = new QPushButton(tr("Write…"), row);
    write->setAccessibleName(tr("Write %1").arg(file.promise));
    layout->addWidget(mark);
    layout->addWidget(name, 1);
    layout->addWidget(state);
    layout->addWidget(attach);
    layout->addWidget(write);
    connect(attach, &QPushButton::clicked, this, [this, promise = file.promise] { chooseFile(promise); });
    connect(write, &QPushButton::clicked, this, [this, promise = file.promise] { writeText(promise); });
    return row;
}

void PromiseList::chooseFile(const QString &promise)
{
    auto *chooser = new QFileDialog(this, tr("Attach as %1").arg(promise), m_workspace);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, [this, promise](const QString &source) { attach(promise, source); });
    chooser->open();
}

void PromiseList::writeText(const QString &promise)
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Write %1").arg(promise));
    dialog->resize(560, 360);
    auto *layout = new QVBoxLayout(dialog);
    // A folder or a pattern leaves the name open.
    const Glob glob(Glob::cleaned(promise));
    auto *name = new QLineEdit(glob.isLiteral() ? promise.section(u'/', -1) : u"notes.md"_s, dialog);
    name->setAccessibleName(tr("Name of the file"));
    name->setVisible(!glob.isLiteral());
    auto *text = new QPlainTextEdit(dialog);
    text->setAccessibleName(tr("Text of the file"));
    text->setPlaceholderText(tr("What you did, saw and decided."));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, dialog);
    layout->addWidget(name);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    auto *refusal = new QLabel(dialog);
    refusal->setProperty("look", u"error"_s);
    refusal->setTextFormat(Qt::PlainText);
    refusal->setWordWrap(true);
    refusal->hide();
    layout->insertWidget(2, refusal);
    // What was written stays where it cannot be saved.
    connect(buttons, &QDialogButtonBox::accepted, dialog, [this, dialog, promise, name, text, refusal] {
        const Result<QString> done = attachText(m_workspace, promise, name->text(), text->toPlainText());
        refusal->setVisible(!done);
        if (!done)
            return refusal->setText(done.error().message);
        tell(done);
        dialog->accept();
    });
    text->setFocus();
    dialog->open();
}

void PromiseList::attach(const QString &promise, const QString &source)
{
    tell(attachFile(m_workspace, promise, source));
}

void PromiseList::tell(const Result<QString> &done)
{
    emit hinted(done ? tr("Wrote %1.").arg(*done) : done.error().message);
    refresh();
}

} // namespace baton
