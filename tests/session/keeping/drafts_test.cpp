// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/keeping.h"
#include "tests/session/keeping/kept_things.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QSignalSpy>

#include <cstdio>

namespace {

constexpr int rounds = 20;

// Saves a question and edits the draft every few milliseconds until it is killed; says what it was told is on disk.
int saveUntilKilled(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    Keeping keeping(QString::fromLocal8Bit(argv[2]));
    QTimer timer;
    int edit = 0;
    const auto say = [](const char *what, qint64 number) {
        std::printf("%s %lld\n", what, static_cast<long long>(number));
        std::fflush(stdout);
    };
    QObject::connect(&keeping.library(), &Library::saved, [&](qint64 id) { say("saved", id); });
    QObject::connect(&keeping.drafts(), &KeptDrafts::saveWanted,
                     [&](const KeptDraft &draft) { say("wanted", std::stoll(eventOf(draft.question))); });
    QObject::connect(&keeping.drafts(), &KeptDrafts::saved, [&] { say("draft", 0); });
    QObject::connect(&timer, &QTimer::timeout, [&] {
        keeping.drafts().keep(questionOf(std::to_string(++edit)), "demo", {});
        keeping.library().add(itemOf(QString::number(edit)));
    });
    timer.start(5);
    return QCoreApplication::exec();
}

// What a killed window had said.
struct Said
{
    QList<qint64> saved;
    qint64 draft = 0; // the last edit that is on disk for sure
};

Said saidIn(const QByteArray &output)
{
    Said said;
    QList<qint64> wanted;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> words = line.split(' ');
        if (words[0] == "saved" && words.size() == 2)
            said.saved << words[1].toLongLong();
        else if (words[0] == "wanted" && words.size() == 2)
            wanted << words[1].toLongLong();
        else if (words[0] == "draft" && !wanted.isEmpty())
            said.draft = wanted.takeFirst(); // one may answer several: no more than the first is certain
    }
    return said;
}

} // namespace

class DraftsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void editsInARowAreOneSaveAndSoonOne()
    {
        KeptDrafts drafts;
        const QSignalSpy saves(&drafts, &KeptDrafts::saveWanted);
        QElapsedTimer timer;
        timer.start();

        for (int edit = 0; saves.isEmpty() && timer.elapsed() < 10'000; ++edit) {
            drafts.keep(questionOf(std::to_string(edit)), "demo", {}); // goes on: it must not put the save off
            QTest::qWait(5);
        }

        QCOMPARE(saves.size(), 1);
        QVERIFY(timer.elapsed() >= 140);
        QVERIFY(eventOf(saves.at(0).at(0).value<KeptDraft>().question) != "0");
    }

    void theDraftOfTheWindowThatClosedLastIsThere()
    {
        const QTemporaryDir folder;
        for (const char *event : {"page_view", "purchase"}) {
            Keeping keeping(folder.path());
            keeping.drafts().keep(questionOf(event), "shop", QString::fromLatin1(event) + " {");
        }
        {
            Keeping unused(folder.path());
            QTRY_VERIFY(unused.isLoaded());
        }
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());

        QVERIFY(!keeping.drafts().orphan());
        QCOMPARE(eventOf(keeping.drafts().last()->question), "purchase");
        QCOMPARE(keeping.drafts().last()->project, "shop");
        QCOMPARE(keeping.drafts().last()->typed, "purchase {");
    }

    void theDraftOfALivingWindowIsNobodyElses()
    {
        const QTemporaryDir folder;
        Keeping living(folder.path());
        QTRY_VERIFY(living.isLoaded());
        const QSignalSpy saved(&living.drafts(), &KeptDrafts::saved);
        living.drafts().keep(questionOf("page_view"), "demo", {});
        QTRY_COMPARE(saved.size(), 1);

        Keeping other(folder.path());
        QTRY_VERIFY(other.isLoaded());

        QVERIFY(!other.drafts().orphan());
        QVERIFY(!other.drafts().last());
    }

    void nothingSavedIsLostToAKill()
    {
        const QTemporaryDir folder;
        QList<qint64> saved;
        for (int round = 0; round < rounds; ++round) {
            QProcess window;
            window.start(QCoreApplication::applicationFilePath(), {"save", folder.path()});
            QVERIFY(window.waitForReadyRead(20'000));
            QTest::qWait(QRandomGenerator::global()->bounded(400));
            window.kill(); // SIGKILL
            QVERIFY(window.waitForFinished());
            const Said said = saidIn(window.readAllStandardOutput());
            saved << said.saved;

            Keeping keeping(folder.path());
            QTRY_VERIFY(keeping.isLoaded());
            for (const qint64 id : std::as_const(saved))
                QVERIFY2(keeping.library().item(id) != nullptr, qPrintable(QString("lost %1").arg(id)));
            const auto &orphan = keeping.drafts().orphan();
            QVERIFY(orphan.has_value() || said.draft == 0);
            QVERIFY(!orphan || std::stoll(eventOf(orphan->question)) >= said.draft);

            Keeping other(folder.path()); // the orphan is offered once
            QTRY_VERIFY(other.isLoaded());
            QVERIFY(!other.drafts().orphan());
            keeping.drafts().dismissOrphan();
            QVERIFY(!keeping.drafts().orphan());
        }
        QVERIFY(saved.size() > rounds);
    }

    void anOrphanStaysUntilItIsDismissed()
    {
        const QTemporaryDir folder;
        {
            QProcess window;
            window.start(QCoreApplication::applicationFilePath(), {"save", folder.path()});
            QByteArray output;
            QTRY_VERIFY_WITH_TIMEOUT((output += window.readAllStandardOutput()).contains("draft"), 20'000);
            window.kill();
            QVERIFY(window.waitForFinished());
        }
        for (int start = 0; start < 2; ++start) {
            Keeping keeping(folder.path());
            QTRY_VERIFY(keeping.isLoaded());
            QVERIFY(keeping.drafts().orphan());
            if (start == 1) {
                keeping.drafts().keep(keeping.drafts().orphan()->question, "demo", {});
                keeping.drafts().dismissOrphan();
            }
        }
        Keeping keeping(folder.path());
        QTRY_VERIFY(keeping.isLoaded());
        QVERIFY(!keeping.drafts().orphan());
        QVERIFY(keeping.drafts().last());
    }
};

int main(int argc, char **argv)
{
    if (argc == 3 && qstrcmp(argv[1], "save") == 0)
        return saveUntilKilled(argc, argv);
    QCoreApplication app(argc, argv);
    DraftsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "drafts_test.moc"
