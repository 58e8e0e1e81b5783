// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/pictureexport.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr double pictureScale = 2; ///< Of PNG, so that text stays sharp on a slide.

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::PictureExport)
};

QByteArray pngOf(const PlanPicture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    renderPlan(picture, pictureScale).save(&buffer, "PNG");
    return bytes;
}

QByteArray svgOf(const PlanPicture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSize size = sizeOfPlan(picture.contents).toSize();
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    generator.setViewBox(QRect(QPoint(), size));
    generator.setTitle(picture.contents.info.name);
    QPainter painter(&generator);
    paintPlan(painter, picture, QRectF(QPointF(), QSizeF(size)));
    painter.end();
    return bytes;
}

QByteArray pdfOf(const PlanPicture &picture)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QSizeF size = sizeOfPlan(picture.contents);
    QPdfWriter writer(&buffer);
    writer.setTitle(picture.contents.info.name);
    writer.setPageMargins({});
    // One point a pixel; a page beyond what readers take (14,400 points) is scaled to it.
    constexpr qreal largestPage = 14400;
    const qreal scale = qMin(1.0, largestPage / qMax(size.width(), size.height()));
    writer.setPageSize(QPageSize(size * scale, QPageSize::Point, {}, QPageSize::ExactMatch));
    QPainter painter(&writer);
    paintPlan(painter, picture, QRectF(0, 0, writer.width(), writer.height()));
    painter.end();
    return bytes;
}

} // namespace

Result<void> exportPicture(const PlanPicture &picture, const QString &path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    QByteArray bytes;
    if (ending == "png"_L1)
        bytes = pngOf(picture);
    else if (ending == "svg"_L1)
        bytes = svgOf(picture);
    else if (ending == "pdf"_L1)
        bytes = pdfOf(picture);
    else
        return Error{ErrorCode::Usage, Words::tr("Baton draws .png, .svg and .pdf: give %1 one of these endings.").arg(path),
                     {}, path};
    QSaveFile file(path);
    if (bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unreadable, Words::tr("Could not write %1: %2.").arg(path, file.errorString()), {}, path};
    return {};
}

} // namespace baton
