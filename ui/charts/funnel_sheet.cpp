// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_sheet.h"

#include "ui/charts/funnel_picture.h"
#include "ui/charts/sheet_legend.h"

#include <QPainter>

static void paintSheetFunnel(QPainter &painter, const QSizeF &size, const FunnelContent &content, FunnelFit fit,
                             const Theme &theme)
{
    std::vector<SheetLegend::Entry> entries;
    if (content.groupCount() > 1)
        for (const int group : content.drawn()) {
            const FunnelGroup &drawn = content.groups[std::size_t(group)];
            entries.push_back({drawn.name, funnelLook(drawn, theme).color});
        }
    const SheetLegend legend(entries, size, theme);
    const QSizeF chart(size.width(), size.height() - legend.height());
    paintFunnel(painter, content, funnelFrame(content, chart, 0, fit), theme);
    legend.paint(painter, chart.height(), theme);
}

SheetBody funnelSheetBody(const FunnelContent &content, FunnelFit fit)
{
    return {[content, fit](QPainter &painter, const QSizeF &size, const Theme &theme) {
                paintSheetFunnel(painter, size, content, fit, theme);
            },
            funnelSummary(content), content.compared};
}
