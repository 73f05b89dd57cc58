// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/result_table.h"

#include "ui/charts/answer_table_model.h"
#include "ui/charts/cell_delegate.h"
#include "ui/charts/column_header.h"
#include "ui/charts/dim.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace {

constexpr int headerHeight = 32;
constexpr int rowHeight = 24;
constexpr int rowsShown = 6;
constexpr int namesMeasured = 100;
constexpr int numbersMeasured = 12;
constexpr int narrowestColumn = 88;
constexpr int widestColumn = 220;
constexpr int narrowestName = 120;
constexpr int widestName = 400;

QToolButton *makeButton(const Theme &theme, const QString &text, const QString &icon, const char *name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    Theme::setIconBeside(*button, theme.icon(icon));
    button->setFont(theme.font(Type::Table));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

// The row whose number is likely the longest of a column.
int largestRow(const AnswerTable &table, int column)
{
    int largest = 0;
    for (int row = 1; row < table.rowCount(); ++row)
        if (std::abs(table.number(row, column)) > std::abs(table.number(largest, column)))
            largest = row;
    return largest;
}

} // namespace

ResultTable::ResultTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    createWidgets();
    arrange();
    connectSignals();
}

void ResultTable::createWidgets()
{
    setObjectName(QStringLiteral("resultTable"));
    m_model = new AnswerTableModel(m_theme, this);
    m_header = new QWidget(this);
    m_header->setFixedHeight(headerHeight);
    m_fold = new QToolButton(m_header);
    m_fold->setObjectName(QStringLiteral("resultFold"));
    m_fold->setAccessibleName(tr("Show or hide the numbers"));
    m_size = new QLabel(m_header);
    m_size->setFont(m_theme.font(Type::Table));
    m_size->setProperty("tone", "text2");
    m_size->setTextFormat(Qt::PlainText);
    m_copy = makeButton(m_theme, tr("Copy TSV"), QStringLiteral("copy"), "resultCopyTsv", m_header);
    m_copy->setToolTip(tr("Copy the whole answer as tab-separated text"));
    m_csv = makeButton(m_theme, tr("CSV"), QStringLiteral("export"), "resultCsv", m_header);
    m_csv->setToolTip(tr("Save the whole answer as a CSV file"));
    m_csv->setAccessibleName(tr("Save as CSV"));

    m_view = new QTableView(this);
    m_view->setObjectName(QStringLiteral("resultRows"));
    m_view->setAccessibleName(tr("Numbers of the answer"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new CellDelegate(m_theme, m_view));
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setFocusProxy(m_view);
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_columns = new ColumnHeader(m_theme, Type::Table, Role::Sunken, CellDelegate::padding, m_view);
    m_columns->setFixedHeight(rowHeight);
    m_columns->setSortIndicator(0, Qt::DescendingOrder);
    m_view->setHorizontalHeader(m_columns);
    m_view->setSortingEnabled(true);
}

void ResultTable::arrange()
{
    m_title = new QLabel(tr("Result"), m_header);
    QFont strong = m_theme.font(Type::Table);
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    auto *row = new QHBoxLayout(m_header);
    row->setContentsMargins(8, 0, 12, 0);
    row->setSpacing(4);
    row->addWidget(m_fold);
    row->addWidget(m_title);
    row->addSpacing(4);
    row->addWidget(m_size);
    row->addStretch();
    row->addWidget(m_copy);
    row->addSpacing(4);
    row->addWidget(m_csv);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_view, 1);
    clear({});
}

void ResultTable::connectSignals()
{
    connect(m_copy, &QToolButton::clicked, this, &ResultTable::copyTsvClicked);
    connect(m_csv, &QToolButton::clicked, this, &ResultTable::csvClicked);
    connect(m_fold, &QToolButton::clicked, this, [this] { setExpanded(!m_isExpanded); });
    m_fold->setIcon(m_theme.icon(QStringLiteral("chevron-down")));
    auto *copy = new QShortcut(QKeySequence::Copy, m_view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, this, &ResultTable::copySelection);
    connect(&m_theme, &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    m_view->viewport()->installEventFilter(this);
}

void ResultTable::setTable(AnswerTablePtr table)
{
    if (!table || table->columnCount() == 0 || table->rowCount() == 0) {
        clear(tr("0 rows"));
        return;
    }
    m_size->setText(table->sizeText());
    m_model->setTable(std::move(table));
    m_columns->setSortIndicator(m_model->sortColumn(), m_model->sortOrder());
    m_copy->setEnabled(true);
    m_csv->setEnabled(true);
    measureColumns();
    fitColumns();
    m_view->scrollToTop();
}

void ResultTable::clear(const QString &words)
{
    m_model->setTable(nullptr);
    m_size->setText(words);
    m_copy->setEnabled(false);
    m_csv->setEnabled(false);
}

void ResultTable::setHeadShown(bool shown)
{
    m_header->setVisible(shown);
}

void ResultTable::setFoldable(bool foldable)
{
    m_fold->setVisible(foldable);
    m_title->setContentsMargins(foldable ? 0 : 8, 0, 0, 0);
}

void ResultTable::setDimmed(bool dimmed)
{
    dim(*m_view, dimmed);
}

void ResultTable::setExpanded(bool expanded)
{
    if (m_isExpanded == expanded)
        return;
    m_isExpanded = expanded;
    m_view->setVisible(expanded);
    setMaximumHeight(expanded ? QWIDGETSIZE_MAX : headerHeight);
    m_fold->setIcon(m_theme.icon(expanded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    updateGeometry();
    Q_EMIT expandedChanged(expanded);
}

QSize ResultTable::sizeHint() const
{
    return {600, m_isExpanded ? headerHeight + rowHeight * (rowsShown + 1) + 8 : headerHeight};
}

QSize ResultTable::minimumSizeHint() const
{
    return {200, m_isExpanded ? headerHeight + rowHeight * 3 : headerHeight};
}

void ResultTable::measureColumns()
{
    m_needed.clear();
    m_least.clear();
    const AnswerTable &table = *m_model->table();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const bool isText = table.isText(column);
        const int name = m_columns->widthFor(m_model->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
        int width = 0;
        const int rows = std::min(table.rowCount(), isText ? namesMeasured : numbersMeasured);
        for (int row = 0; row < rows; ++row)
            width = std::max(width, m_columns->widthFor(table.text(row, column)));
        if (!isText)
            width = std::max(width, m_columns->widthFor(table.text(largestRow(table, column), column)));
        m_least.push_back(std::clamp(width, narrowestColumn, isText ? narrowestName : widestColumn));
        width = std::max(width, std::min(name, widestColumn));
        m_needed.push_back(isText ? std::clamp(width, narrowestName, widestName)
                                  : std::clamp(width, narrowestColumn, widestColumn));
    }
}

// With names cut where all have room only so.
bool ResultTable::squeezeColumns(int room)
{
    const int needed = std::accumulate(m_needed.begin(), m_needed.end(), 0);
    const int least = std::accumulate(m_least.begin(), m_least.end(), 0);
    if (needed <= room || least > room)
        return false;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int own = m_least[std::size_t(column)];
        const int more = m_needed[std::size_t(column)] - own;
        m_view->setColumnWidth(column, own + more * (room - least) / (needed - least));
    }
    return true;
}

// As wide as their contents need; columns of numbers alike where there is room for that, and then as wide as there is
// room.
void ResultTable::fitColumns()
{
    if (m_model->columnCount() == 0)
        return;
    int room = m_view->viewport()->width();
    if (squeezeColumns(room))
        return;
    std::vector<int> numbers;
    std::vector<int> widths;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const int needed = m_needed[std::size_t(column)];
        if (m_model->table()->isText(column)) {
            m_view->setColumnWidth(column, needed);
            room -= needed;
        } else {
            numbers.push_back(column);
            widths.push_back(needed);
        }
    }
    if (numbers.empty())
        return;
    const int each = room / int(widths.size());
    const int spare = (room - std::accumulate(widths.begin(), widths.end(), 0)) / int(widths.size());
    if (each >= *std::max_element(widths.begin(), widths.end()))
        widths.assign(widths.size(), each);
    else
        std::for_each(widths.begin(), widths.end(), [&](int &width) { width += std::max(0, spare); });
    for (std::size_t i = 0; i < numbers.size(); ++i)
        m_view->setColumnWidth(numbers[i], widths[i]);
}

bool ResultTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return QWidget::eventFilter(watched, event);
}

void ResultTable::copySelection()
{
    const QItemSelection selection = m_view->selectionModel()->selection();
    if (selection.isEmpty()) {
        if (m_copy->isEnabled())
            Q_EMIT copyTsvClicked();
        return;
    }
    const QItemSelectionRange &range = selection.constFirst();
    QStringList lines;
    for (int row = range.top(); row <= range.bottom(); ++row)
        lines.append(m_model->plainCells(row, range.left(), range.right()).join(QLatin1Char('\t')));
    QApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}
