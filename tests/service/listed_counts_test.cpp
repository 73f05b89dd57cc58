// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/check.h"
#include "query/spec_json.h"
#include "tests/service/asked_fixture.h"
#include "tests/service/place_of_users.h"
#include "tests/support/random_questions.h"

using namespace insights::v1;
using namespace catalog::v1;

// For every number that counts users as many are listed, in random worlds.
class ListedCountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asManyAreListedAsWereCounted_data()
    {
        QTest::addColumn<quint64>("seed");
        const quint64 first = qEnvironmentVariableIsSet("INSIGHTS_SEED")
            ? qEnvironmentVariable("INSIGHTS_SEED").toULongLong()
            : 20'260'501;
        for (quint64 seed = first; seed < first + 12; ++seed)
            QTest::addRow("INSIGHTS_SEED=%llu", static_cast<unsigned long long>(seed)) << seed;
    }

    void asManyAreListedAsWereCounted()
    {
        QFETCH(const quint64, seed);
        RandomQuestions random(seed);
        const RandomWorld world = random.world();
        QByteArray lines;
        for (const std::string &line : world.lines)
            lines += QByteArray::fromStdString(line + "\n");
        const auto table = m_fixture.imported(m_fixture.newProject(), lines, world.zone, world.weekStart);
        for (const Visualization visualization :
             {VISUALIZATION_LINE, VISUALIZATION_TABLE, VISUALIZATION_FUNNEL, VISUALIZATION_RETENTION})
            for (int i = 0; i < 3; ++i) {
                QuerySpec spec = random.question(world, visualization);
                if (visualization == VISUALIZATION_LINE || visualization == VISUALIZATION_TABLE)
                    spec.set_aggregation(AGGREGATION_UNIQUE_USERS);
                if (spec.has_breakdown())
                    spec.set_breakdown_limit(1 + i);
                QVERIFY(check(spec).empty());
                compareCounts(spec, *table, world.now);
                if (QTest::currentTestFailed()) {
                    qWarning("%s", specJson(spec).c_str());
                    return;
                }
            }
    }

    void hundredsWereCompared() { QVERIFY2(m_compared > 400, QByteArray::number(m_compared)); }

private:
    void compareCounts(const QuerySpec &spec, const ProjectTable &table, std::int64_t now)
    {
        std::vector<std::pair<ListUsersRequest, double>> numbers;
        int zeros = 0; // most of a sparse answer: a few of them will do
        const auto add = [&](ListUsersRequest request, double counted) {
            if (counted > 0 || zeros++ % 8 == 0)
                numbers.emplace_back(std::move(request), counted);
        };
        const auto group = [](const auto &of) {
            PlaceOfUsers place;
            if (of.has_breakdown())
                place.group = of.breakdown();
            place.isOthers = of.is_others();
            return place;
        };
        const auto isoTime = [](const auto &time) { return Calendar::isoTime(milliseconds(time)); };
        const QueryResponse answer = m_fixture.ask(spec, table, now);
        for (const SeriesPoint &point : answer.series()) {
            PlaceOfUsers place = group(point);
            place.time = isoTime(point.timestamp());
            place.number = point.event_index();
            add(requestOf(spec, place), point.value());
        }
        for (const TableRow &row : answer.rows())
            if (spec.events_size() == 1) { // of several, a row does not tell which
                PlaceOfUsers place;
                if (spec.has_breakdown())
                    place.group = row.dimensions(row.dimensions_size() - 1);
                place.isOthers = row.is_others();
                add(requestOf(spec, place), row.value());
            }
        for (int i = 0; i < answer.funnel().steps_size(); ++i) {
            const FunnelStep &step = answer.funnel().steps(i);
            PlaceOfUsers place = group(step);
            place.number = i % spec.events_size();
            add(requestOf(spec, place), step.count());
            place.dropped = true;
            if (place.number > 0)
                add(requestOf(spec, place), answer.funnel().steps(i - 1).count() - step.count());
        }
        for (const RetentionCohort &cohort : answer.retention().cohorts()) {
            PlaceOfUsers place = group(cohort);
            place.time = isoTime(cohort.cohort_date());
            place.number = -1;
            add(requestOf(spec, place), cohort.size());
            for (const RetentionPeriod &period : cohort.periods()) {
                place.number = period.period();
                if (period.count() > 0 || period.period() == 1)
                    add(requestOf(spec, place), period.count());
            }
        }
        // Of very many numbers some, from all over the answer; a list each.
        for (std::size_t i = 0; i < numbers.size(); i += 1 + numbers.size() / 40) {
            const auto &[request, counted] = numbers[i];
            m_compared += counted > 0;
            const auto listed = m_fixture.listUsers(request, table, now);
            QVERIFY2(listed.users_size() == counted && listed.next_page_token().empty(),
                     (request.ShortDebugString() + " lists " + std::to_string(listed.users_size()) + ", counted "
                      + std::to_string(counted))
                         .c_str());
        }
    }

    AskedFixture m_fixture;
    int m_compared = 0; // that are not 0
};

QTEST_GUILESS_MAIN(ListedCountsTest)
#include "listed_counts_test.moc"
