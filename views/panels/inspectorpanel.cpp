// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspectorpanel.h"

#include "views/panels/inspector/fieldform.h"
#include "views/panels/inspector/handoffbox.h"
#include "views/panels/inspector/patternbox.h"
#include "views/panels/inspector/problembox.h"
#include "views/panels/inspector/rundetails.h"
#include "views/panels/personacircle.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// The title of what is shown, edited where it stands.
class TitleRow final : public LineRow
{
public:
    TitleRow(Document &document, Theme &theme, Field field, const QString &label, const QString &hint,
             QWidget *parent)
        : LineRow(document, theme, field, label, hint, parent)
    {
        hideCaption();
        line()->setProperty("look", u"title"_s);
    }
};

/// What is asked about a problem goes on to whoever owns the panel.
template<typename Source> void passOn(Source *source, InspectorPanel *panel)
{
    QObject::connect(source, &Source::fixChosen, panel, &InspectorPanel::fixChosen);
    QObject::connect(source, &Source::whyAsked, panel, &InspectorPanel::whyAsked);
    QObject::connect(source, &Source::setAsideAsked, panel, &InspectorPanel::setAsideAsked);
}

} // namespace

InspectorPanel::InspectorPanel(Document &document, Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_document(document)
    , m_theme(theme)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
    , m_forms(new QVBoxLayout)
{
    setObjectName(u"inspector"_s);
    setAccessibleName(tr("Inspector"));
    m_content->setProperty("look", u"panel"_s);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_content);
    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(12, 12, 12, 12);
    content->setSpacing(8);
    buildHeader(content);
    content->addLayout(m_forms);
    content->addWidget(m_handOff);
    content->addWidget(makeFooter());
    content->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_scroll);

    constexpr int runInterval = 100; // Milliseconds between two pictures of a busy run.
    m_runTimer.setSingleShot(true);
    m_runTimer.setInterval(runInterval);
    connect(&m_runTimer, &QTimer::timeout, this, &InspectorPanel::showRun);
    connect(&document.workflow(), &Workflow::changed, this, &InspectorPanel::followChange);
    connect(&document.selection(), &Selection::changed, this, &InspectorPanel::followSelection);
    connect(&theme, &Theme::changed, this, [this] {
        showHeader();
        showRun();
    });
    followSelection();
}

InspectorPanel::~InspectorPanel() = default;

void InspectorPanel::buildHeader(QVBoxLayout *layout)
{
    m_circle = new QLabel(m_content);
    m_heading = new QLabel(m_content);
    m_heading->setProperty("look", u"title"_s);
    m_heading->setTextFormat(Qt::PlainText);
    m_title = new TitleRow(m_document, m_theme, Field::Title, tr("Title"), tr("No title"), m_content);
    m_name = new TitleRow(m_document, m_theme, Field::Name, tr("Name"), tr("No name"), m_content);
    m_subtitle = new QLabel(m_content);
    m_subtitle->setProperty("look", u"mute"_s);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_general = new ProblemBox(m_theme, m_content);
    m_run = new RunDetails(m_theme, m_content);
    connect(m_run, &RunDetails::changesRequested, this, &InspectorPanel::changesRequested);
    connect(m_run, &RunDetails::retryRequested, this, &InspectorPanel::retryRequested);
    m_handOff = new HandOffBox(m_theme, m_content);
    connect(m_handOff, &HandOffBox::chosen, this,
            [this](const QString &id) { m_document.selection().set(m_document.workflow().ids().step(id)); });
    m_patterns = new PatternBox(m_content);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_circle, 0, Qt::AlignVCenter);
    line->addWidget(m_heading, 1);
    line->addWidget(m_title, 1);
    line->addWidget(m_name, 1);
    layout->addLayout(line);
    layout->addWidget(m_subtitle);
    layout->addWidget(m_general);
    layout->addWidget(m_run);
    layout->addWidget(m_patterns);
    connect(m_patterns, &PatternBox::chosen, this, [this](const QList<NodeKey> &subjects) {
        emit nodesChosen(subjects);
    });
    for (FieldRow *row : {static_cast<FieldRow *>(m_title), static_cast<FieldRow *>(m_name)})
        passOn(row, this);
    passOn(m_general, this);
}

QWidget *InspectorPanel::makeFooter()
{
    auto *footer = new QWidget(m_content);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(0, 6, 0, 0);
    m_prompt = new QPushButton(tr("Prompt…"), footer);
    m_source = new QPushButton(tr("Source"), footer);
    m_prompt->setToolTip(tr("Shows the text that an agent gets for this task."));
    m_source->setToolTip(tr("Shows this part of the workflow file."));
    layout->addWidget(m_prompt);
    layout->addWidget(m_source);
    layout->addStretch();
    connect(m_prompt, &QPushButton::clicked, this, [this] { emit promptRequested(m_keys.first()); });
    connect(m_source, &QPushButton::clicked, this, [this] { emit sourceRequested(m_keys.first()); });
    return footer;
}

void InspectorPanel::followSelection()
{
    if (!isVisible() && !m_keys.isEmpty()) {
        m_stale = true;
        return;
    }
    m_stale = false;
    const Selection &selection = m_document.selection();
    QList<NodeKey> keys = selection.keys().values();
    // The same order every time, the current one first: what is shown for several comes from the first.
    std::sort(keys.begin(), keys.end());
    if (const qsizetype current = keys.indexOf(selection.current()); current > 0)
        keys.move(current, 0);
    if (keys.isEmpty())
        keys = {workflowKey};
    showKeys(keys);
}

void InspectorPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        followSelection();
}

FieldForm *InspectorPanel::formFor(const QList<NodeKey> &keys)
{
    quint32 kindBits = 0;
    QList<NodeKind> kinds;
    for (NodeKey key : keys) {
        const quint32 bit = 1u << quint32(key.kind());
        if (!(kindBits & bit))
            kinds += key.kind();
        kindBits |= bit;
    }
    const bool several = keys.size() > 1;
    // The first kind gives the rows their shapes.
    const quint32 id = kindBits << 8 | quint32(kinds.first()) << 1 | quint32(several);
    FieldForm *&form = m_formOf[id];
    if (!form) {
        form =
            new FieldForm(m_document, m_theme, kinds.first(),
                          several ? FieldSpecs::sharedBy(kinds) : FieldSpecs::of(kinds.first()), m_content);
        passOn(form, this);
        m_forms->addWidget(form);
    }
    return form;
}

LineRow *InspectorPanel::titleRow(NodeKind kind) const
{
    switch (kind) {
    case NodeKind::Workflow:
        return m_name;
    case NodeKind::Persona:
    case NodeKind::Phase:
    case NodeKind::Task:
    case NodeKind::Gate:
        return m_title;
    case NodeKind::Note:
    case NodeKind::None:
        break;
    }
    return nullptr;
}

void InspectorPanel::showKeys(const QList<NodeKey> &keys)
{
    m_keys = keys;
    FieldForm *form = formFor(keys);
    if (form != m_form) {
        if (m_form) {
            m_form->setKeys(
                {}); // Hiding takes the focus away, and what it was in must not commit to a node long gone.
            m_form->hide();
        }
        m_form = form;
    }
    form->setKeys(keys);
    form->show();
    LineRow *title = keys.size() == 1 ? titleRow(keys.first().kind()) : nullptr;
    for (LineRow *row : {m_title, m_name}) {
        row->setKeys(row == title ? keys : QList<NodeKey>());
        row->setVisible(row == title);
    }
    m_heading->setVisible(!title);
    m_prompt->setVisible(keys.size() == 1 && keys.first().kind() == NodeKind::Task);
    m_source->setVisible(keys.size() == 1);
    showPatterns();
    showHeader();
    showProblems();
    showRun();
}

void InspectorPanel::setPatterns(const QList<FoundPattern> &patterns)
{
    m_patterns->setPatterns(patterns);
    showPatterns();
}

void InspectorPanel::showPatterns()
{
    m_patterns->setVisible(m_keys == QList<NodeKey>{workflowKey} && !m_patterns->patterns().isEmpty());
}

void InspectorPanel::followChange(const Change &change)
{
    if (change.reset) {
        // The problems stay: those of what is open now may have been set before this.
        m_keys.clear();
        followSelection();
        return;
    }
    if (std::any_of(m_keys.begin(), m_keys.end(),
                    [&](NodeKey key) { return change.removed.contains(key); })) {
        followSelection();
        return;
    }
    if (!isVisible()) {
        m_stale = true;
        return;
    }
    if (change.touched.contains(workflowKey) || m_keys.size() > 1) {
        const bool concerned = std::any_of(m_keys.begin(), m_keys.end(),
                                           [&](NodeKey key) { return change.touched.contains(key); });
        if (concerned || change.touched.contains(workflowKey)) {
            m_form->followAll();
            m_name->follow();
            showHeader();
        }
        return;
    }
    const NodeKey key = m_keys.first();
    if (const auto touched = change.touched.constFind(key); touched != change.touched.constEnd()) {
        m_form->follow(*touched);
        if (touched->contains(Field::Title))
            m_title->follow();
    }
    // Titles, personas and phases of others are shown here too, and their files.
    showHeader();
    showRun();
    const bool othersShown =
        std::any_of(change.touched.keyBegin(), change.touched.keyEnd(), [&](NodeKey other) {
            return other != key && change.touched.value(other).contains(Field::Title);
        });
    if (othersShown)
        m_form->followAll();
}

void InspectorPanel::showHeader()
{
    const Contents &contents = m_document.workflow().contents();
    const NodeKey key = m_keys.first();
    QString persona;
    if (m_keys.size() == 1 && key.kind() == NodeKind::Task)
        persona = contents.task(key) ? contents.task(key)->persona() : QString();
    else if (m_keys.size() == 1 && key.kind() == NodeKind::Persona)
        persona = contents.idOf(key);
    m_circle->setVisible(!persona.isEmpty());
    if (!persona.isEmpty()) {
        const NodeKey personaKey = m_document.workflow().ids().persona(persona);
        m_circle->setPixmap(
            personaIcon(persona, contents.persona(personaKey)).pixmap(QSize(22, 22), devicePixelRatioF()));
    }
    m_heading->setText(m_keys.size() == 1 ? tr("Note") : tr("%n selected", nullptr, int(m_keys.size())));
    m_subtitle->setText(subtitle());
}

QString InspectorPanel::subtitle() const
{
    const Contents &contents = m_document.workflow().contents();
    if (m_keys.size() > 1)
        return tr("A change here changes all of them.");
    const NodeKey key = m_keys.first();
    const auto inPhase = [&](const QString &what, const QString &phase) {
        const NodeKey phaseKey = m_document.workflow().ids().phase(phase);
        return phaseKey.isNull() ? what
                                 : tr("%1 · %2", "task or gate, phase").arg(what, contents.titleOf(phaseKey));
    };
    switch (key.kind()) {
    case NodeKind::Workflow:
        return tr("Workflow");
    case NodeKind::Persona:
        return tr("Persona · @%1").arg(contents.idOf(key));
    case NodeKind::Phase:
        return tr("Phase");
    case NodeKind::Task:
        return contents.task(key) ? inPhase(tr("Task"), contents.task(key)->phase) : QString();
    case NodeKind::Gate:
        if (const Gate *gate = contents.gate(key))
            return gate->isSyncPoint() ? tr("Sync point") : inPhase(tr("Gate"), gate->phase);
        return {};
    case NodeKind::Note:
    case NodeKind::None:
        break;
    }
    return {};
}

void InspectorPanel::setProblems(const QList<Problem> &problems)
{
    m_problems = problems;
    showProblems();
}

void InspectorPanel::showProblems()
{
    QList<Problem> mine;
    QList<Problem> ofTitle;
    const NodeKey key = m_keys.first();
    if (m_keys.size() == 1) {
        for (const Problem &problem : m_problems) {
            const bool about =
                problem.subjects.contains(key) || (key == workflowKey && problem.subjects.isEmpty());
            if (!about || problem.severity == Severity::Off)
                continue;
            const bool title = problem.field == Field::Title || problem.field == Field::Name;
            (title && problem.subjects.value(0) == key ? ofTitle : mine).append(problem);
        }
    }
    m_title->setProblems(ofTitle);
    m_name->setProblems(ofTitle);
    m_general->setProblems(m_form->setProblems(mine, key), false);
}

void InspectorPanel::setRun(const RunPlan *plan, const RunState *state)
{
    const bool other = plan != m_plan || state != m_state;
    m_plan = plan;
    m_state = state;
    if (other) {
        m_runTime = 0;
        showRun();
    } else if (!m_runTimer.isActive())
        m_runTimer.start();
}

void InspectorPanel::setRunTime(qint64 time)
{
    m_runTime = time;
    if (!m_runTimer.isActive())
        m_runTimer.start();
}

void InspectorPanel::showRun()
{
    const NodeKey key = m_keys.size() == 1 ? m_keys.first() : NodeKey();
    const bool runs = key.kind() == NodeKind::Task || key.kind() == NodeKind::Gate;
    const Workflow &workflow = m_document.workflow();
    m_run->setPlace(m_plan, m_state, runs ? workflow.contents().idOf(key) : QString(), m_runTime);
    m_handOff->show(workflow.contents(), workflow.ids(), key, m_plan, m_state);
}

FieldRow *InspectorPanel::unfold(Field field)
{
    if (field == Field::Title || field == Field::Name)
        return titleRow(m_keys.first().kind());
    return m_form->unfold(field);
}

void InspectorPanel::reveal(Field field)
{
    if (FieldRow *row = unfold(field))
        row->setFocus(Qt::OtherFocusReason);
}

void InspectorPanel::showField(Field field)
{
    FieldRow *row = unfold(field);
    if (!row)
        return;
    // What has just been opened has no place yet; it has one when the layouts have had their turn.
    QTimer::singleShot(0, row, [this, row] { m_scroll->ensureWidgetVisible(row, 0, 24); });
}

} // namespace baton
