// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/fieldrow.h"

#include "views/panels/inspector/problembox.h"

#include <QBoxLayout>
#include <QLabel>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace baton {

void setStyleProperty(QWidget *widget, const char *name, const QVariant &value)
{
    if (widget->property(name) == value)
        return;
    widget->setProperty(name, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

FieldRow::FieldRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_theme(theme)
    , m_field(field)
    , m_label(label)
    , m_body(new QVBoxLayout(this))
{
    setObjectName(fieldName(field));
    m_body->setContentsMargins(0, 0, 0, 0);
    m_body->setSpacing(4);
    if (!label.isEmpty()) {
        m_caption = new QHBoxLayout;
        m_captionLabel = new QLabel(label, this);
        m_captionLabel->setProperty("look", u"small"_s);
        m_caption->addWidget(m_captionLabel, 1);
        m_body->addLayout(m_caption);
    }
}

void FieldRow::setKeys(const QList<NodeKey> &keys)
{
    m_keys = keys;
    refuse({});
    follow();
}

Value FieldRow::value() const
{
    return m_keys.isEmpty() ? Value() : m_document.workflow().valueOf(m_keys.first(), m_field);
}

void FieldRow::follow()
{
    if (m_keys.isEmpty())
        return;
    const Value first = value();
    const bool mixed = std::any_of(m_keys.begin() + 1, m_keys.end(), [&](NodeKey key) {
        return m_document.workflow().valueOf(key, m_field) != first;
    });
    display(first, mixed);
}

ProblemBox *FieldRow::problemBox()
{
    if (!m_problems) { // Most fields never have one.
        m_problems = new ProblemBox(m_theme, this);
        m_body->addWidget(m_problems);
        connect(m_problems, &ProblemBox::fixChosen, this, &FieldRow::fixChosen);
        connect(m_problems, &ProblemBox::whyAsked, this, &FieldRow::whyAsked);
        connect(m_problems, &ProblemBox::setAsideAsked, this, &FieldRow::setAsideAsked);
        connect(m_problems, &ProblemBox::chooseRequested, this, [this] { choose(); });
    }
    return m_problems;
}

void FieldRow::setProblems(const QList<Problem> &problems)
{
    if (problems.isEmpty() && !m_problems)
        return;
    problemBox()->setProblems(problems, isChoosable());
    mark();
}

Severity FieldRow::severity() const
{
    return m_problems ? m_problems->severity() : Severity::Off;
}

bool FieldRow::isSet() const
{
    if (m_keys.isEmpty())
        return false;
    const Value now = value();
    switch (m_keys.first().kind()) {
    case NodeKind::Workflow:
        return now != valueOfField(WorkflowInfo(), m_field);
    case NodeKind::Persona:
        return now != valueOfField(Persona(), m_field);
    case NodeKind::Phase:
        return now != valueOfField(Phase(), m_field);
    case NodeKind::Task:
        return now != valueOfField(Task(), m_field);
    case NodeKind::Gate:
        return now != valueOfField(Gate(), m_field);
    case NodeKind::Note:
        return now != valueOfField(Note(), m_field);
    case NodeKind::None:
        break;
    }
    return false;
}

void FieldRow::choose()
{
    if (m_editor)
        m_editor->setFocus(Qt::OtherFocusReason);
}

QString FieldRow::editName() const
{
    return tr("Change %1").arg(m_label.isEmpty() ? tr("Title") : m_label);
}

void FieldRow::setEditor(QWidget *editor)
{
    m_editor = editor;
    editor->setAccessibleName(m_label.isEmpty() ? tr("Title") : m_label);
    if (m_captionLabel)
        m_captionLabel->setBuddy(editor);
    m_body->insertWidget(m_caption ? 1 : 0, editor);
    setFocusProxy(editor);
}

void FieldRow::hideCaption()
{
    m_captionLabel->hide();
}

void FieldRow::addToCaption(QWidget *widget)
{
    Q_ASSERT(m_caption);
    m_caption->addWidget(widget);
}

void FieldRow::type(const Value &value)
{
    if (isShared())
        put(value);
    else if (!m_keys.isEmpty())
        m_document.pushTyping(editName(), m_keys.first(), m_field, value);
}

void FieldRow::put(const Value &value)
{
    Edit edit;
    for (NodeKey key : m_keys) {
        if (m_document.workflow().valueOf(key, m_field) != value)
            edit.set(key, m_field, value);
    }
    m_document.push(editName(), std::move(edit));
}

void FieldRow::refuse(const QString &sentence)
{
    if (sentence.isEmpty() && !m_problems)
        return;
    problemBox()->setRefusal(sentence);
    mark();
}

void FieldRow::mark()
{
    if (!m_editor)
        return;
    const Severity severity = m_problems->severity();
    setStyleProperty(m_editor, "problem",
                     severity == Severity::Error     ? u"true"_s
                     : severity == Severity::Warning ? u"warning"_s
                                                     : QString());
    m_editor->setAccessibleDescription(m_problems->plainText());
}

} // namespace baton
