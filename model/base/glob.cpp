// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/glob.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A longer pattern is taken letter for letter, and a longer path matches no wildcard.
constexpr qsizetype longestPattern = 1024;
/// Braces nested deeper than this are letters.
constexpr int deepestBrace = 32;
/// Pairs of states looked at before two patterns count as overlapping.
constexpr size_t mostPairs = 1'000'000;

/// A set of characters within a name: never the slash.
struct CharacterSet
{
    struct Range
    {
        char32_t first;
        char32_t last;
    };
    std::vector<Range> ranges;
    bool negated = false;

    bool contains(char32_t c) const
    {
        const bool listed =
            std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
        return c != U'/' && listed != negated;
    }
};

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

/// A non-deterministic automaton in Thompson's form: a state either reads one character or goes on without reading.
struct Glob::Automaton
{
    enum class Reads : quint8 { Nothing, Character, AnyInName, Set };
    struct State
    {
        Reads reads = Reads::Nothing;
        char32_t character = 0; ///< Or the index of a set.
        int next = -1;
        int other = -1; ///< A second way on, where nothing is read.
    };
    std::vector<State> states;
    std::vector<CharacterSet> sets;
    int start = 0;
    int accepting = 0;

    bool canRead(const State &state, char32_t c) const
    {
        switch (state.reads) {
        case Reads::Nothing:
            return false;
        case Reads::Character:
            return state.character == c;
        case Reads::AnyInName:
            return c != U'/';
        case Reads::Set:
            return sets[state.character].contains(c);
        }
        return false;
    }

    class Builder;
    void close(std::vector<int> &active, std::vector<char> &seen) const;
    bool accepts(const std::u32string &path) const;
    static bool canReadSame(const Automaton &a, const State &x, const Automaton &b, const State &y);
    static bool intersect(const Automaton &a, const Automaton &b);
    static std::shared_ptr<const Automaton> ofText(const std::u32string &pattern);
};

/// Builds the automaton of a pattern from left to right; `m_end` is the state reached so far.
class Glob::Automaton::Builder
{
public:
    Builder(Automaton &automaton, const std::u32string &text)
        : m_automaton(automaton)
        , m_text(text)
        , m_braceEnd(text.size())
        , m_setEnd(text.size())
    {
        // Found once for all: looking ahead at every bracket would take quadratic time on hostile patterns.
        std::vector<size_t> open;
        for (size_t i = 0; i < text.size(); ++i) {
            if (text[i] == U'{') {
                open.push_back(i);
            } else if (text[i] == U'}' && !open.empty()) {
                m_braceEnd[open.back()] = i;
                open.pop_back();
            }
        }
        size_t stop = 0;
        for (size_t i = text.size(); i-- > 0;) {
            m_setEnd[i] = stop;
            if (text[i] == U']')
                stop = i;
            else if (text[i] == U'/')
                stop = 0;
        }
    }

    void build()
    {
        m_end = add({});
        m_automaton.start = m_end;
        sequence(0, m_text.size(), 0);
        m_automaton.accepting = m_end;
    }

private:
    int add(State state)
    {
        m_automaton.states.push_back(state);
        return int(m_automaton.states.size()) - 1;
    }
    void link(int from, int to)
    {
        State &state = m_automaton.states[size_t(from)];
        if (state.next < 0)
            state.next = to;
        else
            state.other = to;
    }
    void read(Reads reads, char32_t character)
    {
        const int reader = add({reads, character, -1, -1});
        link(m_end, reader);
        const int after = add({});
        m_automaton.states[size_t(reader)].next = after;
        m_end = after;
    }
    /// What `body` builds, any number of times, none included.
    template <class Body>
    void repeat(Body body)
    {
        const int loop = add({});
        link(m_end, loop);
        m_end = add({});
        m_automaton.states[size_t(loop)].next = m_end;
        body();
        link(m_end, loop);
        const int after = add({});
        m_automaton.states[size_t(loop)].other = after;
        m_end = after;
    }
    void name()
    {
        read(Reads::AnyInName, 0);
        repeat([this] { read(Reads::AnyInName, 0); });
    }

    bool atNameStart(size_t i) const
    {
        const char32_t before = i == 0 ? U'/' : m_text[i - 1];
        return before == U'/' || before == U'{' || before == U',';
    }

    void sequence(size_t begin, size_t end, int depth)
    {
        for (size_t i = begin; i < end;)
            i = item(i, end, depth);
    }

    size_t item(size_t i, size_t end, int depth)
    {
        const char32_t c = m_text[i];
        if (c == U'*')
            return stars(i, end);
        if (c == U'?') {
            read(Reads::AnyInName, 0);
            return i + 1;
        }
        if (c == U'[') {
            if (const size_t after = set(i, end))
                return after;
        }
        if (c == U'{' && depth < deepestBrace) {
            if (const size_t after = braces(i, end, depth))
                return after;
        }
        if (c == U'/' && i + 1 == m_text.size()) { // the folder itself, or anything below it
            const int before = m_end;
            read(Reads::Character, U'/');
            name();
            repeat([this] {
                read(Reads::Character, U'/');
                name();
            });
            link(before, m_end);
            return i + 1;
        }
        read(Reads::Character, c);
        return i + 1;
    }

    size_t stars(size_t i, size_t end)
    {
        size_t after = i;
        while (after < end && m_text[after] == U'*')
            ++after;
        const bool folders = after - i >= 2 && atNameStart(i);
        if (folders && after < end && m_text[after] == U'/' && after + 1 < m_text.size()) {
            repeat([this] {
                name();
                read(Reads::Character, U'/');
            });
            return after + 1;
        }
        if (folders && (after == end || m_text[after] == U'/')) {
            name();
            repeat([this] {
                read(Reads::Character, U'/');
                name();
            });
            return after == end ? after : after + 1;
        }
        repeat([this] { read(Reads::AnyInName, 0); });
        return after;
    }

    /// 0 where the bracket is never closed: then it is a letter.
    size_t set(size_t i, size_t end)
    {
        size_t at = i + 1;
        CharacterSet result;
        if (at < end && (m_text[at] == U'!' || m_text[at] == U'^')) {
            result.negated = true;
            ++at;
        }
        const size_t close = at < end ? m_setEnd[at] : 0; // a `]` that comes first is a letter
        if (close == 0 || close >= end || m_text[at] == U'/')
            return 0;
        while (at < close) {
            const bool isRange = at + 2 < close && m_text[at + 1] == U'-';
            result.ranges.push_back({m_text[at], m_text[isRange ? at + 2 : at]});
            at += isRange ? 3 : 1;
        }
        m_automaton.sets.push_back(std::move(result));
        read(Reads::Set, char32_t(m_automaton.sets.size() - 1));
        return at + 1;
    }

    /// 0 where the brace is never closed: then it is a letter.
    size_t braces(size_t i, size_t end, int depth)
    {
        const size_t at = m_braceEnd[i];
        if (at == 0 || at >= end)
            return 0;
        std::vector<size_t> cuts{i};
        for (size_t n = i + 1; n < at; ++n) {
            if (m_text[n] == U'{' && m_braceEnd[n])
                n = m_braceEnd[n];
            else if (m_text[n] == U',')
                cuts.push_back(n);
        }
        cuts.push_back(at);
        int fork = m_end;
        const int join = add({});
        for (size_t n = 0; n + 1 < cuts.size(); ++n) {
            m_end = add({});
            link(fork, m_end);
            const int nextFork = add({});
            if (n + 2 < cuts.size())
                link(fork, nextFork);
            sequence(cuts[n] + 1, cuts[n + 1], depth + 1);
            link(m_end, join);
            fork = nextFork;
        }
        m_end = join;
        return at + 1;
    }

    Automaton &m_automaton;
    const std::u32string &m_text;
    std::vector<size_t> m_braceEnd; ///< Where a `{` is closed, 0 where it is not.
    std::vector<size_t> m_setEnd;   ///< The first `]` of the name after a place, 0 where there is none.
    int m_end = 0;
};

std::shared_ptr<const Glob::Automaton> Glob::Automaton::ofText(const std::u32string &pattern)
{
    auto automaton = std::make_shared<Automaton>();
    automaton->states.reserve(pattern.size() * 3);
    Builder(*automaton, pattern).build();
    return automaton;
}

void Glob::Automaton::close(std::vector<int> &active, std::vector<char> &seen) const
{
    for (size_t i = 0; i < active.size(); ++i) {
        const State &state = states[size_t(active[i])];
        if (state.reads != Reads::Nothing)
            continue;
        for (int next : {state.next, state.other}) {
            if (next >= 0 && !seen[size_t(next)]) {
                seen[size_t(next)] = 1;
                active.push_back(next);
            }
        }
    }
}

bool Glob::Automaton::accepts(const std::u32string &path) const
{
    std::vector<char> seen(states.size());
    std::vector<int> active{start};
    seen[size_t(start)] = 1;
    close(active, seen);
    for (char32_t c : path) {
        std::vector<int> next;
        std::fill(seen.begin(), seen.end(), 0);
        for (int index : active) {
            const State &state = states[size_t(index)];
            if (canRead(state, c) && !seen[size_t(state.next)]) {
                seen[size_t(state.next)] = 1;
                next.push_back(state.next);
            }
        }
        if (next.empty())
            return false;
        close(next, seen);
        active = std::move(next);
    }
    return seen[size_t(accepting)];
}

bool Glob::Automaton::canReadSame(const Automaton &a, const State &x, const Automaton &b, const State &y)
{
    if (x.reads == Reads::Character)
        return b.canRead(y, x.character);
    if (y.reads == Reads::Character)
        return a.canRead(x, y.character);
    if (x.reads == Reads::AnyInName || y.reads == Reads::AnyInName)
        return true;
    // Two sets share a character if one lies at an end of a range of the other, or just beside one, or both are negated.
    const CharacterSet &p = a.sets[x.character];
    const CharacterSet &q = b.sets[y.character];
    if (p.negated && q.negated)
        return true;
    for (const CharacterSet *set : {&p, &q}) {
        for (const CharacterSet::Range &range : set->ranges) {
            for (char32_t c : {range.first, range.last, char32_t(range.first - 1), char32_t(range.last + 1)}) {
                if (p.contains(c) && q.contains(c))
                    return true;
            }
        }
    }
    return false;
}

/// Whether both accept some text: a search of the pairs of states that one text can lead to.
bool Glob::Automaton::intersect(const Automaton &a, const Automaton &b)
{
    const size_t width = b.states.size();
    if (a.states.size() * width > mostPairs)
        return true;
    std::vector<char> seen(a.states.size() * width);
    std::vector<std::pair<int, int>> open;
    const auto visit = [&](int x, int y) {
        if (x < 0 || y < 0)
            return;
        char &mark = seen[size_t(x) * width + size_t(y)];
        if (!mark) {
            mark = 1;
            open.emplace_back(x, y);
        }
    };
    visit(a.start, b.start);
    while (!open.empty()) {
        const auto [i, j] = open.back();
        open.pop_back();
        if (i == a.accepting && j == b.accepting)
            return true;
        const State &x = a.states[size_t(i)];
        const State &y = b.states[size_t(j)];
        if (x.reads == Reads::Nothing) {
            visit(x.next, j);
            visit(x.other, j);
        }
        if (y.reads == Reads::Nothing) {
            visit(i, y.next);
            visit(i, y.other);
        }
        if (x.reads != Reads::Nothing && y.reads != Reads::Nothing && canReadSame(a, x, b, y))
            visit(x.next, y.next);
    }
    return false;
}

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
    if (path.contains(QChar(0)))
        return true;
    // In one pass: a plan has tens of thousands of paths, and hardly one with any of these.
    const auto isSuspect = [](QChar c) { return c == u'\\' || c == u'{' || c == u'~' || c == u':'; };
    if (!path.startsWith(u'/') && !path.contains(".."_L1) && std::none_of(path.begin(), path.end(), isSuspect))
        return false;
    return WayOut(path).isThere();
}

} // namespace baton
