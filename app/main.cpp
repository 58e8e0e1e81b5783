// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/headless.h"
#include "app/look.h"
#include "app/mainwindow.h"
#include "translations/translations.h"

#include <QApplication>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

int fail(const baton::Error &error)
{
    std::fputs(qPrintable(u"baton-designer: %1\n"_s.arg(error.message)), stderr);
    return 2;
}

void openWhatIsAsked(baton::MainWindow &window, const baton::Options &options)
{
    window.runs().setMode(options.mode);
    window.runs().setTrusted(options.trust);
    window.runs().setSpeed(options.speed);
    if (!options.file.isEmpty())
        window.files().open(options.file);
    if (!options.runDir.isEmpty())
        window.openRun(options.runDir);
    if (!options.screenshotTo.isEmpty())
        return baton::takeScreenshot(window, options);
    if (!options.run)
        return;
    // A large file is still being read: it runs once it is there.
    if (window.files().isOpen())
        window.runs().start();
    else
        QObject::connect(&window.files(), &baton::FileController::opened, &window.runs(), &baton::RunController::start,
                         Qt::SingleShotConnection);
}

} // namespace

int main(int argc, char **argv)
{
    // Pictures are drawn without a display.
    for (int i = 1; i < argc; ++i) {
        if (QByteArrayView(argv[i]).startsWith("--export") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"baton-designer"_s);
    QApplication::setApplicationDisplayName(u"Baton"_s);
    QApplication::setOrganizationName(u"Baton"_s);
    QApplication::setApplicationVersion(QStringLiteral(BATON_VERSION));
    QApplication::setDesktopFileName(u"io.github.baton.Designer"_s);
    baton::installTranslations(application);

    const baton::Result<baton::Options> options = baton::parseOptions(QApplication::arguments());
    if (!options)
        return fail(options.error());
    if (!options->exportTo.isEmpty()) {
        QApplication::setFont(QFont(baton::textFamily()));
        const baton::Result<void> drawn = baton::exportWithoutWindow(*options);
        return drawn ? 0 : fail(drawn.error());
    }
    baton::Settings settings;
    baton::Look look(application, settings);
    if (options->theme)
        look.overrideTheme(*options->theme);
    baton::MainWindow window(settings, look.theme());
    if (!options->screenshotTo.isEmpty())
        window.resize(options->size);
    window.show();
    openWhatIsAsked(window, *options);
    return QApplication::exec();
}
