// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <memory>
#include <vector>

namespace baton {

/// A pattern for paths below the workspace's root, as format.md has it: `*` and `?` inside a name, `**` for any number
/// of folders, none included, `[abc]`, `{a,b}`; a trailing `/` is the folder with all below it. Answers which paths it
/// names and whether two patterns can name the same path; reads no file.
class Glob
{
public:
    Glob() = default;
    explicit Glob(const QString &pattern);

    /// As written, without `./`, doubled slashes and `.` between names.
    const QString &pattern() const { return m_pattern; }
    /// Names exactly one path: no wildcard and no trailing slash.
    bool isLiteral() const { return m_kind == Kind::Literal; }
    /// The folder that everything it names is in: `src/x` for `src/x/*.c`, empty for the root.
    QString folder() const;
    /// Everything it names begins with this, letter for letter.
    QStringView fixedPrefix() const { return QStringView(m_pattern).first(m_prefixLength); }
    /// The last name of every path it names begins with this, letter for letter; all of it for a literal.
    QStringView nameHead() const;
    /// And ends with this.
    QStringView nameTail() const;

    bool matches(const QString &path) const;
    /// Whether some path is named by both. Decided on the patterns' languages, with bounded work: two patterns too
    /// large to compare count as overlapping.
    bool intersects(const Glob &other) const;
    /// False only where no path is named by both: from the letters at either end, in next to no time.
    bool mayIntersect(const Glob &other) const;

    /// The path without `./`, doubled slashes and `.` between names; `..` and a leading `/` stay.
    static QString cleaned(const QString &path);
    /// Absolute, or with `..` in it, in one of its alternatives; a drive letter and a leading `~` count as absolute, and a
    /// backslash parts names too.
    static bool isUnsafe(const QString &path);

private:
    enum class Kind : quint8 { Literal, Folder, Pattern };
    struct Automaton;

    std::shared_ptr<const Automaton> automaton() const;
    void measureName();

    QString m_pattern;
    qsizetype m_prefixLength = 0;
    qint32 m_headLength = 0; ///< Of a Pattern.
    qint32 m_tailLength = 0;
    Kind m_kind = Kind::Literal;
    std::shared_ptr<const Automaton> m_automaton; ///< Of a Pattern; the others are compared as text.
};

} // namespace baton
