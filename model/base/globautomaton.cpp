// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/globautomaton.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Pairs of states looked at before two patterns count as overlapping.
constexpr size_t mostPairs = 1'000'000;

} // namespace

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

} // namespace baton
