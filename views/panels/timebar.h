// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QPointer>

class QComboBox;
class QLabel;
class QPushButton;
class QToolButton;

namespace baton {

class Playback;
class RunRecord;

/// Says that the window shows the past, and when; plays it, and leads back to now. Hidden while the latest is shown.
class TimeBar : public QFrame
{
    Q_OBJECT

public:
    explicit TimeBar(Playback &playback, QWidget *parent = nullptr);

    /// The record stays the caller's; null = no run.
    void setRecord(RunRecord *record);
    QString text() const;
    QPushButton *backButton() const { return m_back; }
    QToolButton *playButton() const { return m_play; }
    QComboBox *speedBox() const { return m_speed; }

private:
    void refresh();
    QToolButton *addButton(const QString &icon, const QString &name);

    Playback &m_playback;
    QPointer<RunRecord> m_record;
    QLabel *m_text;
    QToolButton *m_before = nullptr;
    QToolButton *m_play = nullptr;
    QToolButton *m_after = nullptr;
    QComboBox *m_speed;
    QPushButton *m_back;
};

} // namespace baton
