// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

// A widget that always covers its parent and lets its grounds show through.
class Overlay : public QWidget
{
    Q_OBJECT
public:
    explicit Overlay(QWidget *parent);
    bool eventFilter(QObject *watched, QEvent *event) override;
};
