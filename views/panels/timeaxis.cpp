// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/timeaxis.h"

#include <array>

namespace baton {

qint64 TimeAxis::roundTime(qint64 atLeast)
{
    static constexpr std::array<qint64, 28> steps{
        100,        200,        500,        1'000,       2'000,       5'000,       10'000,
        15'000,     30'000,     60'000,     120'000,     300'000,     600'000,     900'000,
        1'200'000,  1'800'000,  2'700'000,  3'600'000,   5'400'000,   7'200'000,   14'400'000,
        21'600'000, 43'200'000, 86'400'000, 172'800'000, 432'000'000, 864'000'000, 2'592'000'000};
    for (qint64 step : steps) {
        if (step >= atLeast)
            return step;
    }
    return (atLeast / steps.back() + 1) * steps.back();
}

QString TimeAxis::text(qint64 time, qint64 step)
{
    if (step < 1'000)
        return tr("%1 s", "seconds").arg(double(time) / 1000, 0, 'f', 1);
    if (step < 60'000)
        return tr("%1 s", "seconds").arg(time / 1000);
    if (step < 3'600'000)
        return tr("%1 min", "minutes").arg(time / 60'000);
    return tr("%1 h", "hours").arg(double(time) / 3'600'000, 0, 'g', 4);
}

} // namespace baton
