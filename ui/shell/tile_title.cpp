// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tile_title.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace {

constexpr int height24 = 24;

}

TileTitle::TileTitle(const Theme &theme, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("tileTitle"));
    setFont(theme.font(Type::Label));
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(tr("Open the question"));
}

QSize TileTitle::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2, height24};
}

QSize TileTitle::minimumSizeHint() const
{
    return {0, height24};
}

void TileTitle::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QFont font = m_theme.font(Type::Label);
    font.setWeight(QFont::DemiBold);
    font.setUnderline(hasFocus());
    painter.setFont(font);
    painter.setPen(m_theme.color(underMouse() || hasFocus() ? Role::Link : Role::Text));
    const QString shown = QFontMetrics(font).elidedText(text(), Qt::ElideRight, width());
    painter.drawText(rect(), int(Qt::AlignLeft) | Qt::AlignVCenter, shown);
}
