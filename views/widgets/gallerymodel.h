// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/exchange/templates.h"

#include <QAbstractListModel>
#include <QImage>

namespace baton {

/// The templates that fit a filter, with their pictures as far as they are drawn.
class GalleryModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Roles { NameRole = Qt::UserRole, DescriptionRole, TagsRole, PictureRole };

    explicit GalleryModel(QObject *parent = nullptr);

    void setFilter(const QString &filter);
    /// The name of the first template without a picture; empty when all have one.
    QString nextWithoutPicture() const;
    void setPicture(const QString &name, const QImage &picture);
    void forgetPictures();

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QList<TemplateInfo> m_all;
    QList<int> m_shown;
    QHash<QString, QImage> m_pictures;
};

} // namespace baton
