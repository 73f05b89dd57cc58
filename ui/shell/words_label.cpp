// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/words_label.h"

#include <QPainter>
#include <QStyle>

WordsLabel::WordsLabel(const Theme &theme, Type type, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_type(type)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void WordsLabel::setWords(const Words &words)
{
    if (m_words == words)
        return;
    m_words = words;
    setAccessibleName(text());
    setToolTip(text());
    updateGeometry();
    update();
}

QFont WordsLabel::fontOf(const Word &word) const
{
    QFont font = m_theme.font(m_type);
    if (!word.isName && font.weight() > QFont::Medium)
        font.setWeight(QFont::Medium);
    return font;
}

int WordsLabel::fullWidth() const
{
    int width = 0;
    for (const Word &word : m_words)
        width += QFontMetrics(fontOf(word)).horizontalAdvance(word.text);
    return width + 2;
}

QSize WordsLabel::sizeHint() const
{
    return {fullWidth(), m_theme.lineHeight(m_type)};
}

QSize WordsLabel::minimumSizeHint() const
{
    return {80, m_theme.lineHeight(m_type)};
}

void WordsLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QRect rest = rect();
    const bool isCut = fullWidth() > width();
    for (const Word &word : m_words) {
        const QFontMetrics metrics(fontOf(word));
        // What is left out must show: room for its mark when the cut falls between two words.
        const int mark = isCut ? metrics.horizontalAdvance(QChar(0x2026)) : 0;
        const QString fitting = metrics.elidedText(word.text, Qt::ElideRight, rest.width() - mark);
        painter.setFont(fontOf(word));
        painter.setPen(m_theme.color(word.isName ? Role::Text : Role::Text2));
        const QRect place(rest.topLeft(), QSize(metrics.horizontalAdvance(fitting), rest.height()));
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                         Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextDontClip, fitting);
        rest.setLeft(rest.left() + place.width());
        if (fitting != word.text || rest.width() <= 0)
            break;
    }
}
