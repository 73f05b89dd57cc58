// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/change_label.h"

#include "ui/charts/change_mark.h"

#include <QFontMetricsF>
#include <QPainter>

ChangeLabel::ChangeLabel(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChangeLabel::setChange(std::optional<Change> change)
{
    m_change = change;
    setAccessibleName(change ? spokenChange(*change) : QString());
    setVisible(change.has_value());
    updateGeometry();
    update();
}

QSize ChangeLabel::sizeHint() const
{
    const QFontMetricsF metrics(m_theme.font(Type::Table));
    return {m_change ? int(changeWidth(metrics, *m_change)) + 1 : 0, int(metrics.height())};
}

void ChangeLabel::paintEvent(QPaintEvent *)
{
    if (!m_change)
        return;
    QPainter painter(this);
    painter.setFont(m_theme.font(Type::Table));
    paintChange(painter, rect(), *m_change, m_theme);
}
