// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"

#include "model/exchange/templates.h"
#include "model/storage/reader.h"
#include "model/storage/saving.h"
#include "model/storage/writer.h"
#include "views/widgets/noticebar.h"

#include <QAbstractButton>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QMenu>
#include <QMessageBox>
#include <QtConcurrentRun>

#include <chrono>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 largeFile = 1 << 20; ///< Bytes; reading more than that would cost frames.

QString openTopic() { return u"open"_s; }
QString saveTopic() { return u"save"_s; }
QString diskTopic() { return u"disk"_s; }
QString recoveryTopic() { return u"recovery"_s; }

/// `file:line:column: sentence`, as the command line prints it.
QString lineOf(const Problem &problem)
{
    return problem.line > 0 ? FileController::tr("Line %1, column %2: %3").arg(problem.line).arg(problem.column).arg(problem.message)
                            : problem.message;
}

QString fileFilter()
{
    return FileController::tr("Workflows (*.baton.yaml *.baton.yml *.baton.json);;YAML and JSON (*.yaml *.yml *.json);;All files (*)");
}

/// Of what cannot be read nothing is known: it is taken as new, and saving over it is refused.
FileStamp nowOnDisk(const QString &path)
{
    const Result<FileStamp> stamp = stampOnDisk(path);
    return stamp ? *stamp : FileStamp();
}

/// A name without an ending gets the usual one.
QString withEnding(const QString &path, FileKind kind)
{
    if (!QFileInfo(path).suffix().isEmpty())
        return path;
    return path + (kind == FileKind::Json ? ".baton.json"_L1 : ".baton.yaml"_L1);
}

} // namespace

/// A file as it was read.
struct FileController::Reading
{
    Result<Loaded> loaded;
    FileStamp stamp;
};

FileController::FileController(Document &document, Settings &settings, ActionList &actions, NoticeBar &notices,
                               QWidget *window)
    : QObject(window)
    , m_document(document)
    , m_settings(settings)
    , m_actions(actions)
    , m_notices(notices)
    , m_window(window)
{
    makeActions();
    // Editors write in several steps; what counts is how the file is when they are done.
    m_diskTimer.setSingleShot(true);
    m_diskTimer.setInterval(std::chrono::milliseconds(150));
    connect(&m_diskTimer, &QTimer::timeout, this, &FileController::checkDisk);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_diskTimer, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_diskTimer, qOverload<>(&QTimer::start));
    m_copyTimer.setSingleShot(true);
    m_copyTimer.setInterval(std::chrono::seconds(5));
    connect(&m_copyTimer, &QTimer::timeout, this, &FileController::keepCopy);
    connect(&document.undoStack(), &QUndoStack::indexChanged, this, [this] {
        if (m_document.isEdited())
            m_copyTimer.start();
    });
    connect(&document, &Document::editedChanged, this, [this](bool edited) {
        if (!edited)
            m_recovery.forget();
        emit titleChanged();
    });
}

FileController::~FileController() = default;

void FileController::makeActions()
{
    m_actions.add({u"file.new"_s, tr("&New"), {QKeySequence::New}, u"new"_s, tr("New empty workflow")},
                  [this] { newEmpty(); });
    m_actions.add({u"file.new-from-template"_s, tr("New from &template…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N)},
                   u"template"_s},
                  [this] { emit templatesRequested(); });
    m_actions.add({u"file.open"_s, tr("&Open…"), {QKeySequence::Open}, u"open"_s}, [this] { chooseAndOpen(); });
    m_actions.add({u"file.save"_s, tr("&Save"), {QKeySequence::Save}, u"save"_s}, [this] { save(); });
    m_actions.add({u"file.save-as"_s, tr("Save &as…"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S)}, u"save"_s},
                  [this] { chooseAndSave(); });
    m_actions.add({u"file.reload"_s, tr("&Reload from disk"), {}, u"reload"_s},
                  [this] { whenSafe([this] { reload(); }); });
    m_actions.add({u"file.import"_s, tr("&Import…"), {}, u"import"_s, tr("Open a YAML or JSON file of another name")},
                  [this] { chooseAndOpen(); });
    m_actions.add({u"file.export-yaml"_s, tr("Export as &YAML…"), {}, u"export"_s}, [this] { chooseAndExport(false); });
    m_actions.add({u"file.export-json"_s, tr("Export as &JSON…"), {}, u"export"_s}, [this] { chooseAndExport(true); });
}

QString FileController::title() const
{
    if (!m_isOpen)
        return {};
    const QString path = m_document.path();
    const QString name = path.isEmpty() ? tr("Untitled") : QFileInfo(path).fileName();
    return m_document.isEdited() ? tr("%1 — edited").arg(name) : name;
}

void FileController::fillRecentMenu(QMenu *menu)
{
    menu->clear();
    const QStringList files = m_settings.recentFiles();
    for (const QString &path : files) {
        menu->addAction(QDir::toNativeSeparators(path), this, [this, path] { open(path); });
    }
    menu->setEnabled(!files.isEmpty());
    if (files.isEmpty())
        return;
    menu->addSeparator();
    menu->addAction(tr("Forget them"), &m_settings, &Settings::clearRecentFiles);
}

void FileController::read(const QString &path, std::function<void(Reading &)> done)
{
    const auto work = [path] {
        const Result<QByteArray> bytes = readFileBytes(path);
        if (!bytes)
            return std::make_shared<Reading>(Reading{bytes.error(), {}});
        return std::make_shared<Reading>(Reading{readWorkflow(*bytes, fileKindOf(path)), stampOf(*bytes)});
    };
    if (QFileInfo(path).size() < largeFile) {
        done(*work());
        return;
    }
    m_isBusy = true;
    emit hinted(tr("Reading %1…").arg(QFileInfo(path).fileName()));
    auto *watcher = new QFutureWatcher<std::shared_ptr<Reading>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, done = std::move(done)] {
        m_isBusy = false;
        emit hinted({});
        const std::shared_ptr<Reading> reading = watcher->result();
        watcher->deleteLater();
        done(*reading);
    });
    watcher->setFuture(QtConcurrent::run(work));
}

void FileController::open(const QString &path)
{
    if (m_isBusy)
        return;
    const QString absolute = QFileInfo(path).absoluteFilePath();
    // Read first: a file that cannot be opened is no reason to ask about unsaved work.
    read(absolute, [this, absolute](Reading &reading) {
        if (!reading.loaded.ok() || !reading.loaded->readable)
            return showFailure(reading, absolute);
        const auto kept = std::make_shared<Reading>(std::move(reading));
        whenSafe([this, kept, absolute] { show(*kept, absolute); });
    });
}

void FileController::show(Reading &reading, const QString &path)
{
    m_notices.dismiss(openTopic());
    m_notices.dismiss(diskTopic());
    m_notices.dismiss(saveTopic());
    m_recovery.forget();
    m_document.become(std::move(reading.loaded).value(), path, reading.stamp);
    m_isOpen = true;
    m_settings.addRecentFile(path);
    watch();
    if (const QList<Problem> &problems = m_document.readerProblems(); !problems.isEmpty()) {
        QStringList lines;
        for (const Problem &problem : problems)
            lines.append(lineOf(problem));
        m_notices.show(openTopic(), NoticeBar::Kind::Notice,
                       tr("%1 opened, but Baton does not understand %n place(s) in it. What stands there is kept.", nullptr,
                          int(problems.size()))
                           .arg(QFileInfo(path).fileName()),
                       {}, lines);
    }
    emit opened();
    emit titleChanged();
}

void FileController::showFailure(const Reading &reading, const QString &path)
{
    QStringList lines;
    QString sentence = tr("Could not open %1.").arg(QDir::toNativeSeparators(path));
    if (!reading.loaded.ok()) {
        sentence = reading.loaded.error().message;
        m_settings.removeRecentFile(path);
    } else {
        for (const Problem &problem : reading.loaded->problems)
            lines.append(lineOf(problem));
    }
    m_notices.show(openTopic(), NoticeBar::Kind::Failure, sentence, {{tr("Try again"), [this, path] { open(path); }}},
                   lines);
}

void FileController::newEmpty()
{
    whenSafe([this] {
        Contents contents;
        contents.info.name = tr("New workflow");
        becomeUnsaved(std::move(contents), nullptr);
    });
}

void FileController::newFromTemplate(const QString &name)
{
    const Result<QByteArray> text = templateText(name);
    if (!text)
        return m_notices.show(openTopic(), NoticeBar::Kind::Failure, text.error().message);
    auto loaded = std::make_shared<Loaded>(readWorkflow(*text, FileKind::Yaml));
    Q_ASSERT(loaded->readable);
    whenSafe([this, loaded] { becomeUnsaved(loaded->contents, loaded->source); });
}

void FileController::becomeUnsaved(Contents contents, std::shared_ptr<const SourceFile> source)
{
    for (const QString &topic : {openTopic(), diskTopic(), saveTopic()})
        m_notices.dismiss(topic);
    m_recovery.forget();
    Loaded loaded;
    loaded.contents = std::move(contents);
    loaded.source = std::move(source);
    m_document.become(std::move(loaded), {}, {});
    m_isOpen = true;
    watch();
    emit opened();
    emit titleChanged();
}

void FileController::showCopy(const Contents &contents)
{
    becomeUnsaved(contents, nullptr);
}

void FileController::closeDocument()
{
    m_copyTimer.stop();
    m_recovery.forget();
    if (!m_isOpen)
        return;
    m_isOpen = false;
    m_document.become({}, {}, {});
    watch();
}

void FileController::chooseAndOpen()
{
    auto *chooser = new QFileDialog(m_window, tr("Open a workflow"), QFileInfo(m_document.path()).path(), fileFilter());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::ExistingFile);
    connect(chooser, &QFileDialog::fileSelected, this, &FileController::open);
    chooser->open();
}

bool FileController::save()
{
    if (m_document.path().isEmpty()) {
        chooseAndSave();
        return false;
    }
    return saveTo(m_document.path());
}

bool FileController::saveTo(const QString &path, Anew anew)
{
    const bool same = path == m_document.path();
    const FileKind kind = fileKindOf(path);
    const Contents &contents = m_document.workflow().contents();
    const SourceFile *source = m_document.source().get();
    const auto patched = source && source->kind() == kind ? patchWorkflow(contents, *source) : std::nullopt;
    const bool losesComments = !patched && source && source->kind() == kind && source->bytes().contains('#');
    if (losesComments && anew == Anew::Ask) {
        askToWriteAnew(path);
        return false;
    }
    const QByteArray bytes = patched ? *patched : writeWorkflow(contents, source, kind);
    // A name that the user has just chosen, and was asked about by the dialog, may be overwritten as it is now.
    const Result<FileStamp> saved = saveFile(path, bytes, same ? m_document.stamp() : nowOnDisk(path));
    if (!saved) {
        m_afterSave = nullptr;
        showSaveError(saved.error(), path);
        return false;
    }
    for (const QString &topic : {saveTopic(), diskTopic()})
        m_notices.dismiss(topic);
    m_document.setSaved(path, sourceFor(bytes, kind, contents), *saved);
    m_settings.addRecentFile(path);
    watch();
    emit hinted(tr("Saved %1.").arg(QFileInfo(path).fileName()));
    emit titleChanged();
    if (const auto after = std::exchange(m_afterSave, nullptr))
        after();
    return true;
}

/// Some files can only be written as a whole, and whoever wrote comments into one wants to know before they are gone.
void FileController::askToWriteAnew(const QString &path)
{
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Save without comments?"),
                                     tr("%1 could not be edited in place: the whole file would be written anew and its comments "
                                        "lost. Save it so, or cancel and save under another name.").arg(QFileInfo(path).fileName()),
                                     QMessageBox::Save | QMessageBox::Cancel, m_window);
    question->setObjectName(u"anew-question"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(question, &QDialog::finished, this, [this, path](int button) {
        if (button == QMessageBox::Save)
            saveTo(path, Anew::Allowed);
        else
            m_afterSave = nullptr;
    });
    question->open();
}

void FileController::showSaveError(const Error &error, const QString &path)
{
    QList<NoticeBar::Choice> choices{{tr("Save as…"), [this] { chooseAndSave(); }}};
    if (error.code == ErrorCode::Conflict) {
        choices.prepend({tr("Reload, losing my changes"), [this] { reload(); }});
        choices.append({tr("Overwrite"), [this, path] {
                            m_document.setStamp(nowOnDisk(path));
                            saveTo(path);
                        }});
    }
    m_notices.dismiss(diskTopic());
    m_notices.show(saveTopic(), NoticeBar::Kind::Failure, error.message, choices);
}

void FileController::chooseAndSave()
{
    const QString suggestion = m_document.path().isEmpty()
                                   ? QDir::home().filePath(m_document.suggestedFileName())
                                   : m_document.path();
    auto *chooser = new QFileDialog(m_window, tr("Save the workflow"), QFileInfo(suggestion).path(), fileFilter());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->selectFile(QFileInfo(suggestion).fileName());
    connect(chooser, &QFileDialog::fileSelected, this,
            [this](const QString &path) { saveTo(withEnding(path, FileKind::Yaml)); });
    connect(chooser, &QFileDialog::rejected, this, [this] { m_afterSave = nullptr; });
    chooser->open();
}

void FileController::chooseAndExport(bool json)
{
    const FileKind kind = json ? FileKind::Json : FileKind::Yaml;
    auto *chooser = new QFileDialog(m_window, json ? tr("Export as JSON") : tr("Export as YAML"));
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(json ? tr("JSON (*.baton.json)") : tr("YAML (*.baton.yaml)"));
    connect(chooser, &QFileDialog::fileSelected, this, [this, kind](const QString &chosen) {
        const QString path = withEnding(chosen, kind);
        const SourceFile *source = m_document.source().get();
        const QByteArray bytes = writeWorkflow(m_document.workflow().contents(),
                                               source && source->kind() == kind ? source : nullptr, kind);
        if (const Result<FileStamp> saved = saveFile(path, bytes, nowOnDisk(path)); !saved)
            showSaveError(saved.error(), path);
        else
            emit hinted(tr("Exported %1.").arg(QFileInfo(path).fileName()));
    });
    chooser->open();
}

void FileController::whenSafe(std::function<void()> go)
{
    if (!m_isOpen || !m_document.isEdited())
        return go();
    auto *question = new QMessageBox(QMessageBox::NoIcon, tr("Unsaved changes"),
                                     tr("%1 has changes that are not saved.").arg(title()),
                                     QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, m_window);
    question->setObjectName(u"unsaved-question"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setDefaultButton(QMessageBox::Save);
    connect(question, &QMessageBox::buttonClicked, this, [this, question, go](QAbstractButton *button) {
        switch (question->standardButton(button)) {
        case QMessageBox::Save:
            m_afterSave = go;
            save();
            break;
        case QMessageBox::Discard:
            m_recovery.forget();
            go();
            break;
        default:
            break;
        }
    });
    question->open();
}

void FileController::reload()
{
    const QString path = m_document.path();
    if (path.isEmpty() || m_isBusy)
        return;
    read(path, [this, path](Reading &reading) {
        if (reading.loaded.ok() && reading.loaded->readable)
            show(reading, path);
        else
            showFailure(reading, path);
    });
}

void FileController::watch()
{
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    if (!watched.isEmpty())
        m_watcher.removePaths(watched);
    if (m_document.path().isEmpty())
        return;
    // The folder too: most programs save by putting a new file in the old one's place.
    m_watcher.addPaths({m_document.path(), QFileInfo(m_document.path()).path()});
}

void FileController::checkDisk()
{
    const QString path = m_document.path();
    if (path.isEmpty())
        return;
    const FileStamp stamp = nowOnDisk(path);
    if (stamp == m_document.stamp())
        return m_notices.dismiss(diskTopic());
    const QString name = QFileInfo(path).fileName();
    if (!stamp.exists) {
        m_notices.show(diskTopic(), NoticeBar::Kind::Notice, tr("%1 is no longer on the disk.").arg(name),
                       {{tr("Save it again"), [this, path, stamp] {
                             m_document.setStamp(stamp);
                             saveTo(path);
                         }}});
        return;
    }
    watch();
    m_notices.show(diskTopic(), NoticeBar::Kind::Notice,
                   m_document.isEdited() ? tr("%1 was changed by another program, and here too.").arg(name)
                                         : tr("%1 was changed by another program.").arg(name),
                   {{m_document.isEdited() ? tr("Reload, losing my changes") : tr("Reload"), [this] { reload(); }},
                    {tr("Keep mine")}});
}

void FileController::keepCopy()
{
    if (!m_isOpen || !m_document.isEdited())
        return;
    // Written from values on another thread; only the file itself is put in place here.
    auto *watcher = new QFutureWatcher<QByteArray>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, index = m_document.undoStack().index()] {
        watcher->deleteLater();
        if (m_document.isEdited() && index == m_document.undoStack().index())
            m_recovery.keep(watcher->result(), m_document.path());
    });
    watcher->setFuture(QtConcurrent::run([contents = m_document.workflow().contents(), source = m_document.source()] {
        return writeWorkflow(contents, source && source->kind() == FileKind::Yaml ? source.get() : nullptr, FileKind::Yaml);
    }));
}

void FileController::offerRecovered()
{
    const QList<Recovered> found = m_recovery.abandoned();
    if (found.isEmpty())
        return;
    const Recovered &first = found.first();
    const QString name = first.original.isEmpty() ? tr("a workflow that was never saved")
                                                  : QFileInfo(first.original).fileName();
    m_notices.show(recoveryTopic(), NoticeBar::Kind::Notice,
                   tr("Baton ended before the changes of %1 were saved. A copy was kept.").arg(name),
                   {{tr("Restore"), [this, first] { restore(first); }},
                    {tr("Throw the copy away"), [this, first] {
                         Recovery::remove(first);
                         offerRecovered();
                     }}});
}

void FileController::restore(const Recovered &recovered)
{
    read(recovered.copy, [this, recovered](Reading &reading) {
        if (!reading.loaded.ok() || !reading.loaded->readable)
            return showFailure(reading, recovered.copy);
        const auto kept = std::make_shared<Reading>(std::move(reading));
        whenSafe([this, kept, recovered] {
            becomeUnsaved(kept->loaded->contents, kept->loaded->source);
            m_document.setRestored(recovered.original);
            watch();
            Recovery::remove(recovered);
            emit titleChanged();
        });
    });
}

} // namespace baton
