// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/http/workspacetools.h"

#include "model/base/glob.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A tree is not looked through for ever: nobody waits for one that large.
constexpr int mostLookedAt = 5000;

QJsonObject schema(const QJsonObject &properties, const QJsonArray &required)
{
    return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}, {u"required"_s, required}};
}

QJsonObject property(const QString &type, const QString &description)
{
    return {{u"type"_s, type}, {u"description"_s, description}};
}

ToolResult refused(const ToolCall &call, const QString &why)
{
    return {call.id, why, true};
}

bool isNamed(const QStringList &globs, const QString &path)
{
    return std::any_of(globs.cbegin(), globs.cend(), [&](const QString &glob) { return Glob(glob).matches(path); });
}

/// Git's files and those of runs.
bool isKept(const QString &path)
{
    const QStringList names = path.split('/'_L1);
    return names.contains(".git"_L1, Qt::CaseInsensitive) || names.contains(".baton"_L1);
}

} // namespace

WorkspaceTools::WorkspaceTools(const TaskOrder &order)
    : m_root(QFileInfo(order.workspace).canonicalFilePath())
    , m_writable(order.task.task->owns + order.task.task->deliverables + order.task.task->evidence)
    , m_references(order.task.task->references)
    , m_task(order.id)
    , m_owners(order.owners)
    , m_rights(AgentRights::of(order.tools))
{
}

QList<ToolOffer> WorkspaceTools::offers() const
{
    const QJsonObject path = property(u"string"_s, u"Relative to the workspace."_s);
    QList<ToolOffer> offers{
        {u"read_file"_s, u"Read a text file of the workspace. Large files come in parts."_s,
         schema({{u"path"_s, path}, {u"offset"_s, property(u"integer"_s, u"The byte to begin at; 0 without it."_s)}}, {u"path"_s})},
        {u"list_files"_s, u"List the files below a folder of the workspace."_s,
         schema({{u"path"_s, property(u"string"_s, u"The folder; the workspace itself without it."_s)}}, {})}};
    if (m_rights.write) {
        const QString where = m_writable.isEmpty() ? u"Write a text file of the workspace, replacing it if it is there."_s
                                                   : u"Write a text file, replacing it if it is there. Allowed: "_s + m_writable.join(u", "_s);
        offers.append({u"write_file"_s, where, schema({{u"path"_s, path}, {u"content"_s, property(u"string"_s, u"All of it."_s)}}, {u"path"_s, u"content"_s})});
    }
    if (m_rights.run) {
        offers.append({u"run"_s, u"Run a shell command in the workspace; gives its output and exit status."_s,
                       schema({{u"command"_s, property(u"string"_s, u"For /bin/sh."_s)}}, {u"command"_s})});
    }
    return offers;
}

ToolResult WorkspaceTools::answer(const ToolCall &call) const
{
    const QJsonObject input = QJsonDocument::fromJson(call.arguments.toUtf8()).object();
    if (m_root.isEmpty())
        return refused(call, u"The workspace does not exist."_s);
    if (call.name == "read_file"_L1)
        return read(call, input);
    if (call.name == "list_files"_L1)
        return list(call, input);
    if (call.name == "write_file"_L1)
        return write(call, input);
    return refused(call, u"There is no such tool, or this persona may not use it: "_s + call.name.left(100));
}

/// Follows links: what counts is where a file really is.
WorkspaceTools::Place WorkspaceTools::placeOf(const QString &path) const
{
    const QString outside = u"This path is outside the workspace: "_s + path.left(300);
    if (path.contains(QChar(u'\0')) || Glob::isUnsafe(path))
        return {{}, outside};
    const QString full = m_root + '/'_L1 + Glob::cleaned(path);
    // The part that is there already, and what is still to be made below it.
    QString there = QDir::cleanPath(full);
    QString rest;
    while (!QFileInfo::exists(there)) {
        if (QFileInfo(there).isSymLink())
            return {{}, u"This link leads nowhere: "_s + path.left(300)};
        const qsizetype slash = there.lastIndexOf('/'_L1);
        if (slash < m_root.size())
            return {{}, outside};
        rest.prepend(there.sliced(slash));
        there.truncate(slash);
    }
    const QString real = QFileInfo(there).canonicalFilePath() + rest;
    if (real == m_root)
        return {};
    const QString inside = m_root.endsWith('/'_L1) ? m_root : m_root + '/'_L1;
    return real.startsWith(inside) ? Place{real.sliced(inside.size())} : Place{{}, outside};
}

QString WorkspaceTools::writeRefusal(const QString &path) const
{
    if (!m_rights.write)
        return u"This persona may not write files."_s;
    if (path.isEmpty() || isKept(path))
        return u"This path is not for tasks to write: "_s + path;
    if (isNamed(m_references, path) && !isNamed(m_writable, path))
        return u"This is a reference, to be read only: "_s + path;
    if (!m_writable.isEmpty() && !isNamed(m_writable, path))
        return u"This task may only write "_s + m_writable.join(u", "_s);
    const QList<Trespass> trespasses = m_owners ? m_owners->ownership().trespasses(m_task, {path}, {}) : QList<Trespass>();
    if (m_writable.isEmpty() && !trespasses.isEmpty() && trespasses.first().certain)
        return u"This belongs to another task, which alone may write it: "_s + path;
    return {};
}

namespace {

/// How many bytes there are before the character that begins at their end and is not whole.
qsizetype wholeCharacters(QByteArrayView bytes)
{
    constexpr qsizetype longest = 4;
    for (qsizetype back = 1; back <= qMin(longest, bytes.size()); ++back) {
        const uchar byte = uchar(bytes.at(bytes.size() - back));
        if ((byte & 0xc0) == 0x80)
            continue; // inside of one
        const qsizetype length = byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        return length > back ? bytes.size() - back : bytes.size();
    }
    return bytes.size(); // no UTF-8
}

} // namespace

ToolResult WorkspaceTools::read(const ToolCall &call, const QJsonObject &input) const
{
    const Place place = placeOf(input["path"_L1].toString());
    if (!place.refusal.isEmpty())
        return refused(call, place.refusal);
    QFile file(m_root + '/'_L1 + place.path);
    if (!QFileInfo(file).isFile()) // pipes and devices would make us wait
        return refused(call, u"There is no such file."_s);
    const qint64 offset = qMax<qint64>(0, input["offset"_L1].toInteger());
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return refused(call, u"It could not be read: "_s + file.errorString());
    QByteArray bytes = file.read(mostRead);
    if (offset + bytes.size() < file.size())
        bytes.truncate(wholeCharacters(bytes)); // the next part begins with the rest
    if (bytes.contains('\0'))
        return refused(call, u"This is no text file."_s);
    QString text = QString::fromUtf8(bytes);
    if (offset + bytes.size() < file.size())
        text += u"\n[%1 of %2 bytes; go on with offset %3]"_s.arg(bytes.size()).arg(file.size()).arg(offset + bytes.size());
    return {call.id, text};
}

ToolResult WorkspaceTools::write(const ToolCall &call, const QJsonObject &input) const
{
    const Place place = placeOf(input["path"_L1].toString());
    const QString refusal = place.refusal.isEmpty() ? writeRefusal(place.path) : place.refusal;
    if (!refusal.isEmpty())
        return refused(call, refusal);
    const QByteArray bytes = input["content"_L1].toString().toUtf8();
    if (!input["content"_L1].isString() || bytes.size() > mostWritten)
        return refused(call, u"`content` must be text, of %1 bytes at most."_s.arg(mostWritten));
    QSaveFile file(m_root + '/'_L1 + place.path);
    const QFileInfo there(file.fileName());
    if (there.exists() && !there.isFile())
        return refused(call, u"This is no file."_s);
    if (!QDir().mkpath(there.path()))
        return refused(call, u"Its folder could not be made: a file stands in its place, or nobody may write there."_s);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return refused(call, u"It could not be written: "_s + file.errorString());
    return {call.id, u"Wrote %1 bytes."_s.arg(bytes.size())};
}

ToolResult WorkspaceTools::list(const ToolCall &call, const QJsonObject &input) const
{
    const Place place = placeOf(input["path"_L1].toString());
    if (!place.refusal.isEmpty())
        return refused(call, place.refusal);
    if (!QFileInfo(m_root + '/'_L1 + place.path).isDir())
        return refused(call, u"There is no such folder."_s);
    QStringList files;
    QStringList folders{place.path};
    int looked = 0;
    while (!folders.isEmpty() && looked < mostLookedAt && files.size() < mostListed) {
        const QString folder = folders.takeFirst();
        QDirIterator entries(m_root + '/'_L1 + folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
        while (entries.hasNext() && ++looked < mostLookedAt) {
            entries.next();
            const QString path = folder.isEmpty() ? entries.fileName() : folder + '/'_L1 + entries.fileName();
            const QFileInfo entry = entries.fileInfo();
            if (isKept(path))
                continue;
            if (entry.isDir() && !entry.isSymLink())
                folders.append(path);
            else
                files.append(path);
        }
    }
    const bool isAll = folders.isEmpty() && looked < mostLookedAt && files.size() <= mostListed;
    files = files.first(qMin<qsizetype>(files.size(), mostListed));
    files.sort();
    if (!isAll)
        files.append(u"[there are more; list a folder below]"_s);
    return {call.id, files.isEmpty() ? u"[no files]"_s : files.join('\n'_L1)};
}

} // namespace baton
