// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

#include <QImage>
#include <QWidget>

#include <functional>

class QListView;
class QListWidget;
class QLabel;
class QTimer;

namespace baton {

class GalleryModel;

/// What is seen first: recent files, and the gallery of templates with a small picture of each graph. Pictures are
/// drawn one at a time once the page is on the screen.
class StartPage : public QWidget
{
    Q_OBJECT

public:
    /// Draws a template's graph; a null picture where it cannot be read.
    using Draw = std::function<QImage(const QString &name, QSize size, qreal ratio)>;

    StartPage(Theme &theme, Draw draw, QWidget *parent = nullptr);

    void setRecentFiles(const QStringList &paths);
    QListView *gallery() const { return m_gallery; }
    /// Draws what is missing now, for pictures of the page itself.
    void drawAll();

signals:
    void newRequested();
    void openRequested();
    void importRequested();
    void patternRequested(); ///< A new workflow from the pattern that fits.
    void fileChosen(const QString &path);
    void templateChosen(const QString &name);

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeGallery();
    bool drawNext();

    Theme &m_theme;
    Draw m_draw;
    GalleryModel *m_model;
    QListView *m_gallery;
    QListWidget *m_recent;
    QLabel *m_noRecent;
    QTimer *m_drawing;
};

} // namespace baton
