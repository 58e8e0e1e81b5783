// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/handoffbox.h"

#include "model/plan/handoff.h"
#include "model/run/attachment.h"
#include "views/panels/runfacts.h"
#include "views/style/contrast.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTextDocumentFragment>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qsizetype mostShown = 12; ///< Of each side.

struct Side
{
    QString title;
    bool isReceived = true;
    QList<HandOff> handOffs;
};

class HandOffText
{
    Q_DECLARE_TR_FUNCTIONS(baton::HandOffBox)

public:
    HandOffText(const Contents &contents, const IdIndex &ids, const Theme &theme, const RunPlan *plan, const RunState *state)
        : m_contents(contents)
        , m_ids(ids)
        , m_theme(theme)
        , m_plan(plan)
        , m_state(state)
    {
    }

    QString html(const Side &side) const
    {
        if (side.handOffs.isEmpty())
            return {};
        const QColor mute = m_theme.palette().mute;
        QString text = u"<p style=\"margin:2px 0 3px 0; color:%1\"><b>%2</b></p>"_s.arg(mute.name(), side.title.toHtmlEscaped());
        for (const HandOff &handOff : side.handOffs.first(qMin(side.handOffs.size(), mostShown)))
            text += line(handOff, side.isReceived ? handOff.from : handOff.to);
        if (side.handOffs.size() > mostShown)
            text += u"<p style=\"margin:0; color:%1\">%2</p>"_s.arg(
                mute.name(), tr("and %n more", nullptr, int(side.handOffs.size() - mostShown)).toHtmlEscaped());
        return text;
    }

private:
    QString line(const HandOff &handOff, const QString &other) const
    {
        const QColor link = readable(m_theme.palette().accent, m_theme.palette().panel);
        const QString title = m_contents.titleOf(m_ids.step(other));
        QString text = u"<a href=\"%1\" style=\"color:%2; text-decoration:none\">%3</a>"_s.arg(
            QString::fromLatin1(QUrl::toPercentEncoding(other)), link.name(), title.toHtmlEscaped());
        for (const QString &file : handOff.files)
            text += u"<br>&nbsp;&nbsp;"_s + fileMark(handOff.from, file) + file.toHtmlEscaped();
        for (const QString &promise : handOff.checklist)
            text += u"<br>&nbsp;&nbsp;☐ "_s + promise.toHtmlEscaped();
        if (!handOff.reason.isEmpty())
            text += u"<br>&nbsp;&nbsp;<i>"_s + handOff.reason.toHtmlEscaped() + u"</i>"_s;
        return u"<p style=\"margin:0 0 4px 0\">%1</p>"_s.arg(text);
    }

    /// A tick where the run has verified it.
    QString fileMark(const QString &from, const QString &promise) const
    {
        const int task = m_plan ? RunFacts::taskOf(*m_plan, *m_state, from) : -1;
        if (task < 0 || task >= m_state->tasks.size())
            return {};
        const bool isThere = !verifiedFor(m_state->tasks.at(task), promise).isEmpty();
        return isThere ? u"<span style=\"color:%1\">✓</span> "_s.arg(m_theme.stateInk(TaskState::Complete).name()) : u"○ "_s;
    }

    const Contents &m_contents;
    const IdIndex &m_ids;
    const Theme &m_theme;
    const RunPlan *m_plan;
    const RunState *m_state;
};

} // namespace

HandOffBox::HandOffBox(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_text(new QLabel(this))
{
    setObjectName(u"handOff"_s);
    m_text->setTextFormat(Qt::RichText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_text->setAccessibleName(tr("What is handed over"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->addWidget(m_text);
    connect(m_text, &QLabel::linkActivated, this,
            [this](const QString &link) { emit chosen(QUrl::fromPercentEncoding(link.toLatin1())); });
    hide();
}

void HandOffBox::show(const Contents &contents, const IdIndex &ids, NodeKey key, const RunPlan *plan, const RunState *state)
{
    const Task *task = contents.task(key);
    if (!task)
        return hide();
    const auto taskOf = [&](const QString &id) { return contents.task(ids.step(id)); };
    const RunPlan *running = plan && state ? &planOf(*plan, *state) : nullptr;
    const HandOffText text(contents, ids, m_theme, running, running ? state : nullptr);
    const QString html = text.html({tr("Receives"), true, handOffsTo(*task, taskOf)}) +
                         text.html({tr("Hands on"), false, handOffsFrom(contents, ids, key)});
    if (html != m_text->text())
        m_text->setText(html);
    setVisible(!html.isEmpty());
}

QString HandOffBox::plainText() const
{
    return QTextDocumentFragment::fromHtml(m_text->text()).toPlainText();
}

} // namespace baton
