// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/canvas/planpreview.h"
#include "views/editing/document.h"
#include "views/style/theme.h"

#include <QWidget>

class QPushButton;

namespace baton {

class FiguresLabel;
class PlanView;

/// A plan as it would be after an edit, in place of the canvas, with a bar that says what it is and what it would
/// change, and asks whether to take it. Changes nothing itself.
class PreviewPane : public QWidget
{
    Q_OBJECT

public:
    /// \a canvas: whose part of the plan it shows first.
    PreviewPane(const QString &title, PlanPreview preview, const PlanView &canvas, Theme &theme, QWidget *parent = nullptr);
    ~PreviewPane() override;

    PlanView *view() const { return m_view; }
    FiguresLabel *figures() const { return m_figures; }
    QPushButton *takeButton() const { return m_take; }
    /// `2 needs removed, 1 task added`
    static QString summaryOf(const PreviewMarks &marks);

signals:
    void taken();
    void dismissed();

private:
    QWidget *makeBar(const QString &title, const QString &summary);
    void showMarked();

    Document m_document;
    PlanView *m_view;
    FiguresLabel *m_figures;
    QPushButton *m_take;
};

} // namespace baton
