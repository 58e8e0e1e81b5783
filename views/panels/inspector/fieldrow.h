// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/fields.h"
#include "model/workflow/problem.h"
#include "views/editing/document.h"
#include "views/style/theme.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QLabel;

namespace baton {

class ProblemBox;

/// One field of the selected node, or of several nodes that have it: a caption, an editor, and the field's
/// problems. Subclasses bring the editor; this class knows how a change becomes an edit.
class FieldRow : public QWidget
{
    Q_OBJECT

public:
    /// An empty \a label gives a row without a caption.
    FieldRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent);

    Field field() const { return m_field; }
    const QString &label() const { return m_label; }
    const QList<NodeKey> &keys() const { return m_keys; }
    void setKeys(const QList<NodeKey> &keys);
    /// Shows what the workflow says now.
    void follow();
    void setProblems(const QList<Problem> &problems);
    Severity severity() const;
    /// Whether the field differs from what a file without it means.
    virtual bool isSet() const;
    /// Opens the list of choices, where the field has one, or puts the cursor there.
    virtual void choose();
    QWidget *editor() const { return m_editor; }

signals:
    void fixChosen(const baton::Problem &problem, const baton::QuickFix &fix);
    void whyAsked(const QString &rule);
    void setAsideAsked(const baton::Problem &problem);

protected:
    /// \a mixed: the selected nodes differ; \a value is the first one's.
    virtual void display(const Value &value, bool mixed) = 0;
    virtual bool isChoosable() const { return false; }

    Document &document() const { return m_document; }
    const Contents &contents() const { return m_document.workflow().contents(); }
    Theme &theme() const { return m_theme; }
    bool isShared() const { return m_keys.size() > 1; }
    Value value() const; ///< Of the first key.
    QString editName() const;

    /// The editor that carries the focus, the accessible name and the mark of a problem. Puts it below the
    /// caption.
    void setEditor(QWidget *editor);
    QBoxLayout *body() const { return m_body; }
    /// For editors that carry their label themselves.
    void hideCaption();
    /// Beside the caption, at the right.
    void addToCaption(QWidget *widget);
    /// Typing: successive ones become one undo step. Where several nodes are shown, each commit is a step.
    void type(const Value &value);
    void put(const Value &value);
    /// Says why the text is not taken; empty takes the sentence back.
    void refuse(const QString &sentence);

private:
    ProblemBox *problemBox();
    void mark();

    Document &m_document;
    Theme &m_theme;
    Field m_field;
    QString m_label;
    QList<NodeKey> m_keys;
    QBoxLayout *m_body;
    QHBoxLayout *m_caption = nullptr;
    QLabel *m_captionLabel = nullptr;
    QWidget *m_editor = nullptr;
    ProblemBox *m_problems = nullptr;
};

/// Sets a dynamic property and lets the style sheet look again.
void setStyleProperty(QWidget *widget, const char *name, const QVariant &value);

} // namespace baton
