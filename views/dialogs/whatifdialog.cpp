// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/whatifdialog.h"

#include "views/dialogs/whatifmodel.h"
#include "views/panels/runfacts.h"
#include "views/widgets/bandchart.h"
#include "views/widgets/dialogsize.h"

#include <QCheckBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSpinBox>
#include <QTableView>
#include <QTreeWidget>

#include <chrono>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr int manyTokens = 2'000'000'000;

QLabel *makeLabel(const QString &text, const char *look)
{
    auto *label = new QLabel(text);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setProperty("look", QString::fromLatin1(look));
    return label;
}

QString timeText(double milliseconds)
{
    return RunFacts::durationText(qint64(milliseconds));
}

QString tokensText(double tokens)
{
    return QLocale().toString(qint64(tokens));
}

QString costText(double cost)
{
    return QLocale().toString(cost, 'f', 2);
}

} // namespace

WhatIfDialog::WhatIfDialog(const Contents &contents, const Prices &prices, const Calibration &calibration, Theme &theme,
                           QWidget *parent)
    : QDialog(parent)
    , m_changes(contents)
    , m_prices(prices)
    , m_calibration(calibration)
    , m_tasks(new WhatIfModel(m_changes, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_table(new QTableView)
    , m_limit(new QSpinBox)
    , m_cap(new QSpinBox)
    , m_stops(new QCheckBox(tr("Stop the run at the cap")))
    , m_needsOf(makeLabel({}, "section"))
    , m_needs(new QListWidget)
    , m_newNeed(new QLineEdit)
    , m_refusal(makeLabel({}, "error"))
    , m_figures(new QTreeWidget)
    , m_path(makeLabel({}, "small"))
    , m_timeBand(new BandChart(tr("Time"), timeText, theme))
    , m_tokenBand(new BandChart(tr("Tokens"), tokensText, theme))
    , m_costBand(new BandChart(tr("Cost (USD)"), costText, theme))
    , m_runs(makeLabel({}, "small"))
    , m_take(new QPushButton(tr("Take the changes")))
    , m_preview(new QPushButton(tr("Preview on the canvas")))
    , m_reset(new QPushButton(tr("Start again")))
{
    setWindowTitle(tr("What if?"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeWithin(this, {1120, 740});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(20);
    halves->addWidget(makeChanges(), 6);
    halves->addWidget(makeAnswers(), 5);
    layout->addLayout(halves, 1);
    layout->addWidget(makeButtons());
    m_timer.setSingleShot(true);
    m_timer.setInterval(std::chrono::milliseconds(120));
    connect(&m_timer, &QTimer::timeout, this, &WhatIfDialog::work);
    connect(&m_answers, &QFutureWatcherBase::finished, this, &WhatIfDialog::showAnswers);
    connect(&m_bands, &QFutureWatcherBase::finished, this, &WhatIfDialog::showBands);
    connect(m_tasks, &WhatIfModel::changed, this, &WhatIfDialog::follow);
    selectTask(m_tasks->keyAt(0));
    follow();
}

WhatIfDialog::~WhatIfDialog()
{
    *m_cancelled = true;
}

QWidget *WhatIfDialog::makeChanges()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    const WorkflowInfo &info = m_changes.before().info;
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_limit->setRange(0, 100'000);
    m_limit->setSpecialValueText(tr("no limit"));
    m_limit->setValue(int(std::clamp<qint64>(info.maxConcurrent, 0, 100'000)));
    m_limit->setAccessibleName(tr("Tasks at the same time, at most"));
    connect(m_limit, &QSpinBox::valueChanged, this, [this](int value) {
        m_changes.set(workflowKey, Field::MaxConcurrent, qint64(value));
        follow();
    });
    m_cap->setRange(0, manyTokens);
    m_cap->setSingleStep(10'000);
    m_cap->setGroupSeparatorShown(true);
    m_cap->setSpecialValueText(tr("no cap"));
    m_cap->setValue(int(std::clamp<qint64>(info.budgetTokens.value_or(0), 0, manyTokens)));
    m_cap->setAccessibleName(tr("Tokens of the whole run, at most"));
    connect(m_cap, &QSpinBox::valueChanged, this, [this](int value) {
        m_changes.set(workflowKey, Field::BudgetTokens, value > 0 ? std::optional<qint64>(value) : std::nullopt);
        follow();
    });
    m_stops->setChecked(info.budgetStop);
    connect(m_stops, &QCheckBox::toggled, this, [this](bool stops) {
        m_changes.set(workflowKey, Field::BudgetStop, stops);
        follow();
    });
    row->addWidget(new QLabel(tr("At once, at most")));
    row->addWidget(m_limit);
    row->addSpacing(12);
    row->addWidget(new QLabel(tr("Token cap")));
    row->addWidget(m_cap, 1);
    column->addLayout(row);
    column->addWidget(m_stops);
    column->addWidget(makeTasks(), 3);
    column->addWidget(makeNeeds(), 2);
    return side;
}

QWidget *WhatIfDialog::makeTasks()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    auto *filter = new QLineEdit;
    filter->setPlaceholderText(tr("Filter tasks…"));
    filter->setClearButtonEnabled(true);
    filter->setAccessibleName(tr("Filter tasks"));
    m_filtered->setSourceModel(m_tasks);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    connect(filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    m_table->setModel(m_filtered);
    m_table->setAccessibleName(tr("Tasks with their model, duration and tokens"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setDefaultSectionSize(28);
    m_table->horizontalHeader()->setSectionResizeMode(WhatIfModel::TaskColumn, QHeaderView::Stretch);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &WhatIfDialog::showNeeds);
    column->addWidget(filter);
    column->addWidget(m_table, 1);
    return area;
}

QWidget *WhatIfDialog::makeNeeds()
{
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_needsOf);
    m_needs->setAccessibleName(tr("Needs of the task; untick one to do without it"));
    m_needs->setFrameShape(QFrame::NoFrame);
    connect(m_needs, &QListWidget::itemChanged, this, &WhatIfDialog::toggleNeed);
    column->addWidget(m_needs, 1);
    m_newNeed->setPlaceholderText(tr("Add a need: the id of a task, then Return"));
    m_newNeed->setAccessibleName(tr("Add a need"));
    QStringList ids;
    for (const auto &slot : m_changes.before().tasks)
        ids += slot.node->id;
    auto *completer = new QCompleter(ids, m_newNeed);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_newNeed->setCompleter(completer);
    connect(m_newNeed, &QLineEdit::returnPressed, this, &WhatIfDialog::addNeed);
    column->addWidget(m_newNeed);
    m_refusal->hide();
    column->addWidget(m_refusal);
    return area;
}

QWidget *WhatIfDialog::makeAnswers()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_figures->setAccessibleName(tr("The plan now and with the changes"));
    m_figures->setRootIsDecorated(false);
    m_figures->setSelectionMode(QAbstractItemView::NoSelection);
    m_figures->setFrameShape(QFrame::NoFrame);
    m_figures->setHeaderLabels({tr("As planned"), tr("Now"), tr("What if"), tr("Difference")});
    m_figures->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_figures->header()->setSectionResizeMode(m_figures->columnCount() - 1, QHeaderView::Stretch);
    connect(m_figures->header(), &QHeaderView::sectionResized, this, &WhatIfDialog::fitFigures);
    for (const auto &[id, title] : {std::pair(u"time"_s, tr("Time")), {u"tokens"_s, tr("Tokens")}, {u"cost"_s, tr("Cost (USD)")},
                                    {u"path"_s, tr("Critical path")}}) {
        auto *row = new QTreeWidgetItem(m_figures, {title});
        row->setData(0, Qt::UserRole, id);
    }
    m_figures->setFixedHeight(152);
    column->addWidget(m_figures);
    column->addWidget(m_path);
    column->addSpacing(6);
    column->addWidget(makeLabel(tr("WHAT MANY RUNS COME TO"), "section"));
    column->addWidget(m_timeBand);
    column->addWidget(m_tokenBand);
    column->addWidget(m_costBand);
    column->addWidget(m_runs);
    if (const QString measured = measuredText(); !measured.isEmpty()) {
        QLabel *label = makeLabel(measured, "small");
        label->setObjectName(u"measured"_s);
        column->addWidget(label);
    }
    column->addSpacing(6);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(6);
    makePrices(form);
    if (form->rowCount() > 0)
        column->addWidget(makeLabel(tr("PRICES, USD FOR A MILLION TOKENS"), "section"));
    column->addLayout(form);
    column->addStretch(1);
    return side;
}

void WhatIfDialog::makePrices(QFormLayout *form)
{
    QSet<QString> models;
    for (const auto &slot : m_changes.before().personas)
        models.insert(slot.node->model);
    for (const auto &slot : m_changes.before().tasks)
        models.insert(slot.node->model);
    for (auto it = m_prices.cbegin(); it != m_prices.cend(); ++it)
        models.insert(it.key());
    models.remove(QString());
    QStringList sorted(models.cbegin(), models.cend());
    sorted.sort();
    constexpr qsizetype mostModels = 5;
    for (const QString &model : sorted.mid(0, mostModels)) {
        auto *field = new QDoubleSpinBox;
        field->setRange(0, 100'000);
        field->setDecimals(2);
        field->setSpecialValueText(tr("unknown"));
        field->setValue(m_prices.value(model, 0));
        field->setObjectName(u"price-"_s + model);
        field->setAccessibleName(tr("Price of %1 for a million tokens").arg(model));
        connect(field, &QDoubleSpinBox::valueChanged, this, [this, model](double price) {
            if (price > 0)
                m_prices.insert(model, price);
            else
                m_prices.remove(model);
            follow();
        });
        form->addRow(model, field);
    }
}

QWidget *WhatIfDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox;
    m_take->setProperty("look", u"primary"_s);
    for (QPushButton *button : {m_take, m_preview, m_reset})
        button->setAutoDefault(false); // Return belongs to the fields.
    buttons->addButton(m_take, QDialogButtonBox::AcceptRole);
    buttons->addButton(m_preview, QDialogButtonBox::ActionRole);
    buttons->addButton(m_reset, QDialogButtonBox::ResetRole);
    QPushButton *close = buttons->addButton(QDialogButtonBox::Close);
    close->setAutoDefault(false);
    connect(m_take, &QPushButton::clicked, this, [this] {
        emit taken(m_changes.edit());
        accept();
    });
    connect(m_preview, &QPushButton::clicked, this, [this] {
        emit previewRequested(m_changes.edit());
        accept();
    });
    connect(m_reset, &QPushButton::clicked, this, &WhatIfDialog::reset);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return buttons;
}

void WhatIfDialog::selectTask(NodeKey key)
{
    const QModelIndex row = m_filtered->mapFromSource(m_tasks->index(m_tasks->rowOf(key), 0));
    m_table->setCurrentIndex(row);
    showNeeds();
}

void WhatIfDialog::showNeeds()
{
    const QSignalBlocker quiet(m_needs);
    m_needs->clear();
    m_refusal->hide();
    const NodeKey key = m_tasks->keyAt(m_filtered->mapToSource(m_table->currentIndex()).row());
    const Task *task = m_changes.after().task(key);
    m_newNeed->setEnabled(task);
    if (!task) {
        m_needsOf->setText(tr("NEEDS"));
        return;
    }
    m_needsOf->setText(tr("NEEDS OF “%1”").arg(task->displayTitle()));
    const auto has = [](const QList<Need> &all, const QString &id) {
        return std::any_of(all.cbegin(), all.cend(), [&id](const Need &need) { return need.target == id; });
    };
    const Task *before = m_changes.before().task(key);
    QStringList ids;
    for (const QList<Need> &needs : {before ? before->needs : QList<Need>(), task->needs}) {
        for (const Need &need : needs) {
            if (!ids.contains(need.target))
                ids += need.target;
        }
    }
    for (const QString &id : std::as_const(ids)) {
        auto *item = new QListWidgetItem(m_changes.after().titleOf(m_changes.draft().ids().step(id)), m_needs);
        item->setData(Qt::UserRole, id);
        item->setToolTip(id);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(has(task->needs, id) ? Qt::Checked : Qt::Unchecked);
    }
}

void WhatIfDialog::toggleNeed(QListWidgetItem *item)
{
    const NodeKey to = m_tasks->keyAt(m_filtered->mapToSource(m_table->currentIndex()).row());
    const NodeKey from = m_changes.draft().ids().step(item->data(Qt::UserRole).toString());
    Result<void> done;
    if (item->checkState() == Qt::Checked)
        done = m_changes.addNeed(from, to);
    else
        m_changes.dropNeed(from, to);
    showNeeds();
    m_refusal->setText(done ? QString() : done.error().message);
    m_refusal->setVisible(!done);
    follow();
}

void WhatIfDialog::addNeed()
{
    const NodeKey to = m_tasks->keyAt(m_filtered->mapToSource(m_table->currentIndex()).row());
    const NodeKey from = m_changes.draft().ids().step(m_newNeed->text().trimmed());
    Result<void> done;
    if (from.isNull())
        done = Error{ErrorCode::Refused, tr("No task or gate has the id “%1”.").arg(m_newNeed->text().trimmed()), {}, {}};
    else
        done = m_changes.addNeed(from, to);
    if (done)
        m_newNeed->clear();
    showNeeds();
    m_refusal->setText(done ? QString() : done.error().message);
    m_refusal->setVisible(!done);
    follow();
}

void WhatIfDialog::reset()
{
    m_changes.reset();
    const QSignalBlocker quiet[] = {QSignalBlocker(m_limit), QSignalBlocker(m_cap), QSignalBlocker(m_stops)};
    const WorkflowInfo &info = m_changes.before().info;
    m_limit->setValue(int(std::clamp<qint64>(info.maxConcurrent, 0, 100'000)));
    m_cap->setValue(int(std::clamp<qint64>(info.budgetTokens.value_or(0), 0, manyTokens)));
    m_stops->setChecked(info.budgetStop);
    const NodeKey current = m_tasks->keyAt(m_filtered->mapToSource(m_table->currentIndex()).row());
    m_tasks->refresh();
    selectTask(current);
    follow();
}

} // namespace baton
