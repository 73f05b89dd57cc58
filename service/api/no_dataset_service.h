// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasets/v1/datasets.grpc.pb.h>

// In place of DatasetServiceImpl where events come from a server that others fill.
class NoDatasetService final : public datasets::v1::DatasetService::Service
{
public:
    grpc::Status Preview(grpc::ServerContext *, const datasets::v1::PreviewRequest *,
                         datasets::v1::PreviewResponse *) override
    {
        return refusal();
    }
    grpc::Status Import(grpc::ServerContext *, const datasets::v1::ImportRequest *,
                        grpc::ServerWriter<datasets::v1::ImportProgress> *) override
    {
        return refusal();
    }
    grpc::Status MakeDemo(grpc::ServerContext *, const datasets::v1::MakeDemoRequest *,
                          grpc::ServerWriter<datasets::v1::ImportProgress> *) override
    {
        return refusal();
    }
    grpc::Status Remove(grpc::ServerContext *, const datasets::v1::RemoveRequest *,
                        datasets::v1::RemoveResponse *) override
    {
        return refusal();
    }

private:
    static grpc::Status refusal()
    {
        return {grpc::StatusCode::UNIMPLEMENTED,
                "This service asks a ClickHouse server and changes nothing there: bring events in with that server's "
                "own means, or use a data directory of this machine."};
    }
};
