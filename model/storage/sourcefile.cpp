// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/sourcefile.h"

#include "model/storage/values.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const char *listOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Persona:
        return "personas";
    case NodeKind::Phase:
        return "phases";
    case NodeKind::Task:
        return "tasks";
    case NodeKind::Gate:
        return "gates";
    case NodeKind::Note:
        return "notes";
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
    return "";
}

template <class Owner>
const char *writtenKey(Field field)
{
    const FieldOf<Owner> *found = fieldOf<Owner>(field);
    return found ? found->key : "";
}

QByteArray writtenKey(NodeKind kind, Field field)
{
    switch (kind) {
    case NodeKind::Persona:
        return writtenKey<Persona>(field);
    case NodeKind::Phase:
        return writtenKey<Phase>(field);
    case NodeKind::Task:
        return writtenKey<Task>(field);
    case NodeKind::Gate:
        return writtenKey<Gate>(field);
    case NodeKind::Note:
        return writtenKey<Note>(field);
    case NodeKind::Workflow:
        return writtenKey<WorkflowInfo>(field);
    case NodeKind::None:
        break;
    }
    return {};
}

/// The value in `layout` that a node's position is kept in, -1 when absent.
int layoutNode(const SourceFile &source, NodeKey key)
{
    const int layout = source.tree().value(yaml::Tree::root, "layout");
    if (layout < 0 || !source.tree().isMapping(layout))
        return -1;
    return source.tree().value(layout, layoutKey(key.kind(), source.contents().idOf(key)).toUtf8());
}

/// The tree's node of a field: the deepest part of `budget.tokens` that is written, at least \a node itself.
int fieldNode(const yaml::Tree &tree, int node, const QByteArray &writtenKey)
{
    for (const QByteArray &segment : writtenKey.split('.')) {
        const int next = tree.isMapping(node) ? tree.value(node, segment) : -1;
        if (next < 0)
            break;
        node = next;
    }
    return node;
}

} // namespace

FileKind fileKindOf(const QString &path)
{
    return path.endsWith(".json"_L1, Qt::CaseInsensitive) ? FileKind::Json : FileKind::Yaml;
}

SourceFile::SourceFile(FileKind kind, yaml::Tree tree, Contents contents, Origins origins)
    : m_kind(kind)
    , m_tree(std::move(tree))
    , m_contents(std::move(contents))
    , m_origins(std::move(origins))
{
}

SourceFile::Origin SourceFile::originOf(NodeKey key) const
{
    if (key == workflowKey)
        return {yaml::Tree::root, -1};
    const std::vector<Origin> &origins = m_origins[size_t(key.kind())];
    return key.number() < origins.size() ? origins[key.number()] : Origin{};
}

FilePlace locate(const SourceFile &source, NodeKey key, std::optional<Field> field, int item)
{
    const SourceFile::Origin origin = source.originOf(key);
    if (origin.node < 0)
        return {};
    const yaml::Tree &tree = source.tree();
    const QString base = origin.position < 0 ? QString() : u"%1[%2]"_s.arg(QLatin1String(listOf(key.kind()))).arg(origin.position);
    int node = origin.node;
    QString path = base;
    if (field && (*field == Field::Position || *field == Field::Folded)) {
        if (const int entry = layoutNode(source, key); entry >= 0) {
            node = entry;
            path = pathOf(tree, node);
        }
    } else if (field) {
        node = fieldNode(tree, origin.node, writtenKey(key.kind(), *field));
        if (item >= 0 && node != origin.node && tree.isSequence(node)) {
            const QList<int> items = readItems(tree, node, *field);
            if (item < items.size())
                node = items.at(item);
        }
        if (tree.resolved(origin.node) <= node && node < tree.at(tree.resolved(origin.node)).next)
            path = pathOf(tree, node, tree.resolved(origin.node), base);
    }
    const yaml::Place place = tree.place(tree.at(node).begin);
    return {place.line, place.column, path};
}

QString pathOf(const yaml::Tree &tree, int node, int from, const QString &fromPath)
{
    QString path = fromPath;
    int at = from;
    while (at != node && node > at && node < tree.at(at).next && tree.at(at).type != yaml::NodeType::Scalar) {
        const bool isMap = tree.at(at).type == yaml::NodeType::Mapping;
        int child = at + 1;
        int index = 0;
        int key = -1;
        for (;;) {
            if (isMap) {
                key = child;
                if (node >= key && node < tree.at(key).next)
                    break;
                child = tree.at(key).next;
            }
            if (node < tree.at(child).next)
                break;
            child = tree.at(child).next;
            ++index;
        }
        if (isMap) {
            constexpr qsizetype longest = 60;
            const QString name = tree.isScalar(key) ? QString::fromUtf8(tree.text(key)).first(std::min(longest, QString::fromUtf8(tree.text(key)).size())) : u"?"_s;
            path += path.isEmpty() ? name : u'.' + name;
        } else {
            path += u"[%1]"_s.arg(index);
        }
        at = child;
    }
    return path;
}

QString layoutKey(NodeKind kind, const QString &id)
{
    switch (kind) {
    case NodeKind::Persona:
        return u'@' + id;
    case NodeKind::Phase:
        return u"phase:"_s + id;
    case NodeKind::Note:
        return u"note:"_s + id;
    case NodeKind::Task:
    case NodeKind::Gate:
    case NodeKind::Workflow:
    case NodeKind::None:
        break;
    }
    return id;
}

} // namespace baton
