// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"

#include "model/base/folder.h"
#include "model/rules/rules.h"

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
    checked.loaded = std::move(*loaded);
    checked.problems = checked.loaded.problems;
    if (checked.loaded.readable) {
        const Contents &contents = checked.loaded.contents;
        CheckContext context;
        context.profile = profile;
        if (namesFiles(contents))
            context.files = filesBelow(QDir(QFileInfo(file).path()).filePath(contents.info.root));
        QList<Problem> found = checkWorkflow(contents, context);
        if (checked.loaded.source)
            addPlaces(found, *checked.loaded.source);
        checked.problems += found;
    }
    std::stable_sort(checked.problems.begin(), checked.problems.end(), [](const Problem &a, const Problem &b) {
        return std::pair(a.line, a.column) < std::pair(b.line, b.column);
    });
    return checked;
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
    return u"%1:%2:%3: %4: %5 [%6]"_s.arg(file, QString::number(qMax(1, problem.line)), QString::number(qMax(1, problem.column)),
                                          nameOf(problem.severity), problem.message, problem.rule);
}

} // namespace baton
