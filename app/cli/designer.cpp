// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/designer.h"

#include "app/cli/console.h"

#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int patience = 120'000; // Milliseconds for one picture.

Error failure(const QString &message)
{
    Error error;
    error.message = message;
    return error;
}

} // namespace

QString designerExecutable()
{
    const QFileInfo beside(QCoreApplication::applicationDirPath() + u"/baton-designer"_s);
    return beside.isExecutable() ? beside.filePath() : QString();
}

Result<QByteArray> drawnByDesigner(const QString &file, const QString &format)
{
    const QString designer = designerExecutable();
    if (designer.isEmpty())
        return failure(Cli::tr("Pictures are drawn by the designer, which is not here. Install the package baton-designer."));
    const QTemporaryDir folder;
    if (!folder.isValid())
        return failure(Cli::tr("There is no place for a temporary file: %1.").arg(folder.errorString()));
    const QString picture = folder.filePath(u"picture."_s + format);

    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    process.setProcessEnvironment(environment);
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(designer, {u"--export"_s, picture, file});
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
        return failure(Cli::tr("The designer did not draw %1: %2.").arg(file, process.errorString()));
    }
    QFile drawn(picture);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0 || !drawn.open(QIODevice::ReadOnly)) {
        const QString said = QString::fromLocal8Bit(process.readAllStandardError()).trimmed();
        return failure(said.isEmpty() ? Cli::tr("The designer did not draw %1.").arg(file) : said);
    }
    return drawn.readAll();
}

} // namespace baton
