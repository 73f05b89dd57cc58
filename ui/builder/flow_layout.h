// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <vector>

// Items side by side, wrapping like words. An item whose size policy expands takes what is left of its line; none is
// wider than the line.
class FlowLayout : public QLayout
{
public:
    FlowLayout(int lineHeight, int spacing, QWidget *parent = nullptr);
    ~FlowLayout() override;

    void insertWidget(int index, QWidget *widget);

    void addItem(QLayoutItem *item) override;
    int count() const override { return int(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    Qt::Orientations expandingDirections() const override { return {}; }
    void setGeometry(const QRect &rect) override;

private:
    int place(const QRect &rect, bool moves) const; // returns the height

    std::vector<QLayoutItem *> m_items;
    int m_lineHeight;
    int m_spacing;
};
