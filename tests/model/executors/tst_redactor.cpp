// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/keys/redactor.h"

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

QTEST_GUILESS_MAIN(TestRedactor)
#include "tst_redactor.moc"
