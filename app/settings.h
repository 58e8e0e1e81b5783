// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/style/theme.h"

#include <QObject>
#include <QSettings>

namespace baton {

enum class MotionChoice { System, Full, Reduced };

/// What a user has chosen, kept between sessions: the look, recent files, the window's shape. No document data.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// Without a \a file the user's own. Tests give one of theirs.
    explicit Settings(const QString &file = {}, QObject *parent = nullptr);

    ThemeChoice theme() const;
    void setTheme(ThemeChoice choice);
    MotionChoice motion() const;
    void setMotion(MotionChoice choice);
    /// Whether the desktop tells when a run needs somebody or ends.
    bool notifies() const;
    void setNotifies(bool notifies);
    int textSize() const; ///< Pixels.
    void setTextSize(int pixels);

    QStringList recentFiles() const; ///< Newest first, at most twelve.
    void addRecentFile(const QString &path);
    void removeRecentFile(const QString &path);
    void clearRecentFiles();

    QByteArray state(const QString &name) const; ///< The window's geometry and such.
    void setState(const QString &name, const QByteArray &state);

signals:
    void lookChanged();
    void recentFilesChanged();

private:
    QSettings m_store;
};

} // namespace baton
