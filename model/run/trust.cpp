// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/trust.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>

#include <functional>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 largestFile = 16 * 1024 * 1024;

/// One file for the command line and the desktop, whatever they are called.
QString trustFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/baton/trust.json"_s;
}

QString realPath(const QString &dir)
{
    const QString real = QFileInfo(dir).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(QFileInfo(dir).absoluteFilePath()) : real;
}

Result<QJsonObject> readTrust()
{
    QFile file(trustFile());
    if (!file.exists())
        return QJsonObject();
    const bool isReadable = file.size() <= largestFile && file.open(QIODevice::ReadOnly);
    const QJsonDocument document = isReadable ? QJsonDocument::fromJson(file.read(largestFile)) : QJsonDocument();
    if (!document.isObject())
        return Error{ErrorCode::Unreadable,
                     QCoreApplication::translate("baton::Trust", "%1 is not what Baton wrote there, so nothing counts as "
                                                                 "trusted. Repair the file or delete it.").arg(file.fileName())};
    return document.object();
}

/// Nothing is trusted where that cannot be read.
QJsonObject knownTrust()
{
    const Result<QJsonObject> trust = readTrust();
    return trust ? *trust : QJsonObject();
}

Result<void> changeTrust(const std::function<void(QJsonObject &)> &change)
{
    const QString path = trustFile();
    QDir().mkpath(QFileInfo(path).path());
    QLockFile lock(path + u".lock"_s);
    if (!lock.tryLock(2000))
        return Error{ErrorCode::Locked,
                     QCoreApplication::translate("baton::Trust", "Another program changes what is trusted. Try again.")};
    const Result<QJsonObject> before = readTrust();
    if (!before)
        return before.error();
    QJsonObject trust = *before;
    change(trust);
    if (trust == *before)
        return {};
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(trust).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unreadable, QCoreApplication::translate("baton::Trust", "%1 could not be written: %2.")
                                                .arg(path, file.errorString())};
    return {};
}

QString hashOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

/// What an agent is started with, and what it may do then.
QString agentLine(const Executor &executor, const Persona *persona)
{
    const QJsonObject &options = executor.options;
    QStringList words{options["binary"_L1].toString(options["cli"_L1].toString())};
    for (const auto name : {"prefix"_L1, "args"_L1}) {
        for (const QJsonValue &word : options[name].toArray())
            words += word.toVariant().toString();
    }
    const QString tools = persona ? persona->tools.join(", "_L1) : QString();
    return tools.isEmpty() ? words.join(' '_L1)
                           : QCoreApplication::translate("baton::Trust", "%1 (an agent that may: %2)").arg(words.join(' '_L1), tools);
}

/// Where a task's prompt, the files its model reads, and the key of this name go.
QString endpointLine(const Executor &executor, const Persona *persona)
{
    const QJsonObject &options = executor.options;
    QStringList words{u"http"_s};
    for (const auto name : {"api"_L1, "base_url"_L1, "model"_L1, "key"_L1}) {
        if (const QString word = options[name].toString(); !word.isEmpty())
            words += word;
    }
    const QString tools = persona ? persona->tools.join(", "_L1) : QString();
    return tools.isEmpty() ? words.join(' '_L1)
                           : QCoreApplication::translate("baton::Trust", "%1 (an agent that may: %2)").arg(words.join(' '_L1), tools);
}

QString commandLine(const Executor &executor)
{
    QString text = executor.options["command"_L1].toString();
    const QJsonArray arguments = executor.options["argv"_L1].toArray();
    if (!arguments.isEmpty())
        text = QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact));
    // Where and with what it runs changes what it does.
    if (const QString folder = executor.options["cwd"_L1].toString(); !folder.isEmpty())
        text += QCoreApplication::translate("baton::Trust", " (in %1)").arg(folder);
    if (const QJsonObject environment = executor.options["env"_L1].toObject(); !environment.isEmpty())
        text += ' '_L1 + QString::fromUtf8(QJsonDocument(environment).toJson(QJsonDocument::Compact));
    return text;
}

} // namespace

bool isTrusted(const QString &dir)
{
    const QString path = realPath(dir);
    for (const QJsonValue &folder : knownTrust()["folders"_L1].toArray()) {
        const QString trusted = folder.toString();
        if (!trusted.isEmpty() && (path == trusted || path.startsWith(trusted.endsWith('/'_L1) ? trusted : trusted + '/'_L1)))
            return true;
    }
    return false;
}

Result<void> trust(const QString &dir)
{
    if (!QFileInfo(dir).isDir())
        return Error{ErrorCode::NotFound,
                     QCoreApplication::translate("baton::Trust", "%1 is no folder. Name the folder of a workflow.").arg(dir)};
    return changeTrust([path = realPath(dir)](QJsonObject &trust) {
        QJsonArray folders = trust["folders"_L1].toArray();
        if (!folders.contains(path))
            folders.append(path);
        trust.insert(u"folders"_s, folders);
    });
}

Result<void> removeTrust(const QString &dir)
{
    return changeTrust([path = realPath(dir)](QJsonObject &trust) {
        QJsonArray kept;
        for (const QJsonValue &folder : trust["folders"_L1].toArray()) {
            if (folder.toString() != path)
                kept.append(folder);
        }
        trust.insert(u"folders"_s, kept);
    });
}

QStringList trustedFolders()
{
    QStringList folders;
    for (const QJsonValue &folder : knownTrust()["folders"_L1].toArray())
        folders += folder.toString();
    folders.sort();
    return folders;
}

QList<PlannedCommand> commandsOf(const Contents &contents, const QString &file)
{
    const QJsonArray known = knownTrust()["commands"_L1].toObject()[realPath(file)].toArray();
    QSet<QString> hashes;
    for (const QJsonValue &hash : known)
        hashes.insert(hash.toString());
    const IdIndex ids(contents);
    static const QHash<QString, QString (*)(const Executor &, const Persona *)> lines{
        {u"shell"_s, [](const Executor &executor, const Persona *) { return commandLine(executor); }},
        {u"slurm"_s, [](const Executor &executor, const Persona *) { return commandLine(executor); }},
        {u"agent"_s, agentLine},
        {u"http"_s, endpointLine},
    };
    QList<PlannedCommand> commands;
    for (const auto &[key, task] : contents.tasks) {
        const Persona *persona = contents.persona(ids.persona(task->persona()));
        const Executor &executor = task->executor.isEmpty() && persona ? persona->executor : task->executor;
        if (!lines.contains(executor.type))
            continue;
        const QString text = lines.value(executor.type)(executor, persona);
        commands.append({task->id, text, !hashes.contains(hashOf(text))});
    }
    return commands;
}

Result<void> rememberCommands(const Contents &contents, const QString &file)
{
    QSet<QString> hashes;
    for (const PlannedCommand &command : commandsOf(contents, file))
        hashes.insert(hashOf(command.text));
    if (hashes.isEmpty())
        return {};
    QStringList sorted(hashes.cbegin(), hashes.cend());
    sorted.sort();
    return changeTrust([&](QJsonObject &trust) {
        QJsonObject commands = trust["commands"_L1].toObject();
        const QStringList files = commands.keys();
        for (const QString &other : files) {
            if (!QFileInfo::exists(other))
                commands.remove(other); // or the file would grow with every plan there ever was
        }
        commands.insert(realPath(file), QJsonArray::fromStringList(sorted));
        trust.insert(u"commands"_s, commands);
    });
}

} // namespace baton
