// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFile>
#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace baton {

/// A window on a file that may be large and may grow: hands out its bytes in portions, told of growth by the file
/// system. At first the window is the file's end, and follows it. The file need not be there yet.
class LogTail : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostLines = 19'000; ///< In the window; older ones leave it.

    explicit LogTail(QObject *parent = nullptr);

    /// Empty = nothing.
    void setPath(const QString &path);
    const QString &path() const { return m_path; }

    /// The window lies around the line that holds the byte at \a place from now on.
    void moveTo(qint64 place);
    /// The window is the file's end again.
    void moveToEnd();
    /// More of the window is to be read.
    bool isLoading() const { return m_soon.isActive() && m_soon.interval() == 0; }
    qint64 begin() const { return m_lines.isEmpty() ? 0 : m_lines.first(); }
    qint64 end() const { return m_file.isOpen() ? m_file.pos() : 0; }
    qint64 size() const { return m_file.isOpen() ? m_file.size() : 0; }
    /// What comes to the file comes to the window.
    bool followsEnd() const { return m_limit == 0; }
    bool isWhole() const { return begin() == 0 && followsEnd(); }
    /// Where the lines end that are in the window as a whole.
    qint64 wholeEnd() const { return followsEnd() || m_lines.isEmpty() ? end() : m_lines.last(); }

    /// Lines are numbered from the window's first one, those that have left it included.
    int lineAt(qint64 place) const;
    qint64 placeOf(int line) const;

signals:
    /// The file has been opened or begun anew, or the window is elsewhere: forget what came before.
    void restarted();
    void arrived(const QByteArray &bytes);
    /// There is no more to read for now.
    void settled();

private:
    void look();
    void read();
    void watch();
    void startAt(qint64 place);
    qint64 lineStart(qint64 place);
    qint64 windowBefore(qint64 place, qint64 size, int most);

    QString m_path;
    QFile m_file;
    qint64 m_limit = 0;    ///< Where the window ends; 0 = it goes on with the file.
    QList<qint64> m_lines; ///< Where the lines of the window begin.
    int m_left = 0;        ///< Lines that have left it.
    QFileSystemWatcher m_watcher;
    QTimer m_soon; ///< One reading for many notices.
};

} // namespace baton
