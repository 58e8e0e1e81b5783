// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/seed.h"
#include "tests/views/panels/samples.h"
#include "tests/views/panels/runs.h"

#include "views/panels/ansitext.h"
#include "views/panels/logpanel.h"
#include "views/panels/logsearch.h"
#include "views/panels/logtail.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBlock>

using namespace baton;

class TestLogPanel : public QObject
{
    Q_OBJECT

private slots:
    void coloursBecomeStyles();
    void otherSequencesAndControlsDoNoHarm();
    void anyPortionsGiveTheSameText();
    void aCarriageReturnWritesOverTheLine();
    void aLineWithoutAnEndIsBrokenUp();
    void aLogIsShownWithItsColours();
    void brokenBytesAreShownSafely();
    void itFollowsUntilSomebodyScrollsUp();
    void aFileThatComesLaterIsShown();
    void aFileThatBeginsAnewIsShownAnew();
    void searchFindsAndSaysWhenNot();
    void memoryIsBounded();
    void allOfALargeLogCanBeSeen();
    void allOfALargeLogIsSearched();
    void placesAreThoseOfTheWholeFile();
    void tasksOfTheRunAreNamedByTheirTitles();

private:
    static QString plain(const QList<AnsiLine> &lines)
    {
        QString text;
        for (const AnsiLine &line : lines) {
            if (line.restart)
                text = text.left(text.lastIndexOf(u'\n') + 1);
            for (const AnsiRun &run : line.runs)
                text += run.text;
            if (line.ends)
                text += u'\n';
        }
        return text;
    }
    static void append(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(bytes);
    }
    struct Shown
    {
        Shown()
        {
            panel.resize(700, 200);
            panel.show();
            panel.activateWindow();
            [[maybe_unused]] const bool active = QTest::qWaitForWindowActive(&panel);
        }
        QPlainTextEdit *view() { return panel.findChild<QPlainTextEdit *>(); }
        QCheckBox *follow() { return panel.findChild<QCheckBox *>(); }

        QTemporaryDir dir;
        QString path = dir.filePath(u"task.log"_s);
        Theme theme;
        LogPanel panel{theme};
    };
};

void TestLogPanel::coloursBecomeStyles()
{
    AnsiText ansi;
    const QList<AnsiLine> lines = ansi.feed("plain \x1b[1;31mred\x1b[0m \x1b[38;5;46mgreen\x1b[39m\n");
    QCOMPARE(lines.size(), 1);
    const AnsiStyle boldRed{.color = 1, .bold = true};
    const AnsiStyle green{.exact = qRgb(0, 255, 0)};
    QCOMPARE(lines.first().runs,
             (QList<AnsiRun>{{u"plain "_s, {}}, {u"red"_s, boldRed}, {u" "_s, {}}, {u"green"_s, green}}));
    QVERIFY(lines.first().ends);
}

void TestLogPanel::otherSequencesAndControlsDoNoHarm()
{
    AnsiText ansi;
    QCOMPARE(plain(ansi.feed("a\x1b[2Jb\x1b]0;title\x07"
                             "c\x1b]8;;http://x\x1b\\d\x1b(Be\n")),
             u"abcdBe\n"_s);
    QByteArray controls("nul");
    controls.append('\0').append("bell\x07 del\x7f\n");
    const QString shown = plain(ansi.feed(controls));
    for (QChar c : shown)
        QVERIFY(c == u'\n' || c.unicode() >= 0x20);
    // What would turn the text around is shown as a sign.
    QVERIFY(!plain(ansi.feed(QString(u"a\u202eb\n"_s).toUtf8())).contains(QChar(0x202e)));
}

void TestLogPanel::anyPortionsGiveTheSameText()
{
    QRandomGenerator random(test::newSeed());
    QByteArray bytes = u"grün ✓ \x1b[32mgut\x1b[0m\r\nzwei\rdrei\n"_s.toUtf8().repeated(20);
    for (int i = 0; i < 30; ++i)
        bytes[random.bounded(int(bytes.size()))] = char(random.bounded(256));
    AnsiText whole;
    const QString expected = plain(whole.feed(bytes));
    for (int round = 0; round < 50; ++round) {
        AnsiText ansi;
        QList<AnsiLine> lines;
        for (qsizetype at = 0; at < bytes.size();) {
            const qsizetype count = qMin(bytes.size() - at, qsizetype(1 + random.bounded(9)));
            lines += ansi.feed(QByteArrayView(bytes).sliced(at, count));
            at += count;
        }
        QCOMPARE(plain(lines), expected);
    }
}

void TestLogPanel::aCarriageReturnWritesOverTheLine()
{
    AnsiText ansi;
    QCOMPARE(plain(ansi.feed("one\r\ntwo 10 %\rtwo 90 %\rtwo done\n")), u"one\ntwo done\n"_s);
}

void TestLogPanel::aLineWithoutAnEndIsBrokenUp()
{
    AnsiText ansi;
    const QList<AnsiLine> lines = ansi.feed(QByteArray(1'000'000, 'x'));
    QVERIFY(lines.size() > 100);
    for (const AnsiLine &line : lines) {
        for (const AnsiRun &run : line.runs)
            QVERIFY(run.text.size() <= 4000);
    }
}

void TestLogPanel::aLogIsShownWithItsColours()
{
    Shown shown;
    append(shown.path, "starting\n\x1b[31mbroken\x1b[0m\n\x1b[1;32mmended\x1b[0m in \x1b[36m2 s\x1b[0m\n");
    shown.panel.showFile(shown.path);
    QTRY_VERIFY(shown.panel.text().contains(u"mended"_s));
    test::grab(shown.panel, shown.theme, u"log"_s);
    QTRY_VERIFY(shown.panel.text().contains(u"mended"_s)); // Read again for another theme.
    const QTextBlock second = shown.view()->document()->findBlockByNumber(1);
    QCOMPARE(second.text(), u"broken"_s);
    QCOMPARE(second.begin().fragment().charFormat().foreground().color(),
             shown.theme.stateInk(TaskState::Failed));
}

void TestLogPanel::brokenBytesAreShownSafely()
{
    Shown shown;
    append(shown.path, QByteArray("caf\xc3\xa9 \xff\xfe broken \xe2\x82\n"));
    shown.panel.showFile(shown.path);
    QTRY_VERIFY(shown.panel.text().contains(u"café"_s));
    QVERIFY(shown.panel.text().contains(QChar::ReplacementCharacter));
    QVERIFY(shown.panel.text().contains(u"broken"_s));
}

void TestLogPanel::itFollowsUntilSomebodyScrollsUp()
{
    Shown shown;
    append(shown.path, QByteArray("line\n").repeated(100));
    shown.panel.showFile(shown.path);
    QScrollBar *bar = shown.view()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 50);
    QTRY_COMPARE(bar->value(), bar->maximum());
    const int before = bar->maximum();
    append(shown.path, QByteArray("more\n").repeated(50));
    QTRY_VERIFY(bar->maximum() > before);
    QTRY_COMPARE(bar->value(), bar->maximum());

    shown.view()->setFocus();
    QTest::keyClick(shown.view(), Qt::Key_PageUp);
    QVERIFY(!shown.follow()->isChecked());
    const int place = bar->value();
    append(shown.path, QByteArray("later\n").repeated(50));
    QTRY_VERIFY(shown.panel.text().contains(u"later"_s));
    QCOMPARE(bar->value(), place);
    QTest::mouseClick(shown.follow(), Qt::LeftButton, {}, {8, shown.follow()->height() / 2});
    QCOMPARE(bar->value(), bar->maximum());
}

void TestLogPanel::aFileThatComesLaterIsShown()
{
    Shown shown;
    const QString path = shown.dir.filePath(u"logs/late.log"_s);
    shown.panel.showFile(path);
    QVERIFY(!shown.view()->isVisible());
    QVERIFY(QDir(shown.dir.path()).mkdir(u"logs"_s));
    QTest::qWait(0);
    append(path, "here\n");
    QTRY_VERIFY(shown.panel.text().contains(u"here"_s));
    append(path, "again\n");
    QTRY_VERIFY(shown.panel.text().contains(u"again"_s));
}

void TestLogPanel::aFileThatBeginsAnewIsShownAnew()
{
    Shown shown;
    append(shown.path, "the first attempt wrote much\n");
    shown.panel.showFile(shown.path);
    QTRY_VERIFY(shown.panel.text().contains(u"first"_s));
    {
        QFile file(shown.path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("second\n");
    }
    QTRY_VERIFY(shown.panel.text().contains(u"second"_s));
    QVERIFY(!shown.panel.text().contains(u"first"_s));
}

void TestLogPanel::searchFindsAndSaysWhenNot()
{
    Shown shown;
    append(shown.path, "alpha\nbeta\nalpha again\ngamma\n");
    shown.panel.showFile(shown.path);
    QTRY_VERIFY(shown.panel.text().contains(u"gamma"_s));
    auto *search = shown.panel.findChild<QLineEdit *>();
    search->setFocus();
    QTest::keyClicks(search, u"alpha"_s);
    QCOMPARE(shown.view()->textCursor().selectedText(), u"alpha"_s);
    const int first = shown.view()->textCursor().blockNumber();
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(shown.view()->textCursor().blockNumber() != first);
    QTest::keyClicks(search, u" and omega"_s);
    QStringList texts;
    for (const QLabel *label : shown.panel.findChildren<QLabel *>())
        texts += label->text();
    QVERIFY(texts.contains(u"Not found"_s));
}

void TestLogPanel::memoryIsBounded()
{
    Shown shown;
    append(shown.path, QByteArray("a line of a log that goes on and on\n").repeated(200'000));
    append(shown.path, "the end\n");
    shown.panel.showFile(shown.path);
    QTRY_VERIFY_WITH_TIMEOUT(shown.panel.text().contains(u"the end"_s), 20'000);
    QVERIFY(shown.view()->blockCount() <= 20'000);
}

namespace {

/// Numbered lines, of which one has a word that no other has; their number and the file's size come back.
int writeLarge(const QString &path, qint64 size)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return 0;
    int line = 0;
    QByteArray bytes;
    while (file.size() + bytes.size() < size) {
        bytes += "\x1b[32mline " + QByteArray::number(line) + "\x1b[0m " + QByteArray(line % 90, '.') + (line == 1234 ? " need\x1b[1mle\x1b[0m" : "") + '\n';
        ++line;
        if (bytes.size() > 1'000'000)
            file.write(std::exchange(bytes, {}));
    }
    file.write(bytes);
    return line;
}

} // namespace

void TestLogPanel::allOfALargeLogCanBeSeen()
{
    Shown shown;
    const int lines = writeLarge(shown.path, 6 * 1024 * 1024);
    shown.panel.showFile(shown.path);
    const auto top = [&] { return shown.view()->document()->findBlockByNumber(shown.view()->verticalScrollBar()->value()).text(); };
    const auto hasEnd = [&] { return shown.panel.text().contains(u"line %1 "_s.arg(lines - 1)); };
    QTRY_VERIFY_WITH_TIMEOUT(hasEnd(), 20'000);
    QVERIFY(shown.follow()->isChecked());
    auto *bar = shown.panel.findChild<QScrollBar *>(u"extent"_s);
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->value(), bar->maximum());
    test::grab(shown.panel, shown.theme, u"log-large"_s);
    // The bar goes over the whole file, and only a window of it is held.
    bar->setValue(0);
    QTRY_VERIFY(top().startsWith(u"line 0"_s));
    QVERIFY(!shown.follow()->isChecked());
    QVERIFY(shown.view()->blockCount() <= 20'000);
    bar->setValue(bar->maximum() / 2);
    const auto number = [&] { return top().section(u' ', 1, 1).toInt(); };
    QTRY_VERIFY(number() > lines * 0.45 && number() < lines * 0.55);
    QVERIFY(shown.view()->blockCount() <= 20'000);
    // Scrolled line by line it goes on over the window's edges, and no line is left out.
    int last = number();
    for (int i = 0; i < 40; ++i) {
        QScrollBar *inner = shown.view()->verticalScrollBar();
        QTRY_VERIFY(inner->value() > 0); // At the edge the next window is read.
        const int before = number();
        inner->setValue(inner->value() - 900);
        QTRY_VERIFY2(number() < before && before - number() <= 900, qPrintable(u"%1 to %2"_s.arg(before).arg(number())));
        last = number();
    }
    QVERIFY(last < lines * 0.45);
    QVERIFY(shown.view()->blockCount() <= 20'000);
    // Home and End.
    shown.view()->setFocus();
    QTest::keyClick(shown.view(), Qt::Key_Home, Qt::ControlModifier);
    QTRY_VERIFY(top().startsWith(u"line 0"_s));
    QTest::keyClick(shown.view(), Qt::Key_End, Qt::ControlModifier);
    QTRY_VERIFY(hasEnd());
    append(shown.path, "one more\n");
    QTRY_VERIFY(shown.panel.text().contains(u"one more"_s));
    QTRY_COMPARE(shown.view()->verticalScrollBar()->value(), shown.view()->verticalScrollBar()->maximum());
}

void TestLogPanel::allOfALargeLogIsSearched()
{
    Shown shown;
    const int lines = writeLarge(shown.path, 6 * 1024 * 1024);
    shown.panel.showFile(shown.path);
    QTRY_VERIFY_WITH_TIMEOUT(shown.panel.text().contains(u"line %1 "_s.arg(lines - 1)), 20'000);
    auto *search = shown.panel.findChild<QLineEdit *>();
    auto *found = shown.panel.findChild<QLabel *>(u"found"_s);
    search->setFocus();
    QTest::keyClicks(search, u"NEEDLE"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found->text(), u"1 of 1"_s, 20'000);
    QCOMPARE(shown.view()->textCursor().selectedText(), u"needle"_s);
    QVERIFY(shown.view()->textCursor().block().text().startsWith(u"line 1234 "_s));
    QVERIFY(!shown.follow()->isChecked());
    search->clear();
    QTest::keyClicks(search, u"line 1"_s);
    int all = 0;
    for (int i = 0; i < lines; ++i)
        all += QString::number(i).startsWith(u'1');
    QTRY_VERIFY_WITH_TIMEOUT(found->text().endsWith(u" of %1"_s.arg(all)), 20'000);
    QTest::keyClicks(search, u" and nothing else"_s);
    QTRY_COMPARE_WITH_TIMEOUT(found->text(), u"Not found"_s, 20'000);
}

void TestLogPanel::placesAreThoseOfTheWholeFile()
{
    QRandomGenerator random(test::newSeed());
    QTemporaryDir dir;
    const QString path = dir.filePath(u"a.log"_s);
    QByteArray bytes;
    QList<std::pair<qint64, int>> expected; // Line and how often.
    for (int line = 0; line < 30'000; ++line) {
        const int often = random.bounded(50) == 0 ? 1 + random.bounded(3) : 0;
        if (often > 0)
            expected.append({bytes.size(), often});
        bytes += QByteArray(random.bounded(90), '-') + QByteArray("a \x1b[1mNee\x1b[0mdle ").repeated(often) + "\n";
    }
    append(path, bytes);
    for (int round = 0; round < 5; ++round) {
        const qint64 begin = random.bounded(int(bytes.size()));
        const qint64 end = begin + random.bounded(int(bytes.size() - begin));
        LogPlaces places;
        for (const auto &[line, often] : expected) {
            places.total += often;
            places.first = places.first < 0 ? line : places.first;
            places.last = line;
            if (line < begin) {
                places.before += often;
                places.previous = line;
            } else if (line >= end && places.next < 0) {
                places.next = line;
            }
        }
        QCOMPARE(placesIn(path, u"needle"_s, begin, end), places);
    }
    QCOMPARE(placesIn(path, u"needle"_s, 0, 0, [] { return true; }), LogPlaces());
    QCOMPARE(placesIn(dir.filePath(u"none"_s), u"needle"_s, 0, 0), LogPlaces());
}

void TestLogPanel::tasksOfTheRunAreNamedByTheirTitles()
{
    const test::RecordedRun run(test::Sample().contents);
    QVERIFY(run.record);
    Shown shown;
    shown.panel.setRecord(run.record.get());
    shown.panel.showTask(u"system-design"_s);
    const auto *box = shown.panel.findChild<QComboBox *>();
    QCOMPARE(box->currentText(), u"System design"_s);
    // It has ended, and has written nothing.
    const QList<QLabel *> labels = shown.panel.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->text() == u"This task has written nothing."_s; }));
    // A task that is no part of the run has no log, and does not take the place of one that has.
    shown.panel.showTask(u"later"_s);
    QCOMPARE(box->currentText(), u"System design"_s);
}

QTEST_MAIN(TestLogPanel)
#include "tst_logpanel.moc"
