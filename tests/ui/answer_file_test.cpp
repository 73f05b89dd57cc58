// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "query/answer_document.h"
#include "session/kept_answer.h"
#include "session/question_document.h"
#include "ui/import/file_kind.h"
#include "ui/shell/export_dialog.h"
#include "ui/shell/recent_files.h"
#include "ui/shell/words_label.h"

#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QUndoStack>

using State = ServiceStatus::State;

// Answer files in the window.
class AnswerFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        useOwnSettings(m_folder);
        m_theme.apply(*qApp, SchemeChoice::Light);
    }

    void init()
    {
        QSettings().clear();
        m_desk = std::make_unique<Desk>(m_theme);
    }

    void anAnswerIsSeenWithoutAnyService()
    {
        m_desk->window.openFiles({fileOf("shop")});
        QVERIFY(showsFile());
        m_desk->window.setService({State::Failed, "Local service", "It did not start."});
        QVERIFY(showsFile());
        QVERIFY(m_desk->child<QWidget>("chart")->isVisible());
        QVERIFY(m_desk->says(QStringLiteral("The service cannot be reached.")));
        QCOMPARE(m_desk->client.queries.size(), std::size_t(0));
        QCOMPARE(QSettings().value("recentFiles").toStringList(), QStringList{fileOf("shop")});
    }

    void anAnswerIsSeenAtAServerWithoutProjects()
    {
        m_desk->window.openFiles({fileOf("shop")});
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->says(QStringLiteral("Its project shop is not on this server")));
        QVERIFY(showsFile());
        QVERIFY(m_desk->child<QWidget>("chart")->isVisible());
    }

    void withoutAProjectItsTimesAreReadInItsOwnZone()
    {
        const auto zone = [this] { return m_desk->child<QLabel>("projectZone")->accessibleName(); };
        m_desk->window.openFiles({fileOf("shop")});
        QCOMPARE(zone(), QStringLiteral("Asia/Tokyo"));
        QVERIFY(m_desk->draft.place().weekStart == WeekStart::Monday);
        m_desk->addProject("other");
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->says(QStringLiteral("Its project shop is not on this server")));
        QCOMPARE(zone(), QStringLiteral("America/New_York")); // of whom the next question goes to
    }

    void itIsAskedAnewWhereItsProjectIs_data()
    {
        QTest::addColumn<bool>("isConnectedBefore");
        QTest::addRow("opened at the start") << false;
        QTest::addRow("opened later") << true;
    }

    void itIsAskedAnewWhereItsProjectIs()
    {
        QFETCH(const bool, isConnectedBefore);
        for (const char *project : {"other", "shop"})
            m_desk->addProject(project);
        if (isConnectedBefore) {
            m_desk->connectNow();
            QTRY_VERIFY(m_desk->isReady());
        }
        m_desk->client.queries.automatic = nullptr;
        const std::size_t before = m_desk->client.queries.size();
        m_desk->window.openFiles({fileOf("shop")});
        QVERIFY(showsFile());
        if (!isConnectedBefore)
            m_desk->connectNow();
        QTRY_COMPARE(m_desk->client.queries.size(), before + 2); // and what it is held against
        QVERIFY(showsFile());
        QCOMPARE(m_desk->catalog.projectId(), std::string("shop"));
        QCOMPARE(m_desk->child<QComboBox>("project")->currentData().toString(), QStringLiteral("shop"));
        QVERIFY(m_desk->says(QStringLiteral("This is the answer of ")));
        QVERIFY(!m_desk->says(QStringLiteral("is not on this server")));
        m_desk->client.queries.last().answer(Desk::answerTo(m_desk->draft.spec())); // beside
        m_desk->client.queries[before].answer(Desk::answerTo(m_desk->draft.spec()));
        QVERIFY(!m_desk->controller.lastAnswer()->isKept);
        QTRY_VERIFY(!m_desk->says(QStringLiteral("This is the answer of ")));
    }

    void anAnswerOfAnotherServerStaysUntilItIsEdited()
    {
        m_desk->addProject("other");
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady());
        const std::size_t before = m_desk->client.queries.size();
        m_desk->window.openFiles({fileOf("shop")});
        QVERIFY(showsFile());
        QVERIFY(m_desk->says(QStringLiteral("Its project shop is not on this server")));
        m_desk->connectNow(); // the lists come again
        QTest::qWait(50);
        QVERIFY(showsFile());
        QCOMPARE(m_desk->client.queries.size(), before);

        m_desk->draft.editSpec(trendOf("page_view"), QStringLiteral("Change event"));
        QTRY_VERIFY(m_desk->isReady() && !m_desk->controller.lastAnswer()->isKept);
        QVERIFY(!m_desk->says(QStringLiteral("is not on this server")));
    }

    void openingIsOneStepOfUndo()
    {
        m_desk->addProject("shop");
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady());
        const Draft before = m_desk->draft.draft();
        m_desk->window.openFiles({fileOf("shop")});
        QCOMPARE(m_desk->draft.draft().time.preset, TimePreset::LastYear);
        QCOMPARE(m_desk->draft.draft().compare, Compare::PreviousYear);
        QCOMPARE(m_desk->draft.undoStack().undoText(), QStringLiteral("Open shop.insight"));
        m_desk->draft.undoStack().undo();
        QVERIFY(m_desk->draft.draft() == before);
        QTRY_COMPARE(m_desk->controller.lastAnswer()->spec.events(0).name(), before.spec.events(0).name());
    }

    void aBadFileIsToldWithItsPlaceAndChangesNothing()
    {
        m_desk->addProject("shop");
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady());
        const Draft before = m_desk->draft.draft();
        QFile bad(m_folder.filePath("bad.insight"));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write("{\n  \"questio\": {}\n}");
        bad.close();
        m_desk->window.openFiles({bad.fileName()});
        QVERIFY(m_desk->says(QStringLiteral("bad.insight:2:3: questio: no such field")));
        m_desk->window.openFiles({m_folder.filePath("none.insight")});
        QTRY_VERIFY(m_desk->says(QStringLiteral("none.insight cannot be read")));
        QVERIFY(m_desk->draft.draft() == before);
        m_desk->window.openFiles({fileOf("shop")});
        QVERIFY(showsFile());
    }

    void anExportedFileHoldsTheChoicesBehindTheQuestion()
    {
        m_desk->window.openFiles({fileOf("shop")});
        m_desk->window.setService({State::Failed, "Local service", "It did not start."});
        m_desk->child<QAction>("exportAnswer")->trigger();
        auto *dialog = m_desk->window.findChild<ExportDialog *>();
        QVERIFY(dialog != nullptr);
        auto *format = dialog->findChild<QComboBox *>(QStringLiteral("exportFormat"));
        format->setCurrentIndex(format->findData(int(ExportFormat::AnswerFile)));
        const QString path = m_folder.filePath("again.insight");
        dialog->writeTo(path);
        const explorer::v1::Answer again = read(path);
        const explorer::v1::Answer first = read(fileOf("shop"));
        QCOMPARE(again.question().SerializeAsString(), first.question().SerializeAsString());
        QCOMPARE(again.question().time_preset(), std::string("lastYear"));
        QCOMPARE(again.question().compare(), std::string("previousYear"));
        QCOMPARE(again.project(), std::string("shop"));
        QCOMPARE(again.beside_size(), 1);
    }

private:
    // Of a question about "signup" in the last year, held against the year before.
    QString fileOf(const std::string &project) const
    {
        Draft draft;
        draft.spec = trendOf("signup");
        draft.time.preset = TimePreset::LastYear;
        draft.automaticGranularity = false;
        draft.compare = Compare::PreviousYear;
        AnswerFrames answer = Desk::answerTo(draft.spec);
        answer.info.set_timezone("Asia/Tokyo");
        answer.info.set_week_start("monday");
        const auto frames = std::make_shared<const AnswerFrames>(std::move(answer));
        const Answered answered{draft.spec, frames, QDateTime::fromMSecsSinceEpoch(at("2026-05-31T12:30"), Qt::UTC)};
        const Besides besides{Comparison{draft.spec, frames, {}}, {}};
        const QString path = m_folder.filePath(QString::fromStdString(project) + QStringLiteral(".insight"));
        QFile file(path);
        const std::string text = answerFileText(keptDocument(questionOf(draft), answered, besides, project));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
            qFatal("no room for a test file");
        return path;
    }

    static explorer::v1::Answer read(const QString &path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const auto read = readAnswerFile(file.readAll().toStdString());
        const auto *answer = std::get_if<explorer::v1::Answer>(&read);
        return answer != nullptr ? *answer : explorer::v1::Answer();
    }

    bool showsFile() const
    {
        const AnsweredPtr &last = m_desk->controller.lastAnswer();
        return last && last->isKept && last->spec.events(0).name() == "signup"
            && m_desk->controller.besides().comparison && m_desk->draft.spec().events(0).name() == "signup"
            && m_desk->child<WordsLabel>("questionWords")->text().contains(QStringLiteral("signup"));
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(AnswerFileTest)
#include "answer_file_test.moc"
