// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sheet_file.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace {

constexpr int pxPerInch = 96; // the px of style sheets; Qt's own 72 would make text too small

void writeSvg(QIODevice &file, const QSize &size, const ChartSheet &sheet, const Theme &theme)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setResolution(pxPerInch);
    generator.setSize(size);
    generator.setViewBox(QRect({}, size));
    generator.setTitle(sheet.title);
    generator.setDescription(sheet.body.summary);
    QPainter painter(&generator);
    paintSheet(painter, QRectF({}, size), sheet, theme);
}

void writePdf(QIODevice &file, const QSize &size, const ChartSheet &sheet, const Theme &theme)
{
    QPdfWriter writer(&file);
    writer.setResolution(pxPerInch);
    writer.setPageMargins({});
    writer.setPageSize(QPageSize(QSizeF(size) / pxPerInch, QPageSize::Inch));
    writer.setTitle(sheet.title);
    QPainter painter(&writer);
    paintSheet(painter, QRectF({}, size), sheet, theme);
}

} // namespace

std::optional<SheetFormat> sheetFormatOf(const QString &path)
{
    for (const SheetFormat format : {SheetFormat::Png, SheetFormat::Svg, SheetFormat::Pdf})
        if (path.endsWith(endingOf(format), Qt::CaseInsensitive))
            return format;
    return std::nullopt;
}

QString endingOf(SheetFormat format)
{
    return format == SheetFormat::Svg ? QStringLiteral(".svg")
        : format == SheetFormat::Pdf  ? QStringLiteral(".pdf")
                                      : QStringLiteral(".png");
}

QByteArray sheetBytes(SheetFormat format, const QSize &size, qreal scale, const ChartSheet &sheet, const Theme &theme)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    switch (format) {
    case SheetFormat::Svg: writeSvg(buffer, size, sheet, theme); break;
    case SheetFormat::Pdf: writePdf(buffer, size, sheet, theme); break;
    case SheetFormat::Png: return pngBytes(sheetImage(size, scale, sheet, theme));
    }
    return buffer.data();
}

QByteArray pngBytes(const QImage &image)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QString writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
    return isWritten ? QString() : file.errorString();
}
