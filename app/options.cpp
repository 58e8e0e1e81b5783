// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::Options)
};

Error usage(const QString &message)
{
    return Error{ErrorCode::Usage, message};
}

std::optional<ThemeChoice> themeNamed(const QString &name)
{
    if (name == "system"_L1)
        return ThemeChoice::System;
    if (name == "light"_L1)
        return ThemeChoice::Light;
    if (name == "dark"_L1)
        return ThemeChoice::Dark;
    if (name == "contrast"_L1)
        return ThemeChoice::HighContrast;
    return std::nullopt;
}

/// Reads the values that have a form of their own.
Result<void> readValues(const QCommandLineParser &parser, Options &options)
{
    static const QStringList modes{u"simulate"_s, u"plan"_s, u"machine"_s, u"cluster"_s};
    const qsizetype mode = modes.indexOf(parser.value(u"mode"_s));
    if (mode < 0)
        return usage(Words::tr("--mode is simulate, plan, machine or cluster, not %1.").arg(parser.value(u"mode"_s)));
    options.mode = RunMode(mode);
    if (parser.isSet(u"theme"_s)) {
        options.theme = themeNamed(parser.value(u"theme"_s));
        if (!options.theme)
            return usage(Words::tr("--theme is light, dark, contrast or system, not %1.").arg(parser.value(u"theme"_s)));
    }
    if (parser.isSet(u"speed"_s)) {
        bool isNumber = false;
        options.speed = parser.value(u"speed"_s).toDouble(&isNumber);
        if (!isNumber || !(*options.speed > 0))
            return usage(Words::tr("--speed takes a number above 0, not %1.").arg(parser.value(u"speed"_s)));
    }
    if (parser.isSet(u"size"_s)) {
        static const QRegularExpression form(u"^(\\d{3,5})x(\\d{3,5})$"_s);
        const QRegularExpressionMatch match = form.match(parser.value(u"size"_s));
        if (!match.hasMatch())
            return usage(Words::tr("--size takes WIDTHxHEIGHT in pixels, for example 1680x1050."));
        options.size = {match.captured(1).toInt(), match.captured(2).toInt()};
    }
    if (parser.isSet(u"at"_s)) {
        bool isNumber = false;
        options.atPercent = parser.value(u"at"_s).toInt(&isNumber);
        if (!isNumber || options.atPercent < 0 || options.atPercent > 100)
            return usage(Words::tr("--at takes a percentage from 0 to 100."));
    }
    return {};
}

} // namespace

Result<Options> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr("Draws, checks, runs and shows work that several agents do together."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"file"_s, Words::tr("The workflow to open."), u"[FILE]"_s);
    parser.addOptions({
        {u"run"_s, Words::tr("Run it at once.")},
        {u"mode"_s, Words::tr("How to run: simulate (default), plan (as it says), machine or cluster."), u"MODE"_s, u"simulate"_s},
        {u"trust"_s, Words::tr("Let the file run commands, for this call.")},
        {u"speed"_s, Words::tr("How much faster than planned a simulation runs."), u"X"_s},
        {u"theme"_s, Words::tr("light, dark, contrast or system, for this call."), u"THEME"_s},
        {u"export"_s, Words::tr("Draw the plan into OUT (.png, .svg or .pdf) and show no window."), u"OUT"_s},
        {u"run-dir"_s, Words::tr("Show the run in this folder."), u"DIR"_s},
        {u"screenshot"_s, Words::tr("Simulate, then save a picture of the window and end."), u"OUT"_s},
        {u"size"_s, Words::tr("Size of the screenshot."), u"WxH"_s},
        {u"at"_s, Words::tr("Which moment of the run the screenshot shows, in percent of its events."), u"PERCENT"_s},
        {u"select"_s, Words::tr("Id of the task or gate that is selected in the screenshot."), u"ID"_s},
    });
    if (!parser.parse(arguments))
        return usage(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    if (parser.positionalArguments().size() > 1)
        return usage(Words::tr("One file at a time, please."));
    Options options;
    options.file = parser.positionalArguments().value(0);
    options.run = parser.isSet(u"run"_s);
    options.trust = parser.isSet(u"trust"_s);
    options.exportTo = parser.value(u"export"_s);
    options.runDir = parser.value(u"run-dir"_s);
    options.screenshotTo = parser.value(u"screenshot"_s);
    options.select = parser.value(u"select"_s);
    if (const Result<void> read = readValues(parser, options); !read)
        return read.error();
    if (!options.exportTo.isEmpty() && options.file.isEmpty() && options.runDir.isEmpty())
        return usage(Words::tr("--export needs a FILE or a --run-dir."));
    if (options.run && options.file.isEmpty())
        return usage(Words::tr("--run needs a FILE."));
    return options;
}

} // namespace baton
