// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/conversion.h"

#include "model/storage/writer.h"

namespace baton {

QByteArray converted(const Loaded &loaded, FileKind kind, const QString &path, Console &console)
{
    if (loaded.source->kind() == kind)
        return loaded.source->bytes();
    const bool mayHaveComments = kind == FileKind::Json && loaded.source->bytes().contains('#');
    if (mayHaveComments)
        console.err() << Cli::tr("JSON has no comments: those of %1, if it has any, are left out.").arg(path) << Qt::endl;
    return writeWorkflow(loaded.contents, loaded.source.get(), kind);
}

} // namespace baton
