// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icon_engine.h"

#include <QFile>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

static QString pathOf(const QString &name)
{
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QPixmap tintedIcon(const QString &name, const QColor &color, int px)
{
    const QString key = QStringLiteral("icon:%1:%2:%3").arg(name, color.name(QColor::HexArgb)).arg(px);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    if (!QFile::exists(pathOf(name)))
        return {};

    pixmap = QPixmap(px, px);
    pixmap.fill(Qt::transparent);
    QSvgRenderer drawing(pathOf(name));
    QPainter painter(&pixmap);
    drawing.render(&painter, QRectF(0, 0, px, px));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

ThemeIconEngine::ThemeIconEngine(const Theme &theme, const QString &name, Role role, IconPlace place)
    : m_theme(&theme)
    , m_name(name)
    , m_role(role)
    , m_place(place)
{
}

Role ThemeIconEngine::roleFor(QIcon::Mode mode, QIcon::State state) const
{
    if (mode == QIcon::Disabled)
        return Role::TextDisabled;
    if (state == QIcon::On && m_role != Role::OnAccent)
        return Role::Link;
    return m_role;
}

void ThemeIconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatioF() : 1;
    const QPixmap drawn = scaledPixmap(rect.size() * scale, mode, state, scale);
    if (drawn.isNull())
        return;
    const QSizeF size = drawn.deviceIndependentSize();
    painter->drawPixmap(
        QPointF(rect.x() + (rect.width() - size.width()) / 2, rect.y() + (rect.height() - size.height()) / 2), drawn);
}

QPixmap ThemeIconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1);
}

QPixmap ThemeIconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale)
{
    if (!m_theme)
        return {};
    QPixmap drawn = tintedIcon(m_name, m_theme->color(roleFor(mode, state)), qMin(size.width(), size.height()));
    if (size.width() > size.height() && !drawn.isNull()) { // room for a text beside it
        QPixmap wide(size);
        wide.fill(Qt::transparent);
        const int room = size.width() - drawn.width();
        const int before = m_place == IconPlace::Middle ? room / 2 : QGuiApplication::isRightToLeft() ? room : 0;
        QPainter(&wide).drawPixmap(before, 0, drawn);
        drawn = wide;
    }
    drawn.setDevicePixelRatio(scale);
    return drawn;
}

QList<QSize> ThemeIconEngine::availableSizes(QIcon::Mode, QIcon::State)
{
    return {QSize(16, 16), QSize(20, 20), QSize(24, 24), QSize(32, 32)};
}

QSize ThemeIconEngine::actualSize(const QSize &size, QIcon::Mode, QIcon::State)
{
    return size;
}

QIconEngine *ThemeIconEngine::clone() const
{
    return new ThemeIconEngine(*this);
}

bool ThemeIconEngine::isNull()
{
    return !m_theme || !QFile::exists(pathOf(m_name));
}

QString ThemeIconEngine::key() const
{
    return QStringLiteral("insights-theme");
}
