// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QSize>

class QWidget;

namespace baton {

/// Gives a dialog the size it would like to have, and on a small screen what there is, with room for its title bar.
void resizeWithin(QWidget *dialog, QSize wanted);

} // namespace baton
