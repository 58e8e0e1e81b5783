// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/settingsdialog.h"

#include "app/agentspage.h"
#include "app/doctorpage.h"
#include "app/modelspage.h"
#include "model/run/trust.h"
#include "views/widgets/dialogsize.h"
#include "views/widgets/emptynote.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

SettingsDialog::SettingsDialog(Settings &settings, const Document &document, RunWhere where, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
{
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeWithin(this, {720, 560});
    auto *pages = new QTabWidget;
    pages->addTab(makeLookPage(), tr("Look"));
    pages->addTab(makeTrustPage(), tr("Trusted folders"));
    pages->addTab(new AgentsPage, tr("Agents"));
    pages->addTab(new ModelsPage, tr("Models"));
    pages->addTab(new DoctorPage(document, where), tr("Doctor"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 12);
    layout->addWidget(pages);
    layout->addWidget(buttons);
}

QWidget *SettingsDialog::makeLookPage()
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(14, 18, 14, 14);
    form->setSpacing(12);

    auto *theme = new QComboBox;
    theme->addItem(tr("As the system"), int(ThemeChoice::System));
    theme->addItem(tr("Light"), int(ThemeChoice::Light));
    theme->addItem(tr("Dark"), int(ThemeChoice::Dark));
    theme->addItem(tr("High contrast"), int(ThemeChoice::HighContrast));
    theme->setCurrentIndex(theme->findData(int(m_settings.theme())));
    connect(theme, &QComboBox::activated, this,
            [this, theme] { m_settings.setTheme(ThemeChoice(theme->currentData().toInt())); });
    form->addRow(tr("&Theme"), theme);

    auto *motion = new QComboBox;
    motion->addItem(tr("As the system"), int(MotionChoice::System));
    motion->addItem(tr("Everything moves"), int(MotionChoice::Full));
    motion->addItem(tr("Reduced: changes of colour only"), int(MotionChoice::Reduced));
    motion->setCurrentIndex(motion->findData(int(m_settings.motion())));
    connect(motion, &QComboBox::activated, this,
            [this, motion] { m_settings.setMotion(MotionChoice(motion->currentData().toInt())); });
    form->addRow(tr("&Motion"), motion);

    auto *size = new QSpinBox;
    size->setRange(10, 24);
    size->setSuffix(tr(" px"));
    size->setValue(m_settings.textSize());
    connect(size, &QSpinBox::valueChanged, this, [this](int pixels) { m_settings.setTextSize(pixels); });
    form->addRow(tr("Size of te&xt"), size);

    auto *notifies = new QCheckBox(tr("&Tell me when a run needs me or ends"));
    notifies->setObjectName(u"notifies"_s);
    notifies->setToolTip(tr("As a message of the desktop, while this window is not in front."));
    notifies->setChecked(m_settings.notifies());
    connect(notifies, &QCheckBox::toggled, this, [this](bool on) { m_settings.setNotifies(on); });
    form->addRow(QString(), notifies);
    return page;
}

QWidget *SettingsDialog::makeTrustPage()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(14, 14, 14, 14);
    auto *text = new QLabel(tr("Workflows in these folders, and in folders inside them, may run commands without asking."));
    text->setWordWrap(true);
    layout->addWidget(text);
    m_folders = new QListWidget;
    m_folders->setAccessibleName(tr("Trusted folders"));
    m_folders->addItems(trustedFolders());
    new EmptyNote(m_folders, tr("No folder is trusted yet. Baton asks before a workflow runs commands for the first time."));
    layout->addWidget(m_folders, 1);
    auto *row = new QHBoxLayout;
    auto *add = new QPushButton(tr("Add a folder…"));
    auto *remove = new QPushButton(tr("Trust it no longer"));
    remove->setEnabled(false);
    row->addWidget(add);
    row->addWidget(remove);
    row->addStretch();
    layout->addLayout(row);
    const auto refresh = [this] {
        m_folders->clear();
        m_folders->addItems(trustedFolders());
    };
    connect(m_folders, &QListWidget::itemSelectionChanged, remove,
            [this, remove] { remove->setEnabled(!m_folders->selectedItems().isEmpty()); });
    connect(add, &QPushButton::clicked, this, [this, refresh] {
        auto *chooser = new QFileDialog(this, tr("Trust a folder"));
        chooser->setAttribute(Qt::WA_DeleteOnClose);
        chooser->setFileMode(QFileDialog::Directory);
        connect(chooser, &QFileDialog::fileSelected, this, [this, refresh](const QString &folder) {
            if (const Result<void> done = trust(folder); !done)
                m_folders->setToolTip(done.error().message);
            refresh();
        });
        chooser->open();
    });
    connect(remove, &QPushButton::clicked, this, [this, refresh] {
        if (const Result<void> done = removeTrust(m_folders->currentItem()->text()); !done)
            m_folders->setToolTip(done.error().message);
        refresh();
    });
    return page;
}

} // namespace baton
