// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/elided_combo.h"

#include "ui/builder/pass_through.h"

#include <QAbstractItemView>
#include <QStylePainter>

namespace {

constexpr int leastWidth = 64;
constexpr int iconGap = 6; // what the styles leave between icon and text, and at the end of it
constexpr int listMargin = 32; // frame and mark of the chosen entry

} // namespace

ElidedCombo::ElidedCombo(QWidget *parent)
    : QComboBox(parent)
{
    new PassThrough(*this);
}

void ElidedCombo::showPopup()
{
    view()->setMinimumWidth(view()->sizeHintForColumn(modelColumn()) + listMargin);
    QComboBox::showPopup();
}

QSize ElidedCombo::minimumSizeHint() const
{
    return {leastWidth, QComboBox::minimumSizeHint().height()};
}

void ElidedCombo::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    const QRect field = style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
    const int icon = option.currentIcon.isNull() ? 0 : option.iconSize.width() + iconGap;
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width() - icon);
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}
