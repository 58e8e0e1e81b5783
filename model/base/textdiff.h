// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QList>

namespace baton {

/// Lines of one text that became lines of another. Counted from 0; either count may be 0, never both.
struct LineChange
{
    qsizetype before = 0; ///< First line that goes, or before which new ones come.
    qsizetype removed = 0;
    qsizetype after = 0;
    qsizetype added = 0;

    bool operator==(const LineChange &) const = default;
};

/// What differs between two texts, line by line, in their order: the fewest lines where the texts are alike, else one
/// change from the first line that differs to the last.
QList<LineChange> lineChanges(const QByteArray &before, const QByteArray &after);

/// The same as a patch of \a name that `patch` and `git apply` take; empty where nothing differs.
QByteArray unifiedDiff(const QByteArray &before, const QByteArray &after, const QByteArray &name);

/// Bytes of one text that became other bytes.
struct TextChange
{
    qsizetype from = 0;
    qsizetype size = 0;
    QByteArray text;

    bool operator==(const TextChange &) const = default;
};

/// What makes \a after of \a before, in the order of the text: within each changed lines only the characters that differ.
QList<TextChange> textChanges(const QByteArray &before, const QByteArray &after);

} // namespace baton
