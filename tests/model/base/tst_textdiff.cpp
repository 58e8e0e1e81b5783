// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/textdiff.h"

#include "tests/support/seed.h"

#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

QByteArray applied(QByteArray text, const QList<TextChange> &changes)
{
    for (auto change = changes.crbegin(); change != changes.crend(); ++change)
        text.replace(change->from, change->size, change->text);
    return text;
}

} // namespace

class TestTextDiff : public QObject
{
    Q_OBJECT

private slots:
    void theSameTextHasNoChanges();
    void theFewestLinesAreNamed();
    void aPatchShowsWhatIsAround();
    void aMissingLastLineBreakIsShown();
    void onlyTheCharactersThatDifferAreReplaced();
    void aCharacterIsNeverCut();
    void randomTextsBecomeEachOther();
    void textsThatHaveNothingInCommonAreOneChange();
};

void TestTextDiff::theSameTextHasNoChanges()
{
    QVERIFY(lineChanges("a\nb\n", "a\nb\n").isEmpty());
    QVERIFY(lineChanges({}, {}).isEmpty());
    QVERIFY(unifiedDiff("a", "a", "f").isEmpty());
    QVERIFY(textChanges("a", "a").isEmpty());
}

void TestTextDiff::theFewestLinesAreNamed()
{
    QCOMPARE(lineChanges("a\nb\nc\n", "a\nc\n"), (QList<LineChange>{{1, 1, 1, 0}}));
    QCOMPARE(lineChanges("a\nc\n", "a\nb\nc\n"), (QList<LineChange>{{1, 0, 1, 1}}));
    QCOMPARE(lineChanges("a\nb\nc\nd\n", "x\nb\nc\ny\n"), (QList<LineChange>{{0, 1, 0, 1}, {3, 1, 3, 1}}));
    QCOMPARE(lineChanges({}, "a\n"), (QList<LineChange>{{0, 0, 0, 1}}));
}

void TestTextDiff::aPatchShowsWhatIsAround()
{
    QByteArray before;
    for (int i = 1; i <= 20; ++i)
        before += "line " + QByteArray::number(i) + "\n";
    QByteArray after = before;
    after.replace("line 5\n", "line five\n");
    after.replace("line 18\n", "");
    QCOMPARE(unifiedDiff(before, after, "f.yaml"), QByteArray("--- f.yaml\n+++ f.yaml\n"
                                                              "@@ -2,7 +2,7 @@\n line 2\n line 3\n line 4\n-line 5\n+line five\n"
                                                              " line 6\n line 7\n line 8\n"
                                                              "@@ -15,6 +15,5 @@\n line 15\n line 16\n line 17\n-line 18\n"
                                                              " line 19\n line 20\n"));
}

void TestTextDiff::aMissingLastLineBreakIsShown()
{
    QCOMPARE(unifiedDiff("a", "a\n", "f"),
             QByteArray("--- f\n+++ f\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n"));
}

void TestTextDiff::onlyTheCharactersThatDifferAreReplaced()
{
    QCOMPARE(textChanges("needs: [a, b]\n", "needs: [b]\n"), (QList<TextChange>{{8, 3, {}}}));
    QCOMPARE(textChanges("a\n", "a\nb\n"), (QList<TextChange>{{2, 0, "b\n"}}));
}

void TestTextDiff::aCharacterIsNeverCut()
{
    // ä and ö share their first byte, é and ȩ their last.
    const QList<std::pair<QByteArray, QByteArray>> texts{{"xäx", "xöx"}, {"xéx", "xȩx"}, {"ä", "aä"}};
    for (const auto &[before, after] : texts) {
        for (const TextChange &change : textChanges(before, after)) {
            QCOMPARE(QString::fromUtf8(change.text).toUtf8(), change.text);
            QVERIFY(!QString::fromUtf8(change.text).contains(QChar::ReplacementCharacter));
            QVERIFY(!QString::fromUtf8(before.first(change.from)).contains(QChar::ReplacementCharacter));
        }
        QCOMPARE(applied(before, textChanges(before, after)), after);
    }
}

void TestTextDiff::randomTextsBecomeEachOther()
{
    QRandomGenerator random(test::newSeed());
    const QString patch = QStandardPaths::findExecutable(u"patch"_s);
    QTemporaryDir folder;
    for (int round = 0; round < 400; ++round) {
        const auto text = [&] {
            QByteArray lines;
            for (int i = random.bounded(12); i > 0; --i)
                lines += QByteArray(1, char('a' + random.bounded(4))) + (i == 1 && random.bounded(3) == 0 ? "" : "\n");
            return lines;
        };
        const QByteArray before = text();
        const QByteArray after = text();
        QCOMPARE(applied(before, textChanges(before, after)), after);
        if (patch.isEmpty() || round % 20 || before.isEmpty() || after.isEmpty())
            continue;
        QFile file(folder.filePath(u"f"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
        file.close();
        QProcess process;
        process.start(patch, {u"--silent"_s, file.fileName()});
        process.write(unifiedDiff(before, after, "f"));
        process.closeWriteChannel();
        QVERIFY(process.waitForFinished());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), after);
    }
}

void TestTextDiff::textsThatHaveNothingInCommonAreOneChange()
{
    QByteArray before;
    QByteArray after;
    for (int i = 0; i < 5000; ++i) {
        before += "a" + QByteArray::number(i) + '\n';
        after += "b" + QByteArray::number(i) + '\n';
    }
    QCOMPARE(lineChanges(before, after), (QList<LineChange>{{0, 5000, 0, 5000}}));
}

QTEST_GUILESS_MAIN(TestTextDiff)
#include "tst_textdiff.moc"
