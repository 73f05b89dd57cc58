// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/chart_mime.h"

#include <QDrag>
#include <QPixmap>
#include <QTemporaryDir>
#include <QUrl>

#include <utility>

namespace {

constexpr QSize dragSize(240, 135); // px of the picture under the pointer

struct Offer
{
    const char *mimeType;
    ExportFormat format;
};
// The best first: whoever takes the first it knows takes that.
constexpr Offer offers[] = {{"image/png", ExportFormat::Png},
                            {"image/svg+xml", ExportFormat::Svg},
                            {"text/tab-separated-values", ExportFormat::Tsv},
                            {"text/plain", ExportFormat::Tsv},
                            {"application/json", ExportFormat::Json}};

} // namespace

ChartMime::ChartMime(AnswerExport outgoing, const ExportLook &look)
    : m_outgoing(std::move(outgoing))
    , m_look(look)
{
}

bool ChartMime::hasFormat(const QString &mimeType) const
{
    return formats().contains(mimeType);
}

QStringList ChartMime::formats() const
{
    QStringList all = QMimeData::formats(); // what was set, as the list of files
    for (const Offer &offer : offers)
        all << QLatin1String(offer.mimeType);
    return all;
}

QVariant ChartMime::retrieveData(const QString &mimeType, QMetaType type) const
{
    for (const Offer &offer : offers) {
        if (mimeType != QLatin1String(offer.mimeType))
            continue;
        const QByteArray bytes = exportBytes(m_outgoing, offer.format, m_look);
        if (type.id() == QMetaType::QString)
            return QString::fromUtf8(bytes);
        return bytes;
    }
    return QMimeData::retrieveData(mimeType, type);
}

QDrag *chartDrag(QObject *source, const AnswerExport &outgoing, const ExportLook &look, const QTemporaryDir &folder)
{
    const QString path = folder.filePath(exportFileName(outgoing.answered->spec, ExportFormat::Png));
    if (!writeExport(path, outgoing, ExportFormat::Png, look).isEmpty())
        return nullptr;
    auto *mime = new ChartMime(outgoing, look);
    mime->setUrls({QUrl::fromLocalFile(path)});
    auto *drag = new QDrag(source);
    drag->setMimeData(mime);
    drag->setPixmap(QPixmap(path).scaled(dragSize, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    return drag;
}
