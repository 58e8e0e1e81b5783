// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

class QAbstractButton;
class QButtonGroup;

namespace baton {

/// One choice out of a few, side by side. Arrow keys move it, as in a group of radio buttons.
class SegmentedControl : public QFrame
{
    Q_OBJECT

public:
    explicit SegmentedControl(const QString &accessibleName, QWidget *parent = nullptr);

    void addSegment(const QString &text, const QString &toolTip);
    int current() const;
    void setCurrent(int index);
    void setSegmentEnabled(int index, bool enabled, const QString &toolTip);
    QList<QAbstractButton *> segments() const; ///< From left to right.

signals:
    void currentChanged(int index);

private:
    QButtonGroup *m_buttons;
};

} // namespace baton
