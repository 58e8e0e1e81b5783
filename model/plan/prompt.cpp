// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/plan/prompt.h"

#include "model/plan/handoff.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString plainId(const QString &reference)
{
    return reference.startsWith(u'@') ? reference.sliced(1) : reference;
}

/// Text of several lines keeps its lines and cannot pretend to be a section of its own.
QString guarded(const QString &text)
{
    QStringList lines = text.trimmed().split(u'\n');
    for (QString &line : lines) {
        while (line.endsWith(u' ') || line.endsWith(u'\r'))
            line.chop(1);
        if (line.startsWith(u'['))
            line.prepend(u' ');
    }
    return lines.join(u'\n');
}

class Prompt
{
public:
    Prompt(const Contents &contents, const Task &task)
        : m_contents(contents)
        , m_ids(contents)
        , m_task(task)
    {
    }

    QByteArray text()
    {
        planner();
        // Judged by the relation, not by the kind alone: a review that names nothing audits what it needs.
        const TaskKind kind = m_task.effectiveKind();
        const bool audits = !m_task.validates.isEmpty() || kind == TaskKind::Validate || kind == TaskKind::Review;
        if (audits)
            quality();
        else
            worker();
        return m_lines.join(u'\n').toUtf8() + '\n';
    }

private:
    void line(const QString &text) { m_lines += text; }
    void field(const QString &name, const QString &value)
    {
        if (!value.isEmpty())
            line(name + u": "_s + guarded(value));
    }
    void list(const QString &name, const QStringList &items, const QString &bullet = u"- "_s)
    {
        if (items.isEmpty())
            return;
        line(name + u':');
        for (const QString &item : items)
            line(bullet + guarded(item));
    }
    void section(const QString &name)
    {
        if (!m_lines.isEmpty())
            line({});
        line(u'[' + name + u']');
    }

    void planner();
    void worker();
    void quality();
    void aboutPersona();
    void aboutTask();
    void received();
    void promised();
    void outcomes();
    QString personaLine(const Persona &persona) const;

    const Contents &m_contents;
    const IdIndex m_ids;
    const Task &m_task;
    QStringList m_lines;
};

QString Prompt::personaLine(const Persona &persona) const
{
    QStringList traits{nameOf(persona.role), persona.model};
    traits.removeAll(QString());
    QString text = u'@' + persona.id;
    if (!persona.title.isEmpty())
        text += u' ' + persona.title;
    if (!traits.isEmpty())
        text += u" ("_s + traits.join(u", "_s) + u')';
    return text;
}

void Prompt::planner()
{
    section(u"PLANNER"_s);
    field(u"Workflow"_s, m_contents.info.name);
    field(u"Mission"_s, m_contents.info.missionSummary);
    list(u"Inputs"_s, m_contents.info.missionInputs);
    list(u"Constraints"_s, m_contents.info.missionConstraints);
    QStringList personas;
    for (const auto &[key, persona] : m_contents.personas)
        personas += personaLine(*persona);
    list(u"Personas"_s, personas);
    QStringList checklist;
    for (const auto &[key, task] : m_contents.tasks) {
        QString item = task->displayTitle() + u" ("_s + task->id + u')';
        if (!task->persona().isEmpty())
            item += u" by @"_s + plainId(task->persona());
        checklist += item;
    }
    list(u"Checklist"_s, checklist, u"- [ ] "_s);
}

void Prompt::aboutPersona()
{
    const QString id = plainId(m_task.persona());
    if (id.isEmpty())
        return;
    const Persona *persona = m_contents.persona(m_ids.persona(id));
    field(u"Persona"_s, persona ? personaLine(*persona) : u'@' + id);
    if (persona && !persona->instructions.trimmed().isEmpty())
        line(guarded(persona->instructions));
}

void Prompt::aboutTask()
{
    field(u"Task"_s, m_task.displayTitle() + u" ("_s + m_task.id + u')');
    if (const Phase *phase = m_contents.phase(m_ids.phase(m_task.phase)))
        field(u"Phase"_s, phase->title.isEmpty() ? phase->id : phase->title);
    field(u"Kind"_s, nameOf(m_task.effectiveKind()));
    if (!m_task.description.trimmed().isEmpty())
        line(guarded(m_task.description));
}

/// What those before hand over: their files, and the checklist they promised to meet.
void Prompt::received()
{
    list(u"Inputs"_s, m_task.inputs);
    list(u"References (read only)"_s, m_task.references);
    QStringList handed;
    const auto taskOf = [this](const QString &id) { return m_contents.task(m_ids.step(id)); };
    for (const HandOff &handOff : handOffsTo(m_task, taskOf)) {
        const Task *from = taskOf(handOff.from);
        QString item = from->displayTitle() + u" ("_s + from->id + u')';
        if (!handOff.files.isEmpty())
            item += u": "_s + handOff.files.join(u", "_s);
        if (!handOff.reason.isEmpty())
            item += u"; "_s + handOff.reason;
        if (!handOff.checklist.isEmpty())
            item += u"; promised: "_s + handOff.checklist.join(u", "_s);
        handed += item;
    }
    list(u"Handed over by"_s, handed);
}

void Prompt::promised()
{
    list(u"Files only you may write"_s, m_task.owns);
    list(u"Deliverables"_s, m_task.deliverables);
    list(u"Evidence (must exist and be newer than your start)"_s, m_task.evidence);
    list(u"Done when"_s, m_task.doneWhen);
    list(u"Hand-off checklist"_s, m_task.handoff, u"- [ ] "_s);
}

void Prompt::outcomes()
{
    if (!m_task.outcomes.isEmpty())
        list(u"Return exactly one outcome"_s, m_task.outcomes);
}

void Prompt::worker()
{
    section(u"WORKER"_s);
    aboutPersona();
    aboutTask();
    received();
    promised();
    outcomes();
    line(u"Answer below a line [WORKER]."_s);
    line(u"Report your reasoning, what you are uncertain about, and anything that blocks you."_s);
}

void Prompt::quality()
{
    section(u"QA"_s);
    aboutPersona();
    aboutTask();
    QStringList audited;
    for (const QString &id : m_task.validates) {
        const Task *task = m_contents.task(m_ids.step(id));
        if (!task)
            continue;
        QString item = task->displayTitle() + u" ("_s + task->id + u')';
        if (!task->persona().isEmpty())
            item += u" by @"_s + plainId(task->persona());
        QStringList files = task->deliverables + task->evidence;
        files.removeDuplicates();
        if (!files.isEmpty())
            item += u": "_s + files.join(u", "_s);
        if (!task->doneWhen.isEmpty())
            item += u"; done when: "_s + task->doneWhen.join(u", "_s);
        audited += item;
    }
    list(u"Audit"_s, audited);
    received();
    promised();
    outcomes();
    line(u"Audit against the plan above and its constraints. Do not rewrite the work."_s);
    line(u"List every issue: severity, task, where, what is wrong, how to fix it. An empty list is a list."_s);
    line(u"Then give the verdict: approved or rejected. A verdict without an issue list is no verdict."_s);
    line(u"Answer below a line [QA], with “Issues:” (none, or a list of severity, task, where, what, fix), “Verdict:”, and, where you"
         " approve, “Approved output:”."_s);
}

} // namespace

QByteArray promptFor(const Contents &contents, NodeKey key)
{
    const Task *task = contents.task(key);
    return task ? promptFor(contents, *task) : QByteArray();
}

QByteArray promptFor(const Contents &contents, const Task &task)
{
    return Prompt(contents, task).text();
}

} // namespace baton
