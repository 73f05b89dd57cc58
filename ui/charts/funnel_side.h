// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/funnel_content.h"

#include <QWidget>

class FunnelKey;
class SeriesLegend;

// Beside a funnel: the rate of all and of each group, and what grey and hatched mean.
class FunnelSide : public QWidget
{
    Q_OBJECT
public:
    explicit FunnelSide(const Theme &theme, QWidget *parent = nullptr);

    // Of many groups only the first few are shown, unless others were chosen for the same groups before.
    void setContent(const FunnelContent &content);
    void clear(const QString &title);
    SeriesLegend &legend() const { return *m_legend; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showLegend();
    void showKey(); // where the list leaves it room

    const Theme &m_theme;
    FunnelContent m_content;
    SeriesLegend *m_legend;
    FunnelKey *m_key;
};
