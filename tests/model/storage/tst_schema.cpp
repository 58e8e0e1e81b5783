// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/exchange/templates.h"
#include "model/storage/executoroptions.h"
#include "model/storage/shape.h"
#include "model/storage/values.h"
#include "model/storage/writer.h"
#include "tests/support/schemacheck.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

QJsonObject schema()
{
    QFile file(u":/schema/workflow.schema.json"_s);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QJsonObject definition(const QString &name)
{
    return schema()[u"$defs"_s].toObject()[name].toObject();
}

QStringList sorted(QStringList names)
{
    names.sort();
    return names;
}

QStringList enumOf(const QJsonObject &property)
{
    return sorted(property[u"enum"_s].toVariant().toStringList());
}

/// The mapping that a property may be: itself, or one of its alternatives.
QJsonObject asMapping(const QJsonObject &property)
{
    for (const QJsonValue alternative : property[u"anyOf"_s].toArray()) {
        if (alternative.toObject().contains(u"properties"_s))
            return alternative.toObject();
    }
    return property;
}

template <class Owner>
void compareKeys(const Shape<Owner> &shape, const QJsonObject &mapping, QStringList more = {})
{
    const QJsonObject properties = mapping[u"properties"_s].toObject();
    QStringList expected = more;
    for (const Shape<Owner> &child : shape.children) {
        expected += QString::fromLatin1(child.key);
        const QJsonObject property = properties[QString::fromLatin1(child.key)].toObject();
        QVERIFY2(!property[u"description"_s].toString().isEmpty(), child.key.constData());
        if (!child.field) {
            compareKeys(child, asMapping(property));
            continue;
        }
        std::visit(
            [&]<class T>(T Owner::*) {
                if constexpr (std::is_enum_v<T>)
                    QCOMPARE(enumOf(property), sorted(namesOf<T>()));
                else
                    QVERIFY2(!property.contains(u"enum"_s), child.key.constData());
            },
            child.field->member);
    }
    QCOMPARE(properties.keys(), sorted(expected));
    QCOMPARE(mapping[u"additionalProperties"_s], QJsonValue(false));
}

QJsonValue jsonOf(const QByteArray &yaml)
{
    const yaml::Parsed parsed = yaml::parse(yaml);
    return parsed.errors.isEmpty() ? parsed.tree.toJson(yaml::Tree::root) : QJsonValue();
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private slots:
    void keysAndChoicesAreThoseOfTheFieldTables();
    void executorsTakeTheOptionsOfTheirTable();
    void needsAndSeveritiesAreThoseOfTheReader();
    void everyTemplateAndTheExampleFollowIt();
    void whatIsWrittenFollowsIt();
    void whatTheReaderCallsWrongItCallsWrong_data();
    void whatTheReaderCallsWrongItCallsWrong();
};

void TestSchema::keysAndChoicesAreThoseOfTheFieldTables()
{
    compareKeys(shapeOf<WorkflowInfo>(), schema(), {u"baton"_s, u"personas"_s, u"phases"_s, u"tasks"_s, u"gates"_s, u"notes"_s, u"layout"_s});
    compareKeys(shapeOf<Persona>(), definition(u"persona"_s));
    compareKeys(shapeOf<Phase>(), definition(u"phase"_s));
    compareKeys(shapeOf<Task>(), definition(u"task"_s));
    compareKeys(shapeOf<Gate>(), definition(u"gate"_s));
    compareKeys(shapeOf<Note>(), definition(u"note"_s));
    QStringList keys;
    for (const QByteArray &key : rootOrder())
        keys += QString::fromLatin1(key);
    QCOMPARE(schema()[u"properties"_s].toObject().keys(), sorted(keys));
    QCOMPARE(schema()[u"properties"_s].toObject()[u"baton"_s].toObject()[u"const"_s].toInt(), formatVersion);
}

void TestSchema::executorsTakeTheOptionsOfTheirTable()
{
    QStringList types;
    for (const QJsonValue value : definition(u"executor"_s)[u"oneOf"_s].toArray()) {
        const QJsonObject properties = value.toObject()[u"properties"_s].toObject();
        const QString type = properties[u"type"_s].toObject()[u"const"_s].toString();
        if (type.isEmpty()) // any other
            continue;
        types += type;
        QCOMPARE(properties.keys(), sorted(optionNames(type) + QStringList{u"type"_s}));
        for (const QString &name : optionNames(type)) {
            const QString choices = QString::fromLatin1(executorOption(type, name)->choices);
            QCOMPARE(enumOf(properties[name].toObject()), sorted(choices.split(u'|', Qt::SkipEmptyParts)));
        }
    }
    QCOMPARE(types, executorTypes());
    const QJsonObject known = definition(u"executor"_s)[u"properties"_s].toObject()[u"type"_s].toObject();
    QCOMPARE(enumOf(known[u"anyOf"_s].toArray().at(0).toObject()), sorted(executorTypes()));
}

void TestSchema::needsAndSeveritiesAreThoseOfTheReader()
{
    const QJsonObject need = asMapping(definition(u"need"_s))[u"properties"_s].toObject();
    QStringList keys;
    for (const char *key : needKeys)
        keys += QString::fromLatin1(key);
    QCOMPARE(need.keys(), sorted(keys));
    QCOMPARE(enumOf(need[u"type"_s].toObject()), sorted(namesOf<NeedType>()));
    const QJsonObject rule = definition(u"task"_s)[u"properties"_s].toObject()[u"rules"_s].toObject()[u"additionalProperties"_s].toObject();
    QCOMPARE(enumOf(rule[u"anyOf"_s].toArray().at(0).toObject()), sorted(namesOf<Severity>()));
    const QJsonObject criteria = definition(u"gate"_s)[u"properties"_s].toObject()[u"criteria"_s].toObject()[u"items"_s].toObject();
    QCOMPARE(enumOf(criteria), sorted(namesOf<Criterion>()));
}

void TestSchema::everyTemplateAndTheExampleFollowIt()
{
    QFile file(QStringLiteral(BATON_SOURCE_DIR "/tests/data/every-field.baton.yaml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(test::violations(schema(), jsonOf(file.readAll())), QStringList());
    for (const TemplateInfo &info : templates())
        QCOMPARE(test::violations(schema(), jsonOf(templateText(info.name).value())), QStringList());
}

void TestSchema::whatIsWrittenFollowsIt()
{
    for (const TemplateInfo &info : templates()) {
        const Loaded loaded = readWorkflow(templateText(info.name).value(), FileKind::Yaml);
        const QByteArray json = writeWorkflow(loaded.contents, nullptr, FileKind::Json);
        QCOMPARE(test::violations(schema(), QJsonDocument::fromJson(json).object()), QStringList());
    }
}

void TestSchema::whatTheReaderCallsWrongItCallsWrong_data()
{
    QTest::addColumn<QByteArray>("rest");
    QTest::addColumn<bool>("isWrong");
    const auto row = [](const QByteArray &rest, bool isWrong) { QTest::newRow(rest.constData()) << rest << isWrong; };
    row("description: {a: b}", true);
    row("description: 5", false);
    row("profile: standart", true);
    row("tasks: {a: b}", true);
    row("tasks: [a]", true);
    row("tasks: [{id: a, inputs: x}]", true);
    row("tasks: [{id: a, inputs: [x, {a: b}]}]", true);
    row("tasks: [{id: a, persona: [x, y]}]", false);
    row("tasks: [{id: a, timeout: 5m}]", false);
    row("tasks: [{id: a, timeout: {idle: 5m}}]", false);
    row("tasks: [{id: a, timeout: [5m]}]", true);
    row("tasks: [{id: a, budget: 5}]", true);
    row("tasks: [{id: a, needs: [b, {task: c, when: [x]}]}]", false);
    row("tasks: [{id: a, needs: [{type: output}]}]", true);
    row("tasks: [{id: a, executor: {type: shell, command: ls}}]", false);
    row("tasks: [{id: a, executor: {type: docker, image: x}}]", false); // which is simulated: a rule says so
    row("gates: [{id: g, criteria: [complete, aproved]}]", true);
    row("gates: [{id: g, criteria: [complete, signed-off]}]", false);
    row("phases: [{id: a, repeat: {}}]", true);
    row("phases: [{id: a, repeat: {max: 2, until: x.y}}]", false);
    row("tasks: [{id: a, executor: {command: ls}}]", true);
    row("tasks: [{id: a, executor: {type: shell, argv: ls}}]", true);
    row("tasks: [{id: a, rules: {x: off, y: {severity: info, reason: z}}}]", false);
    row("tasks: [{id: a, rules: {x: none}}]", true);
    row("tasks: [{id: a, pahse: x}]", true);
    row("settings: {max_concurrent: -1}", true);
    row("settings: {max_concurrent: 1.5}", true);
    row("settings: {wave_barrier: yes}", true);
    row("tasks: [{id: a}]\nlayout: {a: [1, 2, 3]}", true);
    row("phases: [{id: a}]\nlayout: {'phase:a': {position: [1, 2], folded: true}}", false);
}

void TestSchema::whatTheReaderCallsWrongItCallsWrong()
{
    QFETCH(QByteArray, rest);
    QFETCH(bool, isWrong);
    const QByteArray text = "baton: 1\nname: x\n" + rest + "\n";
    const QStringList wrong = test::violations(schema(), jsonOf(text));
    QVERIFY2(wrong.isEmpty() == !isWrong, qPrintable(wrong.join(u'\n')));
    QCOMPARE(readWorkflow(text, FileKind::Yaml).problems.isEmpty(), !isWrong);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
