// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commandline.h"

#include "app/cli/commands.h"
#include "model/base/nearest.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QList<Command> commands()
{
    return {validateCommand(), rulesCommand(), planCommand(),    runCommand(),   watchCommand(),     replayCommand(),
            runsCommand(),     reportCommand(), changesCommand(), answerCommand(), pauseCommand(),    eventCommand(),
            gateCheckCommand(), newCommand(),    templatesCommand(), exportCommand(), importCommand(),
            fmtCommand(),      diffCommand(),    layoutCommand(), schemaCommand(),    trustCommand(),
            doctorCommand()};
}

void showHelp(QTextStream &stream)
{
    stream << Cli::tr("Usage: baton COMMAND [options]") << "\n\n"
           << Cli::tr("Designs, checks and runs the work of several agents. Commands:") << "\n\n";
    for (const Command &command : commands())
        stream << u"  %1 %2\n"_s.arg(command.name, -12).arg(command.summary);
    stream << "\n" << Cli::tr("`baton COMMAND --help` says more; `baton --version` says which Baton this is.") << Qt::endl;
}

void showHelp(const Command &command, const QCommandLineParser &parser, QTextStream &stream)
{
    stream << Cli::tr("Usage: baton %1 %2").arg(command.name, command.usage).trimmed() << "\n\n" << command.summary << "\n";
    // What Qt writes first is the path of the executable.
    const QString help = parser.helpText();
    stream << help.mid(help.indexOf(u'\n') + 1) << Qt::endl;
}

int execute(const Command &command, const QStringList &arguments, Console &console)
{
    QCommandLineParser parser;
    parser.addOption({{u"h"_s, u"help"_s}, Cli::tr("Says how to use this command.")});
    if (command.describe)
        command.describe(parser);
    const bool understood = parser.parse(arguments);
    if (parser.isSet(u"help"_s)) {
        showHelp(command, parser, console.out());
        return exitcode::ok;
    }
    if (!understood)
        return console.fail(Cli::tr("%1 `baton %2 --help` lists the options.").arg(parser.errorText(), command.name));
    const qsizetype given = parser.positionalArguments().size();
    if (given < command.fewest || given > command.most)
        return console.fail(Cli::tr("This is used as: baton %1 %2").arg(command.name, command.usage));
    return command.run(parser, console);
}

int refuse(const QString &name, Console &console)
{
    QStringList names;
    for (const Command &command : commands())
        names += command.name;
    const QString suggestion = nearest(name, names);
    return console.fail(suggestion.isEmpty()
                            ? Cli::tr("There is no command “%1”. `baton --help` lists them.").arg(name)
                            : Cli::tr("There is no command “%1”. Did you mean “%2”?").arg(name, suggestion));
}

} // namespace

int runCommandLine(const QStringList &arguments)
{
    Console console;
    const QString name = arguments.value(1);
    if (name == "--help"_L1 || name == "-h"_L1 || name == "help"_L1) {
        showHelp(console.out());
        return exitcode::ok;
    }
    if (name == "--version"_L1 || name == "-v"_L1) {
        console.out() << u"baton %1"_s.arg(QCoreApplication::applicationVersion()) << Qt::endl;
        return exitcode::ok;
    }
    if (name.isEmpty()) {
        showHelp(console.err());
        return exitcode::unusable;
    }
    for (const Command &command : commands()) {
        if (command.name == name)
            return execute(command, arguments.mid(1), console);
    }
    return refuse(name, console);
}

} // namespace baton
