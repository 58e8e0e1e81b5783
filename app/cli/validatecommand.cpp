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
}

void writeText(const QList<CheckedFile> &files, Console &console)
{
    int errors = 0;
    int warnings = 0;
    int unreadable = 0;
    for (const CheckedFile &file : files) {
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

    QList<CheckedFile> files;
    for (const QString &path : options.positionalArguments()) {
        files += checkFile(path, profile);
        if (files.last().error)
            console.fail(*files.last().error);
    }
    if (*format == "json"_L1)
        console.json(jsonReport(files));
    else if (*format == "sarif"_L1)
        console.json(sarifReport(files));
    else if (*format == "github"_L1)
        console.bytes(githubReport(files).toUtf8());
    else
        writeText(files, console);
    return exitCodeOf(files);
}

} // namespace

Command validateCommand()
{
    return {u"validate"_s, u"FILE… [options]"_s, Cli::tr("Checks workflows and says what is wrong, where, and what to do."),
            1, anyNumber, describe, run};
}

} // namespace baton
