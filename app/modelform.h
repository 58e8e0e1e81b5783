// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/executors/http/endpointprobe.h"

#include <QJsonObject>
#include <QWidget>

class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace baton {

/// What the user's settings say of one endpoint or one agent CLI: address, key, models, limits. Keys go to the keychain
/// and nowhere else.
class ModelForm : public QWidget
{
    Q_OBJECT

public:
    /// One endpoint by its interface (`openai`, `anthropic`) or its address, or one agent CLI by its name.
    struct Place
    {
        enum class Kind : quint8 { Vendor, Address, Agent };
        Kind kind = Kind::Vendor;
        QString name;

        bool operator==(const Place &) const = default;
    };

    explicit ModelForm(const Place &place, QWidget *parent = nullptr);
    ~ModelForm() override;

    const Place &place() const { return m_place; }
    void setSettings(const QJsonObject &settings);

signals:
    /// What the settings are to say of the place now.
    void edited(const QJsonObject &ofPlace);

private:
    QLineEdit *addLine(QFormLayout &form, const QString &label, const QString &name, const QString &tip);
    QSpinBox *addLimit(QFormLayout &form, const QString &label, const QString &name, int most);
    void addEndpointRows(QFormLayout &form);
    void addTrialRow(QFormLayout &form);
    QJsonObject ofPlace() const;
    void take(const QString &name, const QJsonValue &value);
    void takeTier(const QString &tier, const QString &model);
    Result<Endpoint> endpoint() const;
    QString keyName() const;
    void showKeyState();
    void storeKey();
    void toggleTrial();
    void showTrial(const EndpointTrial &trial);

    Place m_place;
    QJsonObject m_settings;
    QHash<QString, QLineEdit *> m_lines;
    QHash<QString, QSpinBox *> m_limits;
    QLineEdit *m_secret = nullptr;
    QPushButton *m_store = nullptr;
    QLabel *m_keyState = nullptr;
    QPushButton *m_trial = nullptr;
    QLabel *m_answer = nullptr;
    EndpointProbe m_probe;
    bool m_isTrying = false;
};

} // namespace baton
