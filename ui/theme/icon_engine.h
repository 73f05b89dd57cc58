// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QIconEngine>
#include <QPointer>

// Paints an SVG of :/icons in a colour of the theme, looked up when painting, so that icons follow the scheme.
class ThemeIconEngine : public QIconEngine
{
public:
    ThemeIconEngine(const Theme &theme, const QString &name, Role role, IconPlace place);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QList<QSize> availableSizes(QIcon::Mode mode, QIcon::State state) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    bool isNull() override;
    QString key() const override;

private:
    Role roleFor(QIcon::Mode mode, QIcon::State state) const;

    QPointer<const Theme> m_theme;
    QString m_name;
    Role m_role;
    IconPlace m_place;
};

// The icon in one colour, `px` device pixels wide and high; kept in QPixmapCache. Null when there is no such icon.
QPixmap tintedIcon(const QString &name, const QColor &color, int px);
