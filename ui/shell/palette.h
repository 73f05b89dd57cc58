// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/palette_model.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;
class Theme;

// Ctrl+K: everything there is to do, to add and to ask by, found by a few letters.
class Palette : public QFrame
{
    Q_OBJECT
public:
    Palette(const Theme &theme, QWidget *window);

    void open(std::vector<PaletteEntry> entries); // at the top of the window's middle

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(const PaletteEntry &entry); // after it closed

private:
    void search(const QString &typed);
    void move(int rows);
    void choose();
    void fit();

    const Theme &m_theme;
    PaletteModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
};
