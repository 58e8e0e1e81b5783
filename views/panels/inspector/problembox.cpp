// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/problembox.h"

#include "model/rules/suppression.h"
#include "views/style/contrast.h"

#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int mostShown = 6; ///< Of one field; the rest is in the problem list.

/// A message of several sentences opens with its point in bold.
QString emphasised(const QString &message)
{
    const qsizetype end = message.indexOf(u". "_s);
    if (end < 0)
        return message.toHtmlEscaped();
    return u"<b>%1</b>%2"_s.arg(message.first(end + 1).toHtmlEscaped(),
                                message.sliced(end + 1).toHtmlEscaped());
}

} // namespace

ProblemBox::ProblemBox(Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_label(new QLabel(this))
{
    setObjectName(u"problemBox"_s);
    m_label->setTextFormat(Qt::RichText);
    m_label->setWordWrap(true);
    m_label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_label->setAccessibleName(tr("Problems of this field"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(m_label);
    connect(m_label, &QLabel::linkActivated, this, &ProblemBox::follow);
    connect(&theme, &Theme::changed, this, &ProblemBox::refresh);
    hide();
}

void ProblemBox::setProblems(const QList<Problem> &problems, bool choosable)
{
    if (m_problems == problems && m_choosable == choosable)
        return;
    m_problems = problems;
    m_choosable = choosable;
    refresh();
}

void ProblemBox::setRefusal(const QString &sentence)
{
    if (m_refusal == sentence)
        return;
    m_refusal = sentence;
    refresh();
}

void ProblemBox::refresh()
{
    m_severity = m_refusal.isEmpty() ? Severity::Off : Severity::Error;
    QStringList paragraphs;
    if (!m_refusal.isEmpty())
        paragraphs += m_refusal.toHtmlEscaped();
    for (const Problem &problem : m_problems)
        m_severity = qMax(m_severity, problem.severity);
    for (int i = 0; i < qMin(int(m_problems.size()), mostShown); ++i) {
        const Problem &problem = m_problems.at(i);
        const QStringList links = linksOf(i);
        QString paragraph = emphasised(problem.message);
        if (!links.isEmpty())
            paragraph += u"<br>"_s + links.join(u"\u00a0· "_s);
        paragraphs += paragraph;
    }
    if (m_problems.size() > mostShown)
        paragraphs +=
            tr("%n more in the problem list.", nullptr, int(m_problems.size()) - mostShown).toHtmlEscaped();
    m_label->setText(paragraphs.isEmpty() ? QString() : u"<p>"_s + paragraphs.join(u"</p><p>"_s) + u"</p>"_s);
    QPalette colors = m_label->palette();
    colors.setColor(QPalette::WindowText, m_theme.palette().ink);
    m_label->setPalette(colors);
    setVisible(!paragraphs.isEmpty());
    update();
}

/// What can be done about a problem; what repairs it stands out.
QStringList ProblemBox::linksOf(int index) const
{
    const Problem &problem = m_problems.at(index);
    const QString color = readable(m_theme.palette().accent, ground()).name();
    const auto link = [&](const QString &target, const QString &text) {
        return u"<a href=\"%1\" style=\"text-decoration:none; color:%2\">%3</a>"_s.arg(target, color, text);
    };
    const auto whole = [](QString text) { return text.toHtmlEscaped().replace(u' ', QChar::Nbsp); };
    const auto bold = [](const QString &text) { return u"<b>%1</b>"_s.arg(text.toHtmlEscaped()); };
    QStringList links;
    for (int fix = 0; fix < problem.fixes.size(); ++fix)
        links += link(u"fix/%1/%2"_s.arg(index).arg(fix), bold(problem.fixes.at(fix).title));
    if (m_choosable)
        links += link(u"choose"_s, bold(tr("Choose…")));
    if (ruleInfo(problem.rule)) // What the reader of the file finds has no page.
        links += link(u"why/%1"_s.arg(index), whole(tr("Why?")));
    if (!whereToSetAside(problem).isNull())
        links += link(u"aside/%1"_s.arg(index), whole(tr("Set aside…")));
    return links;
}

QString ProblemBox::plainText() const
{
    QStringList sentences;
    if (!m_refusal.isEmpty())
        sentences += m_refusal;
    for (const Problem &problem : m_problems)
        sentences += problem.message;
    return sentences.join(u'\n');
}

void ProblemBox::follow(const QString &link)
{
    const QString what = link.section(u'/', 0, 0);
    if (what == "choose"_L1)
        return emit chooseRequested();
    const int index = link.section(u'/', 1, 1).toInt();
    if (index >= m_problems.size())
        return;
    // A copy: the answer to these signals brings another list of problems.
    const Problem chosen = m_problems.at(index);
    const int fix = link.section(u'/', 2).toInt();
    if (what == "why"_L1)
        emit whyAsked(chosen.rule);
    else if (what == "aside"_L1)
        emit setAsideAsked(chosen);
    else if (fix < chosen.fixes.size())
        emit fixChosen(chosen, chosen.fixes.at(fix));
}

QColor ProblemBox::ground() const
{
    const Palette &colors = m_theme.palette();
    return m_severity == Severity::Error     ? colors.errorGround
           : m_severity == Severity::Warning ? colors.warningGround
                                             : colors.window;
}

void ProblemBox::paintEvent(QPaintEvent *)
{
    const Palette &colors = m_theme.palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = m_severity == Severity::Error     ? colors.failed
                  : m_severity == Severity::Warning ? colors.blocked
                                                    : colors.line;
    painter.setBrush(ground());
    edge.setAlphaF(m_theme.choice() == ThemeChoice::HighContrast ? 1.0f : 0.55f);
    painter.setPen(edge);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace baton
