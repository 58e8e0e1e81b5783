// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/run/governor.h"

#include <QJsonObject>
#include <QString>

namespace baton {

struct RunPlan;

/// `models.json` among the user's settings, read and written as the JSON it is, so that what only a later Baton knows
/// survives.
///
/// For `openai`, `anthropic` or a `base_url` what plans leave open: `base_url`, `key`, in `tiers` the models that haiku,
/// sonnet and opus stand for, and the limits `in_flight` and `tokens_per_minute`. Below `agents` the same tiers and
/// limits for agent CLIs, by name. Below `prices`, by model, dollars for a million tokens: `input`, `output`,
/// `cache_read`, `cache_write`. `max_cost` is what a run may spend. For all endpoints `retries`, `retry_delay`,
/// `silence`, `answer` and `max_tokens`.
QString modelSettingsFile();
/// An Error also where something in it is not of its kind: a limit that is not understood would be none.
Result<QJsonObject> readModelSettings();
Result<void> writeModelSettings(const QJsonObject &settings);

/// haiku, sonnet, opus: they stand for a vendor's small, middling and large model.
QStringList modelTiers();
bool isModelTier(const QString &model);

/// What is used where neither plan nor settings say more: `base_url`, `key` and `tiers` of a vendor's interface.
QJsonObject usualEndpoint(const QString &api);
/// The models that tiers stand for in an agent CLI that does not know them itself; empty: it takes its own.
QJsonObject usualTiersOfAgent(const QString &cli);
/// The model that an agent CLI is given for a tier; empty: it takes its own.
QString tierOfAgent(const QString &cli, const QString &tier, const QJsonObject &settings);

/// The address that an http executor with these options calls.
QString baseUrlOf(const QJsonObject &options, const QJsonObject &settings);

/// An endpoint by its address, however that is spelt: whole URLs of requests, a slash at the end, the usual port, capital
/// letters make no other of it.
struct KnownAddress
{
    QString name;         ///< The same for all spellings of one.
    QJsonObject settings; ///< What the settings say of it, under all of its spellings.
};
KnownAddress knownAddress(const QString &baseUrl, const QJsonObject &settings = {});

/// Gives the data of a `worker.usage` without a reported cost one by the prices, where they have the model.
void addCost(QJsonObject &usage, const QString &model, const QJsonObject &settings);

/// Those that the tasks of a plan share, with the limits of the settings.
QList<Governor> governorsOf(const RunPlan &plan, const QJsonObject &settings);

} // namespace baton
