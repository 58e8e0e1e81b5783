// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/commands.h"
#include "model/exchange/templates.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

QJsonObject toJson(const TemplateInfo &info)
{
    return {{u"name"_s, info.name},
            {u"title"_s, info.title},
            {u"description"_s, info.description},
            {u"tags"_s, QJsonArray::fromStringList(info.tags)},
            {u"source"_s, info.source},
            {u"profile"_s, nameOf(info.profile)},
            {u"when_to_use"_s, info.whenToUse}};
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    if (*format == "json"_L1) {
        QJsonArray list;
        for (const TemplateInfo &info : templates())
            list += toJson(info);
        console.json({{u"templates"_s, list}});
        return exitcode::ok;
    }
    for (const TemplateInfo &info : templates()) {
        console.out() << console.painted(info.name, Console::Ink::Bold) << "\n"
                      << u"    "_s << info.description << "\n"
                      << u"    "_s << console.painted(info.whenToUse, Console::Ink::Faint) << "\n";
    }
    console.out().flush();
    return exitcode::ok;
}

} // namespace

Command templatesCommand()
{
    return {u"templates"_s, u"[options]"_s, Cli::tr("Lists the templates that `baton new` starts from."), 0, 0, describe, run};
}

} // namespace baton
