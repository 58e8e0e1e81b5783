// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/yaml/regions.h"

#include <algorithm>
#include <cstring>

namespace baton::yaml {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

int skipBlanks(QByteArrayView bytes, int from)
{
    while (from < bytes.size() && isBlank(bytes[from]))
        ++from;
    return from;
}

/// Up to the line break, not over it.
int restOfLine(QByteArrayView bytes, int from)
{
    while (from < bytes.size() && bytes[from] != '\n' && bytes[from] != '\r')
        ++from;
    return from;
}

/// Finds key, colon and value of the entry at `region.begin`. False where it is written in a way that is not known.
bool findParts(const Tree &tree, Region &region, bool isMap)
{
    const QByteArrayView bytes = tree.bytes();
    region.keyEnd = region.begin;
    region.value = region.node;
    if (!isMap)
        return true;
    region.value = tree.at(region.node).next;
    if (bytes[region.begin] == '?' && tree.at(region.node).begin > region.begin) { // `? key`, and `: value` below it
        region.keyEnd = tree.at(region.node).end;
        const auto sign = int(skipTrivia(bytes, region.keyEnd));
        region.valueFrom = sign < bytes.size() && bytes[sign] == ':' ? sign + 1 : -1;
        return region.valueFrom > 0;
    }
    if (tree.at(region.node).type != NodeType::Scalar || tree.outerBegin(region.node) != region.begin)
        return false;
    region.keyEnd = tree.at(region.node).end;
    const auto colon = int(skipTrivia(bytes, region.keyEnd));
    region.valueFrom = colon < bytes.size() && bytes[colon] == ':' ? colon + 1 : -1;
    return true;
}

QByteArray trimmed(QByteArrayView text)
{
    return text.toByteArray().trimmed();
}

} // namespace

int lineEnd(QByteArrayView bytes, int from)
{
    const int end = restOfLine(bytes, from);
    if (end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n')
        return end + 2;
    return end < bytes.size() ? end + 1 : end;
}

int propertiesEnd(const Tree &tree, int node, int valueFrom)
{
    if (!tree.at(node).hasProperties)
        return valueFrom;
    const QByteArrayView bytes = tree.bytes();
    int end = valueFrom;
    for (auto at = int(skipTrivia(bytes, tree.outerBegin(node))); at < tree.at(node).begin && (bytes[at] == '&' || bytes[at] == '!');
         at = int(skipTrivia(bytes, end))) {
        end = at;
        while (end < tree.at(node).begin && !isBlank(bytes[end]) && bytes[end] != '\n' && bytes[end] != '\r')
            ++end;
    }
    return end;
}

int entriesFrom(const Tree &tree, int collection, int valueFrom)
{
    const int end = lineEnd(tree.bytes(), propertiesEnd(tree, collection, valueFrom));
    return tree.at(collection).begin < end ? tree.at(collection).begin : end;
}

Regions blockRegions(const Tree &tree, int collection, int from)
{
    const QByteArrayView bytes = tree.bytes();
    const bool isMap = tree.at(collection).type == NodeType::Mapping;
    Regions regions;
    int lead = from;
    int contentEnd = from;
    for (int child = collection + 1; child < tree.at(collection).next;) {
        Region region;
        region.node = child;
        region.lead = lead;
        region.begin = int(skipTrivia(bytes, contentEnd));
        const bool hasDash = region.begin < bytes.size() && bytes[region.begin] == '-';
        regions.isOk = regions.isOk && findParts(tree, region, isMap) && (isMap || hasDash);
        if (!isMap)
            region.valueFrom = region.begin + 1;
        regions.isOk = regions.isOk && region.valueFrom >= 0;
        const Node &value = tree.at(region.value);
        contentEnd = std::max(value.end, region.valueFrom);
        // A block scalar ends behind its last line break; anything else may have a comment beside it.
        if (contentEnd > 0 && contentEnd > region.valueFrom && bytes[contentEnd - 1] == '\n') {
            region.end = contentEnd;
        } else {
            const int rest = skipBlanks(bytes, contentEnd);
            const bool endsHere = rest >= bytes.size() || std::strchr("#\r\n", bytes[rest]);
            regions.isOk = regions.isOk && endsHere;
            region.end = lineEnd(bytes, rest);
        }
        lead = region.end;
        child = value.next;
        regions.entries.push_back(region);
    }
    regions.end = lead;
    return regions;
}

Regions flowRegions(const Tree &tree, int collection)
{
    const QByteArrayView bytes = tree.bytes();
    const bool isMap = tree.at(collection).type == NodeType::Mapping;
    Regions regions;
    int lead = tree.at(collection).begin + 1;
    for (int child = collection + 1; child < tree.at(collection).next;) {
        Region region;
        region.node = child;
        region.lead = lead;
        region.begin = int(skipTrivia(bytes, lead));
        region.valueFrom = region.begin;
        regions.isOk = regions.isOk && findParts(tree, region, isMap);
        const Node &value = tree.at(region.value);
        region.end = std::max(region.keyEnd, value.end);
        const auto next = int(skipTrivia(bytes, region.end));
        if (next < bytes.size() && bytes[next] == ',') {
            region.comma = next;
            region.after = next + 1;
        } else {
            region.after = region.end;
        }
        // A comment beside the entry is its own.
        if (const int rest = skipBlanks(bytes, region.after); rest < bytes.size() && bytes[rest] == '#')
            region.after = restOfLine(bytes, rest);
        lead = region.after;
        child = value.next;
        regions.entries.push_back(region);
    }
    regions.end = lead;
    return regions;
}

std::shared_ptr<const Comments> commentsOf(const Tree &tree, const Region &region)
{
    const QByteArrayView bytes = tree.bytes();
    Comments comments;
    const QByteArray lead = bytes.sliced(region.lead, region.begin - region.lead).toByteArray();
    QByteArrayList lines = lead.split('\n');
    lines.removeLast(); // the indentation of the entry itself
    const bool isInBrackets = region.after > 0;
    if (isInBrackets && !lines.isEmpty())
        lines.removeFirst(); // the end of the line before
    for (const QByteArray &line : lines) {
        const QByteArray comment = trimmed(line);
        const bool isRepeatedBlank = comment.isEmpty() && !comments.above.isEmpty() && comments.above.last().isEmpty();
        if (!isRepeatedBlank)
            comments.above += comment;
    }
    const Node &value = tree.at(region.value);
    const bool hasLines = value.type != NodeType::Alias && value.style != Style::Plain && value.end > value.begin
        && (value.style == Style::Block || value.style == Style::Literal || value.style == Style::Folded);
    int from = region.comma >= 0 ? region.comma + 1 : std::max(value.end, region.valueFrom);
    if (hasLines)
        from = value.style == Style::Block ? region.valueFrom : value.begin;
    int to = isInBrackets ? region.after : region.end;
    if (hasLines)
        to = restOfLine(bytes, from);
    if (value.style == Style::Block && value.begin < to)
        to = from; // `- id: x # ...`: the comment is that of the key
    for (int at = from; at < to; ++at) {
        if (bytes[at] == '#' && at > 0 && (isBlank(bytes[at - 1]) || at == from)) {
            comments.beside = trimmed(bytes.sliced(at, restOfLine(bytes, at) - at));
            break;
        }
    }
    if (comments.above.isEmpty() && comments.beside.isEmpty())
        return nullptr;
    return std::make_shared<const Comments>(std::move(comments));
}

} // namespace baton::yaml
