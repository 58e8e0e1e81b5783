// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace baton {

/// A piece of a report, before it is Markdown or HTML.
struct ReportBlock
{
    enum class Kind : quint8 { Title, Heading, Text, List, Table };
    Kind kind = Kind::Text;
    QString text = {};             ///< Of Title, Heading, Text.
    QStringList items = {};        ///< Of a List; the head of a Table.
    QList<QStringList> rows = {};  ///< Of a Table.
    QList<int> numbers = {};       ///< Columns of a Table that stand to the right.
};

/// Nothing in the blocks is believed to be harmless: what an agent wrote opens no tag, link or picture.
QString toMarkdown(const QList<ReportBlock> &blocks);
/// One page that fetches nothing, readable in light and dark. \a title is the window's.
QString toHtml(const QList<ReportBlock> &blocks, const QString &title);

} // namespace baton
