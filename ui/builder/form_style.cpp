// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/form_style.h"

QString formStyleSheet()
{
    return QStringLiteral(R"(
QScrollArea#builderScroll, QListView { background: transparent; }
QLineEdit[bare="true"], QLineEdit[bare="true"]:hover, QLineEdit[bare="true"]:focus {
    border: none; background: transparent; padding: 0; min-height: 0;
}
QLineEdit[compact="true"] { min-height: 22px; }
QLineEdit[compact="true"]:focus { min-height: 20px; }
QPushButton[drop="true"] { text-align: left; padding: 0 27px 0 7px; }
QPushButton[drop="true"]:focus { padding: 0 26px 0 6px; }
QToolButton[compact="true"] { min-height: 22px; min-width: 22px; padding: 0 3px; }
QToolButton[compact="true"]:focus { min-height: 20px; min-width: 20px; padding: 0 2px; }
QToolButton[word="true"] { min-height: 22px; min-width: 0; padding: 0; }
QToolButton[word="true"]:focus { min-height: 20px; min-width: 0; }
)");
}
