// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/snippets.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include <absl/strings/ascii.h>
#include <absl/strings/match.h>
#include <absl/strings/str_format.h>
#include <absl/strings/str_replace.h>
#include <absl/strings/strip.h>

#include "query/spec_json.h"

namespace {

// The JSON needs no quoting in any of these: it breaks no line within a string, so no line of it ends a here-document;
// it never has three quotation marks in a row; and the end of C++'s raw string is made up to suit it.

constexpr const char *grpcurlForm = R"(# grpcurl puts the key in, so that the list of processes does not show it.
INSIGHTS_API_KEY="${INSIGHTS_API_KEY-}" grpcurl<way> -max-msg-sz 268435456 -emit-defaults -expand-headers \
  -H 'authorization: Bearer ${INSIGHTS_API_KEY}' -H <header> \
  -d @ <address> insights.v1.InsightsService/Query <<'JSON'
<spec>
JSON
)";

constexpr const char *commandLineForm = R"(insights-explorer query - <address> --project <project> <<'JSON'
<spec>
JSON
)";

constexpr const char *typeScriptForm
    = R"(// Runs in Node. insightsd speaks gRPC, which is HTTP/2: hence the transport of connect-node, not that of connect-web.
// npm install @bufbuild/protobuf @connectrpc/connect @connectrpc/connect-node; ./gen is made by `buf generate`.
import { fromJson, toJsonString } from '@bufbuild/protobuf'
import { createClient } from '@connectrpc/connect'
import { createGrpcTransport } from '@connectrpc/connect-node'<import>
import { InsightsService, QueryRequestSchema, QueryResponseSchema } from './gen/insights/v1/insights_pb.js'

const transport = createGrpcTransport({
  baseUrl: <url>,<way>
  interceptors: [
    next => async req => {
      req.header.set('Authorization', `Bearer ${process.env.INSIGHTS_API_KEY ?? ''}`)
      req.header.set('x-project-id', <project>)
      return next(req)
    }
  ]
})
const client = createClient(InsightsService, transport)

const result = await client.query(fromJson(QueryRequestSchema, <spec>))
console.log(toJsonString(QueryResponseSchema, result, { alwaysEmitImplicit: true }))
)";

constexpr const char *pythonForm = R"(# pip install grpcio grpcio-tools
# python -m grpc_tools.protoc -I proto --python_out=. --grpc_python_out=. insights/v1/insights.proto
import os

import grpc
from google.protobuf import json_format
from insights.v1 import insights_pb2, insights_pb2_grpc

spec = r"""<spec>"""

options = [("grpc.max_receive_message_length", -1)]
with <channel> as channel:
    client = insights_pb2_grpc.InsightsServiceStub(channel)
    response = client.Query(
        json_format.Parse(spec, insights_pb2.QueryRequest()),
        metadata=[
            ("authorization", "Bearer " + os.environ.get("INSIGHTS_API_KEY", "")),
            ("x-project-id", <project>),
        ],
    )
print(json_format.MessageToJson(response))
)";

constexpr const char *cppForm
    = "// Stubs: protoc -I proto --cpp_out=gen --grpc_out=gen --plugin=protoc-gen-grpc=$(command -v grpc_cpp_plugin) insights/v1/insights.proto\n"
      "#include <cstdlib>\n"
      "#include <iostream>\n"
      "#include <string>\n"
      "\n"
      "#include <google/protobuf/util/json_util.h>\n"
      "#include <grpcpp/grpcpp.h>\n"
      "\n"
      "#include \"insights/v1/insights.grpc.pb.h\"\n"
      "\n"
      R"form(constexpr auto spec = R"<end>(<spec>)<end>";

int main()
{
    insights::v1::QueryRequest request;
    if (const auto read = google::protobuf::util::JsonStringToMessage(spec, &request); !read.ok()) {
        std::cerr << read.ToString() << '\n';
        return 1;
    }

    grpc::ChannelArguments arguments;
    arguments.SetMaxReceiveMessageSize(-1);
    const auto channel = grpc::CreateCustomChannel(<address>, <credentials>, arguments);
    const auto client = insights::v1::InsightsService::NewStub(channel);

    grpc::ClientContext context;
    const char *key = std::getenv("INSIGHTS_API_KEY");
    context.AddMetadata("authorization", std::string("Bearer ") + (key != nullptr ? key : ""));
    context.AddMetadata("x-project-id", <project>);
    insights::v1::QueryResponse response;
    if (const grpc::Status status = client->Query(&context, request, &response); !status.ok()) {
        std::cerr << status.error_message() << '\n';
        return 1;
    }

    std::string answer;
    if (!google::protobuf::util::MessageToJsonString(response, &answer).ok())
        return 1;
    std::cout << answer << '\n';
}
)form";

// One word of sh.
std::string shellWord(const std::string &text)
{
    const bool isPlain = !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return absl::ascii_isalnum(static_cast<unsigned char>(c))
            || std::string_view("_-+=:,./@%").find(c) != std::string_view::npos;
    });
    return isPlain ? text : "'" + absl::StrReplaceAll(text, {{"'", R"('\'')"}}) + "'";
}

// A string in TypeScript, Python and C++ alike.
std::string literal(std::string_view text)
{
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += '\\';
        if (absl::ascii_iscntrl(static_cast<unsigned char>(c)))
            out += absl::StrFormat("\\u%04x", int(c));
        else
            out += c;
    }
    return out + '"';
}

// What a raw string of C++ ends with, and does not hold.
std::string rawEnd(const std::string &text)
{
    std::string end = "json";
    for (int i = 1; absl::StrContains(text, ")" + end + "\""); ++i)
        end = "json" + std::to_string(i);
    return end;
}

struct Filling
{
    const std::string spec;
    const SnippetPlace place;
    const std::string socket; // its path; empty for HOST:PORT

    // One pass: what is filled in is not looked through again.
    std::string fill(const char *form, std::vector<std::pair<std::string, std::string>> words) const
    {
        words.emplace_back("<spec>", spec);
        return absl::StrReplaceAll(form, words);
    }

    std::string grpcurl() const
    {
        return fill(grpcurlForm,
                    {{"<way>", std::string(place.usesTls ? "" : " -plaintext") + (socket.empty() ? "" : " -unix")},
                     {"<address>", shellWord(socket.empty() ? place.address : socket)},
                     {"<header>", shellWord("x-project-id: " + place.project)}});
    }

    std::string commandLine() const
    {
        return fill(commandLineForm,
                    {{"<address>",
                      place.dataDirectory.empty() ? "--server " + shellWord(place.address)
                                                  : "--data " + shellWord(place.dataDirectory)},
                     {"<project>", shellWord(place.project)}});
    }

    std::string typeScript() const
    {
        const std::string host = socket.empty() ? place.address : "localhost";
        return fill(
            typeScriptForm,
            {{"<import>", socket.empty() ? "" : "\nimport { connect } from 'node:net'"},
             {"<url>", literal((place.usesTls ? "https://" : "http://") + host)},
             {"<way>",
              socket.empty() ? "" : "\n  nodeOptions: { createConnection: () => connect(" + literal(socket) + ") },"},
             {"<project>", literal(place.project)}});
    }

    std::string python() const
    {
        const std::string address = literal(place.address);
        return fill(pythonForm,
                    {{"<channel>",
                      place.usesTls ? "grpc.secure_channel(" + address + ", grpc.ssl_channel_credentials(), options)"
                                    : "grpc.insecure_channel(" + address + ", options)"},
                     {"<project>", literal(place.project)}});
    }

    std::string cpp() const
    {
        return fill(
            cppForm,
            {{"<end>", rawEnd(spec)},
             {"<address>", literal(place.address)},
             {"<credentials>", place.usesTls ? "grpc::SslCredentials({})" : "grpc::InsecureChannelCredentials()"},
             {"<project>", literal(place.project)}});
    }
};

} // namespace

std::string snippet(SnippetKind kind, const insights::v1::QuerySpec &spec, const SnippetPlace &place)
{
    const std::string json = specJson(spec);
    const Filling filling{std::string(absl::StripTrailingAsciiWhitespace(json)), place,
                          place.address.starts_with("unix:") ? place.address.substr(5) : ""};
    switch (kind) {
    case SnippetKind::Grpcurl: return filling.grpcurl();
    case SnippetKind::TypeScript: return filling.typeScript();
    case SnippetKind::Python: return filling.python();
    case SnippetKind::Cpp: return filling.cpp();
    case SnippetKind::CommandLine: return filling.commandLine();
    case SnippetKind::Spec: break;
    }
    return json;
}
