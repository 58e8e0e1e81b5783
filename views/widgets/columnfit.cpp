// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/columnfit.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>

namespace baton {

ColumnFit::ColumnFit(QHeaderView *header, const QList<Column> &columns)
    : QObject(header)
    , m_header(header)
    , m_view(qobject_cast<QAbstractItemView *>(header->parentWidget()))
    , m_columns(columns)
{
    header->setStretchLastSection(false);
    header->setSectionResizeMode(QHeaderView::Interactive);
    Q_ASSERT(m_view);
    m_view->viewport()->installEventFilter(this); // A header that is hidden is not told its size.
    connect(header, &QHeaderView::sectionResized, this, [this] { m_isTheirs = m_isTheirs || !m_fitting; });
    connect(header, &QHeaderView::sectionCountChanged, this, &ColumnFit::fit);
    fit();
}

void ColumnFit::fit()
{
    // A scroll bar that comes or goes while sections are resized makes the view another size at once.
    if (m_fitting || m_isTheirs || m_header->count() != m_columns.size())
        return;
    constexpr qreal usualHeight = 16; // Of a line of text, in pixels.
    const qreal scale = qMax(1.0, m_view->fontMetrics().height() / usualHeight);
    int least = 0;
    int wanted = 0;
    int shares = 0;
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (m_header->isSectionHidden(int(i)))
            continue;
        least += qRound(m_columns.at(i).least * scale);
        wanted += qRound(m_columns.at(i).wanted * scale);
        shares += m_columns.at(i).share;
    }
    const int room = m_view->viewport()->width();
    const qreal part = room >= wanted ? 1 : room <= least ? 0 : qreal(room - least) / (wanted - least);
    int left = qMax(0, room - wanted);
    const QScopedValueRollback fitting(m_fitting, true);
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        const Column &column = m_columns.at(i);
        // Rounded down, so that together they are never wider than the room.
        int width = int((column.least + part * (column.wanted - column.least)) * scale);
        if (column.share > 0 && left > 0) {
            const int more = left * column.share / shares;
            left -= more;
            shares -= column.share;
            width += more;
        }
        m_header->resizeSection(int(i), width);
    }
}

bool ColumnFit::eventFilter(QObject *watched, QEvent *event)
{
    const bool fits = QObject::eventFilter(watched, event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show || event->type() == QEvent::FontChange)
        fit();
    return fits;
}

} // namespace baton
