// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/redactor.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

/// Keys are in nothing that is written, however they come.
class TestRedactor : public QObject
{
    Q_OBJECT

private slots:
    void aSecretInAnyPiecesIsHidden();
    void nothingElseIsTouchedOrLost();
    void aSecretIsHiddenWhereverItStandsInAReport();
    void aSecretIsHiddenInAFileOfAnySizeAndAllElseStays();
};

namespace {

const QByteArray secret = "sk-secret-0123456789";

} // namespace

void TestRedactor::aSecretInAnyPiecesIsHidden()
{
    const QByteArray text = "your key is " + secret + ", and again " + secret;
    for (qsizetype size = 1; size <= text.size(); ++size) {
        Redactor redactor({secret});
        QByteArray written;
        for (qsizetype at = 0; at < text.size(); at += size)
            written += redactor.pass(text.mid(at, size));
        written += redactor.rest();
        QCOMPARE(written, QByteArray(text).replace(secret, QByteArray(secret.size(), '*')));
    }
    QVERIFY(!Redactor({secret}).of(QString::fromUtf8(text)).contains(QString::fromUtf8(secret)));
}

void TestRedactor::nothingElseIsTouchedOrLost()
{
    Redactor redactor({secret, "short", ""});
    QByteArray written = redactor.pass("short sk-sec");
    written += redactor.pass("ond sk-");
    written += redactor.rest();
    QCOMPARE(written, QByteArray("short sk-second sk-"));
    Redactor none;
    QCOMPARE(none.pass("all of it"), QByteArray("all of it"));
}

void TestRedactor::aSecretIsHiddenWhereverItStandsInAReport()
{
    const QString word = QString::fromUtf8(secret);
    const QJsonObject report{{u"issues"_s, QJsonArray{QJsonObject{{u"what"_s, u"leaks "_s + word}, {word, 1}}}}, {u"checkpoint"_s, word}, {u"progress"_s, 0.5}};
    const QString stars(secret.size(), u'*');
    QCOMPARE(Redactor({secret}).of(report),
             (QJsonObject{{u"issues"_s, QJsonArray{QJsonObject{{u"what"_s, u"leaks "_s + stars}, {stars, 1}}}}, {u"checkpoint"_s, stars}, {u"progress"_s, 0.5}}));
    QCOMPARE(Redactor().of(report), report);
}

void TestRedactor::aSecretIsHiddenInAFileOfAnySizeAndAllElseStays()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"events"_s);
    const QByteArray stars(secret.size(), '*');
    constexpr qsizetype border = 1024 * 1024; // It is read in parts of that size.
    for (const qsizetype before : {qsizetype(0), qsizetype(10), border - secret.size(), border - 10, border - 1, border, 3 * border + 5}) {
        const QByteArray text = QByteArray(before, 'x') + secret + "sk-secret" + QByteArray(100, 'y') + secret;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        hideInFile(path, Redactor({secret}));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll() == QByteArray(text).replace(secret, stars));
    }
    // What a link points to is not the task's.
    const QString link = dir.filePath(u"link"_s);
    QFile other(dir.filePath(u"other"_s));
    QVERIFY(other.open(QIODevice::WriteOnly) && other.write(secret) == secret.size());
    other.close();
    QVERIFY(QFile::link(other.fileName(), link));
    hideInFile(link, Redactor({secret}));
    QVERIFY(other.open(QIODevice::ReadOnly));
    QCOMPARE(other.readAll(), secret);
}

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
