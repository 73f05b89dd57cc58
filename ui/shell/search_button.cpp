// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/search_button.h"

#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace {

constexpr int usualWidth = 300;
constexpr int leastWidth = 32; // the icon
constexpr int leastWithWords = 120;
constexpr int leastWithShortcut = 180;

} // namespace

SearchButton::SearchButton(const Theme &theme, const QString &words, const QString &shortcut, QWidget *parent)
    : QPushButton(parent)
    , m_icon(new QLabel(this))
    , m_words(new QLabel(words, this))
    , m_shortcut(new QLabel(shortcut, this))
{
    setObjectName(QStringLiteral("search"));
    setAccessibleName(words);
    setToolTip(QStringLiteral("%1 (%2)").arg(words, shortcut));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMaximumWidth(usualWidth);
    const auto showIcon = [this, &theme] {
        m_icon->setPixmap(theme.pixmap(QStringLiteral("search"), Role::Text2, devicePixelRatioF()));
    };
    showIcon();
    connect(&theme, &Theme::changed, this, showIcon);
    m_words->setProperty("tone", "text3");
    m_words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_shortcut->setProperty("tone", "text3");
    m_shortcut->setFont(theme.font(Type::Axis));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_words, 1);
    row->addWidget(m_shortcut);
    for (QLabel *label : {m_icon, m_words, m_shortcut})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize SearchButton::sizeHint() const
{
    return minimumSizeHint();
}

QSize SearchButton::minimumSizeHint() const
{
    return {leastWidth, QPushButton::sizeHint().height()};
}

void SearchButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    m_words->setVisible(width() >= leastWithWords);
    m_shortcut->setVisible(width() >= leastWithShortcut);
    layout()->activate();
    m_words->setText(m_words->fontMetrics().elidedText(accessibleName(), Qt::ElideRight, m_words->width()));
}
