// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/workflow/fields.h"

#include <QCoreApplication>

namespace baton {

/// How values of fields are written and typed by people in the inspector.
class FieldText
{
    Q_DECLARE_TR_FUNCTIONS(baton::FieldText)

public:
    /// One line for numbers, durations and texts; lists have one line an item.
    static QString of(const Value &value);
    /// The same back: \a like tells the type. Refused with a sentence that shows what would do.
    static Result<Value> read(const QString &text, const Value &like);

    /// `150 000`
    static QString grouped(qint64 number);
    /// `150 k`, `1.5 M`: for chips and totals.
    static QString shortened(qint64 number);
    /// `150 000`, `150k`, `1.5M`; not negative.
    static std::optional<qint64> readNumber(const QString &text);
    static std::optional<double> readDecimal(const QString &text);
    /// Items of a text with one line an item; blank lines are none.
    static QStringList items(const QString &text);
};

} // namespace baton
