// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/settings.h"

#include <QFileInfo>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int maxRecentFiles = 12;

QString ownFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/designer.ini"_s;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_store(file.isEmpty() ? ownFile() : file, QSettings::IniFormat)
{
}

ThemeChoice Settings::theme() const
{
    const QString name = m_store.value(u"look/theme"_s).toString();
    return name == "light"_L1      ? ThemeChoice::Light
           : name == "dark"_L1     ? ThemeChoice::Dark
           : name == "contrast"_L1 ? ThemeChoice::HighContrast
                                   : ThemeChoice::System;
}

void Settings::setTheme(ThemeChoice choice)
{
    const auto name = [choice] {
        switch (choice) {
        case ThemeChoice::System:
            return "system"_L1;
        case ThemeChoice::Light:
            return "light"_L1;
        case ThemeChoice::Dark:
            return "dark"_L1;
        case ThemeChoice::HighContrast:
            return "contrast"_L1;
        }
        return "system"_L1;
    };
    m_store.setValue(u"look/theme"_s, QString(name()));
    emit lookChanged();
}

MotionChoice Settings::motion() const
{
    const QString name = m_store.value(u"look/motion"_s).toString();
    return name == "full"_L1 ? MotionChoice::Full : name == "reduced"_L1 ? MotionChoice::Reduced : MotionChoice::System;
}

void Settings::setMotion(MotionChoice choice)
{
    m_store.setValue(u"look/motion"_s, choice == MotionChoice::Full      ? u"full"_s
                                       : choice == MotionChoice::Reduced ? u"reduced"_s
                                                                         : u"system"_s);
    emit lookChanged();
}

bool Settings::notifies() const
{
    return m_store.value(u"run/notifies"_s, true).toBool();
}

void Settings::setNotifies(bool notifies)
{
    m_store.setValue(u"run/notifies"_s, notifies);
}

int Settings::textSize() const
{
    return qBound(10, m_store.value(u"look/text-size"_s, 13).toInt(), 24);
}

void Settings::setTextSize(int pixels)
{
    m_store.setValue(u"look/text-size"_s, pixels);
    emit lookChanged();
}

QStringList Settings::recentFiles() const
{
    return m_store.value(u"files/recent"_s).toStringList();
}

void Settings::addRecentFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = recentFiles();
    files.removeAll(absolute);
    files.prepend(absolute);
    m_store.setValue(u"files/recent"_s, files.mid(0, maxRecentFiles));
    emit recentFilesChanged();
}

void Settings::removeRecentFile(const QString &path)
{
    QStringList files = recentFiles();
    if (files.removeAll(path) == 0)
        return;
    m_store.setValue(u"files/recent"_s, files);
    emit recentFilesChanged();
}

void Settings::clearRecentFiles()
{
    m_store.remove(u"files/recent"_s);
    emit recentFilesChanged();
}

QByteArray Settings::state(const QString &name) const
{
    return m_store.value(u"window/"_s + name).toByteArray();
}

void Settings::setState(const QString &name, const QByteArray &state)
{
    m_store.setValue(u"window/"_s + name, state);
}

} // namespace baton
