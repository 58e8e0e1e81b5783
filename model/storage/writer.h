// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/storage/reader.h"

namespace baton {

/// The file that says \a now, edited in place: what was not edited keeps its bytes, its comments and blank lines too.
/// Nothing where it is written in a way that can only be written anew.
std::optional<QByteArray> patchWorkflow(const Contents &now, const SourceFile &base);

/// The file that says \a now. With the text it was read from as \a base, what was not edited keeps its bytes, its
/// comments and blank lines too; with a base of the other kind its unknown keys are carried along; without one, the
/// canonical form.
QByteArray writeWorkflow(const Contents &now, const SourceFile *base, FileKind kind);

/// The canonical form of a file: keys in the order of the format, short forms, no needless quotes; comments stay.
QByteArray formatWorkflow(const SourceFile &source);

} // namespace baton
