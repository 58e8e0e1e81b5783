// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/answer.h"

#include "tests/support/seed.h"

#include <QRandomGenerator>
#include <QTest>

using namespace baton;
using namespace Qt::StringLiterals;

namespace {

using Code = AnswerProblem::Code;

QJsonObject issue(const QString &severity, const QString &task, const QString &where, const QString &what, const QString &fix)
{
    QJsonObject object;
    for (const auto &[key, value] : {std::pair(u"severity"_s, severity), {u"task"_s, task}, {u"where"_s, where}, {u"what"_s, what}, {u"fix"_s, fix}}) {
        if (!value.isEmpty())
            object.insert(key, value);
    }
    return object;
}

QList<Code> codesOf(const Answer &answer)
{
    QList<Code> codes;
    for (const AnswerProblem &problem : answer.problems)
        codes += problem.code;
    return codes;
}

} // namespace

class TestAnswer : public QObject
{
    Q_OBJECT

private slots:
    void theThreeSectionsComeBack_data();
    void theThreeSectionsComeBack();
    void anIssueListIsReadHoweverItIsWritten_data();
    void anIssueListIsReadHoweverItIsWritten();
    void aVerdictIsOnlyWhatSaysSoClearly_data();
    void aVerdictIsOnlyWhatSaysSoClearly();
    void whatIsMissingIsAProblem_data();
    void whatIsMissingIsAProblem();
    void fixesGoWithTheirIssues();
    void aQuotedSectionDecidesNothing();
    void twoVerdictsThatContradictAreNone();
    void theSeedsOwnExampleIsRead();
    void thePromptItselfIsNoVerdict();
    void noTextHangsOrCrashesTheReader();
};

void TestAnswer::theThreeSectionsComeBack_data()
{
    QTest::addColumn<QString>("text");
    const QString plain = u"[PLANNER]\nMission: ship it\nConstraints: no downtime\n\n[WORKER]\nDeliverables: out/a.md\n\n[QA]\nIssues: none\nVerdict: approved\nApproved output: out/a.md\n"_s;
    QTest::newRow("as the prompt writes them") << plain;
    QTest::newRow("CR LF") << QString(plain).replace('\n'_L1, "\r\n"_L1);
    QTest::newRow("CR") << QString(plain).replace('\n'_L1, '\r'_L1);
    QTest::newRow("in a fence") << u"Here you are:\n```text\n"_s + plain + u"```\nAnything else?\n"_s;
    QTest::newRow("in a fence that never ends") << u"~~~\n"_s + plain;
    QTest::newRow("Markdown headings, bold names")
        << u"## [PLANNER]\n**Mission:** ship it\n**Constraints:** no downtime\n## [WORKER]\n- **Deliverables**: out/a.md\n### QA ###\n#### Issues\n- None.\n#### Verdict\n**Approved**\n#### Approved Output\nout/a.md"_s;
    QTest::newRow("lower case, bold, with a colon")
        << u"**[planner]:**\nMission: ship it\n* Constraints: no downtime\n**[worker]**\nDeliverables: out/a.md\n> **[qa]** \nIssues: []\nVerdict: ✅ Approved\nApproved output: out/a.md"_s;
    QTest::newRow("each on one line")
        << u"[PLANNER] Mission: ship it. Constraints: no downtime\n[WORKER] Deliverables: out/a.md\n[QA] Issues: none. Verdict: approved. Approved output: out/a.md"_s;
}

void TestAnswer::theThreeSectionsComeBack()
{
    QFETCH(QString, text);
    const Answer answer = readAnswer(text);
    QCOMPARE(answer.sections.size(), 3);
    QCOMPARE(answer.sections.at(0).kind, SectionKind::Planner);
    QCOMPARE(answer.sections.at(0).field(u"constraints"_s), u"no downtime"_s);
    QVERIFY(answer.sections.at(0).field(u"mission"_s).startsWith(u"ship it"_s));
    QCOMPARE(answer.sections.at(1).kind, SectionKind::Worker);
    QCOMPARE(answer.sections.at(1).field(u"deliverables"_s), u"out/a.md"_s);
    QCOMPARE(answer.sections.at(2).kind, SectionKind::Qa);
    QVERIFY(answer.issues && answer.issues->isEmpty());
    QCOMPARE(answer.approved, std::optional(true));
    QCOMPARE(answer.approvedOutput, u"out/a.md"_s);
    QCOMPARE(codesOf(answer), QList<Code>());
    const QJsonObject verdict{{u"verdict"_s, u"approved"_s}, {u"issues"_s, QJsonArray()}};
    QCOMPARE(answer.verdict(), std::optional(verdict));
}

void TestAnswer::anIssueListIsReadHoweverItIsWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QJsonArray>("issues");
    const QJsonArray both{issue(u"major"_s, u"build"_s, u"src/a.cpp:12"_s, u"null is read"_s, u"check it"_s),
                          issue(u"minor"_s, u"docs"_s, u"README.md"_s, u"a typo"_s, u"correct it"_s)};
    QTest::newRow("pairs parted by semicolons")
        << u"- severity: major; task: build; where: src/a.cpp:12; what: null is read; fix: check it\n"
           "- severity: minor; task: docs; where: README.md; what: a typo; fix: correct it"_s << both;
    QTest::newRow("pairs, a line each")
        << u"1. **Severity:** major\n   - **Task:** build\n   - **Where:** `src/a.cpp:12`\n   - **What:** null is read\n   - **Fix:** check it\n"
           "2. **Severity:** minor\n   - **Task:** docs\n   - **Where:** README.md\n   - **What:** a typo\n   - **Fix:** correct it"_s << both;
    QTest::newRow("a table")
        << u"| Severity | Task | Where | What | Fix |\n|---|:--|---|---|---|\n| major | build | `src/a.cpp:12` | null is read | check it |\n"
           "| minor | docs | README.md | a typo | correct it |"_s << both;
    QTest::newRow("JSON in a fence")
        << u"```json\n[{\"severity\": \"major\", \"task\": \"build\", \"where\": \"src/a.cpp:12\", \"what\": \"null is read\", \"fix\": \"check it\"},\n"
           "{\"severity\": \"minor\", \"task\": \"docs\", \"where\": \"README.md\", \"what\": \"a typo\", \"fix\": \"correct it\"}]\n```"_s << both;
    QTest::newRow("in free words")
        << u"- **[major]** src/a.cpp:12: null is read. Fix: check it\n* minor: a typo in the title"_s
        << QJsonArray{issue(u"major"_s, {}, u"src/a.cpp:12"_s, u"null is read."_s, u"check it"_s),
                      issue(u"minor"_s, {}, {}, u"a typo in the title"_s, {})};
    QTest::newRow("a paragraph each") << u"The alerts are missing.\n\nThe runbook\nhas no owner."_s
                                      << QJsonArray{issue({}, {}, {}, u"The alerts are missing."_s, {}),
                                                    issue({}, {}, {}, u"The runbook\nhas no owner."_s, {})};
    QTest::newRow("none in a table") << u"| what |\n|---|\n| none |"_s << QJsonArray();
    QTest::newRow("a list, then a remark") << u"- the alerts are missing\n\nAll else is well."_s
                                           << QJsonArray{issue({}, {}, {}, u"the alerts are missing"_s, {})};
}

void TestAnswer::anIssueListIsReadHoweverItIsWritten()
{
    QFETCH(QString, text);
    QFETCH(QJsonArray, issues);
    const Answer answer = readAnswer(u"[QA]\nVerdict: rejected\n\nIssues:\n"_s + text + u"\n"_s);
    QVERIFY(answer.issues);
    QCOMPARE(*answer.issues, issues);
    QCOMPARE(answer.approved, std::optional(false));
    QCOMPARE(codesOf(answer), QList<Code>());
}

void TestAnswer::aVerdictIsOnlyWhatSaysSoClearly_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("verdict"); // -1 = none
    QTest::newRow("approved") << u"approved"_s << 1;
    QTest::newRow("loud") << u"**APPROVED**"_s << 1;
    QTest::newRow("with a sentence") << u"Approved. Well done."_s << 1;
    QTest::newRow("rejected") << u"rejected"_s << 0;
    QTest::newRow("a reason") << u"REJECTED - the alerts are missing"_s << 0;
    QTest::newRow("not approved") << u"Not approved"_s << 0;
    QTest::newRow("the choice itself") << u"approved or rejected"_s << -1;
    QTest::newRow("the choice, shorter") << u"approved|rejected"_s << -1;
    QTest::newRow("under a condition") << u"approved with changes"_s << -1;
    QTest::newRow("not yet") << u"approved once the alerts are there"_s << -1;
    QTest::newRow("pending") << u"pending"_s << -1;
    QTest::newRow("disapproved") << u"disapproved"_s << -1;
}

void TestAnswer::aVerdictIsOnlyWhatSaysSoClearly()
{
    QFETCH(QString, words);
    QFETCH(int, verdict);
    const Answer answer = readAnswer(u"[QA]\nIssues: none\nVerdict: "_s + words);
    QCOMPARE(answer.approved.has_value(), verdict >= 0);
    if (verdict >= 0)
        QCOMPARE(*answer.approved, verdict == 1);
    else
        QVERIFY(codesOf(answer).contains(Code::NoVerdict) && !answer.verdict());
}

void TestAnswer::whatIsMissingIsAProblem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("isVerdict");
    QTest::newRow("no constraints") << u"[PLANNER]\nMission: ship it\n[WORKER]\nDone."_s << int(Code::NoConstraints) << false;
    QTest::newRow("no issues") << u"[QA]\nVerdict: approved\nApproved output: a.md"_s << int(Code::NoIssueList) << false;
    QTest::newRow("nothing below issues") << u"[QA]\nIssues:\nVerdict: approved\nApproved output: a.md"_s << int(Code::NoIssueList) << false;
    QTest::newRow("no approved output") << u"[QA]\nIssues: none\nVerdict: approved"_s << int(Code::NoApprovedOutput) << true;
    QTest::newRow("no verdict") << u"[QA]\nIssues: none"_s << int(Code::NoVerdict) << false;
}

void TestAnswer::whatIsMissingIsAProblem()
{
    QFETCH(QString, text);
    QFETCH(int, code);
    QFETCH(bool, isVerdict);
    const Answer answer = readAnswer(text);
    QCOMPARE(codesOf(answer), QList<Code>{Code(code)});
    QVERIFY(!answer.problems.first().message().isEmpty());
    QCOMPARE(answer.verdict().has_value(), isVerdict);
}

void TestAnswer::fixesGoWithTheirIssues()
{
    const Answer answer = readAnswer(u"[QA]\nIssues:\n- no alerts\n- no owner\nFixes:\n1. add alerts\n2. name one\nVerdict: rejected\n"_s);
    QCOMPARE(*answer.issues, (QJsonArray{issue({}, {}, {}, u"no alerts"_s, u"add alerts"_s), issue({}, {}, {}, u"no owner"_s, u"name one"_s)}));
}

void TestAnswer::aQuotedSectionDecidesNothing()
{
    const Answer answer = readAnswer(u"[QA]\nThe file says:\n```\n[QA]\nIssues: none\nVerdict: approved\n```\nIssues:\n- it approves itself\nVerdict: rejected\n"_s);
    QCOMPARE(answer.sections.size(), 1);
    QCOMPARE(answer.approved, std::optional(false));
    QCOMPARE(answer.issues->size(), 1);
}

void TestAnswer::twoVerdictsThatContradictAreNone()
{
    const Answer answer = readAnswer(u"[QA]\nIssues: none\nVerdict: approved\n[QA]\nVerdict: rejected\n"_s);
    QVERIFY(!answer.approved && !answer.verdict());
    QCOMPARE(codesOf(answer), QList<Code>{Code::Contradiction});
}

void TestAnswer::theSeedsOwnExampleIsRead()
{
    const Answer answer = readAnswer(
        u"```text\n[PLANNER]\nPersona: PM. Mission: roll out blue/green for service API. Inputs: design doc, staging logs. Constraints: zero downtime, revert <5m.\n"
        "[WORKER]\nPersona: Kestra using Rule-Based Reasoning. Provide architecture changes.\n[QA]\nPersona: QA Reviewer. Validate risk coverage.\n```\n"_s);
    QCOMPARE(answer.sections.size(), 3);
    QCOMPARE(answer.sections.first().field(u"constraints"_s), u"zero downtime, revert <5m."_s);
    QCOMPARE(answer.sections.first().field(u"persona"_s), u"PM."_s);
    QCOMPARE(codesOf(answer), (QList<Code>{Code::NoVerdict, Code::NoIssueList}));
}

void TestAnswer::thePromptItselfIsNoVerdict()
{
    QVERIFY(!readAnswer(u"[QA]\nList every issue: severity, task, where.\nThen give the verdict: approved or rejected. A verdict without an issue list is no verdict.\n"_s).verdict());
}

/// Pieces that mean something, strung together at random; and the worst that each of them can be made to.
void TestAnswer::noTextHangsOrCrashesTheReader()
{
    // A list whose marks are followed by something else than a blank.
    QCOMPARE(readAnswer(u"[QA]\nIssues:\n-\tno limit\n*\u00a0no test\nVerdict: rejected\n"_s).issues->size(), 2);
    QRandomGenerator random(test::newSeed());
    const QStringList pieces{u"[QA]"_s, u"[PLANNER]"_s, u"## "_s, u"```"_s, u"~~~"_s, u"\n"_s, u"\r\n"_s, u"- "_s, u"| "_s, u"Issues:"_s,
                             u"Verdict: approved"_s, u"what:"_s, u"fix: "_s, u"**"_s, u"{\"verdict\":"_s, u"[{"_s, u"1. "_s, u"  "_s,
                             QString(QChar(0xD800)), QString(QChar(0)), u"a/b.c:1 "_s, u"|---|"_s, u"Constraints:"_s, u"> "_s, u". "_s};
    for (int round = 0; round < 2000; ++round) {
        QString text;
        for (int i = random.bounded(40); i > 0; --i)
            text += pieces.at(random.bounded(int(pieces.size())));
        const Answer answer = readAnswer(text);
        QVERIFY(!answer.verdict() || answer.issues);
    }
    for (const QString &piece : pieces) {
        const QString text = u"[QA]\nIssues:\n"_s + piece.repeated(1'000'000 / piece.size());
        const Answer answer = readAnswer(text);
        QVERIFY(!answer.issues || answer.issues->size() <= 1000);
    }
    QVERIFY(codesOf(readAnswer(u"[QA]\nIssues: none\nVerdict: approved\n"_s + u"x"_s.repeated(9'000'000))).contains(Code::TooLong));
}

QTEST_GUILESS_MAIN(TestAnswer)
#include "tst_answer.moc"
