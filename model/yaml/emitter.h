// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/yaml/data.h"

#include <QByteArray>

namespace baton::yaml {

/// Writes new text for data, in YAML or in JSON. Knows styles and quotes; leaves what is kept to the patcher.
class Emitter
{
public:
    /// What stands on the line of a key or dash, and the lines below it.
    struct Text
    {
        QByteArray beside;
        QByteArray below; ///< Empty, or lines that each end with a line break.
    };

    Emitter(bool isJson, const QByteArray &lineBreak, const QByteArray &step = "  ")
        : m_isJson(isJson)
        , m_lineBreak(lineBreak)
        , m_step(step)
    {
    }

    bool isJson() const { return m_isJson; }
    const QByteArray &lineBreak() const { return m_lineBreak; }

    /// The value of a key or item whose line is indented by \a indent, in block style where it does not fit.
    Text value(const Data &data, const QByteArray &indent, bool isAfterDash) const;
    /// Entries of a block collection, each on lines of its own.
    QByteArray entries(const Data &collection, const QByteArray &indent) const;
    /// On one line, with brackets. In JSON over several lines where \a isPretty and it does not fit.
    QByteArray flow(const Data &data, bool isPretty = false, const QByteArray &indent = {}) const;
    QByteArray key(const QByteArray &text, bool inFlow) const;
    /// A whole file.
    QByteArray document(const Data &data) const;

private:
    bool fitsOneLine(const Data &data, const QByteArray &indent) const;
    QByteArray scalar(const Data &data, bool inFlow) const;
    QByteArray literal(const QByteArray &text, const QByteArray &indent, QByteArray &header) const;

    bool m_isJson;
    QByteArray m_lineBreak;
    QByteArray m_step;
};

} // namespace baton::yaml
