// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>

namespace baton::bench {

/// One measured figure. Times are milliseconds of wall clock.
struct Row
{
    QString name;
    double medianMs = 0;
    double p95Ms = 0;
    int runs = 0;
    QJsonObject extra = {}; ///< Further figures of the same row: crossings, ratios.
};

/// Times \a work \a runs times after one run that warms caches up; \a prepare runs before each, untimed.
Row measure(const QString &name, int runs, const std::function<void()> &work,
            const std::function<void()> &prepare = {});

/// A row from times taken elsewhere.
Row rowOf(const QString &name, QList<double> milliseconds);

/// A group of rows: `open`, `validate`, `canvas`, `layout`, `order`, `run`, `scrub`.
struct Group
{
    QString name;
    std::function<QList<Row>()> run;
};

QList<Row> canvasRows();
QList<Row> layoutRows();
QList<Row> openRows();
QList<Row> validateRows();
QList<Row> orderRows();
QList<Row> runRows();
QList<Row> dispatchRows();
QList<Row> scrubRows();

} // namespace baton::bench
