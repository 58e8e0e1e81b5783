// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// Where runs meet files of workflows: everything else here takes contents that somebody has read.

#include "model/run/loadplan.h"

#include "model/run/runner.h"
#include "model/run/runrecord.h"
#include "model/storage/reader.h"

namespace baton {

namespace {

/// The contents of bytes that are a readable workflow without a wrong value; the first mistake otherwise.
Result<Contents> contentsOf(const QByteArray &bytes, const QString &path)
{
    const Loaded loaded = readWorkflow(bytes, fileKindOf(path));
    for (const Problem &problem : loaded.problems) {
        if (problem.severity != Severity::Error)
            continue;
        const ErrorCode code = loaded.readable ? ErrorCode::Refused : ErrorCode::Syntax;
        return Error{code, problem.message, problem.path, path, problem.line, problem.column};
    }
    return loaded.contents;
}

} // namespace

Result<RunPlan> loadPlan(const RunFolder &folder)
{
    const Result<QByteArray> bytes = readFileBytes(folder.planPath());
    if (!bytes)
        return bytes.error();
    const Result<Contents> contents = contentsOf(*bytes, folder.planPath());
    return contents ? compile(*contents) : Result<RunPlan>(contents.error());
}

Result<std::unique_ptr<Runner>> Runner::create(const QString &file, const RunOptions &options)
{
    const Result<QByteArray> bytes = readFileBytes(file);
    if (!bytes)
        return bytes.error();
    const Result<Contents> contents = contentsOf(*bytes, file);
    if (!contents)
        return contents.error();
    return create(*contents, *bytes, file, options);
}

Result<std::unique_ptr<Runner>> Runner::resume(const QString &runDir, const RunOptions &options)
{
    const RunFolder folder(runDir);
    if (!folder.exists())
        return Error{ErrorCode::NotFound, tr("%1 holds no run. Name a folder below .baton/runs.").arg(runDir), {}, runDir};
    Result<RunPlan> plan = loadPlan(folder);
    if (!plan)
        return plan.error();
    return resume(runDir, std::move(*plan), options);
}

Result<std::unique_ptr<RunRecord>> RunRecord::open(const QString &runDir)
{
    const RunFolder folder(runDir);
    if (!folder.exists())
        return Error{ErrorCode::NotFound, tr("%1 holds no run. Name a folder below .baton/runs.").arg(runDir), {}, runDir};
    Result<RunPlan> plan = loadPlan(folder);
    if (!plan)
        return plan.error();
    return open(runDir, std::move(*plan));
}

} // namespace baton
