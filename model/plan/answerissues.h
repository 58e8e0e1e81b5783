// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace baton {

/// Reads the issue list below `Issues:`, whichever way it is written: JSON in a fence, a Markdown table, a list with
/// `severity: …` or `**major** src/a.cpp:12 …` in its items, or plain paragraphs. "None" is an empty list; nothing at
/// all is no list.
std::optional<QJsonArray> readIssues(const QStringList &lines);

/// The items of a list, or the paragraphs where it is none.
QStringList listItems(const QStringList &lines);

/// Without the characters of a set, and spaces, at its beginning or its end.
QString withoutLeading(const QString &text, QStringView characters);
QString withoutTrailing(const QString &text, QStringView characters);

/// A line without the Markdown around it: quote, heading, bullet, number, checkbox, emphasis.
QString undecorated(const QString &line);

} // namespace baton
