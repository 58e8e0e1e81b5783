// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/branchesdialog.h"

#include "views/widgets/columnfit.h"
#include "views/widgets/dialogsize.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

BranchesDialog::BranchesDialog(const QString &repository, const QString &commit, const QList<ShownBranch> &branches, QWidget *parent)
    : QDialog(parent)
    , m_list(new QTreeWidget(this))
    , m_last(new QCheckBox(tr("Begin without this question while Baton is open"), this))
{
    constexpr qsizetype shortCommit = 10;
    setWindowTitle(tr("Begin on these branches?"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeWithin(this, {1040, 500});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    auto *title = new QLabel(tr("%n task(s) get a branch and a worktree each", nullptr, int(branches.size())));
    title->setProperty("look", u"title"_s);
    layout->addWidget(title);
    auto *text = new QLabel(tr("They begin from commit %1 of %2. What is not committed there is not in them. Your own checkout is "
                               "not touched; the branches stay when the run ends.")
                                .arg(commit.first(qMin(shortCommit, commit.size())), repository));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    layout->addWidget(text);

    m_list->setAccessibleName(tr("Branches"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setHeaderLabels({tr("Task"), tr("Branch"), tr("Begins with"), tr("Worktree")});
    QList<QTreeWidgetItem *> items;
    for (const ShownBranch &branch : branches) {
        const QStringList cells{branch.task, branch.branch, branch.begins, branch.folder};
        auto *item = new QTreeWidgetItem(cells);
        for (int column = 0; column < cells.size(); ++column)
            item->setToolTip(column, cells.at(column));
        items.append(item);
    }
    m_list->addTopLevelItems(items);
    new ColumnFit(m_list->header(), {{90, 170}, {130, 220, 1}, {120, 230, 1}, {170, 330, 2}});
    layout->addWidget(m_list, 1);
    auto *note = new QLabel(tr("RUN stands for the name that the run will have."), this);
    note->setProperty("look", u"mute"_s);
    layout->addWidget(note);
    layout->addWidget(m_last);

    auto *buttons = new QDialogButtonBox;
    QPushButton *run = buttons->addButton(tr("Begin the run"), QDialogButtonBox::AcceptRole);
    run->setProperty("look", u"primary"_s);
    run->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    run->setFocus();
}

bool BranchesDialog::isLastTime() const
{
    return m_last->isChecked();
}

} // namespace baton
