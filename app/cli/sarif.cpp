// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/problemreport.h"

#include "model/base/textdiff.h"
#include "model/help/rulepages.h"
#include "model/storage/writer.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// A fix is shown as text by writing the whole file with it, so a large file with many problems gets only the first ones.
constexpr qint64 mostWritten = 20'000'000;
constexpr qsizetype mostRelated = 10;

QString levelOf(Severity severity)
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

QJsonObject textOf(const QString &text)
{
    return {{u"text"_s, text}};
}

QString capitalized(const QString &id)
{
    QString name;
    for (const QString &part : id.split(u'-', Qt::SkipEmptyParts))
        name += part.left(1).toUpper() + part.mid(1);
    return name;
}

/// As SARIF names files: below the folder that was checked from, or of this machine.
QString addressOf(const QString &file)
{
    const QString path = QString::fromLatin1(QUrl::toPercentEncoding(file, "/"));
    return file.startsWith(u'/') ? u"file://"_s + path : path;
}

/// All of a page but its settings and plans.
QStringList helpParts(const RulePage &page)
{
    QStringList parts{page.finds};
    if (!page.thresholds.isEmpty())
        parts += page.thresholds;
    parts += page.info.why + u" ("_s + page.info.source + u')';
    parts += page.remedy;
    parts += page.suppression;
    return parts;
}

QString helpText(const RulePage &page)
{
    QStringList parts = helpParts(page);
    for (const QString &line : page.settings)
        parts += u"    "_s + line;
    return parts.join(u"\n\n"_s);
}

QString helpMarkdown(const RulePage &page)
{
    const auto code = [](const QByteArray &text) { return u"```yaml\n"_s + QString::fromUtf8(text) + u"```"_s; };
    QString settings;
    for (const QString &line : page.settings)
        settings += u"\n\n```yaml\n"_s + line + u"\n```"_s;
    return helpParts(page).join(u"\n\n"_s) + settings + u"\n\n**"_s + Cli::tr("Wrong") + u"**\n\n"_s + code(page.wrong.text) + u"\n\n**"_s +
           Cli::tr("Right") + u"**\n\n"_s + code(page.right.text) + u'\n';
}

/// What a rule is, for the list of rules that were broken. One of the reader's checks has an id only.
QJsonObject descriptorOf(const QString &id)
{
    QJsonObject descriptor{{u"id"_s, id}, {u"name"_s, capitalized(id)}};
    const std::optional<RulePage> page = rulePage(id);
    if (!page)
        return descriptor;
    const RuleInfo &info = page->info;
    const Severity usual = info.core == Severity::Off ? info.standard : info.core;
    descriptor[u"shortDescription"_s] = textOf(info.title);
    descriptor[u"fullDescription"_s] = textOf(page->finds);
    descriptor[u"help"_s] = QJsonObject{{u"text"_s, helpText(*page)}, {u"markdown"_s, helpMarkdown(*page)}};
    descriptor[u"defaultConfiguration"_s] =
        QJsonObject{{u"enabled"_s, info.core != Severity::Off}, {u"level"_s, levelOf(usual)}};
    descriptor[u"properties"_s] = QJsonObject{{u"source"_s, info.source},
                                              {u"core"_s, nameOf(info.core)},
                                              {u"standard"_s, nameOf(info.standard)},
                                              {u"locked"_s, info.locked},
                                              {u"problem.severity"_s, usual == Severity::Error     ? u"error"_s
                                                                      : usual == Severity::Warning ? u"warning"_s
                                                                                                   : u"recommendation"_s}};
    return descriptor;
}

/// One file's problems as results.
class SarifResults
{
public:
    SarifResults(const CheckedFile &file, QStringList &rules)
        : m_file(file)
        , m_rules(rules)
        , m_artifact{{u"uri"_s, addressOf(file.file)}}
    {
    }

    QJsonArray all()
    {
        QJsonArray results;
        for (const Problem &problem : m_file.problems)
            results += result(problem);
        return results;
    }

private:
    QJsonObject result(const Problem &problem)
    {
        if (!m_rules.contains(problem.rule))
            m_rules += problem.rule;
        QJsonObject location{{u"physicalLocation"_s, placeAt(problem.line, problem.column)}};
        if (!problem.path.isEmpty())
            location[u"logicalLocations"_s] = QJsonArray{QJsonObject{{u"fullyQualifiedName"_s, problem.path}}};
        QJsonObject result{{u"ruleId"_s, problem.rule},
                           {u"ruleIndex"_s, int(m_rules.indexOf(problem.rule))},
                           {u"level"_s, levelOf(problem.severity)},
                           {u"message"_s, textOf(problem.message)},
                           {u"locations"_s, QJsonArray{location}},
                           {u"partialFingerprints"_s, QJsonObject{{u"batonProblem/v1"_s, fingerprint(problem)}}}};
        if (const QJsonArray related = relatedTo(problem); !related.isEmpty())
            result[u"relatedLocations"_s] = related;
        if (const QJsonArray fixes = fixesOf(problem); !fixes.isEmpty())
            result[u"fixes"_s] = fixes;
        return result;
    }

    QJsonObject placeAt(int line, int column) const
    {
        QJsonObject place{{u"artifactLocation"_s, m_artifact}};
        if (line > 0)
            place[u"region"_s] = QJsonObject{{u"startLine"_s, line}, {u"startColumn"_s, qMax(1, column)}};
        return place;
    }

    /// The other things that the problem is about.
    QJsonArray relatedTo(const Problem &problem) const
    {
        QJsonArray related;
        if (!m_file.isReadable() || !m_file.loaded.source)
            return related;
        for (qsizetype i = 1; i < problem.subjects.size() && related.size() < mostRelated; ++i) {
            const FilePlace place = locate(*m_file.loaded.source, problem.subjects.at(i));
            const QString title = m_file.loaded.contents.titleOf(problem.subjects.at(i));
            if (place.line > 0 && !title.isEmpty())
                related += QJsonObject{{u"id"_s, int(related.size())},
                                       {u"message"_s, textOf(title)},
                                       {u"physicalLocation"_s, placeAt(place.line, place.column)}};
        }
        return related;
    }

    /// The same for the same problem after lines have moved.
    QString fingerprint(const Problem &problem) const
    {
        QByteArray text = problem.rule.toUtf8();
        for (qsizetype i = 0; m_file.isReadable() && i < problem.subjects.size() && i < 2; ++i)
            text += '\0' + m_file.loaded.contents.idOf(problem.subjects.at(i)).toUtf8();
        text += '\0' + problem.message.toUtf8();
        return QString::fromLatin1(QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(32));
    }

    QJsonArray fixesOf(const Problem &problem)
    {
        QJsonArray fixes;
        if (!m_file.isReadable() || !m_file.loaded.source)
            return fixes;
        const SourceFile &source = *m_file.loaded.source;
        for (const QuickFix &fix : problem.fixes) {
            if (m_written > mostWritten)
                break;
            Workflow workflow(m_file.loaded.contents);
            workflow.apply(fixEdit(workflow.contents(), problem, fix));
            const std::optional<QByteArray> after = patchWorkflow(workflow.contents(), source);
            if (!after)
                continue;
            m_written += after->size();
            QJsonArray replacements;
            for (const TextChange &change : textChanges(source.bytes(), *after))
                replacements += replacement(source.tree(), change);
            if (replacements.isEmpty())
                continue;
            fixes += QJsonObject{
                {u"description"_s, textOf(fix.title)},
                {u"artifactChanges"_s, QJsonArray{QJsonObject{{u"artifactLocation"_s, m_artifact}, {u"replacements"_s, replacements}}}}};
        }
        return fixes;
    }

    static QJsonObject replacement(const yaml::Tree &tree, const TextChange &change)
    {
        const yaml::Place from = tree.place(change.from);
        const yaml::Place to = tree.place(change.from + change.size);
        return {{u"deletedRegion"_s, QJsonObject{{u"startLine"_s, from.line},
                                                 {u"startColumn"_s, from.column},
                                                 {u"endLine"_s, to.line},
                                                 {u"endColumn"_s, to.column}}},
                {u"insertedContent"_s, textOf(QString::fromUtf8(change.text))}};
    }

    const CheckedFile &m_file;
    QStringList &m_rules;
    QJsonObject m_artifact;
    qint64 m_written = 0;
};

/// Whether everything could be looked at, and what could not.
QJsonObject invocationOf(const QList<CheckedFile> &files)
{
    QJsonArray notifications;
    bool isReadable = true;
    for (const CheckedFile &file : files) {
        isReadable &= file.isReadable();
        if (!file.error)
            continue;
        const QJsonObject place{{u"artifactLocation"_s, QJsonObject{{u"uri"_s, addressOf(file.file)}}}};
        notifications += QJsonObject{{u"level"_s, u"error"_s},
                                     {u"message"_s, textOf(file.error->message)},
                                     {u"locations"_s, QJsonArray{QJsonObject{{u"physicalLocation"_s, place}}}}};
    }
    QJsonObject invocation{{u"executionSuccessful"_s, isReadable}};
    if (!notifications.isEmpty())
        invocation[u"toolExecutionNotifications"_s] = notifications;
    return invocation;
}

} // namespace

QJsonObject sarifReport(const QList<CheckedFile> &files)
{
    QStringList rules;
    QJsonArray results;
    for (const CheckedFile &file : files) {
        for (const QJsonValue result : SarifResults(file, rules).all())
            results += result;
    }
    QJsonArray descriptors;
    for (const QString &rule : rules)
        descriptors += descriptorOf(rule);
    const QJsonObject driver{{u"name"_s, u"baton"_s},
                             {u"version"_s, QCoreApplication::applicationVersion()},
                             {u"rules"_s, descriptors}};
    const QJsonObject sarifRun{{u"tool"_s, QJsonObject{{u"driver"_s, driver}}},
                               {u"invocations"_s, QJsonArray{invocationOf(files)}},
                               {u"columnKind"_s, u"unicodeCodePoints"_s},
                               {u"results"_s, results}};
    return {{u"$schema"_s, u"https://json.schemastore.org/sarif-2.1.0.json"_s},
            {u"version"_s, u"2.1.0"_s},
            {u"runs"_s, QJsonArray{sarifRun}}};
}

} // namespace baton
