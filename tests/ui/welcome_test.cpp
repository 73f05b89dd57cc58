// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/shell/recent_files.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>

class WelcomeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init() { QSettings().clear(); }

    void withoutAProjectThereAreWaysIn()
    {
        Desk desk(m_theme);
        desk.connectNow();
        auto *demo = desk.child<QPushButton>("makeDemo");
        QTRY_VERIFY(demo->isVisible());
        QSignalSpy wanted(&desk.window, &MainWindow::demoWanted);
        QTest::mouseClick(demo, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(desk.child<QPushButton>("chooseFile")->isVisible());
        QVERIFY(!desk.child<QAction>("copySpec")->isEnabled());
    }

    void theDemoSaysHowFarItIsAndThenOpens()
    {
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.child<QPushButton>("makeDemo")->isVisible());
        desk.window.showDemo("500,000 events are made up…", true);
        QVERIFY(desk.says("500,000 events are made up…"));
        QVERIFY(!desk.child<QPushButton>("makeDemo")->isEnabled());
        desk.window.showDemo("The disk is full.", false);
        QVERIFY(desk.child<QPushButton>("makeDemo")->isEnabled());
        desk.addProject("other");
        desk.addProject("demo");
        desk.window.openNewProject("demo");
        QTRY_COMPARE(desk.client.project, std::string("demo"));
        QVERIFY(!desk.child<QPushButton>("makeDemo")->isVisible());
    }

    void closingWhileTheDemoIsMadeIsAsked_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addRow("stop") << "stopAndClose" << true;
        QTest::addRow("keep") << "keepGoing" << false;
    }

    void closingWhileTheDemoIsMadeIsAsked()
    {
        QFETCH(const QString, answer);
        QFETCH(const bool, closes);
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.showDemo("500,000 events are made up…", true);
        const QSignalSpy unwanted(&desk.window, &MainWindow::demoUnwanted);
        QVERIFY(!desk.window.close());
        auto *question = desk.child<QMessageBox>("stopQuestion");
        QVERIFY(question->isVisible() && question->text().contains("demo"));
        QTest::mouseClick(question->findChild<QPushButton *>(answer), Qt::LeftButton);
        QTRY_VERIFY(desk.child<QMessageBox>("stopQuestion") == nullptr);
        QCOMPARE(desk.window.isVisible(), !closes);
        QCOMPARE(unwanted.size(), closes ? 1 : 0);
    }

    void aDemoThatIsThereTakesTheQuestionAway()
    {
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.showDemo("500,000 events are made up…", true);
        QVERIFY(!desk.window.close());
        desk.window.showDemo("The demo project is there.", false);
        QTRY_VERIFY(desk.child<QMessageBox>("stopQuestion") == nullptr);
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.window.close());
    }

    void whatTheProgramIsDoesNotHoldItUp()
    {
        Desk desk(m_theme);
        desk.child<QAction>("about")->trigger();
        desk.child<QAction>("about")->trigger(); // one is enough
        QCOMPARE(desk.window.findChildren<QMessageBox *>().size(), 1);
        QVERIFY(desk.child<QMessageBox>("aboutBox")->isVisible());
        QTest::keyClick(desk.child<QMessageBox>("aboutBox"), Qt::Key_Escape);
        QTRY_VERIFY(desk.child<QMessageBox>("aboutBox") == nullptr);
    }

    void theLastFileIsFirstAndNoneIsThereTwice()
    {
        {
            RecentFiles recent;
            QSignalSpy changed(&recent, &RecentFiles::changed);
            for (int i = 0; i < 12; ++i)
                recent.add(QStringLiteral("/tmp/%1.csv").arg(i));
            recent.add("/tmp/5.csv");
            recent.add("/tmp/5.csv");
            QCOMPARE(changed.count(), 13); // nothing new, nothing said
        }
        const RecentFiles again; // from the settings
        QCOMPARE(again.paths().size(), qsizetype(RecentFiles::most));
        QCOMPARE(again.paths().first(), QStringLiteral("/tmp/5.csv"));
        QCOMPARE(again.paths().count("/tmp/5.csv"), 1);
    }

    void aRecentFileOpensFromPageAndMenuUntilTheListIsCleared()
    {
        RecentFiles().add("/tmp/a & b.csv");
        Desk desk(m_theme);
        desk.connectNow();
        QTRY_VERIFY(desk.child<QPushButton>("recentFile")->isVisible());
        QTest::mouseClick(desk.child<QPushButton>("recentFile"), Qt::LeftButton);
        QCOMPARE(desk.files.previews.last().request.path(), std::string("/tmp/a & b.csv"));
        QTest::mouseClick(desk.child<QPushButton>("importBack"), Qt::LeftButton);

        QAction *inMenu = nullptr;
        for (auto *action : desk.window.findChildren<QAction *>())
            if (action->text() == QStringLiteral("a && b.csv"))
                inMenu = action;
        QVERIFY(inMenu != nullptr);
        inMenu->trigger();
        QCOMPARE(desk.files.previews.size(), std::size_t(2));

        desk.child<QAction>("clearRecentFiles")->trigger();
        QVERIFY(RecentFiles().paths().isEmpty());
        QVERIFY(!desk.child<QAction>("clearRecentFiles")->isEnabled());
    }

    void aSmallWindowGivesUpTableAndFormAndTakesThemBack()
    {
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        auto *table = desk.child<QAction>("showTable");
        auto *builder = desk.child<QAction>("showBuilder");
        desk.window.resize(860, 600);
        QTRY_VERIFY(!table->isChecked());
        QVERIFY(!builder->isChecked());
        builder->setChecked(true); // by hand, over the rule
        desk.window.resize(870, 610);
        QVERIFY(builder->isChecked());
        desk.window.resize(1280, 800);
        QTRY_VERIFY(table->isChecked());
        QVERIFY(builder->isChecked());
        table->setChecked(false);
        desk.window.resize(1280, 600);
        desk.window.resize(1280, 800);
        QTest::qWait(0);
        QVERIFY(!table->isChecked()); // folded by hand
    }

    void theWindowRemembersHowItWasLaidOut()
    {
        QList<int> sizes;
        {
            Desk desk(m_theme);
            desk.addProject("shop");
            desk.connectNow();
            QTRY_VERIFY(desk.isReady());
            auto *centre = desk.child<QSplitter>("centre");
            centre->setSizes({400, 880});
            sizes = centre->sizes();
            desk.child<QAction>("showTable")->setChecked(false);
            desk.window.close();
        }
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        QCOMPARE(desk.child<QSplitter>("centre")->sizes(), sizes);
        QVERIFY(!desk.child<QAction>("showTable")->isChecked());
    }

private:
    QTemporaryDir m_folder;
    Theme m_theme;
};

QTEST_MAIN(WelcomeTest)
#include "welcome_test.moc"
