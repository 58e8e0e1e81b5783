// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/settings.h"

#include <QDialog>

class QListWidget;

namespace baton {

/// The look, the size of text, movement, the folders whose commands may run, and the agents there are. Every choice holds
/// at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

private:
    QWidget *makeLookPage();
    QWidget *makeTrustPage();

    Settings &m_settings;
    QListWidget *m_folders = nullptr;
};

} // namespace baton
