// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/nodekey.h"

#include <QList>
#include <QObject>
#include <QSet>

namespace baton {

/// What is selected in one document's window. Not document data: no undo, no dirty mark.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QSet<NodeKey> &keys() const { return m_keys; }
    bool contains(NodeKey key) const { return m_keys.contains(key); }
    bool isEmpty() const { return m_keys.isEmpty(); }
    /// The one that the inspector shows; null when nothing is selected.
    NodeKey current() const { return m_current; }

    void set(const QSet<NodeKey> &keys, NodeKey current = {});
    void set(NodeKey key) { key.isNull() ? set(QSet<NodeKey>{}) : set(QSet<NodeKey>{key}, key); }
    void toggle(NodeKey key);
    void clear() { set(QSet<NodeKey>{}); }

signals:
    void changed();

private:
    QSet<NodeKey> m_keys;
    NodeKey m_current;
};

} // namespace baton
