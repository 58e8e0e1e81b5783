// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/views/canvas/standardplan.h"
#include "views/canvas/canvasstyle.h"
#include "views/canvas/planpicture.h"
#include "views/style/contrast.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace baton {

class TestPlanPicture : public QObject
{
    Q_OBJECT

private slots:
    void showsTheStandardPlanInBothThemes();
};

void TestPlanPicture::showsTheStandardPlanInBothThemes()
{
    const test::StandardPlan standard;
    const QString folder = QStringLiteral(BATON_BINARY_DIR) + u"/pictures"_s;
    QVERIFY(QDir().mkpath(folder));
    for (const auto &[name, palette] : {std::pair(u"light"_s, Theme::light()), std::pair(u"dark"_s, Theme::darkPalette())}) {
        const PlanPicture picture{standard.contents, palette, standard.problems, &standard.plan, &standard.state};
        const QImage image = renderPlan(picture);
        QVERIFY(image.width() > 1000);
        QVERIFY(image.save(folder + u"/standard-%1.png"_s.arg(name)));
        QVERIFY(renderPlan(picture, 0.5).save(folder + u"/standard-half-%1.png"_s.arg(name)));
        QVERIFY(renderPlan(picture, 0.3).save(folder + u"/standard-far-%1.png"_s.arg(name)));
        QVERIFY(renderPlan(picture, QSize(240, 140)).save(folder + u"/standard-thumb-%1.png"_s.arg(name)));
    }
}

} // namespace baton

QTEST_MAIN(baton::TestPlanPicture)
#include "tst_planpicture.moc"
