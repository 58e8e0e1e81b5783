// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/problemreport.h"

#include <QJsonArray>

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

QJsonObject toJson(const QuickFix &fix)
{
    return {{u"id"_s, fix.id}, {u"title"_s, fix.title}, {u"safe"_s, fix.isSafe}};
}

QJsonObject toJson(const CheckedFile &file, const Problem &problem)
{
    QJsonArray fixes;
    for (const QuickFix &fix : problem.fixes)
        fixes += toJson(fix);
    return {{u"rule"_s, problem.rule},
            {u"severity"_s, nameOf(problem.severity)},
            {u"message"_s, problem.message},
            {u"line"_s, problem.line},
            {u"column"_s, problem.column},
            {u"path"_s, problem.path},
            {u"subjects"_s, subjectsOf(file, problem)},
            {u"fixes"_s, fixes}};
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

QList<Problem> problemsOf(const CheckedFile &file)
{
    if (!file.error)
        return file.problems;
    Problem problem;
    problem.rule = file.error->code == ErrorCode::Limit ? u"limit"_s : u"unreadable"_s;
    problem.message = file.error->message;
    return QList<Problem>{problem} + file.problems;
}

QJsonObject jsonReport(const QList<CheckedFile> &files, bool fixes)
{
    QJsonArray list;
    int errors = 0;
    int warnings = 0;
    for (const CheckedFile &file : files) {
        QJsonArray problems;
        for (const Problem &problem : problemsOf(file))
            problems += toJson(file, problem);
        QJsonObject entry{{u"file"_s, file.file}, {u"problems"_s, problems}};
        if (fixes) {
            QJsonArray fixed;
            for (const TakenFix &taken : file.taken)
                fixed += QJsonObject{{u"rule"_s, taken.problem.rule}, {u"message"_s, taken.problem.message},
                                     {u"line"_s, taken.problem.line}, {u"column"_s, taken.problem.column},
                                     {u"path"_s, taken.problem.path}, {u"fix"_s, toJson(taken.fix)}};
            entry[u"fixed"_s] = fixed;
            entry[u"diff"_s] = QString::fromUtf8(file.diff);
        }
        list += entry;
        errors += file.count(Severity::Error) + (file.error ? 1 : 0);
        warnings += file.count(Severity::Warning);
    }
    return {{u"files"_s, list}, {u"errors"_s, errors}, {u"warnings"_s, warnings}};
}

QString githubReport(const QList<CheckedFile> &files)
{
    QString report;
    for (const CheckedFile &file : files) {
        for (const Problem &problem : problemsOf(file)) {
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
