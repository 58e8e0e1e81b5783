// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/contents.h"
#include "model/workflow/fields.h"
#include "model/yaml/tree.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <optional>
#include <vector>

namespace baton {

enum class FileKind { Yaml, Json };

/// Json for names that end in `.json`, else Yaml.
FileKind fileKindOf(const QString &path);

/// Where something stands in a file. Lines and columns count from 1; 0 where it stands nowhere.
struct FilePlace
{
    int line = 0;
    int column = 0;
    QString path; ///< `tasks[3].needs[0]`

    bool operator==(const FilePlace &) const = default;
};

/// A workflow's text together with what was read from it: which node of the tree each part of the plan came from.
/// Immutable; what a save patches and a problem's place is looked up in.
class SourceFile
{
public:
    /// Where a node of the plan stands: its mapping in the tree, and its position in the list of its kind.
    struct Origin
    {
        int node = -1; ///< -1: not in the file.
        int position = -1;
    };
    /// By NodeKind, then by NodeKey::number().
    using Origins = std::array<std::vector<Origin>, 8>;

    SourceFile(FileKind kind, yaml::Tree tree, Contents contents, Origins origins);

    FileKind kind() const { return m_kind; }
    const QByteArray &bytes() const { return m_tree.bytes(); }
    const yaml::Tree &tree() const { return m_tree; }
    const Contents &contents() const { return m_contents; }
    Origin originOf(NodeKey key) const;

private:
    FileKind m_kind;
    yaml::Tree m_tree;
    Contents m_contents;
    Origins m_origins;
};

/// Where a node, one of its fields, or an item of a field's list stands. What is not written is found at what would
/// hold it: a missing field at its node. Line 0 for a node that is not in the file.
FilePlace locate(const SourceFile &source, NodeKey key, std::optional<Field> field = {}, int item = -1);

/// `tasks[3].needs[0]` for a node of the tree; empty for the root. \a from is a node above it whose path is known.
QString pathOf(const yaml::Tree &tree, int node, int from = yaml::Tree::root, const QString &fromPath = {});

/// The key of a node in the file's `layout`: `ID`, `@PERSONA`, `phase:ID`, `note:ID`.
QString layoutKey(NodeKind kind, const QString &id);

} // namespace baton
