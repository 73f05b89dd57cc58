// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_export.h"

#include "query/answer_document.h"
#include "query/answer_text.h"
#include "session/kept_answer.h"
#include "session/question_words.h"
#include "ui/charts/sheet_file.h"
#include "ui/shell/answer_sheet.h"

#include <QCoreApplication>

namespace {

constexpr int longestName = 80; // characters

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AnswerExport)
};

explorer::v1::Answer documentOf(const AnswerExport &outgoing)
{
    return keptDocument(outgoing.question, *outgoing.answered, outgoing.besides, outgoing.projectId);
}

} // namespace

std::vector<ExportFormat> allExportFormats()
{
    return {ExportFormat::Png, ExportFormat::Svg,  ExportFormat::Pdf,       ExportFormat::Csv,
            ExportFormat::Tsv, ExportFormat::Json, ExportFormat::AnswerFile};
}

QString exportName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Png: return Text::tr("PNG picture");
    case ExportFormat::Svg: return Text::tr("SVG drawing");
    case ExportFormat::Pdf: return Text::tr("PDF page");
    case ExportFormat::Csv: return Text::tr("CSV table");
    case ExportFormat::Tsv: return Text::tr("TSV table");
    case ExportFormat::Json: return Text::tr("JSON, as the API answers");
    case ExportFormat::AnswerFile: return Text::tr("Answer file, question and answer");
    }
    return {};
}

QString exportEnding(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Png: return endingOf(SheetFormat::Png);
    case ExportFormat::Svg: return endingOf(SheetFormat::Svg);
    case ExportFormat::Pdf: return endingOf(SheetFormat::Pdf);
    case ExportFormat::Csv: return QStringLiteral(".csv");
    case ExportFormat::Tsv: return QStringLiteral(".tsv");
    case ExportFormat::Json: return QStringLiteral(".json");
    case ExportFormat::AnswerFile: return QStringLiteral(".insight");
    }
    return {};
}

bool isPicture(ExportFormat format)
{
    return format == ExportFormat::Png || format == ExportFormat::Svg || format == ExportFormat::Pdf;
}

QString answeredWords(const QDateTime &at, const QString &project)
{
    const QString words = Text::tr("Answered %1 UTC").arg(QLocale().toString(at.toUTC(), Text::tr("d MMM yyyy HH:mm")));
    return project.isEmpty() ? words : words + QStringLiteral("  ·  ") + project;
}

ChartSheet exportSheet(const AnswerExport &outgoing)
{
    ChartSheet sheet = answerSheet(*outgoing.answered, outgoing.body);
    sheet.foot = answeredWords(outgoing.answered->at, outgoing.project);
    return sheet;
}

QByteArray exportBytes(const AnswerExport &outgoing, ExportFormat format, const ExportLook &look)
{
    const AnswerFrames &frames = *outgoing.answered->frames;
    const auto sheet = [&](SheetFormat sheetFormat) {
        return sheetBytes(sheetFormat, look.size, look.scale, exportSheet(outgoing), Theme(look.scheme));
    };
    switch (format) {
    case ExportFormat::Png: return sheet(SheetFormat::Png);
    case ExportFormat::Svg: return sheet(SheetFormat::Svg);
    case ExportFormat::Pdf: return sheet(SheetFormat::Pdf);
    case ExportFormat::Csv: return QByteArray::fromStdString(answerCsv(frames));
    case ExportFormat::Tsv: return QByteArray::fromStdString(answerCsv(frames, '\t'));
    case ExportFormat::Json: return QByteArray::fromStdString(answerJson(frames));
    case ExportFormat::AnswerFile: return QByteArray::fromStdString(answerFileText(documentOf(outgoing)));
    }
    return {};
}

QString exportFileName(const insights::v1::QuerySpec &spec, ExportFormat format)
{
    QString name;
    for (const QChar c : plainText(questionWords(spec)))
        name += c.isLetterOrNumber() || c == u'_' ? c : u' ';
    return name.simplified().replace(u' ', u'-').left(longestName) + exportEnding(format);
}

QString writeExport(const QString &path, const AnswerExport &outgoing, ExportFormat format, const ExportLook &look)
{
    const QByteArray bytes = exportBytes(outgoing, format, look);
    if (bytes.isEmpty())
        return Text::tr("the picture is too large to be made: choose a smaller size or scale");
    return writeFile(path, bytes);
}
