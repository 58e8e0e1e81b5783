// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/canvasstyle.h"

#include "views/style/contrast.h"

#include <QCoreApplication>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// In pixels at 100 %. Without hinting, so that a text is as long at every zoom as the room that was measured for it.
QFont fontOf(int size, QFont::Weight weight)
{
    QFont font = QGuiApplication::font();
    font.setFamilies({u"Inter"_s, font.family(), u"DejaVu Sans"_s});
    font.setPixelSize(size);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

Detail detailOf(qreal scale)
{
    constexpr qreal titles = 0.15;
    constexpr qreal cards = 0.4;
    constexpr qreal full = 0.62;
    if (scale < titles)
        return Detail::Blocks;
    if (scale < cards)
        return Detail::Titles;
    return scale < full ? Detail::Plain : Detail::Full;
}

CanvasStyle::CanvasStyle(const Palette &palette)
    : colors(palette)
    , cardLine(palette.line)
    , hatch(mixed(palette.skipped, palette.card, 0.3))
    , idleBlock(mixed(palette.pending, palette.card, 0.45))
    , idleBlockInk(readable(palette.ink, mixed(palette.pending, palette.card, 0.45)))
    , headInk(readable(palette.ink, palette.laneHead))
    , headMute(readable(palette.mute, palette.laneHead))
    , headWarn(readable(palette.blocked, palette.laneHead))
    , headOver(readable(palette.failed, palette.laneHead))
    , laneInk(readable(palette.ink, palette.lane))
    , laneMute(readable(palette.mute, palette.lane))
    , laneLine(palette.dark ? palette.line : mixed(palette.line, palette.lane, 0.6))
    , groundInk(readable(palette.mute, palette.canvas))
    , edge(mixed(palette.mute, palette.canvas, palette.dark ? 0.75 : 0.7))
    , edgeMet(palette.complete)
    , validation(mixed(palette.accent, palette.canvas, 0.6))
    , gateMark(palette.card)
    , noteGround(palette.warningGround)
    , noteInk(readable(palette.ink, palette.warningGround))
    , noteLine(mixed(palette.blocked, palette.warningGround, 0.35))
    , badgeError(readable(palette.failed, palette.lightInk))
    , badgeWarning(readable(palette.blocked, palette.lightInk))
    , badgeInfo(readable(palette.ready, palette.lightInk))
    , badgeInk(palette.lightInk)
    , labelGround(palette.card)
    , labelInk(readable(palette.ink, palette.card))
    , title(fontOf(13, QFont::DemiBold))
    , body(fontOf(12, QFont::Normal))
    , chip(fontOf(10, QFont::Normal))
    , word(fontOf(10, QFont::Bold))
    , initials(fontOf(8, QFont::Bold))
    , laneTitle(fontOf(13, QFont::DemiBold))
    , label(fontOf(11, QFont::Medium))
    , gateTitle(fontOf(12, QFont::DemiBold))
    , plainTitle(fontOf(20, QFont::DemiBold))
    , plainWord(fontOf(17, QFont::Bold))
    , farTitle(fontOf(10, QFont::Medium))
{
    mute = readable(readable(palette.mute, palette.card), hatch);
    const auto sign = [this](CardSign of, const QString &text) { signs[size_t(of)] = TextRun(text, chip); };
    sign(CardSign::Person, QCoreApplication::translate("PlanView", "waits for you"));
    sign(CardSign::Simulated, QCoreApplication::translate("PlanView", "only simulated"));
    sign(CardSign::Calls, QCoreApplication::translate("PlanView", "waits: calls"));
    sign(CardSign::Tokens, QCoreApplication::translate("PlanView", "waits: tokens"));
    sign(CardSign::Money, QCoreApplication::translate("PlanView", "waits: spending"));
    word.setLetterSpacing(QFont::AbsoluteSpacing, 0.3);
    for (const auto &named : EnumNames<TaskState>::values) {
        const size_t i = size_t(named.value);
        taskColors[i] = palette.stateColor(named.value);
        taskInks[i] = readable(readable(taskColors[i], palette.card), hatch);
        blockInks[i] = inkOn(taskColors[i]);
        words[i] = TextRun(QString::fromLatin1(named.name), word);
        largeWords[i] = TextRun(QString::fromLatin1(named.name), plainWord);
    }
    for (const auto &named : EnumNames<GateState>::values) {
        const size_t i = size_t(named.value);
        gateColors[i] = palette.stateColor(named.value);
        gateInks[i] = readable(gateColors[i], palette.card);
    }
}

QColor CanvasStyle::inkOn(const QColor &ground) const
{
    return readable(colors.lightInk, ground);
}

QList<CanvasStyle::Pair> CanvasStyle::pairs() const
{
    QList<Pair> all{
        {u"title on a card"_s, colors.ink, colors.card},
        {u"title on a hatched card"_s, colors.ink, hatch},
        {u"persona and chips on a card"_s, mute, colors.card},
        {u"persona and chips on a hatched card"_s, mute, hatch},
        {u"title on a block where nothing runs"_s, idleBlockInk, idleBlock},
        {u"title of a lane"_s, headInk, colors.laneHead},
        {u"count of a lane"_s, headMute, colors.laneHead},
        {u"budget of a lane that is nearly spent"_s, headWarn, colors.laneHead},
        {u"budget of a lane that is spent"_s, headOver, colors.laneHead},
        {u"text in a lane"_s, laneInk, colors.lane},
        {u"lesser text in a lane"_s, laneMute, colors.lane},
        {u"text on the canvas"_s, groundInk, colors.canvas},
        {u"text of a note"_s, noteInk, noteGround},
        {u"outcome on a branch"_s, labelInk, labelGround},
        {u"text on the accent"_s, colors.accentInk, colors.accent},
        {u"sign of an error"_s, badgeInk, badgeError},
        {u"sign of a warning"_s, badgeInk, badgeWarning},
        {u"sign of a hint"_s, badgeInk, badgeInfo},
    };
    for (const auto &named : EnumNames<TaskState>::values) {
        const QString name = QString::fromLatin1(named.name);
        all.append({u"the word "_s + name, inkOf(named.value), colors.card});
        all.append({u"a title on a block that is "_s + name, blockInks[size_t(named.value)],
                    colorOf(named.value)});
    }
    for (const auto &named : EnumNames<GateState>::values)
        all.append({u"name of a gate that is "_s + QString::fromLatin1(named.name), inkOf(named.value), colors.card});
    return all;
}

} // namespace baton
