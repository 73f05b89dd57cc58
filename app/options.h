// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/endpoint.h"
#include "ui/charts/sheet_file.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <optional>

// Whom to ask, and about which project.
struct Target
{
    QString server; // "unix:PATH" or "HOST:PORT"; empty means the local service of `data`
    QString data; // never empty
    QString project; // empty: the only one there is
    Tls tls; // always used for another machine
    bool isChosen = false; // by --server or --data; else the window goes where it was last time
};

// The way there, with the key of the environment: process arguments can be read by everyone on the machine.
Endpoint endpointOf(const Target &target);

enum class Command { Window, Query, Render, Gallery };
enum class AnswerFormat { Json, Csv, Table };

struct Options
{
    Command command = Command::Window;
    Target target;
    QStringList specs; // and answer files, and boards
    AnswerFormat format = AnswerFormat::Json;
    QString out;
    std::optional<SheetFormat> pictures; // of those drawn into a folder
    std::optional<QSize> size; // none: 1280x720, or of a board as high as its rows
    double scale = 1;
    bool isDark = false;
};

// Reads the command line; an exit code when there is nothing left to do (help, version, bad usage: 2).
struct Parsed
{
    std::optional<Options> options;
    int exitCode = 0;
};
Parsed parseOptions(int argc, char **argv);
