// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/needsrow.h"

#include "views/panels/chips.h"
#include "views/panels/inspector/editors.h"
#include "views/panels/inspector/fieldtext.h"

#include <QAbstractListModel>
#include <QBoxLayout>
#include <QCompleter>
#include <QFormLayout>
#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStringListModel>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int needHeight = 32;
constexpr int mostNeedsShown = 6; ///< The list scrolls from there on.
enum NeedRole { ChipsRole = Qt::UserRole };

/// A need as the box it is drawn as: what is needed, and chips for the type and the branch.
class NeedDelegate final : public QStyledItemDelegate
{
public:
    NeedDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, needHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &colors = m_theme.palette();
        const bool selected = option.state & QStyle::State_Selected;
        const QRectF box = QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -2.5);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(selected ? colors.accent : colors.line);
        painter->setBrush(colors.window);
        painter->drawRoundedRect(box, 5, 5);
        painter->setFont(option.font);
        const QString title = index.data().toString();
        const QRectF inner = box.adjusted(8, 0, -8, 0);
        const QStringList chips = index.data(ChipsRole).toStringList();
        qreal chipsWidth = 0;
        for (const QString &chip : chips)
            chipsWidth += chipWidth(*painter, chip) + 6;
        const QString shown = painter->fontMetrics().elidedText(title, Qt::ElideMiddle,
                                                                qMax(24, int(inner.width() - chipsWidth)));
        painter->setPen(colors.ink);
        painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, shown);
        qreal x = inner.left() + painter->fontMetrics().horizontalAdvance(shown) + 8;
        for (const QString &chip : chips)
            x += paintChip(*painter, colors, QPointF(x, box.center().y()), chip) + 6;
        painter->restore();
    }

private:
    Theme &m_theme;
};

} // namespace

/// The needs of one task; titles are looked up when they are shown.
class NeedsModel final : public QAbstractListModel
{
public:
    NeedsModel(const Workflow &workflow, QObject *parent)
        : QAbstractListModel(parent)
        , m_workflow(workflow)
    {
    }

    const QList<Need> &needs() const { return m_needs; }
    void setNeeds(const QList<Need> &needs)
    {
        if (needs.size() != m_needs.size()) {
            beginResetModel();
            m_needs = needs;
            endResetModel();
        } else {
            m_needs = needs; // Titles may differ even where the needs do not.
            if (!needs.isEmpty())
                emit dataChanged(index(0), index(int(needs.size()) - 1));
        }
    }

    int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_needs.size());
    }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const Need &need = m_needs.at(index.row());
        const NodeKey key = m_workflow.ids().step(need.target);
        const QString title = key.isNull() ? need.target : m_workflow.contents().titleOf(key);
        QStringList chips{nameOf(need.type)};
        if (!need.when.isEmpty())
            chips += NeedsRow::tr("when %1", "a branch").arg(need.when.join(u", "_s));
        switch (role) {
        case Qt::DisplayRole:
            return title;
        case ChipsRole:
            return chips;
        case Qt::AccessibleTextRole:
            return QString(title + u", "_s + chips.join(u", "_s));
        case Qt::ToolTipRole:
            return plainTip(
                QStringList{need.target, need.files.join(u", "_s), need.reason}.join(u'\n').trimmed());
        default:
            return {};
        }
    }

private:
    const Workflow &m_workflow;
    QList<Need> m_needs;
};

NeedsRow::NeedsRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_model(new NeedsModel(document.workflow(), this))
    , m_list(new QListView(this))
    , m_add(new QLineEdit(this))
{
    m_form = makeForm();
    m_list->setModel(m_model);
    m_list->setItemDelegate(new NeedDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setProperty("look", u"plain"_s);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->installEventFilter(this);
    setEditor(m_list);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &NeedsRow::showCurrent);

    m_add->setPlaceholderText(tr("Add a need…"));
    m_add->setAccessibleName(tr("Add a need"));
    m_add->installEventFilter(this);
    auto *completer = new QCompleter(m_add);
    completer->setModel(new QStringListModel(completer));
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_add->setCompleter(completer);
    connect(m_add, &QLineEdit::returnPressed, this, &NeedsRow::addNeed);
    body()->insertWidget(2, m_form);
    body()->insertWidget(3, m_add);
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
}

QWidget *NeedsRow::makeForm()
{
    auto *form = new QWidget(this);
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(8, 4, 0, 4);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_type = new QComboBox(form);
    m_type->addItems(namesOf<NeedType>());
    m_files = new LinesEdit(1, form);
    m_reason = new QLineEdit(form);
    m_when = new QLineEdit(form);
    m_when->setPlaceholderText(tr("any outcome"));
    m_when->setToolTip(tr("The outcomes that take this branch, with commas between them."));
    auto *removing = new QPushButton(tr("Remove this need"), form);
    const QList<std::pair<QString, QWidget *>> rows{
        {tr("Type"), m_type}, {tr("Files"), m_files}, {tr("Reason"), m_reason}, {tr("When"), m_when}};
    for (const auto &[text, editor] : rows) {
        layout->addRow(text, editor);
        editor->setAccessibleName(tr("%1 of the need").arg(text));
        new UndoThrough(document(), editor);
    }
    layout->addRow(QString(), removing);
    connect(m_type, &QComboBox::activated, this, [this](int index) {
        changeCurrent([&](Need &need) { need.type = EnumNames<NeedType>::values[size_t(index)].value; },
                      false);
    });
    connect(m_files, &LinesEdit::edited, this, [this] {
        changeCurrent([&](Need &need) { need.files = FieldText::items(m_files->toPlainText()); }, true);
    });
    connect(m_reason, &QLineEdit::textEdited, this,
            [this](const QString &text) { changeCurrent([&](Need &need) { need.reason = text; }, true); });
    connect(m_when, &QLineEdit::textEdited, this, [this](const QString &text) {
        changeCurrent([&](Need &need) { need.when = FieldText::items(QString(text).replace(u',', u'\n')); },
                      true);
    });
    connect(removing, &QPushButton::clicked, this, &NeedsRow::removeCurrent);
    form->hide();
    return form;
}

QList<Need> NeedsRow::needs() const
{
    return std::get<QList<Need>>(value());
}

int NeedsRow::current() const
{
    const int row = m_list->currentIndex().row();
    return row < m_model->needs().size() ? row : -1;
}

void NeedsRow::display(const Value &value, bool)
{
    const int kept = current();
    m_model->setNeeds(std::get<QList<Need>>(value));
    const int rows = int(m_model->needs().size());
    if (kept >= 0 && rows > 0)
        m_list->setCurrentIndex(m_model->index(qMin(kept, rows - 1)));
    m_list->setFixedHeight(qMin(rows, mostNeedsShown) * needHeight + 2);
    m_list->setVisible(rows > 0);
    setFocusProxy(rows > 0 ? static_cast<QWidget *>(m_list) : m_add); // Who comes to an empty list comes to add one.
    showCurrent();
}

void NeedsRow::showCurrent()
{
    const int row = current();
    m_form->setVisible(row >= 0);
    if (row < 0)
        return;
    const Need need = m_model->needs().at(row);
    m_type->setCurrentText(nameOf(need.type));
    if (FieldText::items(m_files->toPlainText()) != need.files)
        m_files->setText(need.files.join(u'\n'));
    if (m_reason->text() != need.reason)
        m_reason->setText(need.reason);
    if (FieldText::items(m_when->text().replace(u',', u'\n')) != need.when)
        m_when->setText(need.when.join(u", "_s));
}

template <class Act>
void NeedsRow::changeCurrent(Act act, bool typing)
{
    const int row = current();
    QList<Need> changed = needs();
    if (row < 0 || row >= changed.size())
        return;
    act(changed[row]);
    typing ? type(changed) : put(changed);
}

void NeedsRow::addNeed()
{
    const QString text = m_add->text().trimmed();
    if (text.isEmpty() || isShared())
        return;
    const Workflow &workflow = document().workflow();
    const NodeKey from = workflow.ids().step(text);
    if (from.isNull()) {
        refuse(tr("There is no task or gate “%1”.").arg(text));
        return;
    }
    const Result<Edit> edit = workflow.connecting(from, keys().first());
    refuse(edit ? QString() : edit.error().message);
    if (!edit)
        return;
    m_add->clear();
    document().push(tr("Connect %1").arg(text), *edit);
}

void NeedsRow::removeCurrent()
{
    QList<Need> changed = needs();
    const int row = current();
    if (row < 0 || row >= changed.size())
        return;
    changed.removeAt(row);
    m_list->setCurrentIndex({});
    put(changed);
}

bool NeedsRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_add && event->type() == QEvent::FocusIn) {
        QStringList ids;
        for (const auto &slot : contents().tasks)
            ids += slot.node->id;
        for (const auto &slot : contents().gates)
            ids += slot.node->id;
        static_cast<QStringListModel *>(m_add->completer()->model())->setStringList(ids);
    } else if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace) {
            removeCurrent();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_list->currentIndex().isValid()) {
            m_list->setCurrentIndex({});
            return true;
        }
    }
    return FieldRow::eventFilter(watched, event);
}

} // namespace baton
