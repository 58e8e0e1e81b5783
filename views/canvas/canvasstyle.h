// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/planitems.h"
#include "views/canvas/textrun.h"
#include "views/style/theme.h"

#include <array>

namespace baton {

/// How much of a node is drawn, by how large it is on the screen (look.md, "Far zoom").
enum class Detail : quint8 {
    Blocks, ///< Below 15 %: coloured blocks, the plan as a heat map of states.
    Titles, ///< Below 40 %: blocks with their title.
    Plain,  ///< Below 62 %: cards with what is still legible.
    Full,
};

Detail detailOf(qreal scale);

/// What the painters take colours, inks and fonts from: one look, worked out once. Every ink is readable on its ground.
struct CanvasStyle
{
    explicit CanvasStyle(const Palette &palette);

    /// A text and what it stands on, for the test of contrast.
    struct Pair
    {
        QString what;
        QColor text;
        QColor ground;
    };
    QList<Pair> pairs() const;

    /// The light ink where it can be read on \a ground, else a dark one.
    QColor inkOn(const QColor &ground) const;

    const QColor &colorOf(TaskState state) const { return taskColors[size_t(state)]; }
    const QColor &inkOf(TaskState state) const { return taskInks[size_t(state)]; }
    const QColor &colorOf(GateState state) const { return gateColors[size_t(state)]; }
    const QColor &inkOf(GateState state) const { return gateInks[size_t(state)]; }
    const TextRun &wordOf(TaskState state) const { return words[size_t(state)]; }

    Palette colors;
    QColor cardLine;   ///< Around a card.
    QColor mute;       ///< Lesser text on a card.
    QColor hatch;      ///< Over a card that is skipped or cancelled.
    QColor idleBlock;  ///< A block from afar where nothing runs.
    QColor idleBlockInk;
    QColor headInk;    ///< On a lane's header.
    QColor headMute;   ///< Lesser text there.
    QColor headWarn;   ///< There, where a budget is nearly spent.
    QColor headOver;   ///< There, where it is spent.
    QColor laneInk;    ///< In a lane, below its header.
    QColor laneMute;
    QColor laneLine;   ///< Around a lane.
    QColor groundInk;  ///< On the canvas itself.
    QColor edge;       ///< A need nobody has met yet.
    QColor edgeMet;    ///< One whose task is complete.
    QColor validation; ///< An arc from a validation to what it validates.
    QColor gateMark;   ///< The sign in a gate's diamond.
    QColor noteGround;
    QColor noteInk;
    QColor noteLine;
    QColor badgeError;
    QColor badgeWarning;
    QColor badgeInfo;
    QColor badgeInk;
    QColor labelGround; ///< Behind the outcome on a branch.
    QColor labelInk;

    std::array<TextRun, 6> signs; ///< By CardSign.
    const TextRun &signOf(CardSign sign) const { return signs[size_t(sign)]; }

    QFont title;
    QFont body;
    QFont chip;
    QFont word;
    QFont initials;
    QFont laneTitle;
    QFont label;
    QFont gateTitle;
    QFont plainTitle; ///< For Detail::Plain, where everything is half as large.
    QFont plainWord;
    QFont farTitle; ///< In screen pixels, for Detail::Titles.

    std::array<QColor, 9> taskColors; ///< By TaskState; so are the next ones.
    std::array<QColor, 9> taskInks;
    std::array<QColor, 9> blockInks; ///< A title on a block in that state's colour.
    std::array<TextRun, 9> words;
    std::array<TextRun, 9> largeWords; ///< For Detail::Plain.
    std::array<QColor, 5> gateColors; ///< By GateState.
    std::array<QColor, 5> gateInks;
};

} // namespace baton
