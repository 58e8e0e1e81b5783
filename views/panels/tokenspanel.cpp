// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/tokenspanel.h"

#include "model/run/phasespend.h"
#include "model/run/runrecord.h"
#include "views/panels/chips.h"
#include "views/panels/inspector/fieldtext.h"
#include "views/panels/meter.h"
#include "views/panels/runfacts.h"
#include "views/panels/tokenchart.h"
#include "views/widgets/columnfit.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Paints the share of a budget as a bar.
class MeterDelegate final : public QStyledItemDelegate
{
public:
    MeterDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::paint(painter, option, index);
        const QVariant share = index.data(TokensModel::ShareRole);
        if (!share.isValid())
            return;
        const QRectF cell(option.rect);
        paintMeter(*painter, m_theme.palette(),
                   QRectF(cell.left() + 4, cell.center().y() - 4, cell.width() - 12, 8), share.toDouble(), 0);
    }

private:
    Theme &m_theme;
};

} // namespace

TokensModel::TokensModel(Theme &theme, QObject *parent)
    : QAbstractTableModel(parent)
    , m_theme(theme)
{
}

QList<TokensModel::Row> TokensModel::rowsOf(const RunPlan &plan, const RunState &state)
{
    QList<Row> rows;
    rows.reserve(plan.tasks.size() + plan.phases.size());
    const auto addTask = [&](int task) {
        const PlanTask &planned = plan.tasks.at(task);
        const qint64 used = state.tasks.at(task).usage.total();
        rows.append({planned.id, planned.task->displayTitle(), used,
                     planned.plannedTokens, planned.phase});
    };
    // In all rounds of a phase.
    QList<QList<int>> tasksOf(plan.phases.size() + 1);
    for (int task = 0; task < plan.tasks.size(); ++task)
        tasksOf[plan.tasks.at(task).phase < 0 ? plan.phases.size() : plan.tasks.at(task).phase].append(task);
    const QList<Spend> spends = spendOfPhases(plan, state);
    for (int number = 0; number < plan.phases.size(); ++number) {
        const PlanPhase &phase = plan.phases.at(number);
        rows.append({{}, phase.phase->title.isEmpty() ? phase.id : phase.phase->title, spends.at(number).used, spends.at(number).planned, number});
        std::for_each(tasksOf.at(number).cbegin(), tasksOf.at(number).cend(), addTask);
    }
    std::for_each(tasksOf.constLast().cbegin(), tasksOf.constLast().cend(), addTask);
    return rows;
}

void TokensModel::read(const RunPlan *plan, const RunState *state)
{
    const bool sound = plan && state && plan->tasks.size() == state->tasks.size();
    QList<Row> rows = sound ? rowsOf(*plan, *state) : QList<Row>();
    const bool same = rows.size() == m_rows.size() &&
                      std::equal(rows.begin(), rows.end(), m_rows.begin(),
                                 [](const Row &a, const Row &b) { return a.id == b.id && a.name == b.name; });
    if (!same) {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
        return;
    }
    for (int row = 0; row < rows.size(); ++row) {
        if (m_rows.at(row).used == rows.at(row).used && m_rows.at(row).planned == rows.at(row).planned)
            continue;
        m_rows[row] = rows.at(row);
        emit dataChanged(index(row, BarColumn), index(row, FiguresColumn));
    }
}

int TokensModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int TokensModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant TokensModel::data(const QModelIndex &index, int role) const
{
    const Row &row = m_rows.at(index.row());
    const std::optional<qint64> planned = row.planned > 0 ? std::optional(row.planned) : std::nullopt;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == NameColumn)
            return row.id.isEmpty() ? row.name : u"    "_s + row.name;
        if (index.column() == FiguresColumn && (row.used > 0 || planned))
            return RunFacts::tokensText(row.used, planned, 0);
        return {};
    case Qt::AccessibleTextRole:
        return QString(row.name + u", "_s + RunFacts::tokensText(row.used, planned, 0));
    case Qt::FontRole: {
        QFont font;
        font.setBold(row.id.isEmpty());
        return row.id.isEmpty() && index.column() == NameColumn ? QVariant(font) : QVariant();
    }
    case Qt::ForegroundRole:
        if (index.column() == FiguresColumn && planned && row.used > *planned)
            return m_theme.stateInk(TaskState::Failed);
        return index.column() == NameColumn ? m_theme.palette().ink : m_theme.palette().mute;
    case ShareRole:
        return planned ? QVariant(double(row.used) / double(*planned)) : QVariant();
    case IdRole:
        return row.id;
    case PhaseRole:
        return row.phase;
    default:
        return {};
    }
}

QVariant TokensModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn  ? tr("Phase and task")
           : section == BarColumn ? tr("Share of the plan")
                                  : tr("Tokens");
}

TokensPanel::TokensPanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new TokensModel(theme, this))
    , m_table(new QTableView(this))
    , m_chart(new TokenChart(theme, this))
    , m_meter(new Meter(theme, this))
    , m_total(new QLabel(this))
    , m_note(new QLabel(this))
    , m_parts(new QSplitter(Qt::Horizontal, this))
    , m_empty(new QLabel(tr("No run yet. Press Run to see it here."), this))
{
    constexpr int refreshInterval = 100; // Milliseconds.
    setObjectName(u"tokens"_s);
    setAccessibleName(tr("Tokens"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshInterval);
    connect(&m_timer, &QTimer::timeout, this, &TokensPanel::refresh);
    m_total->setProperty("look", u"strong"_s);
    m_note->setProperty("look", u"mute"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(TokensModel::BarColumn, new MeterDelegate(theme, m_table));
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setAccessibleName(tr("Tokens of each task"));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(26);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    new ColumnFit(m_table->horizontalHeader(), {{130, 240, 1}, {130, 190, 2}, {110, 170}});
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->setSpacing(12);
    head->addWidget(m_total);
    head->addWidget(m_meter, 1);
    head->addWidget(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    m_parts->setHandleWidth(1);
    m_parts->setChildrenCollapsible(false);
    m_parts->addWidget(m_chart);
    m_parts->addWidget(m_table);
    m_parts->setSizes({640, 700});
    layout->addWidget(m_parts, 1);
    m_empty->setProperty("look", u"mute"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    layout->addWidget(m_empty, 1);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this](const QItemSelection &selected) {
                const QModelIndexList cells = selected.indexes();
                const QString id =
                    cells.isEmpty() ? QString() : cells.first().data(TokensModel::IdRole).toString();
                if (!id.isEmpty())
                    emit activated(id);
                showPhase(id.isEmpty() && !cells.isEmpty() ? cells.first().data(TokensModel::PhaseRole).toInt() : -1);
            });
    connect(&theme, &Theme::changed, m_table->viewport(), qOverload<>(&QWidget::update));
    refresh();
}

void TokensPanel::setRecord(RunRecord *record)
{
    if (m_record)
        m_record->disconnect(this);
    m_record = record;
    m_series.clear();
    m_taken = 0;
    m_phase = -1;
    if (record) {
        connect(record, &RunRecord::advanced, this, &TokensPanel::followSoon);
        connect(record, &RunRecord::sought, this, &TokensPanel::followSoon);
        connect(record, &RunRecord::grew, this, &TokensPanel::followSoon);
    }
    refresh();
}

void TokensPanel::followSoon()
{
    if (isVisible() && !m_timer.isActive())
        m_timer.start();
}

void TokensPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void TokensPanel::refresh()
{
    m_meter->setVisible(m_record);
    m_note->setVisible(m_record);
    m_total->setVisible(m_record);
    m_parts->setVisible(m_record);
    m_empty->setVisible(!m_record);
    if (!m_record) {
        m_model->read(nullptr, nullptr);
        return;
    }
    const RunState &state = m_record->state();
    const RunPlan &plan = planOf(m_record->plan(), state);
    m_model->read(&plan, &state);
    const std::optional<qint64> limit = RunFacts::tokenLimit(plan);
    const WorkflowInfo &info = plan.contents.info;
    const QString words = RunFacts::tokensText(state.usage.total(), limit, info.budgetWarnAt);
    m_total->setText(words);
    m_meter->setFigures(state.usage.total(), limit.value_or(0), info.budgetWarnAt, words);
    QStringList notes;
    if (state.usage.costUsd > 0)
        notes += tr("%1 USD").arg(state.usage.costUsd, 0, 'f', 2);
    notes += tr("budgets × %1", "multiplier").arg(info.budgetMultiplier);
    m_note->setText(notes.join(u" · "_s));
    drawChart();
}

void TokensPanel::showPhase(int phase)
{
    m_phase = phase;
    drawChart();
}

void TokensPanel::drawChart()
{
    if (!m_record)
        return;
    const QList<Event> &events = m_record->events();
    for (; m_taken < events.size(); ++m_taken)
        m_series.take(events.at(m_taken));
    const RunState &state = m_record->state();
    const RunPlan &plan = planOf(m_record->plan(), state);
    if (m_phase >= plan.phases.size())
        m_phase = -1;
    const WorkflowInfo &info = plan.contents.info;
    TokenChart::Figures figures{.title = tr("Whole run"), .points = m_series.points(plan, m_phase)};
    figures.start = m_series.start();
    figures.end = m_series.end();
    figures.now = m_record->isLive() ? figures.end : m_record->cursor() > 0 ? state.now : figures.start;
    figures.warnAt = info.budgetWarnAt;
    if (m_phase >= 0) {
        const PlanPhase &phase = plan.phases.at(m_phase);
        figures.title = phase.phase->title.isEmpty() ? phase.id : phase.phase->title;
        figures.limit = spendOfPhases(plan, state).at(m_phase).planned;
    } else {
        figures.limit = RunFacts::tokenLimit(plan).value_or(0);
        figures.stops = info.budgetStop && info.budgetTokens.has_value();
    }
    m_chart->setFigures(figures);
}

QString TokensPanel::totalText() const
{
    return m_total->text();
}

} // namespace baton
