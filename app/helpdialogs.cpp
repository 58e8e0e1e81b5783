// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/helpdialogs.h"

#include "app/actionlist.h"
#include "views/widgets/dialogsize.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Help)
};

QDialog *makeDialog(const QString &title, QSize size, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    resizeWithin(dialog, size);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    return dialog;
}

void addCloseButton(QDialog *dialog)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::accept);
    dialog->layout()->addWidget(buttons);
}

/// What the canvas and the library do with keys, beside the actions.
QList<std::pair<QString, QString>> canvasKeys()
{
    return {{Words::tr("Arrow keys"), Words::tr("Go to the next node in that direction")},
            {Words::tr("Return"), Words::tr("Edit the selected node")},
            {Words::tr("Escape"), Words::tr("Give up what is being dragged; select nothing")},
            {Words::tr("Ctrl and wheel"), Words::tr("Zoom where the pointer is")},
            {Words::tr("Middle button, or space and drag"), Words::tr("Move the view")}};
}

} // namespace

void showShortcuts(const ActionList &actions, QWidget *parent)
{
    QDialog *dialog = makeDialog(Words::tr("Keyboard shortcuts"), {560, 620}, parent);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(Words::tr("Filter…"));
    filter->setAccessibleName(Words::tr("Filter shortcuts"));
    auto *list = new QTreeWidget;
    list->setAccessibleName(Words::tr("Keyboard shortcuts"));
    list->setRootIsDecorated(false);
    list->setHeaderLabels({Words::tr("What"), Words::tr("Keys")});
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    QPixmap nothing(list->iconSize().isValid() ? list->iconSize() : QSize(16, 16));
    nothing.fill(Qt::transparent);
    const QIcon blank(nothing); // What has no icon begins where the others' words do.
    for (const QAction *action : actions.all()) {
        if (action->shortcut().isEmpty())
            continue;
        auto *item = new QTreeWidgetItem(list, {QString(action->text()).remove(u'&'),
                                                QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText)});
        item->setIcon(0, action->icon().isNull() ? blank : action->icon());
    }
    for (const auto &[keys, what] : canvasKeys())
        (new QTreeWidgetItem(list, {what, keys}))->setIcon(0, blank);
    QObject::connect(filter, &QLineEdit::textChanged, list, [list](const QString &text) {
        for (int i = 0; i < list->topLevelItemCount(); ++i) {
            QTreeWidgetItem *item = list->topLevelItem(i);
            item->setHidden(!item->text(0).contains(text, Qt::CaseInsensitive) &&
                            !item->text(1).contains(text, Qt::CaseInsensitive));
        }
    });
    dialog->layout()->addWidget(filter);
    dialog->layout()->addWidget(list);
    addCloseButton(dialog);
    dialog->open();
}

void showAbout(QWidget *parent)
{
    QDialog *dialog = makeDialog(Words::tr("About Baton"), {480, 270}, parent);
    auto *logo = new QLabel;
    logo->setPixmap(QIcon(u":/icons/app.svg"_s).pixmap(72, 72));
    dialog->layout()->addWidget(logo);
    auto *title = new QLabel(Words::tr("Baton %1").arg(QCoreApplication::applicationVersion()));
    title->setProperty("look", u"title"_s);
    dialog->layout()->addWidget(title);
    auto *text = new QLabel(Words::tr("Draw, check, run and watch work that several agents do together.\n\n"
                                      "Free software under the Apache License 2.0. Built with Qt %1.")
                                .arg(QString::fromLatin1(qVersion())));
    text->setWordWrap(true);
    dialog->layout()->addWidget(text);
    addCloseButton(dialog);
    dialog->open();
}

void showText(const QString &title, const QString &text, QWidget *parent)
{
    QDialog *dialog = makeDialog(title, {760, 620}, parent);
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setAccessibleName(title);
    QFont mono(u"monospace"_s);
    mono.setStyleHint(QFont::Monospace);
    mono.setPixelSize(qMax(11, dialog->fontInfo().pixelSize()));
    view->setFont(mono);
    dialog->layout()->addWidget(view);
    addCloseButton(dialog);
    dialog->open();
}

} // namespace baton
