// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/schemacheck.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton::test {

namespace {

bool hasType(const QJsonValue &value, const QString &type)
{
    if (type == u"integer"_s)
        return value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
    return (type == u"string"_s && value.isString()) || (type == u"number"_s && value.isDouble())
        || (type == u"boolean"_s && value.isBool()) || (type == u"array"_s && value.isArray())
        || (type == u"object"_s && value.isObject()) || (type == u"null"_s && value.isNull());
}

/// RFC 3986 for addresses, RFC 3339 for times.
bool hasFormat(const QString &text, const QString &format)
{
    if (format == u"date-time"_s)
        return QDateTime::fromString(text, Qt::ISODateWithMs).timeSpec() != Qt::LocalTime;
    static const QRegularExpression allowed(u"^(?:[A-Za-z0-9\\-._~:/?#\\[\\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$"_s);
    const QUrl url(text, QUrl::StrictMode);
    if (format == u"uri"_s)
        return allowed.match(text).hasMatch() && url.isValid() && !url.isRelative();
    return format == u"uri-reference"_s && allowed.match(text).hasMatch() && (text.isEmpty() || url.isValid());
}

class Checker
{
public:
    explicit Checker(const QJsonObject &root) : m_root(root) {}

    QStringList check(const QJsonObject &schema, const QJsonValue &value, const QString &path) const
    {
        QStringList wrong;
        for (auto keyword = schema.begin(); keyword != schema.end(); ++keyword)
            wrong += checkKeyword(schema, keyword.key(), keyword.value(), value, path);
        return wrong;
    }

private:
    QStringList checkKeyword(const QJsonObject &schema, const QString &name, const QJsonValue &rule, const QJsonValue &value, const QString &path) const
    {
        static const QSet<QString> notes{u"$schema"_s, u"$id"_s, u"id"_s, u"$defs"_s, u"definitions"_s, u"title"_s, u"description"_s, u"default"_s, u"examples"_s};
        if (notes.contains(name))
            return {};
        if (name == u"$ref"_s)
            return check(m_root[rule.toString().section(u'/', 1, 1)].toObject()[rule.toString().section(u'/', 2)].toObject(), value, path);
        if (name == u"type"_s) {
            const QJsonArray types = rule.isArray() ? rule.toArray() : QJsonArray{rule};
            const bool fits = std::any_of(types.begin(), types.end(), [&](const QJsonValue &type) { return hasType(value, type.toString()); });
            return fits ? QStringList() : QStringList{path + u": wrong type"_s};
        }
        if (name == u"enum"_s)
            return rule.toArray().contains(value) ? QStringList() : QStringList{path + u": not a choice"_s};
        if (name == u"const"_s)
            return rule == value ? QStringList() : QStringList{path + u": not the constant"_s};
        if (name == u"uniqueItems"_s) {
            const QJsonArray items = value.toArray();
            for (qsizetype i = 1; i < items.size(); ++i) {
                if (std::find(items.begin(), items.begin() + i, items.at(i)) != items.begin() + i)
                    return {path + u": the same item twice"_s};
            }
            return {};
        }
        if (name == u"minimum"_s)
            return !value.isDouble() || value.toDouble() >= rule.toDouble() ? QStringList() : QStringList{path + u": too small"_s};
        if (name == u"maximum"_s)
            return !value.isDouble() || value.toDouble() <= rule.toDouble() ? QStringList() : QStringList{path + u": too large"_s};
        if (name == u"format"_s)
            return !value.isString() || hasFormat(value.toString(), rule.toString()) ? QStringList() : QStringList{path + u": no "_s + rule.toString()};
        if (name == u"pattern"_s)
            return !value.isString() || QRegularExpression(rule.toString()).match(value.toString()).hasMatch() ? QStringList() : QStringList{path + u": pattern"_s};
        if (name == u"minItems"_s || name == u"maxItems"_s) {
            const qsizetype size = value.toArray().size();
            const bool fits = !value.isArray() || (name == u"minItems"_s ? size >= rule.toInt() : size <= rule.toInt());
            return fits ? QStringList() : QStringList{path + u": number of items"_s};
        }
        if (name == u"anyOf"_s || name == u"oneOf"_s)
            return checkAlternatives(name, rule.toArray(), value, path);
        return checkContents(schema, name, rule, value, path);
    }

    QStringList checkAlternatives(const QString &name, const QJsonArray &alternatives, const QJsonValue &value, const QString &path) const
    {
        int fitting = 0;
        for (const QJsonValue alternative : alternatives)
            fitting += check(alternative.toObject(), value, path).isEmpty();
        const bool fits = name == u"anyOf"_s ? fitting > 0 : fitting == 1;
        return fits ? QStringList() : QStringList{path + u": none of the alternatives"_s};
    }

    QStringList checkContents(const QJsonObject &schema, const QString &name, const QJsonValue &rule, const QJsonValue &value, const QString &path) const
    {
        QStringList wrong;
        const QJsonObject object = value.toObject();
        if (name == u"items"_s) {
            int index = 0;
            for (const QJsonValue item : value.toArray())
                wrong += check(rule.toObject(), item, u"%1[%2]"_s.arg(path).arg(index++));
        } else if (name == u"required"_s) {
            for (const QJsonValue key : rule.toArray()) {
                if (value.isObject() && !object.contains(key.toString()))
                    wrong += path + u": lacks "_s + key.toString();
            }
        } else if (name == u"properties"_s) {
            const QJsonObject properties = rule.toObject();
            for (auto entry = object.begin(); entry != object.end(); ++entry) {
                if (properties.contains(entry.key()))
                    wrong += check(properties[entry.key()].toObject(), entry.value(), path + u'.' + entry.key());
            }
        } else if (name == u"additionalProperties"_s) {
            const QJsonObject properties = schema[u"properties"_s].toObject();
            for (auto entry = object.begin(); entry != object.end(); ++entry) {
                if (properties.contains(entry.key()))
                    continue;
                if (rule.isObject())
                    wrong += check(rule.toObject(), entry.value(), path + u'.' + entry.key());
                else if (!rule.toBool())
                    wrong += path + u": unknown key "_s + entry.key();
            }
        } else {
            wrong += u"the schema has a keyword that is not known: "_s + name;
        }
        return wrong;
    }

    QJsonObject m_root;
};

} // namespace

QStringList violations(const QJsonObject &schema, const QJsonValue &value)
{
    return Checker(schema).check(schema, value, {});
}

} // namespace baton::test
