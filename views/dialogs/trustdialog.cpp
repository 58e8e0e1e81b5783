// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/trustdialog.h"

#include "views/widgets/dialogsize.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

TrustDialog::TrustDialog(const QString &folder, const QList<ShownCommand> &commands, QWidget *parent)
    : QDialog(parent)
    , m_remember(new QCheckBox(tr("Trust everything in %1 from now on").arg(folder)))
{
    setWindowTitle(tr("Run these commands?"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeWithin(this, {720, 460});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    auto *title = new QLabel(tr("This workflow would run %n command(s) on this machine", nullptr, int(commands.size())));
    title->setProperty("look", u"title"_s);
    layout->addWidget(title);
    auto *text = new QLabel(tr("They run with your rights. Look through them and run only what you would type yourself."));
    text->setWordWrap(true);
    layout->addWidget(text);

    auto *list = new QTreeWidget;
    list->setAccessibleName(tr("Commands"));
    list->setRootIsDecorated(false);
    list->setHeaderLabels({tr("Task"), tr("Command"), tr("New")});
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    list->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    QFont mono(u"monospace"_s);
    mono.setStyleHint(QFont::Monospace);
    mono.setPixelSize(font().pixelSize() > 0 ? font().pixelSize() : 13);
    for (const ShownCommand &command : commands) {
        auto *item = new QTreeWidgetItem(list, {command.task, command.text, command.isNew ? tr("new") : QString()});
        item->setFont(1, mono);
        item->setToolTip(1, command.text);
    }
    layout->addWidget(list, 1);
    auto *whole = new QPlainTextEdit;
    whole->setReadOnly(true);
    whole->setFont(mono);
    whole->setTabChangesFocus(true);
    whole->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    whole->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    constexpr int lines = 4;
    whole->setFixedHeight(QFontMetrics(mono).lineSpacing() * lines + 20);
    whole->setAccessibleName(tr("The whole command"));
    connect(list, &QTreeWidget::currentItemChanged, whole,
            [whole](const QTreeWidgetItem *item) { whole->setPlainText(item ? item->text(1) : QString()); });
    list->setCurrentItem(list->topLevelItem(0));
    layout->addWidget(whole);
    layout->addWidget(m_remember);

    auto *buttons = new QDialogButtonBox;
    QPushButton *run = buttons->addButton(tr("Run the commands"), QDialogButtonBox::AcceptRole);
    run->setProperty("look", u"primary"_s);
    run->setAutoDefault(false);
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    cancel->setDefault(true); // Return on a question of trust is no answer.
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
}

bool TrustDialog::remembers() const
{
    return m_remember->isChecked();
}

} // namespace baton
