// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/executoroptions.h"

#include "views/panels/inspector/fieldtext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

QStringList ExecutorOptions::types()
{
    return {u"simulate"_s, u"shell"_s, u"agent"_s, u"http"_s, u"human"_s, u"slurm"_s};
}

QList<OptionSpec> ExecutorOptions::of(const QString &type)
{
    using enum OptionSpec::Shape;
    const OptionSpec command{"command", Text, tr("Command"), tr("make design")};
    const OptionSpec environment{"env", Pairs, tr("Environment"), tr("NAME=value, one a line")};
    if (type == "simulate"_L1) {
        return {{"duration", Line, tr("Duration"), u"3s"_s},
                {"tokens", Number, tr("Tokens"), tr("the task's budget")},
                {"fail", Number, tr("Fails"), tr("0 to 1: how often")},
                {"outcome", Line, tr("Outcome")}};
    }
    if (type == "shell"_L1) {
        return {command,
                {"argv", Lines, tr("Arguments"), tr("instead of a command, one a line")},
                {"cwd", Line, tr("Folder"), tr("below the workspace")},
                environment};
    }
    if (type == "agent"_L1) {
        return {{"cli",
                 Choice,
                 tr("Program"),
                 {},
                 {u"claude"_s, u"codex"_s, u"gemini"_s, u"opencode"_s, u"qwen"_s, u"pi"_s, u"custom"_s}},
                {"model", Line, tr("Model"), tr("the task's or the persona's")},
                {"args", Lines, tr("Arguments"), tr("one a line")},
                {"binary", Line, tr("Binary"), tr("for a custom program")},
                {"prompt", Choice, tr("Prompt by"), {}, {u"stdin"_s, u"argument"_s, u"flag"_s}},
                {"flag", Line, tr("Flag")},
                {"output", Choice, tr("Output"), {}, {u"text"_s, u"jsonl"_s}}};
    }
    if (type == "http"_L1) {
        return {{"api", Choice, tr("Interface"), {}, {u"openai"_s, u"anthropic"_s}},
                {"base_url", Line, tr("Address")},
                {"model", Line, tr("Model")},
                {"key", Line, tr("Key"), tr("its name in the keychain, never the secret")}};
    }
    if (type == "slurm"_L1) {
        return {command,
                {"partition", Line, tr("Partition")},
                {"cpus", Number, tr("Processors")},
                {"memory", Line, tr("Memory"), u"4G"_s},
                {"time", Line, tr("Time"), u"1h"_s},
                {"features", Lines, tr("Features"), tr("one a line")}};
    }
    return {};
}

QString ExecutorOptions::textOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Double:
        return QString::number(value.toDouble(), 'g', 15);
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Array: {
        QStringList lines;
        for (const QJsonValue &item : value.toArray())
            lines += textOf(item);
        return lines.join(u'\n');
    }
    case QJsonValue::Object: {
        QStringList lines;
        const QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            lines += it.key() + u'=' + textOf(it.value());
        return lines.join(u'\n');
    }
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

QJsonValue ExecutorOptions::read(const QString &text, OptionSpec::Shape shape)
{
    if (text.trimmed().isEmpty())
        return QJsonValue(QJsonValue::Undefined);
    switch (shape) {
    case OptionSpec::Shape::Line:
    case OptionSpec::Shape::Choice:
    case OptionSpec::Shape::Text:
        return text;
    case OptionSpec::Shape::Number: {
        if (const std::optional<qint64> whole = FieldText::readNumber(text))
            return double(*whole);
        const std::optional<double> number = FieldText::readDecimal(text);
        return number ? QJsonValue(*number) : QJsonValue(text);
    }
    case OptionSpec::Shape::Lines:
        return QJsonArray::fromStringList(FieldText::items(text));
    case OptionSpec::Shape::Pairs: {
        QJsonObject pairs;
        for (const QString &line : FieldText::items(text))
            pairs.insert(line.section(u'=', 0, 0).trimmed(), line.section(u'=', 1));
        return pairs;
    }
    }
    return {};
}

} // namespace baton
