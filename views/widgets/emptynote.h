// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLabel>

class QAbstractItemView;

namespace baton {

/// Says in the middle of an empty list or table what will stand there; gone as soon as something does.
class EmptyNote : public QLabel
{
    Q_OBJECT

public:
    /// \a view has its model already; this becomes a child of its viewport.
    EmptyNote(QAbstractItemView *view, const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow();

    QAbstractItemView *m_view;
};

} // namespace baton
