// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <thread>
#include <vector>

#include <QFile>

#include "tests/support/running_service.h"

struct SoakedService
{
    std::atomic<long> answered = 0;
    std::atomic<long> failed = 0;
    std::vector<double> residentMb; // once a second
    std::vector<double> milliseconds; // of every tenth answer, in no order
};

// In MB, as the kernel counts it.
inline double residentMb(qint64 process)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n'))
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

// So many callers, each with a connection of its own that it drops every hundred questions, for so long.
inline void soak(const RunningService &service, const std::string &project, int callers, std::chrono::seconds time,
                 SoakedService &soaked)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + time;
    std::vector<std::vector<double>> times(static_cast<std::size_t>(callers));
    std::vector<std::thread> threads;
    for (std::vector<double> &mine : times)
        threads.emplace_back([&] {
            grpc::ChannelArguments own;
            own.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
            std::unique_ptr<insights::v1::InsightsService::Stub> stub;
            for (int i = 0; Clock::now() < end; ++i) {
                if (i % 100 == 0)
                    stub = insights::v1::InsightsService::NewStub(
                        grpc::CreateCustomChannel(service.address, grpc::InsecureChannelCredentials(), own));
                const auto start = Clock::now();
                grpc::ClientContext context;
                context.AddMetadata("x-project-id", project);
                insights::v1::QueryResponse response;
                const bool isAnswered = stub->Query(&context, pageViews(), &response).ok();
                ++(isAnswered ? soaked.answered : soaked.failed);
                if (i % 10 == 0)
                    mine.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
            }
        });
    while (Clock::now() < end) {
        std::this_thread::sleep_for(std::chrono::seconds(1));
        soaked.residentMb.push_back(residentMb(service.process.processId()));
    }
    for (std::thread &thread : threads)
        thread.join();
    for (const std::vector<double> &mine : times)
        soaked.milliseconds.insert(soaked.milliseconds.end(), mine.begin(), mine.end());
}
