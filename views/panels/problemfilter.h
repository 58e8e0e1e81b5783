// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/panels/problemmodel.h"

#include <QWidget>

#include <array>

class QComboBox;
class QLineEdit;
class QToolButton;

namespace baton {

/// The bar above the problem list: which problems are shown, and in which groups.
class ProblemFilter : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemFilter(Theme &theme, QWidget *parent = nullptr);

    QLineEdit *line() const { return m_line; }
    /// How many there are of each severity, by Severity.
    void setCounts(const std::array<int, 4> &counts);
    ProblemModel::Grouping grouping() const;
    bool showsOnlySelected() const;
    bool showsAside() const;
    /// Whether text and selection let it through; what is set aside has no severity to hide.
    bool lets(const Problem &problem, const Contents &contents, const QSet<NodeKey> &selected) const;
    bool letsSeverity(Severity severity) const;
    /// Lets every problem through again.
    void reset();
    /// Puts a widget at the right end.
    void addWidget(QWidget *widget);

signals:
    void changed();
    /// Whether what is set aside is wanted.
    void asideWanted(bool wanted);

private:
    QToolButton *makeSwitch(const QString &name, const QString &text, const QString &tip, bool on);

    Theme &m_theme;
    std::array<int, 4> m_counts = {};
    QLineEdit *m_line;
    QList<std::pair<Severity, QToolButton *>> m_severities;
    QToolButton *m_selected = nullptr;
    QToolButton *m_aside = nullptr;
    QComboBox *m_grouping = nullptr;
};

} // namespace baton
