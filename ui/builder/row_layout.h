// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QBoxLayout;
class QWidget;

#include <vector>

// Brings `rows` to the top of a layout in this order; rows that stand right already are not touched and keep the focus.
void arrangeRows(QBoxLayout &layout, const std::vector<QWidget *> &rows);

// Takes a row away, from within its own signals too.
void dropRow(QWidget *row);

// Makes Tab follow the layouts of `root` from top to bottom, whichever order its widgets were made in, after `start`.
void orderTabs(QWidget &start, QWidget &root);
