// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QCoreApplication>
#include <QJsonValue>
#include <QList>

namespace baton {

/// One option of an executor type, as format.md lists them.
struct OptionSpec
{
    enum class Shape { Line, Text, Number, Lines, Pairs, Choice };

    const char *key;
    Shape shape;
    QString label;
    QString hint = {};
    QStringList choices = {};
};

class ExecutorOptions
{
    Q_DECLARE_TR_FUNCTIONS(baton::ExecutorOptions)

public:
    static QStringList types();
    /// Empty for a type that is not known.
    static QList<OptionSpec> of(const QString &type);

    static QString textOf(const QJsonValue &value);
    /// Undefined where the text is empty: the option goes.
    static QJsonValue read(const QString &text, OptionSpec::Shape shape);
};

} // namespace baton
