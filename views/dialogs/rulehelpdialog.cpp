// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "views/dialogs/rulehelpdialog.h"

#include "model/base/textdiff.h"
#include "model/help/rulepages.h"
#include "views/canvas/planpicture.h"
#include "views/widgets/dialogsize.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QTextBrowser>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

/// In pixels of the page: what fits beside the list without scrolling sideways.
constexpr QSize roomForPicture(600, 300);
constexpr int idRole = Qt::UserRole;
constexpr int searchRole = Qt::UserRole + 1;

QString paragraph(const QString &text)
{
    return u"<p>"_s + text.toHtmlEscaped() + u"</p>"_s;
}

/// The lines of the two files that are not the same: what the canvas does not show stands there.
std::pair<QString, QString> changedLines(const RulePage &page)
{
    constexpr qsizetype most = 8;
    const QList<QByteArray> before = page.wrong.text.split('\n');
    const QList<QByteArray> after = page.right.text.split('\n');
    QStringList gone;
    QStringList come;
    const auto append = [](QStringList &to, const QByteArray &line) {
        if (to.size() < most)
            to += QString::fromUtf8(line);
        else if (to.last() != u"…"_s)
            to += u"…"_s;
    };
    for (const LineChange &change : lineChanges(page.wrong.text, page.right.text)) {
        for (qsizetype i = 0; i < change.removed; ++i)
            append(gone, before.at(change.before + i));
        for (qsizetype i = 0; i < change.added; ++i)
            append(come, after.at(change.after + i));
    }
    return {gone.join(u'\n'), come.join(u'\n')};
}

} // namespace

RuleHelpDialog::RuleHelpDialog(const Theme &theme, QWidget *parent)
    : QDialog(parent)
    , m_theme(theme)
    , m_search(new QLineEdit)
    , m_list(new QTreeWidget)
    , m_page(new QTextBrowser)
{
    setWindowTitle(tr("Rules"));
    setAttribute(Qt::WA_DeleteOnClose);
    resizeWithin(this, {1040, 720});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 14, 14, 12);
    layout->setSpacing(10);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    row->addLayout(column, 1);
    row->addWidget(m_page, 2);
    layout->addLayout(row, 1);
    m_search->setPlaceholderText(tr("Search the rules…"));
    m_search->setAccessibleName(tr("Search the rules"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    column->addWidget(m_search);
    m_list->setAccessibleName(tr("Rules"));
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setColumnCount(1);
    column->addWidget(m_list, 1);
    m_page->setAccessibleName(tr("What the rule says"));
    m_page->setOpenLinks(false);
    m_page->document()->setDocumentMargin(16);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    layout->addWidget(buttons);
    fill();
    connect(m_search, &QLineEdit::textChanged, this, &RuleHelpDialog::search);
    connect(m_list, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem *item) {
        if (!item)
            return;
        m_rule = item->data(0, idRole).toString();
        refresh();
    });
    connect(&theme, &Theme::changed, this, &RuleHelpDialog::refresh);
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_search->setFocus();
}

RuleHelpDialog *RuleHelpDialog::showFor(const Theme &theme, const QString &rule, QWidget *parent)
{
    auto *dialog = parent ? parent->findChild<RuleHelpDialog *>(QString(), Qt::FindDirectChildrenOnly) : nullptr;
    if (!dialog)
        dialog = new RuleHelpDialog(theme, parent);
    dialog->showRule(rule);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

void RuleHelpDialog::fill()
{
    for (const RuleInfo &info : ruleInfos()) {
        const std::optional<RulePage> page = rulePage(info.id);
        auto *item = new QTreeWidgetItem(m_list, {info.title});
        item->setData(0, idRole, info.id);
        item->setData(0, searchRole, QStringList{info.title, info.id, info.why, info.source, page ? page->finds : QString()}.join(u'\n'));
        item->setToolTip(0, info.id);
    }
}

QTreeWidgetItem *RuleHelpDialog::itemOf(const QString &rule) const
{
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (m_list->topLevelItem(i)->data(0, idRole).toString() == rule)
            return m_list->topLevelItem(i);
    }
    return nullptr;
}

bool RuleHelpDialog::showRule(const QString &rule)
{
    QTreeWidgetItem *item = itemOf(rule);
    if (!item)
        return false;
    if (item->isHidden())
        m_search->clear();
    m_list->setCurrentItem(item);
    m_list->scrollToItem(item);
    return true;
}

QStringList RuleHelpDialog::listed() const
{
    QStringList ids;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        if (!m_list->topLevelItem(i)->isHidden())
            ids += m_list->topLevelItem(i)->data(0, idRole).toString();
    }
    return ids;
}

void RuleHelpDialog::search(const QString &text)
{
    QTreeWidgetItem *first = nullptr;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem *item = m_list->topLevelItem(i);
        const QString about = item->data(0, searchRole).toString();
        const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
        const bool fits = std::all_of(words.begin(), words.end(),
                                      [&](const QString &word) { return about.contains(word, Qt::CaseInsensitive); });
        item->setHidden(!fits);
        if (fits && !first)
            first = item;
    }
    if (first && (!m_list->currentItem() || m_list->currentItem()->isHidden()))
        m_list->setCurrentItem(first);
}

bool RuleHelpDialog::eventFilter(QObject *watched, QEvent *event)
{
    // The arrow keys go through the list while the search has the focus.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const bool isDown = key == Qt::Key_Down;
            QTreeWidgetItem *item = m_list->currentItem();
            do
                item = item ? (isDown ? m_list->itemBelow(item) : m_list->itemAbove(item)) : nullptr;
            while (item && item->isHidden());
            if (item)
                m_list->setCurrentItem(item);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void RuleHelpDialog::addPicture(const QString &name, const Contents &contents, const QList<Problem> &problems)
{
    // Drawn large and shrunk: a miniature of the cards, where drawing it small would leave blocks.
    const QSizeF plan = sizeOfPlan(contents);
    const double scale = std::min({1.0, roomForPicture.width() / plan.width(), roomForPicture.height() / plan.height()});
    const qreal ratio = devicePixelRatioF();
    const double drawn = std::max(1.0, scale * ratio);
    QImage image = renderPlan({.contents = contents, .palette = m_theme.palette(), .problems = problems}, drawn);
    const QSize size(int(std::lround(plan.width() * scale * ratio)), int(std::lround(plan.height() * scale * ratio)));
    if (image.size() != size)
        image = image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    image.setDevicePixelRatio(ratio);
    m_page->document()->addResource(QTextDocument::ImageResource, QUrl(name), image);
}

QString RuleHelpDialog::pageText(const RulePage &page) const
{
    const auto head = [](const QString &text) { return u"<h3>"_s + text.toHtmlEscaped() + u"</h3>"_s; };
    const auto code = [](const QString &text) {
        return text.isEmpty() ? QString() : u"<pre style='white-space:pre-wrap'>"_s + text.toHtmlEscaped() + u"</pre>"_s;
    };
    QString html = u"<h2>"_s + page.info.title.toHtmlEscaped() + u"</h2>"_s;
    html += u"<p style='color:%1'>"_s.arg(m_theme.palette().mute.name()) + page.info.id.toHtmlEscaped() + u" · "_s +
            tr("core: %1, standard: %2").arg(severityText(page.info.core), severityText(page.info.standard)).toHtmlEscaped() + u"</p>"_s;
    html += paragraph(page.finds);
    if (!page.thresholds.isEmpty())
        html += paragraph(page.thresholds);
    html += head(tr("Why")) + paragraph(page.info.why) +
            u"<p style='color:%1'>"_s.arg(m_theme.palette().mute.name()) + page.info.source.toHtmlEscaped() + u"</p>"_s;
    const auto [gone, come] = changedLines(page);
    html += head(tr("Wrong")) + u"<p><img src='wrong'></p>"_s + code(gone);
    for (const Problem &problem : page.wrong.problems)
        html += paragraph(problem.message);
    html += head(tr("Right")) + u"<p><img src='right'></p>"_s + code(come);
    html += head(tr("What to do")) + paragraph(page.remedy);
    if (!page.fixes.isEmpty()) {
        html += paragraph(tr("For the plan above, one click does one of these:")) + u"<ul>"_s;
        for (const QString &fix : page.fixes)
            html += u"<li>"_s + fix.toHtmlEscaped() + u"</li>"_s;
        html += u"</ul>"_s;
    }
    html += head(tr("Turning it off")) + paragraph(page.suppression);
    for (const QString &line : page.settings)
        html += code(line);
    return html;
}

void RuleHelpDialog::refresh()
{
    const std::optional<RulePage> page = rulePage(m_rule);
    if (!page)
        return;
    m_page->clear();
    addPicture(u"wrong"_s, page->wrong.contents, page->wrong.problems);
    addPicture(u"right"_s, page->right.contents, {});
    m_page->setHtml(pageText(*page));
}

} // namespace baton
