// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_chart.h"

#include "ui/charts/funnel_picture.h"
#include "ui/text/duration_text.h"
#include "ui/text/number_text.h"

#include <QPainter>
#include <QScrollBar>

#include <utility>

static constexpr double dimmedOpacity = 0.6;
static constexpr int scrollStep = 40;

// "41.4 %, up 1.2 pt"
static QString comparedRate(const FunnelCell &cell)
{
    return FunnelChart::tr("%1, %2", "rate, change").arg(rateText(*cell.rateBefore), spokenChange(*changeOf(cell)));
}

FunnelChart::FunnelChart(const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("funnelChart"));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    horizontalScrollBar()->setSingleStep(scrollStep);
    connect(&theme, &Theme::changed, this, &FunnelChart::redraw);
    setContent({});
}

void FunnelChart::setContent(const FunnelContent &content)
{
    m_content = content;
    m_highlighted = -1;
    m_pressed.reset();
    setHovered(std::nullopt);
    setAccessibleName(content.name.isEmpty() ? tr("Funnel") : content.name);
    setAccessibleDescription(funnelSummary(content));
    updateScrollBar();
    redraw();
}

void FunnelChart::setCompared(const FunnelContent &content)
{
    const std::set<int> hidden = std::exchange(m_content, content).hidden;
    m_content.hidden = hidden;
    redraw();
}

void FunnelChart::setFit(FunnelFit fit)
{
    m_fit = fit;
    setHorizontalScrollBarPolicy(fit == FunnelFit::Scrolled ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    updateScrollBar();
    redraw();
}

void FunnelChart::clear()
{
    setContent({});
}

void FunnelChart::setDimmed(bool dimmed)
{
    if (m_dimmed == dimmed)
        return;
    m_dimmed = dimmed;
    viewport()->update();
}

void FunnelChart::setHiddenGroups(const std::set<int> &hidden)
{
    if (m_content.hidden == hidden)
        return;
    m_content.hidden = hidden;
    if (m_hovered && !m_content.isDrawn(m_hovered->group))
        setHovered(std::nullopt);
    updateScrollBar();
    redraw();
}

void FunnelChart::setHighlightedGroup(int group)
{
    if (group >= 0 && (group >= m_content.groupCount() || !m_content.isDrawn(group)))
        group = -1;
    if (m_highlighted == group)
        return;
    m_highlighted = group;
    redraw();
}

FunnelFrame FunnelChart::frame() const
{
    return funnelFrame(m_content, viewport()->size(), horizontalScrollBar()->value(), m_fit);
}

FactCard FunnelChart::card(const FunnelBar &bar) const
{
    const FunnelCell &cell = m_content.cell(bar);
    const QString event = m_content.steps[std::size_t(bar.step)];
    const QString name = m_content.groups[std::size_t(bar.group)].name;
    FactCard card;
    const QString step = tr("%1 %2", "number, event").arg(QString::number(bar.step + 1), event);
    card.title = m_content.breakdown.isEmpty() ? step : tr("%1 · %2", "event, group").arg(step, name);
    card.rows.push_back({tr("Users"), fullNumber(cell.count)});
    if (bar.step > 0) {
        card.rows.push_back({tr("Of step 1"), rateText(cell.rate)});
        if (bar.step > 1)
            card.rows.push_back({tr("Of the step before"), rateText(cell.stepRate)});
        if (cell.rateBefore)
            card.rows.push_back({m_content.compared, comparedRate(cell)});
        card.rows.push_back({tr("Drop-off"), fullNumber(cell.dropOff)});
        if (cell.stillConverting > 0)
            card.rows.push_back({tr("May still convert"), fullNumber(cell.stillConverting)});
        if (cell.median && cell.count > 0)
            card.rows.push_back({tr("Median from the step before"), durationText(*cell.median)});
        if (m_content.groupCount() > 1) // the answer has medians of groups, and those of all do not follow from them
            card.rows.push_back({tr("Median of all"), tr("–, known of each group only")});
    }
    card.note = bar.step == 0 ? tr("Click or Enter lists the users")
                              : tr("Click or Enter lists the users, on grey the lost ones");
    return card;
}

void FunnelChart::redraw()
{
    m_pictureIsOld = true;
    viewport()->update();
}

void FunnelChart::updateScrollBar()
{
    const FunnelFrame frame = this->frame();
    const int shown = viewport()->width() - int(frame.firstSlot) - 20;
    horizontalScrollBar()->setPageStep(std::max(1, shown));
    const int most = m_fit == FunnelFit::Scrolled ? std::max(0, int(frame.slotsWidth()) - shown) : 0;
    horizontalScrollBar()->setRange(0, most);
}

void FunnelChart::paintEvent(QPaintEvent *)
{
    const FunnelFrame frame = this->frame();
    const qreal dpr = devicePixelRatioF();
    const QSize pixels = (QSizeF(viewport()->size()) * dpr).toSize();
    if (m_pictureIsOld || m_picture.size() != pixels) {
        m_picture = QPixmap(pixels);
        m_picture.setDevicePixelRatio(dpr);
        QPainter painter(&m_picture);
        paintFunnel(painter, m_content, frame, m_theme, m_highlighted);
        m_pictureIsOld = false;
    }
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme.color(Role::Surface));
    painter.setOpacity(m_dimmed ? dimmedOpacity : 1);
    painter.drawPixmap(0, 0, m_picture);
    if (m_hovered)
        paintHovered(painter, frame);
    if (m_showsFocus) {
        painter.setOpacity(1);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Role::Focus), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}

void FunnelChart::paintHovered(QPainter &painter, const FunnelFrame &frame) const
{
    const QRectF column = frame.column(*m_hovered);
    if (column.right() < frame.firstSlot || column.left() > frame.size.width())
        return;
    const double before = m_hovered->step == 0 ? 1 : m_content.cell({m_hovered->step - 1, m_hovered->group}).rate;
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(m_theme.color(Role::Text), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.drawRect(frame.part(*m_hovered, 0, before));
    const FactCard facts = card(*m_hovered);
    const QRectF bounds(QPointF(0, 0), frame.size);
    paintFactCard(painter, facts, factCardPlace(facts, m_theme, bounds, column, m_pointerY), m_theme);
}

void FunnelChart::resizeEvent(QResizeEvent *)
{
    updateScrollBar();
    redraw();
}

void FunnelChart::scrollContentsBy(int, int)
{
    redraw();
}
