// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace baton {

/// What kind of thing went wrong, for programs; people read the message.
enum class ErrorCode {
    NotFound,     ///< No such file, folder, task, gate...
    Unreadable,   ///< The operating system refused to read or write.
    Encoding,     ///< Not UTF-8, or a character no workflow may hold.
    Syntax,       ///< Not YAML, or not JSON.
    DuplicateKey, ///< One key twice in one mapping.
    Version,      ///< Written by a newer Baton, or says no version.
    Limit,        ///< Too large, too deep, too many.
    Refused,      ///< A sensible request that the plan does not allow: a cycle, say.
    Conflict,     ///< The file on disk is not the one that was read.
    NotTrusted,   ///< Would run commands of a folder nobody has trusted.
    Locked,       ///< Another program drives this run.
    Usage,        ///< A command or request that makes no sense as it stands.
    Failed,       ///< Everything else.
};

/// Something that did not work, as a value: what happened and what to do next, and where.
struct Error
{
    ErrorCode code = ErrorCode::Failed;
    QString message; ///< Translated, one sentence that says what to do next.
    QString detail;  ///< Untranslated, for reports: a path, an exit status, a system error.
    QString file;    ///< The file it is about, empty where there is none.
    int line = 0;    ///< 1-based; 0 where there is no place.
    int column = 0;  ///< 1-based, in characters.

    bool operator==(const Error &) const = default;
};

} // namespace baton
