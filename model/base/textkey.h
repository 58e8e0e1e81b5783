// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHashSeed>
#include <QString>

#include <cstring>

namespace baton {

/// A string as the key of a QHash. A plan has tens of thousands of ids and paths, and hashing and comparing them as
/// QString is a third of a whole check: Qt 6.4 does both out of line, and without the hash at hand every neighbour in
/// the table costs a look at a string somewhere else.
class TextKey
{
public:
    TextKey(const QString &text) : m_text(text), m_hash(hashOf(text)) {}

    bool operator==(const TextKey &other) const
    {
        return m_hash == other.m_hash && m_text.size() == other.m_text.size() &&
               std::memcmp(m_text.constData(), other.m_text.constData(), size_t(m_text.size()) * sizeof(QChar)) == 0;
    }
    friend size_t qHash(const TextKey &key, size_t = 0) { return key.m_hash; }

private:
    /// Folds eight bytes at a time by a multiplication to 128 bits, as wyhash does. The seed is a secret of this
    /// process, so nobody can make up ids that fall together.
    static size_t hashOf(const QString &text)
    {
        __extension__ using Wide = unsigned __int128;
        const auto fold = [](quint64 a, quint64 b) {
            const Wide product = Wide(a) * b;
            return quint64(product) ^ quint64(product >> 64);
        };
        static const quint64 secret = quint64(size_t(QHashSeed::globalSeed())) ^ 0x9e3779b97f4a7c15u;
        const QChar *data = text.constData();
        qsizetype left = text.size();
        quint64 hash = fold(secret, quint64(left) ^ 0xd1b54a32d192ed03u);
        for (; left > 0; left -= 4, data += 4) {
            quint64 piece = 0;
            std::memcpy(&piece, data, size_t(qMin<qsizetype>(left, 4)) * sizeof(QChar));
            hash = fold(hash ^ piece, secret ^ 0x8bb84b93962eacc9u);
        }
        return size_t(fold(hash, secret));
    }

    QString m_text;
    size_t m_hash;
};

} // namespace baton
