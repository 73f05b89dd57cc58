// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/dataset_service.h"

#include "service/api/call.h"
#include "service/datasets/dataset_error.h"
#include "service/datasets/demo.h"
#include "service/datasets/importer.h"
#include "service/datasets/preview.h"

using namespace datasets::v1;

namespace {

ImportWatch watchOf(const Call &call, grpc::ServerWriter<ImportProgress> &writer)
{
    return {[&writer](const ImportProgress &progress) { writer.Write(progress); }, call.caller().isGone};
}

} // namespace

DatasetServiceImpl::DatasetServiceImpl(ProjectStore &store, Gate &gate)
    : m_store(store)
    , m_gate(gate)
{
}

grpc::Status DatasetServiceImpl::Preview(grpc::ServerContext *context, const PreviewRequest *request,
                                         PreviewResponse *response)
{
    return handled(m_gate, "Preview", *context,
                   [&](Call &call) { *response = previewFile(m_store, *request, call.caller().isGone); });
}

grpc::Status DatasetServiceImpl::Import(grpc::ServerContext *context, const ImportRequest *request,
                                        grpc::ServerWriter<ImportProgress> *writer)
{
    return handled(m_gate, "Import", *context, [&](Call &call) {
        call.setProject(request->project());
        importFiles(m_store, *request, watchOf(call, *writer));
    });
}

grpc::Status DatasetServiceImpl::MakeDemo(grpc::ServerContext *context, const MakeDemoRequest *,
                                          grpc::ServerWriter<ImportProgress> *writer)
{
    return handled(m_gate, "MakeDemo", *context, [&](Call &call) { makeDemo(m_store, watchOf(call, *writer)); });
}

grpc::Status DatasetServiceImpl::Remove(grpc::ServerContext *context, const RemoveRequest *request, RemoveResponse *)
{
    return handled(m_gate, "Remove", *context, [&](Call &call) {
        call.project(m_store, request->project());
        m_store.remove(request->project());
    });
}
