// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

class QString;
class QWidget;

namespace baton {

/// Whether the run in this folder has its report: it is written when the run comes to an end or to a rest.
bool hasReport(const QString &runDir);

/// Shows the report of a run, and says where it is as a web page. What a folder says is hostile: nothing that the text
/// names is loaded, and no link is followed.
Result<void> showReport(const QString &runDir, QWidget *parent);

} // namespace baton
