// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/style/contrast.h"

#include <algorithm>
#include <cmath>

namespace baton {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &text, const QColor &ground)
{
    const double a = luminance(text);
    const double b = luminance(ground);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor &over, const QColor &ground, double share)
{
    const auto mix = [share](int a, int b) { return int(std::lround(a * share + b * (1 - share))); };
    return QColor(mix(over.red(), ground.red()), mix(over.green(), ground.green()), mix(over.blue(), ground.blue()));
}

QColor readable(const QColor &text, const QColor &ground, double ratio)
{
    // Towards whichever end is further from the ground; a mid grey can be read in either direction.
    const QColor end = contrast(Qt::black, ground) > contrast(Qt::white, ground) ? QColor(Qt::black) : QColor(Qt::white);
    constexpr int steps = 50;
    for (int step = 0; step <= steps; ++step) {
        const QColor candidate = mixed(end, text, double(step) / steps);
        if (contrast(candidate, ground) >= ratio)
            return candidate;
    }
    return end;
}

} // namespace baton
