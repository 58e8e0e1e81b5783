// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/statusstrip.h"

#include "model/workflow/contents.h"
#include "views/style/icons.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

#include <chrono>

using namespace Qt::StringLiterals;

namespace baton {

StatusStrip::StatusStrip(QWidget *parent)
    : QWidget(parent)
    , m_problems(new QToolButton)
    , m_waiting(new QToolButton)
    , m_driver(new QLabel)
    , m_plan(new QLabel)
    , m_wave(new QLabel)
    , m_hint(new QLabel)
    , m_criticalPath(new QLabel)
    , m_zoom(new QLabel)
    , m_hintTimer(new QTimer(this))
{
    setProperty("look", u"foot"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_problems->setProperty("look", u"flat"_s);
    m_problems->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_problems->setIconSize({13, 13});
    connect(m_problems, &QToolButton::clicked, this, &StatusStrip::problemsClicked);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 12, 0);
    layout->setSpacing(16);
    layout->addWidget(m_problems);
    m_waiting->setObjectName(u"waiting"_s);
    m_waiting->setProperty("look", u"flat"_s);
    m_waiting->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_waiting->setIconSize({13, 13});
    m_waiting->setIcon(themedIcon(u"persona"_s, IconInk::Warning));
    m_waiting->setToolTip(tr("Show what waits for you."));
    m_waiting->hide();
    connect(m_waiting, &QToolButton::clicked, this, &StatusStrip::waitingClicked);
    layout->addWidget(m_waiting);
    m_driver->setObjectName(u"driver"_s);
    for (QLabel *label : {m_driver, m_plan, m_wave, m_hint, m_criticalPath, m_zoom}) {
        label->setProperty("look", u"small"_s);
        if (label == m_hint) {
            label->setProperty("look", u"strong"_s);
            label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        }
        layout->addWidget(label, label == m_hint ? 1 : 0);
    }
    m_zoom->setMinimumWidth(m_zoom->fontMetrics().horizontalAdvance(u"1000 %"_s));
    m_zoom->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_hintTimer->setSingleShot(true);
    m_hintTimer->setInterval(std::chrono::seconds(8));
    connect(m_hintTimer, &QTimer::timeout, m_hint, &QLabel::clear);
    setProblems(0, 0);
    setDriver({});
}

void StatusStrip::setProblems(int errors, int warnings)
{
    if (errors > 0) {
        m_problems->setIcon(themedIcon(u"error"_s, IconInk::Error));
        m_problems->setText(tr("%n error(s)", nullptr, errors));
    } else if (warnings > 0) {
        m_problems->setIcon(themedIcon(u"warning"_s, IconInk::Warning));
        m_problems->setText(tr("%n warning(s)", nullptr, warnings));
    } else {
        m_problems->setIcon(themedIcon(u"check"_s, IconInk::Good));
        m_problems->setText(tr("No problems"));
    }
    m_problems->setToolTip(tr("Show the problems: %1, %2.")
                               .arg(tr("%n error(s)", nullptr, errors), tr("%n warning(s)", nullptr, warnings)));
    m_problems->setAccessibleName(m_problems->toolTip());
}

void StatusStrip::setChecking()
{
    m_problems->setText(tr("Checking…"));
    m_problems->setToolTip(tr("The plan is large and is being checked. Editing can go on."));
    m_problems->setAccessibleName(m_problems->toolTip());
}

void StatusStrip::setPlan(const Contents &contents)
{
    m_plan->setText(u"%1 · %2 · %3"_s.arg(tr("%n task(s)", nullptr, int(contents.tasks.size())),
                                          tr("%n gate(s)", nullptr, int(contents.gates.size())),
                                          tr("%n persona(s)", nullptr, int(contents.personas.size()))));
}

void StatusStrip::setWaiting(int count)
{
    m_waiting->setText(tr("%n waiting for you", nullptr, count));
    m_waiting->setAccessibleName(m_waiting->text());
    m_waiting->setVisible(count > 0);
}

void StatusStrip::setDriver(const QString &text)
{
    m_driver->setText(text);
    m_driver->setVisible(!text.isEmpty());
}

void StatusStrip::setWave(const QString &text)
{
    m_wave->setText(text);
}

void StatusStrip::setCriticalPath(const QString &text)
{
    m_criticalPath->setText(text);
}

void StatusStrip::setZoom(qreal zoom)
{
    m_zoom->setText(tr("%1 %").arg(qRound(zoom * 100)));
}

void StatusStrip::hint(const QString &sentence)
{
    m_hint->setText(sentence);
    m_hint->setToolTip(sentence);
    if (sentence.isEmpty()) {
        m_hintTimer->stop();
        return;
    }
    m_hintTimer->start();
    QAccessibleEvent alert(m_hint, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QString StatusStrip::hintText() const
{
    return m_hint->text();
}

} // namespace baton
