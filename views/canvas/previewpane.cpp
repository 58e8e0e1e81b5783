// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/canvas/previewpane.h"

#include "views/canvas/planview.h"
#include "views/widgets/figureslabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace baton {

PreviewPane::PreviewPane(const QString &title, PlanPreview preview, const PlanView &canvas, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_document(std::move(preview.contents))
    , m_view(new PlanView(m_document, theme))
    , m_figures(new FiguresLabel)
    , m_take(new QPushButton(tr("Take it")))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar(title, summaryOf(preview.marks)));
    layout->addWidget(m_view, 1);
    m_view->setAccessibleName(tr("Preview"));
    m_view->showMarks(std::move(preview.marks));
    resize(canvas.size());
    layout->activate();
    m_view->lookLike(canvas);
    showMarked();
    auto *escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(escape, &QShortcut::activated, this, &PreviewPane::dismissed);
    connect(m_take, &QPushButton::clicked, this, &PreviewPane::taken);
    setFocusProxy(m_take);
}

PreviewPane::~PreviewPane()
{
    delete m_view; // Before the document that it shows.
}

QWidget *PreviewPane::makeBar(const QString &title, const QString &summary)
{
    auto *bar = new QFrame;
    bar->setProperty("look", u"notice"_s);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(14, 7, 10, 7);
    row->setSpacing(10);
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *name = new QLabel(tr("Preview: %1").arg(title));
    name->setTextFormat(Qt::PlainText);
    name->setProperty("look", u"strong"_s);
    name->setWordWrap(true);
    words->addWidget(name);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(14);
    m_figures->setWordWrap(true);
    facts->addWidget(m_figures, 1);
    if (!summary.isEmpty()) {
        auto *what = new QLabel(summary);
        what->setTextFormat(Qt::PlainText);
        what->setProperty("look", u"mute"_s);
        facts->addWidget(what, 0, Qt::AlignTop);
    }
    words->addLayout(facts);
    row->addLayout(words, 1);
    m_take->setProperty("look", u"primary"_s);
    m_take->setAutoDefault(true);
    m_take->setAccessibleDescription(name->text());
    m_take->setToolTip(tr("Make this change to the plan, as one step that can be undone"));
    row->addWidget(m_take);
    auto *dismiss = new QPushButton(tr("Dismiss"));
    dismiss->setToolTip(tr("Leave the plan as it is (Esc)"));
    connect(dismiss, &QPushButton::clicked, this, &PreviewPane::dismissed);
    row->addWidget(dismiss);
    return bar;
}

QString PreviewPane::summaryOf(const PreviewMarks &marks)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts += text;
    };
    add(marks.nodeCount(PreviewMark::Added), tr("%n added", nullptr, marks.nodeCount(PreviewMark::Added)));
    add(marks.nodeCount(PreviewMark::Changed), tr("%n changed", nullptr, marks.nodeCount(PreviewMark::Changed)));
    add(marks.nodeCount(PreviewMark::Removed), tr("%n removed", nullptr, marks.nodeCount(PreviewMark::Removed)));
    add(marks.edgeCount(PreviewMark::Added), tr("%n need(s) added", nullptr, marks.edgeCount(PreviewMark::Added)));
    add(marks.edgeCount(PreviewMark::Removed), tr("%n need(s) removed", nullptr, marks.edgeCount(PreviewMark::Removed)));
    return parts.join(u" · "_s);
}

/// Where nothing of what is marked is in sight, everything is shown.
void PreviewPane::showMarked()
{
    const PreviewMarks &marks = *m_view->marks();
    QRectF around;
    for (auto it = marks.nodes.cbegin(); it != marks.nodes.cend(); ++it)
        around |= m_view->nodeRect(it.key());
    if (!around.isEmpty() && !m_view->visibleScene().contains(around))
        m_view->fit();
}

} // namespace baton
