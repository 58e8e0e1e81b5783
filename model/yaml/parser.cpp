// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/yaml/check.h"
#include "model/yaml/tree.h"

#include <QCoreApplication>

#include <libfyaml.h>

#include <algorithm>
#include <cstring>
#include <memory>

using namespace Qt::StringLiterals;

namespace baton::yaml {

namespace {

struct Yaml
{
    Q_DECLARE_TR_FUNCTIONS(Yaml)
};

struct ParserDeleter
{
    void operator()(fy_parser *parser) const { fy_parser_destroy(parser); }
};
struct DiagDeleter
{
    void operator()(fy_diag *diag) const { fy_diag_destroy(diag); }
};

Style styleOf(fy_token *value)
{
    switch (fy_token_scalar_style(value)) {
    case FYSS_SINGLE_QUOTED:
        return Style::SingleQuoted;
    case FYSS_DOUBLE_QUOTED:
        return Style::DoubleQuoted;
    case FYSS_LITERAL:
        return Style::Literal;
    case FYSS_FOLDED:
        return Style::Folded;
    case FYSS_PLAIN:
    case FYSS_ANY:
    case FYSS_MAX:
        break;
    }
    return Style::Plain;
}

QByteArray textOf(fy_token *token)
{
    size_t length = 0;
    const char *text = token ? fy_token_get_text(token, &length) : nullptr;
    return text ? QByteArray(text, qsizetype(length)) : QByteArray();
}

qint32 beginOf(fy_token *token)
{
    const fy_mark *mark = fy_token_start_mark(token);
    return mark ? qint32(mark->input_pos) : 0;
}

qint32 endOf(fy_token *token)
{
    const fy_mark *mark = fy_token_end_mark(token);
    return mark ? qint32(mark->input_pos) : 0;
}

quint32 hashOf(QByteArrayView text)
{
    quint32 hash = 2166136261u;
    for (const char c : text)
        hash = (hash ^ uchar(c)) * 16777619u;
    return hash;
}

} // namespace

/// Takes the parser's events and builds the flat nodes; counts what they stand for and stops at a limit.
class TreeBuilder
{
public:
    TreeBuilder(const QByteArray &bytes, const Limits &limits) : m_limits(limits)
    {
        m_tree.m_bytes = bytes;
        m_tree.m_lines = LineTable(bytes);
        m_tree.m_nodes.reserve(size_t(bytes.size() / 9));
        m_cursor = bytes.startsWith("\xef\xbb\xbf") ? 3 : 0;
    }

    bool hasStopped() const { return m_stopped; }

    void fail(ErrorCode code, qsizetype offset, const QString &message)
    {
        m_errors += errorAt(code, m_tree.place(offset), message);
        m_stopped = true;
    }
    /// An error of the parser, which does not always say where.
    void fail(Error error)
    {
        if (error.line < 1) {
            const Place here = m_tree.place(skipTrivia(m_tree.m_bytes, m_cursor));
            error.line = here.line;
            error.column = here.column;
        }
        m_errors += error;
        m_stopped = true;
    }

    void document(bool isImplicit)
    {
        if (m_documents++ > 0)
            return fail(ErrorCode::Syntax, skipTrivia(m_tree.m_bytes, m_cursor),
                        Yaml::tr("A second document begins here. A workflow file holds one: take out the “---”."));
        m_tree.m_plain = m_tree.m_plain && isImplicit;
    }

    void scalar(const fy_event_scalar_data &event)
    {
        const Started started = start(NodeType::Scalar, event.anchor, event.tag);
        Node &node = m_tree.m_nodes[size_t(started.node)];
        if (!event.value || !fy_token_start_mark(event.value)) {
            node.style = Style::Missing;
            node.begin = node.end = m_cursor = node.hasProperties ? m_cursor : missingPlace(started.isKey);
        } else {
            node.style = styleOf(event.value);
            takeSpan(node, event.value);
        }
        if (m_count > m_limits.nodes)
            failAtCount(node.begin);
        complete(started, 1, 0);
    }

    void alias(fy_token *anchor)
    {
        m_tree.m_plain = false;
        const Started started = start(NodeType::Alias, nullptr, nullptr);
        Node &node = m_tree.m_nodes[size_t(started.node)];
        node.begin = beginOf(anchor) - 1; // the token leaves the star out
        node.end = m_cursor = endOf(anchor);
        const auto target = m_anchors.constFind(textOf(anchor));
        if (target == m_anchors.constEnd())
            return fail(ErrorCode::Syntax, node.begin, Yaml::tr("No anchor of this name comes before this alias."));
        if (target->height < 0)
            return fail(ErrorCode::Limit, node.begin, Yaml::tr("This alias stands inside what it repeats, which would never end."));
        node.extra = target->node;
        m_count += target->count - 1;
        if (m_count > m_limits.nodes)
            failAtCount(node.begin);
        else if (qsizetype(m_open.size()) + target->height > m_limits.depth)
            failAtDepth(node.begin);
        complete(started, target->count, target->height);
    }

    void collection(NodeType type, fy_token *token, bool isFlow, fy_token *anchor, fy_token *tag)
    {
        const qint64 countBefore = m_count;
        const Started started = start(type, anchor, tag);
        Node &node = m_tree.m_nodes[size_t(started.node)];
        node.begin = token ? beginOf(token) : m_cursor;
        const char first = node.begin < m_tree.m_bytes.size() ? m_tree.m_bytes[node.begin] : '\0';
        // `[a: b]` makes a mapping without braces; it is written like a block one.
        const bool hasBrackets = isFlow && (first == '[' || first == '{');
        node.style = hasBrackets ? Style::Flow : Style::Block;
        if (hasBrackets)
            m_cursor = node.begin + 1;
        else if (isFlow)
            m_tree.m_plain = false;
        m_open.push_back({started, qint32(m_keys.size()), countBefore, 1, false});
        if (qsizetype(m_open.size()) > m_limits.depth)
            failAtDepth(node.begin);
        else if (m_count > m_limits.nodes)
            failAtCount(node.begin);
    }

    void collectionEnd(fy_token *token)
    {
        const Open open = m_open.back();
        m_open.pop_back();
        Node &node = m_tree.m_nodes[size_t(open.started.node)];
        const bool hasChildren = size_t(open.started.node) + 1 < m_tree.m_nodes.size();
        if (node.style == Style::Flow)
            m_cursor = token ? endOf(token) : m_cursor + 1;
        else if (node.type == NodeType::Mapping && hasChildren)
            node.begin = m_tree.outerBegin(open.started.node + 1);
        node.end = m_cursor;
        if (node.type == NodeType::Mapping)
            checkKeys(open.firstKey);
        m_keys.resize(size_t(open.firstKey));
        complete(open.started, m_count - open.countBefore, open.height);
    }

    Parsed finish()
    {
        if (!m_stopped)
            checkRest();
        std::stable_sort(m_errors.begin(), m_errors.end(), [](const Error &a, const Error &b) {
            return std::pair(a.line, a.column) < std::pair(b.line, b.column);
        });
        return {std::move(m_tree), std::move(m_errors)};
    }

private:
    struct Started
    {
        int node = 0;
        bool isKey = false;
    };
    struct Open
    {
        Started started;
        qint32 firstKey; ///< In m_keys.
        qint64 countBefore;
        int height; ///< Levels of collections from here down, aliases expanded.
        bool expectsValue;
    };
    struct Anchor
    {
        int node = 0;
        qint64 count = 0;
        int height = -1; ///< Negative until what it names is complete.
    };
    struct Key
    {
        quint32 hash;
        qint32 node;
    };

    Started start(NodeType type, fy_token *anchor, fy_token *tag)
    {
        Started started{int(m_tree.m_nodes.size()), false};
        Node node;
        node.type = type;
        m_tree.m_nodes.push_back(node);
        ++m_count;
        if (!m_open.empty() && m_tree.at(m_open.back().started.node).type == NodeType::Mapping)
            started.isKey = !m_open.back().expectsValue;
        if (started.isKey && type != NodeType::Scalar)
            m_tree.m_plain = false;
        if (anchor || tag)
            takeProperties(started.node, anchor, tag);
        return started;
    }

    void complete(Started started, qint64 count, int height)
    {
        m_tree.m_nodes[size_t(started.node)].next = qint32(m_tree.m_nodes.size());
        if (!m_open.empty()) {
            m_open.back().height = std::max(m_open.back().height, height + 1);
            m_open.back().expectsValue = started.isKey;
        }
        if (started.isKey)
            m_keys.push_back({hashOf(keyText(started.node)), started.node});
        if (const auto name = m_anchorNames.constFind(started.node); name != m_anchorNames.constEnd())
            m_anchors[*name] = {started.node, count, height};
    }

    void takeProperties(int node, fy_token *anchor, fy_token *tag)
    {
        m_tree.m_plain = false;
        m_tree.m_nodes[size_t(node)].hasProperties = true;
        const QByteArrayView bytes = m_tree.m_bytes;
        qint32 begin = qint32(bytes.size());
        for (fy_token *token : {anchor, tag}) {
            if (!token)
                continue;
            begin = std::min(begin, beginOf(token));
            m_cursor = std::max(m_cursor, endOf(token));
        }
        // The tokens may leave out the `&`, the `!` and the brackets of `!<...>`.
        while (begin > 0 && !std::strchr(" \t\r\n,[]{}:", bytes[begin - 1]))
            --begin;
        while (m_cursor < bytes.size() && !std::strchr(" \t\r\n,[]{}", bytes[m_cursor]))
            ++m_cursor;
        QByteArray tagName = textOf(tag);
        if (tagName == "!")
            tagName = "tag:yaml.org,2002:str";
        m_tree.m_properties.insert(node, {begin, tagName});
        if (anchor) {
            m_anchorNames.insert(node, textOf(anchor));
            m_anchors[textOf(anchor)] = {node, 0, -1};
        }
    }

    /// Where something would stand that is not written: after its `:`, `-` or `?`.
    qint32 missingPlace(bool isKey) const
    {
        const QByteArrayView bytes = m_tree.m_bytes;
        const qsizetype at = skipTrivia(bytes, m_cursor);
        const bool inMapping = !m_open.empty() && m_tree.at(m_open.back().started.node).type == NodeType::Mapping;
        const char indicator = isKey ? '?' : inMapping ? ':' : '-';
        return at < bytes.size() && bytes[at] == indicator ? qint32(at + 1) : m_cursor;
    }

    void takeSpan(Node &node, fy_token *value)
    {
        const qint32 previousEnd = m_cursor;
        node.begin = beginOf(value);
        node.end = endOf(value);
        const QByteArrayView inside = QByteArrayView(m_tree.m_bytes).sliced(node.begin, node.end - node.begin);
        bool isDirect = !inside.contains('\n') && !inside.contains('\r');
        if (node.style == Style::SingleQuoted || node.style == Style::DoubleQuoted) {
            isDirect = isDirect && !inside.contains(node.style == Style::SingleQuoted ? '\'' : '\\');
            --node.begin; // the token leaves the quotes out
            ++node.end;
        } else if (node.style == Style::Literal || node.style == Style::Folded) {
            isDirect = false;
            takeBlockSpan(node, previousEnd);
        }
        m_cursor = node.end;
        if (!isDirect) {
            node.extra = qint32(m_tree.m_texts.size());
            m_tree.m_texts += textOf(value);
        }
    }

    /// A block scalar runs from its `|` to the end of its last line that is not blank.
    void takeBlockSpan(Node &node, qsizetype from) const
    {
        const QByteArrayView bytes = m_tree.m_bytes;
        qsizetype header = skipTrivia(bytes, from);
        while (header < bytes.size() && bytes[header] != '|' && bytes[header] != '>')
            header = skipTrivia(bytes, header + 1);
        qsizetype lineEnd = header;
        bool keepsBlankLines = false;
        while (lineEnd < bytes.size() && bytes[lineEnd] != '\n' && bytes[lineEnd] != '#')
            keepsBlankLines |= bytes[lineEnd++] == '+';
        while (lineEnd < bytes.size() && bytes[lineEnd] != '\n')
            ++lineEnd;
        qsizetype end = std::max(qsizetype(node.end), lineEnd);
        if (!keepsBlankLines) {
            while (end > lineEnd && std::strchr(" \t\r\n", bytes[end - 1]))
                --end;
            while (end < bytes.size() && bytes[end] != '\n')
                ++end;
            end = std::min(end + 1, bytes.size());
        }
        node.begin = qint32(std::min(header, bytes.size()));
        node.end = qint32(end);
    }

    QByteArrayView keyText(int node) const
    {
        const int resolved = m_tree.resolved(node);
        const Node &key = m_tree.at(resolved);
        if (key.type == NodeType::Scalar)
            return m_tree.text(resolved);
        return QByteArrayView(m_tree.m_bytes).sliced(key.begin, std::max(0, key.end - key.begin));
    }

    /// Reports keys that the mapping whose keys begin at \a firstKey has twice.
    void checkKeys(qint32 firstKey)
    {
        const auto first = m_keys.begin() + firstKey;
        std::sort(first, m_keys.end(), [](Key a, Key b) { return std::pair(a.hash, a.node) < std::pair(b.hash, b.node); });
        for (auto run = first; run != m_keys.end();) {
            const auto end = std::find_if(run, m_keys.end(), [&](Key key) { return key.hash != run->hash; });
            if (end - run > 1)
                checkEqualHashes(run, end);
            run = end;
        }
    }

    void checkEqualHashes(std::vector<Key>::const_iterator begin, std::vector<Key>::const_iterator end)
    {
        QHash<QByteArrayView, int> seen;
        for (auto key = begin; key != end; ++key) {
            const QByteArrayView text = keyText(key->node);
            if (const auto before = seen.constFind(text); before != seen.constEnd())
                addDuplicate(*before, key->node);
            else
                seen.insert(text, key->node);
        }
    }

    void addDuplicate(int first, int second)
    {
        constexpr qsizetype mostErrors = 100;
        constexpr qsizetype mostCharacters = 60;
        if (m_errors.size() >= mostErrors)
            return;
        const QByteArrayView key = keyText(second);
        m_errors += errorAt(ErrorCode::DuplicateKey, m_tree.place(m_tree.at(second).begin),
                            Yaml::tr("The key “%1” stands here a second time; the first is in line %2. Keep one of them.")
                                .arg(QString::fromUtf8(key).first(std::min(mostCharacters, QString::fromUtf8(key).size())))
                                .arg(m_tree.place(m_tree.at(first).begin).line));
    }

    void failAtDepth(qsizetype offset)
    {
        fail(ErrorCode::Limit, offset, Yaml::tr("This is nested deeper than %1 levels. Flatten it.").arg(m_limits.depth));
    }
    void failAtCount(qsizetype offset)
    {
        fail(ErrorCode::Limit, offset, Yaml::tr("The file holds more than %1 values, repeated ones counted each time. Split it.").arg(m_limits.nodes));
    }

    /// Some versions of the parser drop the rest of a file at a byte they dislike, without an error.
    void checkRest()
    {
        const QByteArrayView bytes = m_tree.m_bytes;
        qsizetype at = skipTrivia(bytes, m_cursor);
        while (bytes.sliced(at).startsWith("...") || bytes.sliced(at).startsWith("---")) {
            m_tree.m_plain = false;
            at = skipTrivia(bytes, at + 3);
        }
        if (at < bytes.size())
            fail(ErrorCode::Syntax, at, Yaml::tr("The file cannot be read from here on."));
    }

    Tree m_tree;
    Limits m_limits;
    QList<Error> m_errors;
    std::vector<Open> m_open;
    std::vector<Key> m_keys; ///< Of all open mappings.
    QHash<QByteArray, Anchor> m_anchors;
    QHash<int, QByteArray> m_anchorNames;
    qint64 m_count = 0;
    qint32 m_cursor = 0; ///< One past the last byte that an event has spoken of.
    int m_documents = 0;
    bool m_stopped = false;
};

namespace {

void take(TreeBuilder &builder, fy_event *event)
{
    switch (event->type) {
    case FYET_DOCUMENT_START:
        builder.document(event->document_start.implicit);
        break;
    case FYET_SCALAR:
        builder.scalar(event->scalar);
        break;
    case FYET_ALIAS:
        builder.alias(event->alias.anchor);
        break;
    case FYET_SEQUENCE_START:
        builder.collection(NodeType::Sequence, event->sequence_start.sequence_start,
                           fy_event_get_node_style(event) == FYNS_FLOW, event->sequence_start.anchor, event->sequence_start.tag);
        break;
    case FYET_MAPPING_START:
        builder.collection(NodeType::Mapping, event->mapping_start.mapping_start,
                           fy_event_get_node_style(event) == FYNS_FLOW, event->mapping_start.anchor, event->mapping_start.tag);
        break;
    case FYET_SEQUENCE_END:
        builder.collectionEnd(event->sequence_end.sequence_end);
        break;
    case FYET_MAPPING_END:
        builder.collectionEnd(event->mapping_end.mapping_end);
        break;
    case FYET_NONE:
    case FYET_STREAM_START:
    case FYET_STREAM_END:
    case FYET_DOCUMENT_END:
        break;
    }
}

Error syntaxError(fy_diag *diag, bool isOutOfMemory)
{
    Error error;
    error.code = isOutOfMemory ? ErrorCode::Limit : ErrorCode::Syntax;
    QString message;
    void *position = nullptr;
    if (const fy_diag_error *first = fy_diag_errors_iterate(diag, &position)) {
        message = QString::fromUtf8(first->msg);
        error.line = std::max(1, first->line);
        error.column = std::max(1, first->column);
    }
    error.message = message.isEmpty() ? Yaml::tr("This is not YAML.") : Yaml::tr("This is not YAML: %1.").arg(message);
    return error;
}

} // namespace

namespace {

/// Runs the parser over bytes that are known to be sound.
Parsed parseChecked(const QByteArray &bytes, const Limits &limits)
{
    TreeBuilder builder(bytes, limits);
    fy_diag_cfg diagConfig;
    fy_diag_cfg_default(&diagConfig);
    diagConfig.fp = nullptr;
    diagConfig.output_fn = [](fy_diag *, void *, const char *, size_t) {};
    diagConfig.colorize = false;
    const std::unique_ptr<fy_diag, DiagDeleter> diag(fy_diag_create(&diagConfig));
    fy_diag_set_collect_errors(diag.get(), true);
    fy_parse_cfg config = {};
    config.flags = fy_parse_cfg_flags(FYPCF_QUIET | FYPCF_DEFAULT_VERSION_1_2 | FYPCF_JSON_NONE | FYPCF_DISABLE_DEPTH_LIMIT);
    config.diag = diag.get();
    const std::unique_ptr<fy_parser, ParserDeleter> parser(fy_parser_create(&config));
    bool hasEnded = false;
    if (parser && fy_parser_set_string(parser.get(), bytes.constData(), size_t(bytes.size())) == 0) {
        while (fy_event *event = builder.hasStopped() ? nullptr : fy_parser_parse(parser.get())) {
            hasEnded = event->type == FYET_STREAM_END;
            take(builder, event);
            fy_parser_event_free(parser.get(), event);
        }
    }
    if (!hasEnded && !builder.hasStopped())
        builder.fail(syntaxError(diag.get(), !parser));
    return builder.finish();
}

} // namespace

Parsed parse(const QByteArray &bytes, const Limits &limits)
{
    if (bytes.size() > limits.bytes) {
        TreeBuilder refusal(QByteArray(), limits);
        refusal.fail(ErrorCode::Limit, 0, Yaml::tr("The file is larger than %1 MiB. Split it.").arg(limits.bytes / (1024 * 1024)));
        return refusal.finish();
    }
    if (QList<Error> errors = checkEncoding(bytes); !errors.isEmpty())
        return {Tree(), std::move(errors)};
    if (hasTooManyDirectives(bytes)) {
        TreeBuilder refusal(bytes, limits);
        refusal.fail(ErrorCode::Limit, 0, Yaml::tr("The file has more directives (lines that begin with “%”) than anything needs. Take them out."));
        return refusal.finish();
    }
    if (const qsizetype line = findCrowdedLine(bytes); line < bytes.size()) {
        TreeBuilder refusal(bytes, limits);
        refusal.fail(ErrorCode::Limit, line, Yaml::tr("This line holds more than a million values. Break it into several."));
        return refusal.finish();
    }
    // The parser looks ahead over open brackets without end, before we can count the first: look at the beginning alone.
    for (qint64 most = 1000;; most *= 4) {
        const qsizetype end = findManyOpen(bytes, most);
        if (end >= bytes.size())
            return parseChecked(bytes, limits);
        Parsed beginning = parseChecked(bytes.first(end), limits);
        const bool isTooMuch = std::any_of(beginning.errors.begin(), beginning.errors.end(), [](const Error &error) { return error.code == ErrorCode::Limit; });
        if (isTooMuch)
            return beginning;
    }
}

} // namespace baton::yaml
