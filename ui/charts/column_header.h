// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>

// Names of columns that stand exactly over their cells, cut in the middle when too long; the arrow of the sorted column
// is beside its name.
class ColumnHeader : public QHeaderView
{
    Q_OBJECT
public:
    // `padding` is the px the cells keep free at their sides.
    ColumnHeader(const Theme &theme, Type type, Role ground, int padding, QWidget *parent);

    int widthFor(const QString &text) const; // px for a name, its arrow and padding

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;

private:
    const Theme &m_theme;
    Type m_type;
    Role m_ground;
    int m_padding;
};
