// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/spelling.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;

/// Names in the letters of an id.
class TestSpelling : public QObject
{
    Q_OBJECT

private slots:
    void aNameKeepsItsLetters_data();
    void aNameKeepsItsLetters();
};

void TestSpelling::aNameKeepsItsLetters_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    QTest::addRow("plain") << u"build-2"_s << u"build-2"_s;
    QTest::addRow("umlauts") << u"Prüfer Übung Maß"_s << u"Pruefer Uebung Mass"_s;
    QTest::addRow("marks that are characters of their own") << u"Pru\u0308fer"_s << u"Pruefer"_s;
    QTest::addRow("strokes and accents") << u"Żółw, Ærø, São"_s << u"Zolw, Aeroe, Sao"_s;
    QTest::addRow("no Latin spelling") << u"日本"_s << u"日本"_s;
    QTest::addRow("outside the first plane") << u"\U0001F600"_s << u"\U0001F600"_s;
    QTest::addRow("nothing") << QString() << QString();
}

void TestSpelling::aNameKeepsItsLetters()
{
    QFETCH(QString, written);
    QFETCH(QString, expected);
    QCOMPARE(spelt(written), expected);
}

QTEST_GUILESS_MAIN(TestSpelling)
#include "tst_spelling.moc"
