// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/startpage.h"

#include "views/style/icons.h"
#include "views/widgets/gallerymodel.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QTextLayout>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr QSize leastCard(264, 232);
constexpr int pictureHeight = 132;
constexpr int cardGap = 16;

class TemplateDelegate final : public QStyledItemDelegate
{
public:
    TemplateDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_cell; }
    void setCell(QSize cell) { m_cell = cell; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Palette &palette = m_theme.palette();
        const bool chosen = option.state & QStyle::State_Selected && option.state & QStyle::State_HasFocus;
        const bool hovered = option.state & QStyle::State_MouseOver;
        const QRectF card(QPointF(option.rect.topLeft()) + QPointF(0.5, 0.5), QSizeF(m_cell - QSize(cardGap, cardGap)));
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QPainterPath shape;
        shape.addRoundedRect(card, 10, 10);
        painter->fillPath(shape, palette.card);
        painter->setClipPath(shape);
        paintPicture(painter, QRectF(card.topLeft(), QSizeF(card.width(), pictureHeight)), index);
        painter->setClipping(false);
        painter->setPen(QPen(chosen || hovered ? palette.accent : palette.line, chosen ? 2 : 1));
        painter->drawPath(shape);
        paintText(painter, option, card.adjusted(14, pictureHeight + 10, -14, -10), index);
        painter->restore();
    }

private:
    void paintPicture(QPainter *painter, const QRectF &area, const QModelIndex &index) const
    {
        painter->fillRect(area, m_theme.palette().canvas);
        const QImage picture = index.data(GalleryModel::PictureRole).value<QImage>();
        if (!picture.isNull()) {
            const QSizeF size = picture.deviceIndependentSize();
            painter->drawImage(area.center() - QPointF(size.width() / 2, size.height() / 2), picture);
        }
        painter->setPen(m_theme.palette().line);
        painter->drawLine(area.bottomLeft(), area.bottomRight());
    }

    void paintText(QPainter *painter, const QStyleOptionViewItem &option, const QRectF &area,
                   const QModelIndex &index) const
    {
        QFont bold = option.font;
        bold.setWeight(QFont::DemiBold);
        painter->setFont(bold);
        painter->setPen(m_theme.palette().ink);
        const QFontMetricsF titleMetrics(bold);
        painter->drawText(area, Qt::AlignLeft | Qt::AlignTop,
                          titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, area.width()));
        painter->setFont(option.font);
        painter->setPen(m_theme.palette().mute);
        const QFontMetricsF metrics(option.font);
        // As many lines as there is room for, the last one shortened.
        const QString text = index.data(GalleryModel::DescriptionRole).toString();
        QTextLayout layout(text, option.font);
        layout.beginLayout();
        qreal y = area.top() + titleMetrics.height() + 4;
        while (y + metrics.height() <= area.bottom() + 1) {
            QTextLine line = layout.createLine();
            if (!line.isValid())
                break;
            line.setLineWidth(area.width());
            const bool last = y + 2 * metrics.height() > area.bottom() + 1;
            const QString rest = last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, area.width())
                                      : text.mid(line.textStart(), line.textLength());
            painter->drawText(QPointF(area.left(), y + metrics.ascent()), rest);
            y += metrics.height();
        }
        layout.endLayout();
    }

    const Theme &m_theme;
    QSize m_cell = leastCard + QSize(cardGap, cardGap);
};

QLabel *label(const QString &text, const char *look)
{
    auto *result = new QLabel(text);
    result->setProperty("look", QString::fromLatin1(look));
    return result;
}

} // namespace

StartPage::StartPage(Theme &theme, Draw draw, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_draw(std::move(draw))
    , m_model(new GalleryModel(this))
    , m_gallery(new QListView)
    , m_recent(new QListWidget)
    , m_noRecent(label(tr("Files you open appear here."), "mute"))
    , m_drawing(new QTimer(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(44, 40, 28, 0);
    layout->setSpacing(48);
    layout->addWidget(makeSide());
    layout->addWidget(makeGallery(), 1);
    m_drawing->setInterval(0);
    connect(m_drawing, &QTimer::timeout, this, [this] {
        if (!drawNext())
            m_drawing->stop();
    });
    connect(&theme, &Theme::changed, this, [this] {
        m_model->forgetPictures();
        if (isVisible())
            m_drawing->start();
    });
}

QWidget *StartPage::makeSide()
{
    auto *side = new QWidget;
    side->setFixedWidth(300);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 24);
    column->setSpacing(8);
    auto *head = new QHBoxLayout;
    head->setSpacing(14);
    auto *logo = new QLabel;
    logo->setPixmap(QIcon(u":/icons/app.svg"_s).pixmap(QSize(52, 52), devicePixelRatioF()));
    head->addWidget(logo);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(label(tr("Baton"), "hero"));
    words->addWidget(label(tr("Work that several agents do together"), "mute"));
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(22);

    const auto addButton = [column](QPushButton *button, const QString &icon, IconInk ink, const char *look) {
        button->setIcon(themedIcon(icon, ink));
        button->setIconSize({17, 17});
        button->setProperty("look", QString::fromLatin1(look));
        button->setMinimumHeight(36);
        column->addWidget(button);
        return button;
    };
    connect(addButton(new QPushButton(tr("New workflow")), u"new"_s, IconInk::Accent, "primary"),
            &QPushButton::clicked, this, &StartPage::newRequested);
    connect(addButton(new QPushButton(tr("Open…")), u"open"_s, IconInk::Text, "outline"), &QPushButton::clicked, this,
            &StartPage::openRequested);
    connect(addButton(new QPushButton(tr("Import…")), u"import"_s, IconInk::Text, "outline"), &QPushButton::clicked,
            this, &StartPage::importRequested);
    connect(addButton(new QPushButton(tr("Which pattern fits?")), u"advice"_s, IconInk::Text, "outline"),
            &QPushButton::clicked, this, &StartPage::patternRequested);
    column->addSpacing(20);
    column->addWidget(label(tr("RECENT"), "section"));
    m_recent->setAccessibleName(tr("Recent files"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setProperty("look", u"ground"_s);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    const auto choose = [this](QListWidgetItem *item) { emit fileChosen(item->data(Qt::UserRole).toString()); };
    connect(m_recent, &QListWidget::itemActivated, this, choose);
    connect(m_recent, &QListWidget::itemClicked, this, choose);
    column->addWidget(m_noRecent);
    column->addWidget(m_recent, 1);
    column->addStretch();
    return side;
}

QWidget *StartPage::makeGallery()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 6, 0, 0);
    column->setSpacing(14);
    auto *head = new QHBoxLayout;
    head->addWidget(label(tr("Start from a template"), "title"));
    head->addStretch();
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter templates…"));
    filter->setAccessibleName(tr("Filter templates"));
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(260);
    connect(filter, &QLineEdit::textChanged, m_model, &GalleryModel::setFilter);
    head->addWidget(filter);
    head->addSpacing(cardGap);
    column->addLayout(head);

    m_gallery->setModel(m_model);
    m_gallery->setItemDelegate(new TemplateDelegate(m_theme, m_gallery));
    m_gallery->installEventFilter(this);
    m_gallery->setAccessibleName(tr("Templates"));
    m_gallery->setViewMode(QListView::IconMode);
    m_gallery->setResizeMode(QListView::Adjust);
    m_gallery->setMovement(QListView::Static);
    m_gallery->setUniformItemSizes(true);
    m_gallery->setMouseTracking(true);
    m_gallery->setFrameShape(QFrame::NoFrame);
    m_gallery->setProperty("look", u"ground"_s);
    m_gallery->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_gallery->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto choose = [this](const QModelIndex &index) {
        emit templateChosen(index.data(GalleryModel::NameRole).toString());
    };
    connect(m_gallery, &QListView::activated, this, choose);
    connect(m_gallery, &QListView::clicked, this, choose);
    column->addWidget(m_gallery, 1);
    return area;
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    m_recent->clear();
    for (const QString &path : paths) {
        const QFileInfo file(path);
        auto *item = new QListWidgetItem(u"%1\n%2"_s.arg(file.fileName(), file.path()), m_recent);
        item->setData(Qt::UserRole, path);
        item->setToolTip(path);
        item->setSizeHint({200, fontMetrics().height() * 2 + 14});
    }
    m_recent->setVisible(!paths.isEmpty());
    m_noRecent->setVisible(paths.isEmpty());
}

bool StartPage::drawNext()
{
    const QString name = m_model->nextWithoutPicture();
    if (name.isEmpty())
        return false;
    QImage picture = m_draw(name, QSize(leastCard.width() - 24, pictureHeight - 20), devicePixelRatioF());
    // One that cannot be drawn stays blank, and is not tried again.
    m_model->setPicture(name, picture);
    return true;
}

/// As many cards side by side as fit, and no empty strip beside them.
bool StartPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        // Whether or not there is a scroll bar now: it comes and goes with what is shown.
        const int room = m_gallery->width() - m_gallery->verticalScrollBar()->sizeHint().width() - 1;
        const int columns = qMax(1, room / (leastCard.width() + cardGap));
        const QSize cell(qMax(leastCard.width() + cardGap, room / columns), leastCard.height() + cardGap);
        static_cast<TemplateDelegate *>(m_gallery->itemDelegate())->setCell(cell);
        m_gallery->setGridSize(cell);
    }
    return QWidget::eventFilter(watched, event);
}

void StartPage::drawAll()
{
    while (drawNext()) {
    }
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_drawing->start();
}

} // namespace baton
