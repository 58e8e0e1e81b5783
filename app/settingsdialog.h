// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/settings.h"
#include "model/run/runstate.h"

#include <QDialog>

class QListWidget;

namespace baton {

class Document;

/// The look, the folders whose commands may run, agents, model endpoints, and what is missing. Every choice holds at once.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a where the runs of the document would go, for the doctor.
    SettingsDialog(Settings &settings, const Document &document, RunWhere where = RunWhere::Plan, QWidget *parent = nullptr);

private:
    QWidget *makeLookPage();
    QWidget *makeTrustPage();

    Settings &m_settings;
    QListWidget *m_folders = nullptr;
};

} // namespace baton
