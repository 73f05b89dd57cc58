// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/change_mark.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <optional>

// A change beside the number that changed: an arrow and a rate. Nothing without one.
class ChangeLabel : public QWidget
{
    Q_OBJECT
public:
    explicit ChangeLabel(const Theme &theme, QWidget *parent = nullptr);

    void setChange(std::optional<Change> change); // see changeFrom()
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    std::optional<Change> m_change;
};
