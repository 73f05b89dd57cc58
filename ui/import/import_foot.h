// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/file_import.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

// How far an import is, the way forward and the way back.
class ImportFoot : public QWidget
{
    Q_OBJECT
public:
    explicit ImportFoot(const Theme &theme, QWidget *parent = nullptr);

    void showState(const ImportState &state, bool canStart);
    void focusWayForward();

Q_SIGNALS:
    void forwardClicked(); // the filled button: imports, then opens the project
    void backClicked();

private:
    const Theme &m_theme;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_back = nullptr;
    QPushButton *m_forward = nullptr;
};
