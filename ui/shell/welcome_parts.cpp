// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_parts.h"

#include <QLabel>

namespace {

constexpr int titleHeight = 28;

}

QLabel *plainLabel(const Theme &theme, const QString &text, Type type, const char *tone)
{
    auto *made = new QLabel(text);
    made->setFont(theme.font(type));
    made->setProperty("tone", tone);
    made->setTextFormat(Qt::PlainText);
    return made;
}

QLabel *groupTitle(const Theme &theme, const QString &text)
{
    QLabel *made = plainLabel(theme, text, Type::Table, "text2");
    QFont font = made->font();
    font.setWeight(QFont::DemiBold);
    made->setFont(font);
    made->setMinimumHeight(titleHeight);
    return made;
}

QLabel *iconLabel(const Theme &theme, const QString &name, Role role)
{
    auto *made = new QLabel;
    made->setPixmap(theme.pixmap(name, role, made->devicePixelRatioF()));
    QObject::connect(&theme, &Theme::changed, made, [made, &theme, name, role] {
        made->setPixmap(theme.pixmap(name, role, made->devicePixelRatioF()));
    });
    return made;
}
