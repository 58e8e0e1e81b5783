// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/additions.h"
#include "model/rules/rule.h"
#include "model/workflow/references.h"

using namespace Qt::StringLiterals;

namespace baton {

namespace {

class PhaseWithoutGateRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    PhaseWithoutGateRule()
        : Rule({u"phase-without-gate"_s, Severity::Info, Severity::Error, false, tr("A phase without a gate"),
                tr("A phase ends with a mandatory checkpoint, so that nothing is built on what has not been verified."),
                tr("Seed 003: four phases, four gates")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const auto &[key, phase] : facts.contents().phases) {
            if (phase->fixes.isEmpty() && facts.gatesOf(int(key.number())).empty())
                report.add(tr("The phase %1 has no gate. Close it with one.").arg(facts.name(key)), {key}, {},
                           {{u"add-gate"_s, tr("Add a gate"), {}}});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &) const override
    {
        const NodeKey key = problem.subjects.first();
        if (!facts.gatesOf(int(key.number())).empty())
            return {};
        Additions additions(facts);
        additions.addGate(facts.contents().idOf(key));
        return additions.take();
    }
};

class GateWithoutCriteriaRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    GateWithoutCriteriaRule()
        : Rule({u"gate-without-criteria"_s, Severity::Warning, Severity::Error, false, tr("A gate that checks nothing"),
                tr("A gate without criteria always passes, so it is none."), tr("Seed 003: gate checks")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const auto &[key, gate] : facts.contents().gates) {
            if (gate->criteria && gate->criteria->isEmpty())
                report.add(tr("The gate %1 has no criteria and would always pass. Say what must hold.").arg(facts.name(key)),
                           {key}, {Field::Criteria}, {{u"default-criteria"_s, tr("Use the default criteria"), {}}});
            else if (gate->criteria && gate->criteria->contains(nameOf(Criterion::SignedOff)) && gate->signOff.isEmpty() &&
                     gate->approval == Approval::Auto)
                report.add(tr("The gate %1 asks for a sign-off but names nobody who could give it, so it would never pass. "
                              "Name them, or let a person pass it.").arg(facts.name(key)),
                           {key}, {Field::SignOff}, {{u"pass-by-hand"_s, tr("Let a person pass it"), {}}});
        }
    }

    Edit fix(const Facts &, const Problem &problem, const QuickFix &fix) const override
    {
        if (fix.id == "pass-by-hand"_L1)
            return Edit{}.set(problem.subjects.first(), Field::Approval, Approval::Manual);
        return Edit{}.set(problem.subjects.first(), Field::Criteria, std::optional<QStringList>());
    }
};

class GateNeedsNothingRule final : public Rule
{
    Q_DECLARE_TR_FUNCTIONS(Rules)

public:
    GateNeedsNothingRule()
        : Rule({u"gate-needs-nothing"_s, Severity::Warning, Severity::Error, false, tr("A sync point without needs"),
                tr("A sync point that waits for nothing holds nothing together."), tr("Seed 002: parallel with sync points")})
    {
    }

    void check(const Facts &facts, Report &report) const override
    {
        for (const auto &[key, gate] : facts.contents().gates) {
            if (gate->isSyncPoint() && gate->needs.isEmpty())
                report.add(tr("The gate %1 closes no phase and waits for nothing. Draw to it what it should wait for, or "
                              "remove it.").arg(facts.name(key)),
                           {key}, {Field::Needs}, {{u"remove-gate"_s, tr("Remove the gate"), {}}});
            else if (!gate->isSyncPoint() && !gate->needs.isEmpty())
                report.add(tr("The gate %1 closes a phase and waits for all of it; its own needs count for nothing. Take them "
                              "out, or take its phase out.").arg(facts.name(key)),
                           {key}, {Field::Needs}, {{u"remove-needs"_s, tr("Take its needs out"), {}}});
        }
    }

    Edit fix(const Facts &facts, const Problem &problem, const QuickFix &fix) const override
    {
        if (fix.id == "remove-needs"_L1)
            return Edit{}.set(problem.subjects.first(), Field::Needs, QStringList());
        return removingNodes(facts.contents(), {problem.subjects.first()});
    }
};

} // namespace

void addGateRules(RuleList &rules)
{
    rules.push_back(std::make_unique<PhaseWithoutGateRule>());
    rules.push_back(std::make_unique<GateWithoutCriteriaRule>());
    rules.push_back(std::make_unique<GateNeedsNothingRule>());
}

} // namespace baton
