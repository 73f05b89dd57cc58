// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/note_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <array>

namespace {

struct NoteLook
{
    const char *property;
    const char *icon;
    Role role;
};
constexpr std::array<NoteLook, 5> looks{{{"info", "info", Role::Info},
                                         {"warn", "warning", Role::Warn},
                                         {"bad", "error", Role::Bad},
                                         {"good", "check", Role::Good},
                                         {"warn", "offline", Role::Warn}}};

void dress(QPushButton &button, const Theme &theme)
{
    button.setFont(theme.font(Type::Table));
    button.setProperty("quiet", true);
    button.setCursor(Qt::PointingHandCursor);
}

} // namespace

NoteBar::NoteBar(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_strong(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("note"));
    setFixedHeight(32);
    QFont strong = theme.font(Type::Table);
    strong.setWeight(QFont::DemiBold);
    m_strong->setFont(strong);
    m_strong->setTextFormat(Qt::PlainText);
    m_sentence->setFont(theme.font(Type::Table));
    m_sentence->setProperty("tone", "text2");
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_action->setObjectName(QStringLiteral("noteAction"));
    dress(*m_action, theme);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(m_icon);
    row->addWidget(m_strong);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    connect(m_action, &QPushButton::clicked, this, &NoteBar::actionClicked);
    connect(&theme, &Theme::changed, this, &NoteBar::showIcon);
    hide();
}

void NoteBar::showNote(NoteKind kind, const QString &sentence, const QString &action, const QString &strong)
{
    m_kind = kind;
    setProperty("note", looks[std::size_t(kind)].property);
    Theme::repolish(this);
    m_strong->setText(strong);
    m_strong->setVisible(!strong.isEmpty());
    m_sentence->setText(sentence);
    m_sentence->setToolTip(sentence.toHtmlEscaped());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(strong.isEmpty() ? sentence : strong + QLatin1Char(' ') + sentence);
    showIcon();
    show();
}

QPushButton *NoteBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    dress(*button, m_theme);
    layout()->addWidget(button);
    return button;
}

void NoteBar::hideNote()
{
    hide();
}

void NoteBar::showIcon()
{
    const NoteLook &look = looks[std::size_t(m_kind)];
    m_icon->setPixmap(m_theme.pixmap(QLatin1String(look.icon), look.role, devicePixelRatioF()));
}
