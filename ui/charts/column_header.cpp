// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/column_header.h"

#include <QAbstractItemModel>
#include <QPainter>

static constexpr int arrowSize = 12;
static constexpr int arrowGap = 2;

ColumnHeader::ColumnHeader(const Theme &theme, Type type, Role ground, int padding, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_type(type)
    , m_ground(ground)
    , m_padding(padding)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    connect(this, &QHeaderView::sortIndicatorChanged, this, [this] { resizeSections(); });
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

int ColumnHeader::widthFor(const QString &text) const
{
    return QFontMetrics(m_theme.font(m_type)).horizontalAdvance(text) + arrowSize + arrowGap + 2 * m_padding + 1;
}

QSize ColumnHeader::sectionSizeFromContents(int section) const
{
    // The arrow takes room in one column only; names need the rest.
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const int width = widthFor(model()->headerData(section, Qt::Horizontal).toString());
    return {isSorted ? width : width - arrowSize - arrowGap, height()};
}

void ColumnHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    const bool isSorted = isSortIndicatorShown() && sortIndicatorSection() == section;
    const auto alignment = Qt::Alignment(model()->headerData(section, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    painter->save();
    painter->fillRect(rect, m_theme.color(m_ground));
    painter->setPen(m_theme.color(Role::Line));
    painter->drawLine(rect.bottomLeft(), rect.bottomRight());

    painter->setFont(m_theme.font(m_type));
    painter->setPen(m_theme.color(Role::Text2));
    QRect box = rect.adjusted(m_padding, 0, -m_padding, -1);
    const int room = box.width() - (isSorted ? arrowSize + arrowGap : 0);
    const QString text = painter->fontMetrics().elidedText(model()->headerData(section, Qt::Horizontal).toString(),
                                                           Qt::ElideMiddle, room);
    painter->drawText(box, int(alignment) | Qt::TextSingleLine, text);
    if (isSorted) {
        const int width = painter->fontMetrics().horizontalAdvance(text);
        const int x = alignment & Qt::AlignRight ? box.right() + 1 - width - arrowGap - arrowSize
                                                 : box.left() + width + arrowGap;
        const QString arrow = sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral("chevron-up")
                                                                         : QStringLiteral("chevron-down");
        painter->drawPixmap(x, box.center().y() - arrowSize / 2 + 1,
                            m_theme.pixmap(arrow, Role::Text3, devicePixelRatioF(), arrowSize));
    }
    painter->restore();
}
