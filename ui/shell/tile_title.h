// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

class Theme;

// The title of a tile, which opens its question; cut at its end where there is no room.
class TileTitle : public QAbstractButton
{
    Q_OBJECT
public:
    explicit TileTitle(const Theme &theme, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};
