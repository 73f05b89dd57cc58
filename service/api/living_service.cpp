// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/living_service.h"

#include <filesystem>

#include <grpcpp/create_channel.h>

#include "query/local_socket.h"
#include "service/datasets/dataset_error.h"

using namespace datasets::v1;

namespace {

constexpr auto connectDeadline = std::chrono::seconds(2);

void readAll(grpc::ClientReader<ImportProgress> &reader, const LivingService::Watch &watch)
{
    for (ImportProgress progress; reader.Read(&progress);)
        watch(progress);
    const grpc::Status status = reader.Finish();
    if (status.ok())
        return;
    const bool isUsage = status.error_code() == grpc::StatusCode::INVALID_ARGUMENT;
    throw DatasetError(isUsage ? DatasetError::Kind::Usage : DatasetError::Kind::Failure, status.error_message());
}

} // namespace

std::unique_ptr<LivingService> LivingService::of(const std::string &dataDirectory)
{
    const std::string path = socketPath(dataDirectory);
    std::error_code error;
    if (path.empty() || !std::filesystem::exists(path, error))
        return nullptr;
    const auto channel = grpc::CreateChannel("unix:" + path, grpc::InsecureChannelCredentials());
    if (!channel->WaitForConnected(std::chrono::system_clock::now() + connectDeadline))
        return nullptr; // a socket that a killed service left behind
    return std::unique_ptr<LivingService>(new LivingService(DatasetService::NewStub(channel)));
}

LivingService::LivingService(std::unique_ptr<DatasetService::Stub> stub)
    : m_stub(std::move(stub))
{
}

void LivingService::import(const ImportRequest &request, const Watch &watch)
{
    grpc::ClientContext context;
    readAll(*m_stub->Import(&context, request), watch);
}

void LivingService::makeDemo(const Watch &watch)
{
    grpc::ClientContext context;
    readAll(*m_stub->MakeDemo(&context, {}), watch);
}
