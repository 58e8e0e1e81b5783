// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/problemreport.h"

#include "model/rules/rules.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QJsonArray subjectsOf(const CheckedFile &file, const Problem &problem)
{
    QJsonArray ids;
    if (!file.isReadable())
        return ids;
    for (NodeKey key : problem.subjects) {
        const QString id = file.loaded.contents.idOf(key);
        if (!id.isEmpty())
            ids += id;
    }
    return ids;
}

QJsonObject toJson(const CheckedFile &file, const Problem &problem)
{
    QJsonArray fixes;
    for (const QuickFix &fix : problem.fixes)
        fixes += QJsonObject{{u"id"_s, fix.id}, {u"title"_s, fix.title}};
    return {{u"rule"_s, problem.rule},
            {u"severity"_s, nameOf(problem.severity)},
            {u"message"_s, problem.message},
            {u"line"_s, problem.line},
            {u"column"_s, problem.column},
            {u"path"_s, problem.path},
            {u"subjects"_s, subjectsOf(file, problem)},
            {u"fixes"_s, fixes}};
}

QString sarifLevel(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return u"error"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Info:
        return u"note"_s;
    case Severity::Off:
        break;
    }
    return u"none"_s;
}

QJsonObject sarifRule(const QString &id)
{
    QJsonObject descriptor{{u"id"_s, id}};
    for (const RuleInfo &info : ruleInfos()) {
        if (info.id != id)
            continue;
        descriptor[u"shortDescription"_s] = QJsonObject{{u"text"_s, info.title}};
        descriptor[u"fullDescription"_s] = QJsonObject{{u"text"_s, info.why}};
        descriptor[u"defaultConfiguration"_s] = QJsonObject{{u"level"_s, sarifLevel(info.core)}};
    }
    return descriptor;
}

QJsonObject sarifResult(const CheckedFile &file, const Problem &problem, int ruleIndex)
{
    QJsonObject place{
        {u"artifactLocation"_s, QJsonObject{{u"uri"_s, QString::fromLatin1(QUrl::toPercentEncoding(file.file, "/"))}}}};
    if (problem.line > 0)
        place[u"region"_s] = QJsonObject{{u"startLine"_s, problem.line}, {u"startColumn"_s, qMax(1, problem.column)}};
    return {{u"ruleId"_s, problem.rule},
            {u"ruleIndex"_s, ruleIndex},
            {u"level"_s, sarifLevel(problem.severity)},
            {u"message"_s, QJsonObject{{u"text"_s, problem.message}}},
            {u"locations"_s, QJsonArray{QJsonObject{{u"physicalLocation"_s, place}}}}};
}

/// Escapes what a workflow command of GitHub would take for its own.
QString escaped(QString text, bool isProperty)
{
    text.replace(u'%', "%25"_L1).replace(u'\r', "%0D"_L1).replace(u'\n', "%0A"_L1);
    if (isProperty)
        text.replace(u':', "%3A"_L1).replace(u',', "%2C"_L1);
    return text;
}

} // namespace

QJsonObject jsonReport(const QList<CheckedFile> &files)
{
    QJsonArray list;
    int errors = 0;
    int warnings = 0;
    for (const CheckedFile &file : files) {
        QJsonArray problems;
        for (const Problem &problem : file.problems)
            problems += toJson(file, problem);
        list += QJsonObject{{u"file"_s, file.file}, {u"problems"_s, problems}};
        errors += file.count(Severity::Error);
        warnings += file.count(Severity::Warning);
    }
    return {{u"files"_s, list}, {u"errors"_s, errors}, {u"warnings"_s, warnings}};
}

QJsonObject sarifReport(const QList<CheckedFile> &files)
{
    QStringList rules;
    QJsonArray results;
    for (const CheckedFile &file : files) {
        for (const Problem &problem : file.problems) {
            if (!rules.contains(problem.rule))
                rules += problem.rule;
            results += sarifResult(file, problem, int(rules.indexOf(problem.rule)));
        }
    }
    QJsonArray descriptors;
    for (const QString &rule : rules)
        descriptors += sarifRule(rule);
    const QJsonObject driver{{u"name"_s, u"baton"_s},
                             {u"version"_s, QCoreApplication::applicationVersion()},
                             {u"rules"_s, descriptors}};
    const QJsonObject sarifRun{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                               {u"columnKind"_s, u"unicodeCodePoints"_s},
                               {u"results"_s, results}};
    return {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
            {u"version"_s, u"2.1.0"_s},
            {u"runs"_s, QJsonArray{sarifRun}}};
}

QString githubReport(const QList<CheckedFile> &files)
{
    QString report;
    for (const CheckedFile &file : files) {
        for (const Problem &problem : file.problems) {
            const QString command = problem.severity == Severity::Error     ? u"error"_s
                                    : problem.severity == Severity::Warning ? u"warning"_s
                                                                            : u"notice"_s;
            report += u"::%1 file=%2,line=%3,col=%4,title=%5::%6\n"_s.arg(
                command, escaped(file.file, true), QString::number(qMax(1, problem.line)),
                QString::number(qMax(1, problem.column)), escaped(problem.rule, true), escaped(problem.message, false));
        }
    }
    return report;
}

} // namespace baton
