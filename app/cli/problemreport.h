// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/cli/checking.h"

namespace baton {

// What `validate` says about files, in each of its formats.

/// The problems of a file; of one that could not be read, why not.
QList<Problem> problemsOf(const CheckedFile &file);

/// {"files": [{"file", "problems": [...]}], "errors", "warnings"}; with what was fixed and the patch where \a fixes.
QJsonObject jsonReport(const QList<CheckedFile> &files, bool fixes);
/// A SARIF 2.1.0 log, for code scanning: the rules, where each problem is, and its fixes as replacements of text.
QJsonObject sarifReport(const QList<CheckedFile> &files);
/// One workflow command of GitHub Actions a line: `::error file=…,line=…,col=…,title=…::…`
QString githubReport(const QList<CheckedFile> &files);

} // namespace baton
