// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/bench.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSysInfo>
#include <QTextStream>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace baton::bench;

namespace {

QJsonObject machine()
{
    QString processor;
    QFile info(u"/proc/cpuinfo"_s);
    if (info.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : info.readAll().split('\n')) {
            if (line.startsWith("model name")) {
                processor = QString::fromUtf8(line.mid(line.indexOf(':') + 1)).trimmed();
                break;
            }
        }
    }
    return {{u"processor"_s, processor},
            {u"cores"_s, QThread::idealThreadCount()},
            {u"system"_s, QSysInfo::prettyProductName()},
            {u"qt"_s, QString::fromLatin1(qVersion())},
#ifdef NDEBUG
            {u"build"_s, u"release"_s}
#else
            {u"build"_s, u"debug"_s}
#endif
    };
}

QJsonObject toJson(const Row &row)
{
    QJsonObject object = row.extra;
    object.insert(u"name"_s, row.name);
    object.insert(u"median_ms"_s, row.medianMs);
    object.insert(u"p95_ms"_s, row.p95Ms);
    object.insert(u"runs"_s, row.runs);
    return object;
}

QString toText(const Row &row)
{
    QString line = u"%1 %2 ms  p95 %3 ms  %4 runs"_s.arg(row.name, -32)
                       .arg(row.medianMs, 10, 'f', 3)
                       .arg(row.p95Ms, 10, 'f', 3)
                       .arg(row.runs, 4);
    for (auto it = row.extra.begin(); it != row.extra.end(); ++it)
        line += u"  %1 %2"_s.arg(it.key(), it.value().toVariant().toString());
    return line;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const QList<Group> groups{
        {u"open"_s, openRows},
        {u"validate"_s, validateRows},
        {u"canvas"_s, canvasRows},
        {u"layout"_s, layoutRows},
        {u"order"_s, orderRows},
        {u"run"_s, [] { return runRows() + dispatchRows(); }},
        {u"scrub"_s, scrubRows},
    };
    QStringList names;
    for (const Group &group : groups)
        names += group.name;

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Measures what must be fast; prints medians and 95th percentiles."_s);
    parser.addHelpOption();
    const QCommandLineOption only(u"only"_s, u"Groups to run, with commas between: %1."_s.arg(names.join(u' ')),
                                  u"GROUP,..."_s);
    const QCommandLineOption format(u"format"_s, u"text or json."_s, u"FORMAT"_s, u"text"_s);
    parser.addOptions({only, format});
    parser.process(application);
    const QStringList wanted = parser.isSet(only) ? parser.value(only).split(u',') : names;
    for (const QString &name : wanted) {
        if (!names.contains(name)) {
            QTextStream(stderr) << u"No group is called “%1”. There are: %2.\n"_s.arg(name, names.join(u", "_s));
            return 2;
        }
    }

    const bool json = parser.value(format) == u"json";
    QTextStream out(stdout);
    QJsonArray rows;
    for (const Group &group : groups) {
        if (!wanted.contains(group.name))
            continue;
        for (const Row &row : group.run()) {
            rows.append(toJson(row));
            if (!json)
                out << toText(row) << Qt::endl;
        }
    }
    if (json)
        out << QJsonDocument(QJsonObject{{u"machine"_s, machine()}, {u"rows"_s, rows}}).toJson();
    return 0;
}
