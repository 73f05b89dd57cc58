// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/field_hint.h"

#include "ui/theme/theme.h"

FieldHint::FieldHint(const Theme &theme, QWidget *parent)
    : QLabel(parent)
{
    setFont(theme.font(Type::Axis));
    setWordWrap(true);
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::NoFocus);
    hide();
    connect(this, &QLabel::linkActivated, this, [this] { Q_EMIT offerTaken(m_offer); });
}

void FieldHint::say(const QString &text, Tone tone)
{
    m_offer.clear();
    present(text.toHtmlEscaped(), text, tone);
}

void FieldHint::sayWithOffer(const QString &text, const QString &offer, Tone tone)
{
    m_offer = offer;
    const QString link = QStringLiteral("<a href=\"#\">%1</a>").arg(offer.toHtmlEscaped());
    present(text.toHtmlEscaped().arg(link), text.arg(offer), tone);
}

void FieldHint::clearHint()
{
    m_offer.clear();
    setText({});
    hide();
}

void FieldHint::present(const QString &html, const QString &spoken, Tone tone)
{
    m_tone = tone;
    setText(html);
    setAccessibleName(spoken);
    setFocusPolicy(m_offer.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    setProperty("tone", tone == Tone::Bad ? "bad" : "text3");
    Theme::repolish(this);
    setVisible(true);
}
