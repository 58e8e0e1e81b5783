// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

#include <QIcon>
#include <QPainter>

namespace baton {

struct Persona;

/// A persona's circle with its initials, as on cards and in lists.
void paintPersonaCircle(QPainter &painter, const QRectF &where, const QString &id, const QColor &color);

/// The circle of the persona \a id, which may be one the plan does not have; \a persona is null then.
QIcon personaIcon(const QString &id, const Persona *persona);

} // namespace baton
