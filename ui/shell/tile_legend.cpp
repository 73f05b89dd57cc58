// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tile_legend.h"

#include "ui/shell/answer_numbers.h"
#include "ui/shell/answer_view.h"
#include "ui/shell/trend_content.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace {

constexpr int swatch = 8;
constexpr int swatchGap = 6;
constexpr int entryGap = 12;
constexpr int widestName = 120;
constexpr int lineHeight = 20;

std::vector<LegendRow> groupRows(const Answered &answered, const Theme &theme)
{
    const FunnelContent content = funnelContent(answered);
    const std::set<int> hidden = hiddenAtFirst(content);
    std::vector<LegendRow> rows;
    for (int i = 0; i < content.groupCount(); ++i)
        if (const FunnelGroup &group = content.groups[std::size_t(i)]; !hidden.contains(i))
            rows.push_back({group.name, group.cells.front().count, funnelLook(group, theme), group.isOthers, {}});
    return rows;
}

} // namespace

std::vector<LegendRow> tileLegendRows(const Answered &answered, const Theme &theme)
{
    std::vector<LegendRow> rows;
    if (isEmpty(answered))
        return rows;
    if (answerKind(answered.spec) == AnswerKind::Trend)
        rows = legendContent(answered, theme).rows;
    else if (answerKind(answered.spec) == AnswerKind::Funnel)
        rows = groupRows(answered, theme);
    const auto weight = [](const LegendRow &row) {
        return row.isOthers || std::isnan(row.total) ? -std::numeric_limits<double>::infinity() : row.total;
    };
    std::ranges::stable_sort(rows, std::greater(), weight);
    return rows;
}

TileLegend::TileLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("tileLegend"));
    setFont(theme.font(Type::Caption));
    setFixedHeight(lineHeight);
    hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TileLegend::setRows(std::vector<LegendRow> rows)
{
    m_rows = std::move(rows);
    QStringList names;
    for (const LegendRow &row : m_rows)
        names.append(row.name);
    setAccessibleName(names.join(QStringLiteral(", ")));
    setToolTip(names.join(u'\n').toHtmlEscaped().replace(u'\n', QStringLiteral("<br>")));
    setVisible(m_rows.size() > 1);
    update();
}

void TileLegend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QFontMetrics metrics(font());
    const auto place = [this](int left, int width, int height) {
        return QStyle::visualRect(layoutDirection(), rect(), {left, (lineHeight - height) / 2, width, height});
    };
    int left = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const QString more = QStringLiteral("+%1").arg(m_rows.size() - i);
        const QString name = metrics.elidedText(m_rows[i].name, Qt::ElideMiddle, widestName);
        const int wanted = swatch + swatchGap + metrics.horizontalAdvance(name);
        const int after = i + 1 < m_rows.size() ? entryGap + metrics.horizontalAdvance(more) : 0;
        painter.setPen(m_theme.color(Role::Text2));
        if (left + wanted + after > width()) {
            painter.drawText(place(left, metrics.horizontalAdvance(more) + 1, lineHeight),
                             int(Qt::AlignLeading) | Qt::AlignVCenter, more);
            return;
        }
        painter.drawText(place(left + swatch + swatchGap, wanted, lineHeight), int(Qt::AlignLeading) | Qt::AlignVCenter,
                         name);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_rows[i].look.color);
        painter.drawRoundedRect(place(left, swatch, swatch), 2, 2);
        left += wanted + entryGap;
    }
}
