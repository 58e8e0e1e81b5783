// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/values.h"

#include "model/base/nearest.h"
#include "model/storage/executoroptions.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Reader
{
    Q_DECLARE_TR_FUNCTIONS(Reader)
};

bool isText(const yaml::Tree &tree, int node)
{
    return tree.isScalar(node) && !tree.isNull(node);
}

QString textOf(const yaml::Tree &tree, int node)
{
    return yaml::toString(tree.text(node));
}

bool isNeed(const yaml::Tree &tree, int node)
{
    if (isText(tree, node))
        return true;
    if (!tree.isMapping(node))
        return false;
    const int task = tree.value(node, "task");
    return task >= 0 && isText(tree, task);
}

QStringList textsOf(const yaml::Tree &tree, int list, ReadFindings &findings, bool isPersona)
{
    QStringList texts;
    int position = 0;
    for (const int item : tree.children(list)) {
        if (isText(tree, item)) {
            const QString text = textOf(tree, item);
            texts += isPersona && text.startsWith(u'@') ? text.sliced(1) : text;
        } else {
            findings.wrongType(item, Reader::tr("Each item of “%1” must be text."), position);
        }
        ++position;
    }
    return texts;
}

std::optional<qint64> wholeNumber(const yaml::Tree &tree, int node)
{
    if (!tree.isScalar(node) || tree.scalarType(node) != yaml::ScalarType::Int)
        return std::nullopt;
    const QJsonValue number = tree.toJson(node);
    // What does not fit comes back as a double.
    constexpr double most = 9.0e18;
    if (!number.isDouble() || number.toDouble() < 0 || number.toDouble() > most)
        return std::nullopt;
    return number.toInteger();
}

std::optional<double> realNumber(const yaml::Tree &tree, int node)
{
    if (!tree.isScalar(node))
        return std::nullopt;
    const QJsonValue number = tree.toJson(node);
    return number.isDouble() ? std::optional(number.toDouble()) : std::nullopt;
}

void readWhen(const yaml::Tree &tree, int node, ReadFindings &findings, QStringList &when)
{
    if (isText(tree, node))
        when = {textOf(tree, node)};
    else
        readValue(tree, node, findings, when);
}

void readNeedEntry(const yaml::Tree &tree, int key, ReadFindings &findings, Need &need)
{
    const int value = tree.at(key).next;
    const QByteArrayView name = tree.isScalar(key) ? tree.text(key) : QByteArrayView();
    if (name == "task")
        need.target = textOf(tree, value);
    else if (name == "type")
        tree.isNull(value) ? void() : readValue(tree, value, findings, need.type);
    else if (name == "files")
        readValue(tree, value, findings, need.files);
    else if (name == "reason")
        readValue(tree, value, findings, need.reason);
    else if (name == "when")
        readWhen(tree, value, findings, need.when);
    else
        findings.unknownKey(key, {needKeys.begin(), needKeys.end()});
}

QJsonValue readOption(const yaml::Tree &tree, int node, ReadFindings &findings, const ExecutorOption &option);

QJsonObject readTextMap(const yaml::Tree &tree, int node, ReadFindings &findings)
{
    QJsonObject object;
    const int map = tree.resolved(node);
    for (const int key : tree.children(map)) {
        const int value = tree.at(key).next;
        if (tree.isScalar(key) && tree.isScalar(value))
            object.insert(textOf(tree, key), textOf(tree, value));
        else
            findings.wrongType(value, Reader::tr("Each value of “%1” must be text."));
    }
    return object;
}

QJsonValue readOption(const yaml::Tree &tree, int node, ReadFindings &findings, const ExecutorOption &option)
{
    switch (option.type) {
    case OptionType::Text: {
        if (!isText(tree, node)) {
            findings.wrongType(node, Reader::tr("“%1” must be text."));
            break;
        }
        const QStringList choices = QString::fromLatin1(option.choices).split(u'|', Qt::SkipEmptyParts);
        const QString text = textOf(tree, node);
        if (!choices.isEmpty() && !choices.contains(text))
            reportChoice(tree, node, findings, choices);
        return text;
    }
    case OptionType::TextList:
        if (!tree.isSequence(node)) {
            findings.wrongType(node, Reader::tr("“%1” must be a list, for example [a, b]."));
            break;
        }
        return QJsonArray::fromStringList(textsOf(tree, node, findings, false));
    case OptionType::TextMap:
        if (!tree.isMapping(node)) {
            findings.wrongType(node, Reader::tr("“%1” must be a mapping, for example {NAME: value}."));
            break;
        }
        return readTextMap(tree, node, findings);
    case OptionType::Whole:
        if (!wholeNumber(tree, node))
            findings.wrongType(node, Reader::tr("“%1” must be a whole number, 0 or more."));
        break;
    case OptionType::Number:
        if (!realNumber(tree, node))
            findings.wrongType(node, Reader::tr("“%1” must be a number."));
        break;
    }
    return tree.toJson(node);
}

} // namespace

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QString &value)
{
    if (isText(tree, node))
        value = textOf(tree, node);
    else if (!tree.isNull(node))
        findings.wrongType(node, Reader::tr("“%1” must be text."));
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QStringList &value)
{
    if (tree.isSequence(node))
        value = textsOf(tree, node, findings, false);
    else if (!tree.isNull(node))
        findings.wrongType(node, Reader::tr("“%1” must be a list, for example [a, b]."));
}

void readPersonas(const yaml::Tree &tree, int node, ReadFindings &findings, QStringList &value)
{
    if (tree.isSequence(node)) {
        value = textsOf(tree, node, findings, true);
    } else if (isText(tree, node)) {
        const QString text = textOf(tree, node);
        value = {text.startsWith(u'@') ? text.sliced(1) : text};
    } else if (!tree.isNull(node)) {
        findings.wrongType(node, Reader::tr("“%1” must name a persona."));
    }
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, bool &value)
{
    if (tree.isScalar(node) && tree.scalarType(node) == yaml::ScalarType::Bool)
        value = tree.toJson(node).toBool();
    else
        findings.wrongType(node, Reader::tr("“%1” must be true or false."));
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, qint64 &value)
{
    if (const auto number = wholeNumber(tree, node))
        value = *number;
    else
        findings.wrongType(node, Reader::tr("“%1” must be a whole number, 0 or more."));
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, double &value)
{
    const auto number = realNumber(tree, node);
    if (number && *number >= 0)
        value = *number;
    else
        findings.wrongType(node, Reader::tr("“%1” must be a number, 0 or more."));
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, Duration &value)
{
    if (isText(tree, node))
        value.text = textOf(tree, node);
    else if (!tree.isNull(node))
        findings.wrongType(node, Reader::tr("“%1” must be a length of time such as 30m."));
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QList<Need> &value)
{
    if (!tree.isSequence(node)) {
        if (!tree.isNull(node))
            findings.wrongType(node, Reader::tr("“%1” must be a list of tasks, for example [design, {task: logs, type: output}]."));
        return;
    }
    int position = 0;
    for (const int item : tree.children(node)) {
        if (!isNeed(tree, item)) {
            findings.wrongType(item, Reader::tr("Each need is the id of a task or gate, or a mapping with “task” in it."), position);
        } else if (tree.isScalar(item)) {
            value += Need{textOf(tree, item)};
        } else {
            Need need;
            for (const int key : tree.children(item))
                readNeedEntry(tree, key, findings, need);
            value += need;
        }
        ++position;
    }
}

/// What an executor cannot do without, and this one has not; empty where it has all.
static QString missingIn(const Executor &executor)
{
    const auto has = [&](const char *name) { return executor.options.contains(QLatin1String(name)); };
    if ((executor.type == "shell"_L1 || executor.type == "slurm"_L1) && !has("command") && !has("argv"))
        return Reader::tr("This executor has nothing to run. Give it a `command`.");
    if (executor.type == "agent"_L1 && !has("cli"))
        return Reader::tr("This executor names no agent. Give it a `cli`.");
    if (executor.type == "agent"_L1 && executor.options["cli"_L1] == "custom"_L1 && !has("binary"))
        return Reader::tr("A custom agent needs a program. Give its executor a `binary`.");
    return {};
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, Executor &value)
{
    if (!tree.isMapping(node)) {
        if (!tree.isNull(node))
            findings.wrongType(node, Reader::tr("“%1” must be a mapping with a type, for example {type: shell, command: make}."));
        return;
    }
    const int type = tree.value(node, "type");
    if (type < 0 || !isText(tree, type))
        findings.wrongType(type < 0 ? node : type, Reader::tr("“%1” needs a type: %2.").arg(findings.name(), executorTypes().join(u", "_s)));
    else
        value.type = textOf(tree, type);
    const bool isKnownType = executorTypes().contains(value.type);
    const QString name = findings.name();
    bool isMisspelt = false;
    for (const int key : tree.children(node)) {
        const int option = tree.at(key).next;
        if (option == type && !value.type.isEmpty())
            continue;
        if (!tree.isScalar(key)) {
            findings.unknownKey(key, {});
            continue;
        }
        const QString optionName = textOf(tree, key);
        const ExecutorOption *known = executorOption(value.type, optionName);
        findings.rename(optionName);
        value.options.insert(optionName, known && !tree.isNull(option) ? readOption(tree, option, findings, *known) : tree.toJson(option));
        findings.rename(name);
        if (!known && isKnownType) {
            QByteArrayList names{"type"};
            for (const QString &each : optionNames(value.type))
                names += each.toLatin1();
            findings.unknownKey(key, names);
            isMisspelt = true; // It may be what is missing.
        }
    }
    if (const QString missing = missingIn(value); !missing.isEmpty() && !isMisspelt)
        findings.add(u"type"_s, Severity::Warning, node, missing);
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, RuleSettings &value)
{
    if (!tree.isMapping(node)) {
        if (!tree.isNull(node))
            findings.wrongType(node, Reader::tr("“%1” must be a mapping of rules to severities, for example {no-budget: info}."));
        return;
    }
    const QString name = findings.name();
    for (const int key : tree.children(node)) {
        if (!tree.isScalar(key)) {
            findings.unknownKey(key, {});
            continue;
        }
        const int setting = tree.at(key).next;
        findings.rename(textOf(tree, key));
        RuleSetting read;
        const auto before = findings.count();
        if (!tree.isMapping(setting)) {
            readValue(tree, setting, findings, read.severity);
        } else if (const int severity = tree.value(setting, "severity"); severity < 0) {
            findings.wrongType(setting, Reader::tr("“%1” needs a severity: off, info, warning or error."));
        } else {
            readValue(tree, severity, findings, read.severity);
        }
        const bool isUsable = findings.count() == before;
        if (tree.isMapping(setting)) {
            for (const int part : tree.children(setting)) {
                const QByteArrayView partName = tree.isScalar(part) ? tree.text(part) : QByteArrayView();
                if (partName == "reason")
                    readValue(tree, tree.at(part).next, findings, read.reason);
                else if (partName != "severity")
                    findings.unknownKey(part, {"severity", "reason"});
            }
        }
        if (isUsable)
            value.insert(textOf(tree, key), read);
        findings.rename(name);
    }
}

void readValue(const yaml::Tree &tree, int node, ReadFindings &findings, QPointF &value)
{
    const QList<int> items = tree.isSequence(node) ? tree.children(node) : QList<int>();
    const auto x = items.size() == 2 ? realNumber(tree, items.at(0)) : std::nullopt;
    const auto y = items.size() == 2 ? realNumber(tree, items.at(1)) : std::nullopt;
    constexpr double farthest = 1e9;
    if (x && y && std::abs(*x) <= farthest && std::abs(*y) <= farthest)
        value = QPointF(*x, *y);
    else
        findings.wrongType(node, Reader::tr("A position is two numbers, for example [120, 80]."));
}

void reportChoice(const yaml::Tree &tree, int node, ReadFindings &findings, const QStringList &names)
{
    constexpr qsizetype longest = 60;
    const QString choices = names.join(u", "_s);
    if (!isText(tree, node))
        return findings.wrongType(node, Reader::tr("“%1” must be one of %2.").arg(findings.name(), choices));
    const QString text = textOf(tree, node);
    const QString suggestion = text.size() > longest ? QString() : nearest(text, names);
    const QString shown = text.size() > longest ? text.first(longest) + u'…' : text;
    findings.add(u"type"_s, Severity::Error, node,
                 suggestion.isEmpty() ? Reader::tr("“%1” cannot be “%2”. It is one of %3.").arg(findings.name(), shown, choices)
                                      : Reader::tr("“%1” cannot be “%2”. Did you mean “%3”?").arg(findings.name(), shown, suggestion));
}

QList<int> readItems(const yaml::Tree &tree, int list, Field field)
{
    QList<int> items;
    for (const int item : tree.children(list)) {
        const bool isNeedsOfTask = field == Field::Needs;
        if (isText(tree, item) || (isNeedsOfTask && isNeed(tree, item)))
            items += item;
    }
    return items;
}

} // namespace baton
