// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

#include <QWidget>

namespace baton {

/// A figure against its limit as a bar, with a mark where a warning is due.
class Meter : public QWidget
{
    Q_OBJECT

public:
    explicit Meter(Theme &theme, QWidget *parent = nullptr);

    /// \a words is what a screen reader says.
    void setFigures(qint64 used, qint64 limit, double warnAt, const QString &words);
    QSize sizeHint() const override { return {120, 20}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    double m_share = 0;
    double m_warnAt = 0;
};

} // namespace baton
