// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inbox/issueeditor.h"

#include "views/style/icons.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QJsonObject>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

class IssueFields : public QWidget
{
public:
    IssueFields(const QList<std::pair<QString, QString>> &tasks, QWidget *parent)
        : QWidget(parent)
        , m_severity(new QComboBox(this))
        , m_task(new QComboBox(this))
        , m_remove(new QToolButton(this))
    {
        m_severity->addItem(IssueEditor::tr("error", "severity of an issue"), u"error"_s);
        m_severity->addItem(IssueEditor::tr("warning", "severity of an issue"), u"warning"_s);
        m_severity->addItem(IssueEditor::tr("note", "severity of an issue"), u"note"_s);
        m_severity->setAccessibleName(IssueEditor::tr("Severity"));
        for (const auto &[id, title] : tasks)
            m_task->addItem(title, id);
        m_task->setAccessibleName(IssueEditor::tr("Task"));
        m_task->setVisible(tasks.size() > 1);
        m_task->setMaximumWidth(140);
        m_where = makeLine(u"where"_s, IssueEditor::tr("Where"));
        m_what = makeLine(u"what"_s, IssueEditor::tr("What is wrong"));
        m_fix = makeLine(u"fix"_s, IssueEditor::tr("How to fix it"));
        m_remove->setIcon(themedIcon(u"close"_s, IconInk::Mute));
        m_remove->setProperty("look", u"flat"_s);
        m_remove->setAccessibleName(IssueEditor::tr("Remove this issue"));
        m_remove->setToolTip(m_remove->accessibleName());
        auto *first = new QHBoxLayout;
        first->addWidget(m_severity);
        first->addWidget(m_task);
        first->addWidget(m_where, 1);
        auto *second = new QHBoxLayout;
        second->addWidget(m_what, 1);
        second->addWidget(m_fix, 1);
        m_lines = new QBoxLayout(QBoxLayout::LeftToRight);
        m_lines->addLayout(first, 4);
        m_lines->addLayout(second, 6);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addLayout(m_lines, 1);
        layout->addWidget(m_remove, 0, Qt::AlignTop);
        for (QBoxLayout *part : {static_cast<QBoxLayout *>(first), static_cast<QBoxLayout *>(second), m_lines,
                                 static_cast<QBoxLayout *>(layout)})
            part->setSpacing(4);
    }

    QToolButton *removeButton() const { return m_remove; }
    QLineEdit *what() const { return m_what; }

    /// Empty where nothing is written.
    QJsonObject issue() const
    {
        QJsonObject issue;
        for (const auto &[key, line] : {std::pair(u"where"_s, m_where), {u"what"_s, m_what}, {u"fix"_s, m_fix}}) {
            if (const QString text = line->text().trimmed(); !text.isEmpty())
                issue.insert(key, text);
        }
        if (issue.isEmpty())
            return issue;
        issue.insert(u"severity"_s, m_severity->currentData().toString());
        if (m_task->currentIndex() >= 0)
            issue.insert(u"task"_s, m_task->currentData().toString());
        return issue;
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        QWidget::resizeEvent(event);
        // Side by side only where what is typed can be read.
        const int oneLine = fontMetrics().averageCharWidth() * 90;
        m_lines->setDirection(event->size().width() < oneLine ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    }

private:
    QLineEdit *makeLine(const QString &name, const QString &hint)
    {
        auto *line = new QLineEdit(this);
        line->setObjectName(name);
        line->setPlaceholderText(hint);
        line->setAccessibleName(hint);
        return line;
    }

    QComboBox *m_severity;
    QComboBox *m_task;
    QLineEdit *m_where = nullptr;
    QLineEdit *m_what = nullptr;
    QLineEdit *m_fix = nullptr;
    QToolButton *m_remove;
    QBoxLayout *m_lines = nullptr;
};

IssueEditor::IssueEditor(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    auto *add = new QPushButton(tr("Add an issue"), this);
    add->setObjectName(u"addIssue"_s);
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    connect(add, &QPushButton::clicked, this, &IssueEditor::addRow);
}

void IssueEditor::start(const QList<std::pair<QString, QString>> &tasks)
{
    m_tasks = tasks;
    while (!m_rows.isEmpty())
        removeRow(m_rows.last());
}

void IssueEditor::addRow()
{
    constexpr int mostRows = 100; // What a person types; the command line takes a file.
    if (m_rows.size() >= mostRows)
        return;
    auto *row = new IssueFields(m_tasks, this);
    m_layout->insertWidget(int(m_rows.size()), row);
    m_rows.append(row);
    connect(row->removeButton(), &QToolButton::clicked, this, [this, row] { removeRow(row); });
    row->show();
    row->what()->setFocus(Qt::OtherFocusReason);
}

void IssueEditor::removeRow(IssueFields *row)
{
    m_rows.removeOne(row);
    m_layout->removeWidget(row);
    row->hide();
    row->deleteLater();
}

QJsonArray IssueEditor::issues() const
{
    QJsonArray issues;
    for (const IssueFields *row : m_rows) {
        if (const QJsonObject issue = row->issue(); !issue.isEmpty())
            issues.append(issue);
    }
    return issues;
}

} // namespace baton
