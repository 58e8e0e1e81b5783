// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/stylesheet.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/noticebar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace baton;

class TestNoticeBar : public QObject
{
    Q_OBJECT

private slots:
    void theKeyboardGoesBackToWhereOneWorks();
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

void TestNoticeBar::theKeyboardGoesBackToWhereOneWorks()
{
    QWidget window;
    auto *before = new QPushButton(u"Task"_s);
    auto *bar = new NoticeBar;
    auto *work = new QLineEdit;
    auto *layout = new QVBoxLayout(&window);
    for (QWidget *widget : {static_cast<QWidget *>(before), static_cast<QWidget *>(bar), static_cast<QWidget *>(work)})
        layout->addWidget(widget);
    bar->setFocusProxy(work);
    bool isShown = false;
    bar->show(u"person"_s, NoticeBar::Kind::Notice, u"Somebody is needed."_s, {{u"Show"_s, [&] { isShown = true; }}});
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    auto *button = bar->findChild<QPushButton *>();
    button->setFocus();
    QTRY_VERIFY(button->hasFocus());
    QTest::keyClick(button, Qt::Key_Space);
    QVERIFY(isShown);
    QVERIFY(work->hasFocus());
}

QTEST_MAIN(TestNoticeBar)
#include "tst_noticebar.moc"
