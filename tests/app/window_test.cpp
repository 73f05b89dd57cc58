// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "query/answer_text.h"
#include "ui/theme/theme.h"

#include <google/protobuf/util/json_util.h>

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

namespace {

constexpr int deadlineMs = 30'000;

void runProgram(const QString &program, const QStringList &arguments, QByteArray *out = nullptr)
{
    QProcess process;
    process.start(QStringLiteral(PROGRAMS "/") + program, arguments);
    QVERIFY(process.waitForFinished(60'000));
    QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
    if (out != nullptr)
        *out = process.readAllStandardOutput();
}

} // namespace

// The window with everything behind it: a real insightsd on real events, driven by clicks and keys.
class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("insights-explorer-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           m_folder.filePath(QStringLiteral("settings")));
        if (!qEnvironmentVariableIsSet("INSIGHTS_LIBCHDB"))
            qputenv("INSIGHTS_LIBCHDB", CHDB_LIBRARY);
        for (const char *kept : {"XDG_DATA_HOME", "XDG_CACHE_HOME"}) // what is kept ends with the test
            qputenv(kept, m_folder.filePath(QLatin1String(kept)).toUtf8());
        m_theme.apply(*qApp, SchemeChoice::Light);
        runProgram(QStringLiteral("insightsd"), {"demo", "--data", data()});
    }

    void init()
    {
        m_composition = std::make_unique<Composition>(Target{{}, data(), {}}, m_theme);
        window().resize(1440, 900);
        window().show();
        QVERIFY(QTest::qWaitForWindowActive(&window()));
        m_composition->connectNow();
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), deadlineMs);
    }

    void cleanup() { m_composition.reset(); }

    void cleanupTestCase()
    {
        QProcess::execute(QStringLiteral("pkill"),
                          {QStringLiteral("-f"), QStringLiteral("insightsd serve --data ") + m_folder.path()});
    }

    void aProjectOpensWithAQuestionAnswered()
    {
        QCOMPARE(spec().events(0).name(), std::string("page_view"));
        QCOMPARE(frames().series.size(), std::size_t(1));
        QCOMPARE(frames().timestamps.size(), std::size_t(30)); // the last 30 days of the demo's data
        QCOMPARE(child<QLabel>("statusZone")->text(), QStringLiteral("America/New_York"));
        QCOMPARE(child<QComboBox>("project")->currentText(), QStringLiteral("Acme Shop · demo"));
    }

    void whatIsBuiltByKeysIsTheSpecThatIsCopiedAndAnsweredAlike()
    {
        chooseEvent("purchase");
        addFilter("plan", "pro");
        breakDown("$browser");
        choose("granularity", QStringLiteral("Week"));
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), deadlineMs);
        QCOMPARE(spec().events(0).name(), std::string("purchase"));
        QCOMPARE(spec().filters_size(), 1);
        QCOMPARE(spec().filters(0).property(), std::string("plan"));
        QCOMPARE(spec().breakdown().property(), std::string("$browser"));
        QCOMPARE(spec().granularity(), insights::v1::GRANULARITY_WEEK);

        QTest::keyClick(&window(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains("\"query\"") && copied.contains("\"purchase\""), qPrintable(copied));

        QFile file(m_folder.filePath(QStringLiteral("copied.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(copied.toUtf8());
        file.close();
        QByteArray csv;
        runProgram(QStringLiteral("insights-explorer"), {"query", file.fileName(), "--data", data(), "--format", "csv"},
                   &csv);
        QVERIFY(frames().series.size() > 1);
        QCOMPARE(QString::fromUtf8(csv), QString::fromStdString(answerCsv(frames())));
    }

    void theCommandLineThatIsCopiedAnswersAlike()
    {
        breakDown("$browser");
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && frames().series.size() > 1, deadlineMs);
        window().findChild<QAction *>(QStringLiteral("copyCommandLine"))->trigger();

        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"), QStringLiteral(PROGRAMS ":") + qEnvironmentVariable("PATH"));
        shell.setProcessEnvironment(environment);
        shell.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QGuiApplication::clipboard()->text()});
        QVERIFY(shell.waitForFinished(deadlineMs));
        insights::v1::QueryResponse response;
        const std::string out = shell.readAllStandardOutput().toStdString();
        QVERIFY(google::protobuf::util::JsonStringToMessage(out, &response).ok());
        QCOMPARE(answerCsv(answerFrames(response)), answerCsv(frames()));
    }

    void aFileBecomesAProjectThatAnswers()
    {
        QFile file(m_folder.filePath(QStringLiteral("orders of may.csv")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("kind,timestamp,user_id,plan\n");
        for (int i = 0; i < 200; ++i)
            file.write(QStringLiteral("buy,2026-05-%1 10:00:00,u%2,pro\n")
                           .arg(1 + i % 28, 2, 10, QChar(u'0'))
                           .arg(i)
                           .toUtf8());
        file.write("buy,yesterday,u1,pro\n");
        file.close();

        window().openFiles({file.fileName()});
        auto *forward = window().findChild<QPushButton *>(QStringLiteral("importForward"));
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("importFacts")->text().contains(QStringLiteral("4 columns")),
                                 deadlineMs);
        QVERIFY(!forward->isEnabled()); // nobody knows that "kind" holds the event
        auto *event = child<QComboBox>("importEvent");
        event->setFocus();
        QTest::keyClick(event, Qt::Key_K);
        QTRY_VERIFY_WITH_TIMEOUT(forward->isEnabled(), deadlineMs);
        QTest::mouseClick(forward, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(forward->text(), QStringLiteral("Open the project"), deadlineMs);
        const QString done = child<QLabel>("importProgressFacts")->text();
        QCOMPARE(done, QStringLiteral("200 events are in orders-of-may; 1 bad line was left out."));

        QTest::mouseClick(forward, Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(child<QComboBox>("project")->currentText(), QStringLiteral("orders-of-may"),
                                  deadlineMs);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && spec().events_size() == 1 && spec().events(0).name() == "buy",
                                 deadlineMs);
        double users = 0;
        for (const double value : frames().series.at(0).values)
            users += value;
        QCOMPARE(users, 200.0);
    }

    void theDemoIsMadeFromTheWelcomePageAndOpens()
    {
        m_composition
            = std::make_unique<Composition>(Target{{}, m_folder.filePath(QStringLiteral("empty")), {}}, m_theme);
        window().show();
        m_composition->connectNow();
        auto *demo = window().findChild<QPushButton *>(QStringLiteral("makeDemo"));
        QTRY_VERIFY_WITH_TIMEOUT(demo->isVisible(), deadlineMs);
        QTest::mouseClick(demo, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(child<QLabel>("demoText")->text().contains(QStringLiteral("events are made up")),
                                 deadlineMs);
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), 2 * deadlineMs);
        QCOMPARE(child<QComboBox>("project")->currentText(), QStringLiteral("Acme Shop · demo"));
    }

    void everyEditCanBeUndoneAndTheAnswerFollows()
    {
        const std::string before = spec().SerializeAsString();
        chooseEvent("purchase");
        breakDown("plan");
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), deadlineMs);
        QCOMPARE(frames().series.front().event, std::string("purchase"));
        while (window().findChild<QAction *>(QStringLiteral("undo"))->isEnabled())
            QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(spec().SerializeAsString(), before);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && frames().series.front().event == "page_view", deadlineMs);
    }

    void aQuestionThatFindsNothingSaysSoAndLeadsBack()
    {
        addFilter("plan", "no such plan");
        QTRY_VERIFY_WITH_TIMEOUT(isReady(), deadlineMs);
        QPushButton *undo = button(QStringLiteral("Undo last edit"));
        QVERIFY(undo != nullptr && undo->isVisible());
        QTest::mouseClick(undo, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && spec().filters_size() == 0, deadlineMs);
    }

    void aServiceThatDiedIsStartedAgainAndAsked()
    {
        QProcess::execute(
            QStringLiteral("pkill"),
            {QStringLiteral("-9"), QStringLiteral("-f"), QStringLiteral("insightsd serve --data ") + data()});
        QTest::qWait(300);
        const AnsweredPtr before = m_composition->controller().lastAnswer();
        QTest::keyClick(&window(), Qt::Key_Return, Qt::ControlModifier);
        // The window seeks it once by itself; nobody has to click.
        QTRY_VERIFY_WITH_TIMEOUT(isReady() && m_composition->controller().lastAnswer() != before, deadlineMs);
    }

private:
    MainWindow &window() { return m_composition->window(); }
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    const insights::v1::QuerySpec &spec() { return m_composition->draft().spec(); }
    const AnswerFrames &frames() { return *m_composition->controller().lastAnswer()->frames; }

    // The answer on the screen is that of the question in the form.
    bool isReady()
    {
        const auto *ready = std::get_if<Ready>(&m_composition->controller().state());
        return ready != nullptr && ready->answer->spec.SerializeAsString() == spec().SerializeAsString();
    }

    template <class Widget = QWidget>
    Widget *child(const char *name)
    {
        for (Widget *widget : window().findChildren<Widget *>(QLatin1String(name)))
            if (widget->isVisible())
                return widget;
        return nullptr;
    }

    QPushButton *button(const QString &text)
    {
        for (QPushButton *candidate : window().findChildren<QPushButton *>())
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        return nullptr;
    }

    // Types into whatever has the focus, as a hand would, and takes what stands there with Enter.
    static void type(const QString &text)
    {
        QTest::keyClicks(QApplication::focusWidget(), text);
        QTest::qWait(200); // completion is asked for while typing
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }

    void fill(const char *field, const QString &text)
    {
        QTRY_VERIFY(child(field) != nullptr);
        QTest::mouseClick(child(field), Qt::LeftButton);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
        type(text);
    }

    void chooseEvent(const QString &name) { fill("eventName", name); }

    void addFilter(const QString &property, const QString &value)
    {
        QTest::mouseClick(child("addFilter"), Qt::LeftButton);
        fill("filterProperty", property);
        fill("filterValue", value);
    }

    void breakDown(const QString &property) { fill("breakdownProperty", property); }

    void choose(const char *combo, const QString &text)
    {
        auto *box = child<QComboBox>(combo);
        QVERIFY(box != nullptr);
        box->setFocus();
        QTest::keyClicks(box, text.left(1));
        QVERIFY2(box->currentText().startsWith(text), qPrintable(box->currentText()));
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Composition> m_composition;
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
