// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/rulesrow.h"

#include "model/base/nearest.h"
#include "model/rules/suppression.h"
#include "views/dialogs/rulesdialog.h"
#include "views/panels/chips.h"
#include "views/panels/inspector/editors.h"
#include "views/style/icons.h"

#include <QBoxLayout>
#include <QCompleter>
#include <QHeaderView>
#include <QKeyEvent>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QStringList ruleIds()
{
    QStringList ids;
    for (const RuleInfo &info : ruleInfos()) {
        if (!info.locked)
            ids += info.id;
    }
    return ids;
}

enum Column { RuleColumn, SeverityColumn, ReasonColumn, ColumnCount };

/// Chooses a severity by its written name.
class SeverityDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *box = new QComboBox(parent);
        box->addItems(namesOf<Severity>());
        box->setAccessibleName(RulesRow::tr("Severity of the rule"));
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QComboBox *>(editor)->setCurrentText(index.data().toString());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentText());
    }
};

} // namespace

RulesRow::RulesRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_table(new QTableWidget(0, ColumnCount, this))
    , m_add(new QLineEdit(this))
    , m_remove(new QToolButton(this))
{
    m_table->setHorizontalHeaderLabels({tr("Rule"), tr("Severity"), tr("Reason")});
    m_table->horizontalHeader()->setSectionResizeMode(RuleColumn, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setItemDelegateForColumn(SeverityColumn, new SeverityDelegate(m_table));
    m_table->installEventFilter(this);
    new UndoThrough(document, m_table);
    setEditor(m_table);
    m_add->setPlaceholderText(tr("Add a rule by its id…"));
    m_add->setAccessibleName(tr("Add a rule"));
    auto *completer = new QCompleter(ruleIds(), m_add);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_add->setCompleter(completer);
    new UndoThrough(document, m_add);
    m_remove->setIcon(themedIcon(u"trash"_s));
    m_remove->setToolTip(tr("Take the setting out: the rule is checked as in the rest of the plan (Del)"));
    m_remove->setAccessibleName(tr("Take the setting out"));
    connect(m_remove, &QToolButton::clicked, this, &RulesRow::removeCurrent);
    auto *all = new QToolButton(this);
    all->setText(tr("All rules…"));
    all->setToolTip(tr("Shows every rule with its severity in this plan, and where that comes from."));
    connect(all, &QToolButton::clicked, this, [this] {
        const QTableWidgetItem *row = m_table->item(m_table->currentRow(), RuleColumn);
        RulesDialog::open(this->document(), window(), row ? row->text() : QString());
    });
    auto *line = new QHBoxLayout;
    line->addWidget(m_add, 1);
    line->addWidget(m_remove);
    line->addWidget(all);
    body()->insertLayout(2, line);
    connect(m_table, &QTableWidget::cellChanged, this, &RulesRow::cellChanged);
    connect(m_add, &QLineEdit::returnPressed, this, &RulesRow::add);
}

void RulesRow::display(const Value &value, bool)
{
    const RuleSettings &rules = std::get<RuleSettings>(value);
    const QSignalBlocker blocker(m_table);
    m_table->setRowCount(int(rules.size()));
    int row = 0;
    for (auto it = rules.begin(); it != rules.end(); ++it, ++row) {
        const std::array texts{it.key(), nameOf(it->severity), it->reason};
        for (int column = 0; column < ColumnCount; ++column) {
            // An item is never replaced: this may answer to a change of that very item.
            QTableWidgetItem *item = m_table->item(row, column);
            if (!item) {
                item = new QTableWidgetItem;
                if (column == RuleColumn)
                    item->setFlags(item->flags() & ~Qt::ItemIsEditable);
                m_table->setItem(row, column, item);
            }
            item->setText(texts[size_t(column)]);
            const RuleInfo *info = ruleInfo(it.key());
            item->setToolTip(info ? plainTip(info->title) : QString());
        }
    }
    constexpr int mostShown = 6;
    const int rowHeight = m_table->verticalHeader()->defaultSectionSize();
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            qMin(int(rules.size()), mostShown) * rowHeight + 4);
    m_table->setVisible(!rules.isEmpty());
    m_remove->setEnabled(!rules.isEmpty());
}

void RulesRow::cellChanged(int row, int column)
{
    RuleSettings rules = settings();
    const auto setting = rules.find(m_table->item(row, RuleColumn)->text());
    if (setting == rules.end())
        return;
    const QString text = m_table->item(row, column)->text();
    if (column == SeverityColumn)
        setting->severity = valueOf<Severity>(text).value_or(setting->severity);
    else if (column == ReasonColumn)
        setting->reason = text;
    put(rules);
}

void RulesRow::add()
{
    const QString rule = m_add->text().trimmed();
    RuleSettings rules = settings();
    if (rule.isEmpty() || rules.contains(rule))
        return;
    const RuleInfo *info = ruleInfo(rule);
    if (!info) {
        const QString near = nearest(rule, ruleIds());
        return refuse(near.isEmpty() ? tr("There is no rule “%1”. Choose one of the list.").arg(rule)
                                     : tr("There is no rule “%1”. Did you mean “%2”?").arg(rule, near));
    }
    if (info->locked)
        return refuse(tr("“%1” holds in every plan: what it finds cannot be right. Correct the plan instead.").arg(rule));
    refuse({});
    rules.insert(rule, {});
    m_add->clear();
    put(rules);
    // What is missing is the reason.
    const QList<QTableWidgetItem *> rows = m_table->findItems(rule, Qt::MatchExactly);
    if (keys().first().kind() == NodeKind::Task && !rows.isEmpty()) {
        m_table->setFocus();
        m_table->setCurrentCell(rows.first()->row(), ReasonColumn);
        m_table->editItem(m_table->item(rows.first()->row(), ReasonColumn));
    }
}

void RulesRow::removeCurrent()
{
    // With one row there is no doubt which.
    const int row = m_table->rowCount() == 1 ? 0 : m_table->currentRow();
    if (row < 0)
        return;
    RuleSettings rules = settings();
    rules.remove(m_table->item(row, RuleColumn)->text());
    put(rules);
}

bool RulesRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return FieldRow::eventFilter(watched, event);
}

} // namespace baton
