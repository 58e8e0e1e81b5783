// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/librarymodel.h"

#include "views/editing/inserting.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace baton {

LibraryModel::LibraryModel(const Workflow &workflow, QObject *parent)
    : QAbstractListModel(parent)
    , m_workflow(workflow)
{
    connect(&workflow, &Workflow::changed, this, &LibraryModel::follow);
    rebuild();
}

void LibraryModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    rebuild();
}

void LibraryModel::follow(const Change &change)
{
    const auto isPersona = [](NodeKey key) { return key.kind() == NodeKind::Persona; };
    const bool touched = std::any_of(change.touched.keyBegin(), change.touched.keyEnd(), isPersona);
    if (change.reset || touched || std::any_of(change.added.cbegin(), change.added.cend(), isPersona) ||
        std::any_of(change.removed.cbegin(), change.removed.cend(), isPersona))
        rebuild();
}

void LibraryModel::rebuild()
{
    QList<Row> personas;
    for (const auto &slot : m_workflow.contents().personas) {
        const Persona &persona = *slot.node;
        personas.append({.kind = Kind::Persona, .text = u"@"_s + persona.id, .name = persona.id,
                         .detail = persona.title.isEmpty() ? persona.instructions.section(u'\n', 0, 0) : persona.title,
                         .color = persona.color, .key = slot.key});
    }
    const QList<Row> inserts{
        {Kind::Insert, tr("Task"), u"task"_s, tr("One piece of work, done by exactly one persona."), u"task"_s, u"T"_s},
        {Kind::Insert, tr("Gate"), u"gate"_s, tr("A checkpoint that passes when its criteria hold."), u"gate"_s, u"G"_s},
        {Kind::Insert, tr("Phase"), u"phase"_s, tr("A lane of tasks that ends with a gate."), u"phase"_s, u"P"_s},
        {Kind::Insert, tr("Decision"), u"decision"_s, tr("A task whose outcome chooses a branch."), u"decision"_s, u"D"_s},
        {Kind::Insert, tr("Note"), u"note"_s, tr("A remark for people. It runs nothing."), u"note"_s, u"N"_s},
        {Kind::Insert, tr("Persona"), u"persona"_s, tr("A role that does tasks."), u"persona"_s, u"R"_s}};
    QList<Row> patterns;
    for (Pattern pattern : allPatterns)
        patterns.append({Kind::Pattern, titleOf(pattern), iconOf(pattern), descriptionOf(pattern), iconOf(pattern)});

    beginResetModel();
    m_rows.clear();
    const auto addSection = [this](const QString &heading, const QList<Row> &rows) {
        QList<Row> fitting;
        for (const Row &row : rows) {
            if (m_filter.isEmpty() || row.text.contains(m_filter, Qt::CaseInsensitive) ||
                row.detail.contains(m_filter, Qt::CaseInsensitive))
                fitting.append(row);
        }
        if (!fitting.isEmpty())
            m_rows.append(Row{.kind = Kind::Heading, .text = heading});
        m_rows.append(fitting);
    };
    addSection(tr("Personas"), personas);
    addSection(tr("Insert"), inserts);
    addSection(tr("Patterns"), patterns);
    endResetModel();
}

int LibraryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant LibraryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.detail;
    case Qt::AccessibleTextRole:
        return row.detail.isEmpty() ? row.text : tr("%1. %2").arg(row.text, row.detail);
    case KindRole:
        return int(row.kind);
    case NameRole:
        return row.name;
    case ColorRole:
        return row.color;
    case IconRole:
        return row.icon;
    case LetterRole:
        return row.letter;
    case KeyRole:
        return QVariant::fromValue(row.key);
    }
    return {};
}

Qt::ItemFlags LibraryModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || m_rows.at(index.row()).kind == Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
}

QStringList LibraryModel::mimeTypes() const
{
    return {personaMime(), insertMime()};
}

QMimeData *LibraryModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    const Row &row = m_rows.at(indexes.first().row());
    auto *data = new QMimeData;
    data->setData(row.kind == Kind::Persona ? personaMime() : insertMime(), row.name.toUtf8());
    return data;
}

} // namespace baton
