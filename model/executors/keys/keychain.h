// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

class QObject;

namespace baton {

/// What the system's keychain said when it was asked for a key.
struct StoredKey
{
    QByteArray key = {};   ///< Empty where it has none of that name.
    QString trouble = {};  ///< Why it could not be asked, in a sentence; empty where it could.
};

/// Asks the keychain for the key of this name, which may take as long as a person takes to unlock it. \a done is called
/// from the event loop, unless \a context is gone by then. Nothing of a key is written anywhere else.
void readStoredKey(const QString &name, QObject *context, std::function<void(const StoredKey &)> done);
/// An empty key removes what the keychain has of that name.
void storeKey(const QString &name, const QByteArray &key, QObject *context, std::function<void(const Result<void> &)> done);

} // namespace baton
