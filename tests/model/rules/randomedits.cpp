// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/rules/randomedits.h"

#include "tests/support/plans.h"

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

const QStringList files{u"out/1.md"_s, u"out/2.md"_s,   u"out/*.md"_s, u"out/"_s,     u"src/**"_s, u"src/a.c"_s,
                        u"../x"_s,     u"{a,b}.md"_s,   u"a.md"_s,     u"in.txt"_s,   u"src/*"_s,  u"docs/3.md"_s,
                        u"docs"_s,     u"docs/"_s,      u"out/1"_s,    u"out/1*"_s,   u"src/*.c"_s, u"src/a{,.c}"_s};
const QStringList labels{u"yes"_s, u"no"_s, u"approved"_s, u"rejected"_s, u"default"_s};

template <class T>
NodeKey anyOf(const NodeList<T> &nodes, QRandomGenerator &random)
{
    return nodes.isEmpty() ? NodeKey() : nodes.keyAt(random.bounded(nodes.size()));
}

} // namespace

QStringList RandomEdits::some(const QStringList &words)
{
    QStringList list;
    for (int n = bounded(3); n > 0; --n)
        list += oneOf(words);
    return list;
}

/// The id of a task or gate, now and then one that nobody has.
QString RandomEdits::step()
{
    const Contents &now = m_workflow.contents();
    if (isRare(25))
        return u"nowhere-%1"_s.arg(bounded(4));
    return now.idOf(isRare(6) ? anyOf(now.gates, m_random) : anyOf(now.tasks, m_random));
}

QString RandomEdits::phase()
{
    const Contents &now = m_workflow.contents();
    return isRare(20) ? u"no-phase"_s : isRare(8) ? QString() : now.idOf(anyOf(now.phases, m_random));
}

QString RandomEdits::persona()
{
    const Contents &now = m_workflow.contents();
    if (isRare(20))
        return oneOf({u"nobody"_s, u"@dev and @qa"_s, u"R&D"_s, u"sdet"_s, u"@"_s, u"architect"_s});
    return (isRare(4) ? u"@"_s : QString()) + now.idOf(anyOf(now.personas, m_random));
}

QString RandomEdits::text()
{
    return isRare(8) ? QString() : u"Text %1"_s.arg(bounded(1000));
}

RuleSettings RandomEdits::settings()
{
    RuleSettings settings;
    const QList<RuleInfo> &rules = ruleInfos();
    for (int n = bounded(4); n > 0; --n)
        settings.insert(rules.at(bounded(int(rules.size()))).id, {Severity(bounded(4)), u"why"_s});
    if (isRare(4))
        settings.insert(u"no-evidense"_s, {Severity::Off, {}});
    return settings;
}

Executor RandomEdits::executor()
{
    const QString type = oneOf({QString(), u"shell"_s, u"agent"_s, u"human"_s, u"shel"_s, u"simulate"_s});
    return {type, type == u"shell"_s && isRare(2) ? QJsonObject{{u"cwd"_s, oneOf({u"src"_s, u"../x"_s})}} : QJsonObject()};
}

Edit RandomEdits::renaming(NodeKey key, const QString &id) const
{
    const Result<Edit> edit = m_workflow.renaming(key, id);
    return edit ? *edit : Edit{};
}

Edit RandomEdits::ofNeeds(NodeKey key)
{
    QList<Need> needs = m_workflow.task(key)->needs;
    if (!needs.isEmpty() && !isRare(3)) {
        const qsizetype at = m_random.bounded(needs.size());
        switch (bounded(4)) {
        case 0:
            needs[at].when = some(labels);
            break;
        case 1:
            needs[at].files = some(files);
            break;
        case 2:
            needs[at].reason = text();
            break;
        default:
            needs.removeAt(at);
        }
    } else {
        needs.append(need(step(), NeedType(bounded(3))));
    }
    return Edit{}.set(key, Field::Needs, needs);
}

Edit RandomEdits::ofTask()
{
    const Contents &now = m_workflow.contents();
    const NodeKey key = anyOf(now.tasks, m_random);
    if (key.isNull() || now.tasks.size() < 8 || isRare(9)) {
        Task task = key.isNull() ? Task{} : *now.task(anyOf(now.tasks, m_random));
        task.id = isRare(12) ? step() : isRare(20) ? oneOf({QString(), u"not an id"_s}) : u"new-%1"_s.arg(++m_count);
        return Edit{}.insert(task, {}, m_random.bounded(now.tasks.size() + 1));
    }
    const NodeKey other = anyOf(now.tasks, m_random);
    switch (bounded(20)) {
    case 0:
        return m_workflow.removing({key});
    case 1:
        return Edit{}.remove(key); // and leaves what names it
    case 2: { // any field, with the value that another task has there
        const auto fields = fieldsOf<Task>();
        const Field field = fields[size_t(bounded(int(fields.size())))].field;
        return Edit{}.set(key, field, valueOfField(*now.task(other), field));
    }
    case 3:
        return Edit{}.set(key, Field::Validates, isRare(2) ? QStringList() : QStringList{step()});
    case 4:
        return Edit{}.set(key, Field::Persona, isRare(10) ? QStringList{persona(), persona()}
                                               : isRare(10) ? QStringList{persona() + u" + "_s + persona()}
                                               : isRare(10) ? QStringList()
                                                            : QStringList{persona()});
    case 5:
        return Edit{}.set(key, Field::Kind, TaskKind(bounded(12)));
    case 6:
        return Edit{}.set(key, Field::Phase, phase());
    case 7:
        return Edit{}.set(key, Field::Title, text());
    case 8:
        return Edit{}.set(key, Field::Owns, some(files));
    case 9:
        return Edit{}.set(key, Field::Deliverables, some(files));
    case 10:
        return Edit{}.set(key, Field::Inputs, some(files));
    case 11:
        return Edit{}.set(key, Field::Evidence, some(files));
    case 12:
        return Edit{}.set(key, Field::BudgetTokens, isRare(3) ? std::optional<qint64>() : std::optional<qint64>(bounded(90000)));
    case 13:
        return Edit{}.set(key, Field::Executor, executor());
    case 14:
        return Edit{}.set(key, Field::Outcomes, some(labels));
    case 15:
        return isRare(4) ? Edit{}.set(key, Field::Rules, settings())
                         : Edit{}.set(key, Field::BudgetDuration, Duration(u"10m"_s));
    case 16:
        return isRare(3) ? Edit{}.set(key, Field::Id, isRare(4) ? step() : u"id-%1"_s.arg(++m_count))
                         : renaming(key, u"id-%1"_s.arg(++m_count));
    default:
        return ofNeeds(key);
    }
}

Edit RandomEdits::ofGate()
{
    const Contents &now = m_workflow.contents();
    const NodeKey key = anyOf(now.gates, m_random);
    if (key.isNull() || isRare(8)) {
        Gate gate;
        gate.id = isRare(10) ? step() : u"gate-new-%1"_s.arg(++m_count);
        gate.phase = isRare(2) ? phase() : QString();
        gate.needs = {step(), step()};
        return Edit{}.insert(gate);
    }
    switch (bounded(7)) {
    case 0:
        return isRare(2) ? m_workflow.removing({key}) : Edit{}.remove(key);
    case 1:
        return Edit{}.set(key, Field::Criteria, isRare(3) ? std::optional<QStringList>()
                                                          : std::optional<QStringList>(some({u"complete"_s, u"approved"_s, u"signed-off"_s})));
    case 2:
        return Edit{}.set(key, Field::Needs, QStringList{step(), step()});
    case 3:
        return Edit{}.set(key, Field::SignOff, QStringList{persona()});
    case 4:
        return Edit{}.set(key, Field::Approval, Approval(bounded(2)));
    case 5:
        return Edit{}.set(key, Field::Phase, phase());
    default:
        return Edit{}.set(key, Field::Title, text());
    }
}

Edit RandomEdits::ofPhase()
{
    const Contents &now = m_workflow.contents();
    const NodeKey key = anyOf(now.phases, m_random);
    if (key.isNull() || isRare(8)) {
        Phase phase;
        phase.id = u"phase-new-%1"_s.arg(++m_count);
        phase.kind = PhaseKind(bounded(7));
        return Edit{}.insert(phase, {}, m_random.bounded(now.phases.size() + 1));
    }
    switch (bounded(8)) {
    case 0:
        return m_workflow.removing({key});
    case 1:
        return Edit{}.set(key, Field::After, isRare(2) ? std::optional<QStringList>() : std::optional<QStringList>(QStringList{phase()}));
    case 2:
        return Edit{}.set(key, Field::Fixes, isRare(2) ? QString() : now.idOf(anyOf(now.gates, m_random)));
    case 3:
        return Edit{}.set(key, Field::RepeatUntil, isRare(2) ? QString() : step() + oneOf({u".approved"_s, u".yes"_s, QString()}));
    case 4:
        return Edit{}.set(key, Field::RepeatMax, isRare(2) ? std::optional<qint64>() : std::optional<qint64>(bounded(4)));
    case 5:
        return Edit{}.set(key, Field::Kind, PhaseKind(bounded(7)));
    default:
        return Edit{}.set(key, Field::Title, text());
    }
}

Edit RandomEdits::ofPersona()
{
    const Contents &now = m_workflow.contents();
    const NodeKey key = anyOf(now.personas, m_random);
    if (key.isNull() || isRare(6)) {
        Persona persona;
        persona.id = isRare(6) ? u"dev-and-@qa"_s : u"persona-new-%1"_s.arg(++m_count);
        persona.role = Role(bounded(6));
        return Edit{}.insert(persona);
    }
    switch (bounded(6)) {
    case 0:
        return isRare(2) ? m_workflow.removing({key}) : Edit{}.remove(key);
    case 1:
        return Edit{}.set(key, Field::Role, Role(bounded(6)));
    case 2:
        return Edit{}.set(key, Field::Executor, executor());
    case 3:
        return Edit{}.set(key, Field::Title, isRare(3) ? u"@%1 & @%2"_s.arg(persona(), persona()) : text());
    case 4:
        return renaming(key, u"persona-%1"_s.arg(100 + ++m_count));
    default:
        return Edit{}.set(key, Field::Color, u"#102030"_s);
    }
}

Edit RandomEdits::ofNote()
{
    const Contents &now = m_workflow.contents();
    const NodeKey key = anyOf(now.notes, m_random);
    if (key.isNull() || isRare(4)) {
        Note note;
        note.id = isRare(4) ? QString() : u"note-%1"_s.arg(bounded(6));
        note.text = text();
        return Edit{}.insert(note);
    }
    switch (bounded(3)) {
    case 0:
        return Edit{}.remove(key);
    case 1:
        return Edit{}.set(key, Field::Near, step());
    default:
        return Edit{}.set(key, Field::Text, text());
    }
}

Edit RandomEdits::ofWorkflow()
{
    switch (bounded(9)) {
    case 0:
        return Edit{}.set(workflowKey, Field::Profile, Profile(bounded(2)));
    case 1:
        return Edit{}.set(workflowKey, Field::Rules, settings());
    case 2:
        return Edit{}.set(workflowKey, Field::MaxConcurrent, qint64(bounded(3) * 20));
    case 3:
        return Edit{}.set(workflowKey, Field::Workspace, WorkspaceMode(bounded(2)));
    case 4:
        return Edit{}.set(workflowKey, Field::BudgetTokens, isRare(2) ? std::optional<qint64>() : std::optional<qint64>(bounded(500000)));
    case 5:
        return Edit{}.set(workflowKey, Field::BudgetMultiplier, 1.0 + bounded(3));
    case 6:
        return Edit{}.set(workflowKey, Field::MissionSummary, text());
    case 7:
        return Edit{}.set(workflowKey, Field::MissionConstraints, some(labels));
    default:
        return Edit{}.set(workflowKey, Field::Description, text());
    }
}

Edit RandomEdits::next()
{
    Edit edit;
    for (int n = isRare(4) ? 3 : 1; n > 0; --n) {
        const int which = bounded(20);
        edit.append(which < 13   ? ofTask()
                    : which < 15 ? ofGate()
                    : which < 16 ? ofPhase()
                    : which < 17 ? ofPersona()
                    : which < 18 ? ofNote()
                                 : ofWorkflow());
    }
    return edit;
}

CheckContext RandomEdits::context()
{
    CheckContext context;
    if (isRare(3))
        context.profile = Profile(bounded(2));
    if (!isRare(3)) {
        const QStringList some = this->some(files);
        context.files = QSet<QString>(some.begin(), some.end());
    }
    return context;
}

} // namespace baton::test
