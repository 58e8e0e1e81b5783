// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/patterndialog.h"

#include "model/rules/rules.h"
#include "views/style/icons.h"
#include "views/widgets/dialogsize.h"
#include "views/widgets/patternpicture.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QTreeWidget>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QLabel *makeLabel(const char *look)
{
    auto *label = new QLabel;
    label->setProperty("look", QString::fromLatin1(look));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

bool matches(const PatternInfo &info, const QString &words)
{
    const QString all = QStringList{info.title, info.situation, info.why, info.also}.join(u' ');
    const QStringList wanted = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(wanted.cbegin(), wanted.cend(),
                       [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); });
}

} // namespace

PatternDialog::PatternDialog(const Workflow &workflow, Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_workflow(workflow)
    , m_search(new QLineEdit)
    , m_table(new QTreeWidget)
    , m_nothing(makeLabel("mute"))
    , m_title(makeLabel("title"))
    , m_why(makeLabel("body"))
    , m_traits(makeLabel("small"))
    , m_picture(new PatternPicture(theme))
    , m_numbers(new QFormLayout)
    , m_people(new QFormLayout)
    , m_problems(makeLabel("error"))
    , m_insert(new QPushButton(tr("Insert")))
{
    setWindowTitle(tr("Which pattern fits?"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeWithin(this, {1120, 720});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(18);
    halves->addWidget(makeTable(), 5);
    halves->addWidget(makeDetails(), 6);
    layout->addLayout(halves, 1);
    auto *buttons = new QDialogButtonBox;
    m_insert->setProperty("look", u"primary"_s);
    m_insert->setDefault(true);
    buttons->addButton(m_insert, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit insertRequested(m_pattern, choice());
        accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    layout->addWidget(buttons);
    choose(Pattern::Parallel);
    m_search->setFocus();
}

QWidget *PatternDialog::makeTable()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_search->setPlaceholderText(tr("What is your situation? For example: migration, review, unknown"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search situations and patterns"));
    connect(m_search, &QLineEdit::textChanged, this, &PatternDialog::filter);
    column->addWidget(m_search);
    m_table->setAccessibleName(tr("Situations and the patterns that fit them"));
    m_table->setRootIsDecorated(false);
    m_table->setWordWrap(true);
    m_table->setHeaderLabels({tr("Situation"), tr("Pattern")});
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(1, QHeaderView::Fixed);
    m_table->header()->resizeSection(1, 190);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setFrameShape(QFrame::NoFrame);
    const auto rowHeight = [metrics = fontMetrics()](const QString &text) {
        constexpr QRect narrowest(0, 0, 250, 1000); // Qt does not measure wrapped text.
        return qMax(2 * metrics.height(), metrics.boundingRect(narrowest, Qt::TextWordWrap, text).height()) + 14;
    };
    for (Pattern pattern : allPatterns) {
        const PatternInfo info = infoOf(pattern);
        auto *row = new QTreeWidgetItem(m_table, {info.situation, info.title});
        row->setIcon(1, themedIcon(info.id, IconInk::Mute));
        row->setData(0, Qt::UserRole, int(pattern));
        row->setSizeHint(0, QSize(0, rowHeight(info.situation)));
        row->setToolTip(0, info.situation);
        row->setToolTip(1, info.also);
    }
    connect(m_table, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *row) {
        if (!row)
            return;
        m_pattern = Pattern(row->data(0, Qt::UserRole).toInt());
        showPattern();
    });
    column->addWidget(m_table, 1);
    m_nothing->setText(tr("No situation has these words. Try fewer, or one from the name of a pattern."));
    m_nothing->hide();
    column->addWidget(m_nothing);
    return side;
}

QWidget *PatternDialog::makeDetails()
{
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_why);
    column->addWidget(m_traits);
    m_picture->setAccessibleName(tr("Picture of the pattern"));
    column->addWidget(m_picture, 1);
    auto *fields = new QWidget;
    auto *forms = new QHBoxLayout(fields);
    forms->setContentsMargins(0, 0, 8, 0);
    forms->setSpacing(24);
    for (QFormLayout *form : {m_numbers, m_people}) {
        form->setHorizontalSpacing(10);
        form->setVerticalSpacing(6);
        form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
        forms->addLayout(form, form == m_people ? 3 : 2);
    }
    auto *scroll = new QScrollArea;
    scroll->setProperty("look", u"plain"_s);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedHeight(190);
    scroll->setWidget(fields);
    column->addWidget(scroll);
    m_problems->setAccessibleName(tr("What is wrong with this choice"));
    column->addWidget(m_problems);
    return side;
}

void PatternDialog::filter()
{
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        QTreeWidgetItem *row = m_table->topLevelItem(i);
        const bool fits = matches(infoOf(Pattern(row->data(0, Qt::UserRole).toInt())), m_search->text());
        row->setHidden(!fits);
        if (fits && !first)
            first = row;
    }
    m_nothing->setVisible(!first);
    m_insert->setEnabled(first);
    if (first && (!m_table->currentItem() || m_table->currentItem()->isHidden()))
        m_table->setCurrentItem(first);
}

void PatternDialog::choose(Pattern pattern)
{
    for (int i = 0; i < m_table->topLevelItemCount(); ++i) {
        if (m_table->topLevelItem(i)->data(0, Qt::UserRole).toInt() == int(pattern))
            m_table->setCurrentItem(m_table->topLevelItem(i));
    }
}

void PatternDialog::showPattern()
{
    const PatternInfo info = infoOf(m_pattern);
    m_title->setText(info.title);
    m_why->setText(info.why);
    m_traits->setText(tr("At the same time: %1 · To organise: %2 · Also known as: %3").arg(info.parallel, info.effort, info.also));
    m_personas.clear();
    showNumbers();
    showPersonas();
    showPicture();
}

void PatternDialog::showNumbers()
{
    while (m_numbers->rowCount() > 0)
        m_numbers->removeRow(0);
    for (const PatternNumber &number : infoOf(m_pattern).numbers) {
        auto *field = new QSpinBox;
        field->setRange(number.least, number.most);
        field->setValue(number.usual);
        field->setObjectName(number.id);
        field->setAccessibleName(number.title);
        field->setToolTip(tr("From %1 to %2").arg(number.least).arg(number.most));
        connect(field, &QSpinBox::valueChanged, this, [this] {
            showPersonas();
            showPicture();
        });
        m_numbers->addRow(number.title, field);
    }
}

void PatternDialog::showPersonas()
{
    while (m_people->rowCount() > 0)
        m_people->removeRow(0);
    QStringList known;
    for (const auto &slot : m_workflow.contents().personas)
        known += slot.node->id;
    for (const PatternRole &role : blueprintOf(m_pattern, choice()).roles) {
        auto *field = new QComboBox;
        field->setEditable(true);
        field->setInsertPolicy(QComboBox::NoInsert);
        if (!known.contains(role.id))
            field->addItem(role.id);
        field->addItems(known);
        field->setCurrentText(m_personas.value(role.id, role.id));
        field->setObjectName(role.id);
        field->setAccessibleName(tr("Persona for %1").arg(role.id));
        field->setToolTip(tr("One of the plan, or a new id: a to z, digits and hyphens"));
        connect(field, &QComboBox::currentTextChanged, this, [this, id = role.id](const QString &text) {
            m_personas.insert(id, text.trimmed());
            showPicture();
        });
        m_people->addRow(u"@"_s + role.id, field);
    }
}

PatternChoice PatternDialog::choice() const
{
    PatternChoice chosen;
    for (const PatternNumber &number : infoOf(m_pattern).numbers) {
        if (const QSpinBox *field = numberField(number.id))
            chosen.numbers.insert(number.id, field->value());
    }
    chosen.personas = m_personas;
    return chosen;
}

QSpinBox *PatternDialog::numberField(const QString &id) const
{
    for (int row = 0; row < m_numbers->rowCount(); ++row) {
        QWidget *field = m_numbers->itemAt(row, QFormLayout::FieldRole)->widget();
        if (field->objectName() == id)
            return qobject_cast<QSpinBox *>(field);
    }
    return nullptr;
}

QComboBox *PatternDialog::personaField(const QString &role) const
{
    for (int row = 0; row < m_people->rowCount(); ++row) {
        QWidget *field = m_people->itemAt(row, QFormLayout::FieldRole)->widget();
        if (field->objectName() == role)
            return qobject_cast<QComboBox *>(field);
    }
    return nullptr;
}

/// As it would be, with what the rules would say of it.
void PatternDialog::showPicture()
{
    const PatternChoice chosen = choice();
    QStringList sentences;
    for (auto it = chosen.personas.cbegin(); it != chosen.personas.cend(); ++it) {
        if (!Workflow::isValidId(*it))
            sentences += tr("“%1” cannot be an id. Use a to z, digits and hyphens.").arg(*it);
    }
    const Contents plan = patternAlone(m_pattern, chosen);
    for (const Problem &problem : checkWorkflow(plan)) {
        if (problem.severity == Severity::Error)
            sentences += problem.message;
    }
    m_insert->setEnabled(std::all_of(chosen.personas.cbegin(), chosen.personas.cend(), &Workflow::isValidId));
    constexpr qsizetype mostShown = 2;
    m_problems->setText(sentences.mid(0, mostShown).join(u'\n'));
    m_problems->setVisible(!sentences.isEmpty());
    m_picture->setPlan(plan);
}

} // namespace baton
