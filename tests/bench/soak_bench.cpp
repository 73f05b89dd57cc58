// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/soak.h"

#include <grpc/grpc.h>

#include <QCoreApplication>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

// soak_bench [SECONDS]: 64 callers ask a service of the demo's million events without a pause, ten minutes unless said.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    grpc_init(); // and never let go, see serve()
    const int seconds = argc > 1 ? std::max(10, std::atoi(argv[1])) : 600;
    QTemporaryDir folder;
    const QString data = folder.filePath("data");
    if (runInsightsd({"demo", "--data", data}).exitCode != 0)
        return 1;
    const RunningService service(data);
    SoakedService soaked;
    soak(service, "demo", 64, std::chrono::seconds(seconds), soaked);

    std::sort(soaked.milliseconds.begin(), soaked.milliseconds.end());
    const auto quantile = [&](double part) {
        return soaked.milliseconds.at(static_cast<std::size_t>(part * double(soaked.milliseconds.size() - 1)));
    };
    std::printf("%d s, 64 callers: %ld answers (%.0f a second), %ld failed\n", seconds, soaked.answered.load(),
                double(soaked.answered) / seconds, soaked.failed.load());
    std::printf("median %.0f ms, 99%% %.0f ms, slowest %.0f ms\n", quantile(0.5), quantile(0.99), quantile(1));
    const std::vector<double> &mb = soaked.residentMb;
    std::printf("resident MB: after a tenth %.0f, half way %.0f, at the end %.0f\n", mb.at(mb.size() / 10),
                mb.at(mb.size() / 2), mb.back());
    return soaked.failed == 0 ? 0 : 1;
}
