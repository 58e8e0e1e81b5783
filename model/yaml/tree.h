// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QHash>
#include <QJsonValue>
#include <QList>

#include <optional>
#include <vector>

namespace baton::yaml {

enum class NodeType : quint8 { Scalar, Sequence, Mapping, Alias };

/// How a node is written. Missing: nothing at all, which is null.
enum class Style : quint8 { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Missing, Block, Flow };

/// What a scalar is under the YAML 1.2 core schema (`no`, `on` and `1:30` are text).
enum class ScalarType : quint8 { Null, Bool, Int, Float, Text };

/// One node, in the order of the file: its first child is the next node, its next sibling the one at `next`.
/// The children of a mapping take turns: key, value, key, value.
struct Node
{
    NodeType type = NodeType::Scalar;
    Style style = Style::Plain;
    bool hasProperties = false; ///< A tag or an anchor stands before it.
    qint32 begin = 0;           ///< First byte, quotes and brackets and `|` included, tag and anchor not.
    qint32 end = 0;             ///< One past the last byte; for a block collection, of its last entry.
    qint32 next = 0;            ///< One past the last node below it.
    qint32 extra = -1;          ///< Where its text had to be unescaped: index of it. Of an alias: its target.
};

struct Place
{
    int line = 0;   ///< 1-based.
    int column = 0; ///< 1-based, in characters.
};

/// Finds lines and columns in time that does not grow with the file.
class LineTable
{
public:
    LineTable() = default;
    explicit LineTable(QByteArrayView bytes);

    Place place(QByteArrayView bytes, qsizetype offset) const;

private:
    struct Mark
    {
        qint32 offset;
        qint32 line;
        qint32 column;
    };
    std::vector<Mark> m_marks; ///< Every start of a line, and further ones in long lines.
};

/// A YAML or JSON file as flat nodes with their byte spans, over the bytes as they were. Immutable once built.
class Tree
{
public:
    const QByteArray &bytes() const { return m_bytes; }
    bool isEmpty() const { return m_nodes.empty(); }
    int size() const { return int(m_nodes.size()); }
    const Node &at(int node) const { return m_nodes[size_t(node)]; }
    static constexpr int root = 0;

    /// The node that an alias stands for; any other node itself.
    int resolved(int node) const { return at(node).type == NodeType::Alias ? at(node).extra : node; }
    bool isScalar(int node) const { return at(resolved(node)).type == NodeType::Scalar; }
    bool isMapping(int node) const { return at(resolved(node)).type == NodeType::Mapping; }
    bool isSequence(int node) const { return at(resolved(node)).type == NodeType::Sequence; }

    /// The text of a scalar, unquoted and unescaped. Points into this tree.
    QByteArrayView text(int scalar) const;
    ScalarType scalarType(int scalar) const;
    bool isNull(int node) const { return isScalar(node) && scalarType(resolved(node)) == ScalarType::Null; }
    /// The value of a key in a mapping, -1 when absent.
    int value(int mapping, QByteArrayView key) const;
    /// Items of a sequence, or the keys of a mapping.
    QList<int> children(int collection) const;
    /// Everything below a node as JSON under the core schema.
    QJsonValue toJson(int node) const;

    /// First byte of a node, its tag and anchor included.
    int outerBegin(int node) const;
    /// False where the file uses what patching has to be careful with: anchors, tags, directives, odd keys.
    bool isPlain() const { return m_plain; }
    Place place(qsizetype offset) const { return m_lines.place(m_bytes, offset); }

private:
    friend class TreeBuilder;

    struct Properties
    {
        qint32 begin = 0;
        QByteArray tag;
    };

    QByteArray m_bytes;
    LineTable m_lines;
    std::vector<Node> m_nodes;
    QList<QByteArray> m_texts;
    QHash<int, Properties> m_properties;
    bool m_plain = true;
};

/// What one file may hold. Counted here, on the parser's events: the parser itself has no bound.
struct Limits
{
    qsizetype bytes = 64 * 1024 * 1024;
    int depth = 64;
    qint64 nodes = 5'000'000; ///< Scalars and collections; an alias counts as the nodes it expands to.
};

struct Parsed
{
    Tree tree;            ///< Complete only where there are no errors.
    QList<Error> errors; ///< Encoding, Syntax (the first), DuplicateKey, Limit; with line and column.
};

/// Reads YAML 1.2, and JSON as the YAML it is.
Parsed parse(const QByteArray &bytes, const Limits &limits = {});

/// UTF-8 as it is. QString::fromUtf8() would take a byte order mark at the front for no part of the text.
QString toString(QByteArrayView utf8);

/// The core schema's type of a plain scalar.
ScalarType typeOfPlain(QByteArrayView text);

/// Where the text between nodes ends: the first byte from \a from on that is no white space and in no comment.
qsizetype skipTrivia(QByteArrayView bytes, qsizetype from);

} // namespace baton::yaml
