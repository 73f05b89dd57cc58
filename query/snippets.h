// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <insights/v1/insights.pb.h>

enum class SnippetKind { Spec, Grpcurl, TypeScript, Python, Cpp, CommandLine };

// Whom a snippet asks, and about which project.
struct SnippetPlace
{
    std::string address; // "HOST:PORT" or "unix:PATH"
    std::string project;
    std::string dataDirectory; // of a local service, which the program starts by itself; empty for any other
    bool usesTls = false;

    bool operator==(const SnippetPlace &) const = default;
};

// The question as a text that asks it elsewhere and writes the answer as JSON on stdout: Spec is specJson(), Grpcurl and
// CommandLine are for sh, the others are whole programs. All hold the spec letter by letter, whatever its names are. The
// key is read from INSIGHTS_API_KEY when the snippet runs and is never in it.
std::string snippet(SnippetKind kind, const insights::v1::QuerySpec &spec, const SnippetPlace &place);
