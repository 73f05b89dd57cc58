// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/import_table.h"

#include "ui/import/import_models.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QPainter>
#include <QTableView>

#include <algorithm>

namespace {

constexpr int padding = 12;
constexpr int barWidth = 72;
constexpr int barHeight = 6;
constexpr int barGap = 8;
constexpr int narrowest = 56;
constexpr int widest = 260;

QFont fontOf(const Theme &theme, bool isStrong)
{
    QFont font = theme.font(Type::Table);
    if (isStrong)
        font.setWeight(QFont::Medium);
    return font;
}

void paintBar(QPainter &painter, const Theme &theme, const QRect &box, double share)
{
    QRectF bar(box.left(), box.center().y() - barHeight / 2.0 + 0.5, barWidth, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.color(Role::Line));
    painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
    bar.setWidth(std::max<qreal>(barHeight, barWidth * share));
    painter.setBrush(theme.color(Role::Other));
    if (share > 0)
        painter.drawRoundedRect(bar, barHeight / 2.0, barHeight / 2.0);
}

} // namespace

ImportCellDelegate::ImportCellDelegate(const Theme &theme, int rowHeight, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_rowHeight(rowHeight)
{
}

QSize ImportCellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics metrics(fontOf(m_theme, index.data(StrongRole).toBool()));
    const int bar = index.data(ShareRole).isValid() ? barWidth + barGap : 0;
    return {metrics.horizontalAdvance(index.data().toString()) + bar + 2 * padding + 2, m_rowHeight};
}

QRect ImportCellDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                      const QModelIndex &index) const
{
    if (option.state & QStyle::State_Selected)
        painter.fillRect(option.rect, m_theme.color(Role::Selected));
    else if (index.data(BadRole).toBool())
        painter.fillRect(option.rect, m_theme.color(Role::BadBg));
    painter.fillRect(QRect(option.rect.bottomLeft(), QSize(option.rect.width(), 1)), m_theme.color(Role::Line));
    return option.rect.adjusted(padding, 0, -padding, -1);
}

void ImportCellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    QRect box = paintGround(*painter, option, index);
    if (const QVariant share = index.data(ShareRole); share.isValid()) {
        paintBar(*painter, m_theme, box, share.toDouble());
        box.setLeft(box.left() + barWidth + barGap);
    }
    painter->setFont(fontOf(m_theme, index.data(StrongRole).toBool()));
    painter->setPen(m_theme.color(::Role(index.data(ToneRole).toInt())));
    const QVariant alignment = index.data(Qt::TextAlignmentRole);
    const QString text
        = painter->fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight, box.width());
    painter->drawText(box, Qt::TextSingleLine | (alignment.isValid() ? alignment.toInt() : int(Qt::AlignVCenter)),
                      text);
    if (option.state & QStyle::State_HasFocus) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(m_theme.color(::Role::Focus), 2));
        painter->drawRect(option.rect.adjusted(1, 1, -1, -2));
    }
    painter->restore();
}

ImportHeader::ImportHeader(const Theme &theme, int height, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_theme(theme)
    , m_height(height)
{
    setHighlightSections(false);
    setSectionsClickable(false);
}

QSize ImportHeader::sectionSizeFromContents(int section) const
{
    const QFontMetrics metrics(fontOf(m_theme, true));
    int width = 0;
    for (const int role : {int(Qt::DisplayRole), int(BelowRole)})
        width
            = std::max(width, metrics.horizontalAdvance(model()->headerData(section, orientation(), role).toString()));
    return {width + 2 * padding + 2, m_height};
}

void ImportHeader::paintSection(QPainter *painter, const QRect &rect, int section) const
{
    painter->save();
    painter->fillRect(rect, m_theme.color(::Role::Sunken));
    painter->fillRect(QRect(rect.bottomLeft(), QSize(rect.width(), 1)), m_theme.color(::Role::Line));
    const auto said = [&](int role) { return model()->headerData(section, orientation(), role); };
    const QVariant tone = said(ToneRole);
    const QVariant alignment = said(Qt::TextAlignmentRole);
    const QString below = said(BelowRole).toString();
    const QRect box = rect.adjusted(padding, 0, -padding, -1);
    const int flags
        = Qt::TextSingleLine | (alignment.isValid() ? alignment.toInt() : int(Qt::AlignVCenter | Qt::AlignLeft));
    const auto draw = [&](const QRect &line, const QString &text, ::Role ink, bool isStrong) {
        painter->setFont(fontOf(m_theme, isStrong));
        painter->setPen(m_theme.color(ink));
        painter->drawText(line, flags, painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
    };
    const int lower = below.isEmpty() ? 0 : box.height() / 2 - 2;
    draw(box.adjusted(0, below.isEmpty() ? 0 : 2, 0, -lower), said(Qt::DisplayRole).toString(),
         tone.isValid() ? ::Role(tone.toInt()) : ::Role::Text2, true);
    if (!below.isEmpty())
        draw(box.adjusted(0, box.height() - lower - 2, 0, -2), below, ::Role::Text3, false);
    painter->restore();
}

QTableView *importTable(const Theme &theme, QAbstractItemModel &model, int rowHeight, int headerHeight, QWidget *parent)
{
    auto *table = new QTableView(parent);
    table->setModel(&model);
    table->setItemDelegate(new ImportCellDelegate(theme, rowHeight, table));
    table->setHorizontalHeader(new ImportHeader(theme, headerHeight, table));
    table->horizontalHeader()->setVisible(true);
    table->horizontalHeader()->setFixedHeight(headerHeight);
    table->verticalHeader()->hide();
    table->verticalHeader()->setMinimumSectionSize(rowHeight);
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    return table;
}

void fitImportColumns(QTableView &table)
{
    for (int column = 0; column < table.model()->columnCount(); ++column) {
        table.resizeColumnToContents(column);
        table.setColumnWidth(column, std::clamp(table.columnWidth(column), narrowest, widest));
    }
}

QLabel *importLabel(const Theme &theme, Type type, const char *tone, const char *name)
{
    auto *made = new QLabel;
    made->setObjectName(QLatin1String(name));
    made->setFont(theme.font(type));
    made->setProperty("tone", tone);
    made->setTextFormat(Qt::PlainText);
    made->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return made;
}
