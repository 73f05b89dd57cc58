// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/completion_delegate.h"

#include "ui/builder/completion_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QTextLayout>

#include <algorithm>
#include <vector>

namespace {

constexpr int padding = 8;
constexpr int gap = 12;
constexpr qreal radius = 4;

// Where the letters of a name stand once its middle is cut out; those that were cut are left out.
std::vector<int> positionsIn(const QString &shown, const QString &name, const std::vector<int> &positions)
{
    if (shown == name)
        return positions;
    const int cut = int(std::mismatch(shown.begin(), shown.end(), name.begin(), name.end()).first - shown.begin());
    const int moved = int(name.size() - shown.size());
    std::vector<int> kept;
    for (const int position : positions) {
        if (position < cut)
            kept.push_back(position);
        else if (position - moved > cut)
            kept.push_back(position - moved);
    }
    return kept;
}

} // namespace

CompletionDelegate::CompletionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize CompletionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QString name = index.data(Qt::DisplayRole).toString();
    const QFontMetrics metrics(m_theme.font(Type::Label));
    return {metrics.horizontalAdvance(name) + asideWidth(index) + 3 * padding, rowHeight};
}

void CompletionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isMarked = option.state & QStyle::State_Selected;
    const bool isHovered = option.state & QStyle::State_MouseOver;
    if (isMarked || isHovered) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(isMarked ? Role::Selected : Role::Hover));
        painter->drawRoundedRect(option.rect, radius, radius);
    }
    const QRect inside = option.rect.adjusted(padding, 0, -padding, 0);
    const int right = paintAside(*painter, inside, index);
    paintName(*painter, QRect(inside.topLeft(), QPoint(right, inside.bottom())), index);
    painter->restore();
}

int CompletionDelegate::asideWidth(const QModelIndex &index) const
{
    const QFontMetrics metrics(m_theme.font(Type::Table));
    int width = 0;
    for (const int role : {int(CompletionModel::CountRole), int(CompletionModel::NoteRole)}) {
        const QString text = index.data(role).toString();
        width += text.isEmpty() ? 0 : metrics.horizontalAdvance(text) + gap;
    }
    return width;
}

int CompletionDelegate::paintAside(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    painter.setFont(m_theme.font(Type::Table));
    painter.setPen(m_theme.color(Role::Text3));
    int right = rect.right();
    for (const int role : {int(CompletionModel::CountRole), int(CompletionModel::NoteRole)}) {
        const QString text = index.data(role).toString();
        if (text.isEmpty())
            continue;
        painter.drawText(QRect(rect.topLeft(), QPoint(right, rect.bottom())), Qt::AlignRight | Qt::AlignVCenter, text);
        right -= painter.fontMetrics().horizontalAdvance(text) + gap;
    }
    return right;
}

void CompletionDelegate::paintName(QPainter &painter, const QRect &rect, const QModelIndex &index) const
{
    const QFont font = m_theme.font(Type::Base);
    const QString name = index.data(Qt::DisplayRole).toString();
    const QString shown = QFontMetrics(font).elidedText(name, Qt::ElideMiddle, rect.width());
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    const auto matched = index.data(CompletionModel::PositionsRole).value<std::vector<int>>();
    for (const int position : positionsIn(shown, name, matched)) {
        QTextCharFormat semibold;
        semibold.setFontWeight(QFont::DemiBold);
        formats.append({position, 1, semibold});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(QWIDGETSIZE_MAX);
    layout.endLayout();
    const bool isTyped = index.data(CompletionModel::IsTypedRole).toBool();
    painter.setPen(m_theme.color(isTyped ? Role::Text2 : Role::Text));
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - line.height()) / 2));
}
