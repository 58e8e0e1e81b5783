// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/problempanel.h"

#include "model/rules/rules.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace baton {

ProblemPanel::ProblemPanel(Document &document, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_theme(theme)
    , m_model(new ProblemModel(document.workflow().contents(), theme, this))
    , m_list(new QTreeView(this))
    , m_empty(new QLabel(this))
{
    setObjectName(u"problems"_s);
    setAccessibleName(tr("Problems"));
    makeActions();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(makeBar());
    makeList();
    layout->addWidget(m_list, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("look", u"mute"_s);
    layout->addWidget(m_empty, 1);
    connect(&document.workflow(), &Workflow::changed, this, [this](const Change &change) {
        const bool renamed =
            std::any_of(change.touched.begin(), change.touched.end(), [](const FieldSet &fields) {
                return fields.contains(Field::Title) || fields.contains(Field::Id);
            });
        if (renamed)
            m_model->refreshPlaces();
    });
    connect(&theme, &Theme::changed, this, [this] {
        m_list->viewport()->update();
        showCounts();
    });
    refresh();
}

QHBoxLayout *ProblemPanel::makeBar()
{
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(10, 6, 10, 6);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Filter problems…"));
    m_filter->setAccessibleName(tr("Filter problems"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(280);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, this, &ProblemPanel::refresh);
    bar->addWidget(m_filter);
    for (Severity severity : {Severity::Error, Severity::Warning, Severity::Info}) {
        m_switches.append({severity, makeSwitch(severity)});
        bar->addWidget(m_switches.last().second);
    }
    bar->addStretch();
    m_grouping = new QComboBox(this);
    m_grouping->addItems({tr("By severity"), tr("By rule")});
    m_grouping->setAccessibleName(tr("Group problems"));
    connect(m_grouping, &QComboBox::activated, this, &ProblemPanel::refresh);
    bar->addWidget(m_grouping);
    auto *fixAll = new QToolButton(this);
    fixAll->setDefaultAction(m_fixAll);
    bar->addWidget(fixAll);
    return bar;
}

QToolButton *ProblemPanel::makeSwitch(Severity severity)
{
    auto *button = new QToolButton(this);
    button->setCheckable(true);
    button->setChecked(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setProperty("look", u"flat"_s);
    button->setObjectName(u"show-"_s + nameOf(severity));
    button->setToolTip(tr("Show or hide: %1").arg(ProblemModel::severityWord(severity)));
    connect(button, &QToolButton::toggled, this, &ProblemPanel::refresh);
    return button;
}

void ProblemPanel::makeActions()
{
    const auto make = [this](const QString &text, const QKeySequence &shortcut, auto act) {
        auto *action = new QAction(text, this);
        action->setShortcut(shortcut);
        connect(action, &QAction::triggered, this, act);
        addAction(action);
        return action;
    };
    m_next = make(tr("Next problem"), Qt::Key_F8, [this] { step(1); });
    m_previous = make(tr("Previous problem"), Qt::SHIFT | Qt::Key_F8, [this] { step(-1); });
    m_fix = make(tr("Apply the first fix"), {}, [this] { applyFirstFix(); });
    m_preview = make(tr("Preview the first fix"), {}, [this] {
        if (const Problem *problem = current(); problem && !problem->fixes.isEmpty())
            emit fixPreviewed(Problem(*problem), problem->fixes.first());
    });
    m_fixAll = make(tr("Fix all of this kind"), {}, [this] { applyAll(); });
    m_why = make(tr("Why is this a problem?"), {}, [this] {
        if (const Problem *problem = current())
            emit whyAsked(problem->rule);
    });
}

void ProblemPanel::makeList()
{
    m_list->setModel(m_model);
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setRootIsDecorated(true);
    m_list->setIndentation(14);
    m_list->setAllColumnsShowFocus(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_list->setAccessibleName(tr("Problems"));
    m_list->setExpandsOnDoubleClick(true);
    m_list->installEventFilter(this);
    // Sizes are set, not measured: measuring asks every row.
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(ProblemModel::SentenceColumn, QHeaderView::Stretch);
    m_list->header()->resizeSection(ProblemModel::PlaceColumn, 180);
    m_list->header()->resizeSection(ProblemModel::RuleColumn, 150);
    m_list->header()->resizeSection(ProblemModel::FixColumn, 220);
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        pick(index);
        if (index.column() == ProblemModel::FixColumn)
            applyFirstFix();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                updateActions();
                if (m_list->hasFocus())
                    pick(index);
            });
    connect(m_list, &QWidget::customContextMenuRequested, this, &ProblemPanel::showMenu);
    connect(m_model, &QAbstractItemModel::modelReset, m_list, &QTreeView::expandAll);
}

void ProblemPanel::setProblems(const QList<Problem> &problems)
{
    m_problems = problems;
    std::array<int, 4> counts = {};
    for (const Problem &problem : problems)
        ++counts[size_t(problem.severity)];
    if (isVisible())
        refresh();
    else
        m_stale = true;
    if (counts == m_counts)
        return;
    m_counts = counts;
    showCounts();
    updateActions();
    emit countsChanged();
}

void ProblemPanel::showCounts()
{
    for (const auto &[severity, button] : m_switches) {
        button->setIcon(severityIcon(severity, m_theme.palette()));
        button->setText(QString::number(count(severity)));
        button->setAccessibleName(tr("%1: %2", "severity, how many")
                                      .arg(ProblemModel::severityWord(severity))
                                      .arg(count(severity)));
    }
}

void ProblemPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void ProblemPanel::refresh()
{
    m_stale = false;
    const QString wanted = m_filter->text().trimmed();
    const Contents &contents = m_document.workflow().contents();
    std::array<bool, 4> shown = {};
    for (const auto &[severity, button] : m_switches)
        shown[size_t(severity)] = button->isChecked();
    QList<Problem> list;
    for (const Problem &problem : m_problems) {
        const bool fits = wanted.isEmpty() || problem.message.contains(wanted, Qt::CaseInsensitive) ||
                          problem.rule.contains(wanted, Qt::CaseInsensitive) ||
                          ProblemModel::placeOf(contents, problem).contains(wanted, Qt::CaseInsensitive);
        if (shown[size_t(problem.severity)] && fits)
            list.append(problem);
    }
    m_model->setProblems(list, m_grouping->currentIndex() == 1 ? ProblemModel::Grouping::ByRule
                                                               : ProblemModel::Grouping::BySeverity);
    m_list->setVisible(!list.isEmpty());
    m_empty->setVisible(list.isEmpty());
    m_empty->setText(m_problems.isEmpty() ? tr("No problems.") : tr("No problem fits the filter."));
    showCounts();
    updateActions();
}

const Problem *ProblemPanel::current() const
{
    return m_model->problem(m_list->currentIndex());
}

void ProblemPanel::updateActions()
{
    const Problem *problem = current();
    const bool fixable = problem && !problem->fixes.isEmpty();
    m_fix->setEnabled(fixable);
    m_preview->setEnabled(fixable);
    m_fixAll->setEnabled(fixable);
    // What the reader of the file finds has no page.
    m_why->setEnabled(problem && std::any_of(ruleInfos().begin(), ruleInfos().end(),
                                             [&](const RuleInfo &info) { return info.id == problem->rule; }));
    m_next->setEnabled(!m_problems.isEmpty());
    m_previous->setEnabled(!m_problems.isEmpty());
}

void ProblemPanel::pick(const QModelIndex &index)
{
    const Problem *problem = m_model->problem(index);
    if (!problem)
        return;
    const Problem picked = *problem; // What follows may change the list.
    m_document.selection().set(QSet<NodeKey>(picked.subjects.begin(), picked.subjects.end()),
                               picked.subjects.value(0));
    emit activated(picked);
}

void ProblemPanel::step(int direction)
{
    if (m_stale)
        refresh();
    const int groups = m_model->rowCount();
    if (groups == 0)
        return;
    const QModelIndex now = m_list->currentIndex().siblingAtColumn(0);
    // As if all groups were one ring.
    int group = now.isValid()   ? (now.parent().isValid() ? now.parent().row() : now.row())
                : direction > 0 ? 0
                                : groups - 1;
    int row = now.isValid() && now.parent().isValid() ? now.row() + direction
              : direction > 0                         ? 0
                                                      : m_model->rowCount(m_model->index(group, 0)) - 1;
    if (now.isValid() && !now.parent().isValid() && direction < 0)
        row = -1;
    const int rows = m_model->rowCount(m_model->index(group, 0));
    if (row < 0 || row >= rows) {
        group = (group + direction + groups) % groups;
        row = direction > 0 ? 0 : m_model->rowCount(m_model->index(group, 0)) - 1;
    }
    const QModelIndex next = m_model->index(row, 0, m_model->index(group, 0));
    m_list->setCurrentIndex(next);
    m_list->scrollTo(next);
    if (!m_list->hasFocus()) // With it, the change of the current row has picked it already.
        pick(next);
}

void ProblemPanel::applyFirstFix()
{
    const Problem *problem = current();
    if (problem && !problem->fixes.isEmpty())
        emit fixChosen({*problem}, problem->fixes.first().id);
}

void ProblemPanel::applyAll()
{
    const Problem *problem = current();
    if (!problem || problem->fixes.isEmpty())
        return;
    const QString rule = problem->rule;
    const QString fix = problem->fixes.first().id;
    QList<Problem> alike;
    for (const Problem &other : m_problems) {
        const bool fixable = std::any_of(other.fixes.begin(), other.fixes.end(),
                                         [&](const QuickFix &candidate) { return candidate.id == fix; });
        if (other.rule == rule && fixable)
            alike.append(other);
    }
    emit fixChosen(alike, fix);
}

void ProblemPanel::showMenu(const QPoint &position)
{
    const Problem *problem = current();
    if (!problem)
        return;
    QMenu menu(this);
    const Problem shown = *problem;
    for (const QuickFix &fix : shown.fixes)
        connect(menu.addAction(QString(fix.title).replace(u'&', u"&&"_s)), &QAction::triggered, this,
                [this, shown, fix] { emit fixChosen({shown}, fix.id); });
    menu.addSeparator();
    menu.addAction(m_preview);
    menu.addAction(m_fixAll);
    menu.addAction(m_why);
    menu.addAction(m_next);
    menu.addAction(m_previous);
    menu.exec(m_list->viewport()->mapToGlobal(position));
}

bool ProblemPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (watched == m_list && isKey && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1 && m_why->isEnabled()) {
        // In the list, help is about the problem; elsewhere F1 is the window's.
        event->accept();
        if (event->type() == QEvent::KeyPress)
            m_why->trigger();
        return true;
    }
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (watched == m_list && enter && m_fix->isEnabled()) {
            applyFirstFix();
            return true;
        }
        if (watched == m_filter && (enter || key == Qt::Key_Down)) {
            m_list->setFocus(Qt::OtherFocusReason);
            step(1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baton
