// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include "query/check.h"
#include "ui/charts/chart_surface.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/main_window.h"
#include "ui/shell/trend_content.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

#include <cmath>

namespace {

using State = ServiceStatus::State;

AnswerFrames answerTo(const insights::v1::QuerySpec &spec)
{
    AnswerFrames frames;
    for (int day = 0; day < 3; ++day)
        frames.timestamps.push_back(at("2026-05-01") + day * 86'400'000LL);
    frames.info.set_timezone("UTC");
    for (int i = 0; i < spec.events_size(); ++i)
        frames.series.push_back({spec.events(i).name(), i, {}, false, {1, 2, 3}});
    return frames;
}

catalog::v1::ListProjectsResponse projects()
{
    catalog::v1::ListProjectsResponse response;
    for (const char *id : {"shop", "blog"}) {
        auto &project = *response.add_projects();
        project.set_id(id);
        project.set_name(std::string("The ") + id);
        project.set_timezone("America/New_York");
        *project.mutable_first_event() = timestamp(at("2026-01-01"));
        *project.mutable_last_event() = timestamp(at("2026-05-31T12:00"));
    }
    return response;
}

catalog::v1::ListEventsResponse events()
{
    catalog::v1::ListEventsResponse response;
    for (const char *name : {"page_view", "purchase"}) {
        auto &event = *response.add_events();
        event.set_name(name);
        event.set_count(1000);
    }
    return response;
}

// A window over a server of the test's own.
struct Desk
{
    explicit Desk(Theme &theme)
        : window(theme, draft, catalog, controller)
    {
        client.projectLists.automatic = [](auto) { return projects(); };
        client.eventLists.automatic = [](auto) { return events(); };
        client.propertyLists.automatic = [](const auto &) { return catalog::v1::ListPropertiesResponse(); };
        client.queries.automatic = [](const auto &spec) { return answerTo(spec); };
        window.resize(1280, 800);
        window.show();
    }

    void connectNow() { window.setService({State::Ready, "Local service", {}}); }

    ChartSurface *chart() { return window.findChild<ChartSurface *>("chart"); }
    bool isReady() const { return std::holds_alternative<Ready>(controller.state()); }

    QAbstractButton *button(const QString &text)
    {
        for (auto *candidate : window.findChildren<QAbstractButton *>())
            if (candidate->isVisible() && candidate->text() == text)
                return candidate;
        return nullptr;
    }

    bool says(const QString &text)
    {
        for (auto *label : window.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

    FakeInsightsClient client;
    DraftQuery draft;
    Catalog catalog{client};
    QueryController controller{client};
    MainWindow window;
};

} // namespace

class ShellTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { QSettings().clear(); } // every window is the first
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("insights-explorer-test"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void aServiceThatStartsOrFailsIsTold()
    {
        Desk desk(m_theme);
        QTRY_VERIFY(desk.says("Local service is starting"));
        desk.window.setService({State::Failed, "Local service", "There is no insightsd here."});
        QTRY_VERIFY(desk.says("There is no insightsd here."));
        QSignalSpy wanted(&desk.window, &MainWindow::reconnectWanted);
        QTest::mouseClick(desk.button("Try again"), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
    }

    void theConnectionAndABusyServiceAreTellableWithoutColours()
    {
        Desk desk(m_theme);
        const auto shape = [&](const char *name) {
            return desk.window.findChild<QLabel *>(name)->pixmap().toImage().convertToFormat(QImage::Format_Alpha8);
        };
        const auto isShown = [&](const char *name) { return desk.window.findChild<QLabel *>(name)->isVisible(); };
        QList<QImage> shapes;
        for (const State state : {State::Starting, State::Failed, State::Ready}) {
            desk.client.queries.automatic = nullptr; // the question stays open
            desk.window.setService({state, "Local service", {}});
            QVERIFY(isShown("statusConnectionMark"));
            QVERIFY(!shapes.contains(shape("statusConnectionMark")));
            shapes << shape("statusConnectionMark");
        }
        QTRY_VERIFY(std::holds_alternative<Loading>(desk.controller.state()));
        QVERIFY(isShown("statusEventMark"));
        const QImage busy = shape("statusEventMark");
        desk.client.queries.last().fail(Failure::Kind::Internal);
        QTRY_VERIFY(std::holds_alternative<Failed>(desk.controller.state()));
        QVERIFY(shape("statusEventMark") != busy);
        desk.client.queries.automatic = [](const auto &spec) { return answerTo(spec); };
        desk.window.findChild<QAction *>("run")->trigger();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!isShown("statusEventMark"));
    }

    void aProjectOpensWithTheQuestionMostWouldAskFirst()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.client.project, std::string("shop"));
        QCOMPARE(desk.draft.spec().events(0).name(), std::string("page_view"));
        QVERIFY(check(desk.draft.spec()).empty());
        QCOMPARE(desk.client.queries.size(), std::size_t(1));
        QTRY_VERIFY(desk.says("Reads at most 1k rows"));
    }

    void anotherProjectStartsAnew()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        auto *combo = desk.window.findChild<QComboBox *>("project");
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_Down);
        QTRY_COMPARE(desk.client.project, std::string("blog"));
        QTRY_COMPARE(desk.client.queries.last().project, std::string("blog"));
        QVERIFY(!desk.draft.undoStack().canUndo());
    }

    void anEditIsAskedAtOnceAndAnUnfinishedOneIsNot()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        const std::size_t before = desk.client.queries.size();
        desk.draft.editSpec(trendOf({"page_view", "purchase"}), "Add event");
        QCOMPARE(desk.client.queries.size(), before + 1);
        QTRY_VERIFY(desk.isReady());
        desk.draft.editSpec(trendOf({"page_view", ""}), "Add event");
        QCOMPARE(desk.client.queries.size(), before + 1);
        QVERIFY(desk.isReady()); // the last answer stays, and no failure takes its place
    }

    void whatWasCutCanBeRaised()
    {
        Desk desk(m_theme);
        desk.client.queries.automatic = [](const auto &spec) {
            AnswerFrames frames = answerTo(spec);
            frames.info.set_truncated(spec.breakdown_limit() < 25);
            frames.info.set_groups_total(62);
            return frames;
        };
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        insights::v1::QuerySpec spec = trendOf("page_view");
        spec.mutable_breakdown()->set_property("plan");
        desk.draft.editSpec(spec, "Break down");
        QTRY_VERIFY(desk.says("Cut to the top 10 of 62 values"));
        QTest::mouseClick(desk.button("Raise the limit"), Qt::LeftButton);
        QTRY_COMPARE(desk.draft.spec().breakdown_limit(), 25);
        QTRY_VERIFY(!desk.says("Cut to the top"));
    }

    void aRangeWithoutDataLeadsToTheData()
    {
        Desk desk(m_theme);
        desk.client.queries.automatic = [](const auto &spec) {
            AnswerFrames frames = answerTo(spec);
            if (milliseconds(spec.time_range().start()) > at("2026-06-01"))
                frames.series.front().values = {0, 0, 0};
            return frames;
        };
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        insights::v1::QuerySpec spec = desk.draft.spec();
        *spec.mutable_time_range() = rangeOf("2026-08-01", "2026-08-08");
        desk.draft.editSpec(spec, "Change time");
        QTRY_VERIFY(desk.says("The data ends on 31 May 2026."));
        QVERIFY(desk.button("Undo last edit") != nullptr);
        QTest::mouseClick(desk.button("Go to the data's range"), Qt::LeftButton);
        QCOMPARE(desk.draft.draft().time.preset, TimePreset::Last30DaysOfData);
        QTRY_VERIFY(!desk.says("The data ends on"));
        desk.draft.undoStack().undo();
        QCOMPARE(milliseconds(desk.draft.spec().time_range().start()), at("2026-08-01"));
    }

    void aFailureLeadsForward_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("offersLess");
        using Kind = Failure::Kind;
        for (const Kind kind : {Kind::NotAllowed, Kind::NotFound, Kind::TooMuch, Kind::Timeout, Kind::Unreachable,
                                Kind::Unimplemented, Kind::Internal, Kind::InvalidQuestion})
            QTest::addRow("%d", int(kind)) << int(kind) << (kind == Kind::TooMuch || kind == Kind::Timeout);
    }

    void aFailureLeadsForward()
    {
        QFETCH(const int, kind);
        QFETCH(const bool, offersLess);
        Desk desk(m_theme);
        desk.client.queries.automatic = [&](const auto &) -> Outcome<AnswerFrames> {
            return Failure{Failure::Kind(kind), "CODE", "It went wrong <b>somewhere</b>.", {}};
        };
        desk.connectNow();
        QTRY_VERIFY(desk.button("Try again") != nullptr);
        QTRY_VERIFY(desk.says("It went wrong <b>somewhere</b>."));
        QTest::mouseClick(desk.button("Copy details"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("CODE: It went wrong <b>somewhere</b>."));

        desk.client.queries.automatic = [](const auto &spec) { return answerTo(spec); };
        QCOMPARE(desk.button("Ask for 7 days") != nullptr, offersLess);
        QTest::mouseClick(desk.button(offersLess ? "Ask for 7 days" : "Try again"), Qt::LeftButton);
        QTRY_VERIFY(desk.isReady());
        if (offersLess) {
            const auto &range = desk.client.queries.last().request.time_range();
            QCOMPARE(milliseconds(range.end()) - milliseconds(range.start()), 7 * 86'400'000LL);
        }
    }

    void aQuestionUnderWayCanBeCancelled()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        desk.client.queries.automatic = nullptr;
        desk.draft.editSpec(trendOf("purchase"), "Change event");
        QTRY_VERIFY(desk.button("Cancel") != nullptr);
        QTest::keyClick(&desk.window, Qt::Key_Period, Qt::ControlModifier);
        QVERIFY(desk.client.queries.last().isAbandoned);
        QVERIFY(desk.isReady());
        QTRY_VERIFY(desk.button("Run") != nullptr);
    }

    void aFileThatIsNoSpecIsToldAndLeavesTheQuestion()
    {
        QFile file(m_folder.filePath("bad.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"query\": {\"evnts\": []}}");
        file.close();
        Desk desk(m_theme);
        desk.window.openSpecFile(file.fileName());
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.says("evnts"));
        QCOMPARE(desk.draft.spec().events(0).name(), std::string("page_view"));
        QTest::mouseClick(desk.button("Back"), Qt::LeftButton);
        QVERIFY(!desk.says("evnts"));
    }

    void aFilesSpecIsReadInTheProjectsZoneOnce()
    {
        QFile file(m_folder.filePath("good.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"events": [{"name": "purchase"}], "granularity": "GRANULARITY_DAY",
                       "timeRange": {"start": "2026-05-01T00:00:00", "end": "2026-05-03T00:00:00"}})");
        file.close();
        Desk desk(m_theme);
        desk.window.openSpecFile(file.fileName());
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.draft.spec().events(0).name(), std::string("purchase"));
        QCOMPARE(milliseconds(desk.draft.spec().time_range().start()), at("2026-05-01T04:00"));

        // It was of that project: another one starts with a question of its own.
        QTest::keyClick(desk.window.findChild<QComboBox *>("project"), Qt::Key_Down);
        QTRY_COMPARE(desk.draft.spec().events_size(), 1);
        QTRY_COMPARE(desk.draft.spec().events(0).name(), std::string("page_view"));
    }

    void whatIsCopiedIsTheSpecAsTheDocumentShowsIt()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QTest::keyClick(&desk.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith("{\n  \"query\": {"));
        QVERIFY(copied.contains("\"aggregation\": \"AGGREGATION_UNIQUE_USERS\""));
    }

    void theFormOfTheChartIsPartOfTheQuestionAndUndone()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        desk.window.findChild<QAbstractButton *>("form-area")->click();
        QCOMPARE(desk.draft.spec().visualization(), insights::v1::VISUALIZATION_AREA);
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.window.findChild<QAbstractButton *>("form-area")->isChecked());
        QCOMPARE(desk.chart()->content().shape.form, ChartForm::Area);

        desk.window.findChild<QAbstractButton *>("form-bar")->click();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!desk.chart()->content().shape.stackedBars);
        const std::size_t asked = desk.client.queries.size();
        desk.window.findChild<QAbstractButton *>("form-stacked-bar")->click(); // only another look
        QVERIFY(desk.chart()->content().shape.stackedBars);
        QCOMPARE(desk.client.queries.size(), asked);

        desk.draft.undoStack().undo();
        QCOMPARE(desk.draft.spec().visualization(), insights::v1::VISUALIZATION_AREA);
    }

    void theScaleIsALookOfTheChart()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        auto *scale = desk.window.findChild<QComboBox *>("scale");
        QTest::keyClick(scale, Qt::Key_End);
        QCOMPARE(desk.chart()->content().scale(), ScaleKind::Percent);
        QCOMPARE(desk.client.queries.size(), std::size_t(1));
        QTest::keyClick(scale, Qt::Key_Home);
        QCOMPARE(desk.chart()->content().scale(), ScaleKind::Linear);
    }

    void theAnswerIsHeldAgainstAnotherTime()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!desk.chart()->content().compared);
        Draft draft = desk.draft.draft();
        draft.compare = Compare::PreviousPeriod;
        desk.draft.edit(draft, QStringLiteral("Compare"));
        QTRY_VERIFY(desk.chart()->content().compared != nullptr);
        const auto &other = desk.client.queries.last().request.time_range();
        QCOMPARE(milliseconds(other.end()), milliseconds(desk.draft.spec().time_range().start()));
        QVERIFY(desk.says(QStringLiteral("vs 2 Apr")));
    }

    void aServiceThatHasAnsweredAndIsGoneIsSoughtOnce()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QSignalSpy sought(&desk.window, &MainWindow::reconnectWanted);
        desk.client.queries.automatic = [](const auto &) -> Outcome<AnswerFrames> {
            return Failure{Failure::Kind::Unreachable, "UNAVAILABLE", "Nobody answers.", {}};
        };
        desk.window.findChild<QAction *>("run")->trigger();
        QTRY_COMPARE(sought.size(), 1);
        QVERIFY(desk.says(QStringLiteral("Local service is starting")));
        const std::size_t asked = desk.client.queries.size();
        desk.connectNow(); // and it is gone again
        QTRY_COMPARE(desk.client.queries.size(), asked + 1);
        QTRY_VERIFY(desk.says(QStringLiteral("Local service is not there")));
        QCoreApplication::sendPostedEvents();
        QCOMPARE(sought.size(), 1);
        desk.client.queries.automatic = [](const auto &spec) { return answerTo(spec); };
        desk.window.findChild<QAction *>("run")->trigger();
        QTRY_VERIFY(desk.isReady());
    }

    void aQuestionThatCannotBeAskedIsToldWhereTheAnswerWouldBe()
    {
        Desk desk(m_theme);
        desk.client.queries.automatic = nullptr;
        desk.connectNow();
        QTRY_COMPARE(desk.client.queries.size(), 1U);
        insights::v1::QuerySpec spec = desk.draft.spec();
        spec.mutable_breakdown()->set_property("plan");
        spec.set_breakdown_limit(150);
        desk.draft.editSpec(spec, QStringLiteral("Spoil"));
        QTRY_VERIFY(desk.says(QStringLiteral("The question needs a change")));
        QCOMPARE(desk.client.queries.size(), 1U);
        desk.client.queries.automatic = [](const auto &question) { return answerTo(question); };
        spec.set_breakdown_limit(15);
        desk.draft.editSpec(spec, QStringLiteral("Mend"));
        QTRY_VERIFY(desk.isReady());
        QVERIFY(!desk.says(QStringLiteral("The question needs a change")));
        spec.set_breakdown_limit(150);
        desk.draft.editSpec(spec, QStringLiteral("Spoil"));
        QTest::qWait(1);
        QVERIFY(!desk.says(QStringLiteral("The question needs a change"))); // the form says it, the answer stays
    }

    void aKindIsChosenByAnActionToo()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        desk.window.findChild<QAction *>("asFunnel")->trigger();
        QCOMPARE(desk.draft.spec().visualization(), insights::v1::VISUALIZATION_FUNNEL);
        QCOMPARE(desk.draft.undoStack().undoText(), QStringLiteral("Make it a funnel"));
        desk.window.findChild<QAction *>("asRetention")->trigger();
        QCOMPARE(desk.draft.spec().visualization(), insights::v1::VISUALIZATION_RETENTION);
        desk.window.findChild<QAction *>("asTrend")->trigger();
        QVERIFY(desk.draft.spec().visualization() != insights::v1::VISUALIZATION_RETENTION);
    }

    void theNumbersOfCohortsStartFolded()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        const auto *table = desk.window.findChild<QWidget *>("resultTable")->findChild<QTableView *>();
        const auto *toggle = desk.window.findChild<QAction *>("showTable");
        QVERIFY(table->isVisible());
        desk.window.findChild<QAction *>("asRetention")->trigger();
        QTRY_VERIFY(!table->isVisible());
        QVERIFY(!toggle->isChecked());
        desk.window.findChild<QAction *>("asTrend")->trigger();
        QTRY_VERIFY(table->isVisible());
        QVERIFY(toggle->isChecked());
    }

    void aNumberIsHeldAgainstAnotherTimeToo()
    {
        Desk desk(m_theme);
        desk.client.queries.automatic = [](const auto &spec) {
            AnswerFrames frames = answerTo(spec);
            frames.rows.Add()->set_value(milliseconds(spec.time_range().end()) > at("2026-05-15") ? 150 : 100);
            return frames;
        };
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        Draft draft = desk.draft.draft();
        draft.compare = Compare::PreviousPeriod;
        draft.spec.set_visualization(insights::v1::VISUALIZATION_KPI);
        desk.draft.edit(draft, QStringLiteral("Compare"));
        auto *number = desk.window.findChild<QWidget *>("numberChart");
        QTRY_VERIFY(number->accessibleDescription().contains("up 50"));
        QVERIFY(number->accessibleDescription().contains("vs 2 Apr"));
    }

    void aComparisonThatFailsIsToldBesideTheAnswer()
    {
        Desk desk(m_theme);
        const auto first = [](const auto &spec) { return milliseconds(spec.time_range().end()) > at("2026-05-15"); };
        desk.client.queries.automatic = [&](const auto &spec) -> Outcome<AnswerFrames> {
            if (first(spec))
                return answerTo(spec);
            return Failure{Failure::Kind::Timeout, "DEADLINE_EXCEEDED", "It took too long.", {}};
        };
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        Draft draft = desk.draft.draft();
        draft.compare = Compare::PreviousPeriod;
        desk.draft.edit(draft, QStringLiteral("Compare"));
        QTRY_VERIFY(desk.says(QStringLiteral("could not be compared")));
        QVERIFY(desk.isReady());
    }

    void aPointListsItsUsersAndAZoomIsAskedFor()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QTest::keyClick(desk.chart(), Qt::Key_Home);
        QTest::keyClick(desk.chart(), Qt::Key_Return);
        QCOMPARE(desk.client.userLists.size(), std::size_t(1));
        const auto &request = desk.client.userLists.last().request;
        QCOMPARE(request.query().events(0).name(), "page_view");
        QCOMPARE(milliseconds(request.series().timestamp()), at("2026-05-01"));
        QVERIFY(!request.series().has_breakdown());
        QVERIFY(desk.window.findChild<QWidget *>("usersDialog")->isVisible());

        desk.window.findChild<QAbstractButton *>("form-bar")->click(); // bars have half a day more on both sides
        QTRY_COMPARE(desk.chart()->content().shape.form, ChartForm::Bar);
        desk.chart()->setZoom(TimeSpan{at("2026-05-01T01:00"), at("2026-05-03T01:00")});
        desk.window.findChild<QAbstractButton *>("chartAskRange")->click();
        QCOMPARE(milliseconds(desk.draft.spec().time_range().start()), at("2026-05-02T04:00"));
        QCOMPARE(milliseconds(desk.draft.spec().time_range().end()), at("2026-06-01T04:00"));
    }

    void everyActionHasANameAndNoTwoShareAShortcut()
    {
        Desk desk(m_theme);
        QStringList shortcuts;
        for (const auto *action : desk.window.findChildren<QAction *>()) {
            if (action->objectName().isEmpty() || action->objectName().startsWith("_q"))
                continue;
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
            if (!action->shortcut().isEmpty())
                shortcuts << action->shortcut().toString();
        }
        QVERIFY(shortcuts.size() >= 12);
        QCOMPARE(QSet<QString>(shortcuts.begin(), shortcuts.end()).size(), shortcuts.size());
    }

    void totalsOfUsersAreMeansAndSaySo()
    {
        insights::v1::QuerySpec spec = trendOf("page_view");
        const auto frames = std::make_shared<const AnswerFrames>(answerTo(spec));
        const LegendContent events = legendContent({spec, frames, {}, 0}, m_theme);
        QCOMPARE(events.rows.at(0).total, 6.0);
        spec.set_aggregation(insights::v1::AGGREGATION_UNIQUE_USERS);
        const LegendContent users = legendContent({spec, frames, {}, 0}, m_theme);
        QCOMPARE(users.rows.at(0).total, 2.0);
        QVERIFY(users.caption.contains("mean"));
    }

    void nothingButZerosIsEmpty()
    {
        const auto isEmptyWith = [](const std::vector<double> &values) {
            AnswerFrames frames = answerTo(trendOf("page_view"));
            frames.series[0].values = values;
            return isEmpty({trendOf("page_view"), std::make_shared<const AnswerFrames>(frames), {}, 0});
        };
        QVERIFY(!isEmptyWith({1, 2, 3}));
        QVERIFY(isEmptyWith({0, std::nan(""), 0}));
        QVERIFY(!isEmptyWith({0, -1, 0}));
    }

private:
    QTemporaryDir m_folder;
    Theme m_theme;
};

QTEST_MAIN(ShellTest)
#include "shell_test.moc"
