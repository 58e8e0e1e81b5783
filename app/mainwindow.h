// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "app/settings.h"
#include "views/editing/document.h"

#include <QMainWindow>
#include <QTimer>

class QStackedWidget;

namespace baton {

class Attention;
class AdviceController;
class CommandPalette;
class EditController;
class FileController;
class FixController;
class MenuBar;
class NoticeBar;
class PlanView;
class PreflightController;
class PreviewController;
class ProblemController;
class RunController;
class StartPage;
class StatusStrip;
class ToolStrip;
class ViewController;
class Workspace;
struct Command;

/// The window of one open workflow: menus, tool bar, panels around the canvas; or the start page. Puts the parts
/// together and connects them; what they do is theirs.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    MainWindow(Settings &settings, Theme &theme, QWidget *parent = nullptr);
    ~MainWindow() override;

    Document &document() { return m_document; }
    ActionList &actions() { return m_actions; }
    FileController &files() { return *m_files; }
    RunController &runs() { return *m_runs; }
    ProblemController &problems() { return *m_problems; }
    PreviewController &preview() { return *m_preview; }
    PreflightController &preflight() { return *m_preflight; }
    FixController &fixes() { return *m_fixes; }
    AdviceController &advice() { return *m_advice; }
    Workspace &workspace() { return *m_workspace; }
    NoticeBar &notices() { return *m_notices; }
    StatusStrip &status() { return *m_status; }
    CommandPalette &palette() { return *m_palette; }
    Attention &attention() { return *m_attention; }
    StartPage &startPage() { return *m_start; }

    bool isStartPageShown() const;
    void showStartPage();
    /// Shows a run from its folder, with its plan where that is not the open one.
    void openRun(const QString &folder);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeActions();
    void build();
    void connectDocument();
    void connectRun();
    // mainwindowproblems.cpp
    void connectProblems();
    void connectChecklists();
    void showDocument();
    void showRun();
    void showRunState();
    void showDriver();
    void showRunFile(const QString &path);
    void callPerson(const QString &subject, const QString &sentence);
    void showWave();
    void updateTitle();
    void updatePlanFacts();
    void enableDocumentActions(bool enable);
    void chooseRun();
    void choosePicture();
    void takeRunContents(const Contents &contents);
    void showPrompt(NodeKey key);
    void showSource(NodeKey key);
    QList<Command> commands() const;

    Settings &m_settings;
    Theme &m_theme;
    Document m_document;
    ActionList m_actions;
    NoticeBar *m_notices;
    FileController *m_files;
    RunController *m_runs;
    ProblemController *m_problems;
    EditController *m_edit;
    Attention *m_attention;
    AdviceController *m_advice;
    ViewController *m_view;

    MenuBar *m_menuBar = nullptr;
    ToolStrip *m_tools = nullptr;
    StatusStrip *m_status = nullptr;
    StartPage *m_start = nullptr;
    Workspace *m_workspace = nullptr;
    PreviewController *m_preview = nullptr;
    FixController *m_fixes = nullptr;
    PreflightController *m_preflight = nullptr;
    QStackedWidget *m_pages = nullptr;
    CommandPalette *m_palette = nullptr;
    QTimer m_factsTimer; ///< The plan's waves and critical path, a moment after the last edit.
    QList<QList<NodeKey>> m_waves;
    bool m_mayClose = false;
    bool m_closesLater = false; ///< Once the cluster has the whole plan.
};

} // namespace baton
