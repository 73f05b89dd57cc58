// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/builder/completion_field.h"
#include "ui/import/file_column_model.h"
#include "ui/import/file_kind.h"
#include "ui/import/import_models.h"
#include "ui/import/import_words.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDropEvent>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QUrl>

using namespace datasets::v1;

namespace {

PreviewResponse orders()
{
    PreviewResponse seen;
    seen.set_format(FILE_FORMAT_CSV);
    seen.set_bytes(2048);
    seen.set_lines_read(2);
    seen.set_events(1);
    seen.set_is_whole_file(true);
    const std::pair<const char *, ColumnRole> columns[] = {{"what", COLUMN_ROLE_EVENT},
                                                           {"when", COLUMN_ROLE_TIME},
                                                           {"who", COLUMN_ROLE_USER},
                                                           {"<b>plan</b>", COLUMN_ROLE_PROPERTY}};
    for (const auto &[name, role] : columns) {
        auto &column = *seen.add_columns();
        column.set_name(name);
        column.set_role(role);
        column.set_filled(1);
    }
    for (int line : {2, 3}) {
        auto &row = *seen.add_rows();
        row.set_line(std::uint64_t(line));
        for (const char *value : {"buy", "2026-05-01", "ann", "pro"})
            row.add_values(value);
    }
    seen.mutable_rows(1)->set_problem("it has no user");
    auto &bad = *seen.add_bad();
    bad.set_line(3);
    bad.set_reason("it has no user");
    seen.set_bad_lines(1);
    return seen;
}

ImportProgress done(const std::string &project)
{
    ImportProgress progress;
    progress.mutable_summary()->set_project(project);
    progress.mutable_summary()->set_events(1234);
    progress.mutable_summary()->set_bad_lines(1);
    progress.set_bad_lines(1);
    *progress.mutable_bad() = orders().bad();
    return progress;
}

void drop(QWidget &on, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QApplication::sendEvent(&on, &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(9, 9), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&on, &event);
}

} // namespace

class ImportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void aDroppedFileIsShownAndImportedAndItsProjectOpened()
    {
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        drop(desk.window, {"/tmp/my orders.csv"});
        QTRY_VERIFY(desk.says("Import my orders.csv"));
        QVERIFY(!button(desk, "importForward")->isEnabled());
        QVERIFY(!desk.child<QAction>("run")->isEnabled());
        desk.files.previews.last().answer(orders());
        QVERIFY(button(desk, "importForward")->isEnabled());
        QCOMPARE(desk.child<QComboBox>("importProject")->currentText(), QStringLiteral("my-orders"));
        QCOMPARE(desk.child<QComboBox>("importUser")->currentText(), QStringLiteral("who"));
        QVERIFY(desk.says("A new project"));

        QTest::keyClick(button(desk, "importForward"), Qt::Key_Space);
        const ImportRequest request = desk.files.imports.last().request;
        QCOMPARE(request.project(), std::string("my-orders"));
        QCOMPARE(request.timezone(), std::string("UTC"));
        QCOMPARE(request.week_start(), std::string("monday"));
        QCOMPARE(request.paths(0), std::string("/tmp/my orders.csv"));
        ImportProgress half;
        half.set_bytes_total(100);
        half.set_bytes_read(50);
        half.set_events(600);
        desk.files.watch(half);
        QVERIFY(desk.says("600 events"));
        QCOMPARE(desk.child<QProgressBar>("importProgress")->value(), 500);

        desk.files.imports.last().answer(done("my-orders"));
        QVERIFY(desk.says("1,234 events are in my-orders; 1 bad line was left out."));
        QCOMPARE(badLines(desk), QStringList("Line 3: it has no user"));
        desk.addProject("my-orders");
        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        QTRY_COMPARE(desk.client.project, std::string("my-orders"));
        QTRY_VERIFY(desk.child<QAction>("run")->isEnabled());
    }

    void theSameProjectIsAskedAnewWhenEventsWereAdded()
    {
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        const std::size_t before = desk.client.queries.size();
        desk.window.openFiles({"/tmp/more.csv"});
        desk.files.previews.last().answer(orders());
        desk.child<QComboBox>("importProject")->setCurrentText("shop");
        QVERIFY(desk.says("There already, with 1,000 events"));
        QVERIFY(!desk.child<CompletionField>("importZone")->isEnabled());
        QCOMPARE(desk.child<CompletionField>("importZone")->value(), QStringLiteral("America/New_York"));
        QCOMPARE(desk.files.previews.last().request.timezone(), std::string("America/New_York"));
        desk.files.previews.last().answer(orders());
        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        QVERIFY(!desk.files.imports.last().request.replace());
        desk.files.imports.last().answer(done("shop"));
        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        QTRY_COMPARE(desk.client.queries.size(), before + 1);
    }

    void whichColumnHoldsWhatCanBeChosen()
    {
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.openFiles({"/tmp/odd.csv"});
        PreviewResponse unknown = orders();
        unknown.mutable_columns(0)->set_role(COLUMN_ROLE_PROPERTY);
        unknown.set_problem("odd.csv has no column that is known to hold the event; --map event=COLUMN");
        desk.files.previews.last().answer(unknown);
        QVERIFY(desk.says("No column is known to hold this: Event name."));
        QVERIFY(!desk.says("--map"));
        QVERIFY(!button(desk, "importForward")->isEnabled());
        auto *event = desk.child<QComboBox>("importEvent");
        QCOMPARE(event->currentIndex(), -1);
        event->setFocus();
        QTest::keyClick(event, Qt::Key_Down);
        QCOMPARE(desk.files.previews.last().request.map().event(), std::string("what"));
        desk.files.previews.last().answer(orders());
        QVERIFY(button(desk, "importForward")->isEnabled());
        QCOMPARE(event->currentText(), QStringLiteral("what"));
    }

    void aColumnIsLeftOutOrGetsAnotherName()
    {
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.openFiles({"/tmp/a.csv"});
        desk.files.previews.last().answer(orders());
        auto *table = desk.child<QTableView>("importColumns");
        table->setFocus();

        table->setCurrentIndex(cell(*table, 3, FileColumnModel::PropertyColumn));
        QTest::keyClick(table, Qt::Key_F2);
        QTest::keyClicks(table->findChild<QLineEdit *>("importPropertyName"), "tier");
        QTest::keyClick(table->findChild<QLineEdit *>("importPropertyName"), Qt::Key_Return);
        QTRY_VERIFY(mapOf(desk).rename().contains("<b>plan</b>"));
        QCOMPARE(mapOf(desk).rename().at("<b>plan</b>"), std::string("tier"));
        desk.files.previews.last().answer(orders());
        QCOMPARE(cell(*table, 3, FileColumnModel::PropertyColumn).data().toString(), QStringLiteral("tier"));
        QCOMPARE(table->currentIndex().row(), 3); // the place is kept
        auto *lines = desk.child<QTableView>("importLines")->model();
        QCOMPARE(lines->headerData(5, Qt::Horizontal).toString(), QStringLiteral("tier"));
        QCOMPARE(lines->headerData(5, Qt::Horizontal, BelowRole).toString(), QStringLiteral("<b>plan</b>"));

        become(*table, 3, "Left out");
        QCOMPARE(mapOf(desk).leave_out(0), std::string("<b>plan</b>"));
        QVERIFY(mapOf(desk).rename().empty());
        PreviewResponse without = orders();
        without.mutable_columns(3)->set_role(COLUMN_ROLE_LEFT_OUT);
        desk.files.previews.last().answer(without);
        QVERIFY(!cell(*table, 3, FileColumnModel::PropertyColumn).flags().testFlag(Qt::ItemIsEditable));
        QCOMPARE(lines->headerData(5, Qt::Horizontal).toString(), QStringLiteral("Left out"));

        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        QCOMPARE(desk.files.imports.last().request.map().leave_out(0), std::string("<b>plan</b>"));
        QVERIFY(!cell(*table, 3, FileColumnModel::BecomesColumn).flags().testFlag(Qt::ItemIsEditable));
    }

    void aColumnThatWasLeftOutCanBecomeAPartOfTheEvent()
    {
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.openFiles({"/tmp/a.csv"});
        desk.files.previews.last().answer(orders());
        auto *table = desk.child<QTableView>("importColumns");
        QVERIFY(!cell(*table, 2, FileColumnModel::BecomesColumn).flags().testFlag(Qt::ItemIsEditable)); // the user
        become(*table, 3, "Left out");
        desk.files.previews.last().answer(orders());
        become(*table, 3, "User");
        QCOMPARE(mapOf(desk).user(), std::string("<b>plan</b>"));
        QVERIFY(mapOf(desk).leave_out().empty());
        desk.files.previews.last().answer(orders());
        auto *event = desk.child<QComboBox>("importEvent");
        event->setFocus();
        QTest::keyClick(event, Qt::Key_Down); // keeps what was chosen besides
        QCOMPARE(mapOf(desk).event(), std::string("when"));
        QCOMPARE(mapOf(desk).user(), std::string("<b>plan</b>"));
    }

    void whatCannotBeRenamedIsSaidWithoutOptions()
    {
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.openFiles({"/tmp/a.csv"});
        PreviewResponse seen = orders();
        seen.set_problem("--rename plan=a=b: there is a column \"a=b\" already; leave it out or rename it too.");
        desk.files.previews.last().answer(seen);
        QVERIFY(desk.says("already; leave it out or rename it too."));
        QVERIFY(!desk.says("--rename"));
    }

    void whatTheProjectCannotBeIsSaidAtTheField_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("zone");
        QTest::addColumn<QString>("said");
        QTest::addRow("a space") << "a b"
                                 << "UTC"
                                 << "A name is 1 to 64";
        QTest::addRow("nothing") << ""
                                 << "UTC"
                                 << "Give the project a name";
        QTest::addRow("no zone") << "p"
                                 << "Europe/Berln"
                                 << "no time zone";
    }

    void whatTheProjectCannotBeIsSaidAtTheField()
    {
        QFETCH(const QString, project);
        QFETCH(const QString, zone);
        QFETCH(const QString, said);
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.openFiles({"/tmp/a.csv"});
        desk.files.previews.last().answer(orders());
        desk.child<QComboBox>("importProject")->setCurrentText(project);
        Q_EMIT desk.child<CompletionField>("importZone")->accepted(zone);
        QVERIFY(desk.says(said));
        QVERIFY(!button(desk, "importForward")->isEnabled());
    }

    void aRefusalIsSaidInPlaceWithTheWayOut()
    {
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        desk.window.openFiles({"/tmp/shop.csv"});
        desk.files.previews.last().answer(orders());
        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        desk.files.imports.last().fail(
            Failure::Kind::Internal,
            "/tmp/shop.csv is in the project already: \"shop.csv\" with 5 events. --replace starts the project anew "
            "with the files named.");
        QVERIFY(desk.says("is in the project already: \"shop.csv\" with 5 events. Tick “Start the project anew”"));
        QVERIFY(!desk.says("--replace"));
        desk.child<QCheckBox>("importStartAnew")->setChecked(true);
        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        QVERIFY(desk.files.imports.last().request.replace());
    }

    void aServiceThatWentAwayIsLookedForAndTheFileLookedAtAgain()
    {
        Desk desk(m_theme);
        desk.connectNow();
        desk.window.openFiles({"/tmp/a.csv"});
        desk.files.previews.last().fail(Failure::Kind::Unreachable, "Nobody answers.");
        QVERIFY(desk.says("Nobody answers."));
        QSignalSpy wanted(&desk.window, &MainWindow::reconnectWanted);
        for (auto *action : desk.window.findChildren<QPushButton *>("noteAction"))
            if (action->isVisible())
                QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        desk.connectNow();
        QCOMPARE(desk.files.previews.size(), std::size_t(2));
        desk.files.previews.last().answer(orders());
        QVERIFY(button(desk, "importForward")->isEnabled());
    }

    void cancelStopsTheImportAndThenLeaves()
    {
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        desk.window.openFiles({"/tmp/a.csv"});
        desk.files.previews.last().answer(orders());
        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        QTest::mouseClick(button(desk, "importBack"), Qt::LeftButton);
        QVERIFY(desk.files.imports.last().isAbandoned);
        QVERIFY(button(desk, "importForward")->isEnabled());
        QTest::keyClick(button(desk, "importForward"), Qt::Key_Escape);
        QVERIFY(!button(desk, "importForward")->isVisible());
        QVERIFY(desk.child<QAction>("run")->isEnabled());
    }

    void closingWhileAnImportRunsIsAsked_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<bool>("closes");
        QTest::addRow("stop") << "stopAndClose" << true;
        QTest::addRow("keep") << "keepGoing" << false;
        QTest::addRow("escape") << QString() << false;
    }

    void closingWhileAnImportRunsIsAsked()
    {
        QFETCH(const QString, answer);
        QFETCH(const bool, closes);
        Desk desk(m_theme);
        startImport(desk);
        QVERIFY(!desk.window.close());
        QVERIFY(!desk.window.close()); // asked once
        QCOMPARE(desk.window.findChildren<QMessageBox *>().size(), 1);
        auto *question = desk.child<QMessageBox>("stopQuestion");
        QVERIFY(question->isVisible() && question->isModal());
        if (answer.isEmpty())
            QTest::keyClick(question, Qt::Key_Escape);
        else
            QTest::mouseClick(question->findChild<QPushButton *>(answer), Qt::LeftButton);
        QTRY_VERIFY(desk.child<QMessageBox>("stopQuestion") == nullptr);
        QCOMPARE(desk.window.isVisible(), !closes);
        QCOMPARE(desk.files.imports.last().isAbandoned, closes);
    }

    void anImportThatEndsTakesTheQuestionAway()
    {
        Desk desk(m_theme);
        startImport(desk);
        QVERIFY(!desk.window.close());
        desk.files.imports.last().answer(done("shop"));
        QTRY_VERIFY(desk.child<QMessageBox>("stopQuestion") == nullptr);
        QVERIFY(desk.window.isVisible());
        QVERIFY(desk.window.close());
    }

    void aFileGivenBeforeTheServiceIsThereWaits()
    {
        Desk desk(m_theme);
        desk.window.openFiles({"/tmp/a.csv"});
        QVERIFY(desk.files.previews.empty());
        desk.connectNow();
        QCOMPARE(desk.files.previews.size(), std::size_t(1));
    }

    void aFileIsKnownByItsNameAndFirstLine_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isSpec");
        const auto row = [](const char *title, const char *name, const QByteArray &content, bool isSpec) {
            QTest::addRow("%s", title) << QString::fromLatin1(name) << content << isSpec;
        };
        row("a spec in lines", "a.json", "{\n \"query\": {}}", true);
        row("a spec in one line", "b.json", R"({"query": {"events": []}})", true);
        row("a bare spec", "c.json", R"({"events": [{"name": "x"}]})", true);
        row("a broken spec", "d.json", R"({"query": )", true);
        row("events", "e.json", "{\"event\":\"x\",\"user\":\"u\",\"time\":1}\n{\"event\":\"y\"}\n", false);
        row("a list", "f.json", "\n [{\"event\": \"x\"}]", false);
        row("an answer", "i.insight", "{}", false);
        row("by its ending", "g.ndjson", "{\"query\": {}}", false);
        row("packed", "h.json.gz", "\x1f\x8b", false);
    }

    void aFileIsKnownByItsNameAndFirstLine()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, content);
        QFETCH(const bool, isSpec);
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        QCOMPARE(kindOfFile(file.fileName()) == FileKind::Spec, isSpec);
    }

    void aDroppedSpecIsOpened()
    {
        QFile file(m_folder.filePath("spec.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"query": {"events": [{"name": "purchase"}], "granularity": "GRANULARITY_DAY",
                       "timeRange": {"start": "2026-05-01T00:00:00", "end": "2026-05-03T00:00:00"}}})");
        file.close();
        Desk desk(m_theme);
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        drop(desk.window, {file.fileName()});
        QCOMPARE(desk.draft.spec().events(0).name(), std::string("purchase"));
        QVERIFY(desk.files.previews.empty());
    }

    void modelsKeepTheRules()
    {
        FileColumnModel columns;
        FileLineModel lines;
        BadLineModel bad;
        const QAbstractItemModelTester testers[]
            = {QAbstractItemModelTester(&columns), QAbstractItemModelTester(&lines), QAbstractItemModelTester(&bad)};
        Q_UNUSED(testers)
        PreviewResponse seen = orders();
        columns.setPreview(seen, {});
        lines.setPreview(seen, {});
        bad.setLines(seen.bad(), true);
        QCOMPARE(lines.columnCount(), 6); // number, problem, four columns
        QCOMPARE(lines.index(1, 1).data().toString(), QStringLiteral("it has no user"));
        QCOMPARE(lines.index(1, 2).data().toString(), QStringLiteral("buy"));
        QVERIFY(lines.index(1, 2).data(BadRole).toBool());
        QCOMPARE(columns.index(0, FileColumnModel::BecomesColumn).data().toString(), QStringLiteral("Event name"));
        QCOMPARE(columns.index(0, FileColumnModel::FilledColumn).data(ShareRole).toDouble(), 0.5);
        seen.mutable_rows(1)->clear_problem();
        lines.setPreview(seen, {});
        QCOMPARE(lines.columnCount(), 5);
        lines.setPreview({}, {});
        columns.setPreview({}, {});
        QCOMPARE(columns.rowCount(), 0);
    }

    void aProjectIsNamedAfterItsFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::addRow("plain") << "/a/orders.csv"
                               << "orders";
        QTest::addRow("packed") << "/a/orders.ndjson.gz"
                                << "orders";
        QTest::addRow("odd") << "/a/Äpfel & Birnen.csv"
                             << "-pfel-Birnen";
        QTest::addRow("hidden") << "/a/.csv"
                                << "project";
        QTest::addRow("long") << QString(QStringLiteral("/a/") + QString(100, u'x')) << QString(64, u'x');
    }

    void aProjectIsNamedAfterItsFile()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, name);
        QCOMPARE(projectNameFor(path), name);
        QVERIFY(projectNameProblem(name).isEmpty());
    }

private:
    static void startImport(Desk &desk)
    {
        desk.addProject("shop");
        desk.connectNow();
        QTRY_VERIFY(desk.isReady());
        desk.window.openFiles({"/tmp/a.csv"});
        desk.files.previews.last().answer(orders());
        QTest::mouseClick(button(desk, "importForward"), Qt::LeftButton);
        QCOMPARE(desk.files.imports.size(), std::size_t(1));
    }

    static ColumnMap mapOf(const Desk &desk) { return desk.files.previews.all.back()->request.map(); }
    static QModelIndex cell(const QTableView &table, int row, int column) { return table.model()->index(row, column); }

    static void become(QTableView &table, int row, const QString &what)
    {
        table.edit(cell(table, row, FileColumnModel::BecomesColumn));
        auto *choice = table.findChild<QComboBox *>("importBecomes");
        choice->setCurrentText(what);
        Q_EMIT choice->activated(choice->currentIndex());
        QTRY_VERIFY(table.findChild<QComboBox *>("importBecomes") == nullptr);
    }

    static QPushButton *button(const Desk &desk, const char *name) { return desk.child<QPushButton>(name); }

    static QStringList badLines(const Desk &desk)
    {
        const auto *model = desk.child<QListView>("importBadLines")->model();
        QStringList lines;
        for (int row = 0; row < model->rowCount(); ++row)
            lines << model->index(row, 0).data().toString();
        return lines;
    }

    QTemporaryDir m_folder;
    Theme m_theme;
};

QTEST_MAIN(ImportTest)
#include "import_test.moc"
