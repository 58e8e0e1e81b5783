// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/glob.h"

#include <algorithm>

namespace baton {

/// Braces nested deeper than this are letters.
inline constexpr int deepestBrace = 32;

/// A non-deterministic automaton in Thompson's form: a state either reads one character or goes on without reading.
struct Glob::Automaton
{
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

} // namespace baton
