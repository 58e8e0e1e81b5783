// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>

#include <functional>

class QBoxLayout;
class QLabel;

namespace baton {

/// A sentence with buttons across the top of the window, for what wants an answer but can wait: a file changed on
/// disk, a recovered copy, a failure. Never blocks. One notice a topic: a newer one takes its place. Its focus proxy gets
/// the keyboard when a notice that had it goes.
class NoticeBar : public QWidget
{
    Q_OBJECT

public:
    enum class Kind {
        News,   ///< Nothing is wrong.
        Notice, ///< Somebody should look.
        Failure,
    };
    struct Choice
    {
        QString text;
        std::function<void()> act = {}; ///< None: it only dismisses.
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// \a details: further lines, shown below the sentence.
    void show(const QString &topic, Kind kind, const QString &sentence, const QList<Choice> &choices = {},
              const QStringList &details = {});
    void dismiss(const QString &topic);
    bool shows(const QString &topic) const;
    /// The sentence and details shown for a topic; empty where there is none.
    QString textOf(const QString &topic) const;

private:
    QFrame *frameOf(const QString &topic) const;

    QBoxLayout *m_layout;
};

} // namespace baton
