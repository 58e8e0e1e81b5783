// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include <QTemporaryDir>

namespace {

/// Tests and benches keep their settings to themselves: what the user trusts, and how their windows stand, is not
/// touched. What they start inherits it.
struct TestHome
{
    TestHome() { qputenv("XDG_CONFIG_HOME", dir.path().toLocal8Bit()); }
    QTemporaryDir dir;
};

const TestHome home;

} // namespace
