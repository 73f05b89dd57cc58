// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/soak.h"

#include <grpc/grpc.h>

#include <QTemporaryDir>

// Many who ask without a pause. `soak_bench` does it for longer and shows numbers.
class SoakTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sixtyFourCallersAreAnsweredInBoundedMemory()
    {
        grpc_init(); // and never let go, see serve()
        QTemporaryDir folder;
        QFile events(folder.filePath("events.ndjson"));
        QVERIFY(events.open(QIODevice::WriteOnly));
        for (int i = 0; i < 50'000; ++i)
            events.write(QStringLiteral(R"({"event":"page_view","user":"u%1","time":"2026-05-01T10:00:00.000Z"})")
                             .arg(i)
                             .toUtf8()
                         + "\n");
        events.close();
        const QString data = folder.filePath("data");
        QCOMPARE(runInsightsd({"import", "--data", data, "--project", "acme", events.fileName()}).exitCode, 0);

        const RunningService service(data);
        SoakedService soaked;
        soak(service, "acme", 64, std::chrono::seconds(20), soaked);
        QCOMPARE(soaked.failed.load(), 0);
        QVERIFY2(soaked.answered >= 64, QByteArray::number(qlonglong(soaked.answered)));
        // The first seconds fill pools and caches.
        const double growth = soaked.residentMb.back() - soaked.residentMb.at(soaked.residentMb.size() / 2);
        qInfo("%ld answers, %.0f MB, %+.1f MB in the second half", soaked.answered.load(), soaked.residentMb.back(),
              growth);
        QVERIFY2(growth < 60, QByteArray::number(growth));
    }
};

QTEST_GUILESS_MAIN(SoakTest)
#include "soak_test.moc"
