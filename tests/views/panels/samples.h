// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/workflow/problem.h"
#include "tests/support/plans.h"
#include "views/style/stylesheet.h"

#include <QApplication>
#include <QDir>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace baton::test {

/// Two phases with a gate, in which the security engineer builds what she audits.
struct Sample
{
    Contents contents;
    NodeKey architect, security, software, implementation, validation, gate, design, hardening, audit;

    Sample()
    {
        contents.info.name = u"Sample"_s;
        contents.info.budgetTokens = 1'500'000;
        const auto persona = [&](const QString &id, const QString &color) {
            Persona made;
            made.id = id;
            made.color = color;
            made.model = u"opus"_s;
            return add(contents, made);
        };
        architect = persona(u"architect"_s, u"#4C6FFF"_s);
        security = persona(u"security-eng"_s, u"#C2330C"_s);
        software = persona(u"software-eng"_s, u"#0E8A7D"_s);
        implementation = phase(u"implementation"_s, PhaseKind::Implementation);
        validation = phase(u"validation"_s, PhaseKind::Validation);
        Gate closing;
        closing.id = u"gate-1"_s;
        closing.title = u"Gate 1"_s;
        closing.phase = u"implementation"_s;
        gate = add(contents, closing);
        design = task(u"system-design"_s, u"System design"_s, u"architect"_s, TaskKind::Plan);
        hardening = task(u"api-hardening"_s, u"API hardening"_s, u"security-eng"_s, TaskKind::Implement);
        audit = task(u"security-audit"_s, u"Security audit"_s, u"security-eng"_s, TaskKind::Validate);
        change(hardening, [](Task &made) {
            made.needs = {need(u"system-design"_s, NeedType::Output)};
            made.deliverables = {u"src/api/**"_s};
            made.evidence = {u"evidence/api-hardening.md"_s};
            made.budgetTokens = 150'000;
            made.executor = {u"agent"_s, {{u"cli"_s, u"claude"_s}}};
            made.doneWhen = {u"all endpoints rate-limited"_s};
        });
        change(audit, [](Task &made) {
            made.phase = u"validation"_s;
            made.needs = {need(u"gate-1"_s)};
            made.validates = {u"api-hardening"_s};
        });
    }

    template <class Act>
    void change(NodeKey key, Act act)
    {
        Task task = *contents.task(key);
        act(task);
        contents.tasks.replace(key, std::make_shared<const Task>(task));
    }

    Problem selfValidation() const
    {
        Problem problem;
        problem.rule = u"self-validation"_s;
        problem.message = u"Validates its own work. @security-eng implements API hardening and audits it in "
                          "Security audit."_s;
        problem.subjects = {hardening, audit};
        problem.field = Field::Persona;
        problem.fixes = {{u"assign-other-persona"_s, u"Assign @software-eng"_s, u"software-eng"_s}};
        return problem;
    }

private:
    NodeKey phase(const QString &id, PhaseKind kind)
    {
        Phase made;
        made.id = id;
        made.title = id.left(1).toUpper() + id.mid(1);
        made.kind = kind;
        return add(contents, made);
    }
    NodeKey task(const QString &id, const QString &title, const QString &persona, TaskKind kind)
    {
        Task made;
        made.id = id;
        made.title = title;
        made.phase = u"implementation"_s;
        made.personas = {persona};
        made.kind = kind;
        return add(contents, made);
    }
};

/// Where BATON_GRAB names a folder, the widget's pictures in each theme go there, for people to look at.
inline void grab(QWidget &widget, Theme &theme, const QString &name)
{
    const QString folder = qEnvironmentVariable("BATON_GRAB");
    if (folder.isEmpty())
        return;
    const ThemeChoice before = theme.choice();
    {
        const StyleSheet dressed(*qApp, theme);
        widget.setProperty("look", u"panel"_s);
        for (const auto &[choice, word] : {std::pair{ThemeChoice::Light, u"light"_s},
                                           {ThemeChoice::Dark, u"dark"_s},
                                           {ThemeChoice::HighContrast, u"contrast"_s}}) {
            theme.setChoice(choice);
            QCoreApplication::processEvents();
            widget.grab().save(QDir(folder).filePath(name + u'-' + word + u".png"_s));
        }
    }
    theme.setChoice(before);
    qApp->setStyleSheet({});
}

} // namespace baton::test
