// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/figureslabel.h"

#include "views/panels/runfacts.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace baton {

FiguresLabel::FiguresLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setProperty("look", u"mute"_s);
    showWaiting();
}

void FiguresLabel::showWaiting()
{
    setText(tr("Working out time and tokens…"));
}

void FiguresLabel::show(const ComparedFigures &figures)
{
    setText(textOf(figures));
}

QString FiguresLabel::textOf(const ComparedFigures &figures)
{
    if (!figures.after)
        return tr("It could not run afterwards: %1").arg(figures.after.error().message);
    const PlanFigures &after = *figures.after;
    const QLocale locale;
    if (!figures.before)
        return tr("Time %1 · Tokens %2; now it cannot run")
            .arg(RunFacts::durationText(after.makespan), locale.toString(after.tokens));
    const PlanFigures &before = *figures.before;
    if (after.status != RunStatus::Complete && after.status != before.status)
        return tr("It would not get to its end: %1").arg(nameOf(after.status));
    const auto change = [](const QString &from, const QString &to) {
        return from == to ? tr("%1, unchanged").arg(to) : tr("%1 → %2").arg(from, to);
    };
    return tr("Time %1 · Tokens %2")
        .arg(change(RunFacts::durationText(before.makespan), RunFacts::durationText(after.makespan)),
             change(locale.toString(before.tokens), locale.toString(after.tokens)));
}

} // namespace baton
