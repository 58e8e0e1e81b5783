// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Reads every #include of the sources: the link line alone does not catch an arrow that points up, because Qt's
/// headers share one root.
class TestArchitecture : public QObject
{
    Q_OBJECT

private slots:
    void everyIncludePointsDown();
    void theModelKnowsNoGui();
    void insideTheModelArrowsPointOneWay();
    void theCommandLineIsNotGraphical();
    void noTwoTypesShareAName();

private:
    struct Include
    {
        QString file; ///< From the repository's root.
        QString target;
    };
    static QList<Include> includesBelow(const QString &folder);
};

QList<TestArchitecture::Include> TestArchitecture::includesBelow(const QString &folder)
{
    static const QRegularExpression include(uR"(^\s*#\s*include\s*["<]([^">]+)[">])"_s,
                                            QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(BATON_SOURCE_DIR));
    QList<Include> includes;
    QDirIterator files(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString text = QString::fromUtf8(file.readAll());
        for (auto matches = include.globalMatch(text); matches.hasNext();)
            includes.append({root.relativeFilePath(file.fileName()), matches.next().captured(1)});
    }
    return includes;
}

void TestArchitecture::everyIncludePointsDown()
{
    const QList<Include> model = includesBelow(u"model"_s);
    QVERIFY(model.size() > 20);
    for (const Include &include : model)
        QVERIFY2(!include.target.startsWith(u"views/"_s) && !include.target.startsWith(u"app/"_s),
                 qPrintable(include.file + u" includes "_s + include.target));
    for (const Include &include : includesBelow(u"views"_s))
        QVERIFY2(!include.target.startsWith(u"app/"_s), qPrintable(include.file + u" includes "_s + include.target));
    for (const QString &folder : {u"model"_s, u"views"_s, u"app"_s}) {
        for (const Include &include : includesBelow(folder))
            QVERIFY2(!include.target.startsWith(u"tests/"_s),
                     qPrintable(include.file + u" includes "_s + include.target));
    }
}

void TestArchitecture::theModelKnowsNoGui()
{
    static const QRegularExpression gui(
        u"^(QtGui|QtWidgets|QtSvg|QtPrintSupport)/|^Q(Widget|Application|GuiApplication|Painter|Color|Font|Image|"
        "Pixmap|Icon|Pen|Brush|UndoStack|UndoCommand|Action|MainWindow|Dialog)"_s);
    for (const Include &include : includesBelow(u"model"_s))
        QVERIFY2(!gui.match(include.target).hasMatch(), qPrintable(include.file + u" includes "_s + include.target));
}

void TestArchitecture::insideTheModelArrowsPointOneWay()
{
    // What each folder of the model may include, beside itself.
    const QHash<QString, QStringList> allowed{
        {u"base"_s, {}},
        {u"workflow"_s, {u"base"_s}},
        {u"yaml"_s, {u"base"_s}},
        {u"storage"_s, {u"base"_s, u"workflow"_s, u"yaml"_s}},
        {u"rules"_s, {u"base"_s, u"workflow"_s, u"plan"_s}},
        {u"plan"_s, {u"base"_s, u"workflow"_s}},
        {u"layout"_s, {u"base"_s, u"workflow"_s}},
        {u"run"_s, {u"base"_s, u"workflow"_s, u"plan"_s, u"storage"_s}},
        {u"executors"_s, {u"base"_s, u"workflow"_s, u"plan"_s, u"run"_s, u"storage"_s}},
        {u"help"_s, {u"base"_s, u"workflow"_s, u"storage"_s, u"rules"_s}},
        {u"exchange"_s, {u"base"_s, u"workflow"_s, u"yaml"_s, u"storage"_s, u"layout"_s, u"plan"_s}},
        {u"patterns"_s, {u"base"_s, u"workflow"_s, u"plan"_s, u"layout"_s}},
        {u"advice"_s, {u"base"_s, u"workflow"_s, u"plan"_s, u"rules"_s, u"run"_s}},
        {u"net"_s, {u"base"_s, u"workflow"_s, u"plan"_s, u"run"_s, u"executors"_s}},
    };
    for (const Include &include : includesBelow(u"model"_s)) {
        if (!include.target.startsWith(u"model/"_s))
            continue;
        const QString from = include.file.section(u'/', 1, 1);
        const QString to = include.target.section(u'/', 1, 1);
        QVERIFY2(from == to || allowed.value(from).contains(to),
                 qPrintable(include.file + u" includes "_s + include.target));
    }
}

void TestArchitecture::theCommandLineIsNotGraphical()
{
    for (const Include &include : includesBelow(u"app/cli"_s))
        QVERIFY2(!include.target.startsWith(u"views/"_s) && !include.target.startsWith(u"QtWidgets"_s) &&
                     !include.target.startsWith(u"QtGui"_s),
                 qPrintable(include.file + u" includes "_s + include.target));
}

/// Two types of one name in one namespace are no error to the linker: one's destructor serves both.
void TestArchitecture::noTwoTypesShareAName()
{
    static const QRegularExpression line(uR"(^(?:(namespace) ([\w:]*) ?\{|(\}) // namespace|(?:class|struct) (\w+)\b(?!::|<)[^;]*)$)"_s,
                                         QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(BATON_SOURCE_DIR));
    QHash<QString, QString> files;
    for (const QString &folder : {u"model"_s, u"views"_s, u"app"_s}) {
        QDirIterator sources(root.filePath(folder), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            QFile file(sources.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString name = root.relativeFilePath(file.fileName());
            // The command line and the window are two programs, which share the model only.
            const QString program = name.startsWith(u"app/cli/"_s) ? u"baton "_s : QString();
            QStringList spaces;
            for (auto matches = line.globalMatch(QString::fromUtf8(file.readAll())); matches.hasNext();) {
                const QRegularExpressionMatch match = matches.next();
                if (!match.captured(1).isEmpty())
                    spaces.append(match.captured(2));
                else if (!match.captured(3).isEmpty())
                    spaces.removeLast();
                else if (!spaces.contains(QString())) {
                    const QString type = program + spaces.join(u"::"_s) + u"::"_s + match.captured(4);
                    QVERIFY2(files.value(type, name) == name, qPrintable(type + u" is in "_s + name + u" and "_s + files.value(type)));
                    files.insert(type, name);
                }
            }
        }
    }
    QVERIFY(files.size() > 300);
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "tst_architecture.moc"
