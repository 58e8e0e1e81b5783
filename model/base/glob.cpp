// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/glob.h"

#include "model/base/globautomaton.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A longer pattern is taken letter for letter, and a longer path matches no wildcard.
constexpr qsizetype longestPattern = 1024;

/// No name in it is empty or `.`; a slash at either end is no name. In one pass: a plan has tens of thousands of paths.
bool isClean(QStringView path)
{
    QChar last = u' ';       // before the current character
    bool isDot = false;      // the name so far is `.`
    bool isStart = true;     // of a name
    for (const QChar c : path) {
        if (c == u'/') {
            if (isDot || last == u'/')
                return false;
            isStart = true;
        } else {
            isDot = isStart && c == u'.';
            isStart = false;
        }
        last = c;
    }
    return !isDot;
}

} // namespace

Glob::Glob(const QString &pattern) : m_pattern(cleaned(pattern))
{
    if (m_pattern.isEmpty() && !pattern.isEmpty())
        m_pattern = u"**"_s; // `.`, the root itself
    m_prefixLength = m_pattern.size();
    const bool folder = m_pattern.endsWith(u'/');
    const auto isWild = [](QChar c) { return c == u'*' || c == u'?' || c == u'[' || c == u'{'; };
    const auto wild = std::find_if(m_pattern.cbegin(), m_pattern.cend(), isWild);
    if (m_pattern.size() > longestPattern || wild == m_pattern.cend()) {
        m_kind = folder ? Kind::Folder : Kind::Literal;
        if (folder)
            --m_prefixLength; // the folder itself is named too
        return;
    }
    m_kind = Kind::Pattern;
    m_prefixLength = wild - m_pattern.cbegin();
    m_automaton = Automaton::ofText(m_pattern.toStdU32String());
    measureName();
}

/// Where the last name's letters may belong to a name further up, nothing is said of it.
void Glob::measureName()
{
    const QStringView name = QStringView(m_pattern).sliced(m_pattern.lastIndexOf(u'/') + 1);
    if (name.contains("**"_L1))
        return; // may stand for folders
    int depth = 0;
    for (const QChar c : name) {
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (depth < 0)
            return; // the slash before it is in one of several alternatives
    }
    const auto isWild = [](QChar c) { return c == u'*' || c == u'?' || c == u'[' || c == u'{' || c == u']' || c == u'}'; };
    const auto first = std::find_if(name.begin(), name.end(), isWild);
    const auto last = std::find_if(name.rbegin(), name.rend(), isWild);
    m_headLength = qint32(first - name.begin());
    m_tailLength = qint32(last - name.rbegin());
}

QStringView Glob::nameHead() const
{
    const QStringView name = QStringView(m_pattern).sliced(m_pattern.lastIndexOf(u'/') + 1);
    return m_kind == Kind::Literal ? name : name.first(m_headLength);
}

QStringView Glob::nameTail() const
{
    const QStringView name = QStringView(m_pattern).sliced(m_pattern.lastIndexOf(u'/') + 1);
    return m_kind == Kind::Literal ? name : name.last(m_tailLength);
}

QString Glob::folder() const
{
    if (m_kind == Kind::Folder)
        return m_pattern.chopped(1);
    const qsizetype slash = fixedPrefix().lastIndexOf(u'/');
    return slash < 0 ? QString() : m_pattern.first(slash);
}

std::shared_ptr<const Glob::Automaton> Glob::automaton() const
{
    return m_automaton ? m_automaton : Automaton::ofText(m_pattern.toStdU32String());
}

bool Glob::matches(const QString &path) const
{
    const QString clean = cleaned(path);
    switch (m_kind) {
    case Kind::Literal:
        return clean == m_pattern;
    case Kind::Folder:
        return clean.startsWith(m_pattern) || clean == fixedPrefix();
    case Kind::Pattern:
        break;
    }
    const QStringView file = clean.endsWith(u'/') ? QStringView(clean).chopped(1) : QStringView(clean);
    return file.size() <= longestPattern && file.startsWith(fixedPrefix()) && m_automaton->accepts(file.toString().toStdU32String());
}

bool Glob::mayIntersect(const Glob &other) const
{
    const auto areKin = [](QStringView a, QStringView b) { return a.size() < b.size() ? b.startsWith(a) : a.startsWith(b); };
    if (!areKin(fixedPrefix(), other.fixedPrefix()) || !areKin(nameHead(), other.nameHead()))
        return false;
    const QStringView mine = nameTail();
    const QStringView theirs = other.nameTail();
    return mine.size() < theirs.size() ? theirs.endsWith(mine) : mine.endsWith(theirs);
}

bool Glob::intersects(const Glob &other) const
{
    if (m_kind == Kind::Literal && other.m_kind == Kind::Literal)
        return m_pattern == other.m_pattern;
    if (!mayIntersect(other))
        return false;
    if (m_kind == Kind::Literal)
        return other.matches(m_pattern);
    if (other.m_kind == Kind::Literal)
        return matches(other.m_pattern);
    if (m_kind == Kind::Folder && other.m_kind == Kind::Folder)
        return m_pattern.startsWith(other.m_pattern) || other.m_pattern.startsWith(m_pattern);
    return Automaton::intersect(*automaton(), *other.automaton());
}

QString Glob::cleaned(const QString &path)
{
    if (isClean(path))
        return path;
    const bool absolute = path.startsWith(u'/');
    const bool folder = path.endsWith(u'/') || path.endsWith(u"/."_s);
    QStringList names = path.split(u'/', Qt::SkipEmptyParts);
    names.removeAll(u"."_s);
    QString clean = names.join(u'/');
    if (absolute)
        clean.prepend(u'/');
    if (folder && !names.isEmpty())
        clean += u'/';
    return clean;
}

namespace {

/// Reads a path with all its alternatives at once, and notes whether one of them leaves the workspace. What has been
/// read of the name so far is one of several things, a bit each.
class WayOut
{
public:
    explicit WayOut(QStringView path) : m_path(path), m_closedAt(size_t(path.size()), 0)
    {
        std::vector<size_t> open;
        for (size_t i = 0; i < m_closedAt.size(); ++i) {
            const QChar c = m_path[qsizetype(i)];
            if (c == u'{') {
                open.push_back(i);
            } else if (c == u'}' && !open.empty()) {
                m_closedAt[open.back()] = i;
                open.pop_back();
            }
        }
    }

    bool isThere()
    {
        const int last = sequence(0, m_closedAt.size(), Front, 0);
        return m_isFound || (last & TwoDots);
    }

private:
    enum Read { Front = 1, Start = 2, OneDot = 4, TwoDots = 8, Other = 16, Letter = 32 };

    int sequence(size_t begin, size_t end, int read, int depth)
    {
        for (size_t i = begin; i < end;) {
            const size_t close = m_path[qsizetype(i)] == u'{' && depth < deepestBrace ? m_closedAt[i] : 0;
            if (close > i && close < end) {
                read = alternatives(i, close, read, depth);
                i = close + 1;
            } else {
                read = next(m_path[qsizetype(i++)], read);
            }
        }
        return read;
    }

    int alternatives(size_t open, size_t close, int read, int depth)
    {
        int after = 0;
        size_t from = open + 1;
        for (size_t i = from; i <= close; ++i) {
            if (i < close && m_path[qsizetype(i)] == u'{' && m_closedAt[i] > i) {
                i = m_closedAt[i];
            } else if (i == close || m_path[qsizetype(i)] == u',') {
                after |= sequence(from, i, read, depth + 1);
                from = i + 1;
            }
        }
        return after;
    }

    int next(QChar c, int read)
    {
        if (c == u'/' || c == u'\\') {
            m_isFound |= (read & (Front | TwoDots)) != 0;
            return Start;
        }
        m_isFound |= (c == u'~' && (read & Front)) || (c == u':' && (read & Letter));
        int after = 0;
        if (read & (Front | Start))
            after |= c == u'.' ? OneDot : Other;
        if ((read & Front) && c.isLetter())
            after |= Letter;
        if (read & OneDot)
            after |= c == u'.' ? TwoDots : Other;
        if (read & (TwoDots | Other | Letter))
            after |= Other;
        return after;
    }

    QStringView m_path;
    std::vector<size_t> m_closedAt; ///< Where a `{` is closed, 0 where it is not.
    bool m_isFound = false;
};

} // namespace

bool Glob::isUnsafe(const QString &path)
{
    // In one pass: a plan has tens of thousands of paths, and hardly one with any of these.
    bool isSuspect = path.startsWith(u'/');
    QChar last;
    for (const QChar c : path) {
        if (c.isNull())
            return true;
        isSuspect |= c == u'\\' || c == u'{' || c == u'~' || c == u':' || (c == u'.' && last == u'.');
        last = c;
    }
    if (!isSuspect)
        return false;
    return WayOut(path).isThere();
}

} // namespace baton
