// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <datasets/v1/datasets.grpc.pb.h>

// The insightsd that already serves a data directory, as the command line sees it: it holds the store, so imports go
// through it.
class LivingService
{
public:
    // Null when nobody serves the directory.
    static std::unique_ptr<LivingService> of(const std::string &dataDirectory);

    using Watch = std::function<void(const datasets::v1::ImportProgress &)>;
    // Both block until done and throw DatasetError with the service's words.
    void import(const datasets::v1::ImportRequest &request, const Watch &watch);
    void makeDemo(const Watch &watch);

private:
    explicit LivingService(std::unique_ptr<datasets::v1::DatasetService::Stub> stub);

    std::unique_ptr<datasets::v1::DatasetService::Stub> m_stub;
};
