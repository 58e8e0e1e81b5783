// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/zoombar.h"

#include <QAction>
#include <QHBoxLayout>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

ZoomBar::ZoomBar(QAction *zoomOut, QAction *actualSize, QAction *zoomIn, QAction *fit, QWidget *parent)
    : QWidget(parent)
    , m_percent(new QToolButton)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    const auto add = [layout](QToolButton *button, QAction *action, const QString &text) {
        if (!text.isEmpty())
            button->setText(text);
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text().remove(u'&'));
        QObject::connect(button, &QToolButton::clicked, action, &QAction::trigger);
        layout->addWidget(button);
    };
    add(new QToolButton, zoomOut, u"−"_s);
    add(m_percent, actualSize, {});
    add(new QToolButton, zoomIn, u"+"_s);
    add(new QToolButton, fit, tr("Fit"));
    m_percent->setMinimumWidth(m_percent->fontMetrics().horizontalAdvance(u"1000 %"_s));
    setZoom(1);
}

void ZoomBar::setZoom(qreal zoom)
{
    m_percent->setText(tr("%1 %").arg(qRound(zoom * 100)));
}

} // namespace baton
