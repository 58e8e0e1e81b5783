// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/executorrow.h"

#include "views/panels/inspector/editors.h"
#include "views/panels/inspector/executoroptions.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString summaryOf(const Executor &executor)
{
    for (const QLatin1StringView key : {"cli"_L1, "command"_L1, "model"_L1, "duration"_L1}) {
        if (const QString told = executor.options.value(key).toString(); !told.isEmpty())
            return executor.type + u" · "_s + told.section(u'\n', 0, 0);
    }
    return executor.type;
}

} // namespace

ExecutorRow::ExecutorRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_type(new ChoiceBox(this))
    , m_more(new QToolButton(this))
    , m_form(new QWidget(this))
    , m_others(new QLabel(this))
{
    setEditor(m_type);
    new UndoThrough(document, m_type);
    m_others->setProperty("look", u"small"_s);
    m_others->setTextFormat(Qt::PlainText);
    m_others->setWordWrap(true);
    m_more->setText(tr("Options"));
    m_more->setAccessibleName(tr("Options of the executor"));
    m_more->setCheckable(true);
    m_more->setProperty("look", u"fold"_s);
    connect(m_more, &QToolButton::toggled, this, [this] { m_form->setVisible(m_more->isChecked()); });
    addToCaption(m_more);
    body()->insertWidget(2, m_form);
    body()->insertWidget(3, m_others);
    m_form->hide();
    m_type->setFiller([this] {
        m_type->addItem(inheritedText(), QString());
        for (const QString &type : ExecutorOptions::types())
            m_type->addItem(type, type);
    });
    connect(m_type, &QComboBox::activated, this,
            [this](int index) { chooseType(m_type->itemData(index).toString()); });
}

QString ExecutorRow::inheritedText() const
{
    const Task *task = contents().task(keys().first());
    if (task && !isShared()) {
        const Persona *persona = contents().persona(document().workflow().ids().persona(task->persona()));
        if (persona && !persona->executor.isEmpty())
            return tr("as @%1: %2").arg(persona->id, summaryOf(persona->executor));
    }
    return tr("none: simulated");
}

void ExecutorRow::display(const Value &value, bool mixed)
{
    const Executor &now = std::get<Executor>(value);
    m_type->setPlaceholderText(tr("Several values"));
    if (mixed)
        m_type->showOnly({}, tr("Several values"), QVariant());
    else
        m_type->showOnly({}, now.type.isEmpty() ? inheritedText() : summaryOf(now), now.type);
    buildForm(mixed ? QString() : now.type);
    showOptions(mixed ? Executor() : now);
}

void ExecutorRow::chooseType(const QString &type)
{
    Executor next = executor();
    if (next.type == type && !isShared())
        return;
    // What only the old type takes goes; what nobody here knows stays.
    const QList<OptionSpec> kept = ExecutorOptions::of(type);
    for (const OptionSpec &option : ExecutorOptions::of(next.type)) {
        const bool both = std::any_of(kept.begin(), kept.end(), [&](const OptionSpec &other) {
            return QLatin1StringView(other.key) == QLatin1StringView(option.key);
        });
        if (!both)
            next.options.remove(QString::fromLatin1(option.key));
    }
    next.type = type;
    if (type.isEmpty())
        next.options = {};
    put(next);
}

void ExecutorRow::buildForm(const QString &type)
{
    if (m_formType == type)
        return;
    m_formType = type;
    m_editors.clear();
    delete m_form;
    m_form = new QWidget(this);
    body()->insertWidget(2, m_form);
    auto *layout = new QFormLayout(m_form);
    layout->setContentsMargins(8, 2, 0, 2);
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    for (const OptionSpec &option : ExecutorOptions::of(type)) {
        const QString key = QString::fromLatin1(option.key);
        const OptionSpec::Shape shape = option.shape;
        QWidget *editor = nullptr;
        if (shape == OptionSpec::Shape::Choice) {
            auto *box = new ChoiceBox(m_form);
            box->addItem(QString());
            box->addItems(option.choices);
            box->setEditable(true);
            connect(box, &QComboBox::textActivated, this, [this, key, shape](const QString &text) {
                setOption(key, ExecutorOptions::read(text, shape));
            });
            editor = box;
        } else if (shape == OptionSpec::Shape::Line || shape == OptionSpec::Shape::Number) {
            auto *line = new QLineEdit(m_form);
            line->setPlaceholderText(option.hint);
            connect(line, &QLineEdit::textEdited, this, [this, key, shape](const QString &text) {
                setOption(key, ExecutorOptions::read(text, shape));
            });
            editor = line;
        } else {
            auto *lines = new LinesEdit(1, m_form);
            lines->setPlaceholderText(option.hint);
            connect(lines, &LinesEdit::edited, this, [this, key, shape, lines] {
                setOption(key, ExecutorOptions::read(lines->toPlainText(), shape));
            });
            editor = lines;
        }
        editor->setAccessibleName(tr("%1 of the executor").arg(option.label));
        new UndoThrough(document(), editor);
        m_editors.insert(key, editor);
        layout->addRow(option.label, editor);
    }
    m_more->setVisible(!m_editors.isEmpty());
    m_form->setVisible(!m_editors.isEmpty() && m_more->isChecked());
}

void ExecutorRow::showOptions(const Executor &now)
{
    for (const OptionSpec &option : ExecutorOptions::of(m_formType)) {
        const QString key = QString::fromLatin1(option.key);
        const QJsonValue written = now.options.value(key);
        const QString text = ExecutorOptions::textOf(written);
        QWidget *editor = m_editors.value(key);
        if (auto *line = qobject_cast<QLineEdit *>(editor)) {
            if (ExecutorOptions::read(line->text(), option.shape) != written && line->text() != text)
                line->setText(text);
        } else if (auto *lines = qobject_cast<LinesEdit *>(editor)) {
            if (ExecutorOptions::read(lines->toPlainText(), option.shape) != written)
                lines->setText(text);
        } else if (auto *box = qobject_cast<ChoiceBox *>(editor)) {
            box->setCurrentText(text);
        }
    }
    QStringList others;
    for (auto it = now.options.begin(); it != now.options.end(); ++it) {
        if (!m_editors.contains(it.key()))
            others += it.key() + u": "_s + ExecutorOptions::textOf(it.value()).replace(u'\n', u", "_s);
    }
    m_others->setText(others.isEmpty() ? QString() : tr("Also written: %1").arg(others.join(u"; "_s)));
    m_others->setVisible(!others.isEmpty());
}

void ExecutorRow::setOption(const QString &key, const QJsonValue &option)
{
    Executor next = executor();
    if (option.isUndefined())
        next.options.remove(key);
    else
        next.options.insert(key, option);
    type(next);
}

} // namespace baton
