// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/outputfile.h"

#include "model/storage/saving.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

void addOutputOptions(QCommandLineParser &parser)
{
    parser.addOption({{u"o"_s, u"output"_s}, Cli::tr("The file to write; stdout without it."), u"file"_s});
    parser.addOption({u"force"_s, Cli::tr("Overwrites the file where it exists.")});
}

Result<void> checkOutput(const QCommandLineParser &options)
{
    const QString path = options.value(u"output"_s);
    if (!options.isSet(u"output"_s))
        return {};
    Error error;
    error.file = path;
    if (path.isEmpty()) {
        error.code = ErrorCode::Usage;
        error.message = Cli::tr("-o needs the name of a file.");
        return error;
    }
    const QFileInfo info(path);
    if (info.isDir()) {
        error.code = ErrorCode::Usage;
        error.message = Cli::tr("%1 is a folder; name a file in it.").arg(path);
        return error;
    }
    if (info.exists() && !info.isFile()) {
        error.code = ErrorCode::Usage;
        error.message = Cli::tr("%1 is no ordinary file; leave -o out and redirect stdout to it.").arg(path);
        return error;
    }
    if (info.exists() && !options.isSet(u"force"_s)) {
        error.code = ErrorCode::Conflict;
        error.message = Cli::tr("%1 exists already. Choose another name, or add --force to overwrite it.").arg(path);
        return error;
    }
    return {};
}

int writeOutput(const QByteArray &data, const QCommandLineParser &options, Console &console)
{
    if (!options.isSet(u"output"_s)) {
        console.bytes(data);
        return exitcode::ok;
    }
    if (const Result<void> allowed = checkOutput(options); !allowed)
        return console.fail(allowed.error());
    const QString path = options.value(u"output"_s);
    // Without --force there must still be nothing when it is put in its place.
    const Result<FileStamp> expected = options.isSet(u"force"_s) ? stampOnDisk(path) : Result<FileStamp>(FileStamp());
    const Result<FileStamp> saved = expected ? saveFile(path, data, *expected) : expected;
    return saved ? exitcode::ok : console.fail(saved.error());
}

int rewriteFile(const QString &path, const QByteArray &before, const QByteArray &after, Console &console)
{
    if (after == before)
        return exitcode::ok;
    const Result<FileStamp> saved = saveFile(path, after, stampOf(before));
    return saved ? exitcode::ok : console.fail(saved.error());
}

} // namespace baton
