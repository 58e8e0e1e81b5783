// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/answerissues.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// More than this nobody reads, and nobody mends.
constexpr qsizetype mostIssues = 1000;
constexpr qsizetype longestField = 16 * 1024;

const QStringList &issueKeys()
{
    static const QStringList keys{u"severity"_s, u"task"_s, u"where"_s, u"what"_s, u"fix"_s};
    return keys;
}

/// The key that an agent's own word for it means; empty where it is none.
QString keyOf(QString name)
{
    name = name.trimmed().toLower();
    if (issueKeys().contains(name))
        return name;
    if (name == "level"_L1 || name == "priority"_L1)
        return u"severity"_s;
    if (name == "file"_L1 || name == "location"_L1 || name == "line"_L1)
        return u"where"_s;
    if (name == "issue"_L1 || name == "problem"_L1 || name == "description"_L1 || name == "what is wrong"_L1)
        return u"what"_s;
    if (name == "suggestion"_L1 || name == "proposed fix"_L1 || name == "how to fix it"_L1 || name == "recommendation"_L1)
        return u"fix"_s;
    return {};
}

bool isSeverity(const QString &word)
{
    static const QStringList words{u"blocker"_s, u"critical"_s, u"high"_s, u"major"_s, u"error"_s, u"medium"_s,
                                   u"moderate"_s, u"warning"_s, u"minor"_s, u"low"_s, u"info"_s, u"nit"_s, u"trivial"_s};
    return words.contains(word.toLower());
}

bool isNone(const QString &text)
{
    if (text.size() > 40)
        return false;
    const QString plain = withoutTrailing(text, u".!").toLower();
    static const QStringList words{u"none"_s, u"no issues"_s, u"no issues found"_s, u"none found"_s, u"no issue"_s,
                                   u"n/a"_s, u"[]"_s, u"no problems"_s, u"no problems found"_s, u"nothing"_s};
    return words.contains(plain);
}

/// Whether a word names a place: `src/a.cpp:12`, `README.md`.
bool isPlace(const QString &word)
{
    const QString file = word.section(u':', 0, 0);
    const qsizetype dot = file.lastIndexOf('.'_L1);
    const bool hasSuffix = dot > 0 && dot < file.size() - 1 && file.size() - dot <= 8 && file.at(dot + 1).isLetter();
    return !word.contains("://"_L1) && (hasSuffix || (file.contains('/'_L1) && file.size() > 2));
}

void put(QJsonObject &issue, const QString &key, const QString &value)
{
    const QString text = value.trimmed().left(longestField);
    if (text.isEmpty() || key.isEmpty())
        return;
    const QString known = issue.value(key).toString();
    issue.insert(key, known.isEmpty() ? text : (known + '\n'_L1 + text).left(longestField));
}

/// `key: value` parts of an item, split where a known key follows a `;`, `|`, `,` or a dash.
bool readPairs(const QString &item, QJsonObject &issue)
{
    QString key;
    qsizetype begin = 0;
    bool found = false;
    QString before;
    for (qsizetype i = 0; i <= item.size(); ++i) {
        const bool isEnd = i == item.size();
        if (!isEnd && item.at(i) != u':')
            continue;
        // The word or words before the colon, back to what parts them from the value before.
        qsizetype from = i;
        while (from > begin && i - from < 20 && !QStringView(u";|,\n—–(").contains(item.at(from - 1)) &&
               !(item.at(from - 1) == u'-' && from >= 2 && item.at(from - 2) == u' ') &&
               !(item.at(from - 1) == u' ' && from >= 2 && QStringView(u".!?").contains(item.at(from - 2))))
            --from;
        const QString next = isEnd ? QString() : keyOf(withoutTrailing(withoutLeading(item.sliced(from, i - from), u"*_`-+"), u"*_`"));
        if (!isEnd && next.isEmpty())
            continue;
        const QString value = withoutTrailing(item.sliced(begin, (isEnd ? item.size() : from) - begin), u";|,—–-(");
        if (found)
            put(issue, key, undecorated(value.startsWith("** "_L1) ? value.sliced(3) : value)); // of `**Key:** value`
        else
            before = value;
        found = found || !next.isEmpty();
        key = next;
        begin = i + 1;
    }
    if (found && !before.isEmpty() && issue.value("what"_L1).toString().isEmpty())
        issue.insert(u"what"_s, before.left(longestField));
    return found;
}

/// `**[major]** src/a.cpp:12 — what is wrong`: the severity and the place go in front.
void readFree(QJsonObject &issue)
{
    QString text = issue.value("what"_L1).toString();
    for (int i = 0; i < 2; ++i) {
        const qsizetype end = text.indexOf(u' ');
        QString word = text.left(end < 0 ? text.size() : end);
        word.removeIf([](QChar c) { return QStringView(u"*_`[]()").contains(c); });
        const QString bare = withoutTrailing(word, u":,");
        const QString key = isSeverity(bare) ? u"severity"_s : isPlace(bare) ? u"where"_s : QString();
        if (key.isEmpty() || issue.contains(key) || end < 0)
            break;
        issue.insert(key, bare);
        text = withoutLeading(text.sliced(end + 1), u"—–-:");
        issue.insert(u"what"_s, text);
    }
}

QJsonObject issueOf(const QString &whole)
{
    const QString item = whole.left(longestField);
    QJsonObject issue;
    if (!readPairs(item, issue))
        put(issue, u"what"_s, undecorated(item));
    readFree(issue);
    return issue;
}

QStringList cellsOf(const QString &row)
{
    QString line = row.trimmed();
    if (line.startsWith('|'_L1))
        line.remove(0, 1);
    if (line.endsWith('|'_L1))
        line.chop(1);
    QStringList cells = line.split(u'|');
    for (QString &cell : cells)
        cell = undecorated(cell);
    return cells;
}

/// A Markdown table whose head names at least what is wrong; nothing where there is none.
std::optional<QJsonArray> readTable(const QStringList &lines)
{
    QStringList keys;
    QJsonArray issues;
    for (const QString &line : lines) {
        if (!line.trimmed().startsWith('|'_L1)) {
            if (!keys.isEmpty())
                break;
            continue;
        }
        const QStringList cells = cellsOf(line);
        if (keys.isEmpty()) {
            for (const QString &cell : cells)
                keys += keyOf(cell);
            if (!keys.contains(u"what"_s))
                return std::nullopt;
            continue;
        }
        const bool isRule = std::all_of(line.cbegin(), line.cend(), [](QChar c) { return QStringView(u"|-: \t").contains(c); });
        QJsonObject issue;
        for (qsizetype i = 0; !isRule && i < qMin(cells.size(), keys.size()); ++i)
            put(issue, keys.at(i), cells.at(i));
        const bool saysNone = issue.size() <= 1 && isNone(issue.value("what"_L1).toString());
        if (!issue.isEmpty() && !saysNone && issues.size() < mostIssues)
            issues.append(issue);
    }
    return keys.isEmpty() ? std::nullopt : std::optional(issues);
}

/// A list in JSON, in a fence or bare.
std::optional<QJsonArray> readJson(const QStringList &lines)
{
    QStringList inside;
    for (const QString &line : lines) {
        if (!line.trimmed().startsWith("```"_L1) && !line.trimmed().startsWith("~~~"_L1))
            inside += line;
    }
    const QString text = inside.join(u'\n').trimmed();
    if (!text.startsWith('['_L1) || !text.endsWith(']'_L1))
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return std::nullopt;
    QJsonArray issues;
    for (const QJsonValue &value : document.array()) {
        if (issues.size() >= mostIssues)
            break;
        if (value.isString())
            issues.append(issueOf(value.toString()));
        else if (value.isObject())
            issues.append(value);
    }
    return issues;
}

bool startsItem(const QString &line)
{
    const QStringView text = QStringView(line).trimmed();
    if (text.size() >= 2 && QStringView(u"-*+•").contains(text.front()) && text.at(1).isSpace())
        return true;
    qsizetype digits = 0;
    while (digits < text.size() && digits < 4 && text.at(digits).isDigit())
        ++digits;
    return digits > 0 && text.size() > digits + 1 && QStringView(u".)").contains(text.at(digits)) && text.at(digits + 1).isSpace();
}

/// Of a text that starts an item. What follows the mark may be a tab, too.
QString withoutBullet(const QString &text)
{
    const auto space = std::find_if(text.cbegin(), text.cend(), [](QChar c) { return c.isSpace(); });
    return text.sliced(space - text.cbegin()).trimmed();
}

qsizetype indentOf(const QString &line)
{
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent).isSpace())
        ++indent;
    return indent;
}

} // namespace

QString withoutLeading(const QString &text, QStringView characters)
{
    const auto first = std::find_if(text.cbegin(), text.cend(), [&](QChar c) { return !c.isSpace() && !characters.contains(c); });
    return text.sliced(first - text.cbegin());
}

QString withoutTrailing(const QString &text, QStringView characters)
{
    const auto last = std::find_if(text.crbegin(), text.crend(), [&](QChar c) { return !c.isSpace() && !characters.contains(c); });
    return text.left(text.crend() - last).trimmed();
}

QString undecorated(const QString &line)
{
    QString text = withoutLeading(line, u">#").trimmed();
    if (startsItem(text))
        text = withoutBullet(text);
    if (text.startsWith("[ ]"_L1) || text.startsWith("[x]"_L1, Qt::CaseInsensitive))
        text = text.sliced(3).trimmed();
    for (const auto mark : {"**"_L1, "__"_L1, "`"_L1, "*"_L1, "_"_L1}) {
        if (text.size() > 2 * mark.size() && text.startsWith(mark) && text.endsWith(mark) &&
            text.indexOf(mark, mark.size()) == text.size() - mark.size())
            text = text.sliced(mark.size(), text.size() - 2 * mark.size()).trimmed();
    }
    return text;
}

QStringList listItems(const QStringList &lines)
{
    QStringList items;
    const auto first = std::find_if(lines.cbegin(), lines.cend(), startsItem);
    const bool isList = first != lines.cend();
    const qsizetype indent = isList ? indentOf(*first) : 0;
    bool isOpen = false; // the item before goes on
    bool isApart = false; // behind an empty line
    for (const QString &line : lines) {
        const QString text = line.trimmed();
        if (text.isEmpty()) {
            isApart = true;
            continue;
        }
        if (isApart && (!isList || (indentOf(line) <= indent && !startsItem(line))))
            isOpen = false;
        isApart = false;
        const bool begins = isList ? startsItem(line) && indentOf(line) <= indent + 1 : !isOpen;
        if (begins && items.size() < mostIssues)
            items += startsItem(text) ? withoutBullet(text) : text;
        else if (isOpen && !items.isEmpty() && items.last().size() < longestField)
            items.last() += '\n'_L1 + (startsItem(text) ? withoutBullet(text) : text);
        isOpen = isOpen || begins;
    }
    return items;
}

std::optional<QJsonArray> readIssues(const QStringList &lines)
{
    if (std::optional<QJsonArray> issues = readJson(lines))
        return issues;
    if (std::optional<QJsonArray> issues = readTable(lines))
        return issues;
    const QStringList items = listItems(lines);
    if (items.isEmpty())
        return std::nullopt;
    if (items.size() == 1 && isNone(undecorated(items.first())))
        return QJsonArray();
    QJsonArray issues;
    for (const QString &item : items) {
        if (const QJsonObject issue = issueOf(item); !issue.isEmpty())
            issues.append(issue);
    }
    return issues;
}

} // namespace baton
