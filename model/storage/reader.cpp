// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/storage/reader.h"

#include "model/storage/findings.h"
#include "model/storage/migrations.h"
#include "model/storage/shape.h"
#include "model/storage/values.h"
#include "model/yaml/check.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Walks the tree along the tables of fields. With \a now, the nodes get the keys they have there.
class ContentsReader
{
    Q_DECLARE_TR_FUNCTIONS(Reader)

public:
    explicit ContentsReader(const yaml::Tree &tree, const Contents *now = nullptr)
        : m_tree(tree)
        , m_now(now)
        , m_findings(tree)
    {
    }

    void read()
    {
        constexpr int root = yaml::Tree::root;
        readLayout(m_tree.value(root, "layout"));
        m_findings.enter(workflowKey, root);
        readKeys(root, shapeOf<WorkflowInfo>(), m_contents.info, true);
        if (m_contents.info.name.isEmpty())
            reportMissingName();
        readList(NodeKind::Persona, "personas", m_contents.personas, m_now ? &m_now->personas : nullptr);
        readList(NodeKind::Phase, "phases", m_contents.phases, m_now ? &m_now->phases : nullptr);
        readList(NodeKind::Task, "tasks", m_contents.tasks, m_now ? &m_now->tasks : nullptr);
        readList(NodeKind::Gate, "gates", m_contents.gates, m_now ? &m_now->gates : nullptr);
        readList(NodeKind::Note, "notes", m_contents.notes, m_now ? &m_now->notes : nullptr);
    }

    Contents &contents() { return m_contents; }
    SourceFile::Origins &origins() { return m_origins; }
    QList<Problem> takeProblems() { return m_findings.take(); }
    bool isOther() const { return m_isOther; } ///< Not what \a now says.

private:
    void reportMissingName()
    {
        const int name = m_tree.value(yaml::Tree::root, "name");
        m_findings.enterField(Field::Name, "name");
        if (name < 0 || m_tree.isScalar(name))
            m_findings.add(u"type"_s, Severity::Error, name < 0 ? yaml::Tree::root : name,
                           tr("The workflow has no name. Add a line “name: …”."));
    }

    void readLayout(int layout)
    {
        if (layout < 0 || m_tree.isNull(layout))
            return;
        if (!m_tree.isMapping(layout)) {
            m_findings.enterField(std::nullopt, "layout");
            m_findings.wrongType(layout, tr("“%1” must be a mapping of ids to positions."));
            return;
        }
        const int end = m_tree.at(m_tree.resolved(layout)).next;
        for (int key = m_tree.resolved(layout) + 1; key < end; key = m_tree.at(m_tree.at(key).next).next) {
            if (m_tree.isScalar(key))
                m_layout.insert(m_tree.text(key), m_tree.at(key).next);
        }
    }

    template <class Owner>
    void readKeys(int mapping, const Shape<Owner> &shape, Owner &owner, bool isRoot)
    {
        const int map = m_tree.resolved(mapping);
        size_t expected = 0; // keys usually stand in the order of the format
        for (int key = map + 1; key < m_tree.at(map).next;) {
            const int value = m_tree.at(key).next;
            const Shape<Owner> *child = nullptr;
            if (m_tree.isScalar(key)) {
                const QByteArrayView name = m_tree.text(key);
                for (size_t ahead = expected; ahead < shape.children.size() && !child; ++ahead) {
                    if (shape.children[ahead].key == name) {
                        child = &shape.children[ahead];
                        expected = ahead + 1;
                    }
                }
                if (!child)
                    child = shape.child(name);
                if (child)
                    readChild(value, *child, owner);
                else if (!isRoot || !rootOrder().contains(name.toByteArray()))
                    reportUnknown(key, isRoot ? rootOrder() : shape.order);
            } else {
                reportUnknown(key, {});
            }
            key = m_tree.at(value).next;
        }
    }

    void reportUnknown(int key, const QByteArrayList &known)
    {
        m_findings.enterField(std::nullopt, "");
        m_findings.unknownKey(key, known);
    }

    template <class Owner>
    void readChild(int value, const Shape<Owner> &child, Owner &owner)
    {
        if (m_tree.isNull(value))
            return; // as if it were not there
        if (child.field)
            readField(value, *child.field, owner);
        else if (m_tree.isMapping(value))
            readMapping(value, child, owner);
        else if (child.shortForm && m_tree.isScalar(value))
            readField(value, *child.shortForm, owner);
        else
            reportNoMapping(value, child);
    }

    template <class Owner>
    void readMapping(int value, const Shape<Owner> &child, Owner &owner)
    {
        readKeys(value, child, owner, false);
        if (child.key == "repeat" && m_tree.value(value, "max") < 0 && m_tree.value(value, "until") < 0) {
            m_findings.enterField(Field::RepeatMax, "repeat");
            m_findings.wrongType(value, tr("“%1” needs a “max”: how many rounds the phase may take at most."));
        }
    }

    template <class Owner>
    void reportNoMapping(int value, const Shape<Owner> &child)
    {
        m_findings.enterField(child.children.front().field ? std::optional(child.children.front().field->field) : std::nullopt, "");
        m_findings.wrongType(value, tr("“%1” must be a mapping with: %2.")
                                        .arg(QString::fromLatin1(child.key), QString::fromLatin1(child.order.join(", "))));
    }

    template <class Owner>
    void readField(int value, const FieldOf<Owner> &field, Owner &owner)
    {
        m_findings.enterField(field.field, field.key);
        if (field.field == Field::Persona || field.field == Field::SignOff) {
            if (auto *member = std::get_if<QStringList Owner::*>(&field.member)) {
                const bool needsList = field.field == Field::SignOff && !m_tree.isSequence(value);
                if (needsList)
                    return readValue(m_tree, value, m_findings, owner.**member);
                return readPersonas(m_tree, value, m_findings, owner.**member);
            }
        }
        std::visit([&](auto member) { readValue(m_tree, value, m_findings, owner.*member); }, field.member);
        if (field.field == Field::Criteria)
            checkCriteria(value);
    }

    void checkCriteria(int list)
    {
        if (!m_tree.isSequence(list))
            return;
        const QStringList names = namesOf<Criterion>();
        for (const int item : m_tree.children(m_tree.resolved(list))) {
            if (m_tree.isScalar(item) && !m_tree.isNull(item) && !names.contains(yaml::toString(m_tree.text(item))))
                reportChoice(m_tree, item, m_findings, names);
        }
    }

    template <class T>
    void readList(NodeKind kind, const char *name, NodeList<T> &list, const NodeList<T> *now)
    {
        const int node = m_tree.value(yaml::Tree::root, name);
        if (node < 0 || m_tree.isNull(node))
            return;
        if (!m_tree.isSequence(node)) {
            m_findings.enter(workflowKey, yaml::Tree::root);
            m_findings.enterField(std::nullopt, name);
            m_findings.wrongType(node, tr("“%1” must be a list."));
            return;
        }
        const QList<int> items = m_tree.children(node);
        list.reserve(items.size());
        int position = 0;
        for (const int item : items) {
            if (m_tree.isMapping(item)) {
                readNode(item, {kind, quint32(list.size())}, name, position, list, now);
            } else {
                m_findings.enter(workflowKey, node, name);
                m_findings.enterField(std::nullopt, name);
                m_findings.wrongType(item, tr("Each item of “%1” must be a mapping with an id."));
            }
            ++position;
        }
    }

    template <class T>
    void readNode(int item, NodeKey key, const char *name, int position, NodeList<T> &list, const NodeList<T> *now)
    {
        if (now) {
            if (list.size() >= now->size()) {
                m_isOther = true;
                return;
            }
            key = now->keyAt(list.size());
        }
        auto read = std::make_shared<T>();
        m_findings.enter(key, item, name, position);
        readKeys(item, shapeOf<T>(), *read, false);
        readPosition(key.kind(), *read);
        std::vector<SourceFile::Origin> &origins = m_origins[size_t(key.kind())];
        if (origins.size() <= key.number())
            origins.resize(key.number() + 1);
        origins[key.number()] = {item, position};
        // A node that is what it was stays the same node, so that later comparisons need only look at the pointer.
        if (now && now->at(list.size()) == *read)
            list.insert(list.size(), key, now->shared(key));
        else
            list.insert(list.size(), key, std::move(read));
    }

    template <class T>
    void readPosition(NodeKind kind, T &node)
    {
        if (m_layout.isEmpty() || node.id.isEmpty())
            return;
        const QByteArray key = layoutKey(kind, node.id).toUtf8();
        const auto entry = m_layout.constFind(key);
        if (entry == m_layout.constEnd())
            return;
        // Taken out, so that a doubled id has one position and no further one.
        const int value = *entry;
        m_layout.erase(entry);
        m_findings.enterField(Field::Position, "layout");
        if (!m_tree.isMapping(value)) {
            if (!m_tree.isNull(value))
                readValue(m_tree, value, m_findings, node.position);
            return;
        }
        for (const int part : m_tree.children(value))
            readPositionPart(part, node);
    }

    template <class T>
    void readPositionPart(int key, T &node)
    {
        const QByteArrayView name = m_tree.isScalar(key) ? m_tree.text(key) : QByteArrayView();
        const int value = m_tree.at(key).next;
        if (name == "position")
            return readValue(m_tree, value, m_findings, node.position);
        if constexpr (requires { node.folded; }) {
            if (name == "folded") {
                m_findings.enterField(Field::Folded, "folded");
                return readValue(m_tree, value, m_findings, node.folded);
            }
        }
        m_findings.unknownKey(key, {"position", "folded"});
    }

    const yaml::Tree &m_tree;
    const Contents *m_now;
    Contents m_contents;
    SourceFile::Origins m_origins;
    ReadFindings m_findings;
    QHash<QByteArrayView, int> m_layout; ///< Entries that no node has taken yet.
    bool m_isOther = false;
};

Problem problemFrom(const Error &error)
{
    Problem problem;
    switch (error.code) {
    case ErrorCode::Encoding:
        problem.rule = u"encoding"_s;
        break;
    case ErrorCode::DuplicateKey:
        problem.rule = u"duplicate-key"_s;
        break;
    case ErrorCode::Limit:
        problem.rule = u"limit"_s;
        break;
    default:
        problem.rule = u"syntax"_s;
        break;
    }
    problem.message = error.message;
    problem.subjects = {workflowKey};
    problem.line = error.line;
    problem.column = error.column;
    return problem;
}

Loaded unreadable(QList<Problem> problems)
{
    Loaded loaded;
    loaded.readable = false;
    loaded.problems = std::move(problems);
    return loaded;
}

Loaded unreadable(const QString &rule, const QString &message, yaml::Place place = {1, 1}, const QString &path = {})
{
    Problem problem;
    problem.rule = rule;
    problem.message = message;
    problem.subjects = {workflowKey};
    problem.line = place.line;
    problem.column = place.column;
    problem.path = path;
    return unreadable(QList<Problem>{problem});
}

struct ReaderText
{
    Q_DECLARE_TR_FUNCTIONS(Reader)
};

/// The version a file says it has, or why it cannot be read.
Result<qint64> versionOf(const yaml::Tree &tree)
{
    const int node = tree.value(yaml::Tree::root, "baton");
    const auto refused = [&](const QString &message) {
        return errorAt(ErrorCode::Version, tree.place(tree.at(std::max(node, 0)).begin), message);
    };
    if (node < 0)
        return refused(ReaderText::tr("This is no workflow file: it does not say “baton: %1”.").arg(formatVersion));
    if (!tree.isScalar(node) || tree.scalarType(node) != yaml::ScalarType::Int || tree.toJson(node).toDouble() < 1)
        return refused(ReaderText::tr("“baton” must be the version of the format, a whole number such as %1.").arg(formatVersion));
    if (tree.toJson(node).toDouble() > formatVersion)
        return refused(ReaderText::tr("The file has format version %1, and this program reads up to %2. Install a newer Baton to open it.")
                           .arg(QString::fromUtf8(tree.text(node)).first(std::min(qsizetype(20), tree.text(node).size())))
                           .arg(formatVersion));
    return tree.toJson(node).toInteger();
}

/// The tree of a file that is a workflow of this version, or what stands in the way.
struct Opened
{
    std::optional<yaml::Tree> tree;
    Loaded refusal;
};

Opened openTree(const QByteArray &bytes, FileKind kind)
{
    yaml::Parsed parsed = yaml::parse(bytes);
    const bool isSound = parsed.errors.isEmpty() || parsed.errors.first().code == ErrorCode::Syntax
        || parsed.errors.first().code == ErrorCode::DuplicateKey;
    if (kind == FileKind::Json && isSound) {
        if (const auto error = yaml::checkStrictJson(bytes))
            return {{}, unreadable(QList<Problem>{problemFrom(*error)})};
    }
    if (!parsed.errors.isEmpty()) {
        QList<Problem> problems;
        for (const Error &error : parsed.errors)
            problems += problemFrom(error);
        return {{}, unreadable(problems)};
    }
    if (parsed.tree.isEmpty())
        return {{}, unreadable(u"syntax"_s, ReaderText::tr("The file is empty. A workflow begins with “baton: %1”.").arg(formatVersion))};
    if (!parsed.tree.isMapping(yaml::Tree::root))
        return {{}, unreadable(u"type"_s, ReaderText::tr("A workflow file must be a mapping that begins with “baton: %1”.").arg(formatVersion),
                               parsed.tree.place(parsed.tree.at(yaml::Tree::root).begin))};
    const Result<qint64> version = versionOf(parsed.tree);
    if (!version)
        return {{}, unreadable(u"version"_s, version.error().message, {version.error().line, version.error().column}, u"baton"_s)};
    if (*version < formatVersion)
        return openTree(climbed(parsed.tree, *version, migrations()), kind);
    return {std::move(parsed.tree), {}};
}

Error fileError(ErrorCode code, const QString &path, const QString &message, const QString &detail = {})
{
    Error error;
    error.code = code;
    error.message = message;
    error.detail = detail;
    error.file = path;
    return error;
}

} // namespace

Loaded readWorkflow(const QByteArray &bytes, FileKind kind)
{
    Opened opened = openTree(bytes, kind);
    if (!opened.tree)
        return std::move(opened.refusal);
    ContentsReader reader(*opened.tree);
    reader.read();
    Loaded loaded;
    loaded.contents = reader.contents();
    loaded.problems = reader.takeProblems();
    loaded.source = std::make_shared<const SourceFile>(kind, std::move(*opened.tree), loaded.contents, std::move(reader.origins()));
    return loaded;
}

std::shared_ptr<const SourceFile> sourceFor(const QByteArray &bytes, FileKind kind, const Contents &now)
{
    Opened opened = openTree(bytes, kind);
    if (!opened.tree)
        return nullptr;
    ContentsReader reader(*opened.tree, &now);
    reader.read();
    if (reader.isOther() || reader.contents() != now)
        return nullptr;
    return std::make_shared<const SourceFile>(kind, std::move(*opened.tree), now, std::move(reader.origins()));
}

Result<QByteArray> readFileBytes(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fileError(ErrorCode::NotFound, path, ReaderText::tr("There is no file %1. Check the name.").arg(path));
    if (info.isDir())
        return fileError(ErrorCode::Unreadable, path, ReaderText::tr("%1 is a folder. Name a workflow file in it.").arg(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(ErrorCode::Unreadable, path, ReaderText::tr("%1 cannot be read. Check its permissions.").arg(path), file.errorString());
    // One byte more than allowed tells a file that is too large, also where its size is not known beforehand.
    const qint64 most = yaml::Limits().bytes;
    const QByteArray bytes = file.read(most + 1);
    if (file.error() != QFileDevice::NoError)
        return fileError(ErrorCode::Unreadable, path, ReaderText::tr("%1 cannot be read.").arg(path), file.errorString());
    if (bytes.size() > most)
        return fileError(ErrorCode::Limit, path, ReaderText::tr("%1 is larger than %2 MiB, the most a workflow file may have.").arg(path).arg(most / (1024 * 1024)));
    return bytes;
}

Result<Loaded> loadWorkflow(const QString &path)
{
    const Result<QByteArray> bytes = readFileBytes(path);
    if (!bytes)
        return bytes.error();
    return readWorkflow(*bytes, fileKindOf(path));
}

void addPlaces(QList<Problem> &problems, const SourceFile &source)
{
    for (Problem &problem : problems) {
        if (problem.line > 0 || problem.subjects.isEmpty())
            continue;
        const FilePlace place = locate(source, problem.subjects.first(), problem.field, problem.item);
        problem.line = place.line;
        problem.column = place.column;
        problem.path = place.path;
    }
}

} // namespace baton
