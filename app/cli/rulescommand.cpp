// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/base/nearest.h"
#include "model/help/rulepages.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

QJsonObject toJson(const RulePage &page)
{
    return {{u"id"_s, page.info.id},
            {u"title"_s, page.info.title},
            {u"severity"_s, QJsonObject{{u"core"_s, nameOf(page.info.core)}, {u"standard"_s, nameOf(page.info.standard)}}},
            {u"locked"_s, page.info.locked},
            {u"finds"_s, page.finds},
            {u"thresholds"_s, page.thresholds},
            {u"why"_s, page.info.why},
            {u"source"_s, page.info.source},
            {u"remedy"_s, page.remedy},
            {u"fixes"_s, QJsonArray::fromStringList(page.fixes)},
            {u"suppression"_s, page.suppression},
            {u"settings"_s, QJsonArray::fromStringList(page.settings)},
            {u"wrong"_s, QString::fromUtf8(page.wrong.text)},
            {u"right"_s, QString::fromUtf8(page.right.text)}};
}

/// \a text in lines of at most that many columns.
QStringList wrapped(const QString &text, int columns)
{
    QStringList lines;
    QString line;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (!line.isEmpty() && line.size() + 1 + word.size() > columns) {
            lines += line;
            line.clear();
        }
        line += line.isEmpty() ? word : u' ' + word;
    }
    if (!line.isEmpty())
        lines += line;
    return lines;
}

void writeList(Console &console)
{
    const QString line = u"%1 %2 %3 %4\n"_s;
    console.out() << console.painted(line.arg(Cli::tr("rule"), -34).arg(u"core"_s, -9).arg(u"standard"_s, -9).arg(Cli::tr("what it finds")),
                                     Console::Ink::Faint);
    for (const RuleInfo &info : ruleInfos())
        console.out() << line.arg(info.id, -34).arg(severityText(info.core), -9).arg(severityText(info.standard), -9).arg(info.title);
    console.out().flush();
    console.err() << Cli::tr("`baton rules ID` says more of one.") << Qt::endl;
}

void writePage(const RulePage &page, Console &console)
{
    const int columns = qBound(40, console.columns(), 100) - 4;
    const auto part = [&](const QString &head, const QStringList &texts, int indent = 2) {
        console.out() << "\n" << console.painted(head, Console::Ink::Bold) << "\n";
        for (const QString &text : texts) {
            for (const QString &line : wrapped(text, columns))
                console.out() << QString(indent, u' ') << line << "\n";
        }
    };
    const auto plan = [&](const QString &head, const RuleExample &example) {
        console.out() << "\n" << console.painted(head, Console::Ink::Bold) << "\n";
        for (const QString &line : QString::fromUtf8(example.text).trimmed().split(u'\n'))
            console.out() << "  " << line << "\n";
        for (const Problem &problem : example.problems)
            console.out() << "  " << console.painted(u"→ "_s + problem.message, Console::Ink::Red) << "\n";
    };
    console.out() << console.painted(page.info.id, Console::Ink::Bold) << ": " << page.info.title << "\n"
                  << Cli::tr("core: %1, standard: %2").arg(severityText(page.info.core), severityText(page.info.standard)) << "\n";
    part(Cli::tr("What it finds"), QStringList{page.finds} + (page.thresholds.isEmpty() ? QStringList() : QStringList{page.thresholds}));
    part(Cli::tr("Why"), {page.info.why, page.info.source});
    part(Cli::tr("What to do"), {page.remedy});
    QStringList fixes;
    for (const QString &fix : page.fixes)
        fixes += u"• "_s + fix;
    if (!fixes.isEmpty())
        part(Cli::tr("Fixes, for the plan below"), fixes);
    part(Cli::tr("Turning it off"), {page.suppression});
    for (const QString &line : page.settings)
        console.out() << "    " << line << "\n";
    plan(Cli::tr("Wrong"), page.wrong);
    plan(Cli::tr("Right"), page.right);
    console.out().flush();
}

int refuse(const QString &id, Console &console)
{
    QStringList ids;
    for (const RuleInfo &info : ruleInfos())
        ids += info.id;
    const QString suggestion = nearest(id, ids);
    return console.fail(suggestion.isEmpty() ? Cli::tr("There is no rule “%1”. `baton rules` lists them.").arg(id)
                                             : Cli::tr("There is no rule “%1”. Did you mean “%2”?").arg(id, suggestion));
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const bool isJson = *format == "json"_L1;
    if (options.positionalArguments().isEmpty()) {
        if (!isJson) {
            writeList(console);
            return exitcode::ok;
        }
        QJsonArray list;
        for (const RuleInfo &info : ruleInfos()) {
            if (const std::optional<RulePage> page = rulePage(info.id))
                list += toJson(*page);
        }
        console.json({{u"rules"_s, list}});
        return exitcode::ok;
    }
    const QString id = options.positionalArguments().first();
    const std::optional<RulePage> page = rulePage(id);
    if (!page)
        return refuse(id, console);
    if (isJson)
        console.json(toJson(*page));
    else
        writePage(*page, console);
    return exitcode::ok;
}

} // namespace

Command rulesCommand()
{
    return {u"rules"_s, u"[ID] [options]"_s, Cli::tr("Lists the rules, or explains one with a wrong and a right plan."), 0, 1, describe, run};
}

} // namespace baton
