// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/widgets/gallerymodel.h"

namespace baton {

GalleryModel::GalleryModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_all(templates())
{
    setFilter({});
}

void GalleryModel::setFilter(const QString &filter)
{
    beginResetModel();
    m_shown.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i) {
        const TemplateInfo &info = m_all.at(i);
        if (filter.isEmpty() || info.title.contains(filter, Qt::CaseInsensitive) ||
            info.description.contains(filter, Qt::CaseInsensitive) ||
            info.whenToUse.contains(filter, Qt::CaseInsensitive) ||
            info.tags.join(u' ').contains(filter, Qt::CaseInsensitive))
            m_shown.append(int(i));
    }
    endResetModel();
}

QString GalleryModel::nextWithoutPicture() const
{
    for (const TemplateInfo &info : m_all) {
        if (!m_pictures.contains(info.name))
            return info.name;
    }
    return {};
}

void GalleryModel::setPicture(const QString &name, const QImage &picture)
{
    m_pictures.insert(name, picture);
    for (int row = 0; row < rowCount(); ++row) {
        if (m_all.at(m_shown.at(row)).name == name)
            emit dataChanged(index(row), index(row), {PictureRole});
    }
}

void GalleryModel::forgetPictures()
{
    m_pictures.clear();
}

int GalleryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant GalleryModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const TemplateInfo &info = m_all.at(m_shown.at(index.row()));
    switch (role) {
    case Qt::DisplayRole:
        return info.title;
    case Qt::AccessibleTextRole:
        return tr("%1. %2").arg(info.title, info.description);
    case Qt::ToolTipRole:
        return info.whenToUse.isEmpty() ? info.description : tr("%1\n\nUse it when: %2").arg(info.description, info.whenToUse);
    case NameRole:
        return info.name;
    case DescriptionRole:
        return info.description;
    case TagsRole:
        return info.tags;
    case PictureRole:
        return m_pictures.value(info.name);
    }
    return {};
}

} // namespace baton
