// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QIcon>
#include <QWidget>

namespace baton {

/// An icon beside text. Drawn anew each time, so that it follows the theme and the screen, as a pixmap in a QLabel
/// does not.
class IconLabel : public QWidget
{
    Q_OBJECT

public:
    /// \a size: pixels, of both sides.
    IconLabel(const QIcon &icon, int size, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QIcon m_icon;
    int m_size;
};

} // namespace baton
