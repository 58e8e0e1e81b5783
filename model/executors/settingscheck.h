// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QString>

namespace baton {

/// What of the user's model settings is no value of its kind, in one sentence with its place: `prices.small.input must be
/// …`. Empty where all is well. What only a later Baton knows is left alone. A limit that is not understood must not be
/// taken for none.
QString problemInSettings(const QJsonObject &settings);

} // namespace baton
