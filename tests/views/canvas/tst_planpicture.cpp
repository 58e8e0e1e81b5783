// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/reader.h"
#include "tests/support/plans.h"
#include "tests/views/canvas/standardplan.h"
#include "views/canvas/canvasstyle.h"
#include "views/canvas/planpicture.h"
#include "views/canvas/planscene.h"
#include "views/style/contrast.h"

#include <QBuffer>
#include <QDir>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Look
{
    QString name;
    Palette palette;
};

QList<Look> looks()
{
    return {{u"light"_s, Theme::light()}, {u"dark"_s, Theme::darkPalette()}, {u"contrast"_s, Theme::highContrast()}};
}

/// Where a person can look at what the tests draw.
QString pictureFile(const QString &name)
{
    const QString folder = QStringLiteral(BATON_BINARY_DIR) + u"/pictures"_s;
    QDir().mkpath(folder);
    return folder + u'/' + name;
}

} // namespace

class TestPlanPicture : public QObject
{
    Q_OBJECT

private slots:
    void everyTextIsReadableOnItsGround();
    void personaCirclesCarryWhiteInitials();
    void theStandardPlanIsDrawnInEveryLook();
    void aPictureShowsTheStatesOfTheRun();
    void aVectorPictureKeepsItsTextAsText();
    void aPdfCanBeDrawn();
    void everyTemplateIsDrawnWithoutOverlaps_data();
    void everyTemplateIsDrawnWithoutOverlaps();
    void anEmptyPlanIsDrawn();
    void aHugePlanFitsIntoAnImage();
};

void TestPlanPicture::everyTextIsReadableOnItsGround()
{
    for (const Look &look : looks()) {
        const CanvasStyle style(look.palette);
        QVERIFY(style.pairs().size() > 30);
        for (const CanvasStyle::Pair &pair : style.pairs()) {
            const double ratio = contrast(pair.text, pair.ground);
            QVERIFY2(ratio >= textContrast, qPrintable(u"%1, %2: %3 on %4 is %5"_s.arg(look.name, pair.what)
                                                           .arg(pair.text.name(), pair.ground.name())
                                                           .arg(ratio)));
        }
        // What the panels write.
        Theme theme;
        theme.setChoice(look.name == u"dark" ? ThemeChoice::Dark
                        : look.name == u"light" ? ThemeChoice::Light
                                                : ThemeChoice::HighContrast);
        for (const auto &named : EnumNames<TaskState>::values)
            QVERIFY(contrast(theme.stateInk(named.value), look.palette.card) >= textContrast);
        for (const QColor &ground : {look.palette.window, look.palette.panel}) {
            QVERIFY(contrast(look.palette.ink, ground) >= textContrast);
            QVERIFY2(contrast(look.palette.mute, ground) >= textContrast, qPrintable(look.name));
        }
        QVERIFY(contrast(look.palette.ink, look.palette.errorGround) >= textContrast);
        QVERIFY(contrast(look.palette.ink, look.palette.warningGround) >= textContrast);
    }
}

void TestPlanPicture::personaCirclesCarryWhiteInitials()
{
    for (const QString &written : {u"#4C6FFF"_s, u"#FFEE00"_s, u"#FFFFFF"_s, u"#000000"_s, u"nonsense"_s})
        QVERIFY(contrast(Qt::white, readable(Theme::personaColor(u"x"_s, written), Qt::white)) >= textContrast);
}

void TestPlanPicture::theStandardPlanIsDrawnInEveryLook()
{
    const test::StandardPlan standard;
    for (const Look &look : looks()) {
        const PlanPicture picture{standard.contents, look.palette, standard.problems, &standard.plan, &standard.state};
        const QImage image = renderPlan(picture);
        QVERIFY(image.width() > 1000);
        QCOMPARE(image.pixelColor(2, 2), look.palette.canvas);
        QVERIFY(image.save(pictureFile(u"standard-%1.png"_s.arg(look.name))));
        QVERIFY(renderPlan(picture, 0.5).save(pictureFile(u"standard-half-%1.png"_s.arg(look.name))));
        QVERIFY(renderPlan(picture, 0.3).save(pictureFile(u"standard-far-%1.png"_s.arg(look.name))));
        QVERIFY(renderPlan(picture, QSize(240, 140)).save(pictureFile(u"standard-thumb-%1.png"_s.arg(look.name))));
    }
}

void TestPlanPicture::aPictureShowsTheStatesOfTheRun()
{
    const test::StandardPlan standard;
    const Palette palette = Theme::light();
    const auto has = [](const QImage &image, const QColor &color) {
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == color)
                    return true;
            }
        }
        return false;
    };
    const QImage idle = renderPlan(PlanPicture{standard.contents, palette}, 0.1);
    const QImage running = renderPlan({standard.contents, palette, {}, &standard.plan, &standard.state}, 0.1);
    for (const QColor &color : {palette.complete, palette.active, palette.blocked, palette.failed}) {
        QVERIFY(has(running, color));
        QVERIFY(!has(idle, color));
    }
}

void TestPlanPicture::aVectorPictureKeepsItsTextAsText()
{
    const test::StandardPlan standard;
    const QSizeF size = sizeOfPlan(standard.contents);
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size.toSize());
    generator.setViewBox(QRectF(QPointF(), size));
    QPainter painter(&generator);
    paintPlan(painter, {standard.contents, Theme::light(), standard.problems, &standard.plan, &standard.state},
              QRectF(QPointF(), size));
    painter.end();
    const QString svg = QString::fromUtf8(buffer.data());
    for (const QString &text : {u"Profile editor tests"_s, u"@security-eng"_s, u"COMPLETE"_s, u"Gate 1"_s})
        QVERIFY2(svg.contains(text), qPrintable(text));
    QVERIFY(!svg.contains(u"<image"_s));
    QFile file(pictureFile(u"standard.svg"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(buffer.data()) > 0);
}

void TestPlanPicture::aPdfCanBeDrawn()
{
    const test::StandardPlan standard;
    QBuffer buffer;
    QVERIFY(buffer.open(QIODevice::WriteOnly));
    {
        QPdfWriter writer(&buffer);
        QPainter painter(&writer);
        paintPlan(painter, {standard.contents, Theme::light()}, QRectF(0, 0, writer.width(), writer.height()));
    }
    QVERIFY(buffer.data().startsWith("%PDF"));
    QVERIFY(buffer.data().size() > 5000);
}

void TestPlanPicture::everyTemplateIsDrawnWithoutOverlaps_data()
{
    QTest::addColumn<QString>("path");
    const QDir folder(QStringLiteral(BATON_SOURCE_DIR) + u"/resources/templates"_s);
    const QStringList files = folder.entryList({u"*.baton.yaml"_s});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file.section(u'.', 0, 0))) << folder.filePath(file);
}

void TestPlanPicture::everyTemplateIsDrawnWithoutOverlaps()
{
    QFETCH(QString, path);
    const Result<Loaded> loaded = loadWorkflow(path);
    QVERIFY(loaded);
    const Workflow workflow(loaded->contents);
    const PlanScene scene(workflow);
    QList<QRectF> nodes;
    for (const CardItem &card : scene.list().cards())
        nodes.append(card.rect);
    for (const GateItem &gate : scene.list().gates())
        nodes.append(gate.rect);
    for (const NoteItem &note : scene.list().notes())
        nodes.append(note.rect);
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        for (qsizetype j = i + 1; j < nodes.size(); ++j)
            QVERIFY(!nodes.at(i).intersects(nodes.at(j)));
    }
    for (const CardItem &card : scene.list().cards()) {
        if (card.lane >= 0)
            QVERIFY(scene.list().lanes()[size_t(card.lane)].rect.contains(card.rect));
    }
    const QImage image = renderPlan({loaded->contents, Theme::light(), loaded->problems});
    QVERIFY(image.save(pictureFile(u"template-%1.png"_s.arg(QString::fromUtf8(QTest::currentDataTag())))));
}

void TestPlanPicture::anEmptyPlanIsDrawn()
{
    const Contents nothing;
    QVERIFY(!renderPlan(PlanPicture{nothing, Theme::light()}, QSize(200, 100)).isNull());
    QVERIFY(!renderPlan(PlanPicture{nothing, Theme::light()}).isNull());
}

void TestPlanPicture::aHugePlanFitsIntoAnImage()
{
    const Contents contents = test::randomPlan(3000, 4500, 7);
    const QImage image = renderPlan(PlanPicture{contents, Theme::light()}, 2.0);
    QVERIFY(!image.isNull());
    QVERIFY(image.width() <= 16'000 && image.height() <= 16'000);
}

} // namespace baton

QTEST_MAIN(baton::TestPlanPicture)
#include "tst_planpicture.moc"
