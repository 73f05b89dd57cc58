// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_note.h"

#include "ui/builder/controls.h"
#include "ui/spec/spec_editor.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPushButton>
#include <QTextLayout>

namespace {

constexpr int edge = 2; // px, the bar at the left
constexpr int padding = 8;
constexpr int margin = 4; // above and below
constexpr int leastHeight = 28;
constexpr int fixHeight = 24;

// The prefix of an enum goes without saying.
QString shortName(const QString &name)
{
    return name == name.toUpper() ? name.section(u'_', 1) : name;
}

} // namespace

SpecNote::SpecNote(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_fix(new QPushButton(this))
{
    setObjectName(QStringLiteral("specNote"));
    setFont(theme.font(Type::Table));
    setCursor(Qt::ArrowCursor);
    m_fix->setObjectName(QStringLiteral("specFix"));
    m_fix->setFont(font());
    m_fix->setStyleSheet(QStringLiteral("min-height: %1px; padding: 0 8px;").arg(fixHeight - 2)); // with its border
    connect(m_fix, &QPushButton::clicked, this, &SpecNote::fixWanted);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SpecNote::setMark(const EditorMark &mark, int others)
{
    m_line = mark.line;
    m_text = others == 0 ? mark.text : tr("%1 (and %2 more in this line)").arg(mark.text).arg(others);
    setToolTip(plainToolTip(mark.detail));
    setAccessibleName(tr("Line %1: %2").arg(mark.line + 1).arg(m_text));
    setAccessibleDescription(mark.detail);
    m_fix->setVisible(!mark.fix.isEmpty());
    m_fix->setText(tr("Use %1").arg(shortName(mark.fix)));
    m_fix->setToolTip(plainToolTip(tr("Put %1 there (Alt+Return)").arg(mark.fix)));
    m_fix->setAccessibleDescription(accessibleName());
    update();
}

int SpecNote::textWidth(int width) const
{
    const int fix = m_fix->isHidden() ? 0 : m_fix->sizeHint().width() + padding;
    return std::max(0, width - edge - 2 * padding - fix);
}

QStringList SpecNote::linesIn(int width) const
{
    QTextLayout layout(m_text, font());
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine first = layout.createLine();
    if (first.isValid())
        first.setLineWidth(width);
    layout.endLayout();
    const int length = first.isValid() ? first.textLength() : 0;
    QStringList lines{m_text.left(length).trimmed()};
    if (const QString rest = m_text.mid(length).trimmed(); !rest.isEmpty())
        lines << fontMetrics().elidedText(rest, Qt::ElideRight, width);
    return lines;
}

int SpecNote::heightForWidth(int width) const
{
    const int text = int(linesIn(textWidth(width)).size()) * fontMetrics().height();
    return std::max(leastHeight, text + 2 * margin);
}

void SpecNote::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    const int fix = m_fix->sizeHint().width();
    m_fix->setGeometry(width() - padding - fix, (height() - fixHeight) / 2, fix, fixHeight);
}

void SpecNote::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        Q_EMIT placeWanted();
}

void SpecNote::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::BadBg));
    painter.fillRect(0, 0, edge, height(), m_theme.color(Role::Bad));
    painter.setPen(m_theme.color(Role::Bad));
    const QStringList lines = linesIn(textWidth(width()));
    const int lineHeight = fontMetrics().height();
    int y = (height() - int(lines.size()) * lineHeight) / 2;
    for (const QString &line : lines) {
        painter.drawText(QRect(edge + padding, y, textWidth(width()), lineHeight), Qt::AlignLeft | Qt::AlignVCenter,
                         line);
        y += lineHeight;
    }
}
