// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/dataset_error.h"
#include "service/datasets/demo_random.h"
#include "service/datasets/event_reader.h"

#include <QFile>
#include <QTest>

namespace {

// Reads a file in pieces of one size without an engine behind it.
class Reading
{
public:
    Reading(const QByteArray &content, bool csv, int pieceSize)
    {
        const auto reader = csv ? makeCsvReader("file", m_lines) : makeJsonReader("file", m_lines);
        for (qsizetype at = 0; at < content.size(); at += pieceSize)
            reader->feed(std::string_view(content.data() + at, std::min<qsizetype>(pieceSize, content.size() - at)));
        reader->finish();
        m_intake.finish();
    }

    // What would have been written, and what was said of the rest.
    std::string outcome() const { return m_blocks + m_journal.progress().DebugString(); }
    std::uint64_t events() const { return m_intake.events(); }

private:
    std::string m_blocks;
    EventIntake m_intake{{}, 0, [this](EventBlock &&block, std::vector<PropertyDraft> &drafts) {
                             m_blocks += columnList(block, drafts) + nativeOf(block, drafts);
                             return std::move(block);
                         }};
    ImportWatch m_watch;
    ImportJournal m_journal{m_watch, false};
    TimeReader m_times{Calendar::of("Europe/Zurich", WeekStart::Sunday).value()};
    EventSink m_sink{m_intake, m_journal, m_times};
    EventLines m_lines{"file", datasets::v1::FILE_FORMAT_NDJSON, {}, m_sink};
};

QByteArray contentOf(const char *name)
{
    QFile file(QStringLiteral(TEST_DATA "/import/") + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return file.readAll();
}

const QByteArray packed = "event,distinct_id,timestamp,properties,\n"
                          "e,u,2026-01-02,\"{\"\"a\"\":{\"\"b\"\":[1, 2.50]},\"\"n\"\":1e3}\",0\r\n"
                          "e,u,2026-01-02T10:00,\"{\"\"a\"\":\",1\ne,u,1767312000,,2\n";
const QByteArray nested
    = "\xef\xbb\xbf{\"event\":\"e\",\"properties\":{\"a\":{\"b\":{\"c\":1.50,\"d\":null}},\"l\":[ 1, {\"x\":\"\\u00e9\"}]},\"time\":1767312000.5,\"user\":7}\r\n"
      "{\"event\":\"e\",\"properties\":\"{\\\"a.b\\\":true}\",\"time\":\"2026-03-29T02:30\",\"user\":\"u\",\"more\":-0.0}\n";

} // namespace

// The readers by themselves: pieces of any size, bytes of any kind.
class ReadersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void piecesOfAnySizeReadTheSame_data() { addFiles(); }
    void piecesOfAnySizeReadTheSame()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, csv);
        const Reading whole(content, csv, 1 << 20);
        QVERIFY(whole.events() > 0);
        for (const int size : {1, 2, 3, 5, 17, 64, 1000})
            QCOMPARE(Reading(content, csv, size).outcome(), whole.outcome());
    }

    void damagedFilesAreReadOrRefused_data() { addFiles(); }
    void damagedFilesAreReadOrRefused()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, csv);
        constexpr char salt[] = "{}[]\",:\\\n\r\0\xff 0eE+-.tn";
        DemoRandom random(1);
        for (int round = 0; round < 3'000; ++round) {
            QByteArray damaged = content;
            for (std::uint32_t i = 0; i <= random.below(6); ++i)
                damaged[random.below(damaged.size())] = salt[random.below(sizeof salt)];
            damaged.truncate(random.below(8) == 0 ? random.below(damaged.size()) : damaged.size());
            try {
                const Reading reading(damaged, csv, 1 + random.below(300));
                QVERIFY(reading.events() < 10);
            } catch (const DatasetError &error) {
                QVERIFY(*error.what() != '\0');
            }
        }
    }

    void deepNestingIsABadLine()
    {
        const QByteArray fine("{\"event\":\"e\",\"user\":\"u\",\"time\":0}\n");
        const QByteArray deep
            = QByteArray("{\"a\":").repeated(100'000) + "1" + QByteArray("}").repeated(100'000) + "\n";
        const Reading reading(fine + deep + fine, false, 1 << 20);
        QCOMPARE(reading.events(), std::uint64_t(2));
        QVERIFY(reading.outcome().find("it is nested more than 100 deep") != std::string::npos);
    }

private:
    static void addFiles()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("csv");
        QTest::addRow("bad NDJSON") << contentOf("bad_lines.ndjson") << false;
        QTest::addRow("nested NDJSON") << nested << false;
        QTest::addRow("bad CSV") << contentOf("bad_lines.csv") << true;
        QTest::addRow("packed CSV") << packed << true;
    }
};

QTEST_GUILESS_MAIN(ReadersTest)
#include "readers_test.moc"
