// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/diff.h"
#include "model/storage/reader.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

Contents read(const QByteArray &text)
{
    return readWorkflow(text, FileKind::Yaml).contents;
}

QList<Difference> between(const QByteArray &before, const QByteArray &after)
{
    return difference(read("baton: 1\nname: x\n" + before), read("baton: 1\nname: x\n" + after));
}

const QJsonValue null(QJsonValue::Null);

} // namespace

class TestDiff : public QObject
{
    Q_OBJECT

private slots:
    void orderOfTasksAndKeysAndLayoutAreNoDifference();
    void nodesThatCameAndWentAreNamed();
    void changedFieldsSayFromWhatToWhat();
    void theOrderOfPhasesIsADifference();
    void doubledIdsAreMatchedInTurn();
};

void TestDiff::orderOfTasksAndKeysAndLayoutAreNoDifference()
{
    QCOMPARE(between("tasks: [{id: a, title: A}, {id: b}]\nlayout: {a: [1, 2]}\n", "layout: {a: [3, 4]}\ntasks:\n- id: b\n- title: A\n  id: a\n"), QList<Difference>());
}

void TestDiff::nodesThatCameAndWentAreNamed()
{
    const QList<Difference> expected{
        {Difference::Kind::Added, NodeKind::Task, u"c"_s, {}, null, null},
        {Difference::Kind::Removed, NodeKind::Task, u"a"_s, {}, null, null},
        {Difference::Kind::Added, NodeKind::Gate, u"g"_s, {}, null, null},
    };
    QCOMPARE(between("tasks: [{id: a}, {id: b}]\n", "tasks: [{id: b}, {id: c}]\ngates: [{id: g}]\n"), expected);
    QCOMPARE(nameOf(NodeKind::Gate), u"gate"_s);
}

void TestDiff::changedFieldsSayFromWhatToWhat()
{
    const QList<Difference> expected{
        {Difference::Kind::Changed, NodeKind::Workflow, {}, u"settings.max_concurrent"_s, 8, 2},
        {Difference::Kind::Changed, NodeKind::Task, u"a"_s, u"title"_s, u"A"_s, null},
        {Difference::Kind::Changed, NodeKind::Task, u"a"_s, u"needs"_s, null, QJsonArray{u"b"_s, QJsonObject{{u"task"_s, u"c"_s}, {u"type"_s, u"output"_s}}}},
        {Difference::Kind::Changed, NodeKind::Task, u"a"_s, u"budget.tokens"_s, 5, 6},
        {Difference::Kind::Changed, NodeKind::Task, u"a"_s, u"executor"_s, QJsonObject{{u"type"_s, u"human"_s}}, null},
    };
    QCOMPARE(between("settings: {max_concurrent: 8}\ntasks: [{id: a, title: A, budget: {tokens: 5}, executor: {type: human}}]\n",
                     "settings: {max_concurrent: 2}\ntasks: [{id: a, budget: {tokens: 6}, needs: [b, {task: c, type: output}]}]\n"),
             expected);
}

void TestDiff::theOrderOfPhasesIsADifference()
{
    const QList<Difference> expected{{Difference::Kind::Changed, NodeKind::Workflow, {}, u"phases"_s, QJsonArray{u"a"_s, u"b"_s}, QJsonArray{u"b"_s, u"a"_s}}};
    QCOMPARE(between("phases: [{id: a}, {id: b}]\n", "phases: [{id: b}, {id: a}]\n"), expected);
}

void TestDiff::doubledIdsAreMatchedInTurn()
{
    const QList<Difference> expected{
        {Difference::Kind::Changed, NodeKind::Task, u"a"_s, u"title"_s, u"2"_s, u"3"_s},
        {Difference::Kind::Added, NodeKind::Task, u"a"_s, {}, null, null},
    };
    QCOMPARE(between("tasks: [{id: a, title: 1}, {id: a, title: 2}]\n", "tasks: [{id: a, title: 1}, {id: a, title: 3}, {id: a}]\n"), expected);
}

QTEST_GUILESS_MAIN(TestDiff)
#include "tst_diff.moc"
