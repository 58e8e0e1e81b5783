// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/patterns/recognize.h"

#include <QWidget>

class QVBoxLayout;

namespace baton {

/// The patterns that were found in the plan, one line each; a click selects what makes one up. Hidden where there is
/// none.
class PatternBox : public QWidget
{
    Q_OBJECT

public:
    explicit PatternBox(QWidget *parent = nullptr);

    void setPatterns(const QList<FoundPattern> &patterns);
    const QList<FoundPattern> &patterns() const { return m_patterns; }

signals:
    void chosen(const QList<baton::NodeKey> &subjects);

private:
    QList<FoundPattern> m_patterns;
    QVBoxLayout *m_lines;
};

} // namespace baton
