// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtGlobal>

/// From where on the anti-patterns are ones. The only place; the help shows them.
namespace baton::thresholds {

inline constexpr int chainTasks = 4;       ///< sequential-everything: the smallest plan it speaks of,
inline constexpr double chainShare = 0.75; ///< how many of the tasks are on one chain,
inline constexpr double idleShare = 0.5;   ///< and how many of its links pass nothing.
inline constexpr int soloTasks = 4;        ///< single-agent: the smallest plan it speaks of.
inline constexpr int tinyTasks = 4;        ///< over-orchestration: so many in a row,
inline constexpr qint64 tinyTokens = 5000; ///< each of at most so many tokens,
inline constexpr double tinyShare = 0.05;  ///< or of this share of the median.
inline constexpr int wideUnlimited = 8;    ///< launch-everything: a wave wider than this without a limit,
inline constexpr int wideLimited = 16;     ///< or wider than this with a limit above it.
inline constexpr int bottleneck = 8;       ///< coordinator-bottleneck: needs so many, and so many wait for it.

} // namespace baton::thresholds
