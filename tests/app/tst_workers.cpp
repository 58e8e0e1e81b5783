// SPDX-FileCopyrightText: The Baton authors
// SPDX-License-Identifier: Apache-2.0

#include "app/filecontroller.h"
#include "app/modelform.h"
#include "app/runcontroller.h"
#include "app/settingsdialog.h"
#include "app/toolstrip.h"
#include "app/workspace.h"
#include "model/executors/modelsettings.h"
#include "tests/app/windowdriver.h"
#include "tests/model/executors/mockendpoint.h"
#include "views/canvas/planview.h"
#include "views/panels/inbox/inboxpanel.h"
#include "views/panels/inbox/promiselist.h"
#include "views/panels/runpanel.h"
#include "views/panels/runtablemodel.h"
#include "views/widgets/segmentedcontrol.h"

#include <QComboBox>
#include <QDirIterator>
#include <QDoubleSpinBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTableView>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace baton;
using baton::test::MockEndpoint;
using baton::test::WindowDriver;

namespace {

constexpr auto secret = "sk-window-secret-987";

/// A model endpoint, an agent CLI, a person whose outcome decides, and a task that nobody carries out.
QByteArray planFor(const QString &url)
{
    return QByteArray(R"(baton: 1
name: Workers
personas: [{id: hand}, {id: model, model: small, executor: {type: http, base_url: "URL", key: window-key}}]
tasks:
  - {id: ask, title: Ask, persona: model}
  - {id: build, title: Build, persona: hand, deliverables: [out.txt], executor: {type: agent, cli: custom, binary: ./agent}}
  - {id: choose, title: Choose, persona: hand, needs: [ask, build], description: Read what came out., inputs: [out.txt], outcomes: [good, bad], evidence: [seen.txt], done_when: [read twice], executor: {type: human}}
  - {id: after, title: After, persona: hand, needs: [{task: choose, when: bad}]}
)").replace("URL", url.toUtf8());
}

TaskState stateOf(const RunRecord &record, const QString &task)
{
    return record.state().tasks.value(planOf(record.plan(), record.state()).indexOfTask(task)).state;
}

bool says(const QWidget &widget, const QString &text)
{
    const QList<QLabel *> labels = widget.findChildren<QLabel *>();
    return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *label) { return label->text().contains(text); });
}

} // namespace

/// The window drives every kind of worker, and its settings say who they are.
class TestWorkers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QFile::remove(modelSettingsFile()); }
    void theWindowDrivesAnEndpointAnAgentAndAPerson();
    void whatFailedIsMendedInTheWindowAndResumed();
    void tasksThatWaitForALimitSayWhy();
    void theModeOfTheToolBarDecidesWhereARunGoes();
    void endpointsModelsAndLimitsAreSetInTheSettings();
    void anEndpointIsTriedWithAClick();
    void settingsThatCannotBeReadAreNotOverwritten();
    void theDoctorSaysWhatTheOpenWorkflowLacks();

private:
    static void writeAgent(WindowDriver &driver);
};

void TestWorkers::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    qputenv("WINDOW_KEY", secret);
    qunsetenv("OPENAI_API_KEY");
    qunsetenv("ANTHROPIC_API_KEY");
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"); // no keychain of the person who runs the test
}

void TestWorkers::writeAgent(WindowDriver &driver)
{
    QFile agent(driver.write(u"agent"_s, "#!/bin/sh\ncat > prompt\necho made > out.txt\necho 'Made it.'\n"));
    QVERIFY(agent.setPermissions(agent.permissions() | QFile::ExeOwner));
}

void TestWorkers::theWindowDrivesAnEndpointAnAgentAndAPerson()
{
    MockEndpoint endpoint([](const test::EndpointRequest &, int) { return MockEndpoint::stream(test::chatFrames("Answered.", 40, 2)); });
    WindowDriver driver;
    writeAgent(driver);
    const QString file = driver.write(u"workers.baton.yaml"_s, planFor(endpoint.url()));
    driver.window.files().open(file);
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    QVERIFY(runs.record());
    const RunRecord &record = *runs.record();
    InboxPanel &inbox = *driver.window.workspace().inbox();
    QTRY_VERIFY_WITH_TIMEOUT(inbox.show(u"choose"_s), 30'000);
    QCOMPARE(stateOf(record, u"ask"_s), TaskState::Complete);
    QCOMPARE(stateOf(record, u"build"_s), TaskState::Complete);
    QCOMPARE(record.state().usage.inputTokens, 40);
    QVERIFY(endpoint.requests.first().head.contains(secret));

    driver.window.workspace().raiseInbox();
    QVERIFY(says(inbox, u"Read what came out."_s));
    QVERIFY(inbox.outcome()->isVisible());
    driver.picture(u"human"_s);
    inbox.promises()->attach(u"seen.txt"_s, driver.write(u"mine.txt"_s, "it is fine\n"));
    QTest::mouseClick(inbox.button(Action::Approve), Qt::LeftButton); // not without saying how it ended
    QCoreApplication::processEvents();
    QCOMPARE(stateOf(record, u"choose"_s), TaskState::Active);
    inbox.outcome()->setCurrentText(u"bad"_s);
    QTest::mouseClick(inbox.button(Action::Approve), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(record.state().status, RunStatus::Complete, 30'000);
    QCOMPARE(record.state().tasks.at(2).outcome, u"bad"_s);

    // Nobody carries the last one out: card, table and log say that it was only simulated.
    QCOMPARE(stateOf(record, u"after"_s), TaskState::Complete);
    QCOMPARE(driver.canvas().scene().list().card(driver.key(u"after"_s))->sign, CardSign::Simulated);
    const QAbstractItemModel &table = *driver.window.workspace().run()->table()->model();
    bool isToldInTable = false;
    for (int row = 0; row < table.rowCount(); ++row)
        isToldInTable = isToldInTable || table.index(row, RunTableModel::OutcomeColumn).data().toString() == "only simulated"_L1;
    QVERIFY(isToldInTable);
    QVERIFY(WindowDriver::read(record.folder().logPath(u"after"_s)).contains("Only simulated"));
    driver.picture(u"workers"_s);

    QDirIterator all(driver.folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next();
        QVERIFY2(!WindowDriver::read(path).contains(secret), qPrintable(path));
    }
}

void TestWorkers::whatFailedIsMendedInTheWindowAndResumed()
{
    const auto answer = [](const test::EndpointRequest &request, int) {
        const QString model = request.body["model"_L1].toString();
        if (model == "smal"_L1)
            return MockEndpoint::status(404, R"({"error":{"message":"The model smal does not exist"}})");
        if (model == "page"_L1)
            return MockEndpoint::status(200, "<html>Sign in</html>", "Content-Type: text/html\r\n");
        return MockEndpoint::stream(test::chatFrames("Answered.", 40, 2));
    };
    MockEndpoint endpoint(answer);
    WindowDriver driver;
    writeAgent(driver);
    QByteArray plan(R"(baton: 1
name: Faults
personas: [{id: p}]
tasks:
  - {id: begin, title: Begin, persona: p, executor: {type: shell, command: "echo x >> begun"}}
  - {id: typo, title: Ask the model, persona: p, needs: [begin], executor: {type: http, base_url: "URL", model: smal}}
  - {id: hotel, title: Ask at the hotel, persona: p, needs: [begin], executor: {type: http, base_url: "URL", model: page}}
  - {id: locked, title: Ask with a key, persona: p, needs: [begin], executor: {type: http, base_url: "URL", model: small, key: no-such-key}}
  - {id: build, title: Build, persona: p, needs: [begin], executor: {type: agent, cli: custom, binary: ./agnet}}
  - {id: end, title: End, persona: p, needs: [typo, hotel, locked, build], executor: {type: shell, command: "true"}}
)");
    driver.window.files().open(driver.write(u"faults.baton.yaml"_s, plan.replace("URL", endpoint.url().toUtf8())));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Failed, 30'000);
    driver.canvas().fit();
    driver.window.document().selection().set(driver.key(u"typo"_s));
    const QList<std::pair<QString, QString>> expected{{u"typo"_s, u"unknown model"_s}, {u"hotel"_s, u"web page, no endpoint"_s},
                                                      {u"locked"_s, u"key or login missing"_s}, {u"build"_s, u"not installed"_s}};
    for (const auto &[task, words] : expected) {
        QTRY_COMPARE(driver.canvas().scene().list().card(driver.key(task))->note, words);
        const QString tip = driver.canvas().toolTipAt(driver.centreOf(task));
        QVERIFY2(tip.contains(words) && tip.contains(u"retry"_s), qPrintable(tip));
    }
    driver.picture(u"faults"_s);

    // All are corrected in the plan, and the run goes on with that.
    Edit edit;
    const Executor good{u"http"_s, {{u"base_url"_s, endpoint.url()}, {u"model"_s, u"small"_s}}};
    for (const QString &task : {u"typo"_s, u"hotel"_s, u"locked"_s})
        edit.set(driver.key(task), Field::Executor, good);
    edit.set(driver.key(u"build"_s), Field::Executor, Executor{u"agent"_s, {{u"cli"_s, u"custom"_s}, {u"binary"_s, u"./agent"_s}}});
    driver.window.document().push(u"Correct"_s, edit);
    driver.trigger(u"run.resume"_s);
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 30'000);
    QCOMPARE(WindowDriver::read(driver.folder.filePath(u"begun"_s)), "x\n");
    QCOMPARE(runs.record()->state().tasks.at(0).attempt, 1);
    for (int task = 1; task <= 4; ++task)
        QCOMPARE(runs.record()->state().tasks.at(task).attempt, 2);
    QTRY_COMPARE(driver.canvas().scene().list().card(driver.key(u"typo"_s))->note, QString());
    QVERIFY(WindowDriver::read(runs.record()->folder().planPath()).contains("./agent\"") || WindowDriver::read(runs.record()->folder().planPath()).contains("./agent}"));
}

void TestWorkers::tasksThatWaitForALimitSayWhy()
{
    MockEndpoint endpoint([](const test::EndpointRequest &, int) { return test::EndpointReply{{}, test::EndpointReply::Then::Stall}; });
    QVERIFY(writeModelSettings({{endpoint.url(), QJsonObject{{u"in_flight"_s, 1}}}}));
    WindowDriver driver;
    QByteArray plan = "baton: 1\nname: Wait\npersonas: [{id: m, model: small, executor: {type: http, base_url: \"" + endpoint.url().toUtf8() + "\"}}]\ntasks:\n";
    for (const char *id : {"one", "two", "three"})
        plan += QByteArray("  - {id: ") + id + ", persona: m}\n";
    driver.window.files().open(driver.write(u"wait.baton.yaml"_s, plan));
    RunController &runs = driver.window.runs();
    runs.setMode(RunMode::Plan);
    runs.setTrusted(true);
    driver.trigger(u"run.start"_s);
    QVERIFY(runs.record());
    QTRY_COMPARE(stateOf(*runs.record(), u"one"_s), TaskState::Active);
    QTRY_COMPARE(driver.canvas().scene().list().card(driver.key(u"two"_s))->sign, CardSign::Calls);
    QVERIFY(driver.canvas().scene().subStateOf(driver.key(u"three"_s), 0).contains(u"127.0.0.1"_s));
    const QAbstractItemModel &table = *driver.window.workspace().run()->table()->model();
    int waiting = 0;
    for (int row = 0; row < table.rowCount(); ++row)
        waiting += table.index(row, RunTableModel::StateColumn).data().toString().contains(u"at most 1 at once"_s);
    QCOMPARE(waiting, 2);
    driver.picture(u"limit"_s);
    driver.trigger(u"run.stop"_s);
    QTRY_COMPARE(runs.record()->state().status, RunStatus::Cancelled);
}

void TestWorkers::theModeOfTheToolBarDecidesWhereARunGoes()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"job.baton.yaml"_s,
                                            "baton: 1\nname: Job\npersonas: [{id: p}]\ntasks:\n"
                                            "  - {id: job, persona: p, deliverables: [here.txt], executor: {type: slurm, command: \"echo x > here.txt\"}}\n"));
    RunController &runs = driver.window.runs();
    runs.setTrusted(true);
    auto *mode = driver.window.findChild<SegmentedControl *>();
    QVERIFY(mode);
    mode->setCurrent(int(RunMode::Machine));
    QCOMPARE(runs.mode(), RunMode::Machine);
    QVERIFY(driver.window.actions()[u"run.mode-machine"_s]->isChecked());
    driver.trigger(u"run.start"_s);
    QVERIFY(runs.record());
    QTRY_COMPARE_WITH_TIMEOUT(runs.record()->state().status, RunStatus::Complete, 30'000);
    QCOMPARE(WindowDriver::read(driver.folder.filePath(u"here.txt"_s)), "x\n");
    QCOMPARE(runs.record()->state().settings.where, RunWhere::Machine);
}

void TestWorkers::endpointsModelsAndLimitsAreSetInTheSettings()
{
    WindowDriver driver;
    QVERIFY(writeModelSettings({{u"later"_s, u"kept"_s}}));
    SettingsDialog dialog(driver.settings, driver.window.document());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *pages = dialog.findChild<QTabWidget *>();
    pages->setCurrentIndex(3);
    dialog.show();
    QWidget *page = pages->currentWidget();
    page->findChild<QLineEdit *>(u"new-address"_s)->setText(u"https://models.example/v1"_s);
    QTest::mouseClick(page->findChild<QPushButton *>(u"add-endpoint"_s), Qt::LeftButton);
    auto *list = page->findChild<QListWidget *>();
    QCOMPARE(list->currentItem()->text(), u"models.example"_s);
    const auto visible = [&]<class T>(const QString &name, T *) {
        for (T *found : page->findChildren<T *>(name)) {
            if (found->isVisible())
                return found;
        }
        return static_cast<T *>(nullptr);
    };
    auto *haiku = visible(u"haiku"_s, static_cast<QLineEdit *>(nullptr));
    QVERIFY(haiku);
    haiku->setFocus();
    QTest::keyClicks(haiku, u"tiny-1"_s);
    QTest::keyClick(haiku, Qt::Key_Return);
    visible(u"in_flight"_s, static_cast<QSpinBox *>(nullptr))->setValue(3);
    list->setCurrentRow(0);
    page->findChild<QDoubleSpinBox *>(u"max-cost"_s)->setValue(12.5);
    const Result<QJsonObject> written = readModelSettings();
    QVERIFY(written);
    QCOMPARE((*written)["max_cost"_L1].toDouble(), 12.5);
    QCOMPARE((*written)["later"_L1].toString(), u"kept"_s); // what only a later Baton knows
    const QJsonObject place = (*written)["https://models.example/v1"_L1].toObject();
    QCOMPARE(place, (QJsonObject{{u"api"_s, u"openai"_s}, {u"in_flight"_s, 3}, {u"tiers"_s, QJsonObject{{u"haiku"_s, u"tiny-1"_s}}}}));
    if (const QString to = qEnvironmentVariable("BATON_PICTURES"); !to.isEmpty()) {
        for (const auto &[shade, choice] : {std::pair(u"light"_s, ThemeChoice::Light), {u"dark"_s, ThemeChoice::Dark}}) {
            driver.look.overrideTheme(choice);
            for (int tab = 0; tab < pages->count(); ++tab) {
                pages->setCurrentIndex(tab);
                QTest::qWait(tab == 2 || tab == 4 ? 2500 : 300);
                dialog.grab().save(u"%1/settings-%2-%3.png"_s.arg(to).arg(tab).arg(shade));
            }
            pages->setCurrentIndex(3);
            list->setCurrentRow(1);
            QTest::qWait(300);
            dialog.grab().save(u"%1/settings-models-%2.png"_s.arg(to, shade));
            list->setCurrentRow(0);
        }
    }
}

void TestWorkers::anEndpointIsTriedWithAClick()
{
    bool isWell = false;
    MockEndpoint endpoint([&](const test::EndpointRequest &, int) {
        return isWell ? MockEndpoint::stream(test::chatFrames("ready", 9, 1)) : MockEndpoint::status(401, R"({"error": {"message": "no such key"}})");
    });
    QVERIFY(writeModelSettings({{endpoint.url(), QJsonObject{{u"api"_s, u"openai"_s}, {u"key"_s, u"window-key"_s},
                                                             {u"tiers"_s, QJsonObject{{u"haiku"_s, u"tiny"_s}}}}}}));
    ModelForm form({ModelForm::Place::Kind::Address, endpoint.url()});
    const Result<QJsonObject> settings = readModelSettings();
    form.setSettings(*settings);
    form.show();
    auto *trial = form.findChild<QPushButton *>(u"trial"_s);
    auto *answer = form.findChild<QLabel *>(u"answer"_s);
    QTRY_VERIFY(form.findChild<QLabel *>(u"key-state"_s)->text().contains(u"WINDOW_KEY"_s));
    QTest::mouseClick(trial, Qt::LeftButton);
    QTRY_VERIFY(answer->text().contains(u"does not accept the key"_s));
    isWell = true;
    QTest::mouseClick(trial, Qt::LeftButton);
    QTRY_VERIFY(answer->text().contains(u"“ready”"_s));
    QCOMPARE(endpoint.requests.last().body["model"_L1].toString(), u"tiny"_s);
}

void TestWorkers::settingsThatCannotBeReadAreNotOverwritten()
{
    QDir().mkpath(QFileInfo(modelSettingsFile()).path());
    QFile file(modelSettingsFile());
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{broken") > 0);
    file.close();
    WindowDriver driver;
    SettingsDialog dialog(driver.settings, driver.window.document());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QVERIFY(says(dialog, modelSettingsFile()));
    dialog.findChild<QDoubleSpinBox *>(u"max-cost"_s)->setValue(3);
    QCOMPARE(WindowDriver::read(modelSettingsFile()), "{broken");
}

void TestWorkers::theDoctorSaysWhatTheOpenWorkflowLacks()
{
    WindowDriver driver;
    driver.window.files().open(driver.write(u"sick.baton.yaml"_s,
                                            "baton: 1\nname: Sick\npersonas: [{id: p}]\ntasks:\n"
                                            "  - {id: a, persona: p, executor: {type: agent, cli: custom, binary: no-such-agent}}\n"
                                            "  - {id: b, persona: p, executor: {type: http, base_url: \"http://127.0.0.1:9\", model: m}}\n"));
    SettingsDialog dialog(driver.settings, driver.window.document());
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    auto *pages = dialog.findChild<QTabWidget *>();
    pages->setCurrentIndex(4);
    dialog.show();
    QTRY_VERIFY_WITH_TIMEOUT(says(dialog, u"lacks something"_s), 60'000);
    auto *tree = pages->currentWidget()->findChild<QTreeWidget *>();
    QCOMPARE(tree->topLevelItem(0)->text(0), u"This workflow"_s);
    QStringList lines;
    for (int i = 0; i < tree->topLevelItem(0)->childCount(); ++i)
        lines += tree->topLevelItem(0)->child(i)->text(0) + u": "_s + tree->topLevelItem(0)->child(i)->text(1);
    QVERIFY2(lines.filter(u"no-such-agent: Not installed"_s).size() == 1, qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.filter(u"could not be reached"_s).size() == 1, qPrintable(lines.join(u'\n')));
    QVERIFY2(lines.filter(u"trust"_s).size() == 1, qPrintable(lines.join(u'\n')));
}

QTEST_MAIN(TestWorkers)
#include "tst_workers.moc"
