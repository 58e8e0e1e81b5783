// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLatin1String>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <utility>

namespace baton {

/// The written names of an enum: specialise with `static constexpr std::array values{Named{E::a, "a"}, ...};`.
/// One table serves the reader, the writer, the schema's test and the choices in the inspector.
template <class E>
struct EnumNames;

template <class E>
struct Named
{
    E value;
    const char *name;
};

template <class E>
Named(E, const char *) -> Named<E>;

/// The written name; empty for a value without one ("not set").
template <class E>
QString nameOf(E value)
{
    for (const auto &named : EnumNames<E>::values) {
        if (named.value == value)
            return QString::fromLatin1(named.name);
    }
    return {};
}

template <class E>
std::optional<E> valueOf(QStringView name)
{
    for (const auto &named : EnumNames<E>::values) {
        if (name == QLatin1String(named.name))
            return named.value;
    }
    return std::nullopt;
}

/// All written names, in the order of the format's page.
template <class E>
QStringList namesOf()
{
    QStringList names;
    for (const auto &named : EnumNames<E>::values)
        names += QString::fromLatin1(named.name);
    return names;
}

} // namespace baton
