// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/fieldtext.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString decimalText(double value)
{
    return QString::number(value, 'g', 12);
}

Error refusal(const QString &sentence)
{
    return Error{.code = ErrorCode::Refused, .message = sentence};
}

} // namespace

QString FieldText::of(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *list = std::get_if<QStringList>(&value))
        return list->join(u'\n');
    if (const auto *list = std::get_if<std::optional<QStringList>>(&value))
        return list->value_or(QStringList()).join(u'\n');
    if (const auto *number = std::get_if<qint64>(&value))
        return grouped(*number);
    if (const auto *number = std::get_if<std::optional<qint64>>(&value))
        return *number ? grouped(**number) : QString();
    if (const auto *number = std::get_if<double>(&value))
        return decimalText(*number);
    if (const auto *number = std::get_if<std::optional<double>>(&value))
        return *number ? decimalText(**number) : QString();
    if (const auto *duration = std::get_if<Duration>(&value))
        return duration->text;
    return {};
}

Result<Value> FieldText::read(const QString &text, const Value &like)
{
    const bool empty = text.trimmed().isEmpty();
    if (std::holds_alternative<QStringList>(like))
        return Value(items(text));
    if (std::holds_alternative<std::optional<QStringList>>(like))
        return Value(std::optional<QStringList>(items(text)));
    if (std::holds_alternative<Duration>(like))
        return Value(Duration{text.trimmed()});
    if (std::holds_alternative<std::optional<qint64>>(like) && empty)
        return Value(std::optional<qint64>());
    if (std::holds_alternative<std::optional<double>>(like) && empty)
        return Value(std::optional<double>());
    if (std::holds_alternative<qint64>(like) || std::holds_alternative<std::optional<qint64>>(like)) {
        const std::optional<qint64> number = readNumber(text);
        if (!number)
            return refusal(tr("Write a whole number, such as 150000 or 150k."));
        return std::holds_alternative<qint64>(like) ? Value(*number) : Value(std::optional<qint64>(number));
    }
    if (std::holds_alternative<double>(like) || std::holds_alternative<std::optional<double>>(like)) {
        const std::optional<double> number = readDecimal(text);
        if (!number)
            return refusal(tr("Write a number, such as 1.5."));
        return std::holds_alternative<double>(like) ? Value(*number) : Value(std::optional<double>(number));
    }
    return Value(text);
}

QString FieldText::grouped(qint64 number)
{
    QString digits = QString::number(number);
    const qsizetype first = number < 0 ? 1 : 0;
    for (qsizetype at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QChar(0x00a0)); // A space that does not break.
    return digits;
}

QString FieldText::shortened(qint64 number)
{
    const auto scaled = [](double value, QChar unit) {
        const int decimals = value < 10 && std::abs(value - std::round(value)) >= 0.05 ? 1 : 0;
        return QString::number(value, 'f', decimals) + QChar(0x00a0) + unit;
    };
    if (number >= 999'500)
        return scaled(double(number) / 1e6, u'M');
    if (number >= 1'000)
        return scaled(double(number) / 1e3, u'k');
    return QString::number(number);
}

std::optional<qint64> FieldText::readNumber(const QString &text)
{
    QString digits;
    for (QChar c : text) {
        if (!c.isSpace())
            digits += c.toLower();
    }
    double unit = 1;
    if (digits.endsWith(u'k'))
        unit = 1e3;
    else if (digits.endsWith(u'm'))
        unit = 1e6;
    bool ok = false;
    if (unit == 1) {
        // No point here: 150.000 is a hundred and fifty thousand to some people and 150 to others.
        const qint64 number = digits.toLongLong(&ok);
        return ok && number >= 0 ? std::optional(number) : std::nullopt;
    }
    digits.chop(1);
    const double number = digits.replace(u',', u'.').toDouble(&ok) * unit;
    return ok && number >= 0 && number < 9e15 ? std::optional(qint64(std::llround(number))) : std::nullopt;
}

std::optional<double> FieldText::readDecimal(const QString &text)
{
    bool ok = false;
    const double number = text.trimmed().replace(u',', u'.').toDouble(&ok);
    return ok && std::isfinite(number) && number >= 0 ? std::optional(number) : std::nullopt;
}

QStringList FieldText::items(const QString &text)
{
    QStringList items;
    for (const QString &line : text.split(u'\n')) {
        if (const QString item = line.trimmed(); !item.isEmpty())
            items += item;
    }
    return items;
}

} // namespace baton
