// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/advice/figures.h"

#include <QLabel>

namespace baton {

/// Time and tokens of a plan now and after an edit, in one line.
class FiguresLabel : public QLabel
{
    Q_OBJECT

public:
    explicit FiguresLabel(QWidget *parent = nullptr);

    void showWaiting(); ///< They are being worked out.
    void show(const ComparedFigures &figures);

    /// `Time 12 s → 3 s · Tokens 40,000, unchanged`, or why there are none.
    static QString textOf(const ComparedFigures &figures);
};

} // namespace baton
