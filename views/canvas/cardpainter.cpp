// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/painters.h"

#include "views/canvas/sheetcache.h"
#include "views/style/contrast.h"

#include <QPainter>
#include <QPainterPath>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

using namespace canvas;

namespace {

constexpr qreal radius = 8;
constexpr qreal stripe = 5;
constexpr qreal left = 16;
constexpr qreal right = cardWidth - 12;

std::shared_ptr<const CardText> textOf(const Brush &brush, const Task &task)
{
    const CanvasStyle &style = brush.style;
    auto text = std::make_shared<CardText>();
    constexpr qreal titleRoom = right - left;
    text->title = TextRun(task.displayTitle(), style.title, titleRoom);
    text->farTitle = TextRun(task.displayTitle(), style.farTitle);
    text->plainTitle = TextRun(task.displayTitle(), style.plainTitle, titleRoom);
    const Persona *persona = brush.list.contents().persona(brush.list.ids().persona(task.persona()));
    constexpr qreal personaRoom = right - left - 24;
    if (task.personas.isEmpty())
        text->persona = TextRun(QCoreApplication::translate("PlanView", "nobody yet"), style.body, personaRoom);
    else
        text->persona = TextRun(u'@' + task.personas.join(u", @"_s), style.body, personaRoom);
    if (task.personas.size() == 1) {
        text->initials = TextRun(Theme::initials(task.persona()), style.initials);
        text->circle = readable(Theme::personaColor(task.persona(), persona ? persona->color : QString()),
                                style.colors.lightInk);
    }
    constexpr qreal chipRoom = 72;
    const QString model = !task.model.isEmpty() ? task.model : persona ? persona->model : QString();
    if (!model.isEmpty())
        text->chips.append(TextRun(model, style.chip, chipRoom));
    if (task.budgetTokens)
        text->chips.append(TextRun(shortCount(*task.budgetTokens), style.chip));
    text->kind = TextRun(nameOf(task.effectiveKind()), style.chip);
    return text;
}

const CardText &textOf(const Brush &brush, const CardItem &card)
{
    if (!card.text)
        card.text = textOf(brush, *card.task);
    return *card.text;
}

bool isHatched(const CardItem &card)
{
    return card.state == TaskState::Skipped || card.state == TaskState::Cancelled;
}

void paintHalo(const Brush &brush, const QRectF &rect, QColor color, qreal width)
{
    QPainter &painter = brush.painter;
    painter.setBrush(Qt::NoBrush);
    QColor halo = color;
    halo.setAlphaF(0.22f);
    painter.setPen(QPen(halo, width + 4));
    painter.drawRoundedRect(rect.adjusted(-1.5, -1.5, 1.5, 1.5), radius + 1.5, radius + 1.5);
    painter.setPen(QPen(color, width));
    painter.drawRoundedRect(rect, radius, radius);
}

/// What was spent, of what was planned.
const TextRun &usedTextOf(const Brush &brush, const CardItem &card)
{
    if (!card.usedText) {
        card.usedText = std::make_shared<const TextRun>(spendText({card.used, card.planned}), brush.style.chip);
    }
    return *card.usedText;
}

void paintChips(const Brush &brush, const CardItem &card, const CardText &text, qreal room)
{
    QPainter &painter = brush.painter;
    constexpr qreal height = 17;
    constexpr qreal padding = 6;
    qreal x = card.rect.left() + left;
    const qreal y = card.rect.top() + 58;
    if (card.sign != CardSign::None) {
        const TextRun &sign = brush.style.signOf(card.sign);
        const bool isAsking = card.sign == CardSign::Person;
        painter.setPen(isAsking ? QPen(Qt::NoPen) : QPen(brush.style.mute, 1, Qt::DashLine));
        painter.setBrush(isAsking ? QBrush(brush.style.colors.accent) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(x, y, sign.width() + 2 * padding, height), 4, 4);
        painter.setPen(isAsking ? brush.style.colors.accentInk : brush.style.mute);
        return sign.draw(painter, {x + padding, y + 12});
    }
    const auto frame = [&](const TextRun &chip, const QColor &ink) {
        const QRectF around(x, y, chip.width() + 2 * padding, height);
        painter.setPen(QPen(brush.style.cardLine, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(around, 4, 4);
        painter.setPen(ink);
        chip.draw(painter, {x + padding, y + 12});
        x = around.right() + 5;
    };
    if (!card.note.isEmpty()) {
        if (!card.noteText)
            card.noteText = std::make_shared<const TextRun>(card.note, brush.style.chip, qMax<qreal>(24, room - 2 * padding));
        return frame(*card.noteText, brush.style.colors.ink);
    }
    const bool isSpent = card.used > 0;
    for (qsizetype i = 0; i < text.chips.size(); ++i) {
        // The last one is the budget, where there is one: what was spent takes its place.
        if (!isSpent || i + 1 < text.chips.size() || !card.task->budgetTokens) {
            const qreal rest = isSpent ? usedTextOf(brush, card).width() + 2 * padding + 5 : 0;
            if (x - card.rect.left() - left + text.chips.at(i).width() + 2 * padding + rest <= room)
                frame(text.chips.at(i), brush.style.mute);
        }
    }
    const bool isOver = card.planned > 0 && card.used > card.planned;
    if (isSpent)
        frame(usedTextOf(brush, card), isOver ? brush.style.inkOf(TaskState::Failed) : brush.style.mute);
}

void paintFull(const Brush &brush, const CardItem &card)
{
    // While the canvas scrolls a narrow strip is painted: what stands beside it need not be.
    const qreal top = brush.clip.top() - card.rect.top();
    const qreal bottom = brush.clip.bottom() - card.rect.top();
    constexpr qreal personaTop = 31;
    constexpr qreal chipTop = 56;
    const bool showsTitle = top < personaTop;
    const bool showsPersona = top < chipTop && bottom > personaTop;
    const bool showsChips = bottom > chipTop;
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const CardText &text = textOf(brush, card);
    const QPointF corner = card.rect.topLeft();
    if (showsTitle) {
        painter.setPen(style.colors.ink);
        text.title.draw(painter, corner + QPointF(left, 25));
    }
    if (showsPersona) {
        paintCircle(brush, corner + QPointF(left + 8.5, 43), 8.5, text.circle, text.initials);
        painter.setPen(style.mute);
        text.persona.draw(painter, corner + QPointF(left + 24, 47.5));
    }
    if (!showsChips)
        return;
    const qreal told = card.state ? style.wordOf(*card.state).width() + 22 : text.kind.width() + 6;
    paintChips(brush, card, text, right - left - told);
    if (!card.state) {
        painter.setPen(style.mute);
        text.kind.draw(painter, corner + QPointF(right - text.kind.width(), 70));
        return;
    }
    const TextRun &word = style.wordOf(*card.state);
    const qreal wordLeft = right - word.width();
    painter.setPen(style.inkOf(*card.state));
    word.draw(painter, corner + QPointF(wordLeft, 70));
    paintStateSign(painter, *card.state, corner + QPointF(wordLeft - 9, 66.5), 8, style.inkOf(*card.state));
}

void paintPlain(const Brush &brush, const CardItem &card)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const CardText &text = textOf(brush, card);
    const QPointF corner = card.rect.topLeft();
    painter.setPen(style.colors.ink);
    text.plainTitle.draw(painter, corner + QPointF(left, 33));
    paintCircle(brush, corner + QPointF(left + 12, 60), 12, text.circle, {});
    if (!card.state)
        return;
    const TextRun &word = style.largeWords[size_t(*card.state)];
    painter.setPen(style.inkOf(*card.state));
    word.draw(painter, corner + QPointF(right - word.width(), 67));
}

/// The sheet from the cache, on whole pixels.
void blitSheet(const Brush &brush, const CardItem &card)
{
    constexpr qreal reach = DisplayList::reach;
    const QTransform toDevice = brush.painter.transform();
    const QPointF corner = toDevice.map(card.rect.topLeft() - QPointF(reach, reach));
    const QImage &sheet = brush.sheets->sheetFor(brush, card);
    brush.painter.setTransform(QTransform());
    brush.painter.drawImage(corner.toPoint(), sheet);
    brush.painter.setTransform(toDevice);
}

} // namespace

QString shortCount(qint64 tokens)
{
    const QLocale locale;
    constexpr qint64 thousand = 1000;
    constexpr qint64 million = thousand * thousand;
    if (tokens >= million)
        return locale.toString(double(tokens) / million, 'g', 3) + u"M"_s;
    if (tokens >= 10 * thousand)
        return QString::number(tokens / thousand) + u"k"_s;
    return tokens >= thousand ? locale.toString(double(tokens) / thousand, 'g', 2) + u"k"_s : QString::number(tokens);
}

QString spendText(const Spend &spend)
{
    const QString used = shortCount(spend.used);
    return spend.planned > 0 ? used + u'/' + shortCount(spend.planned) : used;
}

void paintSheet(const Brush &brush, const CardItem &card)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const QRectF &rect = card.rect;
    painter.setPen(Qt::NoPen);
    if (brush.detail == Detail::Full) {
        painter.setBrush(style.colors.shadow);
        painter.drawRoundedRect(rect.adjusted(-1, 1, 1, 3), radius + 1, radius + 1);
        painter.drawRoundedRect(rect.adjusted(0, 0, 0, 1.5), radius, radius);
    }
    // The stripe is the whole sheet in the state's colour with the card laid over all but its left rim.
    painter.setBrush(card.state ? style.colorOf(*card.state) : style.colors.pending);
    painter.drawRoundedRect(rect, radius, radius);
    const QRectF sheet = rect.adjusted(stripe, 0, 0, 0);
    QPainterPath front;
    front.moveTo(sheet.topLeft());
    front.lineTo(sheet.right() - radius, sheet.top());
    front.quadTo(sheet.topRight(), sheet.topRight() + QPointF(0, radius));
    front.lineTo(sheet.right(), sheet.bottom() - radius);
    front.quadTo(sheet.bottomRight(), sheet.bottomRight() - QPointF(radius, 0));
    front.lineTo(sheet.bottomLeft());
    front.closeSubpath();
    painter.setBrush(style.colors.card);
    painter.setPen(QPen(style.cardLine, 1));
    painter.drawPath(front);
    if (isHatched(card)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QBrush(style.hatch, Qt::BDiagPattern));
        painter.drawPath(front);
    }
    const bool isActive = card.state == TaskState::Active || card.state == TaskState::Starting;
    if (isActive)
        paintHalo(brush, rect, style.colorOf(TaskState::Active), 1.6);
    if (card.isSelected)
        paintHalo(brush, rect.adjusted(-1, -1, 1, 1), style.colors.accent, 2);
    const QColor port = card.isSelected ? style.colors.accent : style.edge;
    paintPort(brush, {rect.left(), rect.center().y()}, port);
    paintPort(brush, {rect.right(), rect.center().y()}, port);
}

void paintCard(const Brush &brush, const CardItem &card)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    if (brush.detail <= Detail::Titles) {
        const QColor &color = card.state ? style.colorOf(*card.state) : style.idleBlock;
        constexpr qreal withRim = 5; // Pixels; what is smaller shows either the selection or the state.
        if (card.isSelected && cardHeight * brush.scale < withRim)
            return painter.fillRect(card.rect, style.colors.accent);
        if (card.isSelected) {
            const qreal rim = (brush.detail == Detail::Blocks ? 1 : 2) / brush.scale;
            painter.fillRect(card.rect.adjusted(-rim, -rim, rim, rim), style.colors.accent);
        }
        painter.fillRect(card.rect, color);
        if (isHatched(card) && brush.detail == Detail::Titles)
            painter.fillRect(card.rect, QBrush(style.hatch, Qt::BDiagPattern));
        return;
    }
    if (brush.sheets)
        blitSheet(brush, card);
    else
        paintSheet(brush, card);
    if (brush.detail == Detail::Full)
        paintFull(brush, card);
    else
        paintPlain(brush, card);
    if (brush.detail == Detail::Full)
        paintOutcomes(brush, card);
    paintBadge(brush, card);
}

void paintFarTitle(const Brush &brush, const CardItem &card, const QTransform &toScreen)
{
    constexpr qreal margin = 4;
    const QRectF block = toScreen.mapRect(card.rect);
    brush.painter.setPen(card.state ? brush.style.blockInks[size_t(*card.state)] : brush.style.idleBlockInk);
    textOf(brush, card)
        .farTitle.drawWithin(brush.painter, {block.left() + margin, block.center().y() + 3.5},
                             block.width() - 2 * margin);
}

void paintStateSign(QPainter &painter, TaskState state, QPointF centre, qreal size, const QColor &color)
{
    const qreal h = size / 2;
    const auto at = [&](qreal x, qreal y) { return centre + QPointF(x * h, y * h); };
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, size / 5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (state) {
    case TaskState::Pending:
        painter.drawEllipse(centre, h * 0.7, h * 0.7);
        break;
    case TaskState::Ready: {
        painter.setBrush(color);
        const std::array triangle{at(-0.55, -0.75), at(0.75, 0), at(-0.55, 0.75)};
        painter.drawPolygon(triangle.data(), int(triangle.size()));
        break;
    }
    case TaskState::Starting:
        painter.drawArc(QRectF(at(-0.8, -0.8), at(0.8, 0.8)), 0, 270 * 16);
        break;
    case TaskState::Active:
        painter.setBrush(color);
        painter.drawEllipse(centre, h * 0.6, h * 0.6);
        break;
    case TaskState::Blocked:
        painter.drawLine(at(-0.45, -0.7), at(-0.45, 0.7));
        painter.drawLine(at(0.45, -0.7), at(0.45, 0.7));
        break;
    case TaskState::Complete: {
        const std::array check{at(-0.8, 0.05), at(-0.2, 0.65), at(0.85, -0.6)};
        painter.drawPolyline(check.data(), int(check.size()));
        break;
    }
    case TaskState::Failed:
        painter.drawLine(at(-0.65, -0.65), at(0.65, 0.65));
        painter.drawLine(at(-0.65, 0.65), at(0.65, -0.65));
        break;
    case TaskState::Skipped: {
        const std::array first{at(-0.7, -0.6), at(-0.1, 0), at(-0.7, 0.6)};
        const std::array second{at(0.1, -0.6), at(0.7, 0), at(0.1, 0.6)};
        painter.drawPolyline(first.data(), int(first.size()));
        painter.drawPolyline(second.data(), int(second.size()));
        break;
    }
    case TaskState::Cancelled:
        painter.drawEllipse(centre, h * 0.8, h * 0.8);
        painter.drawLine(at(-0.5, 0.5), at(0.5, -0.5));
        break;
    }
}

} // namespace baton
