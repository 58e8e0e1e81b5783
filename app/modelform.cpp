// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/modelform.h"

#include "model/executors/modelsettings.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

QString tierLabel(const QString &tier)
{
    if (tier == "haiku"_L1)
        return ModelForm::tr("Small (haiku)");
    return tier == "sonnet"_L1 ? ModelForm::tr("Middle (sonnet)") : ModelForm::tr("Large (opus)");
}

} // namespace

ModelForm::ModelForm(const Place &place, QWidget *parent)
    : QWidget(parent)
    , m_place(place)
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(4, 0, 4, 0);
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    const bool isAgent = place.kind == Place::Kind::Agent;
    if (!isAgent)
        addEndpointRows(*form);
    for (const QString &tier : modelTiers()) {
        QLineEdit *line = addLine(*form, tierLabel(tier), tier, tr("The model that a plan's “%1” stands for.").arg(tier));
        connect(line, &QLineEdit::editingFinished, this, [this, line, tier] { takeTier(tier, line->text().trimmed()); });
    }
    addLimit(*form, tr("At once"), u"in_flight"_s, 1000)->setToolTip(tr("So many tasks call it at the same time, at most; the others wait."));
    addLimit(*form, tr("Tokens a minute"), u"tokens_per_minute"_s, 1'000'000'000)
        ->setToolTip(tr("No further task starts while the last minute took that many."));
    if (!isAgent)
        addTrialRow(*form);
    connect(&m_probe, &EndpointProbe::finished, this, &ModelForm::showTrial);
}

ModelForm::~ModelForm() = default;

QLineEdit *ModelForm::addLine(QFormLayout &form, const QString &label, const QString &name, const QString &tip)
{
    auto *line = new QLineEdit;
    line->setObjectName(name);
    line->setAccessibleName(label);
    line->setToolTip(tip);
    form.addRow(label, line);
    m_lines.insert(name, line);
    return line;
}

QSpinBox *ModelForm::addLimit(QFormLayout &form, const QString &label, const QString &name, int most)
{
    auto *box = new QSpinBox;
    box->setObjectName(name);
    box->setRange(0, most);
    box->setSpecialValueText(tr("no limit"));
    box->setGroupSeparatorShown(true);
    box->setKeyboardTracking(false);
    box->setAccessibleName(label);
    form.addRow(label, box);
    m_limits.insert(name, box);
    connect(box, &QSpinBox::valueChanged, this,
            [this, name](int value) { take(name, value > 0 ? QJsonValue(value) : QJsonValue(QJsonValue::Undefined)); });
    return box;
}

void ModelForm::addEndpointRows(QFormLayout &form)
{
    const auto connectLine = [this](QLineEdit *line, const QString &name) {
        connect(line, &QLineEdit::editingFinished, this, [this, line, name] {
            const QString text = line->text().trimmed();
            take(name, text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text));
            showKeyState();
        });
    };
    QLineEdit *address = addLine(form, tr("Address"), u"base_url"_s, tr("Where requests go. Empty: the vendor's own address."));
    if (m_place.kind == Place::Kind::Address)
        address->setReadOnly(true);
    else
        connectLine(address, u"base_url"_s);
    connectLine(addLine(form, tr("Name of the key"), u"key"_s, tr("The name of the keychain's entry, and of the environment variable that is looked at next.")), u"key"_s);
    auto *row = new QHBoxLayout;
    m_secret = new QLineEdit;
    m_secret->setObjectName(u"secret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(tr("Paste the key here to store it"));
    m_secret->setAccessibleName(tr("The key itself"));
    m_store = new QPushButton(tr("Store"));
    m_store->setObjectName(u"store"_s);
    m_store->setToolTip(tr("Puts the key into the system's keychain. It stands in no file."));
    row->addWidget(m_secret, 1);
    row->addWidget(m_store);
    form.addRow(tr("Key"), row);
    m_keyState = new QLabel;
    m_keyState->setObjectName(u"key-state"_s);
    m_keyState->setProperty("look", u"small"_s);
    m_keyState->setWordWrap(true);
    form.addRow(QString(), m_keyState);
    connect(m_store, &QPushButton::clicked, this, &ModelForm::storeKey);
    connect(m_secret, &QLineEdit::returnPressed, this, &ModelForm::storeKey);
}

void ModelForm::addTrialRow(QFormLayout &form)
{
    m_trial = new QPushButton(tr("Try it"));
    m_trial->setObjectName(u"trial"_s);
    m_trial->setToolTip(tr("Asks the small model one short question."));
    auto *row = new QHBoxLayout;
    row->addWidget(m_trial);
    row->addStretch();
    form.addRow(QString(), row);
    m_answer = new QLabel;
    m_answer->setObjectName(u"answer"_s);
    m_answer->setWordWrap(true);
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_answer->setAccessibleName(tr("What the endpoint answered"));
    form.addRow(QString(), m_answer);
    connect(m_trial, &QPushButton::clicked, this, &ModelForm::toggleTrial);
}

QJsonObject ModelForm::ofPlace() const
{
    return m_place.kind == Place::Kind::Agent ? m_settings.value("agents"_L1)[m_place.name].toObject() : m_settings.value(m_place.name).toObject();
}

void ModelForm::setSettings(const QJsonObject &settings)
{
    m_settings = settings;
    const QJsonObject place = ofPlace();
    const bool isAgent = m_place.kind == Place::Kind::Agent;
    const QString api = m_place.kind == Place::Kind::Vendor ? m_place.name : place["api"_L1].toString(u"openai"_s);
    const QJsonObject usual = isAgent ? QJsonObject{{u"tiers"_s, usualTiersOfAgent(m_place.name)}} : usualEndpoint(api);
    for (auto entry = m_lines.cbegin(); entry != m_lines.cend(); ++entry) {
        const bool isTier = isModelTier(entry.key());
        const QJsonObject from = isTier ? place["tiers"_L1].toObject() : place;
        const QJsonObject else_ = isTier ? usual["tiers"_L1].toObject() : usual;
        const QString text = from[entry.key()].toString();
        if (entry.value()->text().trimmed() != text)
            entry.value()->setText(text);
        const QString instead = else_[entry.key()].toString();
        entry.value()->setPlaceholderText(isAgent && instead.isEmpty() ? tr("its own choice") : instead);
    }
    if (m_place.kind == Place::Kind::Address) {
        m_lines[u"base_url"_s]->setText(m_place.name);
        m_lines[u"key"_s]->setPlaceholderText(tr("none: it is asked without a key"));
    }
    for (auto entry = m_limits.cbegin(); entry != m_limits.cend(); ++entry) {
        const QSignalBlocker quiet(entry.value());
        entry.value()->setValue(int(qBound(0.0, place[entry.key()].toDouble(0), 1e9)));
    }
    showKeyState();
}

void ModelForm::take(const QString &name, const QJsonValue &value)
{
    QJsonObject place = ofPlace();
    if (place.value(name) == value)
        return;
    if (value.isUndefined())
        place.remove(name);
    else
        place.insert(name, value);
    emit edited(place);
}

void ModelForm::takeTier(const QString &tier, const QString &model)
{
    QJsonObject tiers = ofPlace()["tiers"_L1].toObject();
    if (model.isEmpty())
        tiers.remove(tier);
    else
        tiers.insert(tier, model);
    take(u"tiers"_s, tiers.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(tiers));
}

/// As a task of the small model would call it.
Result<Endpoint> ModelForm::endpoint() const
{
    const bool isVendor = m_place.kind == Place::Kind::Vendor;
    QJsonObject options{{u"api"_s, isVendor ? m_place.name : ofPlace()["api"_L1].toString(u"openai"_s)}, {u"model"_s, modelTiers().first()}};
    if (!isVendor)
        options.insert(u"base_url"_s, m_place.name);
    PlanTask task;
    task.id = m_place.name;
    task.task = std::make_shared<const Task>();
    task.executor = {u"http"_s, options};
    return endpointFor(task, m_settings);
}

QString ModelForm::keyName() const
{
    const Result<Endpoint> known = endpoint();
    return known ? known->keyName : QString();
}

void ModelForm::showKeyState()
{
    if (!m_keyState)
        return;
    const QString name = keyName();
    m_secret->setEnabled(!name.isEmpty());
    m_store->setEnabled(!name.isEmpty());
    if (name.isEmpty())
        return m_keyState->setText(tr("Without a name of a key it is asked without one."));
    m_keyState->setText(tr("Looking for the key…"));
    readStoredKey(name, m_keyState, [this, name](const StoredKey &stored) {
        if (name != keyName())
            return;
        const QString variable = keyVariable(name);
        const bool isSet = !qgetenv(variable.toUtf8().constData()).trimmed().isEmpty();
        const QString found = !stored.key.isEmpty() ? tr("The keychain has it.")
                              : isSet ? tr("The environment variable %1 has it.").arg(variable)
                                      : tr("Missing: store it here, or set the environment variable %1.").arg(variable);
        m_keyState->setText(stored.trouble.isEmpty() ? found : stored.trouble + u' ' + found);
    });
}

void ModelForm::storeKey()
{
    const QByteArray secret = m_secret->text().trimmed().toUtf8();
    m_store->setEnabled(false);
    baton::storeKey(keyName(), secret, m_keyState, [this](const Result<void> &stored) {
        m_store->setEnabled(true);
        if (!stored)
            return m_keyState->setText(stored.error().message);
        m_secret->clear();
        showKeyState();
    });
}

void ModelForm::toggleTrial()
{
    if (m_isTrying) {
        m_probe.stop();
        m_isTrying = false;
        m_trial->setText(tr("Try it"));
        m_answer->setText(tr("Stopped."));
        return;
    }
    const Result<Endpoint> known = endpoint();
    if (!known)
        return m_answer->setText(known.error().message);
    m_isTrying = true;
    m_trial->setText(tr("Stop"));
    m_answer->setText(tr("Asking %1…").arg(known->model));
    const auto go = [this, asked = *known](const StoredKey &stored) {
        if (!m_isTrying)
            return;
        const Result<QByteArray> key = keyFor(asked, stored);
        if (!key)
            return showTrial({AgentFault{u"not-logged-in"_s, key.error().message}});
        m_probe.ask(asked, *key);
    };
    if (known->keyName.isEmpty())
        go({});
    else
        readStoredKey(known->keyName, m_answer, go);
}

void ModelForm::showTrial(const EndpointTrial &trial)
{
    m_isTrying = false;
    m_trial->setText(tr("Try it"));
    if (trial.fault)
        return m_answer->setText(trial.fault->message);
    QString text = tr("It answered “%1” after %2 s.")
                       .arg(trial.answer.simplified().left(200), QLocale().toString(double(trial.milliseconds) / 1000, 'f', 1));
    if (trial.usage && trial.usage->total() > 0)
        text += u' ' + tr("It took %n tokens.", nullptr, int(qMin<qint64>(trial.usage->total(), INT_MAX)));
    m_answer->setText(text);
}

} // namespace baton
