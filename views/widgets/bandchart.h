// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/advice/costband.h"
#include "views/style/theme.h"

#include <QWidget>

#include <variant>

namespace baton {

/// Two spreads below each other on one scale: now, and what if. Each is a bar from the tenth to the ninetieth of a
/// hundred runs with a mark in the middle, and its figures beside it.
class BandChart : public QWidget
{
    Q_OBJECT

public:
    using Format = std::function<QString(double)>;

    BandChart(const QString &title, Format format, Theme &theme, QWidget *parent = nullptr);

    using Row = std::variant<QString, Spread>; ///< Words where there is no spread: why not.

    void setRows(const Row &now, const Row &then);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString textOf(const Row &row) const;
    int labelWidth() const;

    QString m_title;
    Format m_format;
    Theme &m_theme;
    Row m_now;
    Row m_then;
};

} // namespace baton
