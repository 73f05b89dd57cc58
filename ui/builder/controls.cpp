// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/controls.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QTextDocument>
#include <QToolButton>

namespace {

constexpr int crossSize = 12; // the other icons are 16

}

QToolButton *iconButton(const Theme &theme, const QString &icon, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme.icon(icon));
    if (icon == QLatin1String("close"))
        button->setIconSize({crossSize, crossSize});
    button->setToolTip(name);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setProperty("compact", true);
    button->setFixedSize(rowButtonSize, rowButtonSize);
    return button;
}

QToolButton *addButton(const Theme &theme, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(theme.icon("plus"));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFixedHeight(controlHeight);
    return button;
}

QLabel *sectionTitle(const Theme &theme, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = theme.font(Type::Table);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setProperty("tone", "text2");
    return label;
}

QString plainToolTip(const QString &text)
{
    return text.isEmpty() ? QString() : Qt::convertFromPlainText(text);
}

void setInvalid(QWidget &field, bool invalid)
{
    if (field.property("invalid").toBool() == invalid)
        return;
    field.setProperty("invalid", invalid);
    Theme::repolish(&field);
}
