// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/workflowdata.h"

#include "model/storage/executoroptions.h"
#include "model/yaml/tree.h"

#include <QJsonArray>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

using yaml::Data;

namespace {

Data numberData(double number)
{
    const bool isOrdinary = number == 0 || (std::abs(number) >= 1e-5 && std::abs(number) < 1e15);
    return Data::ofScalar(Data::Kind::Number, QByteArray::number(number, isOrdinary ? 'f' : 'g', QLocale::FloatingPointShortest));
}

Data textData(const QString &text)
{
    return Data::ofText(text.toUtf8());
}

Data listData(const QStringList &texts)
{
    Data list = Data::ofKind(Data::Kind::List);
    for (const QString &text : texts)
        list.append(textData(text));
    return list;
}

Data jsonData(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return Data::ofScalar(Data::Kind::Bool, value.toBool() ? "true" : "false");
    case QJsonValue::Double: {
        const qint64 whole = value.toInteger();
        const bool isWhole = value.toDouble() == double(whole) && value == QJsonValue(whole);
        return isWhole ? Data::ofScalar(Data::Kind::Number, QByteArray::number(whole)) : numberData(value.toDouble());
    }
    case QJsonValue::String:
        return textData(value.toString());
    case QJsonValue::Array: {
        Data list = Data::ofKind(Data::Kind::List);
        for (const QJsonValue item : value.toArray())
            list.append(jsonData(item));
        return list;
    }
    case QJsonValue::Object: {
        Data map = Data::ofKind(Data::Kind::Map);
        const QJsonObject object = value.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry)
            map.add(entry.key().toUtf8(), jsonData(entry.value()));
        return map;
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

std::optional<Data> toData(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(textData(text));
}
std::optional<Data> toData(const QStringList &texts)
{
    return texts.isEmpty() ? std::nullopt : std::optional(listData(texts));
}
std::optional<Data> toData(bool value)
{
    return Data::ofScalar(Data::Kind::Bool, value ? "true" : "false");
}
std::optional<Data> toData(qint64 value)
{
    return Data::ofScalar(Data::Kind::Number, QByteArray::number(value));
}
std::optional<Data> toData(double value)
{
    return numberData(value);
}
std::optional<Data> toData(const std::optional<qint64> &value)
{
    return value ? toData(*value) : std::nullopt;
}
std::optional<Data> toData(const std::optional<double> &value)
{
    return value ? toData(*value) : std::nullopt;
}
std::optional<Data> toData(const std::optional<QStringList> &value)
{
    return value ? std::optional(listData(*value)) : std::nullopt;
}

std::optional<Data> toData(const std::optional<QPointF> &position)
{
    if (!position)
        return std::nullopt;
    Data list = Data::ofKind(Data::Kind::List);
    list.append(numberData(position->x()));
    list.append(numberData(position->y()));
    list.longKey = "position";
    return list;
}

std::optional<Data> toData(const Duration &duration)
{
    if (duration.isEmpty())
        return std::nullopt;
    // A bare number of seconds needs no quotes, as long as JSON knows it for a number too.
    bool isNumber = false;
    const int seconds = duration.text.toInt(&isNumber);
    if (isNumber && QString::number(seconds) == duration.text)
        return Data::ofScalar(Data::Kind::Number, duration.text.toUtf8());
    return textData(duration.text);
}

Data needData(const Need &need)
{
    Data target = textData(need.target);
    target.longKey = "task";
    if (need == Need{need.target})
        return target;
    target.longKey.clear();
    Data map = Data::ofKind(Data::Kind::Map);
    map.add("task", target);
    if (need.type != NeedType::Order)
        map.add("type", textData(nameOf(need.type)));
    if (!need.files.isEmpty())
        map.add("files", listData(need.files));
    if (!need.reason.isEmpty())
        map.add("reason", textData(need.reason));
    if (!need.when.isEmpty()) {
        Data when = need.when.size() == 1 ? textData(need.when.first()) : listData(need.when);
        when.isListed = need.when.size() == 1;
        map.add("when", when);
    }
    static const QByteArrayList order{"task", "type", "files", "reason", "when"};
    map.order = &order;
    return map;
}

std::optional<Data> toData(const QList<Need> &needs)
{
    if (needs.isEmpty())
        return std::nullopt;
    Data list = Data::ofKind(Data::Kind::List);
    // One need a line, so that a diff shows the one that changed; short ones share theirs.
    for (const Need &need : needs) {
        list.append(needData(need));
        list.isBlock = list.isBlock || list.entries.back().value.kind == Data::Kind::Map;
    }
    return list;
}

std::optional<Data> toData(const Executor &executor)
{
    if (executor.isEmpty())
        return std::nullopt;
    Data map = Data::ofKind(Data::Kind::Map);
    if (!executor.type.isEmpty())
        map.add("type", textData(executor.type));
    QStringList names = optionNames(executor.type);
    for (const QString &name : executor.options.keys()) {
        if (!names.contains(name))
            names += name;
    }
    for (const QString &name : names) {
        if (executor.options.contains(name))
            map.add(name.toUtf8(), jsonData(executor.options.value(name)));
    }
    return map;
}

std::optional<Data> toData(const RuleSettings &rules)
{
    if (rules.isEmpty())
        return std::nullopt;
    Data map = Data::ofKind(Data::Kind::Map);
    for (auto rule = rules.begin(); rule != rules.end(); ++rule) {
        Data severity = textData(nameOf(rule->severity));
        if (rule->reason.isEmpty()) {
            severity.longKey = "severity";
            map.add(rule.key().toUtf8(), severity);
        } else {
            Data setting = Data::ofKind(Data::Kind::Map);
            setting.add("severity", severity);
            setting.add("reason", textData(rule->reason));
            map.add(rule.key().toUtf8(), setting);
        }
    }
    return map;
}

template <class E>
    requires std::is_enum_v<E>
std::optional<Data> toData(E value)
{
    return toData(nameOf(value));
}

template <class Owner>
std::optional<Data> fieldData(const FieldOf<Owner> &field, const Owner &node, const Owner *was)
{
    static const Owner defaults;
    return std::visit(
        [&](auto member) -> std::optional<Data> {
            if (node.*member == defaults.*member && (!was || was->*member == defaults.*member))
                return std::nullopt;
            std::optional<Data> data = toData(node.*member);
            if (data && field.field == Field::Persona && data->entries.size() == 1) {
                data = data->entries.front().value;
                data->isListed = true;
            }
            return data;
        },
        field.member);
}

template <class Owner>
std::optional<Data> shapeData(const Shape<Owner> &shape, const Owner &node, const Owner *was)
{
    if (shape.field)
        return fieldData(*shape.field, node, was);
    Data map = Data::ofKind(Data::Kind::Map, shape.key.isEmpty() || shape.key == "mission" || shape.key == "settings");
    map.order = &shape.order;
    for (const Shape<Owner> &child : shape.children) {
        if (std::optional<Data> data = shapeData(child, node, was))
            map.add(child.key, std::move(*data));
    }
    if (map.entries.empty())
        return std::nullopt;
    if (shape.shortForm && map.entries.size() == 1 && shape.child(map.entries.front().key)->field == shape.shortForm) {
        Data scalar = map.entries.front().value;
        scalar.longKey = map.entries.front().key;
        return scalar;
    }
    return map;
}

} // namespace

template <class Owner>
Data dataOf(const Owner &node, const Owner *was)
{
    const Shape<Owner> &shape = shapeOf<Owner>();
    Data data = shapeData(shape, node, was).value_or(Data::ofKind(Data::Kind::Map, true));
    data.order = &shape.order;
    // A note is short enough for one line.
    data.isBlock = !std::is_same_v<Owner, Note>;
    return data;
}

template Data dataOf(const WorkflowInfo &, const WorkflowInfo *);
template Data dataOf(const Persona &, const Persona *);
template Data dataOf(const Phase &, const Phase *);
template Data dataOf(const Task &, const Task *);
template Data dataOf(const Gate &, const Gate *);
template Data dataOf(const Note &, const Note *);

std::optional<Data> layoutDataOf(const Contents &contents, NodeKey key)
{
    std::optional<QPointF> position;
    bool isFolded = false;
    if (const Task *task = contents.task(key)) {
        position = task->position;
    } else if (const Gate *gate = contents.gate(key)) {
        position = gate->position;
    } else if (const Persona *persona = contents.persona(key)) {
        position = persona->position;
    } else if (const Note *note = contents.note(key)) {
        position = note->position;
    } else if (const Phase *phase = contents.phase(key)) {
        position = phase->position;
        isFolded = phase->folded;
    }
    std::optional<Data> data = toData(position);
    if (!isFolded)
        return data;
    Data map = Data::ofKind(Data::Kind::Map);
    if (data) {
        data->longKey.clear();
        map.add("position", *data);
    }
    map.add("folded", *toData(true));
    return map;
}

std::optional<Data> dataOfValue(const Value &value)
{
    return std::visit([](const auto &held) { return toData(held); }, value);
}

} // namespace baton
