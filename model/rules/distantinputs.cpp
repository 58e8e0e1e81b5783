// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/rules/distantinputs.h"

#include "model/rules/facts.h"

#include <algorithm>

namespace baton {

namespace {

bool readsAnything(const Task &task)
{
    return !task.inputs.isEmpty() ||
           std::any_of(task.needs.begin(), task.needs.end(), [](const Need &need) { return !need.files.isEmpty(); });
}

QStringList patternsOf(const Task &task)
{
    QStringList patterns = task.inputs;
    for (const Need &need : task.needs)
        patterns += need.files;
    return patterns;
}

} // namespace

DistantInputs::DistantInputs(const Facts &facts) : m_facts(facts)
{
    for (const auto &slot : facts.contents().tasks)
        refresh(int(slot.key.number()));
}

void DistantInputs::refresh(int task)
{
    const TaskEntry &entry = m_facts.taskAt(task);
    const bool reads = entry.task && readsAnything(*entry.task);
    if (m_read)
        m_read->set(task, reads ? patternsOf(*entry.task) : QStringList());
    std::vector<Input> inputs;
    if (reads)
        inputs = inputsOf(task, false);
    if (inputs.empty())
        m_inputs.erase(task);
    else
        m_inputs[task] = std::move(inputs);
}

std::vector<DistantInputs::Input> DistantInputs::inputsOf(int task, bool isNear) const
{
    const TaskEntry &entry = m_facts.taskAt(task);
    std::vector<Input> found;
    const auto look = [&](const QString &pattern, Field field, qsizetype item) {
        const std::vector<int> producers = m_facts.tasksNaming(m_facts.deliverables(), Glob(pattern));
        const bool isDirect = std::any_of(producers.begin(), producers.end(), [&](int producer) {
            return entry.needs.contains(m_facts.taskAt(producer).key);
        });
        if (isDirect != isNear || m_facts.hasFile(pattern))
            return;
        Input &input = found.emplace_back(Input{pattern, field, int(item), {}});
        std::copy_if(producers.begin(), producers.end(), std::back_inserter(input.producers),
                     [&](int producer) { return producer != task; });
    };
    for (qsizetype i = 0; i < entry.task->inputs.size(); ++i)
        look(entry.task->inputs.at(i), Field::Inputs, i);
    for (qsizetype i = 0; i < entry.task->needs.size(); ++i) {
        for (const QString &file : entry.task->needs.at(i).files)
            look(file, Field::Needs, i);
    }
    return found;
}

const PatternIndex &DistantInputs::read() const
{
    if (!m_read) {
        m_read.emplace();
        for (const auto &slot : m_facts.contents().tasks) {
            if (readsAnything(*slot.node))
                m_read->set(int(slot.key.number()), patternsOf(*slot.node));
        }
    }
    return *m_read;
}

std::vector<int> DistantInputs::readersOf(int task) const
{
    std::vector<int> readers;
    const PatternIndex &deliverables = m_facts.deliverables();
    for (int index : deliverables.of(task)) {
        for (int reading : read().overlapping(deliverables.entries()[size_t(index)].glob))
            readers.push_back(read().entries()[size_t(reading)].task);
    }
    return readers;
}

std::vector<std::pair<int, const std::vector<DistantInputs::Input> *>> DistantInputs::all() const
{
    std::vector<std::pair<int, const std::vector<Input> *>> result;
    result.reserve(m_inputs.size());
    for (const auto &[task, inputs] : m_inputs)
        result.emplace_back(task, &inputs);
    const auto place = [&](const auto &one) { return m_facts.contents().tasks.indexOf(m_facts.taskAt(one.first).key); };
    std::sort(result.begin(), result.end(), [&](const auto &a, const auto &b) { return place(a) < place(b); });
    return result;
}

} // namespace baton
