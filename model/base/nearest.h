// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace baton {

/// The candidate that \a wanted was most likely meant to be; empty where none is close enough (more than a third of the
/// letters would have to change). Of equals, the first.
QString nearest(const QString &wanted, const QStringList &candidates);

} // namespace baton
