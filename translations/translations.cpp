// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// English needs no file of its own but for its plurals: `%n task(s)` becomes `1 task` and `2 tasks`.
class EnglishPlurals final : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int count) const override
    {
        QString text = QString::fromUtf8(source);
        if (count < 0 || !text.contains("(s)"_L1))
            return {};
        return text.replace("(s)"_L1, count == 1 ? ""_L1 : "s"_L1);
    }
};

} // namespace

void installTranslations(QCoreApplication &application)
{
    // The one installed last is asked first.
    QCoreApplication::installTranslator(new EnglishPlurals(&application));
    const auto install = [&](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&application);
        if (translator->load(QLocale(), name, u"_"_s, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"baton"_s, u":/translations"_s);
}

} // namespace baton
