// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/seed.h"

#include <QRandomGenerator>
#include <QString>

namespace baton::test {

quint32 newSeed()
{
    bool isSet = false;
    const quint32 wanted = qEnvironmentVariable("BATON_SEED").toUInt(&isSet);
    const quint32 seed = isSet ? wanted : QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    return seed;
}

} // namespace baton::test
