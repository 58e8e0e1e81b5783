// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/executors/keys/redactor.h"

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

} // namespace baton
