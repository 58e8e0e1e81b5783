// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/reporttext.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

using Kind = ReportBlock::Kind;

/// One line without control characters, those among them that turn the direction of text.
QString oneLine(const QString &text)
{
    QString line;
    for (const QChar c : text) {
        const bool turns = (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
        if (turns)
            continue;
        line += c.category() == QChar::Other_Control ? QChar(u' ') : c;
    }
    return line.simplified();
}

QString inMarkdown(const QString &text)
{
    QString escaped;
    for (const QChar c : oneLine(text)) {
        if (QStringView(u"\\`*_[]<>|#!~&").contains(c))
            escaped += u'\\';
        escaped += c;
    }
    return escaped;
}

QString inHtml(const QString &text)
{
    return oneLine(text).toHtmlEscaped();
}

QString markdownTable(const ReportBlock &table)
{
    QString text = u"|"_s;
    for (const QString &head : table.items)
        text += u" %1 |"_s.arg(inMarkdown(head));
    text += u"\n|"_s;
    for (int column = 0; column < table.items.size(); ++column)
        text += table.numbers.contains(column) ? u"---:|"_s : u"---|"_s;
    text += u'\n';
    for (const QStringList &row : table.rows) {
        text += u'|';
        for (const QString &cell : row)
            text += u' ' + inMarkdown(cell) + u" |"_s;
        text += u'\n';
    }
    return text;
}

QString htmlTable(const ReportBlock &table)
{
    const auto cell = [&](const QString &tag, int column, const QString &text) {
        return u"<%1%2>"_s.arg(tag, table.numbers.contains(column) ? u" class=\"n\""_s : QString()) + inHtml(text) + u"</%1>"_s.arg(tag);
    };
    QString text = u"<div class=\"t\"><table>\n<thead><tr>"_s;
    for (int column = 0; column < table.items.size(); ++column)
        text += cell(u"th"_s, column, table.items.at(column));
    text += u"</tr></thead>\n<tbody>\n"_s;
    for (const QStringList &row : table.rows) {
        text += u"<tr>"_s;
        for (int column = 0; column < row.size(); ++column)
            text += cell(u"td"_s, column, row.at(column));
        text += u"</tr>\n"_s;
    }
    return text + u"</tbody></table></div>\n"_s;
}

/// The reader's own colours, so that it is light or dark as they like it.
constexpr auto style = "body{color-scheme:light dark;background:Canvas;color:CanvasText;font:15px/1.5 Inter,system-ui,sans-serif;"
                       "max-width:62rem;margin:2.5rem auto;padding:0 1.25rem}h1{font-size:1.6rem;margin:0 0 .25rem}"
                       "h2{font-size:1.1rem;margin:2rem 0 .5rem;border-bottom:1px solid GrayText}.t{overflow-x:auto}"
                       "table{border-collapse:collapse;width:100%;font-size:13px}th,td{text-align:left;vertical-align:top;"
                       "padding:.3rem .75rem .3rem 0;border-bottom:1px solid ButtonFace;overflow-wrap:break-word}"
                       ".t+.t{margin-top:1.5rem}"
                       "th{font-weight:600;white-space:nowrap}.n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}";

} // namespace

QString toMarkdown(const QList<ReportBlock> &blocks)
{
    QStringList parts;
    for (const ReportBlock &block : blocks) {
        switch (block.kind) {
        case Kind::Title: parts += u"# "_s + inMarkdown(block.text) + u'\n'; break;
        case Kind::Heading: parts += u"## "_s + inMarkdown(block.text) + u'\n'; break;
        case Kind::Text: parts += inMarkdown(block.text) + u'\n'; break;
        case Kind::List: {
            QString list;
            for (const QString &item : block.items)
                list += u"- "_s + inMarkdown(item) + u'\n';
            parts += list;
            break;
        }
        case Kind::Table: parts += markdownTable(block); break;
        }
    }
    return parts.join(u'\n');
}

QString toHtml(const QList<ReportBlock> &blocks, const QString &title)
{
    QString text = u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"_s
                       .arg(QLocale().bcp47Name().toHtmlEscaped());
    text += u"<title>"_s + inHtml(title) + u"</title>\n<style>"_s + QString::fromLatin1(style) + u"</style>\n</head>\n<body>\n"_s;
    for (const ReportBlock &block : blocks) {
        switch (block.kind) {
        case Kind::Title: text += u"<h1>"_s + inHtml(block.text) + u"</h1>\n"_s; break;
        case Kind::Heading: text += u"<h2>"_s + inHtml(block.text) + u"</h2>\n"_s; break;
        case Kind::Text: text += u"<p>"_s + inHtml(block.text) + u"</p>\n"_s; break;
        case Kind::List:
            text += u"<ul>\n"_s;
            for (const QString &item : block.items)
                text += u"<li>"_s + inHtml(item) + u"</li>\n"_s;
            text += u"</ul>\n"_s;
            break;
        case Kind::Table: text += htmlTable(block); break;
        }
    }
    return text + u"</body>\n</html>\n"_s;
}

} // namespace baton
