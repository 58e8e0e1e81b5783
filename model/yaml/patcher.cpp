// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/yaml/patcher.h"

#include "model/yaml/emitter.h"
#include "model/yaml/regions.h"

#include <cstring>
#include <unordered_map>

namespace baton::yaml {

namespace {

QByteArray lineBreakOf(QByteArrayView bytes)
{
    const qsizetype feed = bytes.indexOf('\n');
    return feed > 0 && bytes[feed - 1] == '\r' ? QByteArray("\r\n") : QByteArray("\n");
}

/// What a JSON file indents by: the first indented line tells.
QByteArray stepOf(const Tree &tree)
{
    const QByteArrayView bytes = tree.bytes();
    qsizetype at = bytes.indexOf('\n') + 1;
    const qsizetype from = at;
    while (at > 0 && at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t'))
        ++at;
    return at > from ? bytes.sliced(from, at - from).toByteArray() : QByteArray("  ");
}

class Patcher
{
public:
    Patcher(const Tree &tree, bool isJson)
        : m_tree(tree)
        , m_bytes(tree.bytes())
        , m_emitter(isJson, lineBreakOf(tree.bytes()), isJson ? stepOf(tree) : QByteArray("  "))
    {
        m_out.reserve(m_bytes.size() + 1024);
    }

    std::optional<QByteArray> document(const Data &data)
    {
        const Node &root = m_tree.at(Tree::root);
        if (data.isSame)
            return tree().bytes();
        keep(0, root.begin);
        if (root.style == Style::Flow) {
            flow(data, Tree::root);
            keep(root.end, int(m_bytes.size()));
        } else {
            const int end = block(data, Tree::root, root.begin);
            keep(end, int(m_bytes.size()));
        }
        return m_isOk ? std::optional(m_out) : std::nullopt;
    }

private:
    const Tree &tree() const { return m_tree; }
    void keep(int begin, int end)
    {
        if (end > begin)
            m_out += m_bytes.sliced(begin, end - begin);
    }
    QByteArray slice(int begin, int end) const { return m_bytes.sliced(begin, std::max(0, end - begin)).toByteArray(); }
    bool isAtLineStart() const { return m_out.isEmpty() || m_out.endsWith('\n'); }
    void endLine()
    {
        if (!isAtLineStart())
            m_out += m_emitter.lineBreak();
    }

    static bool hasComment(const QByteArray &trivia) { return trivia.contains('#'); }

    QByteArray indentOf(int offset) const
    {
        int start = offset;
        while (start > 0 && m_bytes[start - 1] != '\n' && m_bytes[start - 1] != '\r')
            --start;
        if (start == 0 && m_bytes.startsWith("\xef\xbb\xbf"))
            start = 3;
        return QByteArray(offset - start, ' ');
    }

    static std::unordered_map<int, const Region *> byNode(const Regions &regions)
    {
        std::unordered_map<int, const Region *> map;
        map.reserve(regions.entries.size());
        for (const Region &region : regions.entries)
            map.emplace(region.node, &region);
        return map;
    }

    /// Writes a block collection and returns where its old text ended.
    int block(const Data &data, int node, int from)
    {
        const Regions regions = blockRegions(m_tree, node, from);
        if (!regions.isOk || regions.entries.empty()) {
            m_isOk = false;
            return from;
        }
        const auto regionOf = byNode(regions);
        const Region &first = regions.entries.front();
        const QByteArray indent = indentOf(first.begin);
        const bool isMap = data.kind == Data::Kind::Map;
        bool isFirst = true;
        for (const DataEntry &entry : data.entries) {
            if (!isFirst)
                endLine();
            isFirst = false;
            if (entry.base < 0) {
                blockEntry(entry, indent, isMap);
                continue;
            }
            const Region &region = *regionOf.at(entry.base);
            blockLead(slice(region.lead, region.begin), indent, &region == &first && region.lead == region.begin);
            blockBody(entry, region, indent, isMap);
        }
        return regions.end;
    }

    /// What stands above an entry. The first entry of a compact collection (`- id: x`) has nothing above it.
    void blockLead(const QByteArray &lead, const QByteArray &indent, bool isCompactFirst)
    {
        if (isAtLineStart())
            m_out += isCompactFirst ? indent : lead;
        else if (hasComment(lead))
            m_out += m_emitter.lineBreak() + lead;
    }

    /// A new entry, on lines of its own or behind the dash that it begins.
    void blockEntry(const DataEntry &entry, const QByteArray &indent, bool isMap)
    {
        Data single = Data::ofKind(isMap ? Data::Kind::Map : Data::Kind::List);
        single.entries.push_back(entry);
        const QByteArray text = m_emitter.entries(single, indent);
        m_out += isAtLineStart() ? text : text.sliced(indent.size());
    }

    void blockBody(const DataEntry &entry, const Region &region, const QByteArray &indent, bool isMap)
    {
        const bool isRenamed = isMap && m_tree.isScalar(region.node) && m_tree.text(region.node) != entry.key;
        if (entry.value.isSame && !isRenamed)
            return keep(region.begin, region.end);
        if (isRenamed) {
            m_out += m_emitter.key(entry.key, false);
            keep(region.keyEnd, region.valueFrom);
        } else {
            keep(region.begin, region.valueFrom);
        }
        if (entry.value.isSame)
            return keep(region.valueFrom, region.end);
        if (entry.value.base == region.value && !entry.value.entries.empty())
            blockPatchedValue(entry.value, region);
        else
            blockNewValue(entry.value, region, indent, !isMap);
    }

    void blockPatchedValue(const Data &value, const Region &region)
    {
        const Node &node = m_tree.at(region.value);
        if (node.style == Style::Flow) {
            keep(region.valueFrom, node.begin);
            flow(value, region.value);
            keep(node.end, region.end);
            return;
        }
        const int from = entriesFrom(m_tree, region.value, region.valueFrom);
        keep(region.valueFrom, from);
        block(value, region.value, from);
    }

    /// Replaces the value of an entry; a comment beside it stays.
    void blockNewValue(const Data &value, const Region &region, const QByteArray &indent, bool isAfterDash)
    {
        const Node &node = m_tree.at(region.value);
        const bool isBlock = node.style == Style::Block && node.type != NodeType::Alias && node.type != NodeType::Scalar;
        QByteArray gap = isBlock || node.style == Style::Missing ? QByteArray(" ") : slice(region.valueFrom, m_tree.outerBegin(region.value));
        QByteArray rest;
        if (isBlock) {
            const int from = entriesFrom(m_tree, region.value, region.valueFrom);
            rest = from == node.begin ? QByteArray() : slice(propertiesEnd(m_tree, region.value, region.valueFrom), from);
        } else if (node.style == Style::Literal || node.style == Style::Folded) {
            int header = node.begin + 1;
            while (header < m_bytes.size() && std::strchr("+-0123456789", m_bytes[header]))
                ++header;
            rest = slice(header, lineEnd(m_bytes, header));
        } else {
            rest = slice(std::max(node.end, region.valueFrom), region.end);
        }
        if (rest.isEmpty() || !rest.endsWith('\n'))
            rest += region.end == m_bytes.size() && !m_bytes.endsWith('\n') ? QByteArray() : m_emitter.lineBreak();
        if (gap.isEmpty() || (gap.contains('\n') && !hasComment(gap)))
            gap = " ";

        const Emitter::Text text = m_emitter.value(value, indent, isAfterDash);
        if (text.beside.isEmpty()) {
            m_out += hasComment(gap) ? gap.first(gap.lastIndexOf('\n') + 1) : rest;
            endLine();
        } else {
            m_out += gap + text.beside + rest;
            if (!text.below.isEmpty())
                endLine();
        }
        m_out += text.below;
    }

    /// A piece of a collection in brackets. What follows a comment must begin a line.
    void piece(const QByteArray &text)
    {
        if (m_followsComment && !text.isEmpty()) {
            const char first = text.front();
            if (first != '\n' && first != '\r')
                m_out += m_emitter.lineBreak() + "  ";
            m_followsComment = false;
        }
        m_out += text;
    }

    static QByteArray withoutComment(const QByteArray &lead)
    {
        if (!hasComment(lead))
            return lead;
        const qsizetype lineBreak = lead.lastIndexOf('\n');
        const bool isCrLf = lineBreak > 0 && lead[lineBreak - 1] == '\r';
        return lead.sliced(isCrLf ? lineBreak - 1 : lineBreak);
    }

    void flow(const Data &data, int node)
    {
        const Regions regions = flowRegions(m_tree, node);
        if (!regions.isOk || regions.entries.empty()) {
            m_isOk = false;
            return;
        }
        const auto regionOf = byNode(regions);
        const auto leadOf = [this](const Region &region) { return slice(region.lead, region.begin); };
        const Region &firstRegion = regions.entries.front();
        const QByteArray firstLead = withoutComment(leadOf(firstRegion));
        QByteArray nextLead = firstLead.contains('\n') ? firstLead : QByteArray(" ");
        if (regions.entries.size() > 1)
            nextLead = withoutComment(leadOf(regions.entries[1]));
        const bool isMap = data.kind == Data::Kind::Map;

        piece(slice(m_tree.at(node).begin, m_tree.at(node).begin + 1));
        for (size_t i = 0; i < data.entries.size(); ++i) {
            const DataEntry &entry = data.entries[i];
            const bool isLast = i + 1 == data.entries.size();
            const QByteArray usualLead = i == 0 ? firstLead : nextLead;
            if (entry.base < 0) {
                piece(usualLead);
                piece(flowEntry(entry, usualLead, isMap));
                if (!isLast)
                    piece(",");
                continue;
            }
            const Region &region = *regionOf.at(entry.base);
            const bool isMoved = (&region == &firstRegion) != (i == 0);
            piece(isMoved && !hasComment(leadOf(region)) ? usualLead : leadOf(region));
            flowBody(entry, region, usualLead, isMap);
            flowTail(region, isLast, regions.entries.back().comma >= 0);
        }
        piece(slice(regions.end, m_tree.at(node).end));
    }

    void flowTail(const Region &region, bool isLast, bool endsWithComma)
    {
        if (region.comma >= 0) {
            const QByteArray before = slice(region.end, region.comma);
            if (hasComment(before) || !isLast)
                piece(before);
            m_followsComment = false;
        }
        if (!isLast || endsWithComma)
            piece(",");
        const QByteArray beside = slice(region.comma >= 0 ? region.comma + 1 : region.end, region.after);
        piece(beside);
        m_followsComment = hasComment(beside);
    }

    QByteArray flowEntry(const DataEntry &entry, const QByteArray &lead, bool isMap) const
    {
        const QByteArray indent = lead.sliced(lead.lastIndexOf('\n') + 1);
        const bool isPretty = m_emitter.isJson() && lead.contains('\n');
        const QByteArray value = m_emitter.flow(entry.value, isPretty, isPretty ? indent : QByteArray());
        return isMap ? m_emitter.key(entry.key, true) + ": " + value : value;
    }

    void flowBody(const DataEntry &entry, const Region &region, const QByteArray &lead, bool isMap)
    {
        const bool isRenamed = isMap && m_tree.text(region.node) != entry.key;
        if (entry.value.isSame && !isRenamed)
            return piece(slice(region.begin, region.end));
        if (isMap && region.valueFrom < 0)
            return piece(entry.value.isSame ? m_emitter.key(entry.key, true) : flowEntry(entry, lead, isMap));
        if (isRenamed)
            piece(m_emitter.key(entry.key, true) + slice(region.keyEnd, region.valueFrom));
        else
            piece(slice(region.begin, region.valueFrom));
        if (entry.value.isSame)
            return piece(slice(region.valueFrom, region.end));
        const Node &node = m_tree.at(region.value);
        if (entry.value.base == region.value && !entry.value.entries.empty()) {
            if (node.style != Style::Flow)
                m_isOk = false;
            piece(slice(region.valueFrom, node.begin));
            return flow(entry.value, region.value);
        }
        const bool isPretty = m_emitter.isJson() && lead.contains('\n');
        const QByteArray indent = isPretty ? lead.sliced(lead.lastIndexOf('\n') + 1) : QByteArray();
        piece(node.style == Style::Missing && isMap ? QByteArray(" ") : slice(region.valueFrom, m_tree.outerBegin(region.value)));
        piece(m_emitter.flow(entry.value, isPretty, indent));
    }

    const Tree &m_tree;
    QByteArrayView m_bytes;
    Emitter m_emitter;
    QByteArray m_out;
    bool m_isOk = true;
    bool m_followsComment = false;
};

} // namespace

std::optional<QByteArray> patched(const Tree &tree, const Data &data, bool isJson)
{
    return Patcher(tree, isJson).document(data);
}

} // namespace baton::yaml
