// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/advisorpanel.h"

#include "model/rules/rules.h"
#include "views/style/icons.h"
#include "views/widgets/figureslabel.h"
#include "views/widgets/iconlabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const RuleInfo *infoOfRule(const QString &id)
{
    const auto &all = ruleInfos();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&id](const RuleInfo &info) { return info.id == id; });
    return found == all.cend() ? nullptr : &*found;
}

QLabel *makeText(const QString &text, const char *look)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", QString::fromLatin1(look));
    return label;
}

} // namespace

AdvisorPanel::AdvisorPanel(QWidget *parent)
    : QWidget(parent)
    , m_empty(makeText(tr("No anti-pattern is in this plan: nothing waits in a row without reason, nobody does everything alone, "
                          "and no task is too small to hand over."), "mute"))
    , m_cards(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 0);
    layout->setSpacing(8);
    auto *bar = new QHBoxLayout;
    bar->setSpacing(8);
    const auto add = [&](const QString &text, const QString &icon) {
        auto *button = new QPushButton(themedIcon(icon), text);
        bar->addWidget(button);
        return button;
    };
    connect(add(tr("Which pattern fits?"), u"fan-out"_s), &QPushButton::clicked, this, &AdvisorPanel::patternsRequested);
    connect(add(tr("What if?"), u"what-if"_s), &QPushButton::clicked, this, &AdvisorPanel::whatIfRequested);
    bar->addStretch(1);
    layout->addLayout(bar);
    auto *content = new QWidget;
    content->setProperty("look", u"panel"_s);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 8);
    column->setSpacing(8);
    column->addWidget(m_empty);
    m_cards->setSpacing(8);
    column->addLayout(m_cards);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("Advice"));
    layout->addWidget(scroll, 1);
}

void AdvisorPanel::setAdvice(const QList<AdviceFigures> &advice)
{
    m_advice = advice;
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    m_empty->setVisible(advice.isEmpty());
    for (const AdviceFigures &one : advice)
        m_cards->addWidget(makeCard(one));
}

QWidget *AdvisorPanel::makeCard(const AdviceFigures &one)
{
    const RuleInfo *info = infoOfRule(one.advice.rule);
    auto *card = new QFrame;
    card->setProperty("look", u"card"_s);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(12);
    row->addWidget(new IconLabel(themedIcon(u"advice"_s, IconInk::Warning), 18), 0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    auto *title = makeText(info ? info->title : one.advice.rule, "strong");
    title->setToolTip(info ? info->why : QString());
    words->addWidget(title);
    words->addWidget(makeText(one.advice.finding, "body"));
    if (!one.advice.edit.isEmpty())
        words->addWidget(makeText(tr("%1: %2").arg(one.advice.title, FiguresLabel::textOf(one.figures)), "mute"));
    row->addLayout(words, 1);
    auto *select = new QPushButton(tr("Show"));
    select->setToolTip(tr("Select what this is about"));
    select->setAccessibleName(tr("Show: %1").arg(title->text()));
    connect(select, &QPushButton::clicked, this, [this, subjects = one.advice.subjects] { emit subjectsChosen(subjects); });
    row->addWidget(select, 0, Qt::AlignTop);
    if (!one.advice.edit.isEmpty()) {
        auto *preview = new QPushButton(tr("Preview"));
        preview->setProperty("look", u"primary"_s);
        preview->setToolTip(tr("See on the canvas what this would change"));
        preview->setAccessibleName(tr("Preview: %1").arg(one.advice.title));
        connect(preview, &QPushButton::clicked, this, [this, advice = one.advice] { emit previewRequested(advice); });
        row->addWidget(preview, 0, Qt::AlignTop);
    }
    return card;
}

} // namespace baton
