// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/settingscheck.h"

#include "model/base/duration.h"
#include "model/base/nearest.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>
#include <iterator>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct SettingsCheck
{
    Q_DECLARE_TR_FUNCTIONS(baton::SettingsCheck)
};

enum class Kind : quint8 { Text, Amount, Count, Time, Texts };

struct Known
{
    const char *key;
    Kind kind;
};

constexpr Known ofAll[] = {{"max_cost", Kind::Amount}, {"retries", Kind::Count}, {"max_tokens", Kind::Count},
                           {"retry_delay", Kind::Time}, {"silence", Kind::Time},  {"answer", Kind::Time}};
constexpr Known ofPlaces[] = {{"api", Kind::Text},      {"base_url", Kind::Text},           {"key", Kind::Text},
                              {"tiers", Kind::Texts},   {"in_flight", Kind::Count},         {"tokens_per_minute", Kind::Count}};
constexpr Known ofPrices[] = {{"input", Kind::Amount}, {"output", Kind::Amount}, {"cache_read", Kind::Amount}, {"cache_write", Kind::Amount}};

bool isNumber(const QJsonValue &value, double most)
{
    return value.isDouble() && value.toDouble() >= 0 && value.toDouble() < most;
}

bool isTime(const QJsonValue &value)
{
    if (!value.isString() && !value.isDouble())
        return false;
    const std::optional<qint64> time = Duration{value.isString() ? value.toString() : value.toVariant().toString()}.milliseconds();
    return time && *time > 0;
}

/// The value as it stands there, or the beginning of it.
QString shown(const QJsonValue &value)
{
    const QString text = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    constexpr qsizetype longest = 40;
    const QString inner = text.sliced(1, text.size() - 2);
    return inner.size() <= longest ? inner : inner.first(longest) + u'…';
}

QString problemOf(const QString &place, const QJsonValue &value, Kind kind);

/// Of each entry of an object.
template<typename Check>
QString problemInEach(const QString &place, const QJsonValue &value, const Check &check)
{
    if (!value.isObject())
        return SettingsCheck::tr("`%1` must be an object, not %2.").arg(place, shown(value));
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (const QString problem = check(place + u'.' + entry.key(), entry.value()); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString problemOf(const QString &place, const QJsonValue &value, Kind kind)
{
    constexpr double most = 1e9;      // dollars
    constexpr double mostCount = 1e15;
    switch (kind) {
    case Kind::Text:
        return value.isString() ? QString() : SettingsCheck::tr("`%1` must be a text in quotes, not %2.").arg(place, shown(value));
    case Kind::Amount:
        return isNumber(value, most) ? QString() : SettingsCheck::tr("`%1` must be a number of dollars without quotes, not %2.").arg(place, shown(value));
    case Kind::Count:
        if (isNumber(value, mostCount) && std::floor(value.toDouble()) == value.toDouble())
            return {};
        return SettingsCheck::tr("`%1` must be a whole number without quotes, not %2.").arg(place, shown(value));
    case Kind::Time:
        return isTime(value) ? QString() : SettingsCheck::tr("`%1` must be a time such as \"30s\", not %2.").arg(place, shown(value));
    case Kind::Texts:
        return problemInEach(place, value, [](const QString &inner, const QJsonValue &text) { return problemOf(inner, text, Kind::Text); });
    }
    return {};
}

/// Keys of a later Baton are left alone, but one that was mistyped would be a limit that nobody keeps. \a others are known too.
template<size_t count>
QString misspelling(const QString &place, const QJsonObject &object, const Known (&known)[count], const QStringList &others = {})
{
    QStringList names = others;
    for (const Known &entry : known)
        names += QLatin1StringView(entry.key);
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (const QString meant = names.contains(entry.key()) ? QString() : nearest(entry.key(), names); !meant.isEmpty())
            return SettingsCheck::tr("`%1` is no setting; was `%2` meant?").arg(place + entry.key(), place + meant);
    }
    return {};
}

template<size_t count>
QString problemAmong(const QString &place, const QJsonObject &object, const Known (&known)[count])
{
    for (const Known &entry : known) {
        const auto found = object.constFind(QLatin1StringView(entry.key));
        if (found == object.constEnd())
            continue;
        if (const QString problem = problemOf(place + found.key(), found.value(), entry.kind); !problem.isEmpty())
            return problem;
    }
    return {};
}

QString problemOfPlace(const QString &place, const QJsonValue &value)
{
    if (!value.isObject())
        return SettingsCheck::tr("`%1` must be an object, not %2.").arg(place, shown(value));
    const QString problem = problemAmong(place + u'.', value.toObject(), ofPlaces);
    return problem.isEmpty() ? misspelling(place + u'.', value.toObject(), ofPlaces) : problem;
}

QString problemOfPrices(const QString &place, const QJsonValue &value)
{
    if (!value.isObject())
        return SettingsCheck::tr("`%1` must be an object, not %2.").arg(place, shown(value));
    const QJsonObject prices = value.toObject();
    if (const QString problem = problemAmong(place + u'.', prices, ofPrices); !problem.isEmpty())
        return problem;
    if (const QString problem = misspelling(place + u'.', prices, ofPrices); !problem.isEmpty())
        return problem;
    const bool hasOne = prices.isEmpty() || std::any_of(std::begin(ofPrices), std::end(ofPrices), [&](const Known &price) { return prices.contains(QLatin1StringView(price.key)); });
    return hasOne ? QString() : SettingsCheck::tr("`%1` must name a price for a million tokens: `input`, `output`, `cache_read` or `cache_write`.").arg(place);
}

} // namespace

QString problemInSettings(const QJsonObject &settings)
{
    if (const QString problem = problemAmong({}, settings, ofAll); !problem.isEmpty())
        return problem;
    for (auto entry = settings.begin(); entry != settings.end(); ++entry) {
        QString problem;
        if (entry.key() == "prices"_L1)
            problem = problemInEach(entry.key(), entry.value(), problemOfPrices);
        else if (entry.key() == "openai"_L1 || entry.key() == "anthropic"_L1 || entry.key().startsWith("http"_L1, Qt::CaseInsensitive))
            problem = problemOfPlace(entry.key(), entry.value());
        else if (entry.key() == "agents"_L1)
            problem = problemInEach(entry.key(), entry.value(), problemOfPlace);
        if (!problem.isEmpty())
            return problem;
    }
    return misspelling({}, settings, ofAll, {u"prices"_s, u"agents"_s, u"openai"_s, u"anthropic"_s});
}

} // namespace baton
