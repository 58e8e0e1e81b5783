// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/panels/inspector/plainrows.h"

#include "model/workflow/references.h"
#include "views/panels/inspector/editors.h"
#include "views/panels/inspector/fieldtext.h"
#include "views/panels/personacircle.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

template <class E>
void addNames(QList<std::pair<QString, Value>> &choices)
{
    for (const auto &named : EnumNames<E>::values)
        choices.append({QString::fromLatin1(named.name), Value(named.value)});
}

QString severalValues()
{
    return FieldRow::tr("Several values");
}

} // namespace

LineRow::LineRow(Document &document, Theme &theme, Field field, const QString &label, const QString &hint,
                 QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_line(new QLineEdit(this))
    , m_chip(new QLabel(m_line))
    , m_hint(hint)
{
    m_chip->setProperty("look", u"chip"_s);
    m_chip->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_chip->hide();
    new UndoThrough(document, m_line);
    m_line->installEventFilter(this);
    setEditor(m_line);
    connect(m_line, &QLineEdit::textEdited, this, [this] { edited(); });
    connect(m_line, &QLineEdit::editingFinished, this, [this] { finished(); });
}

bool LineRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        placeChip();
    return FieldRow::eventFilter(watched, event);
}

void LineRow::display(const Value &value, bool mixed)
{
    const QString text = mixed ? QString() : FieldText::of(value);
    m_line->setPlaceholderText(mixed ? severalValues() : m_hint);
    // What reads as the same value stays as it was typed: `150k` while the cursor is in it.
    const Result<Value> shown = FieldText::read(m_line->text(), value);
    if (!m_line->hasFocus() || mixed || !shown || *shown != value) {
        if (m_line->text() != text) {
            m_line->setText(text);
            m_line->setCursorPosition(m_line->hasFocus() ? int(text.size()) : 0);
        }
        refuse({});
    }
    showChip(value);
}

void LineRow::showChip(const Value &value)
{
    QString text;
    const auto *tokens = std::get_if<std::optional<qint64>>(&value);
    if (field() == Field::BudgetTokens && tokens && *tokens && !isShared() && keys().first() != workflowKey) {
        const double multiplier = contents().info.budgetMultiplier;
        text = tr("× %1 = %2", "budget times multiplier")
                   .arg(QString::number(multiplier),
                        FieldText::grouped(qRound64(double(**tokens) * multiplier)));
        m_chip->setToolTip(tr("The planned figure: what the plan counts with and usage is compared with."));
    }
    m_chip->setText(text);
    m_chip->setVisible(!text.isEmpty());
    placeChip();
}

void LineRow::placeChip()
{
    if (m_chip->isHidden()) {
        m_line->setTextMargins(0, 0, 0, 0);
        return;
    }
    const QSize size = m_chip->sizeHint();
    m_chip->setGeometry(m_line->width() - size.width() - 6, (m_line->height() - size.height()) / 2,
                        size.width(), size.height());
    m_line->setTextMargins(0, 0, size.width() + 6, 0);
}

void LineRow::edited()
{
    if (!isShared())
        take();
}

void LineRow::finished()
{
    if (keys().isEmpty() || (isShared() && !m_line->isModified()))
        return;
    take();
    if (!isShared() && FieldText::read(m_line->text(), value()).ok())
        m_line->setText(FieldText::of(value()));
}

void LineRow::take()
{
    const Result<Value> read = FieldText::read(m_line->text(), value());
    refuse(read ? QString() : read.error().message);
    if (read)
        type(*read);
}

void IdRow::edited() {}

void IdRow::finished()
{
    if (keys().isEmpty())
        return;
    const QString id = line()->text().trimmed();
    const NodeKey key = keys().first();
    if (isShared() || id == contents().idOf(key)) {
        refuse({});
        return;
    }
    const Result<Edit> edit = document().workflow().renaming(key, id);
    refuse(edit ? QString() : edit.error().message);
    if (edit)
        document().push(tr("Rename %1 to %2").arg(contents().idOf(key), id), *edit);
}

LinesRow::LinesRow(Document &document, Theme &theme, Field field, const QString &label, const QString &hint,
                   Words words, QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_lines(new LinesEdit(1, this))
    , m_hint(hint)
{
    if (words)
        m_lines->setWords([this, words] { return words(contents()); });
    new UndoThrough(document, m_lines);
    setEditor(m_lines);
    connect(m_lines, &LinesEdit::edited, this, [this] { edited(); });
    connect(m_lines, &LinesEdit::finished, this, [this] { finished(); });
}

void LinesRow::edited()
{
    if (!isShared())
        take();
}

void LinesRow::finished()
{
    if (isShared() && m_lines->document()->isModified())
        take();
    else
        follow();
}

void LinesRow::display(const Value &value, bool mixed)
{
    if (const auto *list = std::get_if<std::optional<QStringList>>(&value)) {
        if (!m_default) {
            m_default = new QCheckBox(tr("Default"), this);
            m_default->setAccessibleName(tr("%1: default").arg(label()));
            addToCaption(m_default);
            connect(m_default, &QCheckBox::clicked, this, [this](bool isDefault) {
                put(isDefault ? std::optional<QStringList>() : std::optional<QStringList>(QStringList()));
            });
        }
        m_default->setChecked(!*list);
        m_lines->setPlaceholderText(*list ? tr("Nothing") : m_hint);
    } else {
        m_lines->setPlaceholderText(mixed ? severalValues() : m_hint);
    }
    const Result<Value> shown = FieldText::read(m_lines->toPlainText(), value);
    if (m_lines->hasFocus() && !mixed && shown && *shown == value)
        return;
    m_lines->setText(mixed ? QString() : FieldText::of(value));
    m_lines->document()->setModified(false);
}

void LinesRow::take()
{
    const Result<Value> read = FieldText::read(m_lines->toPlainText(), value());
    if (read)
        type(*read);
}

void OutcomesRow::edited() {}

void OutcomesRow::finished()
{
    if (!keys().isEmpty() && lines()->document()->isModified())
        document().push(editName(), changingOutcomes(contents(), keys().first(), FieldText::items(lines()->toPlainText())));
    follow();
}

ChoiceRow::ChoiceRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_box(new ChoiceBox(this))
{
    setEditor(m_box);
    new UndoThrough(document, m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        const QVariant chosen = m_box->itemData(index);
        if (chosen.canConvert<Value>())
            put(chosen.value<Value>());
    });
}

void ChoiceRow::display(const Value &value, bool mixed)
{
    QList<std::pair<QString, Value>> choices;
    std::visit(
        [&]<class T>(const T &) {
            if constexpr (std::is_same_v<T, TaskKind>) {
                const Task *task = contents().task(keys().first());
                const bool validates = task && !task->validates.isEmpty();
                choices.append(
                    {tr("%1 (default)").arg(nameOf(validates ? TaskKind::Validate : TaskKind::Work)),
                     Value(TaskKind::Unset)});
            } else if constexpr (std::is_same_v<T, Role>) {
                choices.append({tr("none"), Value(Role::Unset)});
            } else if constexpr (std::is_same_v<T, LaunchMode>) {
                if (keys().first() != workflowKey)
                    choices.append({tr("as the workflow says"), Value(LaunchMode::Inherit)});
            }
            if constexpr (std::is_enum_v<T>)
                addNames<T>(choices);
        },
        value);
    m_box->clear();
    int current = -1;
    for (const auto &[text, choice] : choices) {
        if (choice == value && !mixed)
            current = m_box->count();
        m_box->addItem(text, QVariant::fromValue(choice));
    }
    m_box->setPlaceholderText(mixed ? severalValues() : QString());
    m_box->setCurrentIndex(current);
}

void ChoiceRow::choose()
{
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->showPopup();
}

SwitchRow::SwitchRow(Document &document, Theme &theme, Field field, const QString &label, QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_check(new QCheckBox(label, this))
{
    setEditor(m_check);
    hideCaption();
    connect(m_check, &QCheckBox::clicked, this, [this](bool on) {
        m_check->setTristate(false);
        put(on);
    });
}

void SwitchRow::display(const Value &value, bool mixed)
{
    m_check->setTristate(mixed);
    m_check->setCheckState(mixed                   ? Qt::PartiallyChecked
                           : std::get<bool>(value) ? Qt::Checked
                                                   : Qt::Unchecked);
}

ReferenceRow::ReferenceRow(Document &document, Theme &theme, Field field, const QString &label,
                           QWidget *parent)
    : FieldRow(document, theme, field, label, parent)
    , m_box(new ChoiceBox(this))
{
    setEditor(m_box);
    new UndoThrough(document, m_box);
    m_box->setFiller([this] { fill(); });
    connect(m_box, &QComboBox::activated, this,
            [this](int index) { put(valueFor(m_box->itemData(index).toString())); });
}

Value ReferenceRow::valueFor(const QString &id) const
{
    if (field() == Field::Persona)
        return id.isEmpty() ? QStringList() : QStringList(id);
    return id;
}

void ReferenceRow::display(const Value &value, bool mixed)
{
    const auto *list = std::get_if<QStringList>(&value);
    const QString id = list ? list->join(u", "_s) : std::get<QString>(value);
    m_box->setPlaceholderText(severalValues());
    if (mixed) {
        m_box->showOnly({}, severalValues(), QVariant());
        return;
    }
    QIcon icon;
    QString text = id;
    if (id.isEmpty()) {
        text = tr("none");
    } else if (field() == Field::Persona) {
        const NodeKey key = document().workflow().ids().persona(id);
        icon = personaIcon(id, contents().persona(key));
        text = u'@' + id;
    } else if (field() == Field::Phase) {
        const NodeKey key = document().workflow().ids().phase(id);
        text = key.isNull() ? id : contents().titleOf(key);
    }
    m_box->showOnly(icon, text, id);
}

void ReferenceRow::fill()
{
    m_box->addItem(tr("none"), QString());
    if (field() == Field::Persona) {
        for (const auto &slot : contents().personas)
            m_box->addItem(personaIcon(slot.node->id, slot.node.get()), u'@' + slot.node->id, slot.node->id);
    } else if (field() == Field::Phase) {
        for (const auto &slot : contents().phases)
            m_box->addItem(contents().titleOf(slot.key), slot.node->id);
    } else {
        for (const auto &slot : contents().gates)
            m_box->addItem(slot.node->displayTitle(), slot.node->id);
    }
}

void ReferenceRow::choose()
{
    m_box->setFocus(Qt::OtherFocusReason);
    m_box->showPopup();
}

} // namespace baton
