// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_sheet.h"

#include <QWidget>

// The body of a sheet on the screen.
class SheetPicture : public QWidget
{
    Q_OBJECT
public:
    explicit SheetPicture(const Theme &theme, QWidget *parent = nullptr);

    void setBody(const SheetBody &body);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    SheetBody m_body;
};
