// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QIcon>

#include <functional>
#include <optional>

class QLineEdit;
class QListView;

namespace baton {

class CommandModel;

/// Something the palette can do.
struct Command
{
    QString text;
    QString detail = {}; ///< At the right: a shortcut, an id, the name of a menu.
    QIcon icon = {};
    std::function<void()> act = {};
};

/// How well \a text fits \a typed, whose letters must come in order: higher is better, nothing where it does not fit.
/// Beginnings of words and letters in a row count more.
std::optional<int> fuzzyScore(QStringView typed, QStringView text);

/// Search over every action and every node: type a few letters, Return does the best. Floats over its window and goes
/// away with Escape or a click elsewhere.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *window);

    /// \a supply is asked each time it opens: which actions are possible, and which nodes there are, changes.
    void setSupply(std::function<QList<Command>()> supply) { m_supply = std::move(supply); }
    void popUp();

    QLineEdit *input() const { return m_input; }
    /// The texts shown, best first.
    QStringList shown() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &typed);
    void act(const QModelIndex &index);

    std::function<QList<Command>()> m_supply;
    CommandModel *m_model;
    QLineEdit *m_input;
    QListView *m_list;
};

} // namespace baton
