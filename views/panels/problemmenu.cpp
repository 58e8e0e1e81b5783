// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/problempanel.h"
#include "views/panels/reasonbar.h"

#include <QApplication>
#include <QMenu>
#include <QTreeView>

using namespace Qt::StringLiterals;

// What can be done about a problem beside its first fix: other fixes, setting it aside, another severity.

namespace baton {

namespace {

QString plain(const QString &text)
{
    return QString(text).replace(u'&', u"&&"_s);
}

} // namespace

QMenu *ProblemPanel::makeMenu(const Problem &problem)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QuickFix &fix : problem.fixes)
        menu->addAction(plain(fix.title), this, [this, problem, fix] { emit fixChosen({problem}, fix.id); });
    if (!problem.fixes.isEmpty()) {
        menu->addAction(m_preview);
        menu->addAction(m_fixAll);
    }
    menu->addSeparator();
    menu->addAction(m_setAside);
    const RuleInfo *rule = ruleInfo(problem.rule);
    if (rule && !rule->locked) {
        QMenu *severities = menu->addMenu(tr("“%1” in this plan").arg(rule->id));
        const RuleSeverity now = severityOf(*rule, m_document.workflow().info());
        const auto add = [&](const QString &text, std::optional<Severity> severity) {
            QAction *action = severities->addAction(text, this, [this, id = rule->id, severity] { setSeverity(id, severity); });
            action->setCheckable(true);
            action->setChecked(now.origin == SeverityOrigin::File ? severity == now.severity : !severity);
        };
        add(tr("As the profile says"), {});
        add(tr("An error"), Severity::Error);
        add(tr("A warning"), Severity::Warning);
        add(tr("A hint"), Severity::Info);
        add(tr("Off"), Severity::Off);
    }
    menu->addAction(m_why);
    if (rule)
        menu->addAction(tr("All rules…"), this, [this, id = rule->id] { emit rulesRequested(id); });
    menu->addSeparator();
    menu->addAction(m_next);
    menu->addAction(m_previous);
    return menu;
}

void ProblemPanel::showMenu(const QPoint &position)
{
    const QModelIndex index = m_list->currentIndex();
    const QPoint place = m_list->viewport()->mapToGlobal(position);
    if (const SuppressedProblem *aside = m_model->setAside(index)) {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Check it again"), this, [this, shown = *aside] { restore(shown); });
        menu->popup(place);
    } else if (const Problem *problem = m_model->problem(index)) {
        makeMenu(*problem)->popup(place);
    }
}

void ProblemPanel::popUpMenu()
{
    if (m_list->hasFocus())
        return showMenu(m_list->visualRect(m_list->currentIndex()).bottomLeft() + QPoint(40, 0));
    const Problem *problem = current();
    if (!problem)
        return;
    // Where the eyes are: at the field, the canvas, or whatever has the focus.
    const QWidget *place = QApplication::focusWidget() ? QApplication::focusWidget() : this;
    QMenu *menu = makeMenu(*problem);
    menu->popup(place->mapToGlobal(QPoint(24, qMin(place->height(), 40))));
    menu->setActiveAction(menu->actions().first());
}

void ProblemPanel::askReason(const Problem &problem)
{
    m_askedAt = whereToSetAside(problem, m_document.selection().current());
    if (m_askedAt.isNull())
        return;
    m_askedRule = problem.rule;
    m_focusBefore = QApplication::focusWidget();
    emit reasonAsked();
    m_reason->ask(tr("Why is “%1” set aside at “%2”?")
                      .arg(m_askedRule, m_document.workflow().contents().titleOf(m_askedAt)));
}

void ProblemPanel::setAside(const QString &reason)
{
    const Contents &contents = m_document.workflow().contents();
    const Result<Edit> edit = suppressing(contents, m_askedAt, m_askedRule, reason);
    if (!edit)
        emit hinted(edit.error().message);
    else
        m_document.push(tr("Set “%1” aside at %2").arg(m_askedRule, contents.titleOf(m_askedAt)), *edit);
}

void ProblemPanel::restore(const SuppressedProblem &aside)
{
    m_document.push(tr("Check “%1” again").arg(aside.problem.rule),
                    restoring(m_document.workflow().contents(), aside.where, aside.problem.rule));
}

void ProblemPanel::setSeverity(const QString &rule, std::optional<Severity> severity)
{
    const Result<Edit> edit = settingSeverity(m_document.workflow().contents(), rule, severity);
    if (!edit)
        emit hinted(edit.error().message);
    else
        m_document.push(tr("Change the severity of “%1”").arg(rule), *edit);
}

} // namespace baton
