// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/timebar.h"

#include "model/run/runrecord.h"
#include "views/panels/playback.h"
#include "views/style/icons.h"
#include "views/widgets/iconlabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

TimeBar::TimeBar(Playback &playback, QWidget *parent)
    : QFrame(parent)
    , m_playback(playback)
    , m_text(new QLabel(this))
    , m_speed(new QComboBox(this))
    , m_back(new QPushButton(tr("Back to now"), this))
{
    setObjectName(u"timeBar"_s);
    setProperty("look", u"news"_s);
    setAccessibleName(tr("The past is shown"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 5, 10, 5);
    layout->setSpacing(6);
    m_text->setProperty("look", u"strong"_s);
    layout->addWidget(new IconLabel(themedIcon(u"recent"_s), 17));
    layout->addWidget(m_text, 1);
    m_before = addButton(u"step-back"_s, tr("One event back"));
    m_play = addButton(u"run"_s, tr("Play"));
    m_after = addButton(u"step"_s, tr("One event on"));
    for (QToolButton *button : {m_before, m_play, m_after})
        layout->addWidget(button);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast the run is played"));
    m_speed->addItem(tr("All in 30 s"), 0.0);
    for (double speed : {1.0, 10.0, 60.0, 600.0, 6000.0})
        m_speed->addItem(tr("%1 ×", "times as fast").arg(speed), speed);
    layout->addWidget(m_speed);
    m_back->setProperty("look", u"primary"_s);
    layout->addWidget(m_back);
    connect(m_before, &QToolButton::clicked, &playback, [&playback] { playback.step(-1); });
    connect(m_after, &QToolButton::clicked, &playback, [&playback] { playback.step(1); });
    connect(m_play, &QToolButton::clicked, &playback, [&playback] { playback.isPlaying() ? playback.pause() : playback.play(); });
    connect(m_speed, &QComboBox::currentIndexChanged, &playback,
            [this, &playback] { playback.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_playback.pause();
        if (m_record)
            m_record->goLive();
    });
    connect(&playback, &Playback::changed, this, &TimeBar::refresh);
    hide();
}

QToolButton *TimeBar::addButton(const QString &icon, const QString &name)
{
    auto *button = new QToolButton(this);
    button->setProperty("look", u"flat"_s);
    button->setIcon(themedIcon(icon));
    button->setIconSize({16, 16});
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void TimeBar::setRecord(RunRecord *record)
{
    if (m_record)
        m_record->disconnect(this);
    m_record = record;
    if (record) {
        connect(record, &RunRecord::sought, this, &TimeBar::refresh);
        connect(record, &RunRecord::grew, this, &TimeBar::refresh);
    }
    refresh();
}

QString TimeBar::text() const
{
    return m_text->text();
}

void TimeBar::refresh()
{
    const bool isPast = m_record && !m_record->isLive();
    if (!isPast && isAncestorOf(QApplication::focusWidget()))
        setFocus(); // Its proxy's.
    setVisible(isPast);
    if (!isPast)
        return;
    const qint64 seq = m_record->cursor();
    const qint64 moment = seq > 0 ? m_record->state().now : m_record->events().isEmpty() ? 0 : m_record->events().first().time;
    const QString time = QLocale().toString(QDateTime::fromMSecsSinceEpoch(moment).time(), u"HH:mm:ss"_s);
    m_text->setText(seq > 0 ? tr("Showing %1 — event %2 of %3").arg(time).arg(seq).arg(m_record->last())
                            : tr("Showing the moment before the run began"));
    m_before->setEnabled(seq > 0);
    m_after->setEnabled(seq < m_record->last());
    const bool plays = m_playback.isPlaying();
    m_play->setIcon(themedIcon(plays ? u"pause"_s : u"run"_s));
    m_play->setAccessibleName(plays ? tr("Hold") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
}

} // namespace baton
