// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/librarypanel.h"

#include "views/panels/librarymodel.h"
#include "views/panels/personacircle.h"
#include "views/style/icons.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class LibraryDelegate final : public QStyledItemDelegate
{
public:
    LibraryDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const bool heading = index.data(LibraryModel::KindRole).toInt() == int(LibraryModel::Kind::Heading);
        return {120, option.fontMetrics.height() + (heading ? (index.row() == 0 ? 12 : 22) : 14)};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const auto kind = LibraryModel::Kind(index.data(LibraryModel::KindRole).toInt());
        const QRect row = option.rect.adjusted(10, 0, -10, 0);
        if (kind == LibraryModel::Kind::Heading)
            paintHeading(painter, option, row, index);
        else
            paintRow(painter, option, row, index, kind);
        painter->restore();
    }

private:
    void paintHeading(QPainter *painter, const QStyleOptionViewItem &option, const QRect &row,
                      const QModelIndex &index) const
    {
        QFont font = option.font;
        font.setPixelSize(option.fontMetrics.height() * 11 / 16);
        font.setWeight(QFont::DemiBold);
        font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6);
        painter->setFont(font);
        painter->setPen(m_theme.palette().mute);
        painter->drawText(row.adjusted(4, 0, 0, -4), Qt::AlignLeft | Qt::AlignBottom,
                          index.data(Qt::DisplayRole).toString().toUpper());
    }

    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QRect &row, const QModelIndex &index,
                  LibraryModel::Kind kind) const
    {
        const Palette &palette = m_theme.palette();
        const bool selected = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;
        if (selected || option.state & QStyle::State_MouseOver) {
            QColor ground = selected ? palette.accent : palette.ink;
            ground.setAlphaF(selected ? 0.16f : 0.06f);
            painter->setPen(Qt::NoPen);
            painter->setBrush(ground);
            painter->drawRoundedRect(row.adjusted(-4, 1, 4, -1), 6, 6);
        }
        const int size = 22;
        const QRectF mark(row.left() + 4, row.center().y() - size / 2 + 0.5, size, size);
        if (kind == LibraryModel::Kind::Persona) {
            const QString id = index.data(LibraryModel::NameRole).toString();
            paintPersonaCircle(*painter, mark, id,
                               Theme::personaColor(id, index.data(LibraryModel::ColorRole).toString()));
        } else {
            themedIcon(index.data(LibraryModel::IconRole).toString())
                .paint(painter, mark.adjusted(3, 3, -3, -3).toRect());
        }
        painter->setFont(option.font);
        painter->setPen(palette.ink);
        const QString letter = index.data(LibraryModel::LetterRole).toString();
        const QRect text = row.adjusted(size + 14, 0, letter.isEmpty() ? 0 : -22, 0);
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, text.width()));
        painter->setPen(palette.mute);
        painter->drawText(row, Qt::AlignVCenter | Qt::AlignRight, letter);
    }

    const Theme &m_theme;
};

} // namespace

LibraryPanel::LibraryPanel(Document &document, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new LibraryModel(document.workflow(), this))
    , m_filter(new QLineEdit)
    , m_list(new QListView)
{
    setProperty("look", u"panel"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_filter->setPlaceholderText(tr("Filter…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setAccessibleName(tr("Filter the library"));
    connect(m_filter, &QLineEdit::textChanged, m_model, &LibraryModel::setFilter);

    m_list->setModel(m_model);
    m_list->setItemDelegate(new LibraryDelegate(theme, m_list));
    m_list->setAccessibleName(tr("Library"));
    m_list->setDragEnabled(true);
    m_list->setDragDropMode(QAbstractItemView::DragOnly);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setFrameShape(QFrame::NoFrame);
    connect(m_list, &QListView::activated, this, &LibraryPanel::activate);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(LibraryModel::KindRole).toInt() == int(LibraryModel::Kind::Persona))
            m_document.selection().set(index.data(LibraryModel::KeyRole).value<NodeKey>());
    });
    connect(m_list, &QListView::customContextMenuRequested, this, &LibraryPanel::showMenu);
    connect(&theme, &Theme::changed, m_list, qOverload<>(&QListView::doItemsLayout));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 10, 0, 0);
    layout->setSpacing(4);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(10, 0, 10, 0);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_list);
    auto *which = new QPushButton(themedIcon(u"advice"_s, IconInk::Mute), tr("Which pattern fits?"));
    which->setProperty("look", u"flat"_s);
    which->setToolTip(tr("Find the pattern for your situation and insert it"));
    connect(which, &QPushButton::clicked, this, &LibraryPanel::patternsRequested);
    layout->addWidget(which);
    setFocusProxy(m_filter);
}

void LibraryPanel::activate(const QModelIndex &index)
{
    if (index.data(LibraryModel::KindRole).toInt() == int(LibraryModel::Kind::Persona))
        m_document.selection().set(index.data(LibraryModel::KeyRole).value<NodeKey>());
    else if (index.flags() & Qt::ItemIsEnabled)
        emit insertRequested(index.data(LibraryModel::NameRole).toString());
}

void LibraryPanel::showMenu(const QPoint &place)
{
    const QModelIndex index = m_list->indexAt(place);
    if (!index.isValid() || !(index.flags() & Qt::ItemIsEnabled))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QString name = index.data(LibraryModel::NameRole).toString();
    if (index.data(LibraryModel::KindRole).toInt() != int(LibraryModel::Kind::Persona)) {
        menu->addAction(tr("Insert"), this, [this, name] { emit insertRequested(name); });
    } else {
        const NodeKey key = index.data(LibraryModel::KeyRole).value<NodeKey>();
        menu->addAction(tr("Show in the inspector"), this, [this, key] { m_document.selection().set(key); });
        menu->addAction(tr("Assign to the selected tasks"), this, [this, name] { emit assignRequested(name); });
        menu->addSeparator();
        menu->addAction(tr("Delete"), this, [this, key, name] {
            m_document.push(tr("Delete @%1").arg(name), m_document.workflow().removing({key}));
        });
    }
    menu->popup(m_list->viewport()->mapToGlobal(place));
}

} // namespace baton
