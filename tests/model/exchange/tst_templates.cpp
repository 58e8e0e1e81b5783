// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/exchange/templates.h"

#include <QSet>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

class TestTemplates : public QObject
{
    Q_OBJECT

private slots:
    void everyTemplateSaysWhatItIsFor();
    void everyTemplateIsAWorkflowFile();
    void anUnknownNameIsAnsweredWithTheNearest();
};

void TestTemplates::everyTemplateSaysWhatItIsFor()
{
    QSet<QString> names;
    for (const TemplateInfo &info : templates()) {
        QVERIFY2(!info.title.isEmpty(), qPrintable(info.name));
        QVERIFY2(!info.description.isEmpty(), qPrintable(info.name));
        QVERIFY2(!info.tags.isEmpty(), qPrintable(info.name));
        QVERIFY2(!info.source.isEmpty(), qPrintable(info.name));
        QVERIFY2(!info.whenToUse.isEmpty(), qPrintable(info.name));
        names.insert(info.name);
    }
    QCOMPARE(names.size(), templates().size());
    QCOMPARE(names.size(), 24);
}

void TestTemplates::everyTemplateIsAWorkflowFile()
{
    for (const TemplateInfo &info : templates()) {
        const Result<QByteArray> text = templateText(info.name);
        QVERIFY2(text.ok(), qPrintable(info.name));
        QVERIFY2(text->startsWith("baton: 1\n"), qPrintable(info.name));
    }
}

void TestTemplates::anUnknownNameIsAnsweredWithTheNearest()
{
    const Result<QByteArray> text = templateText(u"standard-orchestratoin"_s);
    QVERIFY(!text.ok());
    QCOMPARE(text.error().code, ErrorCode::NotFound);
    QVERIFY2(text.error().message.contains(u"standard-orchestration"_s), qPrintable(text.error().message));
}

QTEST_GUILESS_MAIN(TestTemplates)
#include "tst_templates.moc"
