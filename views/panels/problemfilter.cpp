// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/problemfilter.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

ProblemFilter::ProblemFilter(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_line(new QLineEdit(this))
{
    auto *bar = new QHBoxLayout(this);
    bar->setContentsMargins(10, 6, 10, 6);
    m_line->setPlaceholderText(tr("Filter problems…"));
    m_line->setAccessibleName(tr("Filter problems"));
    m_line->setClearButtonEnabled(true);
    m_line->setMaximumWidth(280);
    connect(m_line, &QLineEdit::textChanged, this, &ProblemFilter::changed);
    bar->addWidget(m_line);
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        QToolButton *button = makeSwitch(u"show-"_s + nameOf(severity), {},
                                         tr("Show or hide: %1").arg(ProblemModel::severityWord(severity)), true);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        m_severities.append({severity, button});
        bar->addWidget(button);
    }
    m_selected = makeSwitch(u"show-selected"_s, tr("Selection"), tr("Show only problems of what is selected"), false);
    bar->addWidget(m_selected);
    m_aside = makeSwitch(u"show-aside"_s, tr("Set aside"), tr("Show what the plan has set aside, too"), false);
    bar->addWidget(m_aside);
    connect(m_aside, &QToolButton::toggled, this, &ProblemFilter::asideWanted);
    bar->addStretch();
    m_grouping = new QComboBox(this);
    m_grouping->addItem(tr("By severity"), int(ProblemModel::Grouping::BySeverity));
    m_grouping->addItem(tr("By rule"), int(ProblemModel::Grouping::ByRule));
    m_grouping->addItem(tr("By place"), int(ProblemModel::Grouping::ByPlace));
    m_grouping->setAccessibleName(tr("Group problems"));
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &ProblemFilter::changed);
    bar->addWidget(m_grouping);
    connect(&theme, &Theme::changed, this, [this] { setCounts(m_counts); });
    setCounts({});
}

QToolButton *ProblemFilter::makeSwitch(const QString &name, const QString &text, const QString &tip, bool on)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setToolTip(tip);
    button->setCheckable(true);
    button->setChecked(on);
    button->setProperty("look", u"flat"_s);
    connect(button, &QToolButton::toggled, this, &ProblemFilter::changed);
    return button;
}

void ProblemFilter::setCounts(const std::array<int, 4> &counts)
{
    m_counts = counts;
    for (const auto &[severity, button] : m_severities) {
        const int count = counts[size_t(severity)];
        button->setIcon(severityIcon(severity, m_theme.palette()));
        button->setText(QString::number(count));
        button->setAccessibleName(
            tr("%1: %2", "severity, how many").arg(ProblemModel::severityWord(severity)).arg(count));
    }
}

ProblemModel::Grouping ProblemFilter::grouping() const
{
    return ProblemModel::Grouping(m_grouping->currentData().toInt());
}

bool ProblemFilter::showsOnlySelected() const
{
    return m_selected->isChecked();
}

bool ProblemFilter::showsAside() const
{
    return m_aside->isChecked();
}

bool ProblemFilter::lets(const Problem &problem, const Contents &contents, const QSet<NodeKey> &selected) const
{
    if (showsOnlySelected() && !selected.isEmpty()) {
        const auto isSelected = [&selected](NodeKey key) { return selected.contains(key); };
        if (std::none_of(problem.subjects.cbegin(), problem.subjects.cend(), isSelected))
            return false;
    }
    const QString wanted = m_line->text().trimmed();
    return wanted.isEmpty() || problem.message.contains(wanted, Qt::CaseInsensitive) ||
           problem.rule.contains(wanted, Qt::CaseInsensitive) ||
           ProblemModel::placeOf(contents, problem).contains(wanted, Qt::CaseInsensitive);
}

bool ProblemFilter::letsSeverity(Severity severity) const
{
    return std::any_of(m_severities.cbegin(), m_severities.cend(), [severity](const auto &entry) {
        return entry.first == severity && entry.second->isChecked();
    });
}

void ProblemFilter::reset()
{
    m_line->clear();
    m_selected->setChecked(false);
    for (const auto &[severity, button] : m_severities)
        button->setChecked(true);
}

void ProblemFilter::addWidget(QWidget *widget)
{
    layout()->addWidget(widget);
}

} // namespace baton
