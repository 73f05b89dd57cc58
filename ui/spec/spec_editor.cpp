// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_editor.h"

#include "ui/builder/completion_popup.h"
#include "ui/spec/spec_highlighter.h"
#include "ui/spec/spec_reading.h"
#include "ui/spec/spec_rows.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTimer>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr int iconSize = 16;
constexpr int numbersGap = 8; // px, between the numbers and the text
constexpr int leastDigits = 2;
constexpr int notePauseMs = 400;

} // namespace

SpecEditor::SpecEditor(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
    , m_rows(new SpecRows(document()))
    , m_numbers(new LineNumbers(*this))
    , m_anchor(new QWidget(viewport()))
    , m_popup(new CompletionPopup(theme, this))
    , m_notePause(new QTimer(this))
{
    setObjectName(QStringLiteral("specEditor"));
    setAccessibleName(tr("Query spec as JSON"));
    setFont(theme.font(Type::Code));
    document()->setDocumentLayout(m_rows);
    setFrameShape(QFrame::NoFrame);
    setLineWrapMode(NoWrap);
    setStyleSheet(QStringLiteral("QPlainTextEdit { border: none; border-radius: 0; }"));
    m_anchor->hide();
    m_notePause->setSingleShot(true);
    m_notePause->setInterval(notePauseMs);
    connect(m_notePause, &QTimer::timeout, this, &SpecEditor::tellMarks);
    new SpecHighlighter(theme, document());
    connect(this, &QPlainTextEdit::blockCountChanged, this, [this] { setViewportMargins(numbersWidth(), 0, 0, 0); });
    connect(this, &QPlainTextEdit::updateRequest, this, [this] {
        m_numbers->update();
        placeNotes();
    });
    connect(this, &QPlainTextEdit::cursorPositionChanged, m_numbers, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::changed, this, &SpecEditor::showMarks);
    connect(m_popup, &CompletionPopup::chosen, this, &SpecEditor::takeOffer);
    connect(m_popup, &CompletionPopup::dismissed, this, &SpecEditor::closeList);
    setViewportMargins(numbersWidth(), 0, 0, 0);
}

QString SpecEditor::text() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    return text;
}

void SpecEditor::setText(const QString &text)
{
    replaceText(text);
    document()->clearUndoRedoStacks();
}

void SpecEditor::replaceText(const QString &text)
{
    const QString before = this->text();
    const qsizetype shorter = std::min(before.size(), text.size());
    const qsizetype head = std::mismatch(before.begin(), before.begin() + shorter, text.begin()).first - before.begin();
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    closeList();
    if (head + tail == before.size() && head + tail == text.size())
        return;
    QTextCursor cursor(document());
    cursor.setPosition(int(head));
    cursor.setPosition(int(before.size() - tail), QTextCursor::KeepAnchor);
    cursor.insertText(text.mid(head, text.size() - head - tail));
}

void SpecEditor::setMarks(std::vector<EditorMark> marks)
{
    if (marks == m_marks)
        return;
    m_marks = std::move(marks);
    showMarks();
    tellMarks();
}

void SpecEditor::showMarks()
{
    QList<QTextEdit::ExtraSelection> selections;
    for (const EditorMark &mark : m_marks) {
        const QTextBlock block = document()->findBlockByNumber(mark.line);
        if (!block.isValid() || mark.length == 0)
            continue;
        QTextEdit::ExtraSelection selection;
        selection.cursor = QTextCursor(block);
        selection.cursor.setPosition(block.position() + std::min(mark.column, block.length() - 1));
        selection.cursor.setPosition(block.position() + std::min(mark.column + mark.length, block.length() - 1),
                                     QTextCursor::KeepAnchor);
        selection.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        selection.format.setUnderlineColor(m_theme.color(Role::Bad));
        selections << selection;
    }
    setExtraSelections(selections);
    viewport()->update();
    m_numbers->update();
}

bool SpecEditor::isMarked(int line) const
{
    return std::any_of(m_marks.begin(), m_marks.end(), [line](const EditorMark &mark) { return mark.line == line; });
}

void SpecEditor::goTo(int line, int column)
{
    const QTextBlock block = document()->findBlockByNumber(line);
    if (!block.isValid())
        return;
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + std::min(column, block.length() - 1));
    setTextCursor(cursor);
    setFocus();
}

void SpecEditor::setCaret(int position)
{
    QTextCursor cursor(document());
    cursor.setPosition(std::min(position, document()->characterCount() - 1));
    setTextCursor(cursor);
}

int SpecEditor::numbersWidth() const
{
    const int digits = std::max(leastDigits, int(QString::number(blockCount()).size()));
    return iconSize + numbersGap / 2 + digits * fontMetrics().horizontalAdvance(u'0') + numbersGap;
}

// The letters stand at the top of a row in the layout: the row is drawn around them.
QRectF SpecEditor::rowOf(const QTextBlock &block) const
{
    const QRectF rect = blockBoundingGeometry(block).translated(contentOffset());
    const qreal above = std::max<qreal>(0, (rowHeight - fontMetrics().height()) / 2.0);
    const qreal top = rect.bottom() - m_rows->roomUnder(block) - rowHeight - above;
    return {0, std::floor(top), qreal(viewport()->width()), rowHeight};
}

void SpecEditor::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    for (const EditorMark &mark : m_marks) {
        const QTextBlock block = document()->findBlockByNumber(mark.line);
        if (block.isValid())
            painter.fillRect(rowOf(block), m_theme.color(Role::BadBg));
    }
    painter.end();
    QPlainTextEdit::paintEvent(event);
}

void SpecEditor::paintNumbers(QWidget &strip)
{
    QPainter painter(&strip);
    painter.fillRect(strip.rect(), m_theme.color(Role::Surface));
    painter.setFont(font());
    const int current = textCursor().blockNumber();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF row = rowOf(block);
        if (row.top() > strip.height())
            break;
        const QRectF whole(0, row.top(), strip.width(), row.height());
        const bool isBad = isMarked(block.blockNumber());
        if (isBad) {
            painter.fillRect(whole, m_theme.color(Role::BadBg));
            painter.drawPixmap(QPointF(2, row.top() + 2),
                               m_theme.pixmap(QStringLiteral("error"), Role::Bad, devicePixelRatioF(), iconSize));
        }
        const bool isCurrent = block.blockNumber() == current && hasFocus();
        painter.setPen(m_theme.color(isBad ? Role::Bad : isCurrent ? Role::Text : Role::Text3));
        painter.drawText(whole.adjusted(0, 0, -numbersGap, 0), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(block.blockNumber() + 1));
    }
}

void SpecEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    m_numbers->setGeometry(0, 0, numbersWidth(), height());
    layOutNotes();
    if (hasFocus())
        ensureCursorVisible(); // the foot grows with what it tells
}

bool SpecEditor::viewportEvent(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QPlainTextEdit::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const int line = cursorForPosition(help->pos()).blockNumber();
    const auto mark
        = std::find_if(m_marks.begin(), m_marks.end(), [line](const EditorMark &m) { return m.line == line; });
    QToolTip::showText(help->globalPos(), mark == m_marks.end() ? QString() : Qt::convertFromPlainText(mark->detail),
                       viewport());
    return true;
}

void SpecEditor::focusOutEvent(QFocusEvent *event)
{
    closeList();
    QPlainTextEdit::focusOutEvent(event);
}

// Qt's own menu would undo the text alone.
void SpecEditor::contextMenuEvent(QContextMenuEvent *event)
{
    auto *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : menu->actions())
        if (action->objectName() == QLatin1String("edit-undo") || action->objectName() == QLatin1String("edit-redo"))
            menu->removeAction(action);
    menu->popup(event->globalPos());
}

// Files are the window's.
bool SpecEditor::canInsertFromMimeData(const QMimeData *source) const
{
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

void SpecEditor::insertFromMimeData(const QMimeData *source)
{
    const QString pasted = source->text();
    if (pasted.size() + text().size() > mostText) {
        Q_EMIT refused(tr("The text is too long to be edited here: save it as a file and open that."));
        return;
    }
    if (isWholeSpec(pasted.toStdString()))
        selectAll();
    QPlainTextEdit::insertFromMimeData(source);
}
