// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/patternbox.h"

#include "views/style/icons.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype mostShown = 12;

} // namespace

PatternBox::PatternBox(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(2);
    auto *heading = new QLabel(tr("PATTERNS IN THIS PLAN"));
    heading->setProperty("look", u"section"_s);
    layout->addWidget(heading);
    m_lines->setSpacing(2);
    layout->addLayout(m_lines);
    hide();
}

void PatternBox::setPatterns(const QList<FoundPattern> &patterns)
{
    if (patterns == m_patterns)
        return;
    m_patterns = patterns;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const FoundPattern &found : patterns.first(std::min(mostShown, patterns.size()))) {
        auto *button = new QToolButton;
        button->setProperty("look", u"fold"_s);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setIcon(themedIcon(iconOf(found.pattern), IconInk::Mute));
        button->setText(titleOf(found.pattern));
        button->setToolTip(found.sentence);
        button->setAccessibleName(tr("%1. %2").arg(titleOf(found.pattern), found.sentence));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        connect(button, &QToolButton::clicked, this, [this, subjects = found.subjects] { emit chosen(subjects); });
        m_lines->addWidget(button);
    }
    if (patterns.size() > mostShown) {
        auto *more = new QLabel(tr("and %n more", nullptr, int(patterns.size() - mostShown)));
        more->setProperty("look", u"small"_s);
        m_lines->addWidget(more);
    }
}

} // namespace baton
