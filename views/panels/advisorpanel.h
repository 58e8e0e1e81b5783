// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/advice/advice.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace baton {

/// What could be organised better, each with time and tokens now and after its change, and a button that shows the
/// change on the canvas.
class AdvisorPanel : public QWidget
{
    Q_OBJECT

public:
    explicit AdvisorPanel(QWidget *parent = nullptr);

    void setAdvice(const QList<AdviceFigures> &advice);
    int count() const { return int(m_advice.size()); }
    const QList<AdviceFigures> &advice() const { return m_advice; }

signals:
    void previewRequested(const baton::Advice &advice);
    void subjectsChosen(const QList<baton::NodeKey> &subjects);
    void patternsRequested(); ///< "Which pattern fits?"
    void whatIfRequested();

private:
    QWidget *makeCard(const AdviceFigures &advice);

    QList<AdviceFigures> m_advice;
    QLabel *m_empty;
    QVBoxLayout *m_cards;
};

} // namespace baton
