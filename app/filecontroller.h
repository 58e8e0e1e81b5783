// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/actionlist.h"
#include "app/recovery.h"
#include "app/settings.h"
#include "views/editing/document.h"

#include <QFileSystemWatcher>
#include <QTimer>

#include <functional>

class QMenu;
class QWidget;

namespace baton {

class NoticeBar;

/// The file of the open document: opens, saves, notices what others do to it, keeps a copy of unsaved work. Never
/// overwrites what it has not read, and never lets go of unsaved work without asking.
class FileController : public QObject
{
    Q_OBJECT

public:
    /// \a window is the parent of the dialogs it opens.
    FileController(Document &document, Settings &settings, ActionList &actions, NoticeBar &notices, QWidget *window);
    ~FileController() override;

    /// Opens a file in place of the document, after asking about unsaved work. Large ones are read on another thread.
    void open(const QString &path);
    void newEmpty();
    void newFromTemplate(const QString &name);
    /// Saves where the document came from, or asks where to. True when it is saved at once.
    bool save();
    /// Whether the file may lose its comments, where it can only be written as a whole.
    enum class Anew { Ask, Allowed };
    bool saveTo(const QString &path, Anew anew = Anew::Ask);
    /// Shows a plan that is a copy of another, as unsaved work on nothing.
    void showCopy(const Contents &contents);
    /// Lets go of the document; what is unsaved is lost, so ask first.
    void closeDocument();
    /// Runs \a go when no unsaved work is in its way: at once, after saving, after "Discard", or not at all.
    void whenSafe(std::function<void()> go);

    bool isOpen() const { return m_isOpen; } ///< Else the start page is all there is.
    bool isBusy() const { return m_isBusy; } ///< A large file is being read.
    QString title() const; ///< `name.baton.yaml`, with ` — edited` where there is unsaved work.
    void fillRecentMenu(QMenu *menu);
    /// Offers what earlier sessions lost.
    void offerRecovered();

signals:
    void opened();
    void titleChanged();
    void templatesRequested();
    void hinted(const QString &sentence);

private:
    struct Reading;

    void makeActions();
    void read(const QString &path, std::function<void(Reading &)> done);
    void show(Reading &reading, const QString &path);
    void becomeUnsaved(Contents contents, std::shared_ptr<const SourceFile> source);
    void showFailure(const Reading &reading, const QString &path);
    void showSaveError(const Error &error, const QString &path);
    void askToWriteAnew(const QString &path);
    void chooseAndOpen();
    void chooseAndSave();
    void chooseAndExport(bool json);
    void reload();
    void checkDisk();
    void watch();
    void keepCopy();
    void restore(const Recovered &recovered);

    Document &m_document;
    Settings &m_settings;
    ActionList &m_actions;
    NoticeBar &m_notices;
    QWidget *m_window;
    QFileSystemWatcher m_watcher;
    QTimer m_diskTimer;
    QTimer m_copyTimer;
    Recovery m_recovery;
    std::function<void()> m_afterSave;
    bool m_isOpen = false;
    bool m_isBusy = false;
};

} // namespace baton
