// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/letter_badge.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace {

constexpr int badgeSize = 20;
constexpr qreal radius = 4;
constexpr int letters = 26;

// Relative luminance of WCAG 2.1.
double luminance(const QColor &color)
{
    const auto linear
        = [](double part) { return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

QString eventLetter(int index)
{
    QString letter;
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / letters)
        letter.prepend(QChar('A' + (rest - 1) % letters));
    return letter;
}

LetterBadge::LetterBadge(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setFixedSize(badgeSize, badgeSize);
}

void LetterBadge::setMark(const QString &mark, std::optional<int> hue)
{
    m_mark = mark;
    m_hue = hue;
    setAccessibleName(mark);
    update();
}

void LetterBadge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = m_hue ? m_theme.categorical(*m_hue).color : m_theme.color(Role::Hover);
    QColor ink = m_theme.color(Role::Text2);
    painter.setPen(Qt::NoPen);
    if (m_hue) {
        const QColor light = m_theme.heat(1).ink;
        const QColor dark = m_theme.heat(0).ink;
        ink = contrast(fill, light) > contrast(fill, dark) ? light : dark;
    } else {
        painter.setPen(m_theme.color(Role::Line));
    }
    painter.setBrush(fill);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    QFont font = m_theme.font(Type::Axis);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(rect(), Qt::AlignCenter, m_mark);
}
