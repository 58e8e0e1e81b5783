// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/run/faultwords.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

struct FaultWords
{
    Q_DECLARE_TR_FUNCTIONS(baton::FaultWords)
};

/// By code. Those of shell tasks are not here: how a command ended, its sentence says shorter than words could.
constexpr std::pair<const char *, const char *> words[] = {
    {"not-installed", QT_TRANSLATE_NOOP("baton::FaultWords", "not installed")},
    {"wrong-version", QT_TRANSLATE_NOOP("baton::FaultWords", "wrong version")},
    {"folder-not-trusted", QT_TRANSLATE_NOOP("baton::FaultWords", "does not trust the folder")},
    {"not-logged-in", QT_TRANSLATE_NOOP("baton::FaultWords", "key or login missing")},
    {"unknown-model", QT_TRANSLATE_NOOP("baton::FaultWords", "unknown model")},
    {"rate-limit", QT_TRANSLATE_NOOP("baton::FaultWords", "too many requests")},
    {"service", QT_TRANSLATE_NOOP("baton::FaultWords", "model service failed")},
    {"connection", QT_TRANSLATE_NOOP("baton::FaultWords", "cannot be reached")},
    {"closed", QT_TRANSLATE_NOOP("baton::FaultWords", "hung up")},
    {"not-trusted", QT_TRANSLATE_NOOP("baton::FaultWords", "certificate not trusted")},
    {"refused-request", QT_TRANSLATE_NOOP("baton::FaultWords", "request refused")},
    {"refused-answer", QT_TRANSLATE_NOOP("baton::FaultWords", "model refused")},
    {"redirect", QT_TRANSLATE_NOOP("baton::FaultWords", "address has moved")},
    {"not-an-api", QT_TRANSLATE_NOOP("baton::FaultWords", "web page, no endpoint")},
    {"malformed", QT_TRANSLATE_NOOP("baton::FaultWords", "answer damaged")},
    {"cut-off", QT_TRANSLATE_NOOP("baton::FaultWords", "answer cut off")},
    {"stalled", QT_TRANSLATE_NOOP("baton::FaultWords", "fell silent")},
    {"too-slow", QT_TRANSLATE_NOOP("baton::FaultWords", "answer too slow")},
    {"too-large", QT_TRANSLATE_NOOP("baton::FaultWords", "answer too large")},
    {"too-much-output", QT_TRANSLATE_NOOP("baton::FaultWords", "too much output")},
    {"line-too-long", QT_TRANSLATE_NOOP("baton::FaultWords", "line too long")},
    {"not-text", QT_TRANSLATE_NOOP("baton::FaultWords", "output is no text")},
    {"no-answer", QT_TRANSLATE_NOOP("baton::FaultWords", "no answer")},
    {"not-finished", QT_TRANSLATE_NOOP("baton::FaultWords", "ended early")},
    {"limit", QT_TRANSLATE_NOOP("baton::FaultWords", "reached a limit")},
    {"budget", QT_TRANSLATE_NOOP("baton::FaultWords", "over its budget")},
    {"timeout", QT_TRANSLATE_NOOP("baton::FaultWords", "took too long")},
    {"evidence", QT_TRANSLATE_NOOP("baton::FaultWords", "evidence missing")},
    {"no-verdict", QT_TRANSLATE_NOOP("baton::FaultWords", "no verdict")},
    {"not-started", QT_TRANSLATE_NOOP("baton::FaultWords", "could not start")},
    {"node-lost", QT_TRANSLATE_NOOP("baton::FaultWords", "node lost")},
    {"time-limit", QT_TRANSLATE_NOOP("baton::FaultWords", "time limit reached")},
    {"out-of-memory", QT_TRANSLATE_NOOP("baton::FaultWords", "out of memory")},
    {"refused", QT_TRANSLATE_NOOP("baton::FaultWords", "refused by a person")},
};

} // namespace

QString faultWords(const QString &code, const QString &sentence)
{
    for (const auto &[known, text] : words) {
        if (code == QLatin1StringView(known))
            return FaultWords::tr(text);
    }
    static const QRegularExpression end(uR"([.:!?]\s|\n)"_s);
    const qsizetype length = sentence.indexOf(end);
    const QString first = (length < 0 ? sentence : sentence.first(length)).simplified();
    return first.endsWith('.'_L1) ? first.chopped(1) : first;
}

} // namespace baton
