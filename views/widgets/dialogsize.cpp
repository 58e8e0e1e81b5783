// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/dialogsize.h"

#include <QScreen>
#include <QWidget>

namespace baton {

void resizeWithin(QWidget *dialog, QSize wanted)
{
    constexpr QSize frame(24, 48); // Pixels that a title bar and its borders take, more or less.
    QSize room = dialog->screen()->availableGeometry().size() - frame;
    // A window that is larger than its screen has its reasons: several screens, or none.
    if (const QWidget *parent = dialog->parentWidget())
        room = room.expandedTo(parent->window()->size() - frame);
    dialog->resize(wanted.boundedTo(room));
}

} // namespace baton
