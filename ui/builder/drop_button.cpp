// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/drop_button.h"

#include "ui/builder/controls.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace {

constexpr int chevronSize = 16;
constexpr int chevronRight = 6; // from the edge where lines end
constexpr int textMargins = 60; // icon, chevron and what lies around them
constexpr int minimumText = 64;

} // namespace

DropButton::DropButton(const Theme &theme, QWidget *parent)
    : QPushButton(parent)
    , m_theme(theme)
{
    setProperty("drop", true);
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed); // narrower than its text
}

void DropButton::setFullText(const QString &text)
{
    m_fullText = text;
    cutText();
}

void DropButton::cutText()
{
    setText(fontMetrics().elidedText(m_fullText, Qt::ElideRight, width() - textMargins));
}

QSize DropButton::minimumSizeHint() const
{
    return {textMargins + minimumText, controlHeight};
}

void DropButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    cutText();
}

void DropButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    QPainter painter(this);
    const Role ink = isEnabled() ? Role::Text2 : Role::TextDisabled;
    const QRect place(width() - chevronSize - chevronRight, (height() - chevronSize) / 2, chevronSize, chevronSize);
    painter.drawPixmap(QStyle::visualRect(layoutDirection(), rect(), place),
                       m_theme.pixmap("chevron-down", ink, devicePixelRatioF(), chevronSize));
}
