// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/keys/redactor.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace baton {

namespace {

constexpr qsizetype shortest = 8;
constexpr qint64 blockSize = 1024 * 1024;

} // namespace

Redactor::Redactor(const QList<QByteArray> &secrets)
{
    for (const QByteArray &secret : secrets) {
        if (secret.size() >= shortest && !m_secrets.contains(secret))
            m_secrets.append(secret);
    }
    std::sort(m_secrets.begin(), m_secrets.end(), [](const QByteArray &a, const QByteArray &b) { return a.size() > b.size(); });
}

void Redactor::hide(QByteArray &bytes) const
{
    for (const QByteArray &secret : m_secrets)
        bytes.replace(secret, QByteArray(secret.size(), '*'));
}

QByteArray Redactor::pass(const QByteArray &bytes)
{
    QByteArray all = std::exchange(m_held, {}) + bytes;
    hide(all);
    qsizetype held = 0;
    for (const QByteArray &secret : m_secrets) {
        for (qsizetype size = std::min(secret.size() - 1, all.size()); size > held; --size) {
            if (all.endsWith(QByteArrayView(secret).first(size)))
                held = size;
        }
    }
    m_held = all.last(held);
    return all.chopped(held);
}

QByteArray Redactor::rest()
{
    return std::exchange(m_held, {});
}

QString Redactor::of(const QString &text) const
{
    QString clean = text;
    for (const QByteArray &secret : m_secrets)
        clean.replace(QString::fromUtf8(secret), QString(secret.size(), u'*'));
    return clean;
}

void Redactor::clean(const QString &path) const
{
    QFile file(path);
    if (m_secrets.isEmpty() || !file.open(QIODevice::ReadWrite))
        return;
    const qsizetype overlap = m_secrets.first().size() - 1;
    for (qint64 at = 0; at < file.size(); at += blockSize) {
        file.seek(at);
        const QByteArray block = file.read(blockSize + overlap);
        QByteArray clean = block;
        hide(clean);
        if (clean == block)
            continue;
        file.seek(at);
        file.write(clean);
    }
}

} // namespace baton
