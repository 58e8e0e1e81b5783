// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/randomedits.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

const QStringList &texts()
{
    static const QStringList list{
        u""_s, u"plain"_s, u"two words"_s, u"with: colon"_s, u"colon:"_s, u"a:b"_s, u"# hash"_s, u"a #b"_s, u"a # b"_s,
        u"- dash"_s, u"-dash"_s, u"a, b"_s, u"{x}"_s, u"[y]"_s, u"x]"_s, u"ünïcödé"_s, u"😀 done"_s, u"tab\tx"_s,
        u"say \"hi\""_s, u"it's"_s, u"'quoted'"_s, u"back\\slash"_s, u"%percent"_s, u"!tag"_s, u"&anchor"_s, u"*alias"_s,
        u"|"_s, u">"_s, u"<<"_s, u"="_s, u"007"_s, u"1e3"_s, u"0x1F"_s, u"1.5"_s, u".5"_s, u"1:30"_s, u"no"_s, u"true"_s,
        u"null"_s, u"~"_s, u"---"_s, u"--- x"_s, u"..."_s, u"? q"_s, u": c"_s, u"?"_s, u"-"_s, u" lead"_s, u"trail "_s,
        u"x\n"_s, u"x\n\n"_s, u"\n"_s, u"\nx"_s, u"one\ntwo"_s, u"one\ntwo\n"_s, u"one\n\n  two\n\tthree\n"_s,
        u"  in\nout\n"_s, u"trailing \nblank\n"_s, u"a\n   \nb"_s, u"# not\n# comments\n"_s, u"key: value\nlist:\n  - x\n"_s,
        u"carriage\rreturn"_s, u"crlf\r\nline\r\n"_s, u"\u0001\u001b"_s, u"\u2028sep"_s, u"\u0085nel"_s, u"\ufeffbom"_s,
        u"\u007f"_s, QString(300, u'w'), u"word "_s.repeated(60) + u"end"_s, u"`tick`"_s, u"a\u00a0b"_s};
    return list;
}

QString text(QRandomGenerator &random)
{
    return texts().at(random.bounded(int(texts().size())));
}

QStringList list(QRandomGenerator &random)
{
    QStringList list;
    for (int i = random.bounded(4); i > 0; --i)
        list += text(random);
    return list;
}

template <class E>
E choice(QRandomGenerator &random)
{
    return EnumNames<E>::values[size_t(random.bounded(int(EnumNames<E>::values.size())))].value;
}

QJsonValue json(QRandomGenerator &random, int depth = 0)
{
    switch (random.bounded(depth > 2 ? 4 : 6)) {
    case 0:
        return random.bounded(2) == 0;
    case 1:
        return random.bounded(1000);
    case 2:
        return random.bounded(1000) / 8.0;
    case 3:
        return text(random);
    case 4:
        return QJsonArray{json(random, depth + 1), json(random, depth + 1)};
    default:
        return QJsonObject{{text(random), json(random, depth + 1)}, {u"k"_s, json(random, depth + 1)}};
    }
}

Need need(QRandomGenerator &random)
{
    Need need;
    need.target = text(random);
    if (random.bounded(2)) {
        need.type = choice<NeedType>(random);
        need.files = list(random);
        need.reason = text(random);
        need.when = list(random);
    }
    return need;
}

struct RandomValue
{
    QRandomGenerator &random;

    void operator()(QString &value) { value = text(random); }
    void operator()(QStringList &value) { value = list(random); }
    void operator()(bool &value) { value = random.bounded(2); }
    void operator()(qint64 &value) { value = random.bounded(20); }
    void operator()(double &value) { value = random.bounded(100) / 16.0; }
    void operator()(Duration &value) { value.text = random.bounded(3) ? text(random) : QString::number(random.bounded(90)); }
    void operator()(QPointF &value) { value = {random.bounded(9000) / 8.0 - 100, double(random.bounded(2000000)) - 1000}; }
    void operator()(QList<Need> &value)
    {
        if (!value.isEmpty() && random.bounded(2)) { // change one of them
            value[random.bounded(int(value.size()))].reason = text(random);
            return;
        }
        for (int i = random.bounded(3); i > 0; --i)
            value.insert(random.bounded(int(value.size()) + 1), need(random));
        if (!value.isEmpty() && random.bounded(3) == 0)
            value.removeAt(random.bounded(int(value.size())));
    }
    void operator()(Executor &value)
    {
        if (random.bounded(4) == 0) {
            value = {};
            return;
        }
        if (random.bounded(2))
            value.type = QStringList{u"shell"_s, u"simulate"_s, u"human"_s}.at(random.bounded(3));
        value.options.remove(u"command"_s);
        value.options.remove(u"duration"_s);
        value.options.insert(u"x-"_s + text(random), json(random));
        if (value.type == u"shell"_s)
            value.options.insert(u"command"_s, text(random));
    }
    void operator()(RuleSettings &value) { value.insert(text(random), {choice<Severity>(random), text(random)}); }
    template <class T>
    void operator()(std::optional<T> &value)
    {
        if (random.bounded(3) == 0) {
            value.reset();
            return;
        }
        if (!value)
            value.emplace();
        (*this)(*value);
    }
    template <class E>
        requires std::is_enum_v<E>
    void operator()(E &value)
    {
        value = choice<E>(random);
    }
};

template <class Owner>
void setRandomField(Owner &node, QRandomGenerator &random)
{
    const auto fields = fieldsOf<Owner>();
    const FieldOf<Owner> &field = fields[size_t(random.bounded(int(fields.size())))];
    if (field.field == Field::Id || field.field == Field::Name)
        return; // ids are renamed; a workflow without a name is not sound
    std::visit([&](auto member) { RandomValue{random}(node.*member); }, field.member);
}

template <class T>
Edit edited(const NodeList<T> &nodes, NodeKind kind, const Workflow &workflow, QRandomGenerator &random)
{
    Edit edit;
    const int what = random.bounded(10);
    if (nodes.isEmpty() || what == 0) {
        T node;
        node.id = workflow.freshId(kind, u"new"_s);
        for (int i = random.bounded(8); i > 0; --i)
            setRandomField(node, random);
        edit.insert(std::move(node), {}, random.bounded(int(nodes.size()) + 1));
        return edit;
    }
    const NodeKey key = nodes.keyAt(random.bounded(int(nodes.size())));
    if (what == 1)
        return workflow.removing({key});
    T node = *nodes.find(key);
    if (what == 2)
        node.id = workflow.freshId(kind, u"moved"_s);
    else if (what > 3)
        setRandomField(node, random);
    // Taken out and put back elsewhere under the same key: how a list is put in another order.
    const bool isMoved = what == 3 || what == 2;
    const auto position = isMoved ? random.bounded(int(nodes.size())) : int(nodes.indexOf(key));
    edit.remove(key);
    edit.insert(std::move(node), key, position);
    return edit;
}

} // namespace

Edit randomEdit(const Workflow &workflow, QRandomGenerator &random)
{
    const Contents &contents = workflow.contents();
    switch (random.bounded(8)) {
    case 0: {
        WorkflowInfo info = contents.info;
        setRandomField(info, random);
        Edit edit;
        for (const FieldOf<WorkflowInfo> &field : fieldsOf<WorkflowInfo>()) {
            const Value value = valueOfField(info, field.field);
            if (value != valueOfField(contents.info, field.field))
                edit.set(workflowKey, field.field, value);
        }
        return edit;
    }
    case 1:
        return edited(contents.personas, NodeKind::Persona, workflow, random);
    case 2:
        return edited(contents.phases, NodeKind::Phase, workflow, random);
    case 3:
        return edited(contents.gates, NodeKind::Gate, workflow, random);
    case 4:
        return edited(contents.notes, NodeKind::Note, workflow, random);
    default:
        return edited(contents.tasks, NodeKind::Task, workflow, random);
    }
}

} // namespace baton::test
