// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/base/spelling.h"

#include <array>
#include <utility>

namespace baton {

namespace {

/// What a letter is written as where it is no letter with a mark to leave out, or where leaving that out misspells it.
constexpr std::array<std::pair<char16_t, const char *>, 23> spellings{{
    {u'ä', "ae"}, {u'ö', "oe"}, {u'ü', "ue"}, {u'ß', "ss"}, {u'æ', "ae"}, {u'ø', "oe"}, {u'œ', "oe"}, {u'đ', "d"},
    {u'ð', "d"},  {u'þ', "th"}, {u'ł', "l"},  {u'ı', "i"},  {u'Ä', "Ae"}, {u'Ö', "Oe"}, {u'Ü', "Ue"}, {u'ẞ', "SS"},
    {u'Æ', "Ae"}, {u'Ø', "Oe"}, {u'Œ', "Oe"}, {u'Đ', "D"},  {u'Ð', "D"},  {u'Þ', "Th"}, {u'Ł', "L"},
}};

QString spellingOf(QChar letter)
{
    for (const auto &[special, text] : spellings) {
        if (letter == QChar(special))
            return QString::fromLatin1(text);
    }
    const QString parts = QString(letter).normalized(QString::NormalizationForm_KD);
    return !parts.isEmpty() && parts.front() < QChar(0x80) ? QString(parts.front()) : QString(letter);
}

} // namespace

QString spelt(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_C)) {
        if (c < QChar(0x80))
            result += c;
        else if (!c.isMark())
            result += spellingOf(c);
    }
    return result;
}

} // namespace baton
