// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/editing/document.h"
#include "views/style/theme.h"

#include <QObject>

#include <functional>

namespace baton {

class CanvasArea;
class PlanView;
class PreviewPane;

/// An edit that is shown before it is made.
struct Preview
{
    QString title; ///< Translated: what the edit does; also its name in the undo list.
    Edit edit;
    QList<NodeKey> subjects = {};      ///< Lifted out where the edit touches no node.
    std::function<void()> taken = {};  ///< After it was taken.
};

/// Shows on the canvas what an edit would make of the plan, with time and tokens before and after, and makes it when
/// somebody takes it: one undoable step. Nothing of it is in the document or its undo list until then.
class PreviewController : public QObject
{
    Q_OBJECT

public:
    PreviewController(Document &document, Theme &theme, PlanView &canvas, CanvasArea &area, QObject *parent = nullptr);
    ~PreviewController() override;

    /// Takes the place of an earlier preview. An empty edit shows nothing.
    void show(Preview preview);
    bool isShown() const { return m_pane != nullptr; }
    PreviewPane *pane() const { return m_pane; } ///< Null when nothing is shown.
    void take();
    void dismiss();

signals:
    void shownChanged(bool shown);
    /// A sentence for the status bar.
    void hinted(const QString &sentence);

private:
    void close();
    void workOut();

    Document &m_document;
    Theme &m_theme;
    PlanView &m_canvas;
    CanvasArea &m_area;
    Preview m_preview;
    PreviewPane *m_pane = nullptr; ///< Belongs to the area while it is shown.
};

} // namespace baton
