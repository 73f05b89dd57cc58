// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/file_import.h"
#include "tests/support/fake_import_client.h"

#include <QSignalSpy>
#include <QTest>

using namespace datasets::v1;

namespace {

PreviewResponse good()
{
    PreviewResponse response;
    response.add_columns()->set_name("event");
    return response;
}

} // namespace

class FileImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFileIsLookedAtBeforeItCanBeImported()
    {
        Desk desk;
        desk.files.open({"/a.csv"});
        QVERIFY(desk.is<Looking>());
        QVERIFY(!desk.files.canStart());
        desk.client.previews.last().answer(good());
        QVERIFY(desk.is<Looked>());
        QVERIFY(desk.files.canStart());
        QCOMPARE(desk.client.previews.last().request.path(), std::string("/a.csv"));
    }

    void anotherColumnOrZoneLooksAgainAndTheSameDoesNot()
    {
        Desk desk;
        desk.look();
        ColumnMap map;
        map.set_user("who");
        desk.files.setMap(map);
        desk.files.setMap(map);
        QCOMPARE(desk.client.previews.size(), std::size_t(2));
        QCOMPARE(desk.client.previews.last().request.map().user(), std::string("who"));
        desk.files.setTimezone("Europe/Berlin");
        QVERIFY(desk.client.previews[1].isAbandoned);
        QCOMPARE(desk.client.previews.last().request.timezone(), std::string("Europe/Berlin"));
        QCOMPARE(desk.files.preview().columns_size(), 1); // what was seen stays meanwhile
    }

    void whatIsNotUnderstoodCannotStart()
    {
        Desk desk;
        desk.files.open({"/a.csv"});
        PreviewResponse response = good();
        response.set_problem("no user");
        desk.client.previews.last().answer(response);
        QVERIFY(!desk.files.canStart());
        desk.files.start({"p", "UTC", "monday", false});
        QVERIFY(desk.client.imports.empty());
    }

    void anImportGoesFromProgressToItsSummary()
    {
        Desk desk;
        desk.look();
        desk.files.start({"p", "UTC", "monday", true});
        const ImportRequest request = desk.client.imports.last().request;
        QCOMPARE(request.project(), std::string("p"));
        QCOMPARE(request.week_start(), std::string("monday"));
        QCOMPARE(request.paths_size(), 2);
        QVERIFY(request.replace());
        ImportProgress progress;
        progress.set_events(5);
        desk.client.watch(progress);
        QCOMPARE(std::get<Importing>(desk.files.state()).progress.events(), std::uint64_t(5));
        progress.mutable_summary()->set_events(7);
        desk.client.imports.last().answer(progress);
        QCOMPARE(std::get<Imported>(desk.files.state()).progress.summary().events(), std::uint64_t(7));
    }

    void aCancelledImportCanBeStartedAnew()
    {
        Desk desk;
        desk.look();
        desk.files.start({"p", "UTC", "monday", false});
        desk.files.cancel();
        QVERIFY(desk.client.imports.last().isAbandoned);
        QVERIFY(desk.files.canStart());
    }

    void afterAFailureOneTriesAgain()
    {
        Desk desk;
        desk.look();
        desk.files.start({"p", "UTC", "monday", false});
        desk.client.imports.last().fail(Failure::Kind::Internal, "the disk is full");
        QCOMPARE(std::get<ImportFailed>(desk.files.state()).failure.message, std::string("the disk is full"));
        QVERIFY(desk.files.canStart());
    }

    void closingForgetsEverything()
    {
        Desk desk;
        desk.look();
        desk.files.start({"p", "UTC", "monday", false});
        desk.files.close();
        QVERIFY(desk.is<NoFile>());
        QVERIFY(desk.client.imports.last().isAbandoned);
        QVERIFY(desk.files.paths().isEmpty());
    }

private:
    struct Desk
    {
        void look()
        {
            files.open({"/a.csv", "/b.csv"});
            client.previews.last().answer(good());
        }
        template <class State>
        bool is() const
        {
            return std::holds_alternative<State>(files.state());
        }

        FakeImportClient client;
        FileImport files{client};
    };
};

QTEST_GUILESS_MAIN(FileImportTest)
#include "file_import_test.moc"
