// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// runnerprocess FILE RUN-FOLDER: starts a run, or resumes the one in the folder, and drives it to its end. For tests
// that kill it on the way. 0 = COMPLETE.

#include "model/run/runner.h"

#include <QCoreApplication>

using namespace baton;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3)
        return 2;
    RunOptions options{.runDir = arguments.at(2), .approve = ApproveMode::None, .trusted = true};
    const bool exists = RunFolder(arguments.at(2)).exists();
    auto runner = exists ? Runner::resume(arguments.at(2), options) : Runner::create(arguments.at(1), options);
    if (!runner) {
        fprintf(stderr, "%s\n", qPrintable(runner.error().message));
        return 2;
    }
    QObject::connect(runner->get(), &Runner::finished, &application, [](RunStatus status) {
        QCoreApplication::exit(status == RunStatus::Complete ? 0 : 1);
    }, Qt::QueuedConnection);
    QObject::connect(runner->get(), &Runner::failed, &application, [] { QCoreApplication::exit(2); }, Qt::QueuedConnection);
    (*runner)->start();
    return QCoreApplication::exec();
}
