// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/palette.h"

#include "ui/builder/completion_delegate.h"
#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int usualWidth = 560;
constexpr int mostVisibleRows = 12;
constexpr int edge = 8;
constexpr int belowTop = 44; // px under the menu bar, where the search field is
constexpr int page = 10; // rows

} // namespace

Palette::Palette(const Theme &theme, QWidget *window)
    : QFrame(window, Qt::Popup | Qt::FramelessWindowHint)
    , m_theme(theme)
    , m_field(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(tr("Nothing has these letters."), this))
{
    setObjectName(QStringLiteral("palette"));
    setProperty("plate", "raised");
    m_field->setObjectName(QStringLiteral("paletteField"));
    m_field->setAccessibleName(tr("Find actions, events, properties"));
    m_field->setPlaceholderText(tr("Find actions, events, properties"));
    m_field->addAction(theme.icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_field->installEventFilter(this);
    m_list->setObjectName(QStringLiteral("paletteList"));
    m_list->setAccessibleName(tr("What can be done"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CompletionDelegate(theme, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setStyleSheet(QStringLiteral("background: transparent"));
    m_nothing->setProperty("tone", "text3");
    m_nothing->setContentsMargins(edge, 4, edge, 4);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(edge, edge, edge, edge);
    column->setSpacing(edge);
    column->addWidget(m_field);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    connect(m_field, &QLineEdit::textEdited, this, &Palette::search);
    connect(m_list, &QListView::clicked, this, &Palette::choose);
}

void Palette::open(std::vector<PaletteEntry> entries)
{
    m_model.setEntries(std::move(entries));
    m_field->clear();
    search({});
    const QWidget *window = parentWidget();
    const int wide = std::min(usualWidth, window->width() - 2 * edge);
    setFixedWidth(wide);
    fit();
    QWidget::move(window->mapToGlobal(QPoint((window->width() - wide) / 2, belowTop)));
    show();
    m_field->setFocus();
}

void Palette::search(const QString &typed)
{
    m_model.search(typed.trimmed());
    m_list->setCurrentIndex(m_model.index(0, 0));
    m_list->scrollToTop();
    fit();
}

void Palette::fit()
{
    const int rows = std::min(m_model.rowCount(), mostVisibleRows);
    m_list->setVisible(rows > 0);
    m_list->setFixedHeight(rows * CompletionDelegate::rowHeight);
    m_nothing->setVisible(rows == 0);
    adjustSize();
}

void Palette::move(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    int next = m_list->currentIndex().row() + rows;
    if (std::abs(rows) == 1)
        next = (next + count) % count; // round the end
    m_list->setCurrentIndex(m_model.index(std::clamp(next, 0, count - 1), 0));
    m_list->scrollTo(m_list->currentIndex());
}

void Palette::choose()
{
    const PaletteEntry *entry = m_model.entry(m_list->currentIndex().row());
    if (entry == nullptr)
        return;
    const PaletteEntry taken = *entry;
    hide();
    Q_EMIT chosen(taken);
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_PageUp: move(-page); return true;
    case Qt::Key_PageDown: move(page); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: choose(); return true;
    case Qt::Key_Escape: hide(); return true;
    default: return QFrame::eventFilter(watched, event);
    }
}
