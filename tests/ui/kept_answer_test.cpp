// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/desk.h"

#include "ui/charts/chart_surface.h"
#include "ui/charts/note_bar.h"
#include "ui/shell/result_pane.h"
#include "ui/shell/words_label.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QUndoStack>

using Kind = Failure::Kind;

namespace {

AnswerFrames answerTo(const insights::v1::QuerySpec &spec)
{
    AnswerFrames frames = Desk::answerTo(spec);
    for (const char *day : {"2026-05-03", "2026-05-04"}) // enough to zoom into
        frames.timestamps.push_back(at(day));
    for (SeriesFrame &series : frames.series)
        series.values.resize(frames.timestamps.size(), 3);
    return frames;
}

// How often something came into sight.
class ShowCount : public QObject
{
public:
    explicit ShowCount(QWidget *watched) { watched->installEventFilter(this); }

    int count = 0;

    bool eventFilter(QObject *, QEvent *event) override
    {
        count += event->type() == QEvent::Show ? 1 : 0;
        return false;
    }
};

} // namespace

// An answer that was there stays while what comes after it fails.
class KeptAnswerTest : public QObject
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
        m_desk->addProject("shop");
        succeed();
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady());
    }

    void aFailureOfTheServiceLeavesTheAnswerUnderANote_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("what");
        QTest::addRow("timeout") << int(Kind::Timeout) << "The answer did not come in time.";
        QTest::addRow("internal") << int(Kind::Internal) << "The service failed.";
        QTest::addRow("cancelled") << int(Kind::Cancelled) << "The service cancelled the question.";
        QTest::addRow("not allowed") << int(Kind::NotAllowed) << "The service does not let you ask this.";
    }

    void aFailureOfTheServiceLeavesTheAnswerUnderANote()
    {
        QFETCH(const int, kind);
        QFETCH(const QString, what);
        m_desk->child<ChartSurface>("chart")->setZoom(TimeSpan{at("2026-05-01"), at("2026-05-03")});
        fail(Kind(kind));
        askFor("purchase");

        QTRY_VERIFY(note()->isVisible());
        QVERIFY(m_desk->says(what));
        QVERIFY(m_desk->says(QStringLiteral("to the question before")));
        QVERIFY(question().contains(QStringLiteral("page_view")));
        QVERIFY(!m_desk->window.findChild<ResultPane *>()->findChild<QWidget *>("stateView")->isVisible());
        QVERIFY(m_desk->child<ChartSurface>("chart")->content().zoom.has_value()); // nothing was drawn anew
        QVERIFY(copiedTable().contains("page_view"));

        succeed();
        QTest::mouseClick(note()->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(m_desk->isReady());
        QVERIFY(question().contains(QStringLiteral("purchase")));
        QVERIFY(!note()->isVisible());
        QVERIFY(copiedTable().contains("purchase"));
    }

    void theSameQuestionAskedAgainIsNotTheOneBefore()
    {
        fail(Kind::TooMuch);
        m_desk->child<QAction>("run")->trigger();
        QTRY_VERIFY(m_desk->says(QStringLiteral("This is the answer of ")));
        QVERIFY(!m_desk->says(QStringLiteral("to the question before")));
    }

    void aQuestionThatCannotBeAnsweredStandsInPlaceOfTheAnswer_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addRow("invalid") << int(Kind::InvalidQuestion);
        QTest::addRow("not found") << int(Kind::NotFound);
        QTest::addRow("too much") << int(Kind::TooMuch);
    }

    void aQuestionThatCannotBeAnsweredStandsInPlaceOfTheAnswer()
    {
        QFETCH(const int, kind);
        fail(Kind(kind));
        askFor("purchase");
        QTRY_VERIFY(m_desk->window.findChild<ResultPane *>()->findChild<QWidget *>("stateView")->isVisible());
        QVERIFY(question().contains(QStringLiteral("purchase")));
        QVERIFY(!m_desk->child<QAction>("copyTable")->isEnabled());

        // Then the service fails: what stands there was no answer.
        fail(Kind::Internal);
        askFor("signup");
        QTRY_VERIFY(note()->isVisible());
        QVERIFY(question().contains(QStringLiteral("page_view")));
        QVERIFY(!m_desk->window.findChild<ResultPane *>()->findChild<QWidget *>("stateView")->isVisible());
    }

    void theWordsStayWithTheAnswerWhileTheNextIsOnItsWay()
    {
        m_desk->client.queries.automatic = nullptr;
        askFor("purchase");
        QVERIFY(question().contains(QStringLiteral("page_view")));
        m_desk->client.queries.last().answer(answerTo(m_desk->draft.spec()));
        QVERIFY(question().contains(QStringLiteral("purchase")));
    }

    void aServiceThatComesBackByItselfIsWaitedForInSilence()
    {
        const ShowCount notes(note());
        const ShowCount states(m_desk->window.findChild<ResultPane *>()->findChild<QWidget *>("stateView"));
        const ShowCount loadings(m_desk->child<QWidget>("loading"));
        const QSignalSpy sought(&m_desk->window, &MainWindow::reconnectWanted);
        fail(Kind::Unreachable);
        m_desk->child<QAction>("run")->trigger();
        QTRY_COMPARE(sought.size(), 1);
        m_desk->window.setService({ServiceStatus::State::Starting, "Local service", {}});
        QElapsedTimer since;
        since.start();
        QTRY_VERIFY(m_desk->child<QWidget>("loading")->isVisible()); // in the end, as for any answer
        QVERIFY(since.elapsed() > 600); // a restart takes 300 ms

        succeed();
        const std::size_t asked = m_desk->client.queries.size();
        m_desk->connectNow();
        QTRY_COMPARE(m_desk->client.queries.size(), asked + 1);
        QTRY_VERIFY(m_desk->isReady());
        QCOMPARE(loadings.count, 1); // asking goes on where the waiting for the service was
        QVERIFY(!m_desk->child<QWidget>("loading")->isVisible());
        QCOMPARE(notes.count + states.count, 0);
    }

    void waitingForTheServiceCanBeGivenUp()
    {
        fail(Kind::Unreachable);
        m_desk->child<QAction>("run")->trigger();
        QTRY_VERIFY(m_desk->child<QPushButton>("loadingCancel")->isVisible());
        QVERIFY(!note()->isVisible());
        QTest::mouseClick(m_desk->child<QPushButton>("loadingCancel"), Qt::LeftButton);
        QVERIFY(note()->isVisible());
        QVERIFY(!m_desk->child<QWidget>("loading")->isVisible());
    }

    void aServiceThatIsGoneIsToldOverTheAnswerAndEditsAreAskedOnceItIsBack()
    {
        m_desk->window.setService({ServiceStatus::State::Failed, "Local service", "It did not start."});
        QVERIFY(m_desk->says(QStringLiteral("The service cannot be reached.")));
        QVERIFY(!m_desk->says(QStringLiteral("to the question before")));
        askFor("purchase");
        QVERIFY(m_desk->says(QStringLiteral("to the question before")));
        QVERIFY(question().contains(QStringLiteral("page_view")));

        const QSignalSpy sought(&m_desk->window, &MainWindow::reconnectWanted);
        QTest::mouseClick(note()->findChild<QPushButton *>(), Qt::LeftButton);
        QCOMPARE(sought.size(), 1);
        m_desk->connectNow();
        QTRY_VERIFY(m_desk->isReady() && question().contains(QStringLiteral("purchase")));
        QVERIFY(!note()->isVisible());
    }

private:
    void fail(Kind kind)
    {
        m_desk->client.queries.automatic = [kind](const auto &) -> Outcome<AnswerFrames> {
            return Failure{kind, "CODE", "It went wrong.", {}};
        };
    }

    void succeed()
    {
        m_desk->client.queries.automatic = [](const auto &spec) { return answerTo(spec); };
    }

    void askFor(const char *event) { m_desk->draft.editSpec(trendOf(event), QStringLiteral("Change event")); }
    QWidget *note() const { return m_desk->window.findChild<ResultPane *>()->findChild<NoteBar *>("note"); }
    QString question() const { return m_desk->child<WordsLabel>("questionWords")->text(); }

    QString copiedTable() const
    {
        QGuiApplication::clipboard()->clear();
        m_desk->child<QAction>("copyTable")->trigger();
        return QGuiApplication::clipboard()->text();
    }

    QTemporaryDir m_folder;
    Theme m_theme;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(KeptAnswerTest)
#include "kept_answer_test.moc"
