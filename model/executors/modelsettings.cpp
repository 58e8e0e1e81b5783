// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/modelsettings.h"

#include "model/executors/settingscheck.h"
#include "model/run/runplan.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct ModelSettings
{
    Q_DECLARE_TR_FUNCTIONS(baton::ModelSettings)
};

constexpr qint64 largestSettings = 1024 * 1024;

QJsonObject tiers(const QString &haiku, const QString &sonnet, const QString &opus)
{
    return {{u"haiku"_s, haiku}, {u"sonnet"_s, sonnet}, {u"opus"_s, opus}};
}

qint64 limitIn(const QJsonObject &place, QLatin1StringView key)
{
    const double number = place.value(key).toDouble(0);
    return number >= 1 && number < 1e15 ? qint64(number) : 0;
}

QString hostOf(const QString &url)
{
    const QUrl address(url);
    return address.port() < 0 ? address.host() : u"%1:%2"_s.arg(address.host()).arg(address.port());
}

} // namespace

QString modelSettingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/baton/models.json"_s;
}

Result<QJsonObject> readModelSettings()
{
    QFile file(modelSettingsFile());
    if (!file.exists())
        return QJsonObject();
    QJsonParseError error;
    const QJsonDocument document = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(largestSettings), &error) : QJsonDocument();
    if (!document.isObject())
        return Error{ErrorCode::Syntax, ModelSettings::tr("%1 could not be read as JSON. Correct it, or remove it.").arg(file.fileName()), error.errorString()};
    if (const QString problem = problemInSettings(document.object()); !problem.isEmpty())
        return Error{ErrorCode::Syntax, ModelSettings::tr("%1 is not understood: %2 Correct it.").arg(file.fileName(), problem)};
    return document.object();
}

Result<void> writeModelSettings(const QJsonObject &settings)
{
    QDir().mkpath(QFileInfo(modelSettingsFile()).path());
    QSaveFile file(modelSettingsFile());
    const QByteArray bytes = QJsonDocument(settings).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{ErrorCode::Unreadable, ModelSettings::tr("%1 could not be written: %2.").arg(file.fileName(), file.errorString())};
    return {};
}

QStringList modelTiers()
{
    return {u"haiku"_s, u"sonnet"_s, u"opus"_s};
}

bool isModelTier(const QString &model)
{
    return modelTiers().contains(model);
}

QJsonObject usualEndpoint(const QString &api)
{
    if (api == "anthropic"_L1) {
        return {{u"base_url"_s, u"https://api.anthropic.com"_s},
                {u"key"_s, u"ANTHROPIC_API_KEY"_s},
                {u"tiers"_s, tiers(u"claude-haiku-4-5"_s, u"claude-sonnet-4-5"_s, u"claude-opus-4-5"_s)}};
    }
    return {{u"base_url"_s, u"https://api.openai.com/v1"_s},
            {u"key"_s, u"OPENAI_API_KEY"_s},
            {u"tiers"_s, tiers(u"gpt-5-nano"_s, u"gpt-5-mini"_s, u"gpt-5"_s)}};
}

QJsonObject usualTiersOfAgent(const QString &cli)
{
    if (cli == "gemini"_L1)
        return tiers(u"gemini-2.5-flash-lite"_s, u"gemini-2.5-flash"_s, u"gemini-2.5-pro"_s);
    return {};
}

QString tierOfAgent(const QString &cli, const QString &tier, const QJsonObject &settings)
{
    const QString chosen = settings["agents"_L1][cli]["tiers"_L1][tier].toString();
    return chosen.isEmpty() ? usualTiersOfAgent(cli)[tier].toString() : chosen;
}

QString baseUrlOf(const QJsonObject &options, const QJsonObject &settings)
{
    const QString api = options["api"_L1].toString(u"openai"_s);
    for (const QString &url : {options["base_url"_L1].toString(), settings[api]["base_url"_L1].toString()}) {
        if (!url.isEmpty())
            return url;
    }
    return usualEndpoint(api)["base_url"_L1].toString();
}

/// \a drops /v1 too, which Baton adds for one API and servers have or have not for the other.
static QString plainAddress(const QString &address, bool drops)
{
    QUrl url = QUrl(address).adjusted(QUrl::NormalizePathSegments | QUrl::RemoveFragment); // has small letters by itself
    if (!url.isValid() || url.host().isEmpty())
        return address;
    if (url.port() == (url.scheme() == "https"_L1 ? 443 : 80))
        url.setPort(-1);
    QString path = url.path();
    const auto drop = [&path](QLatin1StringView end) {
        while (path.endsWith('/'_L1))
            path.chop(1);
        if (path.endsWith(end))
            path.chop(end.size());
    };
    drop("/chat/completions"_L1);
    drop("/messages"_L1);
    drop(drops ? "/v1"_L1 : QLatin1StringView());
    url.setPath(path);
    return url.toString();
}

KnownAddress knownAddress(const QString &baseUrl, const QJsonObject &settings)
{
    for (const bool drops : {false, true}) {
        const QString plain = plainAddress(baseUrl, drops);
        QString name = plain;
        QJsonObject all = settings[baseUrl].toObject();
        bool isKnown = settings.contains(baseUrl);
        for (auto entry = settings.begin(); entry != settings.end(); ++entry) {
            if (!entry.key().startsWith("http"_L1, Qt::CaseInsensitive) || plainAddress(entry.key(), drops) != plain)
                continue;
            name = plainAddress(entry.key(), false);
            isKnown = true;
            const QJsonObject more = entry.value().toObject();
            for (auto value = more.begin(); value != more.end(); ++value) {
                if (!all.contains(value.key()))
                    all.insert(value.key(), value.value());
            }
        }
        if (isKnown || drops)
            return {name, all};
    }
    return {};
}

void addCost(QJsonObject &usage, const QString &model, const QJsonObject &settings)
{
    const QJsonObject price = settings["prices"_L1][model].toObject();
    if (price.isEmpty() || usage.contains("cost_usd"_L1))
        return;
    const auto part = [&](QLatin1StringView tokens, QLatin1StringView kind, double usual) {
        const double each = price.value(kind).toDouble(usual);
        return each > 0 && each < 1e9 ? usage.value(tokens).toDouble(0) * each / 1e6 : 0;
    };
    const double input = price["input"_L1].toDouble(0);
    const double output = price["output"_L1].toDouble(0);
    const double cost = part("input_tokens"_L1, "input"_L1, 0) + part("output_tokens"_L1, "output"_L1, 0)
                        + part("reasoning_tokens"_L1, "output"_L1, output)
                        + part("cache_read_tokens"_L1, "cache_read"_L1, input)
                        + part("cache_write_tokens"_L1, "cache_write"_L1, input);
    usage.insert(u"cost_usd"_s, cost);
    usage.insert(u"cost_from"_s, u"prices"_s);
}

QList<Governor> governorsOf(const RunPlan &plan, const QJsonObject &settings)
{
    QList<Governor> governors;
    QHash<QString, int> byPlace;
    QSet<QString> known;
    for (const PlanTask &task : plan.tasks) {
        const QString call = callOf(task.executor);
        if (call.isEmpty() || known.contains(call))
            continue;
        known.insert(call);
        const QJsonObject options = task.executor.options;
        const bool isAgent = task.executor.type == "agent"_L1;
        const KnownAddress address = isAgent ? KnownAddress{call, {}} : knownAddress(baseUrlOf(options, settings), settings);
        const QString &place = address.name;
        if (const auto found = byPlace.constFind(place); found != byPlace.constEnd()) {
            governors[*found].calls += call;
            continue;
        }
        byPlace.insert(place, int(governors.size()));
        const QString cli = options["cli"_L1].toString();
        const QString api = options["api"_L1].toString(u"openai"_s);
        const bool isOwn = place == knownAddress(baseUrlOf({{u"api"_s, api}}, settings), settings).name;
        QJsonObject limits = isAgent ? settings["agents"_L1][cli].toObject() : address.settings;
        if (!isAgent && isOwn && !limits.contains("in_flight"_L1) && !limits.contains("tokens_per_minute"_L1))
            limits = settings[api].toObject();
        governors.append({isAgent ? cli : hostOf(place), {call}, limitIn(limits, "in_flight"_L1), limitIn(limits, "tokens_per_minute"_L1)});
    }
    return governors;
}

} // namespace baton
