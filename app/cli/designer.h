// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArray>

namespace baton {

/// `baton-designer`, beside our own executable; empty where it is not installed.
QString designerExecutable();

/// A picture of a workflow, drawn by the designer without a display. \a format is png, svg or pdf.
Result<QByteArray> drawnByDesigner(const QString &file, const QString &format);

} // namespace baton
