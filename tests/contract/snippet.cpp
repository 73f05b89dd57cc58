// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What "Copy as" copies, for tests that run it: contract_snippet KIND ADDRESS PROJECT [DATA] < SPEC.json
#include "query/snippets.h"

#include <cstdio>
#include <iostream>
#include <iterator>
#include <map>

#include "query/spec_json.h"

int main(int argc, char **argv)
{
    const std::map<std::string, SnippetKind> kinds{
        {"spec", SnippetKind::Spec},     {"grpcurl", SnippetKind::Grpcurl}, {"typescript", SnippetKind::TypeScript},
        {"python", SnippetKind::Python}, {"cpp", SnippetKind::Cpp},         {"command-line", SnippetKind::CommandLine}};
    if (argc < 4 || !kinds.contains(argv[1])) {
        std::fputs("usage: contract_snippet KIND ADDRESS PROJECT [DATA] < SPEC.json\n", stderr);
        return 2;
    }
    const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
    const auto read = readSpecJson(text, *Calendar::of("UTC", WeekStart::Sunday));
    if (const auto *errors = std::get_if<JsonErrors>(&read)) {
        std::fprintf(stderr, "%s\n", toText(errors->front()).c_str());
        return 1;
    }
    std::cout << snippet(kinds.at(argv[1]), std::get<insights::v1::QuerySpec>(read),
                         {argv[2], argv[3], argc > 4 ? argv[4] : ""});
}
