// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/duration.h"

#include <array>
#include <limits>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct Unit
{
    const char *name;
    qint64 milliseconds;
};

constexpr std::array units{
    Unit{"ms", 1},          Unit{"s", 1000},         Unit{"m", 60'000},         Unit{"h", 3'600'000},
    Unit{"d", 86'400'000},  Unit{"w", 604'800'000},
};

/// Words that people write out in prose.
constexpr std::array longUnits{
    Unit{"second", 1000},     Unit{"seconds", 1000},    Unit{"minute", 60'000}, Unit{"minutes", 60'000},
    Unit{"min", 60'000},      Unit{"hour", 3'600'000},  Unit{"hours", 3'600'000}, Unit{"day", 86'400'000},
    Unit{"days", 86'400'000}, Unit{"week", 604'800'000}, Unit{"weeks", 604'800'000},
};

std::optional<qint64> scaled(QStringView number, qint64 factor)
{
    bool isNumber = false;
    const double amount = number.toDouble(&isNumber);
    // Ten thousand years is a typing error, and would overflow what is added to it.
    if (!isNumber || amount < 0 || amount * double(factor) > 3.2e14)
        return std::nullopt;
    return qRound64(amount * double(factor));
}

qsizetype lengthOfNumber(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size() && ((text[length] >= u'0' && text[length] <= u'9') || text[length] == u'.'))
        ++length;
    return length;
}

template <size_t n>
std::optional<qint64> withUnit(QStringView number, QStringView unit, const std::array<Unit, n> &known)
{
    for (const Unit &candidate : known) {
        if (unit == QLatin1String(candidate.name))
            return scaled(number, candidate.milliseconds);
    }
    return std::nullopt;
}

} // namespace

Duration Duration::fromMilliseconds(qint64 milliseconds)
{
    for (auto unit = units.rbegin(); unit != units.rend(); ++unit) {
        if (milliseconds % unit->milliseconds == 0 && milliseconds != 0)
            return {QString::number(milliseconds / unit->milliseconds) + QLatin1String(unit->name)};
    }
    return {u"0s"_s};
}

std::optional<qint64> Duration::milliseconds() const
{
    const QStringView all = QStringView(text).trimmed();
    const qsizetype length = lengthOfNumber(all);
    if (length == 0)
        return std::nullopt;
    const QStringView unit = all.sliced(length).trimmed();
    if (unit.isEmpty())
        return scaled(all.first(length), 1000);
    return withUnit(all.first(length), unit, units);
}

std::optional<qint64> Duration::upperEnd() const
{
    if (const auto exact = milliseconds())
        return exact;
    QStringView all = QStringView(text).trimmed();
    const qsizetype dash = qMax(all.lastIndexOf(u'-'), all.lastIndexOf(u'\u2013'));
    if (dash >= 0)
        all = all.sliced(dash + 1).trimmed();
    const qsizetype length = lengthOfNumber(all);
    if (length == 0)
        return std::nullopt;
    const QStringView unit = all.sliced(length).trimmed();
    if (const auto shortUnit = withUnit(all.first(length), unit, units))
        return shortUnit;
    return withUnit(all.first(length), unit, longUnits);
}

} // namespace baton
