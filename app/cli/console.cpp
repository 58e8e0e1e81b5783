// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/console.h"

#include <QJsonDocument>

#include <cstdio>
#include <sys/ioctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace baton {

Console::Console()
{
    // The streams' own buffers are enough; C's would reorder what is written past them.
    m_outFile.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered);
    m_errFile.open(stderr, QIODevice::WriteOnly | QIODevice::Unbuffered);
    m_out.setDevice(&m_outFile);
    m_err.setDevice(&m_errFile);
    const QByteArray terminal = qgetenv("TERM");
    m_terminal = isatty(STDOUT_FILENO) && !terminal.isEmpty() && terminal != "dumb";
    m_colours = m_terminal && qEnvironmentVariableIsEmpty("NO_COLOR");
}

bool Console::canAsk()
{
    return isatty(STDIN_FILENO) && isatty(STDERR_FILENO);
}

int Console::columns() const
{
    winsize size = {};
    if (m_terminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

QString Console::painted(const QString &text, Ink ink) const
{
    if (!m_colours)
        return text;
    switch (ink) {
    case Ink::Plain:
        return text;
    case Ink::Bold:
        return u"\033[1m%1\033[0m"_s.arg(text);
    case Ink::Faint:
        return u"\033[2m%1\033[0m"_s.arg(text);
    case Ink::Red:
        return u"\033[31m%1\033[0m"_s.arg(text);
    case Ink::Green:
        return u"\033[32m%1\033[0m"_s.arg(text);
    case Ink::Yellow:
        return u"\033[33m%1\033[0m"_s.arg(text);
    case Ink::Blue:
        return u"\033[34m%1\033[0m"_s.arg(text);
    case Ink::Violet:
        return u"\033[35m%1\033[0m"_s.arg(text);
    }
    return text;
}

void Console::json(const QJsonObject &document)
{
    bytes(QJsonDocument(document).toJson());
}

void Console::bytes(const QByteArray &data)
{
    m_out.flush();
    m_outFile.write(data);
    m_outFile.flush();
}

int Console::fail(const Error &error, int code)
{
    return fail(withPlace(error), code);
}

int Console::fail(const QString &message, int code)
{
    m_out.flush();
    m_err << u"baton: "_s << message << Qt::endl;
    return code;
}

QString harmless(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control)
            character = u' ';
    }
    return text;
}

QString withPlace(const Error &error)
{
    if (error.file.isEmpty())
        return error.message;
    if (error.line > 0)
        return u"%1:%2:%3: %4"_s.arg(error.file).arg(error.line).arg(qMax(1, error.column)).arg(error.message);
    return error.message.contains(error.file) ? error.message : u"%1: %2"_s.arg(error.file, error.message);
}

} // namespace baton
