// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/correction.h"

#include "model/run/runfolder.h"
#include "model/storage/diff.h"
#include "model/workflow/fields.h"

#include <QCoreApplication>
#include <QFile>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Corrections
{
    Q_DECLARE_TR_FUNCTIONS(baton::Corrections)
};

/// None of them says what the events of the run so far mean: a replay gives the same states with either plan.
constexpr Field correctable[] = {
    Field::Title, Field::Description, Field::Model, Field::Executor, Field::Instructions, Field::Tools, Field::Color,
    Field::Rules, Field::BudgetTokens, Field::BudgetWarnAt, Field::BudgetStop, Field::TimeoutTotal, Field::TimeoutStart,
    Field::TimeoutIdle, Field::MaxConcurrent,
};

QString placeOf(const Difference &difference)
{
    QString place = difference.id;
    if (difference.nodeKind == NodeKind::Persona)
        place.prepend('@'_L1);
    if (difference.field.isEmpty())
        return place;
    return place.isEmpty() ? difference.field : place + '.'_L1 + difference.field;
}

template <class Owner>
bool isNamed(Field field, const QString &key)
{
    const FieldOf<Owner> *known = fieldOf<Owner>(field);
    return known && key == QLatin1StringView(known->key);
}

bool isCorrectable(const Difference &difference)
{
    if (difference.nodeKind == NodeKind::Note)
        return true;
    if (difference.kind != Difference::Kind::Changed)
        return false;
    return std::any_of(std::begin(correctable), std::end(correctable), [&](Field field) {
        return isNamed<Task>(field, difference.field) || isNamed<Persona>(field, difference.field) || isNamed<Gate>(field, difference.field)
               || isNamed<Phase>(field, difference.field) || isNamed<WorkflowInfo>(field, difference.field);
    });
}

Error refusal(const QString &place)
{
    return Error{ErrorCode::Refused, Corrections::tr("“%1” is not as it was when the run began, and cannot change while it goes on: only how tasks "
                                                     "are carried out can. Go on with the run's own plan, or start a new run.").arg(place)};
}

} // namespace

Result<CorrectedPlan> correctedPlan(const RunPlan &running, const Contents &corrected)
{
    CorrectedPlan result;
    const QList<Difference> differences = difference(running.contents, corrected);
    for (const Difference &difference : differences) {
        if (!isCorrectable(difference))
            return refusal(placeOf(difference));
        if (difference.nodeKind != NodeKind::Note)
            result.fields += placeOf(difference);
    }
    Result<RunPlan> plan = compile(corrected);
    if (!plan)
        return plan.error();
    result.plan = std::move(*plan);
    // People hold no slot, and what nobody carries out leaves no evidence: the events so far say which it was.
    for (const PlanTask &before : running.tasks) {
        const PlanTask &after = result.plan.tasks.at(result.plan.indexOfTask(before.id));
        if (before.isHuman != after.isHuman || before.isSimulated != after.isSimulated)
            return refusal(before.id + u".executor"_s);
    }
    return result;
}

Result<void> keepCorrection(const RunFolder &folder, const Correction &correction)
{
    const QString before = folder.planPath();
    const QString path = folder.path() + (correction.file.endsWith(".json"_L1) ? u"/workflow.baton.json"_s : u"/workflow.baton.yaml"_s);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(correction.bytes) != correction.bytes.size() || !file.commit())
        return Error{ErrorCode::Unreadable, Corrections::tr("%1 could not be written: %2.").arg(path, file.errorString()), {}, path};
    if (before != path)
        QFile::remove(before);
    return {};
}

} // namespace baton
