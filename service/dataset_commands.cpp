// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdio>
#include <functional>

#include "query/calendar.h"
#include "service/api/living_service.h"
#include "service/commands.h"
#include "service/datasets/dataset_error.h"
#include "service/datasets/demo.h"
#include "service/datasets/importer.h"
#include "service/datasets/store.h"

#include <unistd.h>

using namespace datasets::v1;

namespace {

// Progress and bad lines on stderr, the summary on stdout.
class Report
{
public:
    void show(const ImportProgress &progress)
    {
        for (; m_badShown < progress.bad_size(); ++m_badShown) {
            clearLine();
            const BadLine &bad = progress.bad(m_badShown);
            std::fprintf(stderr, "%s:%llu: %s\n", bad.file().c_str(), static_cast<unsigned long long>(bad.line()),
                         bad.reason().c_str());
        }
        if (progress.has_summary()) {
            clearLine();
            summarize(progress.summary());
        } else if (m_isTerminal && progress.bytes_total() > 0) {
            std::fprintf(stderr, "\r\033[K%3llu %%  %llu events",
                         static_cast<unsigned long long>(100 * progress.bytes_read() / progress.bytes_total()),
                         static_cast<unsigned long long>(progress.events()));
            m_hasLine = true;
        }
    }

    void clearLine()
    {
        if (m_hasLine)
            std::fprintf(stderr, "\r\033[K");
        m_hasLine = false;
    }

private:
    static void summarize(const ImportSummary &summary)
    {
        std::string range;
        if (summary.has_first_event())
            range = ", " + Calendar::isoTime(milliseconds(summary.first_event())) + " .. "
                + Calendar::isoTime(milliseconds(summary.last_event()));
        std::printf("imported %llu events, %llu bad lines, project %s%s\n",
                    static_cast<unsigned long long>(summary.events()),
                    static_cast<unsigned long long>(summary.bad_lines()), summary.project().c_str(), range.c_str());
        std::fflush(stdout);
    }

    const bool m_isTerminal = isatty(STDERR_FILENO) == 1;
    int m_badShown = 0;
    bool m_hasLine = false;
};

int reported(const std::function<void(Report &)> &work)
{
    Report report;
    try {
        work(report);
        return 0;
    } catch (const DatasetError &error) {
        report.clearLine();
        std::fprintf(stderr, "%s\n", error.what());
        return error.kind() == DatasetError::Kind::Usage ? 2 : 1;
    }
}

} // namespace

int import(const std::string &data, const ImportRequest &request)
{
    return reported([&](Report &report) {
        const auto show = [&](const ImportProgress &progress) { report.show(progress); };
        if (const auto service = LivingService::of(data)) {
            service->import(request, show);
            return;
        }
        ProjectStore store(data);
        importFiles(store, request, {show});
    });
}

int demo(const std::string &data)
{
    return reported([&](Report &report) {
        const auto show = [&](const ImportProgress &progress) { report.show(progress); };
        if (const auto service = LivingService::of(data)) {
            service->makeDemo(show);
            return;
        }
        ProjectStore store(data);
        makeDemo(store, {show});
    });
}

int check(const std::string &data)
{
    bool isIntact = true;
    const int code = reported([&](Report &) {
        ProjectStore store(data);
        const StoreReport report = store.check();
        for (const std::string &line : report.lines)
            std::printf("%s\n", line.c_str());
        isIntact = report.intact;
    });
    return code == 0 && !isIntact ? 1 : code;
}
