// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/commandpalette.h"

#include <QAbstractListModel>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int maxShown = 200;
constexpr int detailRole = Qt::UserRole;

class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {200, option.fontMetrics.height() + 16};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const QRect row = option.rect.adjusted(6, 0, -6, 0);
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
            // Not the option's: in that one the style sheet has the ground of a selected row already.
            QColor ground = QApplication::palette().color(QPalette::Highlight);
            ground.setAlphaF(option.state & QStyle::State_Selected ? 0.18f : 0.08f);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(row, 6, 6);
        }
        const QIcon icon = index.data(Qt::DecorationRole).value<QIcon>();
        icon.paint(painter, QRect(row.left() + 8, row.center().y() - 8, 17, 17));
        const QString detail = index.data(detailRole).toString();
        painter->setFont(option.font);
        painter->setPen(option.palette.color(QPalette::PlaceholderText));
        painter->drawText(row.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, detail);
        const QRect text = row.adjusted(36, 0, -20 - option.fontMetrics.horizontalAdvance(detail), 0);
        painter->setPen(option.palette.color(QPalette::Text));
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->restore();
    }
};

} // namespace

std::optional<int> fuzzyScore(QStringView typed, QStringView text)
{
    int score = 0;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : typed) {
        if (letter.isSpace())
            continue;
        // A letter that begins a word is worth passing over a nearer one inside a word.
        qsizetype found = -1;
        for (qsizetype i = at; i < text.size(); ++i) {
            if (text[i].toCaseFolded() != letter.toCaseFolded())
                continue;
            const bool begins = i == 0 || !text[i - 1].isLetterOrNumber();
            if (found < 0)
                found = i;
            if (i == last + 1 || begins) {
                found = i;
                break;
            }
        }
        if (found < 0)
            return std::nullopt;
        const bool begins = found == 0 || !text[found - 1].isLetterOrNumber();
        score += found == last + 1 ? 12 : begins ? 10 : 1;
        last = found;
        at = found + 1;
    }
    return score * 16 - int(qMin(text.size(), qsizetype(200)));
}

/// The commands that fit what is typed, best first.
class CommandModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    void setCommands(QList<Command> commands)
    {
        beginResetModel();
        m_commands = std::move(commands);
        m_order.clear();
        endResetModel();
    }

    void search(const QString &typed)
    {
        QList<std::pair<int, int>> scored;
        for (qsizetype i = 0; i < m_commands.size(); ++i) {
            const Command &command = m_commands.at(i);
            std::optional<int> score = fuzzyScore(typed, command.text);
            if (const std::optional<int> byDetail = fuzzyScore(typed, command.detail); byDetail && !typed.isEmpty())
                score = qMax(score.value_or(*byDetail), *byDetail);
            if (score)
                scored.append({typed.isEmpty() ? -int(i) : *score, int(i)});
        }
        const qsizetype shown = qMin(scored.size(), qsizetype(maxShown));
        std::partial_sort(scored.begin(), scored.begin() + shown, scored.end(), [](const auto &a, const auto &b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        beginResetModel();
        m_order.clear();
        for (qsizetype i = 0; i < shown; ++i)
            m_order.append(scored.at(i).second);
        endResetModel();
    }

    const Command &command(const QModelIndex &index) const { return m_commands.at(m_order.at(index.row())); }
    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : int(m_order.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        if (!index.isValid())
            return {};
        const Command &shown = command(index);
        if (role == Qt::DisplayRole)
            return shown.text;
        if (role == Qt::DecorationRole)
            return shown.icon;
        if (role == detailRole)
            return shown.detail;
        if (role == Qt::AccessibleTextRole)
            return shown.detail.isEmpty() ? shown.text : u"%1, %2"_s.arg(shown.text, shown.detail);
        return {};
    }

private:
    QList<Command> m_commands;
    QList<int> m_order;
};

CommandPalette::CommandPalette(QWidget *window)
    : QFrame(window)
    , m_model(new CommandModel(this))
    , m_input(new QLineEdit)
    , m_list(new QListView)
{
    setProperty("look", u"floating"_s);
    setAttribute(Qt::WA_StyledBackground);
    hide();
    m_input->setProperty("look", u"palette"_s);
    m_input->setPlaceholderText(tr("Search or run a command…"));
    m_input->setAccessibleName(tr("Search or run a command"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setAccessibleName(tr("Commands that fit"));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *rule = new QFrame;
    rule->setProperty("look", u"rule"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 7);
    layout->setSpacing(6);
    layout->addWidget(m_input);
    layout->addWidget(rule);
    layout->addWidget(m_list);
    connect(m_input, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::act);
    m_input->installEventFilter(this);
}

void CommandPalette::popUp()
{
    m_model->setCommands(m_supply ? m_supply() : QList<Command>());
    m_input->clear();
    search({});
    const QWidget *window = parentWidget();
    const int width = qMin(620, window->width() - 40);
    setGeometry((window->width() - width) / 2, 48, width, qMin(440, window->height() - 100));
    show();
    raise();
    m_input->setFocus(Qt::ShortcutFocusReason);
}

QStringList CommandPalette::shown() const
{
    QStringList texts;
    for (int row = 0; row < m_model->rowCount({}); ++row)
        texts.append(m_model->index(row).data().toString());
    return texts;
}

void CommandPalette::search(const QString &typed)
{
    m_model->search(typed);
    m_list->setCurrentIndex(m_model->index(0));
    m_list->scrollToTop();
}

void CommandPalette::act(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const auto chosen = m_model->command(index).act;
    hide();
    parentWidget()->setFocus();
    if (chosen)
        chosen();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_input && event->type() == QEvent::FocusOut && !isAncestorOf(QApplication::focusWidget())) {
        hide();
        return false;
    }
    if (watched != m_input || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        hide();
        parentWidget()->setFocus();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        act(m_list->currentIndex());
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QApplication::sendEvent(m_list, event);
        return true;
    }
    return false;
}

} // namespace baton
