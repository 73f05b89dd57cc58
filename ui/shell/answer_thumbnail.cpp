// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/answer_thumbnail.h"

#include "ui/shell/answer_view.h"
#include "ui/theme/theme.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace insights::v1;

namespace {

constexpr int scale = 2;
constexpr double edge = 6;
constexpr int mostLines = 3;
constexpr int mostBars = 12;
constexpr int mostCohorts = 4;
constexpr int mostPeriods = 6;

void paintLines(QPainter &painter, const QRectF &box, const AnswerFrames &frames, const Theme &theme)
{
    const std::size_t lines = std::min<std::size_t>(frames.series.size(), mostLines);
    double highest = 0;
    for (std::size_t i = 0; i < lines; ++i)
        for (const double value : frames.series[i].values)
            highest = std::max(highest, std::isnan(value) ? 0 : value);
    for (std::size_t i = 0; i < lines; ++i) {
        const std::vector<double> &values = frames.series[i].values;
        QPolygonF line;
        for (std::size_t at = 0; at < std::min(values.size(), frames.firstUnfinished()); ++at)
            if (!std::isnan(values[at]))
                line << QPointF(box.left()
                                    + box.width() * double(at) / double(std::max<std::size_t>(1, values.size() - 1)),
                                box.bottom() - box.height() * values[at] / std::max(highest, 1e-9));
        painter.setPen(QPen(theme.categorical(int(i)).color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(line);
    }
}

// As many as have room, each the mean of those it stands for.
std::vector<double> gathered(const std::vector<double> &values)
{
    const std::size_t bars = std::min<std::size_t>(values.size(), mostBars);
    std::vector<double> gathered(bars, 0);
    for (std::size_t i = 0; i < bars; ++i) {
        const std::size_t from = i * values.size() / bars;
        const std::size_t to = (i + 1) * values.size() / bars;
        for (std::size_t at = from; at < to; ++at)
            gathered[i] += (std::isnan(values[at]) ? 0 : values[at]) / double(to - from);
    }
    return gathered;
}

void paintBars(QPainter &painter, const QRectF &box, const std::vector<double> &values, const Theme &theme)
{
    const double highest = values.empty() ? 0 : *std::max_element(values.begin(), values.end());
    if (highest <= 0)
        return;
    const double slot = std::min(box.width() / double(values.size()), box.width() / 3);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double height = std::max(1.0, box.height() * std::max(0.0, values[i]) / highest);
        painter.fillRect(QRectF(box.left() + slot * double(i), box.bottom() - height, slot * 0.75, height),
                         theme.categorical(0).color);
    }
}

void paintCells(QPainter &painter, const QRectF &box, const RetentionResult &retention, const Theme &theme)
{
    const double width = box.width() / mostPeriods;
    const double height = box.height() / mostCohorts;
    double highest = 1e-9; // the first period is everybody
    for (const RetentionCohort &cohort : retention.cohorts())
        for (const RetentionPeriod &period : cohort.periods())
            highest = std::max(highest, period.period() > 0 ? period.rate() : 0);
    for (int row = 0; row < std::min(mostCohorts, retention.cohorts_size()); ++row)
        for (const RetentionPeriod &period : retention.cohorts(row).periods()) {
            if (period.period() >= mostPeriods)
                break;
            painter.fillRect(
                QRectF(box.left() + period.period() * width, box.top() + row * height, width - 1.5, height - 1.5),
                theme.heat(std::min(1.0, period.rate() / highest)).fill);
        }
}

std::vector<double> barsOf(const Answered &answered)
{
    const AnswerFrames &frames = *answered.frames;
    std::vector<double> values;
    switch (answerKind(answered.spec)) {
    case AnswerKind::Funnel:
        for (const FunnelStep &step : frames.funnel.steps())
            if (step.breakdown() == frames.funnel.steps(0).breakdown())
                values.push_back(step.count());
        break;
    case AnswerKind::Trend:
        if (!frames.series.empty())
            values = gathered(frames.series.front().values);
        break;
    default:
        for (const TableRow &row : frames.rows)
            values.push_back(row.value());
        values.resize(std::min<std::size_t>(values.size(), mostBars));
        break;
    }
    return values;
}

} // namespace

QByteArray answerThumbnail(const Answered &answered)
{
    const Theme colors(Scheme::Light);
    QImage image(thumbnailSize * scale, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(QPointF(0, 0), thumbnailSize).adjusted(edge, edge, -edge, -edge);
    const AnswerKind kind = answerKind(answered.spec);
    if (kind == AnswerKind::Retention)
        paintCells(painter, box, answered.frames->retention, colors);
    else if (kind == AnswerKind::Trend && answered.spec.visualization() != VISUALIZATION_BAR)
        paintLines(painter, box, *answered.frames, colors);
    else
        paintBars(painter, box, barsOf(answered), colors);
    painter.end();
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}
