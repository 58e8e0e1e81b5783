// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>

namespace baton::test {

/// What a value does that a JSON Schema does not allow, each with its path. Knows the keywords that our own schema and
/// SARIF's (draft-04) use, and fails on any other, so that none is silently passed over.
QStringList violations(const QJsonObject &schema, const QJsonValue &value);

} // namespace baton::test
