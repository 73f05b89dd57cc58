// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/metrics.h"
#include "query/server_address.h"

#include <stdexcept>

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

namespace {

// Seconds: from what a rollup answers to the bound of a question.
const prometheus::Histogram::BucketBoundaries durations{0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5,
                                                        1,     2.5,  5,     10,   30,  60};

} // namespace

struct Metrics::Private
{
    std::shared_ptr<prometheus::Registry> registry = std::make_shared<prometheus::Registry>();
    prometheus::Family<prometheus::Counter> &calls = prometheus::BuildCounter()
                                                         .Name("insightsd_calls_total")
                                                         .Help("Calls that ended, by method and code.")
                                                         .Register(*registry);
    prometheus::Family<prometheus::Histogram> &seconds = prometheus::BuildHistogram()
                                                             .Name("insightsd_call_duration_seconds")
                                                             .Help("How long calls took, by method.")
                                                             .Register(*registry);
    prometheus::Gauge &underWay = prometheus::BuildGauge()
                                      .Name("insightsd_calls_in_flight")
                                      .Help("Calls under way, those that wait for their turn too.")
                                      .Register(*registry)
                                      .Add({});
    prometheus::Counter &rowsRead = prometheus::BuildCounter()
                                        .Name("insightsd_engine_rows_read_total")
                                        .Help("Rows the engine read to answer.")
                                        .Register(*registry)
                                        .Add({});
    std::unique_ptr<prometheus::Exposer> exposer;
};

Metrics::Metrics()
    : d(std::make_unique<Private>())
{
}

Metrics::~Metrics() = default;

int Metrics::serve(const std::string &address)
{
    if (hostPortOf(address).host.empty() || !isOfThisMachine(address))
        throw std::invalid_argument("--metrics " + address + ": give a loopback HOST:PORT, as in 127.0.0.1:9464");
    try {
        d->exposer = std::make_unique<prometheus::Exposer>(address, 1);
    } catch (const std::exception &) { // a CivetException, which says no more
        throw std::runtime_error("Cannot serve metrics on " + address + ": it is taken, or not allowed.");
    }
    d->exposer->RegisterCollectable(d->registry);
    return d->exposer->GetListeningPorts().at(0);
}

void Metrics::beginCall()
{
    d->underWay.Increment();
}

void Metrics::endCall(const char *method, const char *code, std::chrono::duration<double> duration,
                      std::uint64_t rowsRead)
{
    d->underWay.Decrement();
    d->calls.Add({{"method", method}, {"code", code}}).Increment();
    d->seconds.Add({{"method", method}}, durations).Observe(duration.count());
    d->rowsRead.Increment(static_cast<double>(rowsRead));
}
