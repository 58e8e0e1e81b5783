// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "model/help/ruleexamples.h"

#include "model/storage/reader.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

RuleExample example(const QString &rule, QLatin1String kind)
{
    RuleExample result;
    QFile file(u":/rules/%1.%2.baton.yaml"_s.arg(rule, kind));
    if (!file.open(QIODevice::ReadOnly))
        return result;
    result.text = file.readAll();
    const Loaded loaded = readWorkflow(result.text, FileKind::Yaml);
    result.contents = loaded.contents;
    result.problems = checkWorkflow(loaded.contents, exampleContext());
    result.problems.removeIf([&](const Problem &problem) { return problem.rule != rule; });
    if (loaded.source)
        addPlaces(result.problems, *loaded.source);
    return result;
}

} // namespace

RuleExample wrongExample(const QString &rule)
{
    return example(rule, "wrong"_L1);
}

RuleExample rightExample(const QString &rule)
{
    return example(rule, "right"_L1);
}

CheckContext exampleContext()
{
    return {.profile = {}, .files = QSet<QString>{u"README.md"_s, u"docs/brief.md"_s}};
}

} // namespace baton
