// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/answer.h"

#include "model/plan/answerissues.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Characters. A longer answer is read up to there, and says so.
constexpr qsizetype longestAnswer = 8 * 1024 * 1024;
constexpr qsizetype mostSections = 200;
/// Longer lines hold one field.
constexpr qsizetype longestFieldLine = 4096;

const QStringList &fieldNames(SectionKind kind)
{
    // A name that another one begins with stands behind it.
    static const QStringList planner{u"persona"_s,     u"personas"_s,  u"mission"_s,  u"inputs"_s,
                                     u"constraints"_s, u"checklist"_s, u"execution checklist"_s, u"patterns"_s, u"outcome"_s};
    static const QStringList worker{u"persona"_s,    u"reasoning"_s,     u"deliverables"_s, u"evidence"_s, u"hand-off"_s,
                                    u"hand-off checklist"_s, u"uncertainties"_s, u"blockers"_s, u"outcome"_s};
    static const QStringList qa{u"persona"_s, u"audit"_s, u"issues"_s, u"issue list"_s, u"issues found"_s, u"fixes"_s,
                                u"verdict"_s, u"approved output"_s, u"outcome"_s};
    switch (kind) {
    case SectionKind::Planner: return planner;
    case SectionKind::Worker: return worker;
    case SectionKind::Qa: break;
    }
    return qa;
}

struct Line
{
    QString text;
    int fence = 0; ///< The number of the fence that it stands in, its own two lines included; 0 = none.
};

/// Splits a text at any kind of line end, and finds its code fences; one that is never closed goes to the end.
QList<Line> linesOf(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    QList<Line> lines;
    QString open; // the mark that closes the present fence
    int fences = 0;
    for (const QString &line : text.split(u'\n')) {
        const QString bare = line.trimmed();
        const QChar mark = bare.startsWith("```"_L1) ? u'`' : bare.startsWith("~~~"_L1) ? u'~' : QChar();
        qsizetype length = 0;
        while (!mark.isNull() && length < bare.size() && bare.at(length) == mark)
            ++length;
        if (open.isEmpty() && length >= 3) {
            open = bare.left(length);
            lines.append({line, ++fences});
        } else if (!open.isEmpty() && length >= open.size() && length == bare.size() && mark == open.front()) {
            open.clear();
            lines.append({line, fences});
        } else {
            lines.append({line, open.isEmpty() ? 0 : fences});
        }
    }
    return lines;
}

struct Heading
{
    SectionKind kind = SectionKind::Worker;
    QString rest; ///< What stands behind it in its line.
};

/// `[QA]`, `## [QA]`, `**[QA]:** text`, `### QA`.
std::optional<Heading> headingOf(const QString &line)
{
    QString text = line.trimmed();
    const bool isMarked = text.startsWith('#'_L1);
    text = withoutLeading(text, u"#>*_");
    for (const auto &[kind, name] : EnumNames<SectionKind>::values) {
        const QLatin1StringView word(name);
        const QString bracketed = '['_L1 + word + ']'_L1;
        QString rest;
        if (text.startsWith(bracketed, Qt::CaseInsensitive))
            rest = text.sliced(bracketed.size());
        else if (isMarked && text.startsWith(word, Qt::CaseInsensitive))
            rest = text.sliced(word.size());
        else
            continue;
        const bool isBracketed = text.startsWith('['_L1);
        rest = withoutLeading(rest, u"*_:#");
        if (rest.startsWith('('_L1) || rest.startsWith('['_L1) || (!isBracketed && !rest.isEmpty()))
            continue; // a link, or words of a title
        return Heading{kind, rest.trimmed()};
    }
    return std::nullopt;
}

/// The lines without the one fence that all their headings stand in.
QList<Line> unwrapped(const QList<Line> &lines)
{
    int fence = 0;
    for (const Line &line : lines) {
        if (!headingOf(line.text))
            continue;
        if (line.fence == 0 || (fence != 0 && line.fence != fence))
            return lines;
        fence = line.fence;
    }
    if (fence == 0)
        return lines;
    QStringList inside;
    for (const Line &line : lines) {
        if (line.fence == fence)
            inside += line.text;
    }
    inside.removeFirst();
    if (!inside.isEmpty() && (inside.last().trimmed().startsWith("```"_L1) || inside.last().trimmed().startsWith("~~~"_L1)))
        inside.removeLast();
    return linesOf(inside.join(u'\n'));
}

/// Collects the fields of a section, line by line.
class FieldReader
{
public:
    explicit FieldReader(SectionKind kind) : m_names(fieldNames(kind)) {}

    void take(const Line &line)
    {
        QString rest;
        const QString name = line.fence || startsDeeper(line.text) ? QString() : nameIn(line.text, rest);
        if (name.isEmpty()) {
            if (!m_fields.isEmpty())
                m_fields.last().text += '\n'_L1 + line.text;
            return;
        }
        open(name, rest);
    }

    QList<AnswerField> fields() const
    {
        QList<AnswerField> fields = m_fields;
        for (AnswerField &field : fields)
            field.text = field.text.trimmed();
        return fields;
    }

private:
    static bool startsDeeper(const QString &line) { return line.startsWith("  "_L1) || line.startsWith('\t'_L1); }

    /// One line may hold several: "Persona: PM. Mission: … Constraints: …".
    void open(const QString &name, const QString &rest)
    {
        QString value = rest;
        QString key = name;
        for (qsizetype at = 0; at < value.size() && rest.size() <= longestFieldLine;) {
            const qsizetype stop = value.indexOf(u' ', at);
            if (stop < 0)
                break;
            at = stop + 1;
            QString behind;
            if (stop == 0 || !QStringView(u".;|").contains(value.at(stop - 1)))
                continue;
            const QString next = nameIn(value.sliced(at, qMin(qsizetype(40), value.size() - at)), behind);
            if (next.isEmpty())
                continue;
            const qsizetype colon = value.indexOf(u':', at);
            m_fields.append({key, value.left(stop)});
            key = next;
            value = value.sliced(colon + 1);
            at = 0;
        }
        m_fields.append({key, value});
    }

    /// The field that a line opens, with what stands behind the colon; empty where it opens none.
    QString nameIn(const QString &line, QString &rest) const
    {
        QString text = line.trimmed();
        const bool isHeading = text.startsWith('#'_L1) || (text.startsWith("**"_L1) && text.endsWith("**"_L1));
        text = withoutLeading(text, u"#>*_-+");
        QString best;
        for (const QString &name : m_names) {
            if (name.size() > best.size() && text.startsWith(name, Qt::CaseInsensitive))
                best = name;
        }
        if (best.isEmpty())
            return {};
        const QString behind = withoutLeading(text.sliced(best.size()), u"*_");
        if (behind.startsWith(':'_L1)) {
            rest = undecorated(behind.sliced(1));
            if (rest.startsWith("**"_L1))
                rest = rest.sliced(2).trimmed(); // of `**Name:** text`
            return best;
        }
        return isHeading && behind.trimmed().isEmpty() ? best : QString();
    }

    const QStringList &m_names;
    QList<AnswerField> m_fields;
};

/// What a verdict's words say; nothing where they leave it open.
std::optional<bool> verdictIn(const QString &text)
{
    QStringList words;
    QString word;
    for (const QChar c : text.section(u'\n', 0, 0).left(200).toLower() + u' ') {
        if (c.isLetter()) {
            word += c;
        } else if (!word.isEmpty()) {
            words += word;
            word.clear();
        }
    }
    const bool negates = words.value(0) == "not"_L1;
    const QString first = words.value(negates ? 1 : 0);
    const bool approves = first == "approved"_L1 || first == "approve"_L1;
    const bool rejects = first == "rejected"_L1 || first == "reject"_L1;
    if (negates)
        return approves ? std::optional(false) : std::nullopt;
    if (rejects)
        return words.contains("approved"_L1) ? std::nullopt : std::optional(false);
    static const QStringList conditions{u"or"_s, u"with"_s, u"if"_s, u"once"_s, u"after"_s, u"pending"_s, u"subject"_s,
                                        u"conditionally"_s, u"provided"_s, u"unless"_s, u"except"_s, u"but"_s,
                                        u"rejected"_s, u"not"_s};
    const bool isOpen = std::any_of(words.cbegin(), words.cend(), [](const QString &w) { return conditions.contains(w); });
    return approves && !isOpen ? std::optional(true) : std::nullopt;
}

class AnswerReader
{
public:
    explicit AnswerReader(const QString &text) : m_text(text.left(longestAnswer))
    {
        if (text.size() > longestAnswer)
            problem(AnswerProblem::Code::TooLong);
    }

    Answer read()
    {
        split();
        if (m_answer.sections.isEmpty())
            readBare();
        bool hasQa = false;
        for (const AnswerSection &section : std::as_const(m_answer.sections)) {
            if (section.kind == SectionKind::Planner && section.field(u"constraints"_s).isEmpty())
                problem(AnswerProblem::Code::NoConstraints);
            if (const QString outcome = undecorated(section.field(u"outcome"_s).section(u'\n', 0, 0)); !outcome.isEmpty())
                m_answer.outcome = outcome.left(200);
            if (section.kind == SectionKind::Qa)
                judge(section);
            hasQa = hasQa || section.kind == SectionKind::Qa;
        }
        if (hasQa)
            complete();
        return m_answer;
    }

private:
    void problem(AnswerProblem::Code code)
    {
        if (!m_answer.problems.contains(AnswerProblem{code}))
            m_answer.problems.append({code});
    }

    void split()
    {
        std::optional<FieldReader> fields;
        QStringList text;
        const auto close = [&] {
            if (!fields)
                return;
            m_answer.sections.last().text = text.join(u'\n').trimmed();
            m_answer.sections.last().fields = fields->fields();
            text.clear();
        };
        for (const Line &line : unwrapped(linesOf(m_text))) {
            const std::optional<Heading> heading = line.fence ? std::nullopt : headingOf(line.text);
            if (heading && m_answer.sections.size() < mostSections) {
                close();
                m_answer.sections.append({heading->kind, {}, {}});
                fields.emplace(heading->kind);
                if (heading->rest.isEmpty())
                    continue;
                text += heading->rest;
                fields->take({heading->rest});
            } else if (fields) {
                text += line.text;
                fields->take(line);
            }
        }
        close();
    }

    /// An answer without any section that still gives a verdict and its issues, as fields or as JSON, is one of [QA].
    void readBare()
    {
        FieldReader fields(SectionKind::Qa);
        for (const Line &line : linesOf(m_text))
            fields.take(line);
        const AnswerSection section{SectionKind::Qa, m_text.trimmed(), fields.fields()};
        if (!section.field(u"verdict"_s).isEmpty() || isJson(section.text))
            m_answer.sections.append(section);
    }

    static bool isJson(const QString &text)
    {
        return text.startsWith('{'_L1) && QJsonDocument::fromJson(text.toUtf8()).object().contains("verdict"_L1);
    }

    void judge(const AnswerSection &section)
    {
        judgeJson(section);
        for (const AnswerField &field : section.fields) {
            if (field.name == "verdict"_L1)
                decide(verdictIn(field.text));
            else if (field.name == "approved output"_L1)
                m_answer.approvedOutput = field.text;
            else if (field.name == "issues"_L1 || field.name == "issue list"_L1 || field.name == "issues found"_L1)
                add(readIssues(field.text.split(u'\n')));
        }
        if (m_answer.issues)
            addFixes(listItems(section.field(u"fixes"_s).split(u'\n')));
    }

    /// A mapping as `$BATON_RESULT` would hold it, on its own or in a fence.
    void judgeJson(const AnswerSection &section)
    {
        QStringList inside;
        QStringList texts{section.text};
        int fence = 0;
        for (const Line &line : linesOf(section.text)) {
            if (line.fence != fence && fence) {
                texts += inside.join(u'\n');
                inside.clear();
            }
            fence = line.fence;
            const QString bare = line.text.trimmed();
            if (fence && !bare.startsWith("```"_L1) && !bare.startsWith("~~~"_L1))
                inside += line.text;
        }
        texts += inside.join(u'\n');
        for (const QString &text : std::as_const(texts)) {
            if (!text.trimmed().startsWith('{'_L1))
                continue;
            const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
            if (object.contains("verdict"_L1))
                decide(verdictIn(object["verdict"_L1].toString()));
            if (object["issues"_L1].isArray())
                add(readIssues({QString::fromUtf8(QJsonDocument(object["issues"_L1].toArray()).toJson(QJsonDocument::Compact))}));
            if (const QString outcome = object["outcome"_L1].toString(); !outcome.isEmpty())
                m_answer.outcome = outcome.left(200);
        }
    }

    void add(const std::optional<QJsonArray> &issues)
    {
        if (!issues)
            return;
        if (!m_answer.issues)
            m_answer.issues = QJsonArray();
        for (const QJsonValue &issue : *issues)
            m_answer.issues->append(issue);
    }

    /// `Fixes:` that go with the issues one by one.
    void addFixes(const QStringList &fixes)
    {
        if (fixes.size() != m_answer.issues->size())
            return;
        for (qsizetype i = 0; i < fixes.size(); ++i) {
            QJsonObject issue = m_answer.issues->at(i).toObject();
            if (issue.contains("fix"_L1))
                continue;
            issue.insert(u"fix"_s, undecorated(fixes.at(i)));
            m_answer.issues->replace(i, issue);
        }
    }

    void decide(std::optional<bool> verdict)
    {
        if (!verdict)
            return;
        m_contradicts = m_contradicts || (m_answer.approved && *m_answer.approved != *verdict);
        m_answer.approved = verdict;
    }

    void complete()
    {
        if (!m_answer.problems.isEmpty() && m_answer.problems.first().code == AnswerProblem::Code::TooLong)
            m_answer.approved.reset(); // who knows what stands at its end
        if (m_contradicts) {
            m_answer.approved.reset();
            problem(AnswerProblem::Code::Contradiction);
        } else if (!m_answer.approved) {
            problem(AnswerProblem::Code::NoVerdict);
        }
        if (!m_answer.issues)
            problem(AnswerProblem::Code::NoIssueList);
        if (m_answer.approved.value_or(false) && m_answer.approvedOutput.isEmpty())
            problem(AnswerProblem::Code::NoApprovedOutput);
    }

    QString m_text;
    Answer m_answer;
    bool m_contradicts = false;
};

} // namespace

QString AnswerSection::field(const QString &name) const
{
    for (auto field = fields.crbegin(); field != fields.crend(); ++field) {
        if (field->name == name)
            return field->text;
    }
    return {};
}

namespace {

struct AnswerTexts
{
    Q_DECLARE_TR_FUNCTIONS(baton::Answer)
};

} // namespace

QString AnswerProblem::message() const
{
    switch (code) {
    case Code::NoConstraints: return AnswerTexts::tr("The plan in its answer names no constraints. Workers would drift off brief.");
    case Code::NoIssueList: return AnswerTexts::tr("Its audit has no issue list, so nobody can verify its verdict. An empty list is written as “Issues: none”.");
    case Code::NoVerdict: return AnswerTexts::tr("Its audit gives no clear verdict. Ask for “Verdict: approved” or “Verdict: rejected”.");
    case Code::Contradiction: return AnswerTexts::tr("Its audit says both approved and rejected, so neither counts.");
    case Code::NoApprovedOutput: return AnswerTexts::tr("Its audit approves, but does not say what: there is no approved output.");
    case Code::TooLong: break;
    }
    return AnswerTexts::tr("Its answer is too long to be read to the end.");
}

std::optional<QJsonObject> Answer::verdict() const
{
    if (!approved || !issues)
        return std::nullopt;
    return QJsonObject{{u"verdict"_s, *approved ? u"approved"_s : u"rejected"_s}, {u"issues"_s, *issues}};
}

Answer readAnswer(const QString &text)
{
    return AnswerReader(text).read();
}

} // namespace baton
