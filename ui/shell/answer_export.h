// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include "session/query_controller.h"
#include "ui/charts/chart_sheet.h"

#include <QSize>

#include <optional>

// What an answer can leave the program as.
enum class ExportFormat { Png, Svg, Pdf, Csv, Tsv, Json, AnswerFile };
std::vector<ExportFormat> allExportFormats(); // in the order menus show
QString exportName(ExportFormat format); // translated: "PNG picture"
QString exportEnding(ExportFormat format); // ".png"
bool isPicture(ExportFormat format); // has a size and colours
inline bool hasPixels(ExportFormat format)
{
    return format == ExportFormat::Png;
}

// An answer on its way out.
struct AnswerExport
{
    AnsweredPtr answered; // never null
    explorer::v1::Question question; // with the choices behind it; its query is the one that was answered
    Besides besides;
    std::string projectId;
    QString project; // its name
    SheetBody body; // the chart as it is shown
};

struct ExportLook
{
    QSize size{1280, 720}; // logical px
    qreal scale = 2; // device pixels for each, of pictures with pixels
    Scheme scheme = Scheme::Light;
};

// "Answered 24 Nov 2026 19:30 UTC · acme"; without a project only when.
QString answeredWords(const QDateTime &at, const QString &project);
// With the date of the answer and the project at its foot.
ChartSheet exportSheet(const AnswerExport &outgoing);

// The contents of the file; empty for a picture that is too large to be made.
QByteArray exportBytes(const AnswerExport &outgoing, ExportFormat format, const ExportLook &look);
// The question in words, as far as a name of a file has room for it.
QString exportFileName(const insights::v1::QuerySpec &spec, ExportFormat format);
// Answers why it was not written; empty when it was.
QString writeExport(const QString &path, const AnswerExport &outgoing, ExportFormat format, const ExportLook &look);
