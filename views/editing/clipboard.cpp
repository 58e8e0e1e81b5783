// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/editing/clipboard.h"

#include "model/storage/reader.h"
#include "model/storage/writer.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>

namespace baton {

void copyToClipboard(Document &document)
{
    const Contents part = selectionOf(document.workflow().contents(), document.selection().keys().values());
    QGuiApplication::clipboard()->setText(QString::fromUtf8(writeWorkflow(part, nullptr, FileKind::Yaml)));
}

Result<void> pasteFromClipboard(Document &document)
{
    const Loaded loaded = readWorkflow(QGuiApplication::clipboard()->text().toUtf8(), FileKind::Yaml);
    if (!loaded.readable || loaded.contents.tasks.size() + loaded.contents.gates.size() +
                                    loaded.contents.phases.size() + loaded.contents.personas.size() +
                                    loaded.contents.notes.size() ==
                                0)
        return Error{ErrorCode::Refused,
                     QCoreApplication::translate("baton::Clipboard",
                                                 "The clipboard holds no part of a workflow. Copy tasks first.")};
    const Pasting pasted = pasting(document.workflow(), loaded.contents);
    document.push(QCoreApplication::translate("baton::Clipboard", "Paste %n item(s)", nullptr, int(pasted.keys.size())),
                  pasted.edit);
    document.selection().set(QSet<NodeKey>(pasted.keys.cbegin(), pasted.keys.cend()));
    return {};
}

} // namespace baton
