// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/problembox.h"

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
    const QString linkColor = readable(m_theme.palette().accent, ground()).name();
    for (int i = 0; i < qMin(int(m_problems.size()), mostShown); ++i) {
        const Problem &problem = m_problems.at(i);
        QStringList links;
        for (int fix = 0; fix < problem.fixes.size(); ++fix)
            links += u"<a href=\"%1/%2\" style=\"text-decoration:none; color:%3\"><b>%4</b></a>"_s.arg(i)
                         .arg(fix)
                         .arg(linkColor, problem.fixes.at(fix).title.toHtmlEscaped());
        if (m_choosable)
            links += u"<a href=\"choose\" style=\"text-decoration:none; color:%1\"><b>%2</b></a>"_s.arg(
                linkColor, tr("Choose…").toHtmlEscaped());
        QString paragraph = emphasised(problem.message);
        if (!links.isEmpty())
            paragraph += u"<br>"_s + links.join(u" · "_s);
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
    if (link == "choose"_L1) {
        emit chooseRequested();
        return;
    }
    const int problem = link.section(u'/', 0, 0).toInt();
    const int fix = link.section(u'/', 1).toInt();
    if (problem < m_problems.size() && fix < m_problems.at(problem).fixes.size()) {
        // A copy: the answer to this signal brings another list of problems.
        const Problem chosen = m_problems.at(problem);
        emit fixChosen(chosen, chosen.fixes.at(fix));
    }
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
