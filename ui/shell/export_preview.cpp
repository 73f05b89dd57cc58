// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/export_preview.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace {

constexpr int padding = 16;
constexpr int mostLines = 40;
constexpr int longestLine = 120; // characters

QString firstLines(const QByteArray &text)
{
    QStringList lines;
    for (int from = 0; from < text.size() && lines.size() < mostLines;) {
        const int end = int(text.indexOf('\n', from));
        const int to = end < 0 ? int(text.size()) : end;
        lines << QString::fromUtf8(text.mid(from, std::min(to - from, 4 * longestLine))).left(longestLine);
        from = to + 1;
    }
    return lines.join(u'\n').replace(u'\t', QStringLiteral("    "));
}

} // namespace

ExportPreview::ExportPreview(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("exportPreview"));
    setMinimumSize(320, 240);
}

void ExportPreview::setExport(const AnswerExport &outgoing, ExportFormat format, const ExportLook &look)
{
    m_picture = {};
    m_lines.clear();
    if (isPicture(format)) {
        m_sheet = exportSheet(outgoing);
        m_look = look;
        makePicture();
        setAccessibleName(tr("Preview: %1").arg(outgoing.body.summary));
    } else {
        m_lines = firstLines(exportBytes(outgoing, format, look));
        setAccessibleName(tr("Preview: %1").arg(m_lines.section(u'\n', 0, 2)));
    }
    update();
}

void ExportPreview::makePicture()
{
    const QSizeF room = size() - QSize(2 * padding, 2 * padding);
    const qreal share = std::min({1.0, room.width() / m_look.size.width(), room.height() / m_look.size.height()});
    m_picture = sheetImage(m_look.size, share * devicePixelRatioF(), m_sheet, Theme(m_look.scheme));
}

void ExportPreview::resizeEvent(QResizeEvent *)
{
    if (!m_picture.isNull())
        makePicture();
}

void ExportPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Sunken));
    painter.setPen(m_theme.color(Role::Line));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    if (m_picture.isNull()) {
        painter.setFont(m_theme.font(Type::Code));
        painter.setPen(m_theme.color(Role::Text));
        painter.drawText(rect().adjusted(padding, padding, -padding, -padding), Qt::AlignLeft | Qt::AlignTop, m_lines);
        return;
    }
    const QSizeF shown = QSizeF(m_picture.size()) / devicePixelRatioF();
    const QRectF place(QPointF((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown);
    painter.drawImage(place, m_picture);
    painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5));
}
