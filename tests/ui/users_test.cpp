// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fake_insights_client.h"
#include "tests/support/questions.h"

#include "ui/shell/users_dialog.h"
#include "ui/shell/users_model.h"
#include "ui/shell/users_words.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace catalog::v1;

namespace {

ListUsersRequest requestOf()
{
    ListUsersRequest request;
    *request.mutable_query() = trendOf("page_view");
    *request.mutable_series()->mutable_timestamp() = timestamp(at("2026-05-19"));
    request.mutable_series()->set_breakdown("Germany");
    return request;
}

ListUsersResponse page(int first, int count, const std::string &next = {})
{
    ListUsersResponse response;
    for (int i = 0; i < count; ++i)
        response.add_users("user-" + std::to_string(first + i));
    response.set_next_page_token(next);
    return response;
}

struct Desk
{
    Desk()
        : dialog(theme, catalog)
    {
        dialog.show();
        dialog.ask(requestOf());
    }

    QPushButton *button(const char *name) { return dialog.findChild<QPushButton *>(QLatin1String(name)); }
    QString count() { return dialog.findChild<QLabel *>(QStringLiteral("usersCount"))->text(); }
    QListView *list() { return dialog.findChild<QListView *>(QStringLiteral("users")); }
    bool says(const QString &text)
    {
        for (auto *label : dialog.findChildren<QLabel *>())
            if (label->isVisible() && label->text().contains(text))
                return true;
        return false;
    }

    Theme theme;
    FakeInsightsClient client;
    Catalog catalog{client};
    UsersDialog dialog;
};

} // namespace

Q_DECLARE_METATYPE(ListUsersRequest)

class UsersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theTitleSaysWhoseListItIs_data()
    {
        QTest::addColumn<ListUsersRequest>("request");
        QTest::addColumn<QString>("title");
        QTest::newRow("a point") << requestOf() << "Users behind page_view, Germany, Tue 19 May 2026";
        ListUsersRequest request = requestOf();
        request.mutable_series()->clear_timestamp();
        request.mutable_series()->set_is_others(true);
        QTest::newRow("a row of a table") << request << "Users behind page_view, Other, 1 May – 31 May 2026";
        *request.mutable_query() = trendOf({"signup", "purchase"});
        request.mutable_funnel()->set_step(1);
        QTest::newRow("a step") << request << "Users who reached step 2, purchase, 1 May – 31 May 2026";
        request.mutable_funnel()->set_dropped(true);
        request.mutable_funnel()->set_breakdown("");
        QTest::newRow("lost") << request << "Users lost before step 2, purchase, (none), 1 May – 31 May 2026";
        *request.mutable_retention()->mutable_cohort_date() = timestamp(at("2026-05-03"));
        QTest::newRow("a cohort") << request << "Users of cohort Sun 3 May 2026";
        request.mutable_retention()->set_period(2);
        QTest::newRow("a cell") << request << "Users of cohort Sun 3 May 2026, back in day 2";
    }
    void theTitleSaysWhoseListItIs()
    {
        QFETCH(const ListUsersRequest, request);
        QFETCH(const QString, title);
        QCOMPARE(usersTitle(request, {}), title);
    }

    void theListLoadsMoreAsOneScrolls()
    {
        Desk desk;
        QVERIFY(desk.says(QStringLiteral("Loading")));
        QCOMPARE(desk.client.userLists.last().request.page_size(), 200);
        desk.client.userLists.last().answer(page(0, 200, "next"));
        QCOMPARE(desk.count(), QStringLiteral("First 200"));
        QCOMPARE(desk.client.userLists.size(), std::size_t(1));

        desk.list()->scrollToBottom();
        QTRY_COMPARE(desk.client.userLists.size(), std::size_t(2));
        QCOMPARE(desk.client.userLists.last().request.page_token(), "next");
        desk.client.userLists.last().answer(page(200, 50));
        QCOMPARE(desk.count(), QStringLiteral("250 users"));
        QCOMPARE(desk.list()->model()->rowCount(), 250);
        QVERIFY(desk.button("usersLoadAll")->isHidden());
    }

    void theModelIsSound()
    {
        FakeInsightsClient client;
        Catalog catalog(client);
        UsersModel model(catalog);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.ask(requestOf());
        client.userLists.last().answer(page(0, 3, "next"));
        while (!client.userLists.last().isOpen()) // the tester may have asked for more itself
            model.fetchMore({});
        client.userLists.last().answer(page(3, 2));
        QCOMPARE(model.rowCount(), 5);
        QVERIFY(!model.canFetchMore({}));
        model.ask(requestOf());
        QCOMPARE(model.rowCount(), 0);
    }

    void loadAllGoesOnToTheEnd()
    {
        Desk desk;
        desk.client.userLists.last().answer(page(0, 200, "a"));
        desk.button("usersLoadAll")->click();
        desk.client.userLists.last().answer(page(200, 10'000, "b"));
        desk.client.userLists.last().answer(page(10'200, 5));
        QCOMPARE(desk.list()->model()->rowCount(), 10'205);
        QCOMPARE(desk.count(), QStringLiteral("10,205 users"));
    }

    void filterAndCopyTakeWhatIsListed()
    {
        Desk desk;
        desk.client.userLists.last().answer(page(0, 30));
        desk.dialog.findChild<QLineEdit *>(QStringLiteral("usersFilter"))->setText(QStringLiteral("USER-2"));
        QCOMPARE(desk.count(), QStringLiteral("11 of 30 loaded"));
        desk.button("usersCopy")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QCOMPARE(copied.count(u'\n'), 10);
        QVERIFY(copied.startsWith(QStringLiteral("user-2\nuser-20\n")));
        desk.list()->setCurrentIndex(desk.list()->model()->index(1, 0));
        QCOMPARE(desk.button("usersCopy")->text(), QStringLiteral("Copy 1"));
        desk.button("usersCopy")->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("user-20"));
    }

    void aFailureIsToldAndTriedAgain()
    {
        Desk desk;
        desk.client.userLists.last().fail(Failure::Kind::Timeout, "The answer took too long.");
        QVERIFY(desk.says(QStringLiteral("The answer took too long.")));
        for (auto *button : desk.dialog.findChildren<QPushButton *>())
            if (button->text() == QStringLiteral("Try again"))
                button->click();
        QCOMPARE(desk.client.userLists.size(), std::size_t(2));
        desk.client.userLists.last().answer(page(0, 2));
        QVERIFY(!desk.says(QStringLiteral("too long")));
    }

    void aServerWithoutListsIsNoError()
    {
        Desk desk;
        desk.client.userLists.last().fail(Failure::Kind::Unimplemented);
        QVERIFY(desk.says(QStringLiteral("This server has no lists of users.")));
    }

    void theNextNumberAndClosingLetGoOfTheList()
    {
        Desk desk;
        desk.dialog.ask(requestOf());
        QVERIFY(desk.client.userLists[0].isAbandoned);
        desk.dialog.close();
        QVERIFY(desk.client.userLists[1].isAbandoned);
    }
};

QTEST_MAIN(UsersTest)
#include "users_test.moc"
