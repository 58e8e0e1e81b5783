// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "app/cli/problemreport.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const QStringList formats{u"text"_s, u"json"_s, u"sarif"_s, u"github"_s};

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, formats);
    parser.addOption({u"profile"_s, Cli::tr("Which rules apply, whatever the file says: core or standard."), u"profile"_s});
    parser.addOption({u"fix"_s, Cli::tr("Takes every fix that needs no decision, writes the file and shows what changed; comments stay. "
                                        "What is said and the exit code are of what remains.")});
    parser.addOption({u"dry-run"_s, Cli::tr("With --fix: shows what it would change and writes nothing.")});
}

/// Each fix on stderr, the patch on stdout.
void writeFixes(const CheckedFile &file, bool isText, Console &console)
{
    for (const TakenFix &taken : file.taken) {
        const Problem &problem = taken.problem;
        console.err() << u"%1:%2:%3: "_s.arg(file.file).arg(qMax(1, problem.line)).arg(qMax(1, problem.column))
                      << harmless(Cli::tr("fixed: %1 (%2)").arg(taken.fix.title, problem.message)) << u" [%1]\n"_s.arg(problem.rule);
    }
    console.err().flush();
    if (isText)
        console.bytes(file.diff);
}

void writeText(const QList<CheckedFile> &files, Console &console)
{
    int errors = 0;
    int warnings = 0;
    int unreadable = 0;
    qsizetype fixed = 0;
    for (const CheckedFile &file : files) {
        fixed += file.taken.size();
        unreadable += file.isReadable() ? 0 : 1;
        for (const Problem &problem : file.problems) {
            const Console::Ink ink = problem.severity == Severity::Error     ? Console::Ink::Red
                                     : problem.severity == Severity::Warning ? Console::Ink::Yellow
                                                                             : Console::Ink::Plain;
            console.out() << console.painted(toLine(file.file, problem), ink) << "\n";
        }
        errors += file.count(Severity::Error);
        warnings += file.count(Severity::Warning);
    }
    console.out().flush();
    if (fixed > 0)
        console.err() << Cli::tr("Fixed: %1.").arg(fixed) << " ";
    console.err() << Cli::tr("Files: %1, errors: %2, warnings: %3, not readable: %4.")
                         .arg(files.size()).arg(errors).arg(warnings).arg(unreadable) << Qt::endl;
}

int exitCodeOf(const QList<CheckedFile> &files)
{
    int code = exitcode::ok;
    for (const CheckedFile &file : files) {
        if (!file.isReadable())
            return exitcode::unusable;
        if (file.count(Severity::Error) > 0)
            code = exitcode::no;
    }
    return code;
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, formats);
    if (!format)
        return console.fail(format.error());
    std::optional<Profile> profile;
    if (options.isSet(u"profile"_s)) {
        const Result<QString> name = choice(options, u"profile"_s, namesOf<Profile>());
        if (!name)
            return console.fail(name.error());
        profile = valueOf<Profile>(*name);
    }

    const bool fixes = options.isSet(u"fix"_s);
    if (options.isSet(u"dry-run"_s) && !fixes)
        return console.fail(usageError(Cli::tr("--dry-run goes with --fix: `baton validate --fix --dry-run FILE`.")));

    QList<CheckedFile> files;
    bool isWritten = true;
    for (const QString &path : options.positionalArguments()) {
        files += checkFile(path, profile);
        if (files.last().error)
            console.fail(*files.last().error);
        if (!fixes)
            continue;
        if (const Result<void> fixed = fixFile(files.last(), !options.isSet(u"dry-run"_s)); !fixed) {
            console.fail(fixed.error());
            isWritten = false;
        }
        writeFixes(files.last(), *format == "text"_L1, console);
    }
    if (*format == "json"_L1)
        console.json(jsonReport(files, fixes));
    else if (*format == "sarif"_L1)
        console.json(sarifReport(files));
    else if (*format == "github"_L1)
        console.bytes(githubReport(files).toUtf8());
    else
        writeText(files, console);
    return isWritten ? exitCodeOf(files) : exitcode::unusable;
}

} // namespace

Command validateCommand()
{
    return {u"validate"_s, u"FILE… [options]"_s, Cli::tr("Checks workflows and says what is wrong, where, and what to do."),
            1, anyNumber, describe, run};
}

} // namespace baton
