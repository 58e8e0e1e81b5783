// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/preflightpanel.h"

#include "views/panels/chips.h"
#include "views/style/icons.h"
#include "views/widgets/columnfit.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using State = PreflightItem::State;

enum Column { SentenceColumn, StateColumn, WhyColumn, FixColumn, ColumnCount };

/// Told by shape as well as by colour.
QIcon iconOf(State state)
{
    switch (state) {
    case State::Met:
        return themedIcon(u"check"_s, IconInk::Good);
    case State::Planned:
        return themedIcon(u"recent"_s, IconInk::Mute);
    case State::Missing:
        return themedIcon(u"error"_s, IconInk::Error);
    case State::NotAsked:
        break;
    }
    return themedIcon(u"minus"_s, IconInk::Mute);
}

} // namespace

PreflightPanel::PreflightPanel(Document &document, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_summary(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    setObjectName(u"preflight"_s);
    setAccessibleName(tr("Pre-flight checklist"));
    m_summary->setProperty("look", u"mute"_s);
    m_summary->setContentsMargins(10, 8, 10, 6);
    m_list->setColumnCount(ColumnCount);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(14);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Pre-flight checklist"));
    m_list->installEventFilter(this);
    new ColumnFit(m_list->header(), {{240, 420, 1}, {76, 96}, {180, 420, 3}, {90, 230, 1}});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    connect(m_list, &QTreeWidget::itemClicked, this, [this](QTreeWidgetItem *row, int column) {
        if (column == FixColumn)
            fix(row);
        else
            pick(row);
    });
    setItems({});
}

QString PreflightPanel::stateWord(State state)
{
    switch (state) {
    case State::Met:
        return tr("met");
    case State::Planned:
        return tr("planned");
    case State::Missing:
        return tr("missing");
    case State::NotAsked:
        break;
    }
    return tr("not asked");
}

void PreflightPanel::setItems(const QList<PreflightItem> &items)
{
    const bool sameRows = m_list->topLevelItemCount() > 0 &&
                          std::equal(items.cbegin(), items.cend(), m_items.cbegin(), m_items.cend(),
                                     [](const PreflightItem &a, const PreflightItem &b) { return a.id == b.id; });
    m_items = items;
    if (!sameRows) {
        m_list->clear();
        addSection(PreflightItem::Section::BeforeImplementation, tr("Before the implementation starts"));
        addSection(PreflightItem::Section::BeforePhaseComplete, tr("Before a phase is complete"));
        m_list->expandAll();
        m_list->setCurrentItem(m_list->topLevelItem(0)->child(0));
    }
    for (int section = 0; section < m_list->topLevelItemCount(); ++section) {
        QTreeWidgetItem *head = m_list->topLevelItem(section);
        for (int row = 0; row < head->childCount(); ++row)
            fill(head->child(row), *itemAt(head->child(row)));
    }
    const int missing = missingCount(items);
    m_summary->setText(missing > 0 ? tr("%n item(s) missing. Each line is worked out from the plan and the run.", nullptr, missing)
                                   : tr("Nothing is missing. Each line is worked out from the plan and the run."));
}

void PreflightPanel::addSection(PreflightItem::Section section, const QString &title)
{
    auto *head = new QTreeWidgetItem(m_list, {title});
    QFont font = m_list->font();
    font.setBold(true);
    head->setFont(SentenceColumn, font);
    head->setFirstColumnSpanned(true);
    head->setFlags(Qt::ItemIsEnabled);
    for (const PreflightItem &item : std::as_const(m_items)) {
        if (item.section != section)
            continue;
        auto *row = new QTreeWidgetItem(head);
        row->setData(SentenceColumn, Qt::UserRole, item.id);
    }
}

void PreflightPanel::fill(QTreeWidgetItem *row, const PreflightItem &item) const
{
    const QString fix = item.problem && !item.problem->fixes.isEmpty() ? item.problem->fixes.first().title : QString();
    row->setIcon(SentenceColumn, iconOf(item.state));
    row->setText(SentenceColumn, item.sentence);
    row->setText(StateColumn, stateWord(item.state));
    row->setText(WhyColumn, item.why);
    row->setText(FixColumn, fix);
    row->setForeground(FixColumn, m_list->palette().link());
    row->setData(SentenceColumn, Qt::AccessibleTextRole,
                 tr("%1 %2. %3", "sentence, state, why").arg(item.sentence, stateWord(item.state), item.why));
    for (int column = 0; column < ColumnCount; ++column)
        row->setToolTip(column, plainTip(column == FixColumn ? fix : column == WhyColumn ? item.why : item.sentence));
}

const PreflightItem *PreflightPanel::itemAt(const QTreeWidgetItem *row) const
{
    const QString id = row ? row->data(SentenceColumn, Qt::UserRole).toString() : QString();
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), [&id](const PreflightItem &item) { return item.id == id; });
    return found == m_items.cend() ? nullptr : &*found;
}

void PreflightPanel::pick(const QTreeWidgetItem *row)
{
    const PreflightItem *item = itemAt(row);
    if (!item || item->subjects.isEmpty())
        return;
    const QList<NodeKey> subjects = item->subjects;
    m_document.selection().set(QSet<NodeKey>(subjects.cbegin(), subjects.cend()), subjects.first());
    emit activated(subjects.first());
}

void PreflightPanel::fix(const QTreeWidgetItem *row)
{
    const PreflightItem *item = itemAt(row);
    if (!item || !item->problem || item->problem->fixes.isEmpty())
        return pick(row);
    const Problem problem = *item->problem; // The answer brings other items.
    emit fixChosen({problem}, problem.fixes.first().id);
}

bool PreflightPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            fix(m_list->currentItem());
            return true;
        }
        if (key == Qt::Key_Space) {
            pick(m_list->currentItem());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baton
