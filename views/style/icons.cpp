// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/icons.h"

#include "views/style/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QPointer>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QPointer<const Theme> &followedTheme()
{
    static QPointer<const Theme> theme;
    return theme;
}

QColor colorOf(IconInk ink, bool disabled)
{
    const Palette palette = followedTheme() ? followedTheme()->palette() : Theme::light();
    if (disabled)
        return palette.faint;
    switch (ink) {
    case IconInk::Text:
        return palette.ink;
    case IconInk::Mute:
        return palette.mute;
    case IconInk::Accent:
        return palette.accentInk;
    case IconInk::Error:
        return palette.failed;
    case IconInk::Warning:
        return palette.blocked;
    case IconInk::Good:
        return palette.complete;
    }
    return palette.ink;
}

/// Draws an SVG in one colour that is looked up at each painting.
class TintedEngine final : public QIconEngine
{
public:
    TintedEngine(const QString &path, IconInk ink) : m_path(path), m_ink(ink) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QColor color = colorOf(m_ink, mode == QIcon::Disabled);
        const QString key = u"%1/%2x%3/%4"_s.arg(m_path).arg(size.width()).arg(size.height()).arg(color.rgba());
        QPixmap pixmap;
        if (QPixmapCache::find(key, &pixmap))
            return pixmap;
        pixmap = QPixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        QSvgRenderer(m_path).render(&painter, QRectF({}, QSizeF(size)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(pixmap.rect(), color);
        painter.end();
        QPixmapCache::insert(key, pixmap);
        return pixmap;
    }
    QIconEngine *clone() const override { return new TintedEngine(*this); }

private:
    QString m_path;
    IconInk m_ink;
};

} // namespace

QIcon themedIcon(const QString &name, IconInk ink)
{
    const QString path = u":/icons/%1.svg"_s.arg(name);
    return QFile::exists(path) ? QIcon(new TintedEngine(path, ink)) : QIcon();
}

void setIconTheme(const Theme *theme)
{
    followedTheme() = theme;
}

} // namespace baton
