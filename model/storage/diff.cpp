// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/diff.h"

#include "model/storage/workflowdata.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QJsonValue toJson(const yaml::Data *data)
{
    if (!data)
        return QJsonValue(QJsonValue::Null);
    switch (data->kind) {
    case yaml::Data::Kind::Null:
        return QJsonValue(QJsonValue::Null);
    case yaml::Data::Kind::Bool:
        return data->text == "true";
    case yaml::Data::Kind::Number:
        return QJsonValue(data->text.toDouble());
    case yaml::Data::Kind::Text:
        return QString::fromUtf8(data->text);
    case yaml::Data::Kind::List: {
        QJsonArray array;
        for (const yaml::DataEntry &entry : data->entries)
            array.append(toJson(&entry.value));
        return array;
    }
    case yaml::Data::Kind::Map: {
        QJsonObject object;
        for (const yaml::DataEntry &entry : data->entries)
            object.insert(QString::fromUtf8(entry.key), toJson(&entry.value));
        return object;
    }
    }
    return {};
}

template <class Owner>
QJsonValue jsonOf(const FieldOf<Owner> &field, const Owner &node)
{
    static const Owner defaults;
    return std::visit(
        [&](auto member) -> QJsonValue {
            if (node.*member == defaults.*member)
                return QJsonValue(QJsonValue::Null);
            const std::optional<yaml::Data> data = dataOfValue(node.*member);
            return toJson(data ? &*data : nullptr);
        },
        field.member);
}

template <class Owner>
void compareFields(NodeKind kind, const QString &id, const Owner &before, const Owner &after, QList<Difference> &differences)
{
    for (const FieldOf<Owner> &field : fieldsOf<Owner>()) {
        if (field.field == Field::Position || field.field == Field::Folded || field.field == Field::Id)
            continue;
        const bool isSame = std::visit([&](auto member) { return before.*member == after.*member; }, field.member);
        if (!isSame)
            differences += {Difference::Kind::Changed, kind, id, QString::fromLatin1(field.key), jsonOf(field, before), jsonOf(field, after)};
    }
}

/// Nodes by id; of a doubled id, the first with the first, the second with the second.
template <class T>
QHash<QString, QList<const T *>> byId(const NodeList<T> &list)
{
    QHash<QString, QList<const T *>> nodes;
    for (const auto &slot : list)
        nodes[slot.node->id].append(slot.node.get());
    return nodes;
}

template <class T>
void compareLists(NodeKind kind, const NodeList<T> &before, const NodeList<T> &after, QList<Difference> &differences)
{
    const auto oldNodes = byId(before);
    QHash<QString, int> met;
    for (const auto &slot : after) {
        const T &node = *slot.node;
        const QList<const T *> candidates = oldNodes.value(node.id);
        const int position = met[node.id]++;
        if (position >= candidates.size())
            differences += {Difference::Kind::Added, kind, node.id, {}, QJsonValue(QJsonValue::Null), QJsonValue(QJsonValue::Null)};
        else
            compareFields(kind, node.id, *candidates.at(position), node, differences);
    }
    for (const auto &slot : before) {
        if (met[slot.node->id]-- <= 0)
            differences += {Difference::Kind::Removed, kind, slot.node->id, {}, QJsonValue(QJsonValue::Null), QJsonValue(QJsonValue::Null)};
    }
}

QStringList idsIn(const NodeList<Phase> &phases, const NodeList<Phase> &others)
{
    QSet<QString> known;
    for (const auto &slot : others)
        known.insert(slot.node->id);
    QStringList ids;
    for (const auto &slot : phases) {
        if (known.contains(slot.node->id))
            ids += slot.node->id;
    }
    return ids;
}

} // namespace

QList<Difference> difference(const Contents &before, const Contents &after)
{
    QList<Difference> differences;
    compareFields(NodeKind::Workflow, {}, before.info, after.info, differences);
    compareLists(NodeKind::Persona, before.personas, after.personas, differences);
    compareLists(NodeKind::Phase, before.phases, after.phases, differences);
    const QStringList oldOrder = idsIn(before.phases, after.phases);
    const QStringList newOrder = idsIn(after.phases, before.phases);
    if (oldOrder != newOrder)
        differences += {Difference::Kind::Changed, NodeKind::Workflow, {}, u"phases"_s, QJsonArray::fromStringList(oldOrder), QJsonArray::fromStringList(newOrder)};
    compareLists(NodeKind::Task, before.tasks, after.tasks, differences);
    compareLists(NodeKind::Gate, before.gates, after.gates, differences);
    compareLists(NodeKind::Note, before.notes, after.notes, differences);
    return differences;
}

QString nameOf(NodeKind kind)
{
    switch (kind) {
    case NodeKind::Workflow:
        return u"workflow"_s;
    case NodeKind::Persona:
        return u"persona"_s;
    case NodeKind::Phase:
        return u"phase"_s;
    case NodeKind::Task:
        return u"task"_s;
    case NodeKind::Gate:
        return u"gate"_s;
    case NodeKind::Note:
        return u"note"_s;
    case NodeKind::None:
        break;
    }
    return {};
}

} // namespace baton
