// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/reportdialog.h"

#include "views/widgets/dialogsize.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QTextBrowser>
#include <QTextTable>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace baton {

namespace {

constexpr qint64 mostShown = 128 * 1024; ///< Tables take long to lay out.

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(baton::ReportDialog)
};

QString pathOf(const QString &runDir, const QString &name)
{
    return QDir::cleanPath(runDir + u'/' + name);
}

/// Loads nothing, whatever a text names.
class ReportView final : public QTextBrowser
{
public:
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

/// One thin line around each cell, and room in it.
void dressTables(const QTextBrowser &view)
{
    for (QTextFrame *frame : view.document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(view.palette().mid());
        format.setCellSpacing(0);
        format.setCellPadding(4);
        format.setTopMargin(4);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
}

} // namespace

bool hasReport(const QString &runDir)
{
    return QFileInfo(pathOf(runDir, u"report.md"_s)).isFile();
}

Result<void> showReport(const QString &runDir, QWidget *parent)
{
    QFile file(pathOf(runDir, u"report.md"_s));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, Words::tr("This run has no report yet: it is written when the run ends."), {}, file.fileName()};
    QString text = QString::fromUtf8(file.read(mostShown));
    text.replace(QChar(0), QChar(0x2400));
    if (file.size() > mostShown)
        text = text.left(text.lastIndexOf(u'\n')) + u"\n\n…\n"_s;
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"report"_s);
    dialog->setWindowTitle(Words::tr("Report of the run"));
    resizeWithin(dialog, {920, 700});
    auto *view = new ReportView;
    view->setOpenLinks(false);
    view->setAccessibleName(dialog->windowTitle());
    view->document()->setMarkdown(text, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    dressTables(*view);
    auto *place = new QLabel(Words::tr("As a web page: %1").arg(QDir::toNativeSeparators(pathOf(runDir, u"report.html"_s))));
    place->setTextFormat(Qt::PlainText);
    place->setProperty("look", u"small"_s);
    place->setWordWrap(true);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::accept);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(10);
    layout->addWidget(view, 1);
    layout->addWidget(place);
    layout->addWidget(buttons);
    dialog->open();
    return {};
}

} // namespace baton
