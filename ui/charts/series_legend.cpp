// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_legend.h"

#include "ui/charts/change_label.h"
#include "ui/charts/column_header.h"
#include "ui/charts/dim.h"
#include "ui/charts/legend_delegate.h"
#include "ui/text/number_text.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

static constexpr int rowsWithoutFilter = 8;
static constexpr int usualWidth = 272;
static constexpr int leastWidthBesideHead = 480; // rows stand beside the head, else under it
static constexpr int headHeight = 88;
static constexpr int rowHeight = 28;
static constexpr int underRows = 8;

SeriesLegend::SeriesLegend(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    createWidgets();
    arrange();
    connectSignals();
}

void SeriesLegend::createWidgets()
{
    setObjectName(QStringLiteral("legend"));
    setAccessibleName(tr("Legend"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_model = new LegendModel(this);
    m_sorted = new LegendProxy(m_model, this);

    m_title = new QLabel(this);
    m_title->setFont(m_theme.font(Type::Table));
    m_title->setProperty("tone", "text2");
    m_title->setTextFormat(Qt::PlainText);
    m_total = new QLabel(this);
    m_total->setObjectName(QStringLiteral("legendTotal"));
    m_total->setFont(m_theme.font(Type::KpiSmall));
    m_change = new ChangeLabel(m_theme, this);
    m_change->setObjectName(QStringLiteral("legendChange"));
    m_caption = new QLabel(this);
    m_caption->setObjectName(QStringLiteral("legendCaption"));
    m_caption->setWordWrap(true);
    m_caption->setFont(m_theme.font(Type::Axis));
    m_caption->setProperty("tone", "text3");
    m_caption->setTextFormat(Qt::PlainText);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("legendFilter"));
    m_filter->setPlaceholderText(tr("Filter values"));
    m_filter->setAccessibleName(tr("Filter the legend"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(m_theme.icon(QStringLiteral("search"), Role::Text3), QLineEdit::LeadingPosition);

    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("legendRows"));
    m_view->setAccessibleName(tr("Series"));
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new LegendDelegate(m_theme, *m_model, *m_sorted, m_view));
    m_view->setShowGrid(false);
    m_view->setSelectionMode(QAbstractItemView::NoSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setTabKeyNavigation(false);
    m_view->setMouseTracking(true);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    auto *header = new ColumnHeader(m_theme, Type::Caption, Role::Surface, 8, m_view);
    header->setFixedHeight(rowHeight);
    m_view->setHorizontalHeader(header);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(LegendModel::ValueColumn, Qt::DescendingOrder);
    header->setSectionResizeMode(LegendModel::NameColumn, QHeaderView::Stretch);
    header->setSectionResizeMode(LegendModel::ValueColumn, QHeaderView::ResizeToContents);
    header->setMinimumSectionSize(56);
}

void SeriesLegend::arrange()
{
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 10, 16, 0);
    head->setSpacing(2);
    head->addWidget(m_title);
    auto *total = new QHBoxLayout;
    total->setSpacing(8);
    total->addWidget(m_total);
    total->addWidget(m_change);
    total->addStretch();
    head->addLayout(total);
    head->addWidget(m_caption);
    head->addSpacing(8);
    head->addWidget(m_filter);
    head->addStretch();
    auto *parts = new QBoxLayout(QBoxLayout::TopToBottom, this);
    parts->setContentsMargins(0, 0, 0, underRows);
    parts->setSpacing(4);
    parts->addLayout(head);
    auto *rows = new QHBoxLayout;
    rows->setContentsMargins(8, 0, 8, 0);
    rows->addWidget(m_view);
    parts->addLayout(rows);
    setMinimumWidth(160);
}

void SeriesLegend::connectSignals()
{
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    connect(&m_theme, &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &current) { hover(current); });
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
}

void SeriesLegend::setContent(const LegendContent &content)
{
    setHighlighted(-1);
    const bool hadHidden = !hidden().empty();
    m_model->setContent(content);
    if (m_model->columnCount() > LegendModel::ChangeColumn)
        m_view->horizontalHeader()->setSectionResizeMode(LegendModel::ChangeColumn, QHeaderView::ResizeToContents);
    if (hadHidden)
        Q_EMIT hiddenChanged(hidden());
    m_title->setText(content.title);
    showTotal(content);
    m_caption->setText(content.caption);
    m_caption->setToolTip(content.captionHint);
    m_caption->setVisible(!content.caption.isEmpty());
    const bool many = content.rows.size() > rowsWithoutFilter;
    m_filter->setVisible(many);
    if (!many)
        m_filter->clear();
    m_view->setVisible(!content.rows.empty());
    updateGeometry();
}

void SeriesLegend::showTotal(const LegendContent &content)
{
    const std::optional<double> total = content.total;
    m_change->setChange(total ? content.change : std::nullopt);
    m_total->setVisible(total.has_value());
    if (!total)
        return;
    const QString text = legendValue(content, *total);
    const bool fits = m_total->fontMetrics().horizontalAdvance(text) <= usualWidth - 32;
    m_total->setText(fits ? text : compactNumber(*total));
    m_total->setToolTip(content.areRates ? text : fullNumber(*total));
}

void SeriesLegend::clear(const QString &title)
{
    setContent({.title = title});
    m_total->setText(QStringLiteral("–"));
    m_total->show();
}

void SeriesLegend::setHidden(const std::set<int> &hidden)
{
    if (m_model->hidden() == hidden)
        return;
    m_model->setHidden(hidden);
    Q_EMIT hiddenChanged(hidden);
}

const std::set<int> &SeriesLegend::hidden() const
{
    return m_model->hidden();
}

void SeriesLegend::setHighlighted(int series)
{
    auto *delegate = static_cast<LegendDelegate *>(m_view->itemDelegate());
    if (delegate->highlighted() == series)
        return;
    delegate->setHighlighted(series);
    m_view->viewport()->update();
}

void SeriesLegend::setDimmed(bool dimmed)
{
    dim(*this, dimmed);
}

// As high as the rows beside the head.
QSize SeriesLegend::sizeHint() const
{
    return {usualWidth, std::max(headHeight, rowHeight * (m_sorted->rowCount() + 1) + underRows)};
}

void SeriesLegend::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isBeside = width() >= leastWidthBesideHead;
    auto *parts = static_cast<QBoxLayout *>(layout());
    parts->setDirection(isBeside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    parts->setStretch(0, isBeside ? 1 : 0);
    parts->setStretch(1, isBeside ? 3 : 1);
}

void SeriesLegend::toggle(const QModelIndex &index, bool alone)
{
    if (!index.isValid())
        return;
    const int series = m_sorted->seriesAt(index);
    setHidden(alone ? shownAlone(hidden(), series, m_model->rowCount()) : toggled(hidden(), series));
}

void SeriesLegend::hover(const QModelIndex &index)
{
    const int series = index.isValid() ? m_sorted->seriesAt(index) : -1;
    if (static_cast<LegendDelegate *>(m_view->itemDelegate())->highlighted() == series)
        return;
    setHighlighted(series);
    Q_EMIT highlightChanged(series);
}

bool SeriesLegend::viewKey(int key, Qt::KeyboardModifiers modifiers)
{
    if (key != Qt::Key_Space && key != Qt::Key_Return && key != Qt::Key_Enter)
        return false;
    toggle(m_view->currentIndex(), modifiers.testFlag(Qt::AltModifier));
    return true;
}

bool SeriesLegend::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport()) {
        if (event->type() == QEvent::MouseMove) {
            hover(m_view->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint()));
        } else if (event->type() == QEvent::Leave) {
            hover({});
        } else if (event->type() == QEvent::MouseButtonRelease) {
            const auto *mouse = static_cast<QMouseEvent *>(event);
            if (mouse->button() == Qt::LeftButton)
                toggle(m_view->indexAt(mouse->position().toPoint()), mouse->modifiers().testFlag(Qt::AltModifier));
        }
    } else if (watched == m_view) {
        if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            return viewKey(key->key(), key->modifiers());
        }
        if (event->type() == QEvent::FocusOut)
            hover({});
    }
    return QWidget::eventFilter(watched, event);
}
