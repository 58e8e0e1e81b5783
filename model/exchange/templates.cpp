// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/exchange/templates.h"

#include "model/base/nearest.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QByteArray resource(const QString &file)
{
    QFile source(":/templates/"_L1 + file);
    return source.open(QIODevice::ReadOnly) ? source.readAll() : QByteArray();
}

TemplateInfo infoFrom(const QJsonObject &entry)
{
    TemplateInfo info;
    info.name = entry["name"_L1].toString();
    info.title = entry["title"_L1].toString();
    info.description = entry["description"_L1].toString();
    info.tags = entry["tags"_L1].toVariant().toStringList();
    info.source = entry["source"_L1].toString();
    info.profile = valueOf<Profile>(entry["profile"_L1].toString()).value_or(Profile::Core);
    info.whenToUse = entry["when_to_use"_L1].toString();
    return info;
}

} // namespace

QList<TemplateInfo> templates()
{
    QList<TemplateInfo> list;
    for (const QJsonValue entry : QJsonDocument::fromJson(resource(u"templates.json"_s)).array())
        list += infoFrom(entry.toObject());
    return list;
}

Result<QByteArray> templateText(const QString &name)
{
    QStringList names;
    for (const TemplateInfo &info : templates())
        names += info.name;
    if (names.contains(name))
        return resource(name + ".baton.yaml"_L1);

    const QString suggestion = nearest(name, names);
    Error error;
    error.code = ErrorCode::NotFound;
    error.message = suggestion.isEmpty()
        ? QCoreApplication::translate("baton::Templates", "There is no template “%1”. `baton templates` lists them.").arg(name)
        : QCoreApplication::translate("baton::Templates", "There is no template “%1”. Did you mean “%2”?").arg(name, suggestion);
    return error;
}

} // namespace baton
