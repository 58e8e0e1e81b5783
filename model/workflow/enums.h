// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/names.h"

namespace baton {

enum class Profile { Core, Standard };
enum class LaunchMode { Inherit, Auto, Approve }; ///< Inherit: what the workflow's settings say.
enum class WorkspaceMode { Shared, Worktree };
enum class Role { Unset, Planner, Worker, Validator, Integrator, Coordinator };
enum class PhaseKind { Other, Foundation, Planning, Implementation, Validation, Integration, Fix };
enum class TaskKind {
    Unset, ///< Not written: `validate` where the task validates something, else `work`.
    Plan,
    Implement,
    Test,
    Validate,
    Review,
    Document,
    Integrate,
    Decide,
    Coordinate,
    Fix,
    Work,
};
enum class NeedType { Order, Output, Knowledge };
enum class Approval { Auto, Manual };
enum class OnFail { Stop, Retry, FixPhase };
enum class Severity { Off, Info, Warning, Error };
enum class Criterion { Complete, Evidence, Approved, SignedOff };

template <>
struct EnumNames<Profile>
{
    static constexpr std::array values{Named{Profile::Core, "core"}, Named{Profile::Standard, "standard"}};
};
template <>
struct EnumNames<LaunchMode>
{
    static constexpr std::array values{Named{LaunchMode::Auto, "auto"}, Named{LaunchMode::Approve, "approve"}};
};
template <>
struct EnumNames<WorkspaceMode>
{
    static constexpr std::array values{Named{WorkspaceMode::Shared, "shared"},
                                       Named{WorkspaceMode::Worktree, "worktree"}};
};
template <>
struct EnumNames<Role>
{
    static constexpr std::array values{Named{Role::Planner, "planner"}, Named{Role::Worker, "worker"},
                                       Named{Role::Validator, "validator"},
                                       Named{Role::Integrator, "integrator"},
                                       Named{Role::Coordinator, "coordinator"}};
};
template <>
struct EnumNames<PhaseKind>
{
    static constexpr std::array values{
        Named{PhaseKind::Foundation, "foundation"},         Named{PhaseKind::Planning, "planning"},
        Named{PhaseKind::Implementation, "implementation"}, Named{PhaseKind::Validation, "validation"},
        Named{PhaseKind::Integration, "integration"},       Named{PhaseKind::Fix, "fix"},
        Named{PhaseKind::Other, "other"}};
};
template <>
struct EnumNames<TaskKind>
{
    static constexpr std::array values{
        Named{TaskKind::Plan, "plan"},         Named{TaskKind::Implement, "implement"},
        Named{TaskKind::Test, "test"},         Named{TaskKind::Validate, "validate"},
        Named{TaskKind::Review, "review"},     Named{TaskKind::Document, "document"},
        Named{TaskKind::Integrate, "integrate"}, Named{TaskKind::Decide, "decide"},
        Named{TaskKind::Coordinate, "coordinate"}, Named{TaskKind::Fix, "fix"},
        Named{TaskKind::Work, "work"}};
};
template <>
struct EnumNames<NeedType>
{
    static constexpr std::array values{Named{NeedType::Output, "output"},
                                       Named{NeedType::Knowledge, "knowledge"},
                                       Named{NeedType::Order, "order"}};
};
template <>
struct EnumNames<Approval>
{
    static constexpr std::array values{Named{Approval::Auto, "auto"}, Named{Approval::Manual, "manual"}};
};
template <>
struct EnumNames<OnFail>
{
    static constexpr std::array values{Named{OnFail::Stop, "stop"}, Named{OnFail::Retry, "retry"},
                                       Named{OnFail::FixPhase, "fix-phase"}};
};
template <>
struct EnumNames<Severity>
{
    static constexpr std::array values{Named{Severity::Off, "off"}, Named{Severity::Info, "info"},
                                       Named{Severity::Warning, "warning"}, Named{Severity::Error, "error"}};
};
template <>
struct EnumNames<Criterion>
{
    static constexpr std::array values{
        Named{Criterion::Complete, "complete"}, Named{Criterion::Evidence, "evidence"},
        Named{Criterion::Approved, "approved"}, Named{Criterion::SignedOff, "signed-off"}};
};

} // namespace baton
