// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/glob.h"

#include "tests/support/seed.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

class TestGlob : public QObject
{
    Q_OBJECT

private slots:
    void aPatternNamesPaths_data();
    void aPatternNamesPaths();
    void twoPatternsOverlapWhereOnePathFitsBoth_data();
    void twoPatternsOverlapWhereOnePathFitsBoth();
    void overlapAgreesWithTryingEveryShortPath();
    void theFolderHoldsEverythingAPatternNames();
    void pathsThatLeaveTheWorkspaceAreUnsafe();
    void hostilePatternsAreAnsweredAtOnce();
};

void TestGlob::aPatternNamesPaths_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("matches");
    const auto row = [](const QString &pattern, const QString &path, bool matches) {
        QTest::addRow("%s on %s", qPrintable(pattern), qPrintable(path)) << pattern << path << matches;
    };
    row(u"a.c"_s, u"a.c"_s, true);
    row(u"a.c"_s, u"./a.c"_s, true);
    row(u"a.c"_s, u"ab.c"_s, false);
    row(u"*.c"_s, u"a.c"_s, true);
    row(u"*.c"_s, u"x/a.c"_s, false);
    row(u"?.c"_s, u"ä.c"_s, true);
    row(u"?"_s, u"\U0001F600"_s, true);
    row(u"src/**/a.c"_s, u"src/a.c"_s, true);
    row(u"src/**/a.c"_s, u"src/x/y/a.c"_s, true);
    row(u"src/**/a.c"_s, u"srcs/a.c"_s, false);
    row(u"**/a.c"_s, u"a.c"_s, true);
    row(u"src/**"_s, u"src/x/y"_s, true);
    row(u"src/**"_s, u"src"_s, false);
    row(u"a**b"_s, u"axxb"_s, true);
    row(u"a**b"_s, u"ax/xb"_s, false);
    row(u"src/"_s, u"src/x/y.c"_s, true);
    row(u"src/"_s, u"src"_s, true);
    row(u"src/"_s, u"srcs/x"_s, false);
    row(u"s*/"_s, u"src/x/y.c"_s, true);
    row(u"s*/"_s, u"src"_s, true);
    row(u"[abc].c"_s, u"b.c"_s, true);
    row(u"[a-c].c"_s, u"b.c"_s, true);
    row(u"[!a-c].c"_s, u"b.c"_s, false);
    row(u"[!a-c].c"_s, u"d.c"_s, true);
    row(u"[!a]"_s, u"/"_s, false);
    row(u"[]]"_s, u"]"_s, true);
    row(u"[ab"_s, u"[ab"_s, true);
    row(u"{a,b}.c"_s, u"b.c"_s, true);
    row(u"{a,b}.c"_s, u"c.c"_s, false);
    row(u"{a,{b,c}x}.c"_s, u"cx.c"_s, true);
    row(u"{a,}.c"_s, u".c"_s, true);
    row(u"{src/**,doc}/x"_s, u"src/a/x"_s, true);
    row(u"{a,b"_s, u"{a,b"_s, true);
    row(u"a}"_s, u"a}"_s, true);
    row(u"."_s, u"any/thing"_s, true);
}

void TestGlob::aPatternNamesPaths()
{
    QFETCH(QString, pattern);
    QFETCH(QString, path);
    QTEST(Glob(pattern).matches(path), "matches");
}

void TestGlob::twoPatternsOverlapWhereOnePathFitsBoth_data()
{
    QTest::addColumn<QString>("one");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("overlap");
    const auto row = [](const QString &one, const QString &other, bool overlap) {
        QTest::addRow("%s and %s", qPrintable(one), qPrintable(other)) << one << other << overlap;
    };
    row(u"src/**/a*.c"_s, u"src/x/*b.c"_s, true);
    row(u"src/**/a*.c"_s, u"src/x/b*.c"_s, false);
    row(u"src/**/a*.c"_s, u"lib/**"_s, false);
    row(u"out/a.md"_s, u"out/a.md"_s, true);
    row(u"out/a.md"_s, u"out/b.md"_s, false);
    row(u"out/"_s, u"out/a/b.md"_s, true);
    row(u"out/"_s, u"out"_s, true);
    row(u"out/"_s, u"outer/"_s, false);
    row(u"out/"_s, u"out/x/"_s, true);
    row(u"out/"_s, u"*/x"_s, true);
    row(u"*.md"_s, u"*.txt"_s, false);
    row(u"**/*.md"_s, u"docs/**"_s, true);
    row(u"[a-f]*"_s, u"[e-k]*"_s, true);
    row(u"[a-f]x"_s, u"[g-k]x"_s, false);
    row(u"[!a-f]"_s, u"[a-f]"_s, false);
    row(u"[!a-f]"_s, u"[a-g]"_s, true);
    row(u"{a,b}/x"_s, u"{b,c}/x"_s, true);
    row(u"{a,b}/x"_s, u"{c,d}/x"_s, false);
    row(u"*a*"_s, u"?"_s, true);
    row(u"??"_s, u"?"_s, false);
    // The letters at either end of the last name tell only where they are those of the last name.
    row(u"src/x{**,y}"_s, u"src/xa/b/c"_s, true);
    row(u"a/{b/**,d}/e"_s, u"a/b/x/e"_s, true);
    row(u"{**/a,b}.c"_s, u"x/a.c"_s, true);
    row(u"a/{b,c/d}x"_s, u"a/c/dx"_s, true);
    row(u"src/**/m1*.c"_s, u"src/x/m12.c"_s, true);
    row(u"src/**/m1*.c"_s, u"src/**/m2*.c"_s, false);
    row(u"src/**/*a.c"_s, u"src/**/*b.c"_s, false);
    row(u"docs"_s, u"docs/"_s, true);
}

void TestGlob::twoPatternsOverlapWhereOnePathFitsBoth()
{
    QFETCH(QString, one);
    QFETCH(QString, other);
    QFETCH(bool, overlap);
    QCOMPARE(Glob(one).intersects(Glob(other)), overlap);
    QCOMPARE(Glob(other).intersects(Glob(one)), overlap);
}

/// Random small patterns over a tiny alphabet: every path of up to five characters is tried on both. Patterns that
/// overlap only in longer paths are possible, so only one direction is an equivalence; the other is checked too where
/// the patterns are short enough.
void TestGlob::overlapAgreesWithTryingEveryShortPath()
{
    QRandomGenerator random(test::newSeed());
    QStringList paths;
    const QString letters = u"ab/"_s;
    QStringList layer{QString()};
    for (int length = 1; length <= 6; ++length) {
        QStringList next;
        for (const QString &path : std::as_const(layer)) {
            for (QChar c : letters) {
                if (c == u'/' && (path.isEmpty() || path.endsWith(u'/')))
                    continue;
                next += path + c;
            }
        }
        for (const QString &path : std::as_const(next)) {
            if (!path.endsWith(u'/'))
                paths += path;
        }
        layer = next;
    }
    const QStringList parts{u"a"_s, u"b"_s, u"*"_s, u"?"_s, u"/"_s, u"**/"_s, u"[ab]"_s, u"[!a]"_s, u"{a,b/a}"_s};
    for (int round = 0; round < 400; ++round) {
        QString texts[2];
        for (QString &text : texts) {
            for (int i = 0; i < 3; ++i)
                text += parts.at(random.bounded(parts.size()));
            text.replace(u"//"_s, u"/"_s);
            if (text.startsWith(u'/') || text.endsWith(u'/'))
                text = u"a"_s;
        }
        const Glob one(texts[0]);
        const Glob other(texts[1]);
        const bool found = std::any_of(paths.cbegin(), paths.cend(), [&](const QString &path) {
            return one.matches(path) && other.matches(path);
        });
        // Three parts of at most three characters each have a common path of at most six where there is one at all.
        QVERIFY2(one.intersects(other) == found, qPrintable(texts[0] + u" and "_s + texts[1]));
    }
}

void TestGlob::theFolderHoldsEverythingAPatternNames()
{
    QCOMPARE(Glob(u"src/x/*.c"_s).folder(), u"src/x"_s);
    QCOMPARE(Glob(u"src/x/"_s).folder(), u"src/x"_s);
    QCOMPARE(Glob(u"src/x.c"_s).folder(), u"src"_s);
    QCOMPARE(Glob(u"src/a*/x.c"_s).folder(), u"src"_s);
    QCOMPARE(Glob(u"*.c"_s).folder(), QString());
    QVERIFY(Glob(u"a/b"_s).isLiteral());
    QVERIFY(!Glob(u"a/b/"_s).isLiteral());
}

void TestGlob::pathsThatLeaveTheWorkspaceAreUnsafe()
{
    for (const QString &path : {u"/etc/passwd"_s, u"../x"_s, u"a/../../x"_s, u"a/.."_s, u"C:\\x"_s, u"~/x"_s, u"{..,out}/x.md"_s, u"out/{../..,a}/x"_s,
                                u"{/etc/passwd,b}"_s, u"{,/etc}/x"_s, u"a\\..\\..\\b"_s, u"{.,a}./x"_s, u"{a,{b,.{.,c}}}/x"_s, u"{C,D}:x"_s})
        QVERIFY2(Glob::isUnsafe(path), qPrintable(path));
    for (const QString &path : {u"a/b"_s, u"a..b"_s, u"..."_s, u"./a"_s, u"**/x"_s, u"{a..,b}/x"_s, u"a{.,b}./x"_s, u"out/{/etc,b}/x"_s, u"{..,b}x"_s, u"a~{~}"_s})
        QVERIFY2(!Glob::isUnsafe(path), qPrintable(path));
}

void TestGlob::hostilePatternsAreAnsweredAtOnce()
{
    QElapsedTimer timer;
    timer.start();
    const QStringList hostile{QString(1000, u'*'),      QString(1000, u'{'),        QString(1000, u'['),
                              u"*a"_s.repeated(500),    u"**/"_s.repeated(330),     u"{a,b}"_s.repeated(200),
                              u"{{a,b},"_s.repeated(140), u"[!"_s.repeated(500),    u"?*"_s.repeated(500),
                              u"{,{,{,"_s.repeated(100) + u"}"_s.repeated(300), QString(100'000, u'*')};
    for (const QString &one : hostile) {
        for (const QString &other : hostile)
            (void)Glob(one).intersects(Glob(other));
        QVERIFY(!Glob(one).matches(QString(900, u'b') + u"/c/d"_s) || one.contains(u'*') || one.contains(u'{'));
    }
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestGlob)
#include "tst_glob.moc"
