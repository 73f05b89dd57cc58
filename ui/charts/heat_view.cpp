// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/heat_view.h"

#include "ui/charts/heat_picture.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>

static constexpr double cardDrop = 72; // px from a cell to the middle of its card: its row stays in sight

HeatView::HeatView(const RetentionContent &content, const Theme &theme, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_content(content)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("heatmap"));
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    layOut();
}

void HeatView::redraw()
{
    layOut();
    if (m_current && inside(*m_current) != *m_current)
        setCurrent(std::nullopt);
    if (!m_current)
        setAccessibleDescription(RetentionText(m_content).summary());
}

void HeatView::setFit(HeatFit fit)
{
    m_fit = fit;
    const auto bars = fit == HeatFit::Scrolled ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff;
    setHorizontalScrollBarPolicy(bars);
    setVerticalScrollBarPolicy(bars);
    layOut();
}

void HeatView::setHome()
{
    hideHover();
    horizontalScrollBar()->setValue(0);
    verticalScrollBar()->setValue(0);
}

void HeatView::layOut()
{
    m_geometry = heatGeometry(m_content, m_theme, viewport()->size(), m_fit);
    const QSizeF range = m_fit == HeatFit::Scrolled ? m_geometry.scrollRange() : QSizeF(0, 0);
    const auto set = [](QScrollBar *bar, double most, double page, double step) {
        bar->setRange(0, int(std::ceil(most)));
        bar->setPageStep(std::max(1, int(page - step)));
        bar->setSingleStep(int(step));
    };
    set(horizontalScrollBar(), range.width(), m_geometry.cells().width(), m_geometry.pitchX());
    set(verticalScrollBar(), range.height(), m_geometry.cells().height(), m_geometry.pitchY());
    m_geometry.scroll = {double(horizontalScrollBar()->value()), double(verticalScrollBar()->value())};
    viewport()->update();
}

void HeatView::resizeEvent(QResizeEvent *)
{
    layOut();
}

QSize HeatView::minimumSizeHint() const
{
    return m_fit == HeatFit::Scrolled ? QSize(280, 180) : QSize(1, 1);
}

void HeatView::scrollContentsBy(int, int)
{
    m_geometry.scroll = {double(horizontalScrollBar()->value()), double(verticalScrollBar()->value())};
    if (m_pointer)
        hoverAt(*m_pointer);
    viewport()->update();
}

void HeatView::setCurrent(const std::optional<HeatPlace> &current)
{
    if (m_current == current)
        return;
    m_current = current;
    viewport()->update();
    Q_EMIT currentChanged(current);
}

void HeatView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    HeatPicture(m_content, m_theme, m_geometry).paint(painter, m_current);
    if (m_current) {
        const QRectF whole = viewport()->rect();
        const QRectF cell = m_geometry.place(*m_current);
        if (cell.intersects(whole)) {
            const RetentionText text(m_content);
            FactCard card = text.card(*m_current);
            if (text.hasUsers(*m_current))
                card.note
                    = tr("%1 · %2", "dates, what to do")
                          .arg(card.note, m_pointer ? tr("a click lists the users") : tr("Enter lists the users"));
            const double middle = cell.bottom() + cardDrop;
            paintFactCard(painter, card, factCardPlace(card, m_theme, whole, cell, middle), m_theme);
        }
    }
    if (m_showsFocus) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Role::Focus), 2, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(viewport()->rect().adjusted(1, 1, -1, -1));
    }
}
