// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/contrast.h"
#include "views/style/stylesheet.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;

class TestStyleSheet : public QObject
{
    Q_OBJECT

private slots:
    void wordsCanBeReadOnEveryGroundTheyStandOn_data();
    void wordsCanBeReadOnEveryGroundTheyStandOn();

private:
    /// The colour that a rule of the sheet names.
    static QColor colorOf(const QString &sheet, const QString &rule, const QString &property)
    {
        const qsizetype begin = sheet.indexOf(u'\n' + rule + u" {"_s);
        const QString body = sheet.mid(begin, sheet.indexOf(u'}', begin) - begin);
        return QColor(QRegularExpression(u"[ ;{]%1: (#[0-9a-f]{6})"_s.arg(property)).match(body).captured(1));
    }
};

void TestStyleSheet::wordsCanBeReadOnEveryGroundTheyStandOn_data()
{
    QTest::addColumn<Palette>("palette");
    QTest::addRow("light") << Theme::light();
    QTest::addRow("dark") << Theme::darkPalette();
    QTest::addRow("high contrast") << Theme::highContrast();
}

void TestStyleSheet::wordsCanBeReadOnEveryGroundTheyStandOn()
{
    QFETCH(Palette, palette);
    const QString sheet = StyleSheet::text(palette, 13, u"/"_s);
    const auto ground = [&](const QString &rule) { return colorOf(sheet, rule, u"background"_s); };
    const QList<QColor> panels{palette.panel, palette.window};
    const QList<QColor> notices{ground(u"QFrame[look=\"notice\"]"_s), ground(u"QFrame[look=\"failure\"]"_s)};
    const QList<QColor> chosen{ground(u"QFrame[look=\"news\"]"_s), ground(u"QPushButton:pressed, QToolButton:pressed"_s)};
    const QColor error = colorOf(sheet, u"QLabel[look=\"error\"]"_s, u"color"_s);
    const QList<std::pair<QColor, QList<QColor>>> pairs{{palette.ink, panels + notices + chosen},
                                                        {palette.mute, panels + notices + chosen},
                                                        {error, panels + QList<QColor>{notices.last()}},
                                                        {palette.accentInk, {palette.accent}}};
    for (const auto &[text, grounds] : pairs) {
        for (const QColor &under : grounds) {
            QVERIFY(text.isValid() && under.isValid());
            QVERIFY2(contrast(text, under) >= textContrast,
                     qPrintable(u"%1 on %2 is %3"_s.arg(text.name(), under.name()).arg(contrast(text, under))));
        }
    }
}

QTEST_MAIN(TestStyleSheet)
#include "tst_stylesheet.moc"
