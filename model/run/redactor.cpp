// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/redactor.h"

#include <QFile>
#include <QJsonArray>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace baton {

Redactor::Redactor(const QList<QByteArray> &secrets)
{
    std::vector<std::string> all;
    for (const QByteArray &secret : secrets)
        all.push_back(secret.toStdString());
    m_redaction = supervisor::Redaction(all);
}

QByteArray Redactor::pass(const QByteArray &bytes)
{
    return m_redaction.isIdle() ? bytes : QByteArray::fromStdString(m_redaction.pass(bytes.constData(), size_t(bytes.size())));
}

QByteArray Redactor::rest()
{
    return QByteArray::fromStdString(m_redaction.rest());
}

QString Redactor::of(const QString &text) const
{
    if (m_redaction.isIdle())
        return text;
    std::string clean = text.toStdString();
    m_redaction.hide(clean);
    return QString::fromStdString(clean);
}

QJsonObject Redactor::of(const QJsonObject &data) const
{
    if (m_redaction.isIdle())
        return data;
    QJsonObject clean;
    for (auto entry = data.begin(); entry != data.end(); ++entry)
        clean.insert(of(entry.key()), of(QJsonValue(entry.value())));
    return clean;
}

QJsonValue Redactor::of(const QJsonValue &value) const
{
    if (value.isString())
        return of(value.toString());
    if (value.isObject())
        return of(value.toObject());
    if (!value.isArray())
        return value;
    QJsonArray clean;
    for (const QJsonValue &entry : value.toArray())
        clean.append(of(entry));
    return clean;
}

/// Stars take as many bytes as what they stand for, so all else stays in its place.
void hideInFile(const QString &path, Redactor redactor)
{
    constexpr qint64 blockSize = 1024 * 1024;
    const int file = ::open(QFile::encodeName(path).constData(), O_RDWR | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    struct stat status = {};
    const qint64 size = ::fstat(file, &status) == 0 && S_ISREG(status.st_mode) ? qint64(status.st_size) : 0;
    QByteArray pending; // read, and held back by the redactor
    qint64 written = 0;
    for (qint64 at = 0; at < size;) {
        QByteArray block(qMin(blockSize, size - at), '\0');
        const ssize_t got = ::pread(file, block.data(), size_t(block.size()), at);
        if (got <= 0)
            break;
        at += got;
        pending += block.first(got);
        QByteArray clean = redactor.pass(block.first(got));
        if (at == size)
            clean += redactor.rest();
        if (clean != pending.first(clean.size()) && ::pwrite(file, clean.constData(), size_t(clean.size()), written) != clean.size())
            break;
        written += clean.size();
        pending.remove(0, clean.size());
    }
    ::close(file);
}

} // namespace baton
