// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"
#include "tests/ui/funnel_answers.h"

#include "query/answer_rows.h"
#include "ui/charts/chart_surface.h"
#include "ui/charts/funnel_chart.h"
#include "ui/charts/funnel_side.h"
#include "ui/charts/number_chart.h"
#include "ui/charts/result_table.h"
#include "ui/charts/retention_view.h"
#include "ui/charts/series_legend.h"
#include "ui/charts/sparkline.h"
#include "ui/charts/state_view.h"
#include "ui/shell/answer_sheet.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/trend_content.h"

#include <QApplication>
#include <QLabel>
#include <QTest>

using namespace insights::v1;

namespace {

QuerySpec questionOf(Visualization visualization)
{
    QuerySpec spec = visualization == VISUALIZATION_FUNNEL ? trendOf({"step1", "step2"}) : trendOf("step1");
    spec.set_visualization(visualization);
    if (visualization == VISUALIZATION_RETENTION) {
        spec.clear_events();
        spec.mutable_starting_event()->set_name("step1");
    }
    if (visualization == VISUALIZATION_FUNNEL)
        spec.mutable_breakdown()->set_property("plan");
    return spec;
}

// An answer to it of two rows; of nothing but zeros, or of no row at all, when `users` are none.
AnswerFrames answerWith(const QuerySpec &spec, double users)
{
    AnswerFrames answer;
    answer.info.set_timezone("UTC");
    switch (spec.visualization()) {
    case VISUALIZATION_FUNNEL: addGroup(answer.funnel, {users, users / 2}, "free"); break;
    case VISUALIZATION_RETENTION:
        for (int day = 0; users > 0 && day < 2; ++day) {
            RetentionCohort &cohort = *answer.retention.add_cohorts();
            *cohort.mutable_cohort_date() = timestamp(at("2026-05-01") + day * 86'400'000LL);
            cohort.set_size(users);
            cohort.add_periods()->set_count(users);
        }
        break;
    case VISUALIZATION_TABLE:
    case VISUALIZATION_KPI:
        for (int row = 0; row < 2; ++row)
            answer.rows.Add()->set_value(users);
        break;
    default:
        answer.timestamps = {at("2026-05-01"), at("2026-05-02")};
        answer.series.push_back({"step1", 0, {}, false, {users, users}});
    }
    return answer;
}

struct Pane
{
    explicit Pane(const Theme &theme)
        : pane(theme, controller, draft)
    {
        pane.resize(1120, 800);
        pane.show();
    }

    // The call of the question itself, before what is asked beside it.
    auto &ask(const QuerySpec &spec)
    {
        const std::size_t before = client.queries.size();
        controller.run(spec);
        return client.queries[before];
    }

    void answer(const QuerySpec &spec, const AnswerFrames &frames) { ask(spec).answer(frames); }

    template <class Widget>
    bool shows() const
    {
        const auto all = pane.findChildren<Widget *>();
        return std::any_of(all.begin(), all.end(), [](const Widget *each) { return each->isVisible(); });
    }

    QString stateTitle() const
    {
        const auto *title = pane.findChild<QLabel *>(QStringLiteral("stateTitle"));
        return title && title->isVisible() ? title->text() : QString();
    }

    bool showsTableBelow() const { return pane.findChild<ResultTable *>(QStringLiteral("resultTable"))->isVisible(); }

    FakeInsightsClient client;
    QueryController controller{client};
    DraftQuery draft;
    ResultPane pane;
};

QImage pictureOf(const Pane &pane)
{
    return sheetImage({640, 400}, 1, answerSheet(*pane.pane.shownAnswer(), pane.pane.sheetBody()), Theme());
}

void addKinds()
{
    QTest::addColumn<int>("visualization");
    QTest::newRow("line") << int(VISUALIZATION_LINE);
    QTest::newRow("funnel") << int(VISUALIZATION_FUNNEL);
    QTest::newRow("retention") << int(VISUALIZATION_RETENTION);
    QTest::newRow("table") << int(VISUALIZATION_TABLE);
    QTest::newRow("kpi") << int(VISUALIZATION_KPI);
}

} // namespace

class AnswerKindsTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void initTestCase() { m_theme.apply(*qApp, SchemeChoice::Light); }

    void eachKindOfAnswerHasAViewOfItsOwn_data() { addKinds(); }
    void eachKindOfAnswerHasAViewOfItsOwn()
    {
        QFETCH(int, visualization);
        Pane pane(m_theme);
        const QuerySpec spec = questionOf(Visualization(visualization));
        pane.answer(spec, answerWith(spec, 100));
        QCOMPARE(pane.shows<ChartSurface>(), visualization == VISUALIZATION_LINE);
        QCOMPARE(pane.shows<FunnelChart>(), visualization == VISUALIZATION_FUNNEL);
        QCOMPARE(pane.shows<RetentionView>(), visualization == VISUALIZATION_RETENTION);
        QCOMPARE(pane.shows<NumberChart>(), visualization == VISUALIZATION_KPI);
        QCOMPARE(pane.showsTableBelow(), visualization != VISUALIZATION_TABLE);
        QVERIFY(pane.shows<ResultTable>());
        QCOMPARE(pane.shows<SeriesLegend>(),
                 visualization == VISUALIZATION_LINE || visualization == VISUALIZATION_FUNNEL);
        QCOMPARE(pane.stateTitle(), QString());
    }

    void anEmptyAnswerIsStillOfItsKind_data() { addKinds(); }
    void anEmptyAnswerIsStillOfItsKind()
    {
        QFETCH(int, visualization);
        Pane pane(m_theme);
        const QuerySpec spec = questionOf(Visualization(visualization));
        pane.answer(spec, answerWith(spec, 0));
        const bool countsUsers = visualization == VISUALIZATION_FUNNEL || visualization == VISUALIZATION_RETENTION;
        QCOMPARE(pane.stateTitle(), countsUsers ? QStringLiteral("No users match") : QStringLiteral("No events match"));
        QCOMPARE(pane.shows<FunnelChart>(), visualization == VISUALIZATION_FUNNEL);
        QCOMPARE(pane.shows<RetentionView>(), visualization == VISUALIZATION_RETENTION);
        const ChartSheet sheet = answerSheet(*pane.controller.lastAnswer(), pane.pane.sheetBody());
        QVERIFY(!sheetImage({400, 300}, 1, sheet, m_theme).isNull());
        pane.answer(spec, answerWith(spec, 5));
        QCOMPARE(pane.stateTitle(), QString());
    }

    void aFailureStandsInPlaceOfAnyKind_data() { addKinds(); }
    void aFailureStandsInPlaceOfAnyKind()
    {
        QFETCH(int, visualization);
        Pane pane(m_theme);
        const QuerySpec spec = questionOf(Visualization(visualization));
        pane.ask(spec).fail(Failure::Kind::Unreachable);
        QVERIFY(!pane.stateTitle().isEmpty());
        pane.answer(spec, answerWith(spec, 100));
        pane.ask(spec).fail(Failure::Kind::Unreachable);
        QVERIFY(pane.stateTitle().isEmpty()); // but under an answer that stays
        QVERIFY(!sheetImage({400, 300}, 1, answerSheet(*pane.controller.lastAnswer(), pane.pane.sheetBody()), m_theme)
                     .isNull());
    }

    void aNumberStandsOverItsCourse()
    {
        Pane pane(m_theme);
        QuerySpec spec = questionOf(VISUALIZATION_KPI);
        spec.add_events()->set_name("step2");
        pane.controller.run(spec);
        AnswerFrames course = answerWith(trendOf("step1"), 500);
        course.series.push_back({"step2", 1, {}, false, {500, 501}});
        std::swap(course.series[0], course.series[1]);
        pane.client.queries[0].answer(answerWith(spec, 100));
        const auto &shown = pane.pane.findChild<NumberChart *>()->content();
        QVERIFY(!shown.course);
        const QImage bare = pictureOf(pane);

        pane.client.queries[1].answer(course);
        QVERIFY(shown.course != nullptr);
        QCOMPARE(shown.tiles[0].series, 1); // that of its event
        QCOMPARE(shown.tiles[1].series, 0);
        QVERIFY(pictureOf(pane) != bare); // also where it is exported
    }

    void aCourseThatFailsLeavesTheNumberAlone()
    {
        Pane pane(m_theme);
        const QuerySpec spec = questionOf(VISUALIZATION_KPI);
        pane.controller.run(spec);
        pane.client.queries[0].answer(answerWith(spec, 100));
        const QImage bare = pictureOf(pane);
        pane.client.queries[1].fail(Failure::Kind::Timeout);
        QCOMPARE(pictureOf(pane), bare);
        QCOMPARE(pane.stateTitle(), QString());
    }

    void aSparklineHasTheHeightOfItsOwnValues()
    {
        // As many rows of px are inked for 5,000 to 5,001 as for 0 to 1.
        const auto inkedRows = [this](double low) {
            AnswerFrames frames = answerWith(trendOf("step1"), 0);
            frames.series[0].values = {low, low + 1};
            QImage image(200, 100, QImage::Format_RGB32);
            image.fill(m_theme.color(Role::Surface));
            QPainter painter(&image);
            paintSparkline(painter, image.rect(),
                           chartContent({trendOf("step1"), std::make_shared<AnswerFrames>(frames), {}, 0}), 0, m_theme);
            int rows = 0;
            for (int y = 0; y < 75; ++y) { // above the dates
                bool isInked = false;
                for (int x = 0; x < 200; ++x)
                    isInked = isInked || image.pixelColor(x, y) != m_theme.color(Role::Surface);
                rows += isInked ? 1 : 0;
            }
            return rows;
        };
        QCOMPARE(inkedRows(5000), inkedRows(0));
        QVERIFY(inkedRows(5000) > 60);
    }

    void theFocusStaysOnTheChartWhenItsKindChanges()
    {
        Pane pane(m_theme);
        pane.pane.activateWindow();
        pane.pane.setFocus();
        QVERIFY(QTest::qWaitForWindowActive(&pane.pane));
        QVERIFY(pane.pane.findChild<ChartSurface *>()->hasFocus());
        const QuerySpec spec = questionOf(VISUALIZATION_FUNNEL);
        pane.answer(spec, answerWith(spec, 100));
        QVERIFY(pane.pane.findChild<FunnelChart *>()->hasFocus());
    }

    void aGroupHiddenInTheLegendIsNotDrawn()
    {
        Pane pane(m_theme);
        QuerySpec spec = questionOf(VISUALIZATION_FUNNEL);
        AnswerFrames answer;
        addGroup(answer.funnel, {100, 50}, "free");
        addGroup(answer.funnel, {80, 40}, "pro");
        pane.answer(spec, answer);
        pane.pane.findChild<FunnelSide *>()->legend().setHidden({1});
        QCOMPARE(pane.pane.findChild<FunnelChart *>()->content().drawn(), std::vector<int>{0});
    }

    void theUsersBehindABarAreAskedForWithTheirQuestion()
    {
        Pane pane(m_theme);
        const QuerySpec spec = questionOf(VISUALIZATION_FUNNEL);
        pane.answer(spec, answerWith(spec, 100));
        catalog::v1::ListUsersRequest wanted;
        connect(&pane.pane, &ResultPane::usersWanted, this,
                [&](const catalog::v1::ListUsersRequest &request) { wanted = request; });
        auto *chart = pane.pane.findChild<FunnelChart *>();
        QTest::keyClick(chart, Qt::Key_End);
        QTest::keyClick(chart, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(wanted.query().SerializeAsString(), spec.SerializeAsString());
        QCOMPARE(wanted.funnel().step(), 1);
        QVERIFY(wanted.funnel().dropped());
        QCOMPARE(wanted.funnel().breakdown(), std::string("free"));
    }

    void theRowsOfAnAnswerAreCounted_data() { addKinds(); }
    void theRowsOfAnAnswerAreCounted()
    {
        QFETCH(int, visualization);
        const AnswerFrames answer = answerWith(questionOf(Visualization(visualization)), 100);
        QCOMPARE(rowCount(answer), answerRows(answer).rows.size());
        QCOMPARE(rowCount(answer), 2U);
    }

    void everyKindIsWrittenWithoutAWindow_data() { addKinds(); }
    void everyKindIsWrittenWithoutAWindow()
    {
        QFETCH(int, visualization);
        const QuerySpec spec = questionOf(Visualization(visualization));
        const auto frames = std::make_shared<const AnswerFrames>(answerWith(spec, 100));
        const ChartSheet sheet = answerSheet(Answered{spec, frames, {}, 0});
        const QImage image = sheetImage({640, 400}, 1, sheet, m_theme);
        QSet<QRgb> colors; // below the title
        for (int y = 80; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                colors.insert(image.pixel(x, y));
        QVERIFY(colors.size() > 10);
        QVERIFY(!sheet.body.summary.isEmpty());
    }
};

QTEST_MAIN(AnswerKindsTest)
#include "answer_kinds_test.moc"
