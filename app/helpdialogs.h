// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

class QString;
class QWidget;

namespace baton {

class ActionList;

/// Every action that has a key, with it.
void showShortcuts(const ActionList &actions, QWidget *parent);
void showAbout(QWidget *parent);
/// A text to look at and copy: a prompt, a part of the file.
void showText(const QString &title, const QString &text, QWidget *parent);

} // namespace baton
