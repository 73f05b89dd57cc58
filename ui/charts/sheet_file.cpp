// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/sheet_file.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace {

constexpr int pxPerInch = 96; // the px of style sheets; Qt's own 72 would make text too small

QString endingOf(const QString &path)
{
    return path.section(u'.', -1).toLower();
}

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

bool isSheetFile(const QString &path)
{
    const QString ending = endingOf(path);
    return ending == u"png" || ending == u"svg" || ending == u"pdf";
}

QString writeSheet(const QString &path, const QSize &size, qreal scale, const ChartSheet &sheet, const Theme &theme)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    const QString ending = endingOf(path);
    if (ending == u"svg")
        writeSvg(file, size, sheet, theme);
    else if (ending == u"pdf")
        writePdf(file, size, sheet, theme);
    else if (!sheetImage(size, scale, sheet, theme).save(&file, "PNG"))
        return file.errorString();
    return file.commit() ? QString() : file.errorString();
}
