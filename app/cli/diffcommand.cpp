// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "model/storage/diff.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

QJsonObject toJson(const QList<Difference> &differences)
{
    QJsonArray added;
    QJsonArray removed;
    QJsonArray changed;
    for (const Difference &difference : differences) {
        QJsonObject entry{{u"kind"_s, nameOf(difference.nodeKind)}, {u"id"_s, difference.id}};
        switch (difference.kind) {
        case Difference::Kind::Added:
            added += entry;
            break;
        case Difference::Kind::Removed:
            removed += entry;
            break;
        case Difference::Kind::Changed:
            entry[u"field"_s] = difference.field;
            entry[u"from"_s] = difference.from;
            entry[u"to"_s] = difference.to;
            changed += entry;
            break;
        }
    }
    return {{u"added"_s, added}, {u"removed"_s, removed}, {u"changed"_s, changed}};
}

QString inWords(const QJsonValue &value)
{
    // As JSON without the list around it, so that texts keep their quotes and lists their brackets.
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return value.isNull() ? Cli::tr("(not set)") : QString::fromUtf8(list.mid(1, list.size() - 2));
}

void writeText(const QList<Difference> &differences, Console &console)
{
    QTextStream &out = console.out();
    for (const Difference &difference : differences) {
        const QString what = difference.id.isEmpty() ? nameOf(difference.nodeKind) : u"%1 %2"_s.arg(nameOf(difference.nodeKind), difference.id);
        switch (difference.kind) {
        case Difference::Kind::Added:
            out << console.painted(u"+ "_s + what, Console::Ink::Green) << "\n";
            break;
        case Difference::Kind::Removed:
            out << console.painted(u"- "_s + what, Console::Ink::Red) << "\n";
            break;
        case Difference::Kind::Changed:
            out << u"~ %1 %2: %3 → %4\n"_s.arg(what, difference.field, inWords(difference.from), inWords(difference.to));
            break;
        }
    }
    out.flush();
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const std::optional<Loaded> before = loadOrSay(options.positionalArguments().at(0), console);
    const std::optional<Loaded> after = loadOrSay(options.positionalArguments().at(1), console);
    if (!before || !after)
        return exitcode::unusable;
    const QList<Difference> differences = difference(before->contents, after->contents);
    if (*format == "json"_L1)
        console.json(toJson(differences));
    else
        writeText(differences, console);
    return differences.isEmpty() ? exitcode::ok : exitcode::no;
}

} // namespace

Command diffCommand()
{
    return {u"diff"_s, u"A B [options]"_s, Cli::tr("Says what two workflows do not have in common, whatever their text looks like."),
            2, 2, describe, run};
}

} // namespace baton
