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
#include <QShortcut>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace {

constexpr int rowHeight = 24;
constexpr int underRows = 8; // the next one shows a little: there is more

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
    m_header->setFixedHeight(foldedHeight);
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
    setMaximumHeight(expanded ? QWIDGETSIZE_MAX : foldedHeight);
    m_fold->setIcon(m_theme.icon(expanded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    updateGeometry();
    Q_EMIT expandedChanged(expanded);
}

void ResultTable::setRows(int rows)
{
    if (std::exchange(m_rows, rows) != rows)
        updateGeometry();
}

int ResultTable::rowsIn(int height)
{
    return (height - underRows) / rowHeight - 1;
}

QSize ResultTable::sizeHint() const
{
    return {600, m_isExpanded ? foldedHeight + rowHeight * (m_rows + 1) + underRows : foldedHeight};
}

QSize ResultTable::minimumSizeHint() const
{
    return {200, m_isExpanded ? foldedHeight + rowHeight * 3 : foldedHeight};
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
