// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/checking.h"
#include "app/cli/commands.h"
#include "app/cli/designer.h"
#include "model/executors/doctor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

void describe(QCommandLineParser &parser)
{
    parser.addOption({u"on"_s, Cli::tr("Where FILE would run: plan (as it says, the default), machine or cluster; as for `baton run`."), u"place"_s});
    addFormatOption(parser, {u"text"_s, u"json"_s});
}

/// Sections in their order, whatever came first.
void sayFindings(const QList<Finding> &findings, Console &console)
{
    using Section = Finding::Section;
    for (const Section section : {Section::Programs, Section::Agents, Section::Endpoints, Section::Trust, Section::Workflow}) {
        bool isNew = true;
        for (const Finding &finding : findings) {
            if (finding.section != section)
                continue;
            if (std::exchange(isNew, false))
                console.out() << console.painted(Doctor::titleOf(section), Console::Ink::Bold) << "\n";
            const QString sign = finding.isGood ? console.painted(u"+"_s, Console::Ink::Green) : console.painted(u"-"_s, Console::Ink::Yellow);
            console.out() << u"  %1 %2 %3\n"_s.arg(sign, finding.what.leftJustified(16), finding.sentence);
        }
    }
    console.out().flush();
}

QByteArray jsonOf(const Doctor &doctor, bool isReady)
{
    QJsonArray findings;
    for (const Finding &finding : doctor.findings()) {
        findings.append(QJsonObject{{u"section"_s, Doctor::titleOf(finding.section)},
                                    {u"what"_s, finding.what},
                                    {u"good"_s, finding.isGood},
                                    {u"message"_s, finding.sentence}});
    }
    return QJsonDocument(QJsonObject{{u"findings"_s, findings}, {u"ready"_s, isReady}}).toJson();
}

int run(const QCommandLineParser &options, Console &console)
{
    const Result<QString> format = choice(options, u"format"_s, {u"text"_s, u"json"_s});
    if (!format)
        return console.fail(format.error());
    const bool isText = *format == "text"_L1;
    RunWhere where = RunWhere::Plan;
    if (options.isSet(u"on"_s)) {
        const Result<QString> place = choice(options, u"on"_s, namesOf<RunWhere>());
        if (!place)
            return console.fail(place.error());
        where = valueOf<RunWhere>(*place).value_or(where);
    }
    Doctor doctor;
    QObject::connect(&doctor, &Doctor::finished, &doctor, &QCoreApplication::quit);
    bool isReady = true;
    if (options.positionalArguments().isEmpty()) {
        if (isText) {
            const QString designer = designerExecutable();
            console.out() << Cli::tr("Baton %1").arg(QCoreApplication::applicationVersion()) << "\n  "
                          << (designer.isEmpty() ? Cli::tr("without baton-designer: no pictures can be drawn") : designer) << Qt::endl;
        }
        doctor.examineMachine();
        QCoreApplication::exec();
        // Whether something is missing depends on what is to be run; without the supervisor nothing can.
        isReady = std::none_of(doctor.findings().cbegin(), doctor.findings().cend(),
                               [](const Finding &finding) { return finding.what == "supervisor"_L1 && !finding.isGood; });
    } else {
        const CheckedFile checked = checkFile(options.positionalArguments().first());
        if (checked.error)
            return console.fail(*checked.error);
        if (!checked.isReadable()) {
            for (const Problem &problem : checked.problems)
                console.err() << toLine(checked.file, problem) << Qt::endl;
            return exitcode::unusable;
        }
        const int errors = checked.count(Severity::Error);
        if (isText && errors > 0)
            console.out() << Cli::tr("The plan has errors (%1); see `baton validate`.").arg(errors) << Qt::endl;
        doctor.examineWorkflow(checked.loaded.contents, checked.file, where);
        QCoreApplication::exec();
        isReady = errors == 0 && doctor.isWell();
    }
    if (isText)
        sayFindings(doctor.findings(), console);
    else
        console.bytes(jsonOf(doctor, isReady));
    return isReady ? exitcode::ok : exitcode::no;
}

} // namespace

Command doctorCommand()
{
    return {u"doctor"_s, u"[FILE] [options]"_s,
            Cli::tr("Says what is installed, reachable and trusted, or whether a workflow could run here."), 0, 1, describe, run};
}

} // namespace baton
