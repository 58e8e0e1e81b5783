// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/painters.h"

#include "views/style/contrast.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace baton {

using namespace canvas;

namespace {

const CardText &textOf(const Brush &brush, const PersonaItem &item)
{
    if (item.text)
        return *item.text;
    auto text = std::make_shared<CardText>();
    constexpr qreal room = 150;
    text->persona = TextRun(u'@' + item.persona->id, brush.style.label, room);
    text->initials = TextRun(Theme::initials(item.persona->id), brush.style.laneTitle);
    text->circle = readable(Theme::personaColor(item.persona->id, item.persona->color), brush.style.colors.lightInk);
    item.text = text;
    return *item.text;
}

QStringList wrapped(const QString &text, const QFont &font, qreal room, int mostLines)
{
    // What does not fit is not shown, so no more than this need be looked at.
    constexpr qsizetype longest = 400;
    const QString shown = text.simplified().left(longest);
    QTextLayout layout(shown, font);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(room);
        if (lines.size() + 1 == mostLines) {
            lines += shown.mid(line.textStart()); // The run elides it.
            break;
        }
        lines += shown.mid(line.textStart(), line.textLength());
    }
    layout.endLayout();
    return lines;
}

} // namespace

void paintPort(const Brush &brush, QPointF centre, const QColor &color, bool hot)
{
    const qreal radius = hot ? 6.5 : 4;
    brush.painter.setPen(QPen(color, 1.5));
    brush.painter.setBrush(hot ? color : brush.style.colors.card);
    brush.painter.drawEllipse(centre, radius, radius);
}

void paintCircle(const Brush &brush, QPointF centre, qreal radius, const QColor &color, const TextRun &initials)
{
    QPainter &painter = brush.painter;
    if (!color.isValid()) {
        painter.setPen(QPen(brush.style.edge, 1.2, Qt::DotLine));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, radius - 1, radius - 1);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(centre, radius, radius);
    painter.setPen(brush.style.colors.lightInk);
    initials.drawCentred(painter, centre + QPointF(0, radius * 0.34));
}

void paintBadge(const Brush &brush, const PlanItem &item)
{
    paintBadge(brush, badgePlace(item), item.problem);
}

void paintBadge(const Brush &brush, QPointF centre, Severity severity, qreal size)
{
    if (severity == Severity::Off)
        return;
    const CanvasStyle &style = brush.style;
    QPainter &painter = brush.painter;
    const bool isInfo = severity == Severity::Info;
    const qreal radius = (isInfo ? 6 : 8.5) * size;
    const QColor &color = severity == Severity::Error     ? style.badgeError
                          : severity == Severity::Warning ? style.badgeWarning
                                                          : style.badgeInfo;
    painter.setPen(QPen(style.colors.card, 1.5));
    painter.setBrush(color);
    if (severity == Severity::Warning) {
        // Another shape than the error's, for those who do not see the colour.
        const std::array triangle{centre + QPointF(0, -radius), centre + QPointF(radius, radius * 0.8),
                                  centre + QPointF(-radius, radius * 0.8)};
        painter.drawPolygon(triangle.data(), int(triangle.size()));
    } else {
        painter.drawEllipse(centre, radius, radius);
    }
    const qreal up = isInfo ? -1 : 1; // An i is an exclamation mark upside down.
    const qreal stroke = radius / 8.5;
    const qreal shift = severity == Severity::Warning ? 1.5 * size : 0;
    painter.setPen(QPen(style.badgeInk, 1.8 * stroke, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(centre + QPointF(0, shift - 4 * up * stroke), centre + QPointF(0, shift + 0.8 * up * stroke));
    painter.drawPoint(centre + QPointF(0, shift + 4 * up * stroke));
}

void paintPersona(const Brush &brush, const PersonaItem &persona)
{
    QPainter &painter = brush.painter;
    const CardText &text = textOf(brush, persona);
    const QPointF centre = persona.rect.center();
    constexpr qreal radius = 24;
    if (brush.detail == Detail::Blocks) {
        painter.fillRect(persona.rect.adjusted(18, 18, -18, -18), text.circle);
        return;
    }
    if (persona.isSelected) {
        painter.setPen(QPen(brush.style.colors.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(centre, radius + 4, radius + 4);
    }
    paintCircle(brush, centre, radius, text.circle, brush.detail == Detail::Titles ? TextRun() : text.initials);
    if (brush.detail == Detail::Titles)
        return;
    painter.setPen(brush.style.groundInk);
    text.persona.drawCentred(painter, {centre.x(), persona.rect.bottom() + 4});
    paintPort(brush, centre + QPointF(radius, 0), brush.style.edge);
    paintBadge(brush, persona);
}

void paintNote(const Brush &brush, const NoteItem &note)
{
    QPainter &painter = brush.painter;
    const CanvasStyle &style = brush.style;
    const QRectF &rect = note.rect;
    painter.setPen(QPen(note.isSelected ? style.colors.accent : style.noteLine, note.isSelected ? 2 : 1));
    painter.setBrush(style.noteGround);
    painter.drawRoundedRect(rect, 4, 4);
    if (brush.detail <= Detail::Titles)
        return;
    constexpr qreal padding = 10;
    constexpr qreal lineHeight = 16.5;
    if (!note.lines) {
        QList<TextRun> runs;
        const int mostLines = int((rect.height() - padding) / lineHeight);
        for (const QString &line : wrapped(note.note->text, style.label, rect.width() - 2 * padding, mostLines))
            runs.append(TextRun(line, style.label, rect.width() - 2 * padding));
        note.lines = std::make_shared<const QList<TextRun>>(runs);
    }
    painter.setPen(style.noteInk);
    qreal y = rect.top() + padding + 10;
    for (const TextRun &line : *note.lines) {
        line.draw(painter, {rect.left() + padding, y});
        y += lineHeight;
    }
    paintBadge(brush, note);
}

} // namespace baton
