// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sheet_picture.h"

#include <QPainter>

SheetPicture::SheetPicture(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SheetPicture::setBody(const SheetBody &body)
{
    m_body = body;
    setAccessibleName(body.summary);
    update();
}

void SheetPicture::paintEvent(QPaintEvent *)
{
    if (!m_body.paint)
        return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_body.paint(painter, size(), m_theme);
}
