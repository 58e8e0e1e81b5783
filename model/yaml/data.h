// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <memory>
#include <vector>

namespace baton::yaml {

struct DataEntry;

/// Comments that an entry carries along when a file is written anew.
struct Comments
{
    QByteArrayList above; ///< Lines of their own, `#` included; an empty one is a blank line.
    QByteArray beside;    ///< On the line of the entry.
};

/// What is to be written: a value, or the word that a node of a tree stays as it is.
struct Data
{
    enum class Kind : quint8 { Null, Bool, Number, Text, List, Map };

    Kind kind = Kind::Null;
    bool isBlock = false;   ///< A collection that gets lines of its own even where it would fit into one.
    bool isListed = false; ///< Stands for a list of itself: one persona instead of a list of one.
    bool isSame = false;   ///< `base` as it is; everything else here is of no account.
    int base = -1;         ///< The node of the tree that this is a new version of; -1 = written anew.
    QByteArray text;       ///< Of scalars.
    QByteArray longKey;    ///< Stands for a mapping with itself under this key: `timeout: 30m` for `{total: 30m}`.
    const QByteArrayList *order = nullptr; ///< The keys in the order they are written in; null = as they come.
    std::vector<DataEntry> entries;

    static Data ofText(const QByteArray &text) { return ofScalar(Kind::Text, text); }
    static Data ofScalar(Kind kind, const QByteArray &text)
    {
        Data data;
        data.kind = kind;
        data.text = text;
        return data;
    }
    static Data ofKind(Kind kind, bool isBlock = false)
    {
        Data data;
        data.kind = kind;
        data.isBlock = isBlock;
        return data;
    }
    static Data same(int node)
    {
        Data data;
        data.isSame = true;
        data.base = node;
        return data;
    }

    bool isCollection() const { return kind == Kind::List || kind == Kind::Map; }
    const Data *value(const QByteArray &key) const;
    void add(const QByteArray &key, Data value);
    void append(Data item);

    /// The same value, however it is written.
    bool operator==(const Data &other) const;
};

struct DataEntry
{
    QByteArray key; ///< Empty in lists.
    Data value;
    int base = -1; ///< The key, or the item, in the tree that this entry was; -1 = a new one.
    std::shared_ptr<const Comments> comments = {};
};

inline const Data *Data::value(const QByteArray &key) const
{
    for (const DataEntry &entry : entries) {
        if (entry.key == key)
            return &entry.value;
    }
    return nullptr;
}

inline void Data::add(const QByteArray &key, Data value)
{
    entries.push_back({key, std::move(value)});
}

inline void Data::append(Data item)
{
    entries.push_back({{}, std::move(item)});
}

inline bool Data::operator==(const Data &other) const
{
    if (kind != other.kind || text != other.text || entries.size() != other.entries.size())
        return false;
    for (size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].key != other.entries[i].key || !(entries[i].value == other.entries[i].value))
            return false;
    }
    return true;
}

} // namespace baton::yaml
