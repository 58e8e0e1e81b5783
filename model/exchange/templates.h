// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/workflow/enums.h"

#include <QByteArray>
#include <QList>
#include <QStringList>

namespace baton {

/// What the gallery says about a template. The workflow itself comes from templateText().
struct TemplateInfo
{
    QString name; ///< What `baton new --template` takes: `fan-out-fan-in`.
    QString title;
    QString description;
    QStringList tags;
    QString source; ///< The document that the pattern comes from.
    Profile profile = Profile::Core;
    QString whenToUse;

    bool operator==(const TemplateInfo &) const = default;
};

/// All templates, in the order of the gallery.
QList<TemplateInfo> templates();

/// The workflow file of a template, byte for byte. For an unknown name the error suggests the nearest.
Result<QByteArray> templateText(const QString &name);

} // namespace baton
