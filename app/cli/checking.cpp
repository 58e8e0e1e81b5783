// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"

#include "model/base/folder.h"
#include "model/base/textdiff.h"
#include "model/storage/saving.h"
#include "model/storage/writer.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Whether the rules will ask what is below the root; looking costs time in a large folder.
bool namesFiles(const Contents &contents)
{
    return std::any_of(contents.tasks.begin(), contents.tasks.end(), [](const auto &slot) {
        const QList<Need> &needs = slot.node->needs;
        return !slot.node->inputs.isEmpty()
            || std::any_of(needs.cbegin(), needs.cend(), [](const Need &need) { return !need.files.isEmpty(); });
    });
}

void check(CheckedFile &checked, Loaded loaded)
{
    checked.loaded = std::move(loaded);
    checked.problems = checked.loaded.problems;
    if (checked.loaded.readable) {
        QList<Problem> found = checkWorkflow(checked.loaded.contents, checked.context);
        if (checked.loaded.source)
            addPlaces(found, *checked.loaded.source);
        checked.problems += found;
    }
    std::stable_sort(checked.problems.begin(), checked.problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
}

/// Where the problems stood that were fixed. One that only an earlier fix brought to light stands nowhere.
void addPlaces(QList<TakenFix> &taken, const SourceFile &source)
{
    QList<Problem> problems;
    for (const TakenFix &one : std::as_const(taken))
        problems += one.problem;
    addPlaces(problems, source);
    for (qsizetype i = 0; i < taken.size(); ++i)
        taken[i].problem = problems.at(i);
}

/// The file with the fixes in it; nothing where it cannot be edited in place. Written round by round: an item that one fix
/// changes and another moves would lose the comment beside it if both were done at once.
std::optional<QByteArray> written(const Fixing &fixing, const SourceFile &file)
{
    Workflow workflow(file.contents());
    QByteArray text = file.bytes();
    std::shared_ptr<const SourceFile> source;
    for (const Edit &round : fixing.rounds) {
        workflow.apply(round);
        std::optional<QByteArray> patched = patchWorkflow(workflow.contents(), source ? *source : file);
        if (!patched)
            return std::nullopt;
        text = std::move(*patched);
        source = sourceFor(text, file.kind(), workflow.contents());
        if (!source)
            return std::nullopt;
    }
    return text;
}

} // namespace

int CheckedFile::count(Severity severity) const
{
    return int(std::count_if(problems.cbegin(), problems.cend(),
                             [severity](const Problem &problem) { return problem.severity == severity; }));
}

CheckedFile checkFile(const QString &file, std::optional<Profile> profile)
{
    CheckedFile checked{file};
    Result<Loaded> loaded = loadWorkflow(file);
    if (!loaded) {
        checked.error = loaded.error();
        return checked;
    }
    checked.context.profile = profile;
    if (loaded->readable && namesFiles(loaded->contents))
        checked.context.files = filesBelow(QDir(QFileInfo(file).path()).filePath(loaded->contents.info.root));
    check(checked, std::move(*loaded));
    return checked;
}

Error notInPlace(const QString &file)
{
    Error error;
    error.code = ErrorCode::Failed;
    error.file = file;
    error.message = Cli::tr("%1 could not be edited in place; the whole file would be written anew and its comments lost, so nothing "
                            "was changed. Run `baton fmt` first, which keeps them, or edit it by hand.").arg(file);
    return error;
}

Result<void> fixFile(CheckedFile &checked, bool write)
{
    if (!checked.isReadable() || !checked.loaded.source)
        return {};
    const Fixing fixing = fixSafely(checked.loaded.contents, checked.context);
    if (fixing.taken.isEmpty())
        return {};
    const QByteArray before = checked.loaded.source->bytes();
    const FileKind kind = checked.loaded.source->kind();
    const std::optional<QByteArray> patched = written(fixing, *checked.loaded.source);
    Loaded fixed = patched ? readWorkflow(*patched, kind) : Loaded();
    if (!patched || !fixed.readable || *patched == before)
        return notInPlace(checked.file);
    const QByteArray &after = *patched;
    if (write) {
        if (const Result<FileStamp> saved = saveFile(checked.file, after, stampOf(before)); !saved) {
            Error error = saved.error();
            if (error.code == ErrorCode::Conflict)
                error.message = Cli::tr("%1 was changed by another program meanwhile, so nothing was fixed. Run this again.")
                                    .arg(checked.file);
            return error;
        }
    }
    checked.taken = fixing.taken;
    addPlaces(checked.taken, *checked.loaded.source);
    checked.diff = unifiedDiff(before, after, checked.file.toUtf8());
    check(checked, std::move(fixed));
    return {};
}

std::optional<Loaded> loadOrSay(const QString &file, Console &console)
{
    Result<Loaded> loaded = loadWorkflow(file);
    if (!loaded) {
        console.fail(loaded.error());
        return std::nullopt;
    }
    if (loaded->readable)
        return std::move(*loaded);
    for (const Problem &problem : loaded->problems)
        console.err() << toLine(file, problem) << Qt::endl;
    return std::nullopt;
}

QString toLine(const QString &file, const Problem &problem)
{
    return harmless(u"%1:%2:%3: %4: %5 [%6]"_s.arg(file, QString::number(qMax(1, problem.line)),
                                                   QString::number(qMax(1, problem.column)), nameOf(problem.severity),
                                                   problem.message, problem.rule));
}

} // namespace baton
