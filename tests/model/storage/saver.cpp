// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

// Saves one of two files in turn, for ever, and says so: to be killed while it does.

#include "model/storage/saving.h"

#include <cstdio>

using namespace baton;

int main(int argc, char **argv)
{
    if (argc != 2)
        return 2;
    const QString path = QString::fromLocal8Bit(argv[1]);
    FileStamp stamp = stampOnDisk(path).value();
    for (char letter = 'a';; letter = letter == 'a' ? 'b' : 'a') {
        const Result<FileStamp> saved = saveFile(path, QByteArray(300'000, letter), stamp);
        if (!saved)
            return 1;
        stamp = *saved;
        std::puts("saved");
        std::fflush(stdout);
    }
}
