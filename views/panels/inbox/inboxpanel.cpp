// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inbox/inboxpanel.h"

#include "model/run/runrecord.h"
#include "views/panels/inbox/inboxitems.h"
#include "views/panels/inbox/issueeditor.h"
#include "views/panels/inbox/promiselist.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// Two lines: what kind of question about what, and the question.
class InboxDelegate final : public QStyledItemDelegate
{
public:
    InboxDelegate(Theme &theme, QObject *parent)
        : QStyledItemDelegate(parent)
        , m_theme(theme)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {160, option.fontMetrics.height() * 2 + 16};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QStyleOptionViewItem ground = option;
        initStyleOption(&ground, index);
        ground.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, option.widget);
        const Palette &colors = m_theme.palette();
        const QRect room = option.rect.adjusted(10, 7, -10, -7);
        painter->save();
        const QFontMetrics metrics = option.fontMetrics;
        const QString kind = index.data(InboxModel::KindRole).toString();
        const int kindWidth = metrics.horizontalAdvance(kind);
        painter->setPen(m_theme.stateInk(TaskState::Blocked));
        painter->drawText(room, Qt::AlignRight | Qt::AlignTop, kind);
        painter->setPen(colors.ink);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignTop,
                          metrics.elidedText(index.data(InboxModel::TitleRole).toString(), Qt::ElideRight,
                                             room.width() - kindWidth - 10));
        painter->setPen(colors.mute);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignBottom,
                          metrics.elidedText(index.data(InboxModel::SentenceRole).toString().simplified(),
                                             Qt::ElideRight, room.width()));
        painter->restore();
    }

private:
    Theme &m_theme;
};

QScrollArea *scrolled(QWidget *content)
{
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    content->setProperty("look", u"panel"_s);
    area->setWidget(content);
    return area;
}

QLabel *sectionLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text.toUpper(), parent);
    label->setProperty("look", u"section"_s);
    return label;
}

} // namespace

InboxPanel::InboxPanel(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_model(new InboxModel(this))
    , m_list(new QListView(this))
    , m_empty(new QLabel(this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_promises(new PromiseList(theme))
    , m_issues(new IssueEditor)
{
    constexpr int refreshInterval = 100; // Milliseconds.
    setObjectName(u"inbox"_s);
    setAccessibleName(tr("Inbox"));
    m_timer.setSingleShot(true);
    m_timer.setInterval(refreshInterval);
    connect(&m_timer, &QTimer::timeout, this, &InboxPanel::refresh);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new InboxDelegate(theme, m_list));
    m_list->setAccessibleName(tr("What waits for you"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumWidth(180);
    setFocusProxy(m_list);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setProperty("look", u"mute"_s);
    m_split->setHandleWidth(1);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_list);
    m_split->addWidget(makeQuestion());
    m_split->addWidget(makeAnswer());
    m_split->setSizes({280, 460, 560});
    m_split->setStretchFactor(1, 1);
    m_split->setStretchFactor(2, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split, 1);
    layout->addWidget(m_empty, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &InboxPanel::showCurrent);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        emit activated(m_model->items().at(index.row()).question.subject);
    });
    connect(m_promises, &PromiseList::hinted, this, &InboxPanel::hinted);
    connect(&theme, &Theme::changed, this, &InboxPanel::showForm);
    refresh();
}

QWidget *InboxPanel::makeQuestion()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    m_title = new QLabel(content);
    m_title->setProperty("look", u"title"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_sentence = new QLabel(content);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_details = new QLabel(content);
    m_details->setTextFormat(Qt::RichText);
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_details->setAccessibleName(tr("What is asked"));
    for (QLabel *label : {m_title, m_sentence, m_details})
        layout->addWidget(label);
    layout->addStretch();
    return scrolled(content);
}

QWidget *InboxPanel::makeAnswer()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(6);
    m_checklistTitle = sectionLabel(tr("Checklist"), content);
    m_checklist = new QVBoxLayout;
    m_checklist->setSpacing(4);
    m_promisesTitle = sectionLabel(tr("Files you promised"), content);
    m_issuesTitle = sectionLabel(tr("Issues"), content);
    m_outcomeTitle = sectionLabel(tr("Outcome"), content);
    m_outcome = new QComboBox(content);
    m_outcome->setObjectName(u"outcome"_s);
    m_outcome->setAccessibleName(tr("Outcome"));
    m_outcome->setPlaceholderText(tr("Choose how it ended"));
    connect(m_outcome, &QComboBox::currentIndexChanged, this, &InboxPanel::updateButtons);
    m_note = new QPlainTextEdit(content);
    m_note->setAccessibleName(tr("Note"));
    m_note->setTabChangesFocus(true);
    m_note->setFixedHeight(m_note->fontMetrics().lineSpacing() * 2 + 18);
    layout->addWidget(m_promisesTitle);
    layout->addWidget(m_promises);
    layout->addWidget(m_outcomeTitle);
    layout->addWidget(m_outcome);
    layout->addWidget(m_issuesTitle);
    layout->addWidget(m_issues);
    layout->addWidget(m_checklistTitle);
    layout->addLayout(m_checklist);
    layout->addWidget(sectionLabel(tr("Note"), content));
    layout->addWidget(m_note);
    layout->addStretch();

    auto *side = new QWidget;
    side->setMinimumWidth(340);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scrolled(content), 1);
    auto *footer = new QWidget(side);
    footer->setProperty("look", u"foot"_s);
    footer->setAttribute(Qt::WA_StyledBackground);
    auto *foot = new QVBoxLayout(footer);
    foot->setContentsMargins(14, 8, 14, 8);
    foot->setSpacing(6);
    m_buttonRow = new QHBoxLayout;
    m_hint = new QLabel(footer);
    m_hint->setProperty("look", u"small"_s);
    m_hint->setWordWrap(true);
    m_resume = new QPushButton(tr("Resume the run"), footer);
    connect(m_resume, &QPushButton::clicked, this, &InboxPanel::resumeRequested);
    foot->addWidget(m_hint);
    foot->addLayout(m_buttonRow);
    m_buttonRow->addStretch();
    m_buttonRow->addWidget(m_resume);
    column->addWidget(footer);
    return side;
}

void InboxPanel::setRecord(RunRecord *record)
{
    if (m_record)
        m_record->disconnect(this);
    m_record = record;
    m_sent.clear();
    m_shown.reset();
    if (record) {
        connect(record, &RunRecord::advanced, this, &InboxPanel::follow);
        connect(record, &RunRecord::sought, this, &InboxPanel::refreshSoon);
    }
    refresh();
}

void InboxPanel::setDriver(Driver driver)
{
    if (driver == m_driver)
        return;
    m_driver = driver;
    updateButtons();
}

int InboxPanel::count() const
{
    return m_model->rowCount();
}

bool InboxPanel::show(const QString &subject)
{
    refresh();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->items().at(row).question.subject != subject)
            continue;
        m_list->setCurrentIndex(m_model->index(row));
        return true;
    }
    return false;
}

void InboxPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showForm();
}

void InboxPanel::follow(const QList<Event> &events)
{
    if (!m_sent.isEmpty()) {
        for (const Event &event : events)
            m_sent.remove(event.subject);
    }
    refreshSoon();
}

void InboxPanel::takeBack(const QString &subject)
{
    m_sent.remove(subject);
    updateButtons();
}

void InboxPanel::refreshSoon()
{
    if (!m_timer.isActive())
        m_timer.start();
}

void InboxPanel::refresh()
{
    const int before = m_model->rowCount();
    m_model->setItems(m_record ? InboxItems::of(m_record->plan(), m_record->state()) : QList<InboxItem>());
    const int now = m_model->rowCount();
    m_split->setVisible(now > 0);
    m_empty->setVisible(now == 0);
    m_empty->setText(m_record ? tr("Nothing waits for you.") : tr("No run yet. Press Run to see it here."));
    if (now > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_model->index(0));
    showCurrent();
    if (now != before)
        emit countChanged(now);
}

void InboxPanel::showCurrent()
{
    const QModelIndex index = m_list->currentIndex();
    const auto question = index.isValid() && index.row() < m_model->rowCount()
                              ? std::optional(m_model->items().at(index.row()).question)
                              : std::nullopt;
    if (question == m_shown)
        return updateButtons();
    m_shown = question;
    m_note->clear();
    m_outcome->clear();
    showForm();
}

void InboxPanel::showForm()
{
    const int row = m_shown ? m_model->rowOf(*m_shown) : -1;
    if (row < 0 || !m_record)
        return;
    const InboxItem &item = m_model->items().at(row);
    const RunState &state = m_record->state();
    const RunPlan &plan = planOf(m_record->plan(), state);
    m_title->setText(item.title);
    m_sentence->setText(item.sentence);
    m_details->setText(InboxItems::detailsHtml(plan, state, *m_shown, m_theme));
    const int task = plan.indexOfTask(m_shown->subject);
    const bool isHuman = m_shown->kind == Question::Kind::Human && task >= 0;
    const bool judges = (isHuman && plan.tasks.at(task).isValidation) || m_shown->kind == Question::Kind::Gate;
    QStringList promised;
    QStringList checks;
    QStringList outcomes;
    QList<std::pair<QString, QString>> judged;
    if (isHuman) {
        const Task &planned = *plan.tasks.at(task).task;
        promised = planned.deliverables + planned.evidence;
        promised.removeDuplicates();
        checks = planned.doneWhen + planned.handoff;
        outcomes = judges ? QStringList() : planned.outcomes;
        for (int other : plan.tasks.at(task).validates)
            judged.append({plan.tasks.at(other).id, plan.tasks.at(other).task->displayTitle()});
    }
    m_promises->start(promised.isEmpty() ? QString() : workspaceOf(m_record->folder(), m_shown->subject), promised);
    m_promisesTitle->setVisible(!promised.isEmpty());
    fillOutcomes(outcomes);
    m_outcome->setVisible(!outcomes.isEmpty());
    m_outcomeTitle->setVisible(!outcomes.isEmpty());
    m_issues->start(judged);
    m_issues->setVisible(judges);
    m_issuesTitle->setVisible(judges);
    m_note->setPlaceholderText(m_shown->kind == Question::Kind::Blocked
                                   ? tr("What resolves it; the task reads this.")
                                   : tr("What you want to say about it."));
    showChecklist(checks);
    showButtons();
}

/// What was chosen already stays, while the same question is shown.
void InboxPanel::fillOutcomes(const QStringList &outcomes)
{
    QStringList shown;
    for (int i = 0; i < m_outcome->count(); ++i)
        shown += m_outcome->itemText(i);
    if (shown == outcomes)
        return;
    m_outcome->clear();
    m_outcome->addItems(outcomes);
    m_outcome->setCurrentIndex(outcomes.size() == 1 ? 0 : -1);
}

void InboxPanel::showChecklist(const QStringList &lines)
{
    while (QLayoutItem *item = m_checklist->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    constexpr qsizetype mostLines = 40;
    for (const QString &line : lines.first(qMin(lines.size(), mostLines))) {
        auto *box = new QCheckBox(QString(line).replace(u'&', u"&&"_s));
        connect(box, &QCheckBox::toggled, this, &InboxPanel::updateButtons);
        m_checklist->addWidget(box);
    }
    m_checklistTitle->setVisible(!lines.isEmpty());
}

void InboxPanel::showButtons()
{
    for (QPushButton *button : std::as_const(m_buttons)) {
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    const RunPlan &plan = planOf(m_record->plan(), m_record->state());
    for (const InboxItems::Answer &answer : InboxItems::answersTo(plan, *m_shown)) {
        auto *button = new QPushButton(answer.text);
        button->setObjectName(nameOf(answer.action));
        if (answer.isMain)
            button->setProperty("look", u"primary"_s);
        m_buttonRow->addWidget(button);
        m_buttons.insert(answer.action, button);
        connect(button, &QPushButton::clicked, this, [this, action = answer.action] { this->answer(action); });
    }
    updateButtons();
}

QString InboxPanel::hintText() const
{
    if (!m_record || !m_shown)
        return {};
    if (!m_record->isLive())
        return tr("This is the past. Go back to now to answer.");
    if (m_sent.contains(m_shown->subject))
        return tr("Sent. The program that drives the run takes it soon.");
    if (m_driver == Driver::Elsewhere)
        return tr("Another program drives this run; your answer is sent to it.");
    if (m_driver == Driver::Nobody)
        return tr("Nothing drives this run now. Resume it, then answer.");
    for (int i = 0; i < m_checklist->count(); ++i) {
        if (const auto *box = qobject_cast<QCheckBox *>(m_checklist->itemAt(i)->widget()); box && !box->isChecked())
            return tr("The checklist has open points.");
    }
    return {};
}

void InboxPanel::updateButtons()
{
    if (!m_record || !m_shown)
        return;
    const bool can = m_record->isLive() && m_driver != Driver::Nobody && !m_sent.contains(m_shown->subject);
    for (QPushButton *button : std::as_const(m_buttons))
        button->setEnabled(can);
    m_resume->setVisible(m_driver == Driver::Nobody && m_record->isLive());
    insist(hintText());
}

/// Says above the buttons what is missing; empty = nothing.
void InboxPanel::insist(const QString &sentence)
{
    m_hint->setText(sentence);
    m_hint->setVisible(!sentence.isEmpty());
}

QString InboxPanel::missingPromise() const
{
    for (const PromisedFile &file : m_promises->files()) {
        if (file.files.isEmpty())
            return file.promise;
    }
    return {};
}

void InboxPanel::answer(Action action)
{
    if (!m_shown)
        return;
    const bool isDone = m_shown->kind == Question::Kind::Human && action == Action::Approve;
    m_promises->refresh();
    if (const QString missing = missingPromise(); isDone && !missing.isEmpty())
        return insist(tr("“%1” is missing. Attach it or write it first: without it the task fails.").arg(missing));
    const bool mustChoose = isDone && m_outcome->count() > 0 && m_outcome->currentIndex() < 0;
    if (mustChoose)
        return insist(tr("Choose its outcome first: what comes next depends on it."));
    Request request{action, m_shown->subject, m_note->toPlainText().trimmed(), {}, {}};
    if (isDone)
        request.outcome = m_outcome->currentText();
    if (m_issues->isVisibleTo(this))
        request.issues = m_issues->issues();
    constexpr int patience = 20'000; // Milliseconds; then the other program is not going to take it.
    m_sent.insert(m_shown->subject);
    QTimer::singleShot(patience, this, [this, subject = m_shown->subject] { takeBack(subject); });
    emit answered(request);
    updateButtons();
    refreshSoon();
}

} // namespace baton
