// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/doctorpage.h"

#include "views/editing/document.h"
#include "views/style/icons.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Sentences as high as they are when they wrap. Qt's tree views wrap words, but ask for the height of a single line.
class SentenceDelegate final : public QStyledItemDelegate
{
public:
    explicit SentenceDelegate(QTreeView *view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int padding = 12; // The sheet's, at both sides.
        QStyleOptionViewItem narrow(option);
        narrow.rect = QRect(0, 0, m_view->columnWidth(index.column()) - padding, 1);
        return QStyledItemDelegate::sizeHint(narrow, index);
    }

private:
    QTreeView *m_view;
};

} // namespace

DoctorPage::DoctorPage(const Document &document, RunWhere where, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_where(where)
    , m_tree(new QTreeWidget)
    , m_sentence(new QLabel)
    , m_again(new QPushButton(tr("Look again")))
{
    m_tree->setAccessibleName(tr("What was found"));
    m_tree->setColumnCount(2);
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setWordWrap(true);
    m_tree->setIndentation(14);
    m_tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_tree->setItemDelegateForColumn(1, new SentenceDelegate(m_tree));
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    connect(m_tree->header(), &QHeaderView::sectionResized, m_tree, &QTreeView::doItemsLayout, Qt::QueuedConnection);
    m_sentence->setProperty("look", u"small"_s);
    m_sentence->setWordWrap(true);
    connect(m_again, &QPushButton::clicked, this, &DoctorPage::look);
    auto *row = new QHBoxLayout;
    row->addWidget(m_sentence, 1);
    row->addWidget(m_again);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addWidget(m_tree, 1);
    layout->addLayout(row);
}

void DoctorPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!m_machine)
        look();
}

void DoctorPage::look()
{
    m_tree->clear();
    m_machine = std::make_unique<Doctor>();
    m_workflow.reset();
    const Contents &contents = m_document.workflow().contents();
    if (!contents.tasks.isEmpty())
        m_workflow = std::make_unique<Doctor>();
    m_looking = m_workflow ? 2 : 1;
    m_again->setEnabled(false);
    m_sentence->setText(tr("Looking…"));
    for (Doctor *doctor : {m_workflow.get(), m_machine.get()}) {
        if (!doctor)
            continue;
        connect(doctor, &Doctor::found, this, &DoctorPage::addFinding);
        connect(doctor, &Doctor::finished, this, &DoctorPage::conclude);
    }
    if (m_workflow)
        m_workflow->examineWorkflow(contents, m_document.path(), m_where);
    m_machine->examineMachine();
}

void DoctorPage::addFinding(const Finding &finding)
{
    QTreeWidgetItem *section = nullptr;
    const int rank = finding.section == Finding::Section::Workflow ? -1 : int(finding.section); // what one came for stands first
    int place = 0;
    for (int i = 0; i < m_tree->topLevelItemCount() && !section; ++i) {
        const int other = m_tree->topLevelItem(i)->data(0, Qt::UserRole).toInt();
        if (other == rank)
            section = m_tree->topLevelItem(i);
        place += other < rank ? 1 : 0;
    }
    if (!section) {
        section = new QTreeWidgetItem({Doctor::titleOf(finding.section)});
        section->setData(0, Qt::UserRole, rank);
        QFont bold = m_tree->font();
        bold.setBold(true);
        section->setFont(0, bold);
        m_tree->insertTopLevelItem(place, section);
        section->setFirstColumnSpanned(true);
        section->setExpanded(true);
    }
    auto *line = new QTreeWidgetItem(section, {finding.what, finding.sentence});
    line->setIcon(0, finding.isGood ? themedIcon(u"check"_s, IconInk::Good) : themedIcon(u"warning"_s, IconInk::Warning));
    line->setToolTip(1, finding.sentence);
    line->setData(0, Qt::AccessibleTextRole, finding.isGood ? finding.what : tr("%1: missing or wrong").arg(finding.what));
}

void DoctorPage::conclude()
{
    if (--m_looking > 0)
        return;
    m_again->setEnabled(true);
    if (!m_workflow)
        m_sentence->setText(tr("What is missing matters only to workflows that use it."));
    else
        m_sentence->setText(m_workflow->isWell() ? tr("The open workflow could run here.") : tr("The open workflow lacks something to run here."));
}

} // namespace baton
