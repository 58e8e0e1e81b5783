// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/templatepictures.h"

#include "model/exchange/templates.h"
#include "model/storage/reader.h"
#include "views/canvas/planpicture.h"

namespace baton {

QImage templatePicture(const QString &name, const Palette &palette, QSize size, qreal ratio)
{
    const Result<QByteArray> text = templateText(name);
    if (!text)
        return {};
    const Loaded loaded = readWorkflow(*text, FileKind::Yaml);
    if (!loaded.readable)
        return {};
    // Drawn large and shrunk: a miniature of the cards, where drawing it small would leave blocks.
    constexpr double scale = 0.5;
    const QImage large = renderPlan({.contents = loaded.contents, .palette = palette, .hasGround = false}, scale);
    const QSize room = large.size().boundedTo(size * ratio);
    QImage picture = large.scaled(room, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    picture.setDevicePixelRatio(ratio);
    return picture;
}

} // namespace baton
