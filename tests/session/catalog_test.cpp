// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/catalog.h"
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include <QSignalSpy>
#include <QTest>

using namespace catalog::v1;

namespace {

ListProjectsResponse twoProjects()
{
    ListProjectsResponse response;
    Project *shop = response.add_projects();
    shop->set_id("shop");
    shop->set_timezone("America/New_York");
    shop->set_week_start("monday");
    *shop->mutable_first_event() = timestamp(at("2026-01-01"));
    *shop->mutable_last_event() = timestamp(at("2026-05-31"));
    response.add_projects()->set_id("bare");
    return response;
}

ListEventsResponse eventsOf(const std::string &name)
{
    ListEventsResponse response;
    response.add_events()->set_name(name);
    return response;
}

ListPropertiesResponse propertiesOf(const std::string &name)
{
    ListPropertiesResponse response;
    response.add_properties()->set_name(name);
    return response;
}

} // namespace

class CatalogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void projectsAreListed()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        const QSignalSpy changes(&catalog, &Catalog::projectsChanged);

        catalog.loadProjects();
        client.projectLists.last().answer(twoProjects());

        QCOMPARE(catalog.projects().size(), std::size_t(2));
        QCOMPARE(changes.size(), 1);
    }

    void openingAProjectLoadsItsEventsAndProperties()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        const QSignalSpy opened(&catalog, &Catalog::projectOpened);

        catalog.open("shop");
        QCOMPARE(opened.size(), 1);
        QCOMPARE(client.project, "shop");
        QCOMPARE(client.eventLists.last().project, "shop");
        client.eventLists.last().answer(eventsOf("purchase"));
        client.propertyLists.last().answer(propertiesOf("plan"));

        QVERIFY(catalog.event("purchase"));
        QVERIFY(!catalog.event("refund"));
        QVERIFY(catalog.property("plan"));
        QVERIFY(!catalog.property("colour"));
        QVERIFY(client.propertyLists.last().request.event().empty());
    }

    void anotherProjectLetsGoOfTheListsOfTheOneBefore()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        catalog.open("shop");
        client.propertyLists.last().answer(propertiesOf("plan"));
        const QSignalSpy properties(&catalog, &Catalog::propertiesChanged);

        catalog.open("bare");

        QVERIFY(client.eventLists[0].isAbandoned);
        QVERIFY(catalog.properties().empty());
        QCOMPARE(properties.size(), 1);
        QCOMPARE(catalog.projectId(), "bare");
    }

    void theSameProjectKeepsItsListsUntilTheyAreThereAnew()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        catalog.open("shop");
        client.propertyLists.last().answer(propertiesOf("plan"));
        const QSignalSpy opened(&catalog, &Catalog::projectOpened);

        catalog.open("shop");

        QVERIFY(catalog.property("plan"));
        QCOMPARE(opened.size(), 0);
        client.propertyLists.last().answer(propertiesOf("colour"));
        QVERIFY(catalog.property("colour") && !catalog.property("plan"));
    }

    void theTimeOfAProjectIsItsOwn()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        catalog.loadProjects();
        client.projectLists.last().answer(twoProjects());

        catalog.open("shop");
        const ProjectTime time = catalog.projectTime();
        QCOMPARE(time.timezone, "America/New_York");
        QCOMPARE(time.weekStart, WeekStart::Monday);
        QCOMPARE(time.firstEvent, at("2026-01-01"));
        QCOMPARE(time.lastEvent, at("2026-05-31"));

        catalog.open("bare");
        QCOMPARE(catalog.projectTime().timezone, "UTC");
        QVERIFY(!catalog.projectTime().lastEvent);
    }

    void aProjectThatIsNotListedCanBeOpened()
    {
        FakeInsightsClient client;
        Catalog catalog(client);

        catalog.open("elsewhere");

        QVERIFY(!catalog.project());
        QCOMPARE(catalog.projectTime().timezone, "UTC");
    }

    void aServerWithoutACatalogHasEmptyListsAndNoFailure()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        const QSignalSpy failures(&catalog, &Catalog::failed);
        const QSignalSpy projects(&catalog, &Catalog::projectsChanged);
        bool isAnswered = false;

        catalog.loadProjects();
        catalog.open("shop");
        const auto call = catalog.values({}, [&](const Outcome<ListPropertyValuesResponse> &outcome) {
            isAnswered = std::get<ListPropertyValuesResponse>(outcome).values().empty();
        });
        client.projectLists.last().fail(Failure::Kind::Unimplemented);
        client.eventLists.last().fail(Failure::Kind::Unimplemented);
        client.propertyLists.last().fail(Failure::Kind::Unimplemented);
        client.valueLists.last().fail(Failure::Kind::Unimplemented);

        QVERIFY(isAnswered);
        QVERIFY(catalog.projects().empty() && catalog.events().empty() && catalog.properties().empty());
        QCOMPARE(failures.size(), 0);
        QCOMPARE(projects.size(), 1);
    }

    void otherFailuresAreTold()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        const QSignalSpy failures(&catalog, &Catalog::failed);

        catalog.loadProjects();
        client.projectLists.last().fail(Failure::Kind::Unreachable);

        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures[0][0].value<Failure>().kind, Failure::Kind::Unreachable);
    }

    void lettingGoOfValuesAbandonsTheQuestion()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        ListPropertyValuesRequest request;
        request.set_property("plan");

        auto call = catalog.values(request, [](const auto &) { QFAIL("it was abandoned"); });
        call.reset();

        QCOMPARE(client.valueLists.last().request.property(), "plan");
        QVERIFY(client.valueLists.last().isAbandoned);
    }

    void aServerWithoutListsOfUsersSaysSo()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        std::optional<Failure> failure;

        const PendingCallPtr call = catalog.users({}, [&](Outcome<catalog::v1::ListUsersResponse> outcome) {
            failure = std::get<Failure>(std::move(outcome));
        });
        client.userLists.last().fail(Failure::Kind::Unimplemented);

        QCOMPARE(failure->kind, Failure::Kind::Unimplemented);
    }
};

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalog_test.moc"
