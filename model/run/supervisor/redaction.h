// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// No Qt here: the supervisor is linked without it.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace baton::supervisor {

/// Puts stars in the place of secrets, as many as they have bytes, also where one comes in several pieces.
class Redaction
{
public:
    /// Those of fewer bytes would take words from every text, and are left alone.
    static constexpr size_t shortest = 8;

    Redaction() = default;
    explicit Redaction(const std::vector<std::string> &secrets)
    {
        for (const std::string &secret : secrets) {
            if (secret.size() >= shortest && std::find(m_secrets.begin(), m_secrets.end(), secret) == m_secrets.end())
                m_secrets.push_back(secret);
        }
        std::sort(m_secrets.begin(), m_secrets.end(), [](const std::string &a, const std::string &b) { return a.size() > b.size(); });
    }

    bool isIdle() const { return m_secrets.empty(); }

    void hide(std::string &bytes) const
    {
        for (const std::string &secret : m_secrets) {
            for (size_t at = bytes.find(secret); at != std::string::npos; at = bytes.find(secret, at + secret.size()))
                bytes.replace(at, secret.size(), secret.size(), '*');
        }
    }

    /// What of a stream can be written by now; the end of it is held back where a secret may begin there.
    std::string pass(const char *data, size_t size)
    {
        std::string all = std::exchange(m_held, {});
        all.append(data, size);
        hide(all);
        size_t held = 0;
        for (const std::string &secret : m_secrets) {
            for (size_t length = std::min(secret.size() - 1, all.size()); length > held; --length) {
                if (all.compare(all.size() - length, length, secret, 0, length) == 0)
                    held = length;
            }
        }
        m_held = all.substr(all.size() - held);
        all.erase(all.size() - held);
        return all;
    }

    /// What is still held back, at the end of the stream.
    std::string rest() { return std::exchange(m_held, {}); }

private:
    std::vector<std::string> m_secrets; ///< The longest first.
    std::string m_held;
};

} // namespace baton::supervisor
