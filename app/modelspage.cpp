// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/modelspage.h"

#include "model/executors/agent/agentcli.h"
#include "model/executors/modelsettings.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

const QStringList &priceKinds()
{
    static const QStringList kinds{u"input"_s, u"output"_s, u"cache_read"_s, u"cache_write"_s};
    return kinds;
}

QLabel *small(const QString &text)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setProperty("look", u"small"_s);
    return label;
}

} // namespace

ModelsPage::ModelsPage(QWidget *parent)
    : QWidget(parent)
    , m_places(new QListWidget)
    , m_pages(new QStackedWidget)
    , m_trouble(new QLabel)
{
    m_places->setAccessibleName(tr("Endpoints and agents"));
    m_places->setFixedWidth(180);
    m_trouble->setWordWrap(true);
    m_trouble->setProperty("look", u"error"_s);
    m_trouble->hide();
    auto *left = new QVBoxLayout;
    left->addWidget(m_places, 1);
    left->addWidget(makeAdding());
    auto *right = new QVBoxLayout;
    right->addWidget(m_pages);
    right->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(14);
    columns->addLayout(left);
    columns->addLayout(right, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 14);
    layout->addWidget(m_trouble);
    layout->addLayout(columns, 1);

    m_places->addItem(tr("Spending"));
    m_pages->addWidget(makeSpending());
    load();
    connect(m_places, &QListWidget::currentRowChanged, this, [this](int row) {
        m_pages->setCurrentIndex(row);
        updateButtons();
    });
    m_places->ensurePolished(); // Choosing a row places them all, with the room that the style gives.
    m_places->setCurrentRow(1);
}

QWidget *ModelsPage::makeSpending()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(4, 0, 4, 0);
    layout->setSpacing(8);
    auto *row = new QHBoxLayout;
    auto *label = new QLabel(tr("A run may &spend"));
    m_mostCost = new QDoubleSpinBox;
    m_mostCost->setObjectName(u"max-cost"_s);
    m_mostCost->setRange(0, 1e6);
    m_mostCost->setDecimals(2);
    m_mostCost->setPrefix(u"$ "_s);
    m_mostCost->setSpecialValueText(tr("no limit"));
    m_mostCost->setKeyboardTracking(false);
    m_mostCost->setMinimumWidth(120);
    label->setBuddy(m_mostCost);
    row->addWidget(label);
    row->addWidget(m_mostCost);
    row->addStretch();
    layout->addLayout(row);
    layout->addWidget(small(tr("Then nothing starts that costs, and endpoints are asked nothing more; agents that run go on to their end.")));
    layout->addSpacing(6);
    layout->addWidget(new QLabel(tr("Prices, in dollars for a million tokens")));
    m_prices = new QTableWidget(0, 1 + int(priceKinds().size()));
    m_prices->setObjectName(u"prices"_s);
    m_prices->setAccessibleName(tr("Prices of models"));
    m_prices->setHorizontalHeaderLabels({tr("Model"), tr("Input"), tr("Output"), tr("Cache read"), tr("Cache write")});
    m_prices->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_prices->verticalHeader()->hide();
    m_prices->setMinimumHeight(200);
    layout->addWidget(m_prices);
    layout->addWidget(small(tr("Used where neither endpoint nor agent says what it cost. Write into the last row to add a model; empty its name to remove one.")));
    connect(m_mostCost, &QDoubleSpinBox::valueChanged, this, [this](double dollars) {
        QJsonObject settings = m_settings;
        if (dollars > 0)
            settings.insert(u"max_cost"_s, dollars);
        else
            settings.remove("max_cost"_L1);
        save(settings);
    });
    connect(m_prices, &QTableWidget::cellChanged, this, &ModelsPage::takePrices);
    return page;
}

QWidget *ModelsPage::makeAdding()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(6);
    m_address = new QLineEdit;
    m_address->setObjectName(u"new-address"_s);
    m_address->setPlaceholderText(u"https://models.example/v1"_s);
    m_address->setAccessibleName(tr("Address of another endpoint"));
    m_api = new QComboBox;
    m_api->setObjectName(u"new-api"_s);
    m_api->addItem(tr("like OpenAI's"), u"openai"_s);
    m_api->addItem(tr("like Anthropic's"), u"anthropic"_s);
    m_api->setAccessibleName(tr("Interface of the other endpoint"));
    auto *add = new QPushButton(tr("Add"));
    add->setObjectName(u"add-endpoint"_s);
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setObjectName(u"remove-endpoint"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(add);
    row->addWidget(m_remove);
    layout->addWidget(m_address);
    layout->addWidget(m_api);
    layout->addLayout(row);
    connect(add, &QPushButton::clicked, this, &ModelsPage::addAddress);
    connect(m_address, &QLineEdit::returnPressed, this, &ModelsPage::addAddress);
    connect(m_remove, &QPushButton::clicked, this, &ModelsPage::removeAddress);
    return box;
}

void ModelsPage::load()
{
    const Result<QJsonObject> settings = readModelSettings();
    m_isReadable = settings.ok();
    if (!settings) {
        m_trouble->setText(settings.error().message);
        m_trouble->show();
        m_pages->setEnabled(false);
        m_address->parentWidget()->setEnabled(false);
    }
    m_settings = settings ? *settings : QJsonObject();
    using Kind = ModelForm::Place::Kind;
    addPlace({Kind::Vendor, u"openai"_s}, u"OpenAI"_s);
    addPlace({Kind::Vendor, u"anthropic"_s}, u"Anthropic"_s);
    for (const AgentCli *cli : agentClis())
        addPlace({Kind::Agent, cli->id()}, tr("Agent: %1").arg(cli->id()));
    for (auto entry = m_settings.begin(); entry != m_settings.end(); ++entry) {
        if (entry.key().startsWith("http"_L1) && entry.value().isObject())
            addPlace({Kind::Address, entry.key()}, QUrl(entry.key()).host());
    }
    m_mostCost->setValue(m_settings.value("max_cost"_L1).toDouble(0));
    showPrices();
    updateButtons();
}

void ModelsPage::save(const QJsonObject &settings)
{
    if (settings == m_settings || !m_isReadable)
        return;
    m_settings = settings;
    const Result<void> written = writeModelSettings(settings);
    m_trouble->setText(written ? QString() : written.error().message);
    m_trouble->setVisible(!written);
    for (int i = 1; i < m_pages->count(); ++i)
        static_cast<ModelForm *>(m_pages->widget(i))->setSettings(m_settings);
}

void ModelsPage::addPlace(const ModelForm::Place &place, const QString &title)
{
    auto *item = new QListWidgetItem(title);
    item->setToolTip(place.name);
    m_places->addItem(item);
    auto *form = new ModelForm(place);
    m_pages->addWidget(form);
    form->setSettings(m_settings);
    connect(form, &ModelForm::edited, this, [this, place](const QJsonObject &ofPlace) { take(place, ofPlace); });
}

void ModelsPage::take(const ModelForm::Place &place, const QJsonObject &ofPlace)
{
    QJsonObject settings = m_settings;
    if (place.kind == ModelForm::Place::Kind::Agent) {
        QJsonObject agents = settings["agents"_L1].toObject();
        agents.insert(place.name, ofPlace);
        settings.insert(u"agents"_s, agents);
    } else {
        settings.insert(place.name, ofPlace);
    }
    save(settings);
}

void ModelsPage::addAddress()
{
    const QString address = m_address->text().trimmed();
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        m_trouble->setText(tr("Write the address of an endpoint: https://, a host, no password."));
        m_trouble->show();
        return;
    }
    m_trouble->hide();
    m_address->clear();
    if (m_settings.contains(address))
        return;
    QJsonObject settings = m_settings;
    settings.insert(address, QJsonObject{{u"api"_s, m_api->currentData().toString()}});
    save(settings);
    addPlace({ModelForm::Place::Kind::Address, address}, url.host());
    m_places->setCurrentRow(m_places->count() - 1);
}

void ModelsPage::removeAddress()
{
    const int row = m_places->currentRow();
    auto *form = qobject_cast<ModelForm *>(m_pages->widget(row));
    if (!form || form->place().kind != ModelForm::Place::Kind::Address)
        return;
    QJsonObject settings = m_settings;
    settings.remove(form->place().name);
    m_pages->removeWidget(form);
    form->deleteLater();
    delete m_places->takeItem(row);
    save(settings);
}

void ModelsPage::showPrices()
{
    const QSignalBlocker quiet(m_prices);
    const QJsonObject prices = m_settings.value("prices"_L1).toObject();
    m_prices->setRowCount(int(prices.size()) + 1);
    int row = 0;
    for (auto price = prices.begin(); price != prices.end(); ++price, ++row) {
        m_prices->setItem(row, 0, new QTableWidgetItem(price.key()));
        for (int kind = 0; kind < priceKinds().size(); ++kind) {
            const QJsonValue value = price.value()[priceKinds().at(kind)];
            m_prices->setItem(row, kind + 1, new QTableWidgetItem(value.isDouble() ? QLocale().toString(value.toDouble(), 'g', 8) : QString()));
        }
    }
    for (int column = 0; column < m_prices->columnCount(); ++column)
        m_prices->setItem(row, column, new QTableWidgetItem);
}

void ModelsPage::takePrices()
{
    QJsonObject prices;
    for (int row = 0; row < m_prices->rowCount(); ++row) {
        const QTableWidgetItem *model = m_prices->item(row, 0);
        if (!model || model->text().trimmed().isEmpty())
            continue;
        QJsonObject price;
        for (int kind = 0; kind < priceKinds().size(); ++kind) {
            const QTableWidgetItem *cell = m_prices->item(row, kind + 1);
            bool isNumber = false;
            const double dollars = cell ? QLocale().toDouble(cell->text().trimmed(), &isNumber) : 0;
            if (isNumber && dollars >= 0)
                price.insert(priceKinds().at(kind), dollars);
        }
        prices.insert(model->text().trimmed(), price);
    }
    QJsonObject settings = m_settings;
    if (prices.isEmpty())
        settings.remove("prices"_L1);
    else
        settings.insert(u"prices"_s, prices);
    save(settings);
    // The last row is there for the next one.
    const bool isFull = !m_prices->item(m_prices->rowCount() - 1, 0)->text().trimmed().isEmpty();
    if (isFull || m_prices->rowCount() > prices.size() + 1)
        QMetaObject::invokeMethod(this, &ModelsPage::showPrices, Qt::QueuedConnection);
}

void ModelsPage::updateButtons()
{
    const auto *form = qobject_cast<ModelForm *>(m_pages->widget(m_places->currentRow()));
    m_remove->setEnabled(form && form->place().kind == ModelForm::Place::Kind::Address);
}

} // namespace baton
