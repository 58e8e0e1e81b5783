// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"
#include "views/style/theme.h"

#include <QWidget>

namespace baton {

/// A small plan as the canvas draws it, as large as fits.
class PatternPicture : public QWidget
{
    Q_OBJECT

public:
    explicit PatternPicture(Theme &theme, QWidget *parent = nullptr);

    void setPlan(const Contents &contents);
    QSize sizeHint() const override { return {520, 260}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme &m_theme;
    Contents m_contents;
};

} // namespace baton
