// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/problempanel.h"

#include "views/panels/problemfilter.h"
#include "views/panels/reasonbar.h"
#include "views/widgets/columnfit.h"

#include <QAction>
#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace baton {

ProblemPanel::ProblemPanel(Document &document, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_model(new ProblemModel(document.workflow().contents(), theme, this))
    , m_filter(new ProblemFilter(theme, this))
    , m_list(new QTreeView(this))
    , m_empty(new QLabel(this))
    , m_reason(new ReasonBar(this))
{
    setObjectName(u"problems"_s);
    setAccessibleName(tr("Problems"));
    makeActions();
    auto *fixAll = new QToolButton(this);
    fixAll->setDefaultAction(m_fixAll);
    m_filter->addWidget(fixAll);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_filter);
    makeList();
    layout->addWidget(m_list, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("look", u"mute"_s);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_reason);
    m_filter->line()->installEventFilter(this);
    connect(m_filter, &ProblemFilter::changed, this, &ProblemPanel::refresh);
    connect(m_filter, &ProblemFilter::asideWanted, this, &ProblemPanel::suppressedWanted);
    connect(m_reason, &ReasonBar::given, this, &ProblemPanel::setAside);
    connect(m_reason, &ReasonBar::closed, this, [this] {
        QWidget *back = m_focusBefore && m_focusBefore->isVisible() ? m_focusBefore.data() : m_list;
        back->setFocus(Qt::OtherFocusReason);
    });
    connect(&document.selection(), &Selection::changed, this, [this] {
        if (m_filter->showsOnlySelected() && !m_picking)
            refresh();
        else
            updateActions();
    });
    connect(&document.workflow(), &Workflow::changed, this, [this](const Change &change) {
        const bool renamed =
            std::any_of(change.touched.begin(), change.touched.end(), [](const FieldSet &fields) {
                return fields.contains(Field::Title) || fields.contains(Field::Id);
            });
        if (renamed)
            m_model->refreshPlaces();
    });
    connect(&theme, &Theme::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    refresh();
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
    m_fix = make(tr("Apply the first fix"), Qt::CTRL | Qt::Key_Period, [this] { applyFirstFix(); });
    m_preview = make(tr("Preview the first fix"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this] {
        if (const Problem *problem = current(); problem && !problem->fixes.isEmpty())
            emit fixPreviewed(Problem(*problem), problem->fixes.first());
    });
    m_menu = make(tr("Fixes of this problem…"), Qt::ALT | Qt::Key_Return, [this] { popUpMenu(); });
    m_fixAll = make(tr("Fix all of this kind"), Qt::CTRL | Qt::ALT | Qt::Key_Period, [this] { applyAll(); });
    m_why = make(tr("Why is this a problem?"), {}, [this] {
        if (const Problem *problem = current())
            emit whyAsked(problem->rule);
    });
    m_setAside = make(tr("Set aside here…"), Qt::CTRL | Qt::SHIFT | Qt::Key_I, [this] {
        if (const Problem *problem = current())
            askReason(Problem(*problem));
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
    // Sentence, place, rule, fix.
    new ColumnFit(m_list->header(), {{320, 560, 5}, {80, 170, 1}, {96, 170}, {120, 220, 1}});
    connect(m_list, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        pick(index, Attention::Look);
        if (index.column() == ProblemModel::FixColumn)
            applyFirstFix();
    });
    connect(m_list, &QTreeView::doubleClicked, this,
            [this](const QModelIndex &index) { pick(index, Attention::Type); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                updateActions();
                if (m_list->hasFocus())
                    pick(index, Attention::Look);
            });
    connect(m_list, &QWidget::customContextMenuRequested, this, &ProblemPanel::showMenu);
    connect(m_model, &QAbstractItemModel::modelReset, m_list, &QTreeView::expandAll);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
        constexpr int few = 50; // Each expansion moves all rows below.
        if (parent.isValid())
            return;
        if (last - first > few)
            return m_list->expandAll();
        for (int row = first; row <= last; ++row)
            m_list->expand(m_model->index(row, 0));
    });
}

void ProblemPanel::setProblems(const QList<Problem> &problems)
{
    m_problems = problems;
    std::array<int, 4> counts = {};
    for (const Problem &problem : problems)
        ++counts[size_t(problem.severity)];
    const bool changed = counts != m_counts;
    m_counts = counts;
    if (changed)
        m_filter->setCounts(counts);
    if (isVisible())
        refresh();
    else
        m_stale = true;
    updateActions();
    if (changed)
        emit countsChanged();
}

void ProblemPanel::setSuppressed(const QList<SuppressedProblem> &aside)
{
    if (aside == m_aside)
        return;
    m_aside = aside;
    refresh();
}

void ProblemPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

/// Brings the list up to date. Where the current problem is gone, the one after it becomes current, so that the next
/// step does not leave it out.
void ProblemPanel::refresh()
{
    m_stale = false;
    const QPersistentModelIndex before = m_list->currentIndex().siblingAtColumn(0);
    const QPersistentModelIndex follower = before.isValid() ? m_model->next(before, 1) : QModelIndex();
    refill();
    if (follower.isValid() && !before.isValid()) {
        m_unvisited = true;
        m_list->setCurrentIndex(follower);
    }
    updateActions();
}

void ProblemPanel::refill()
{
    const Contents &contents = m_document.workflow().contents();
    const QSet<NodeKey> &selected = m_document.selection().keys();
    QList<Problem> list;
    std::copy_if(m_problems.cbegin(), m_problems.cend(), std::back_inserter(list), [&](const Problem &problem) {
        return m_filter->letsSeverity(problem.severity) && m_filter->lets(problem, contents, selected);
    });
    QList<SuppressedProblem> aside;
    if (m_filter->showsAside()) {
        std::copy_if(m_aside.cbegin(), m_aside.cend(), std::back_inserter(aside), [&](const SuppressedProblem &entry) {
            return m_filter->lets(entry.problem, contents, selected);
        });
    }
    const bool isEmpty = list.isEmpty() && aside.isEmpty();
    m_model->setProblems(std::move(list), aside, m_filter->grouping());
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_problems.isEmpty() ? tr("No problems.") : tr("No problem fits the filter."));
}

const Problem *ProblemPanel::current() const
{
    const QModelIndex index = m_list->currentIndex();
    const Problem *problem = m_model->setAside(index) ? nullptr : m_model->problem(index);
    const NodeKey selected = m_document.selection().current();
    if (m_list->hasFocus() || selected.isNull() || (problem && problem->subjects.contains(selected)))
        return problem;
    const auto found = std::find_if(m_problems.cbegin(), m_problems.cend(), [selected](const Problem &candidate) {
        return candidate.subjects.value(0) == selected;
    });
    return found == m_problems.cend() ? problem : &*found;
}

QList<Problem> ProblemPanel::alike(const Problem &problem) const
{
    QList<Problem> found;
    const QString fix = problem.fixes.isEmpty() ? QString() : problem.fixes.first().id;
    std::copy_if(m_problems.cbegin(), m_problems.cend(), std::back_inserter(found), [&](const Problem &other) {
        return other.rule == problem.rule &&
               std::any_of(other.fixes.cbegin(), other.fixes.cend(),
                           [&fix](const QuickFix &candidate) { return candidate.id == fix; });
    });
    return found;
}

void ProblemPanel::updateActions()
{
    const Problem *problem = current();
    const bool fixable = problem && !problem->fixes.isEmpty();
    m_fix->setEnabled(fixable);
    m_preview->setEnabled(fixable);
    m_fixAll->setEnabled(fixable);
    m_menu->setEnabled(problem);
    m_why->setEnabled(problem && ruleInfo(problem->rule)); // What the reader of the file finds has no page.
    m_setAside->setEnabled(problem && !whereToSetAside(*problem).isNull());
    m_next->setEnabled(!m_problems.isEmpty());
    m_previous->setEnabled(!m_problems.isEmpty());
}

void ProblemPanel::pick(const QModelIndex &index, Attention attention)
{
    const Problem *problem = m_model->problem(index);
    if (!problem)
        return;
    m_unvisited = false;
    const Problem picked = *problem; // What follows may change the list.
    m_picking = true;
    m_document.selection().set(QSet<NodeKey>(picked.subjects.begin(), picked.subjects.end()),
                               picked.subjects.value(0));
    m_picking = false;
    updateActions();
    emit activated(picked, attention);
}

void ProblemPanel::step(int direction)
{
    if (m_stale)
        refresh();
    const QModelIndex now = m_list->currentIndex().siblingAtColumn(0);
    const bool stays = m_unvisited && direction > 0 && m_model->problem(now);
    const QModelIndex next = stays ? now : m_model->next(now, direction);
    if (!next.isValid())
        return;
    m_list->setCurrentIndex(next);
    m_list->scrollTo(next);
    if (m_list->hasFocus())
        return; // The change of the current row has picked it.
    emit hinted(m_model->problem(next)->message);
    pick(next, Attention::Type);
}

void ProblemPanel::reveal(const Problem &problem)
{
    const auto find = [&] {
        for (int group = 0; group < m_model->rowCount(); ++group) {
            const QModelIndex head = m_model->index(group, 0);
            for (int row = 0; row < m_model->rowCount(head); ++row) {
                const QModelIndex index = m_model->index(row, 0, head);
                if (*m_model->problem(index) == problem)
                    return index;
            }
        }
        return QModelIndex();
    };
    if (m_stale)
        refresh();
    QModelIndex index = find();
    if (!index.isValid()) {
        m_filter->reset();
        index = find();
    }
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    pick(index, Attention::Look);
}

void ProblemPanel::applyFirstFix()
{
    if (const SuppressedProblem *aside = m_model->setAside(m_list->currentIndex()); aside && m_list->hasFocus())
        return restore(*aside);
    const Problem *problem = current();
    if (problem && !problem->fixes.isEmpty())
        emit fixChosen({*problem}, problem->fixes.first().id);
}

void ProblemPanel::applyAll()
{
    const Problem *problem = current();
    if (problem && !problem->fixes.isEmpty())
        emit fixChosen(alike(*problem), problem->fixes.first().id);
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
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool enter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (watched == m_list && enter && press->modifiers() == Qt::ControlModifier) {
            pick(m_list->currentIndex(), Attention::Type);
            return true;
        }
        if (watched == m_list && enter && press->modifiers() == Qt::NoModifier) {
            if (m_fix->isEnabled() || m_model->setAside(m_list->currentIndex()))
                applyFirstFix();
            else
                pick(m_list->currentIndex(), Attention::Type);
            return true;
        }
        if (watched == m_filter->line() && (enter || press->key() == Qt::Key_Down)) {
            m_list->setFocus(Qt::OtherFocusReason);
            step(1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace baton
