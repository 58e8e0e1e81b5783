// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/advice/figures.h"
#include "model/workflow/problem.h"

namespace baton {

/// An anti-pattern in a plan, with the edit that would put it right.
struct Advice
{
    QString rule;    ///< Of the finding: `sequential-everything`...
    QString finding; ///< The problem's sentence.
    QList<NodeKey> subjects;
    QString title; ///< Translated: what the edit does.
    Edit edit;
};

/// One advice with what the plan comes to now and after it.
struct AdviceFigures
{
    Advice advice;
    ComparedFigures figures;
};

/// Advice for those of \a problems that are anti-patterns, at most twelve. \a contents are what they were found in.
QList<Advice> adviceFor(const Contents &contents, const QList<Problem> &problems);

/// The same with figures; the plan as it is runs once. Takes a while for a large plan: \a isCancelled is asked between
/// runs, and what is there by then is returned.
QList<AdviceFigures> adviceWithFigures(const Contents &contents, const QList<Problem> &problems,
                                       const std::function<bool()> &isCancelled = {}, const Calibration &calibration = {});

} // namespace baton
