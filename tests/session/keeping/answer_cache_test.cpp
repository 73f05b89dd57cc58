// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/keeping/answer_cache.h"
#include "tests/session/keeping/kept_things.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <optional>

using explorer::v1::Answer;

namespace {

AnswerKey keyOf(const std::string &event, const std::string &server = "here", const std::string &project = "demo")
{
    return {server, project, questionOf(event)};
}

// Bytes that no compression makes smaller.
AnswerDocumentPtr answerOf(const std::string &version, int bytes = 0)
{
    auto answer = std::make_shared<Answer>();
    answer->set_version(version);
    std::string noise(std::size_t(bytes), 'x');
    for (char &c : noise)
        c = char('!' + QRandomGenerator::global()->bounded(90));
    answer->mutable_response()->mutable_info()->set_engine(noise);
    return answer;
}

// The version of what is found; "none" without.
std::string found(AnswerCache &cache, const AnswerKey &key)
{
    std::optional<std::string> version;
    QObject context;
    cache.find(key, &context, [&](const AnswerDocumentPtr &answer) { version = answer ? answer->version() : "none"; });
    const bool isThere = QTest::qWaitFor([&] { return version.has_value(); });
    return isThere ? *version : "no reply";
}

} // namespace

class AnswerCacheTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void anAnswerIsFoundByItsQuestion()
    {
        const QTemporaryDir folder;
        {
            AnswerCache cache(folder.filePath("made"), {});
            cache.put(keyOf("page_view"), answerOf("1"));
            cache.put(keyOf("page_view"), answerOf("2"));
            QCOMPARE(found(cache, keyOf("page_view")), "2");
        }
        AnswerCache cache(folder.filePath("made"), {});

        QCOMPARE(found(cache, keyOf("page_view")), "2");
        QCOMPARE(found(cache, keyOf("purchase")), "none");
        QCOMPARE(found(cache, keyOf("page_view", "there")), "none");
        QCOMPARE(found(cache, keyOf("page_view", "here", "shop")), "none");
        QCOMPARE(found(cache, keyOf("page_view", "hered", "emo")), "none");
    }

    void aRollingRangeFindsTheAnswerOfYesterday()
    {
        const QTemporaryDir folder;
        AnswerCache cache(folder.path(), {});
        AnswerKey key = keyOf("page_view");
        key.question.set_time_preset("last30Days");
        cache.put(key, answerOf("yesterday's"));
        *key.question.mutable_query()->mutable_time_range() = rangeOf("2026-05-02", "2026-06-02");

        QCOMPARE(found(cache, key), "yesterday's");
        key.question.clear_time_preset();
        QCOMPARE(found(cache, key), "none");
    }

    void theLeastUsedGoFirst()
    {
        const QTemporaryDir folder;
        AnswerCache cache(folder.path(), {.answers = 2});
        cache.put(keyOf("a"), answerOf("a"));
        cache.put(keyOf("b"), answerOf("b"));
        QCOMPARE(found(cache, keyOf("a")), "a");

        cache.put(keyOf("c"), answerOf("c"));

        QCOMPARE(found(cache, keyOf("b")), "none");
        QCOMPARE(found(cache, keyOf("a")), "a");
        QCOMPARE(found(cache, keyOf("c")), "c");
    }

    void theLeastUsedGoFirstThoughTheClockWentBack()
    {
        const QTemporaryDir folder;
        {
            AnswerCache cache(folder.path(), {});
            cache.put(keyOf("a"), answerOf("a"));
            cache.put(keyOf("b"), answerOf("b"));
        }
        // As a program wrote it that numbered uses by the time, under a clock that was ahead.
        run(folder.filePath("answers.sqlite"), "UPDATE answer SET used = used + 4000000000000");
        AnswerCache cache(folder.path(), {.answers = 2});
        cache.put(keyOf("c"), answerOf("c"));
        cache.put(keyOf("d"), answerOf("d"));

        QCOMPARE(found(cache, keyOf("c")), "c");
        QCOMPARE(found(cache, keyOf("d")), "d");
        QCOMPARE(found(cache, keyOf("b")), "none");
    }

    void bytesAreBounded()
    {
        const QTemporaryDir folder;
        {
            AnswerCache cache(folder.path(), {.bytes = 100'000});
            for (int i = 0; i < 50; ++i)
                cache.put(keyOf(std::to_string(i)), answerOf("small", 20'000));
            cache.put(keyOf("large"), answerOf("large", 60'000));

            QCOMPARE(found(cache, keyOf("49")), "small");
            QCOMPARE(found(cache, keyOf("0")), "none");
            QCOMPARE(found(cache, keyOf("large")), "none");
        }
        QVERIFY(QFileInfo(folder.filePath("answers.sqlite")).size() < 300'000);
    }

    void aDamagedCacheIsThrownAway_data()
    {
        QTest::addColumn<int>("from");
        QTest::newRow("no database") << 0;
        QTest::newRow("broken inside") << 4'096;
    }

    void aDamagedCacheIsThrownAway()
    {
        QFETCH(int, from);
        const QTemporaryDir folder;
        {
            AnswerCache cache(folder.path(), {});
            cache.put(keyOf("page_view"), answerOf("1", 20'000));
        }
        QFile file(folder.filePath("answers.sqlite"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(from);
        file.write(QByteArray(int(file.size()) - from, 'x'));
        file.close();

        AnswerCache cache(folder.path(), {});
        QCOMPARE(found(cache, keyOf("page_view")), "none");
        cache.put(keyOf("page_view"), answerOf("2"));

        QCOMPARE(found(cache, keyOf("page_view")), "2");
        QCOMPARE(QDir(folder.path()).entryList({"*damaged*"}), QStringList());
    }

    void aCacheThatIsDeletedBeginsAnew()
    {
        const QTemporaryDir folder;
        AnswerCache cache(folder.filePath("cache"), {});
        cache.put(keyOf("page_view"), answerOf("1"));
        QCOMPARE(found(cache, keyOf("page_view")), "1");

        QVERIFY(QDir(folder.filePath("cache")).removeRecursively());

        QCOMPARE(found(cache, keyOf("page_view")), "none");
        cache.put(keyOf("page_view"), answerOf("2"));
        QCOMPARE(found(cache, keyOf("page_view")), "2");
    }

    void whereNothingCanBeWrittenNothingIsFound()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        AnswerCache cache(file.fileName() + "/cache", {});
        cache.put(keyOf("page_view"), answerOf("1"));

        QCOMPARE(found(cache, keyOf("page_view")), "none");
    }

    void whoIsGoneIsNotTold()
    {
        const QTemporaryDir folder;
        AnswerCache cache(folder.path(), {});
        bool isTold = false;
        {
            const QObject context;
            cache.find(keyOf("page_view"), &context, [&](const AnswerDocumentPtr &) { isTold = true; });
        }

        QCOMPARE(found(cache, keyOf("page_view")), "none"); // comes after it
        QVERIFY(!isTold);
    }
};

QTEST_GUILESS_MAIN(AnswerCacheTest)
#include "answer_cache_test.moc"
