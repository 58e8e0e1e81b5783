// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"
#include "model/yaml/tree.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace baton::yaml {

/// What is wrong with the bytes before any parser sees them: not UTF-8, or characters below U+0020 other than tab,
/// line feed and carriage return. At most the first hundred.
QList<Error> checkEncoding(QByteArrayView bytes);

/// Why this is not JSON as RFC 8259 has it, if so: the first mistake. Doubled keys are left to the tree.
std::optional<Error> checkStrictJson(QByteArrayView bytes);

/// The parser takes a time that grows with the square of the number of directives.
bool hasTooManyDirectives(QByteArrayView bytes);

/// Where more than \a most brackets are open, quotes and comments not looked at; the size of the text where none is.
qsizetype findManyOpen(QByteArrayView bytes, qint64 most);

/// Where a line has more values than the parser may be given at once: it keeps a whole line in memory, some 200 bytes a
/// token, as long as what begins on it could be a key. The size of the text where there is no such line.
qsizetype findCrowdedLine(QByteArrayView bytes);

/// An error at a place in a file.
Error errorAt(ErrorCode code, Place place, const QString &message);

} // namespace baton::yaml
