// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

/// Reads the committed .ts files.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void lupdateWouldChangeNothing();
    void germanIsComplete();
    void placeholdersSurviveTranslation();

private:
    struct Message
    {
        QString context;
        QString source;
        QStringList translations; ///< One, or one a plural form.
        bool isFinished = true;
    };
    static QList<Message> messagesOf(const QString &path);
    const QString m_german = QStringLiteral(BATON_SOURCE_DIR "/translations/baton_de.ts");
};

QList<TestTranslations::Message> TestTranslations::messagesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            messages.append({context, {}, {}, true});
        } else if (xml.name() == u"source") {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation") {
            messages.last().isFinished = !xml.attributes().hasAttribute(u"type"_s);
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.last().translations = text.trimmed().isEmpty() ? QStringList() : QStringList{text};
        }
    }
    return messages;
}

void TestTranslations::lupdateWouldChangeNothing()
{
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"baton_de.ts"_s);
    QVERIFY(QFile::copy(m_german, copy));
    QProcess lupdate;
    lupdate.start(QStringLiteral(BATON_LUPDATE), {u"-silent"_s, u"-no-obsolete"_s, u"-locations"_s, u"none"_s, u"-I"_s, QStringLiteral(BATON_SOURCE_DIR),
                                                  u"@"_s + QStringLiteral(BATON_TRANSLATED_SOURCES), u"-ts"_s, copy});
    QVERIFY(lupdate.waitForFinished());
    QCOMPARE(lupdate.exitCode(), 0);
    const auto keysOf = [](const QString &path) {
        QStringList keys;
        for (const Message &message : messagesOf(path))
            keys += message.context + u": "_s + message.source;
        keys.sort();
        return keys;
    };
    const QStringList committed = keysOf(m_german);
    const QStringList updated = keysOf(copy);
    QVERIFY(committed.size() > 100);
    for (const QString &key : updated)
        QVERIFY2(committed.contains(key), qPrintable(u"./scripts/translate was not run; missing: "_s + key));
    for (const QString &key : committed)
        QVERIFY2(updated.contains(key), qPrintable(u"./scripts/translate was not run; obsolete: "_s + key));
}

void TestTranslations::germanIsComplete()
{
    for (const Message &message : messagesOf(m_german))
        QVERIFY2(message.isFinished && !message.translations.isEmpty(),
                 qPrintable(message.context + u": "_s + message.source));
}

void TestTranslations::placeholdersSurviveTranslation()
{
    static const QRegularExpression placeholder(u"%(\\d+|n|L\\d+)"_s);
    for (const Message &message : messagesOf(m_german)) {
        QSet<QString> wanted;
        for (auto it = placeholder.globalMatch(message.source); it.hasNext();)
            wanted.insert(it.next().captured());
        QSet<QString> found;
        for (auto it = placeholder.globalMatch(message.translations.join(u' ')); it.hasNext();)
            found.insert(it.next().captured());
        // A plural form may leave the number out ("one file").
        found.insert(u"%n"_s);
        wanted.insert(u"%n"_s);
        QVERIFY2(wanted == found, qPrintable(message.context + u": "_s + message.source));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
