// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/stylesheet.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/noticebar.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace baton;

class TestNoticeBar : public QObject
{
    Q_OBJECT

private slots:
    void aSignFollowsTheThemeWhileItStands();
};

void TestNoticeBar::aSignFollowsTheThemeWhileItStands()
{
    Theme theme;
    const StyleSheet look(*qApp, theme);
    theme.setChoice(ThemeChoice::Light);
    const auto signOf = [](NoticeBar &bar) {
        bar.show(u"run"_s, NoticeBar::Kind::Failure, u"It failed."_s);
        return bar.findChild<IconLabel *>();
    };
    NoticeBar old;
    IconLabel *const sign = signOf(old);
    QVERIFY(sign);
    const QImage light = sign->grab().toImage();
    theme.setChoice(ThemeChoice::Dark);
    NoticeBar anew;
    QVERIFY(sign->grab().toImage() != light);
    QCOMPARE(sign->grab().toImage(), signOf(anew)->grab().toImage());
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
