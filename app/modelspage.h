// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/modelform.h"

#include <QJsonObject>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QTableWidget;

namespace baton {

/// The user's model endpoints and agent CLIs: addresses, keys, models, limits, prices. Writes models.json as soon as
/// something was changed.
class ModelsPage : public QWidget
{
    Q_OBJECT

public:
    explicit ModelsPage(QWidget *parent = nullptr);

private:
    QWidget *makeSpending();
    QWidget *makeAdding();
    void load();
    void save(const QJsonObject &settings);
    void addPlace(const ModelForm::Place &place, const QString &title);
    void take(const ModelForm::Place &place, const QJsonObject &ofPlace);
    void addAddress();
    void removeAddress();
    void showPrices();
    void takePrices();
    void updateButtons();

    QJsonObject m_settings;
    bool m_isReadable = true; ///< What cannot be read is not overwritten.
    QListWidget *m_places;
    QStackedWidget *m_pages;
    QLineEdit *m_address = nullptr;
    QComboBox *m_api = nullptr;
    QPushButton *m_remove = nullptr;
    QDoubleSpinBox *m_mostCost = nullptr;
    QTableWidget *m_prices = nullptr;
    QLabel *m_trouble;
};

} // namespace baton
