// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>
#include <QTextStream>

namespace baton {

/// Translation context of the command line.
struct Cli
{
    Q_DECLARE_TR_FUNCTIONS(baton::Cli)
};

/// What the exit codes of cli.md mean.
namespace exitcode {
inline constexpr int ok = 0;
inline constexpr int no = 1;          ///< Errors, differences, something failed.
inline constexpr int unusable = 2;    ///< Not readable, or bad usage.
inline constexpr int waiting = 3;     ///< Only people are left to act.
inline constexpr int untrusted = 4;
inline constexpr int interrupted = 130;
} // namespace exitcode

/// Where a command writes: results to stdout, messages to stderr. Colours only where a person reads.
class Console
{
public:
    enum class Ink { Plain, Bold, Faint, Red, Green, Yellow, Blue, Violet };

    Console();

    QTextStream &out() { return m_out; }
    QTextStream &err() { return m_err; }
    /// Stdout is a terminal that can be drawn on.
    bool isTerminal() const { return m_terminal; }
    /// Somebody can be asked: stdin and stderr are a terminal.
    static bool canAsk();
    int columns() const; ///< Of the terminal; 80 where that is unknown.

    /// The text in an ink for stdout, where stdout has colours.
    QString painted(const QString &text, Ink ink) const;

    /// One JSON document on stdout.
    void json(const QJsonObject &document);
    /// Writes a file's bytes as they are.
    void bytes(const QByteArray &data);
    /// A message on stderr, with its place where it has one. Returns the code, so that a command can end with it.
    int fail(const Error &error, int code = exitcode::unusable);
    int fail(const QString &message, int code = exitcode::unusable);

private:
    QFile m_outFile;
    QFile m_errFile;
    QTextStream m_out;
    QTextStream m_err;
    bool m_terminal = false;
    bool m_colours = false;
};

/// What a hostile name or sentence might do to a terminal, or to whoever reads line by line, is taken out.
QString harmless(QString text);

/// `file:line:col: message`, as far as the place is known.
QString withPlace(const Error &error);

} // namespace baton
