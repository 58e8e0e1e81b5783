// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/writer.h"

#include "model/storage/merge.h"
#include "model/storage/workflowdata.h"
#include "model/yaml/emitter.h"
#include "model/yaml/patcher.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace baton {

using yaml::Data;
using yaml::DataEntry;
using yaml::Tree;

namespace {

constexpr int root = Tree::root;
/// A key on one line may have 1024 characters at most; a position is not worth an unreadable file.
constexpr qsizetype longestLayoutKey = 1000;

template <class T>
bool isUntouched(const NodeList<T> &now, const NodeList<T> &was)
{
    if (now.size() != was.size())
        return false;
    for (auto a = now.begin(), b = was.begin(); a != now.end(); ++a, ++b) {
        if (a->key != b->key || (a->node != b->node && !(*a->node == *b->node)))
            return false;
    }
    return true;
}

/// All nodes that can have a place in `layout`, in the order that the reader takes them in.
QList<NodeKey> placedNodes(const Contents &contents)
{
    QList<NodeKey> keys;
    keys.reserve(contents.tasks.size() + contents.gates.size() + contents.personas.size() + contents.phases.size());
    for (const auto &slot : contents.personas)
        keys += slot.key;
    for (const auto &slot : contents.phases)
        keys += slot.key;
    for (const auto &slot : contents.tasks)
        keys += slot.key;
    for (const auto &slot : contents.gates)
        keys += slot.key;
    for (const auto &slot : contents.notes)
        keys += slot.key;
    return keys;
}

/// The key in `layout` that each node owns: of a doubled id, only the first node owns one.
QHash<QByteArray, NodeKey> layoutOwners(const Contents &contents)
{
    QHash<QByteArray, NodeKey> owners;
    for (const NodeKey key : placedNodes(contents)) {
        const QString id = contents.idOf(key);
        if (id.isEmpty())
            continue;
        const QByteArray name = layoutKey(key.kind(), id).toUtf8();
        if (!owners.contains(name))
            owners.insert(name, key);
    }
    return owners;
}

Data layoutData(const Contents &now)
{
    Data layout = Data::ofKind(Data::Kind::Map, true);
    QSet<QByteArray> written;
    for (const NodeKey key : placedNodes(now)) {
        const QByteArray name = layoutKey(key.kind(), now.idOf(key)).toUtf8();
        if (now.idOf(key).isEmpty() || name.size() > longestLayoutKey || written.contains(name))
            continue;
        written.insert(name);
        if (std::optional<Data> data = layoutDataOf(now, key))
            layout.add(name, std::move(*data));
    }
    return layout;
}

/// What the file becomes, by patching what it was.
class PatchBuilder
{
public:
    PatchBuilder(const Contents &now, const SourceFile &base)
        : m_now(now)
        , m_base(base)
        , m_tree(base.tree())
        , m_was(base.contents())
    {
    }

    Data build()
    {
        m_root = mergedMap(m_tree, root, dataOf(m_was.info), dataOf(m_now.info, &m_was.info));
        list("personas", m_was.personas, m_now.personas);
        list("phases", m_was.phases, m_now.phases);
        list("tasks", m_was.tasks, m_now.tasks);
        list("gates", m_was.gates, m_now.gates);
        list("notes", m_was.notes, m_now.notes);
        layout();
        return std::move(m_root);
    }

private:
    DataEntry *entry(const QByteArray &key)
    {
        const auto found = std::find_if(m_root.entries.begin(), m_root.entries.end(), [&](const DataEntry &each) { return each.key == key; });
        return found == m_root.entries.end() ? nullptr : &*found;
    }

    void put(const QByteArray &key, Data value)
    {
        if (DataEntry *existing = entry(key))
            existing->value = std::move(value);
        else if (!value.entries.empty())
            insertOrdered(m_root, {key, std::move(value)}, &rootOrder());
    }

    template <class T>
    void list(const QByteArray &key, const NodeList<T> &was, const NodeList<T> &now)
    {
        if (isUntouched(now, was))
            return;
        Data data = Data::ofKind(Data::Kind::List, true);
        const int node = m_tree.value(root, key);
        const bool isList = node >= 0 && m_tree.at(node).type == yaml::NodeType::Sequence && m_tree.at(node).next > node + 1;
        QSet<int> kept;
        std::vector<DataEntry> entries;
        for (const auto &[nodeKey, value] : now) {
            const SourceFile::Origin origin = m_base.originOf(nodeKey);
            const auto before = was.shared(nodeKey);
            const bool isOld = isList && before && origin.node >= 0;
            if (!isOld) {
                entries.push_back({{}, dataOf(*value)});
                continue;
            }
            const bool isSame = before == value || *before == *value;
            entries.push_back({{}, isSame ? Data::same(origin.node) : merged(m_tree, origin.node, dataOf(*before), dataOf(*value, before.get())), origin.node});
        }
        data.entries = std::move(entries);
        if (isList) {
            data.base = node;
            keepUnread(node, data.entries);
        }
        put(key, std::move(data));
    }

    /// Items that are no mappings were never read; they stay behind the item they stood behind.
    void keepUnread(int list, std::vector<DataEntry> &entries) const
    {
        int before = -1;
        for (const int item : m_tree.children(list)) {
            if (!m_tree.isMapping(item)) {
                auto place = std::find_if(entries.begin(), entries.end(), [&](const DataEntry &each) { return each.base == before; });
                entries.insert(before < 0 || place == entries.end() ? entries.begin() : place + 1, {{}, Data::same(item), item});
            }
            before = item;
        }
    }

    void layout()
    {
        const int node = m_tree.value(root, "layout");
        if (node < 0 || m_tree.at(node).type != yaml::NodeType::Mapping || m_tree.at(node).next == node + 1) {
            if (Data now = layoutData(m_now); !now.entries.empty())
                put("layout", std::move(now));
            return;
        }
        const QHash<QByteArray, NodeKey> ownersBefore = layoutOwners(m_was);
        const QHash<QByteArray, NodeKey> ownersNow = layoutOwners(m_now);
        Data data = Data::ofKind(Data::Kind::Map);
        data.base = node;
        QSet<NodeKey> written;
        written.reserve(ownersNow.size());
        bool isChanged = false;
        for (const int key : m_tree.children(node)) {
            const QByteArray name = m_tree.isScalar(key) ? m_tree.text(key).toByteArray() : QByteArray();
            const NodeKey owner = m_tree.isScalar(key) ? ownersBefore.value(name) : NodeKey();
            std::optional<DataEntry> kept;
            if (!owner.isNull())
                kept = layoutEntry(key, owner, ownersNow);
            else if (!m_tree.isScalar(key) || !ownersNow.contains(name)) // nobody's, and nobody has that name now
                kept = DataEntry{name, Data::same(m_tree.at(key).next), key};
            isChanged = isChanged || !kept || !kept->value.isSame || kept->key != name;
            if (kept) {
                written.insert(owner);
                data.entries.push_back(std::move(*kept));
            }
        }
        for (const NodeKey key : placedNodes(m_now)) {
            if (written.contains(key))
                continue;
            const QByteArray name = layoutKey(key.kind(), m_now.idOf(key)).toUtf8();
            const bool owns = name.size() <= longestLayoutKey && ownersNow.value(name) == key;
            if (std::optional<Data> added = owns ? layoutDataOf(m_now, key) : std::nullopt) {
                data.entries.push_back({name, std::move(*added)});
                isChanged = true;
            }
        }
        if (isChanged)
            put("layout", std::move(data));
    }

    /// What becomes of the entry of a node that had one; nothing where it goes.
    std::optional<DataEntry> layoutEntry(int key, NodeKey owner, const QHash<QByteArray, NodeKey> &ownersNow) const
    {
        const int value = m_tree.at(key).next;
        DataEntry entry{layoutKey(owner.kind(), m_now.idOf(owner)).toUtf8(), Data::same(value), key};
        if (!m_now.contains(owner) || ownersNow.value(entry.key) != owner)
            return std::nullopt;
        if (isSameNode(owner))
            return entry;
        const std::optional<Data> before = layoutDataOf(m_was, owner);
        const std::optional<Data> after = layoutDataOf(m_now, owner);
        if (before && !after)
            return std::nullopt;
        if (after)
            entry.value = before ? merged(m_tree, value, *before, *after) : *after;
        return entry;
    }

    /// The very same, by pointer: all that was not edited since it was read.
    bool isSameNode(NodeKey key) const
    {
        switch (key.kind()) {
        case NodeKind::Persona:
            return m_now.persona(key) == m_was.persona(key);
        case NodeKind::Phase:
            return m_now.phase(key) == m_was.phase(key);
        case NodeKind::Task:
            return m_now.task(key) == m_was.task(key);
        case NodeKind::Gate:
            return m_now.gate(key) == m_was.gate(key);
        case NodeKind::Note:
            return m_now.note(key) == m_was.note(key);
        case NodeKind::Workflow:
        case NodeKind::None:
            break;
        }
        return false;
    }

    const Contents &m_now;
    const SourceFile &m_base;
    const Tree &m_tree;
    const Contents &m_was;
    Data m_root;
};

/// The file written anew, with what a base holds beside its plan.
class NewBuilder
{
public:
    NewBuilder(const Contents &now, const SourceFile *base, bool withComments)
        : m_now(now)
        , m_base(base)
        , m_withComments(withComments)
    {
    }

    Data build()
    {
        Data data = dataOf(m_now.info);
        data.order = &rootOrder();
        data.entries.insert(data.entries.begin(), {"baton", Data::ofScalar(Data::Kind::Number, QByteArray::number(formatVersion))});
        const Contents empty;
        const Contents &was = m_base ? m_base->contents() : empty;
        add(data, "personas", list("personas", was.personas, m_now.personas));
        add(data, "phases", list("phases", was.phases, m_now.phases));
        add(data, "tasks", list("tasks", was.tasks, m_now.tasks));
        add(data, "gates", list("gates", was.gates, m_now.gates));
        add(data, "notes", list("notes", was.notes, m_now.notes));
        add(data, "layout", layoutData(m_now));
        return m_base ? withBase(std::move(data)) : data;
    }

private:
    static void add(Data &data, const QByteArray &key, Data value)
    {
        if (!value.entries.empty())
            data.add(key, std::move(value));
    }

    template <class T>
    Data list(const QByteArray &key, const NodeList<T> &was, const NodeList<T> &now)
    {
        Data data = Data::ofKind(Data::Kind::List, true);
        std::unordered_map<int, yaml::Region> regions;
        const int node = m_base ? m_base->tree().value(root, key) : -1;
        if (node >= 0 && m_base->tree().isSequence(node)) {
            for (const yaml::Region &region : regionsOf(m_base->tree(), node, valueFrom(key)))
                regions.emplace(region.node, region);
        }
        for (const auto &[nodeKey, value] : now) {
            const auto region = regions.find(m_base ? m_base->originOf(nodeKey).node : -1);
            const auto before = was.shared(nodeKey);
            if (region == regions.end() || !before) {
                data.append(dataOf(*value));
                continue;
            }
            const Tree &tree = m_base->tree();
            DataEntry entry{{}, carried(tree, region->second.node, region->second.valueFrom, dataOf(*before), dataOf(*value), m_withComments)};
            entry.base = region->second.node;
            if (m_withComments)
                entry.comments = commentsOf(tree, region->second);
            data.entries.push_back(std::move(entry));
        }
        if (!regions.empty())
            keepUnread(node, regions, data.entries);
        return data;
    }

    void keepUnread(int list, const std::unordered_map<int, yaml::Region> &regions, std::vector<DataEntry> &entries) const
    {
        const Tree &tree = m_base->tree();
        int before = -1;
        for (const int item : tree.children(list)) {
            if (!tree.isMapping(item)) {
                auto place = std::find_if(entries.begin(), entries.end(), [&](const DataEntry &each) { return each.base == before; });
                DataEntry entry{{}, copied(tree, item, regions.at(item).valueFrom, m_withComments), item};
                entries.insert(before < 0 || place == entries.end() ? entries.begin() : place + 1, std::move(entry));
            }
            before = item;
        }
    }

    int valueFrom(const QByteArray &key) const
    {
        for (const yaml::Region &region : regionsOf(m_base->tree(), root, -1)) {
            if (m_base->tree().isScalar(region.node) && m_base->tree().text(region.node) == key)
                return region.valueFrom;
        }
        return -1;
    }

    /// Adds what the base has at its root beside the plan: unknown keys, and comments where they are wanted.
    Data withBase(Data data) const
    {
        const Tree &tree = m_base->tree();
        const Data was = dataOf(m_base->contents().info);
        for (const yaml::Region &region : regionsOf(tree, root, -1)) {
            if (!tree.isScalar(region.node))
                continue;
            const QByteArray key = tree.text(region.node).toByteArray();
            const auto comments = m_withComments ? commentsOf(tree, region) : nullptr;
            const auto found = std::find_if(data.entries.begin(), data.entries.end(), [&](const DataEntry &entry) { return entry.key == key; });
            if (found == data.entries.end()) {
                if (!was.value(key) && !isEmptiedList(key, region.value))
                    insertOrdered(data, {key, copied(tree, region.value, region.valueFrom, m_withComments), -1, comments}, &rootOrder());
                continue;
            }
            found->comments = comments;
            if (key == "layout")
                found->value = withLayout(std::move(found->value), region);
            else if (key == "mission" || key == "settings" || found->value.kind != Data::Kind::List)
                found->value = carried(tree, region.value, region.valueFrom, was.value(key) ? *was.value(key) : Data(), found->value, m_withComments);
        }
        return data;
    }

    bool isEmptiedList(const QByteArray &key, int value) const
    {
        static const QByteArrayList lists{"personas", "phases", "tasks", "gates", "notes"};
        return lists.contains(key) && m_base->tree().isSequence(value) && m_base->tree().at(value).next > value + 1;
    }

    /// Positions of nobody stay; so do comments.
    Data withLayout(Data layout, const yaml::Region &layoutRegion) const
    {
        const Tree &tree = m_base->tree();
        if (!tree.isMapping(layoutRegion.value))
            return layout;
        const QHash<QByteArray, NodeKey> ownersBefore = layoutOwners(m_base->contents());
        const QHash<QByteArray, NodeKey> ownersNow = layoutOwners(m_now);
        QHash<QByteArray, size_t> positions;
        for (size_t i = 0; i < layout.entries.size(); ++i)
            positions.insert(layout.entries[i].key, i);
        for (const yaml::Region &region : regionsOf(tree, layoutRegion.value, layoutRegion.valueFrom)) {
            if (!tree.isScalar(region.node))
                continue;
            const QByteArray key = tree.text(region.node).toByteArray();
            const auto comments = m_withComments ? commentsOf(tree, region) : nullptr;
            if (const auto found = positions.constFind(key); found != positions.constEnd())
                layout.entries[*found].comments = comments;
            else if (!ownersNow.contains(key) && !ownersBefore.contains(key))
                layout.entries.push_back({key, copied(tree, region.value, region.valueFrom, m_withComments), -1, comments});
        }
        return layout;
    }

    const Contents &m_now;
    const SourceFile *m_base;
    bool m_withComments;
};

/// Comments above the first key of an item cannot stand behind its dash: they move above the item.
void hoistComments(Data &data)
{
    for (DataEntry &entry : data.entries) {
        hoistComments(entry.value);
        if (data.kind != Data::Kind::List || entry.value.entries.empty() || !entry.value.entries.front().comments)
            continue;
        DataEntry &first = entry.value.entries.front();
        yaml::Comments above = entry.comments ? *entry.comments : yaml::Comments();
        yaml::Comments rest = *first.comments;
        for (const QByteArray &line : rest.above) {
            if (!line.isEmpty())
                above.above += line;
        }
        rest.above.clear();
        entry.comments = std::make_shared<const yaml::Comments>(std::move(above));
        first.comments = rest.beside.isEmpty() ? nullptr : std::make_shared<const yaml::Comments>(std::move(rest));
    }
}

QByteArray lineBreakOf(QByteArrayView bytes)
{
    return bytes.contains("\r\n") ? QByteArray("\r\n") : QByteArray("\n");
}

constexpr const char *byteOrderMark = "\xef\xbb\xbf";

/// The patched text of a file; nothing where it does not say \a now.
std::optional<QByteArray> patchedText(const Contents &now, const SourceFile &base)
{
    std::optional<QByteArray> text = yaml::patched(base.tree(), PatchBuilder(now, base).build(), base.kind() == FileKind::Json);
    // A patch of anchors, tags, keys behind a question mark and the like is looked at before it is trusted.
    const bool isPlain = base.tree().isPlain() && !base.bytes().contains("? ");
    if (text && !isPlain && !sourceFor(*text, base.kind(), now))
        return std::nullopt;
    return text;
}

/// The nodes that aliases stand for.
QList<int> aliased(const Tree &tree)
{
    QList<int> nodes;
    for (int node = 0; node < tree.size(); ++node) {
        if (tree.at(node).type == yaml::NodeType::Alias && !nodes.contains(tree.resolved(node)))
            nodes += tree.resolved(node);
    }
    return nodes;
}

/// The text with what they stand for in place of the aliases of some nodes.
QByteArray withoutAliases(const SourceFile &base, const QList<int> &nodes)
{
    const Tree &tree = base.tree();
    const yaml::Emitter emitter(base.kind() == FileKind::Json, lineBreakOf(base.bytes()));
    QByteArray text;
    int from = 0;
    for (int node = 0; node < tree.size(); ++node) {
        if (tree.at(node).type != yaml::NodeType::Alias || !nodes.contains(tree.resolved(node)))
            continue;
        text += base.bytes().sliced(from, tree.at(node).begin - from);
        text += emitter.flow(copied(tree, node, -1, false), false, {});
        from = tree.at(node).end;
    }
    return text + base.bytes().sliced(from);
}

} // namespace

std::optional<QByteArray> patchWorkflow(const Contents &now, const SourceFile &base)
{
    if (base.contents() == now)
        return base.bytes();
    if (std::optional<QByteArray> text = patchedText(now, base); text || base.tree().isPlain())
        return text;
    // What an alias stands for cannot be edited for one of them alone: then they say it themselves, and the rest stays.
    constexpr qsizetype mostTried = 8;
    const QList<int> all = aliased(base.tree());
    QList<QList<int>> choices;
    for (qsizetype i = 0; all.size() > 1 && i < all.size() && i < mostTried; ++i)
        choices.append(QList<int>{all.at(i)});
    if (!all.isEmpty())
        choices.append(all);
    for (const QList<int> &nodes : choices) {
        const auto plainer = sourceFor(withoutAliases(base, nodes), base.kind(), base.contents());
        if (std::optional<QByteArray> text = plainer ? patchedText(now, *plainer) : std::nullopt)
            return text;
    }
    return std::nullopt;
}

QByteArray writeWorkflow(const Contents &now, const SourceFile *base, FileKind kind)
{
    const bool isSameKind = base && base->kind() == kind;
    if (isSameKind) {
        if (const auto text = patchWorkflow(now, *base))
            return *text;
    }
    const yaml::Emitter emitter(kind == FileKind::Json, isSameKind ? lineBreakOf(base->bytes()) : QByteArray("\n"));
    const QByteArray text = emitter.document(NewBuilder(now, base, false).build());
    return isSameKind && base->bytes().startsWith(byteOrderMark) ? byteOrderMark + text : text;
}

QByteArray formatWorkflow(const SourceFile &source)
{
    const bool isJson = source.kind() == FileKind::Json;
    Data data = NewBuilder(source.contents(), &source, !isJson).build();
    hoistComments(data);
    const yaml::Emitter emitter(isJson, lineBreakOf(source.bytes()));
    if (isJson)
        return emitter.document(data);
    const Tree &tree = source.tree();
    QByteArray head = tree.bytes().first(tree.at(root).begin);
    if (head.startsWith(byteOrderMark))
        head.remove(0, 3);
    if (!head.isEmpty() && !head.endsWith('\n'))
        head += emitter.lineBreak();
    const bool isBlock = tree.at(root).style == yaml::Style::Block;
    const int end = isBlock ? blockRegions(tree, root, tree.at(root).begin).end : tree.at(root).end;
    const QByteArray tail = tree.bytes().sliced(end);
    return head + emitter.document(data) + (tail.trimmed().isEmpty() ? QByteArray() : tail);
}

} // namespace baton
