// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/advice/figures.h"
#include "model/advice/whatif.h"
#include "tests/support/plans.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;
using namespace baton::test;

class TestWhatIf : public QObject
{
    Q_OBJECT

private slots:
    void theChangesAreOneEditOfThePlanAsItWas();
    void whatEndsWhereItBeganIsNoChange();
    void aNeedThatComesBackIsTheSameNeed();
    void aCycleIsRefused();
};

void TestWhatIf::theChangesAreOneEditOfThePlanAsItWas()
{
    const Contents contents = chain({u"a"_s, u"b"_s, u"c"_s});
    const NodeKey a = contents.tasks.keyAt(0);
    const NodeKey b = contents.tasks.keyAt(1);
    const NodeKey c = contents.tasks.keyAt(2);
    WhatIf changes(contents);
    QVERIFY(changes.edit().isEmpty());
    changes.set(workflowKey, Field::MaxConcurrent, qint64(2));
    changes.set(a, Field::Model, u"opus"_s);
    changes.set(b, Field::BudgetDuration, Duration{u"20s"_s});
    changes.dropNeed(b, c);
    QVERIFY(changes.addNeed(a, c).ok());
    QCOMPARE(changes.changeCount(), 4);
    QVERIFY(changes.isChanged(c, Field::Needs));
    QVERIFY(!changes.isChanged(b, Field::Needs));
    QCOMPARE(changes.before(), contents);
    QCOMPARE(edited(contents, changes.edit()), changes.after());
    changes.reset();
    QVERIFY(changes.edit().isEmpty());
    QCOMPARE(changes.after(), contents);
}

void TestWhatIf::whatEndsWhereItBeganIsNoChange()
{
    const Contents contents = chain({u"a"_s, u"b"_s});
    WhatIf changes(contents);
    changes.set(workflowKey, Field::MaxConcurrent, qint64(9));
    changes.set(workflowKey, Field::MaxConcurrent, contents.info.maxConcurrent);
    QVERIFY(changes.edit().isEmpty());
}

void TestWhatIf::aNeedThatComesBackIsTheSameNeed()
{
    Contents contents = chain({u"a"_s, u"b"_s, u"c"_s});
    const NodeKey c = contents.tasks.keyAt(2);
    Task task = contents.tasks.at(2);
    task.needs = {need(u"a"_s, NeedType::Knowledge), need(u"b"_s, NeedType::Output)};
    task.needs.first().reason = u"the report"_s;
    contents.tasks.replace(c, std::make_shared<const Task>(task));
    WhatIf changes(contents);
    changes.dropNeed(contents.tasks.keyAt(0), c);
    QCOMPARE(changes.changeCount(), 1);
    QVERIFY(changes.addNeed(contents.tasks.keyAt(0), c).ok());
    QVERIFY(changes.edit().isEmpty());
}

void TestWhatIf::aCycleIsRefused()
{
    const Contents contents = chain({u"a"_s, u"b"_s});
    WhatIf changes(contents);
    QVERIFY(!changes.addNeed(contents.tasks.keyAt(1), contents.tasks.keyAt(0)).ok());
    QVERIFY(changes.edit().isEmpty());
}

QTEST_GUILESS_MAIN(TestWhatIf)
#include "tst_whatif.moc"
