// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/completion_popup.h"

#include "ui/builder/completion_delegate.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QListView>
#include <QMouseEvent>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int mostVisibleRows = 10;
constexpr int narrowest = 260;
constexpr int widest = 480; // of what the names ask for
constexpr int measuredRows = 50;
constexpr int gap = 4; // between the field and the list
constexpr int edge = 5; // border and padding of the list

} // namespace

CompletionPopup::CompletionPopup(const Theme &theme, QWidget *field)
    : QFrame(field, Qt::ToolTip | Qt::FramelessWindowHint)
    , m_field(*field)
    , m_list(new QListView(this))
    , m_note(new QLabel(this))
{
    setObjectName("completionPopup");
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setProperty("plate", "raised");

    m_list->setObjectName("completionList");
    m_list->setAccessibleName(tr("Suggestions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CompletionDelegate(theme, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_note->setObjectName("completionNote");
    m_note->setProperty("tone", "text3");
    m_note->setFont(theme.font(Type::Axis));
    m_note->setContentsMargins(8, 4, 8, 4);
    m_note->setWordWrap(true);
    m_note->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge - 1, edge - 1, edge - 1, edge - 1);
    layout->setSpacing(0);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // showAt() says how large
    layout->addWidget(m_list);
    layout->addWidget(m_note);

    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { Q_EMIT chosen(m_model.name(index.row())); });
}

void CompletionPopup::setRows(std::vector<Suggestion> rows, const QString &typed, int marked)
{
    m_model.setRows(std::move(rows), typed);
    m_list->setCurrentIndex(m_model.index(marked, 0));
    m_list->scrollTo(m_list->currentIndex());
}

void CompletionPopup::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void CompletionPopup::showAt(const QWidget &anchor)
{
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height() + gap));
    const QPoint above = anchor.mapToGlobal(QPoint(0, -gap));
    const QRect screen = anchor.screen()->availableGeometry();
    const QSize size = sizeFor(widthFor(anchor));
    const bool fitsBelow = below.y() + size.height() <= screen.bottom();
    const int x = std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - size.width()));
    const int y = fitsBelow ? below.y() : std::max(screen.top(), above.y() - size.height());
    setGeometry(QRect(QPoint(x, y), size));
    setVisible(m_model.rowCount() > 0 || !m_note->text().isEmpty());
}

int CompletionPopup::widthFor(const QWidget &anchor) const
{
    int names = narrowest;
    for (int row = 0; row < std::min(m_model.rowCount(), measuredRows); ++row)
        names = std::max(names, m_list->itemDelegate()->sizeHint({}, m_model.index(row, 0)).width() + 2 * edge);
    return std::max(anchor.width(), std::min(names, widest));
}

QSize CompletionPopup::sizeFor(int width) const
{
    const int rows = std::min(m_model.rowCount(), mostVisibleRows);
    const int listHeight = rows * CompletionDelegate::rowHeight;
    m_list->setFixedHeight(listHeight);
    const int noteHeight = m_note->text().isEmpty() ? 0 : m_note->heightForWidth(width - 2 * edge);
    return {width, listHeight + noteHeight + 2 * edge};
}

void CompletionPopup::moveCurrent(int rows)
{
    const int count = m_model.rowCount();
    if (count == 0)
        return;
    const int current = m_list->currentIndex().row();
    const bool isStep = std::abs(rows) == 1;
    int next = current + rows;
    if (isStep && (next < 0 || next >= count))
        next = next < 0 ? count - 1 : 0; // round the end
    m_list->setCurrentIndex(m_model.index(std::clamp(next, 0, count - 1), 0));
    m_list->scrollTo(m_list->currentIndex());
}

QString CompletionPopup::currentName() const
{
    return m_model.name(m_list->currentIndex().row());
}

void CompletionPopup::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    qApp->installEventFilter(this);
}

void CompletionPopup::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
}

bool CompletionPopup::eventFilter(QObject *watched, QEvent *event)
{
    const auto *widget = qobject_cast<QWidget *>(watched);
    const bool isElsewhere = widget && widget != &m_field && widget != this && !isAncestorOf(widget);
    const bool isPointer = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::Wheel;
    const bool windowMoves = event->type() == QEvent::Move && watched == m_field.window();
    if ((isElsewhere && isPointer) || windowMoves)
        Q_EMIT dismissed();
    return QFrame::eventFilter(watched, event);
}
