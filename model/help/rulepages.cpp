// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/help/rulepages.h"

#include "model/help/rulewords.h"
#include "model/rules/thresholds.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct RuleHelp
{
    Q_DECLARE_TR_FUNCTIONS(RuleHelp)
};

QString thresholdsOf(const QString &rule)
{
    using namespace thresholds;
    const auto percent = [](double share) { return int(share * 100 + 0.5); };
    if (rule == "sequential-everything"_L1)
        return RuleHelp::tr("From %1 tasks on, where at least %2 % of them are on one chain and at least %3 % of its links "
                            "pass nothing.").arg(chainTasks).arg(percent(chainShare)).arg(percent(idleShare));
    if (rule == "single-agent"_L1)
        return RuleHelp::tr("From %1 tasks on.").arg(soloTasks);
    if (rule == "over-orchestration"_L1)
        return RuleHelp::tr("From %1 tasks in a row on, each with a budget of at most %2 tokens, or of at most %3 % of the "
                            "median of the other tasks.").arg(tinyTasks).arg(tinyTokens).arg(percent(tinyShare));
    if (rule == "launch-everything"_L1)
        return RuleHelp::tr("A wave of more than %1 tasks without a limit, or of more than %2 with a limit above %2.")
            .arg(wideUnlimited).arg(wideLimited);
    if (rule == "coordinator-bottleneck"_L1)
        return RuleHelp::tr("A task that needs %1 tasks or more and that %1 or more need.").arg(bottleneck);
    return {};
}

/// A task can be spared where the rule speaks of tasks.
bool speaksOfTasks(const QList<Problem> &problems)
{
    return std::any_of(problems.begin(), problems.end(), [](const Problem &problem) {
        return !problem.subjects.isEmpty() && problem.subjects.first().kind() == NodeKind::Task;
    });
}

} // namespace

std::optional<RulePage> rulePage(const QString &rule)
{
    const QList<RuleInfo> &infos = ruleInfos();
    const auto info = std::find_if(infos.begin(), infos.end(), [&](const RuleInfo &one) { return one.id == rule; });
    const RuleWords *words = wordsOf(rule);
    if (info == infos.end() || !words)
        return std::nullopt;
    RulePage page{.info = *info, .finds = RuleHelp::tr(words->finds), .thresholds = thresholdsOf(rule),
                  .remedy = RuleHelp::tr(words->remedy), .suppression = {},
                  .wrong = wrongExample(rule), .right = rightExample(rule)};
    for (const Problem &problem : std::as_const(page.wrong.problems)) {
        for (const QuickFix &fix : problem.fixes)
            page.fixes += fix.title;
    }
    page.fixes.removeDuplicates();
    if (page.info.locked) {
        page.suppression = RuleHelp::tr("This rule cannot be lowered or turned off: no plan that breaks it can be carried out "
                                        "as it is meant.");
        return page;
    }
    page.settings = {u"settings: {rules: {%1: off}}"_s.arg(rule)};
    if (speaksOfTasks(page.wrong.problems)) {
        page.suppression = RuleHelp::tr("Give it another severity in the settings (off, info, warning or error), or spare one "
                                        "task and say why:");
        page.settings += u"rules: {%1: {severity: off, reason: …}}"_s.arg(rule);
    } else {
        page.suppression = RuleHelp::tr("Give it another severity in the settings: off, info, warning or error.");
    }
    return page;
}

QString severityText(Severity severity)
{
    switch (severity) {
    case Severity::Off:
        return RuleHelp::tr("off");
    case Severity::Info:
        return RuleHelp::tr("info");
    case Severity::Warning:
        return RuleHelp::tr("warning");
    case Severity::Error:
        return RuleHelp::tr("error");
    }
    return {};
}

} // namespace baton
