// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <datasets/v1/datasets.grpc.pb.h>

#include "service/api/gate.h"
#include "service/datasets/store.h"

// Imports into the store of this machine. Letting go of a call cancels the import.
class DatasetServiceImpl final : public datasets::v1::DatasetService::Service
{
public:
    DatasetServiceImpl(ProjectStore &store, Gate &gate);

    grpc::Status Preview(grpc::ServerContext *context, const datasets::v1::PreviewRequest *request,
                         datasets::v1::PreviewResponse *response) override;
    grpc::Status Import(grpc::ServerContext *context, const datasets::v1::ImportRequest *request,
                        grpc::ServerWriter<datasets::v1::ImportProgress> *writer) override;
    grpc::Status MakeDemo(grpc::ServerContext *context, const datasets::v1::MakeDemoRequest *request,
                          grpc::ServerWriter<datasets::v1::ImportProgress> *writer) override;
    grpc::Status Remove(grpc::ServerContext *context, const datasets::v1::RemoveRequest *request,
                        datasets::v1::RemoveResponse *response) override;

private:
    ProjectStore &m_store;
    Gate &m_gate;
};
