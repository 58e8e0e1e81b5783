// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/doctor.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace baton {

class Document;

/// What the doctor found: on this machine, and for the workflow that is open. Looks when it is first shown.
class DoctorPage : public QWidget
{
    Q_OBJECT

public:
    DoctorPage(const Document &document, RunWhere where, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void look();
    void addFinding(const Finding &finding);
    void conclude();

    const Document &m_document;
    RunWhere m_where;
    QTreeWidget *m_tree;
    QLabel *m_sentence;
    QPushButton *m_again;
    std::unique_ptr<Doctor> m_machine;
    std::unique_ptr<Doctor> m_workflow; ///< Null where none is open.
    int m_looking = 0;
};

} // namespace baton
