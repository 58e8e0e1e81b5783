// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

#include <QImage>

namespace baton {

/// The graph of a template as a small picture of \a size (in pixels at ratio 1); null where it cannot be read.
QImage templatePicture(const QString &name, const Palette &palette, QSize size, qreal ratio);

} // namespace baton
