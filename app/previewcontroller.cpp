// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/previewcontroller.h"

#include "app/canvasarea.h"
#include "views/canvas/planview.h"
#include "views/canvas/previewpane.h"
#include "views/widgets/figureslabel.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace baton {

PreviewController::PreviewController(Document &document, Theme &theme, PlanView &canvas, CanvasArea &area, QObject *parent)
    : QObject(parent)
    , m_document(document)
    , m_theme(theme)
    , m_canvas(canvas)
    , m_area(area)
{
    connect(&document.workflow(), &Workflow::changed, this, [this](const Change &change) {
        if (!m_pane)
            return;
        close();
        if (!change.reset)
            emit hinted(tr("The plan has changed, so the preview was closed."));
    });
}

PreviewController::~PreviewController()
{
    delete m_pane;
}

void PreviewController::show(Preview preview)
{
    close();
    if (preview.edit.isEmpty())
        return;
    m_preview = std::move(preview);
    Positions shown;
    const DisplayList &list = m_canvas.scene().list();
    const auto take = [&](const auto &items) {
        for (const PlanItem &item : items)
            shown.insert(item.key, list.positionOf(item.key));
    };
    take(list.lanes());
    take(list.cards());
    take(list.gates());
    take(list.notes());
    m_pane = new PreviewPane(m_preview.title,
                             previewOf(m_document.workflow().contents(), shown, m_preview.edit, m_preview.subjects),
                             m_canvas, m_theme);
    connect(m_pane, &PreviewPane::taken, this, &PreviewController::take);
    connect(m_pane, &PreviewPane::dismissed, this, &PreviewController::dismiss);
    m_area.setCover(m_pane);
    m_pane->setFocus();
    workOut();
    emit shownChanged(true);
}

/// A large plan takes a while to run, even in virtual time.
void PreviewController::workOut()
{
    // The pane may be dismissed, and still be there, when they come.
    PreviewPane *pane = m_pane;
    auto *watcher = new QFutureWatcher<ComparedFigures>(pane);
    connect(watcher, &QFutureWatcherBase::finished, pane, [pane, watcher] { pane->figures()->show(watcher->result()); });
    watcher->setFuture(QtConcurrent::run(
        [contents = m_document.workflow().contents(), edit = m_preview.edit] { return compareFigures(contents, edit); }));
}

void PreviewController::take()
{
    if (!m_pane)
        return;
    const Preview preview = m_preview;
    close();
    m_document.push(preview.title, preview.edit);
    if (preview.taken)
        preview.taken();
}

void PreviewController::dismiss()
{
    close();
}

void PreviewController::close()
{
    if (!m_pane)
        return;
    PreviewPane *pane = m_pane;
    m_pane = nullptr;
    m_preview = {};
    m_area.setCover(nullptr);
    pane->hide();
    pane->deleteLater(); // It may be what has just been clicked.
    m_canvas.setFocus();
    emit shownChanged(false);
}

} // namespace baton
