// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/rulesdialog.h"

#include "views/dialogs/rulemodel.h"
#include "views/widgets/dialogsize.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace baton {

RulesDialog::RulesDialog(Document &document, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_model(new RuleModel(document.workflow(), this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_profile(new QComboBox(this))
    , m_list(new QTreeView(this))
    , m_title(new QLabel(this))
    , m_why(new QLabel(this))
    , m_severity(new QComboBox(this))
    , m_lock(new QLabel(this))
    , m_places(new QListWidget(this))
    , m_restore(new QPushButton(tr("Check it again there"), this))
{
    setObjectName(u"rules"_s);
    setWindowTitle(tr("Rules of this plan"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeWithin(this, {860, 640});
    auto *layout = new QVBoxLayout(this);
    buildBar();
    m_sorted->setSourceModel(m_model);
    m_sorted->setFilterKeyColumn(-1);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_sorted);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setAccessibleName(tr("Rules"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(RuleModel::TitleColumn, QHeaderView::Stretch);
    m_list->header()->resizeSection(RuleModel::IdColumn, 190);
    m_list->header()->resizeSection(RuleModel::DefaultColumn, 90);
    m_list->header()->resizeSection(RuleModel::HereColumn, 90);
    m_list->header()->resizeSection(RuleModel::OriginColumn, 110);
    m_list->header()->resizeSection(RuleModel::AsideColumn, 80);
    layout->addWidget(m_list, 1);
    layout->addWidget(makeDetails());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &RulesDialog::showCurrent);
    connect(&document.workflow(), &Workflow::changed, this, &RulesDialog::follow);
    // One history, whichever window has the focus.
    QAction *undo = document.undoStack().createUndoAction(this);
    undo->setShortcuts(QKeySequence::Undo);
    QAction *redo = document.undoStack().createRedoAction(this);
    redo->setShortcuts(QKeySequence::Redo);
    addActions({undo, redo});
    refresh();
    m_list->setCurrentIndex(m_sorted->index(0, 0));
    m_filter->setFocus();
}

void RulesDialog::buildBar()
{
    m_filter->setPlaceholderText(tr("Filter rules…"));
    m_filter->setAccessibleName(tr("Filter rules"));
    m_filter->setClearButtonEnabled(true);
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    m_profile->addItem(tr("core: what every plan needs"), int(Profile::Core));
    m_profile->addItem(tr("standard: the mandatory four phases, too"), int(Profile::Standard));
    m_profile->setAccessibleName(tr("Profile"));
    connect(m_profile, &QComboBox::activated, this, &RulesDialog::chooseProfile);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_filter, 1);
    auto *label = new QLabel(tr("Profile"), this);
    label->setBuddy(m_profile);
    bar->addWidget(label);
    bar->addWidget(m_profile);
    static_cast<QBoxLayout *>(layout())->addLayout(bar);
}

QWidget *RulesDialog::makeDetails()
{
    auto *details = new QFrame(this);
    details->setProperty("look", u"card"_s);
    auto *column = new QVBoxLayout(details);
    m_title->setProperty("look", u"strong"_s);
    for (QLabel *label : {m_title, m_why, m_lock}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_why->setMinimumHeight(m_why->fontMetrics().lineSpacing() * 3);
    m_why->setAlignment(Qt::AlignTop);
    m_lock->setProperty("look", u"mute"_s);
    const std::pair<QString, QVariant> choices[]{{tr("As the profile says"), {}},
                                                 {tr("An error"), int(Severity::Error)},
                                                 {tr("A warning"), int(Severity::Warning)},
                                                 {tr("A hint"), int(Severity::Info)},
                                                 {tr("Off"), int(Severity::Off)}};
    for (const auto &[text, severity] : choices)
        m_severity->addItem(text, severity);
    m_severity->setAccessibleName(tr("Severity in this plan"));
    connect(m_severity, &QComboBox::activated, this, &RulesDialog::chooseSeverity);
    auto *line = new QHBoxLayout;
    auto *label = new QLabel(tr("In this plan"), details);
    label->setBuddy(m_severity);
    line->addWidget(label);
    line->addWidget(m_severity);
    line->addWidget(m_lock, 1);
    m_places->setAccessibleName(tr("Where it is set aside"));
    m_places->setFixedHeight(m_places->fontMetrics().lineSpacing() * 4);
    connect(m_places, &QListWidget::currentRowChanged, this, [this](int row) { m_restore->setEnabled(row >= 0); });
    connect(m_restore, &QPushButton::clicked, this, &RulesDialog::restore);
    auto *places = new QHBoxLayout;
    places->addWidget(m_places, 1);
    places->addWidget(m_restore, 0, Qt::AlignTop);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addLayout(line);
    column->addLayout(places);
    return details;
}

RulesDialog *RulesDialog::open(Document &document, QWidget *window, const QString &rule)
{
    auto *dialog = window->findChild<RulesDialog *>(u"rules"_s, Qt::FindDirectChildrenOnly);
    if (!dialog)
        dialog = new RulesDialog(document, window);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    if (!rule.isEmpty())
        dialog->showRule(rule);
    return dialog;
}

void RulesDialog::showRule(const QString &rule)
{
    m_filter->clear();
    const QModelIndexList rows =
        m_sorted->match(m_sorted->index(0, RuleModel::IdColumn), Qt::DisplayRole, rule, 1, Qt::MatchExactly);
    if (rows.isEmpty())
        return;
    m_list->setCurrentIndex(rows.first().siblingAtColumn(0));
    m_list->scrollTo(rows.first());
    m_list->setFocus();
}

QString RulesDialog::currentRule() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? index.siblingAtColumn(RuleModel::IdColumn).data().toString() : QString();
}

void RulesDialog::follow(const Change &change)
{
    const bool concerned = change.reset || change.touches(workflowKey, Field::Profile) || !change.removed.isEmpty() ||
                           !change.added.isEmpty() ||
                           std::any_of(change.touched.cbegin(), change.touched.cend(),
                                       [](const FieldSet &fields) { return fields.contains(Field::Rules); });
    if (concerned)
        refresh();
}

void RulesDialog::refresh()
{
    m_model->refresh();
    m_profile->setCurrentIndex(m_profile->findData(int(m_document.workflow().info().profile)));
    showCurrent();
}

void RulesDialog::showCurrent()
{
    const RuleInfo *rule = ruleInfo(currentRule());
    m_severity->setEnabled(rule && !rule->locked);
    m_places->clear();
    m_restore->setEnabled(false);
    if (!rule)
        return;
    const RuleSeverity now = severityOf(*rule, m_document.workflow().info());
    m_title->setText(rule->title);
    m_why->setText(tr("%1 (%2)", "why, source").arg(rule->why, rule->source));
    m_severity->setCurrentIndex(now.origin == SeverityOrigin::File ? m_severity->findData(int(now.severity)) : 0);
    m_lock->setText(rule->locked ? tr("This one holds in every plan: what it finds cannot be right.") : QString());
    for (const RuleModel::Aside &aside : m_model->asides(rule->id)) {
        const QString title = m_document.workflow().contents().titleOf(aside.task);
        auto *row = new QListWidgetItem(aside.reason.isEmpty() ? tr("%1: without a reason").arg(title)
                                                                : tr("%1: %2", "task, reason").arg(title, aside.reason),
                                        m_places);
        row->setData(Qt::UserRole, QVariant::fromValue(aside.task));
    }
    if (m_places->count() == 0) {
        auto *row = new QListWidgetItem(tr("Set aside nowhere"), m_places);
        row->setFlags(Qt::NoItemFlags);
    } else {
        m_places->setCurrentRow(0);
    }
}

void RulesDialog::chooseProfile(int index)
{
    const auto profile = Profile(m_profile->itemData(index).toInt());
    if (profile != m_document.workflow().info().profile)
        m_document.push(tr("Change the profile"), Edit{}.set(workflowKey, Field::Profile, profile));
}

void RulesDialog::chooseSeverity(int index)
{
    const QVariant chosen = m_severity->itemData(index);
    const QString rule = currentRule();
    const Result<Edit> edit =
        settingSeverity(m_document.workflow().contents(), rule,
                        chosen.isNull() ? std::nullopt : std::optional(Severity(chosen.toInt())));
    if (edit)
        m_document.push(tr("Change the severity of “%1”").arg(rule), *edit);
    else
        m_lock->setText(edit.error().message);
}

void RulesDialog::restore()
{
    const QListWidgetItem *row = m_places->currentItem();
    if (row)
        m_document.push(tr("Check “%1” again").arg(currentRule()),
                        restoring(m_document.workflow().contents(), row->data(Qt::UserRole).value<NodeKey>(), currentRule()));
}

} // namespace baton
