// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/run/supervisor/redaction.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace baton {

/// Keeps secrets out of what we write, as the supervisor keeps them out of what processes print.
class Redactor
{
public:
    Redactor() = default;
    /// Those of fewer than eight bytes would take words from every text, and are left alone.
    explicit Redactor(const QList<QByteArray> &secrets);

    /// What of a stream can be written by now; the end of it is held back where a secret may begin there.
    QByteArray pass(const QByteArray &bytes);
    QByteArray rest(); ///< What is still held back, at the end of the stream.
    QString of(const QString &text) const; ///< The same of a text that is whole.
    QJsonObject of(const QJsonObject &data) const; ///< Of all texts in it.
    bool isIdle() const { return m_redaction.isIdle(); }

private:
    QJsonValue of(const QJsonValue &value) const;

    supervisor::Redaction m_redaction;
};

/// Puts stars into a file where it lies; somebody may be adding to it. Only into a plain file, no link to one.
void hideInFile(const QString &path, Redactor redactor);

} // namespace baton
