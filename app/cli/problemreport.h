// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/checking.h"

namespace baton {

// What `validate` says about files, in each of its formats.

/// {"files": [{"file", "problems": [...]}], "errors", "warnings"}
QJsonObject jsonReport(const QList<CheckedFile> &files);
/// A SARIF 2.1.0 log, for code scanning.
QJsonObject sarifReport(const QList<CheckedFile> &files);
/// One workflow command of GitHub Actions a line: `::error file=…,line=…,col=…,title=…::…`
QString githubReport(const QList<CheckedFile> &files);

} // namespace baton
