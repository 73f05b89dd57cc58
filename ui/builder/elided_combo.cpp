// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/elided_combo.h"

#include "ui/builder/pass_through.h"

#include <QAbstractItemView>
#include <QStylePainter>

namespace {

constexpr int leastWidth = 64;
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
    option.currentText = fontMetrics().elidedText(option.currentText, Qt::ElideRight, field.width());
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}
