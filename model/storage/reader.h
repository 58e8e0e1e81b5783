// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/storage/sourcefile.h"
#include "model/workflow/contents.h"
#include "model/workflow/problem.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace baton {

/// The format version that this program writes, and the newest it reads.
inline constexpr int formatVersion = 1;

/// What reading a file gave: the plan, the text it stands in, and all that is wrong with the text.
struct Loaded
{
    Contents contents;
    std::shared_ptr<const SourceFile> source; ///< Null where the file is not readable.
    QList<Problem> problems; ///< syntax, encoding, duplicate-key, version, limit, type, unknown-key: each with its place.
    bool readable = true;    ///< False: there are no contents, only problems.
};

/// Reads a workflow. Wrong values are reported at their place and left out of the contents; the text keeps them.
Loaded readWorkflow(const QByteArray &bytes, FileKind kind);

/// The same from a file. An error where there is nothing to read: no such file, a folder, no permission, too large.
Result<Loaded> loadWorkflow(const QString &path);

/// The bytes of a file as loadWorkflow() would read them.
Result<QByteArray> readFileBytes(const QString &path);

/// A source whose text is \a bytes and whose nodes have the keys they have in \a now, which \a bytes must say: what a
/// document patches from after it was saved. Null where \a bytes says anything else.
std::shared_ptr<const SourceFile> sourceFor(const QByteArray &bytes, FileKind kind, const Contents &now);

/// Fills in the place of problems that rules found, from their subjects, field and item.
void addPlaces(QList<Problem> &problems, const SourceFile &source);

} // namespace baton
