// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/merge.h"

#include "model/storage/shape.h"

#include <QHash>
#include <QList>

#include <algorithm>

namespace baton {

using yaml::Data;
using yaml::DataEntry;
using yaml::Tree;

namespace {

/// `30m` as `{total: 30m}`, where the file writes it so.
Data asMap(const Data &data)
{
    if (data.longKey.isEmpty() || data.kind == Data::Kind::Map)
        return data;
    Data map = Data::ofKind(Data::Kind::Map);
    map.add(data.longKey, data);
    map.entries.back().value.longKey.clear();
    return map;
}

Data asList(const Data &data)
{
    if (!data.isListed)
        return data;
    Data list = Data::ofKind(Data::Kind::List);
    list.append(data);
    list.entries.back().value.isListed = false;
    return list;
}

QByteArray keyOf(const Tree &tree, int key)
{
    return tree.isScalar(key) ? tree.text(key).toByteArray() : QByteArray();
}

/// What an item is known by when it was edited: a need by the task it names.
QByteArray identityOf(const Data &item)
{
    const Data *task = item.value("task");
    return task ? task->text : item.longKey == "task" ? item.text : QByteArray();
}

QByteArray serialised(const Data &data)
{
    QByteArray text = QByteArray::number(int(data.kind)) + data.text + '\0';
    for (const DataEntry &entry : data.entries)
        text += entry.key + '\0' + serialised(entry.value);
    return text + '\1';
}

/// For each item of \a now the item of \a was that it is, or became; -1 for a new one.
QList<int> aligned(const Data &was, const Data &now)
{
    const auto oldCount = int(was.entries.size());
    const auto newCount = int(now.entries.size());
    QList<int> origin(newCount, -1);
    QList<bool> isTaken(oldCount, false);
    const auto pair = [&](int newItem, int oldItem) {
        origin[newItem] = oldItem;
        isTaken[oldItem] = true;
    };
    QHash<QByteArray, QList<int>> byText;
    QHash<QByteArray, QList<int>> byIdentity;
    for (int i = oldCount - 1; i >= 0; --i) {
        byText[serialised(was.entries[size_t(i)].value)].append(i);
        if (const QByteArray identity = identityOf(was.entries[size_t(i)].value); !identity.isEmpty())
            byIdentity[identity].append(i);
    }
    for (int i = 0; i < newCount; ++i) {
        QList<int> &same = byText[serialised(now.entries[size_t(i)].value)];
        if (!same.isEmpty())
            pair(i, same.takeLast());
    }
    for (int i = 0; i < newCount; ++i) {
        QList<int> &same = byIdentity[identityOf(now.entries[size_t(i)].value)];
        while (origin[i] < 0 && !same.isEmpty()) {
            if (const int candidate = same.takeLast(); !isTaken[candidate])
                pair(i, candidate);
        }
    }
    // As many gone as came: they were edited in place.
    if (origin.count(-1) == isTaken.count(false)) {
        int oldItem = 0;
        for (int i = 0; i < newCount; ++i) {
            while (origin[i] < 0 && isTaken[oldItem])
                ++oldItem;
            if (origin[i] < 0)
                pair(i, oldItem);
        }
    }
    return origin;
}

/// Puts items that no reader understood back behind the item they stood behind.
void keepUnread(const QList<int> &all, const QList<int> &read, std::vector<DataEntry> &entries, const std::function<DataEntry(int)> &entryOf)
{
    int before = -1;
    for (const int item : all) {
        if (!read.contains(item)) {
            auto place = std::find_if(entries.begin(), entries.end(), [&](const DataEntry &entry) { return entry.base == before; });
            place = before < 0 || place == entries.end() ? entries.begin() : place + 1;
            entries.insert(place, entryOf(item));
        }
        before = item;
    }
}

Data mergedList(const Tree &tree, int node, const Data &was, const Data &now)
{
    const QList<int> items = readableItems(tree, node, qsizetype(was.entries.size()));
    if (items.size() != qsizetype(was.entries.size()))
        return now;
    Data result = Data::ofKind(Data::Kind::List);
    result.base = node;
    const QList<int> origin = aligned(was, now);
    for (int i = 0; i < origin.size(); ++i) {
        const Data &item = now.entries[size_t(i)].value;
        const int base = origin[i] < 0 ? -1 : items.at(origin[i]);
        result.entries.push_back({{}, base < 0 ? item : merged(tree, base, was.entries[size_t(origin[i])].value, item), base});
    }
    keepUnread(tree.children(node), items, result.entries, [](int item) { return DataEntry{{}, Data::same(item), item}; });
    return result;
}

bool hasOwnComments(const Tree &tree, int collection, int valueFrom)
{
    for (const yaml::Region &region : regionsOf(tree, collection, valueFrom)) {
        if (const auto comments = commentsOf(tree, region)) {
            const bool hasAbove = std::any_of(comments->above.begin(), comments->above.end(), [](const QByteArray &line) { return !line.isEmpty(); });
            if (hasAbove || !comments->beside.isEmpty())
                return true;
        }
    }
    return false;
}

/// The short form reads better, unless the file's long form holds more than it.
bool needsLongForm(const Tree &tree, int node, int valueFrom, const Data &now, bool withComments)
{
    if (withComments && hasOwnComments(tree, node, valueFrom))
        return true;
    const QList<int> keys = tree.isMapping(node) ? tree.children(node) : QList<int>();
    return std::any_of(keys.begin(), keys.end(), [&](int key) { return keyOf(tree, key) != now.longKey && keyOf(tree, key) != "type"; });
}

Data carriedMap(const Tree &tree, int node, int valueFrom, const Data &was, const Data &now, bool withComments)
{
    Data result = now;
    result.isBlock = now.isBlock;
    const std::vector<yaml::Region> regions = regionsOf(tree, node, valueFrom);
    for (const yaml::Region &region : regions) {
        const QByteArray key = keyOf(tree, region.node);
        const auto comments = withComments ? commentsOf(tree, region) : nullptr;
        const auto found = std::find_if(result.entries.begin(), result.entries.end(), [&](const DataEntry &entry) { return entry.key == key; });
        const Data *before = was.value(key);
        if (found != result.entries.end()) {
            found->value = carried(tree, region.value, region.valueFrom, before ? *before : Data(), found->value, withComments);
            found->comments = comments;
        } else if (!before && tree.isScalar(region.node)) {
            insertOrdered(result, {key, copied(tree, region.value, region.valueFrom, withComments), -1, comments}, now.order);
        }
    }
    return result;
}

Data carriedList(const Tree &tree, int node, int valueFrom, const Data &was, const Data &now, bool withComments)
{
    const QList<int> items = readableItems(tree, node, qsizetype(was.entries.size()));
    if (items.size() != qsizetype(was.entries.size()))
        return now;
    Data result = now;
    const QList<int> origin = aligned(was, now);
    const std::vector<yaml::Region> regions = regionsOf(tree, node, valueFrom);
    const auto regionOf = [&](int item) {
        return *std::find_if(regions.begin(), regions.end(), [&](const yaml::Region &region) { return region.node == item; });
    };
    for (int i = 0; i < origin.size(); ++i) {
        if (origin[i] < 0)
            continue;
        const yaml::Region region = regionOf(items.at(origin[i]));
        DataEntry &entry = result.entries[size_t(i)];
        entry.base = region.node;
        entry.value = carried(tree, region.node, region.valueFrom, was.entries[size_t(origin[i])].value, entry.value, withComments);
        entry.comments = withComments ? commentsOf(tree, region) : nullptr;
    }
    keepUnread(tree.children(node), items, result.entries, [&](int item) {
        const yaml::Region region = regionOf(item);
        return DataEntry{{}, copied(tree, item, region.valueFrom, withComments), item, withComments ? commentsOf(tree, region) : nullptr};
    });
    return result;
}

} // namespace

std::vector<yaml::Region> regionsOf(const Tree &tree, int collection, int valueFrom)
{
    const int node = tree.resolved(collection);
    const bool isBlock = tree.at(node).style == yaml::Style::Block;
    // An alias has the entries of what it names, but none of the comments around them.
    const int from = valueFrom < 0 || node != collection ? tree.at(node).begin : entriesFrom(tree, node, valueFrom);
    return isBlock ? blockRegions(tree, node, from).entries : flowRegions(tree, node).entries;
}

QList<int> readableItems(const Tree &tree, int list, qsizetype count)
{
    const QList<int> all = tree.children(list);
    if (all.size() == count)
        return all;
    QList<int> readable;
    for (const int item : all) {
        const int task = tree.isMapping(item) ? tree.value(item, "task") : item;
        if (task >= 0 && tree.isScalar(task) && !tree.isNull(task))
            readable += item;
    }
    return readable;
}

void insertOrdered(Data &map, DataEntry entry, const QByteArrayList *order)
{
    const auto rankOf = [&](const QByteArray &key) {
        const qsizetype rank = order ? order->indexOf(key) : -1;
        return rank < 0 ? (order ? order->size() : 0) : rank;
    };
    const bool isKnown = order && order->contains(entry.key);
    auto place = map.entries.end();
    // The layout stays last, so that a plan's diff stays a plan's diff.
    if (!isKnown && order == &rootOrder() && !map.entries.empty() && map.entries.back().key == "layout")
        --place;
    if (isKnown) {
        const qsizetype rank = rankOf(entry.key);
        place = map.entries.begin();
        for (auto other = map.entries.begin(); other != map.entries.end(); ++other) {
            if (order->contains(other->key) && rankOf(other->key) < rank)
                place = other + 1;
        }
    }
    map.entries.insert(place, std::move(entry));
}

Data merged(const Tree &tree, int node, const Data &was, const Data &now)
{
    if (was == now)
        return Data::same(node);
    if (tree.at(node).type == yaml::NodeType::Alias || tree.at(node).type == yaml::NodeType::Scalar)
        return now;
    const bool isEmpty = tree.at(node).next == node + 1;
    const bool isMap = tree.isMapping(node);
    const Data before = isMap ? asMap(was) : asList(was);
    const Data after = isMap ? asMap(now) : asList(now);
    const Data::Kind kind = isMap ? Data::Kind::Map : Data::Kind::List;
    if (isEmpty || before.kind != kind || after.kind != kind)
        return now;
    return isMap ? mergedMap(tree, node, before, after) : mergedList(tree, node, before, after);
}

Data mergedMap(const Tree &tree, int node, const Data &was, const Data &now)
{
    Data result = Data::ofKind(Data::Kind::Map);
    result.base = node;
    for (const int key : tree.children(node)) {
        const QByteArray name = keyOf(tree, key);
        const int value = tree.at(key).next;
        const Data *before = tree.isScalar(key) ? was.value(name) : nullptr;
        const Data *after = tree.isScalar(key) ? now.value(name) : nullptr;
        if (before && after)
            result.entries.push_back({name, merged(tree, value, *before, *after), key});
        else if (after)
            result.entries.push_back({name, *after, key});
        else if (!before)
            result.entries.push_back({name, Data::same(value), key});
    }
    for (const DataEntry &entry : now.entries) {
        if (!result.value(entry.key))
            insertOrdered(result, entry, now.order);
    }
    return result;
}

Data carried(const Tree &tree, int node, int valueFrom, const Data &was, const Data &now, bool withComments)
{
    const int target = tree.resolved(node);
    const bool isMap = tree.isMapping(target);
    if (tree.isScalar(target) || tree.at(target).next == target + 1)
        return now;
    const bool isShort = isMap ? !now.longKey.isEmpty() && now.kind != Data::Kind::Map : now.isListed;
    if (isShort && !needsLongForm(tree, node, valueFrom, now, withComments))
        return now;
    const Data before = isMap ? asMap(was) : asList(was);
    const Data after = isMap ? asMap(now) : asList(now);
    const Data::Kind kind = isMap ? Data::Kind::Map : Data::Kind::List;
    if (before.kind != kind || after.kind != kind)
        return now;
    return isMap ? carriedMap(tree, node, valueFrom, before, after, withComments)
                 : carriedList(tree, node, valueFrom, before, after, withComments);
}

Data copied(const Tree &tree, int node, int valueFrom, bool withComments)
{
    const int target = tree.resolved(node);
    if (tree.isScalar(target)) {
        const QJsonValue value = tree.toJson(target);
        const QByteArray text = tree.text(target).toByteArray();
        if (value.isNull())
            return {};
        if (value.isBool())
            return Data::ofScalar(Data::Kind::Bool, value.toBool() ? "true" : "false");
        // Only what JSON writes the same way is a number in both kinds of file.
        const bool isPlainNumber = value.isDouble() && !text.startsWith('+') && !text.startsWith('.') && !text.endsWith('.')
            && (!text.startsWith('0') || text == "0" || text.startsWith("0.")) && !text.startsWith("-0") && !text.contains(".e");
        if (value.isDouble())
            return Data::ofScalar(Data::Kind::Number, isPlainNumber ? text : QByteArray::number(value.toDouble(), 'g', 17));
        return Data::ofText(text);
    }
    const bool isMap = tree.isMapping(target);
    Data result = Data::ofKind(isMap ? Data::Kind::Map : Data::Kind::List);
    for (const yaml::Region &region : regionsOf(tree, node, valueFrom)) {
        if (isMap && !tree.isScalar(region.node))
            continue; // JSON has no such key
        result.entries.push_back({isMap ? keyOf(tree, region.node) : QByteArray(), copied(tree, region.value, region.valueFrom, withComments), -1,
                                  withComments && node == target ? commentsOf(tree, region) : nullptr});
    }
    return result;
}

} // namespace baton
