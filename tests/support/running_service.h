// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.grpc.pb.h>

#include <grpcpp/create_channel.h>

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpSocket>
#include <QTest>

#include <chrono>

// The real insightsd, as an operator starts it.

constexpr int programDeadlineMs = 60'000;

struct Ended
{
    int exitCode = -1;
    QString out;
    QString err;
};

inline Ended runInsightsd(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(INSIGHTSD), arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(programDeadlineMs))
        qWarning("insightsd did not end");
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
            QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

class RunningService
{
public:
    explicit RunningService(const QString &data, const QStringList &more = {}, const QString &listen = "127.0.0.1:0",
                            const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment())
    {
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(INSIGHTSD),
                      QStringList{"serve", "--data", data, "--listen", listen, "--exit-with-stdin"} + more);
        while (!process.canReadLine() && process.waitForReadyRead(programDeadlineMs))
            ;
        address = QString::fromUtf8(process.readLine()).section(u' ', 1).trimmed().toStdString();
        if (address.empty())
            qFatal("insightsd did not start: %s", process.readAllStandardError().constData());
    }
    ~RunningService()
    {
        process.closeWriteChannel();
        if (!process.waitForFinished(programDeadlineMs))
            process.kill();
    }

    QString log()
    {
        process.waitForReadyRead(0);
        return m_log += QString::fromUtf8(process.readAllStandardError());
    }

    // Of --metrics 127.0.0.1:0, as the log tells it.
    QByteArray metrics()
    {
        const QString line = QStringLiteral("metrics on port ");
        for (int i = 0; i < 100 && !log().contains(line); ++i)
            QTest::qWait(50);
        QTcpSocket socket;
        socket.connectToHost("127.0.0.1", log().section(line, 1).section(u'\n', 0, 0).toUShort());
        socket.write("GET /metrics HTTP/1.0\r\n\r\n");
        QByteArray answer;
        while (socket.waitForReadyRead(5'000))
            answer += socket.readAll();
        return answer;
    }

    QProcess process;
    std::string address;

private:
    QString m_log;
};

inline insights::v1::QueryRequest pageViews()
{
    insights::v1::QueryRequest request;
    auto &spec = *request.mutable_query();
    spec.add_events()->set_name("page_view");
    spec.mutable_time_range()->mutable_start()->set_seconds(1'777'593'600); // 2026-05-01
    spec.mutable_time_range()->mutable_end()->set_seconds(1'777'852'800); // 2026-05-04
    spec.set_granularity(insights::v1::GRANULARITY_DAY);
    return request;
}

inline grpc::Status askPageViews(const std::string &address, const std::string &key,
                                 insights::v1::QueryResponse &response, const char *project = "acme")
{
    grpc::ChannelArguments own;
    own.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
    const auto stub = insights::v1::InsightsService::NewStub(
        grpc::CreateCustomChannel(address, grpc::InsecureChannelCredentials(), own));
    grpc::ClientContext context;
    context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(60));
    if (!key.empty())
        context.AddMetadata("authorization", "Bearer " + key);
    context.AddMetadata("x-project-id", project);
    return stub->Query(&context, pageViews(), &response);
}

inline grpc::Status askPageViews(const std::string &address, const std::string &key = "")
{
    insights::v1::QueryResponse response;
    return askPageViews(address, key, response);
}
