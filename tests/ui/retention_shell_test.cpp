// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_insights_client.h"
#include "tests/ui/retention_answers.h"

#include "ui/charts/heat_view.h"
#include "ui/charts/retention_view.h"
#include "ui/shell/cohort_view.h"
#include "ui/shell/result_pane.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>

using namespace insights::v1;
using catalog::v1::ListUsersRequest;

namespace {

AnswerFrames answerTo(const QuerySpec &spec)
{
    const auto buckets = bucketsFrom("UTC", "2026-03-09", GRANULARITY_WEEK, 4);
    if (spec.visualization() != VISUALIZATION_RETENTION)
        return *answerOf(buckets, 1, [](int, int) { return 1; });
    return *retentionOf(buckets, 100, [](int, int period) { return period == 0 ? 100 : 40; });
}

// A pane over a server of the test's own.
struct Desk
{
    explicit Desk(const Theme &theme)
        : pane(theme, controller, draft)
    {
        client.queries.automatic = [](const QuerySpec &spec) { return answerTo(spec); };
        pane.resize(1100, 700);
        pane.show();
    }

    void ask(const QuerySpec &spec)
    {
        controller.run(spec);
        QTRY_VERIFY(std::holds_alternative<Ready>(controller.state()));
    }
    QAbstractButton *button(const char *name) { return pane.findChild<QAbstractButton *>(QLatin1String(name)); }

    FakeInsightsClient client;
    QueryController controller{client};
    DraftQuery draft;
    ResultPane pane;
};

} // namespace

class RetentionShellTest : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void ratesOrUsersAreChosenBesideTheQuestionOfARetentionOnly()
    {
        Desk desk(m_theme);
        QVERIFY(!desk.button("retentionRates")->isVisible());
        desk.ask(retentionSpec(GRANULARITY_WEEK));
        QVERIFY(desk.button("retentionRates")->isVisible());
        QVERIFY(desk.button("retentionRates")->isChecked());

        QTest::mouseClick(desk.button("retentionUsers"), Qt::LeftButton);
        QVERIFY(!desk.pane.findChild<RetentionView *>()->showsRates());
        QTest::mouseClick(desk.button("retentionRates"), Qt::LeftButton);
        QVERIFY(desk.pane.findChild<RetentionView *>()->showsRates());

        desk.ask(trendOf("page_view"));
        QVERIFY(!desk.button("retentionRates")->isVisible());
    }

    void aCellAsksForItsUsersWithTheWholeQuestion()
    {
        Desk desk(m_theme);
        std::vector<ListUsersRequest> requests;
        connect(&desk.pane, &ResultPane::usersWanted, this,
                [&](const ListUsersRequest &request) { requests.push_back(request); });
        desk.ask(retentionSpec(GRANULARITY_WEEK));
        auto *heat = desk.pane.findChild<HeatView *>();
        QTest::keyClick(heat, Qt::Key_Down);
        QTest::keyClick(heat, Qt::Key_Right);
        QTest::keyClick(heat, Qt::Key_Return);
        QCOMPARE(requests.size(), 1U);
        QCOMPARE(requests[0].query().starting_event().name(), std::string("signup"));
        QCOMPARE(requests[0].retention().period(), 1);
    }

    void theSheetShowsWhatTheCellsShow()
    {
        CohortView view(m_theme);
        const std::unique_ptr<QWidget> chart(view.chart());
        const std::unique_ptr<QWidget> form(view.form());
        const QuerySpec spec = retentionSpec(GRANULARITY_WEEK);
        Answered answered;
        answered.spec = spec;
        answered.frames = std::make_shared<const AnswerFrames>(answerTo(spec));
        view.setAnswer(answered);
        const auto drawn = [&] {
            QImage image(900, 400, QImage::Format_ARGB32_Premultiplied);
            QPainter painter(&image);
            view.sheetBody().paint(painter, {900, 400}, m_theme);
            return image;
        };
        const QImage rates = drawn();
        form->findChild<QAbstractButton *>(QStringLiteral("retentionUsers"))->click();
        QVERIFY(drawn() != rates);
        QVERIFY(view.sheetBody().summary.startsWith(QStringLiteral("4 cohorts with 400 users")));
    }
};

QTEST_MAIN(RetentionShellTest)
#include "retention_shell_test.moc"
