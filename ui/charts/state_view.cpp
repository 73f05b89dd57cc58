// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/state_view.h"

#include <QFrame>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace {

constexpr int plateWidth = 480;
constexpr int textWidth = 400;
constexpr int iconSize = 18;
constexpr int rowHeight = 32;

QLabel *makeLabel(const QString &text, const QFont &font, const char *tone, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(font);
    label->setTextFormat(Qt::PlainText);
    if (tone)
        label->setProperty("tone", tone);
    return label;
}

QFrame *makeLine(QWidget *parent)
{
    auto *line = new QFrame(parent);
    line->setProperty("rule", true);
    line->setFixedHeight(1);
    return line;
}

} // namespace

StateView::StateView(const Theme &theme, QWidget *parent)
    : Overlay(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("stateView"));
    auto *center = new QGridLayout(this);
    center->setContentsMargins(8, 8, 8, 8);
}

void StateView::showState(const StateText &text)
{
    delete m_plate;
    m_details.clear();
    m_plate = new QWidget(this);
    m_plate->setObjectName(QStringLiteral("statePlate"));
    m_plate->setAutoFillBackground(true);
    m_plate->setBackgroundRole(QPalette::Base);
    m_plate->setMaximumWidth(plateWidth);
    m_plate->setAccessibleName(text.title);
    m_plate->setAccessibleDescription(text.sentence);

    auto *icon = new QLabel(m_plate);
    const auto paintIcon = [this, icon, text] {
        icon->setPixmap(m_theme.pixmap(text.icon, text.iconRole, devicePixelRatioF(), iconSize));
    };
    paintIcon();
    connect(&m_theme, &Theme::changed, icon, paintIcon);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    addHead(column, text);
    addReasons(column, text);
    addDetails(column, text);
    addButtons(column, text);
    auto *row = new QHBoxLayout(m_plate);
    row->setContentsMargins(24, 24, 24, 24);
    row->setSpacing(12);
    auto *iconColumn = new QVBoxLayout;
    iconColumn->setContentsMargins(0, 3, 0, 0);
    iconColumn->addWidget(icon);
    iconColumn->addStretch();
    row->addLayout(iconColumn);
    row->addLayout(column, 1);

    static_cast<QGridLayout *>(layout())->addWidget(m_plate, 0, 0, Qt::AlignCenter);
    show();
    raise();
}

void StateView::hideState()
{
    hide();
}

void StateView::setReasonDetail(int reason, const QString &detail)
{
    m_details.at(std::size_t(reason))->setText(detail);
}

void StateView::addHead(QVBoxLayout *column, const StateText &text)
{
    auto *title = makeLabel(text.title, m_theme.font(Type::Question), nullptr, m_plate);
    title->setObjectName(QStringLiteral("stateTitle"));
    title->setWordWrap(true);
    title->setMinimumWidth(200);
    column->addWidget(title);
    if (text.sentence.isEmpty())
        return;
    auto *sentence = makeLabel(text.sentence, m_theme.font(Type::Base), "text2", m_plate);
    sentence->setObjectName(QStringLiteral("stateSentence"));
    sentence->setWordWrap(true);
    sentence->setMinimumWidth(qMin(textWidth, qMax(200, width() - 110)));
    column->addSpacing(6);
    column->addWidget(sentence);
}

void StateView::addReasons(QVBoxLayout *column, const StateText &text)
{
    if (text.reasons.empty())
        return;
    column->addSpacing(14);
    QFont strong = m_theme.font(Type::Table);
    strong.setWeight(QFont::DemiBold);
    column->addWidget(makeLine(m_plate));
    for (int i = 0; i < int(text.reasons.size()); ++i) {
        const StateReason &reason = text.reasons[std::size_t(i)];
        auto *row = new QHBoxLayout;
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(3);
        if (!reason.words.isEmpty())
            row->addWidget(makeLabel(reason.words, m_theme.font(Type::Table), nullptr, m_plate));
        auto *name = makeLabel(reason.name, strong, nullptr, m_plate);
        const QFontMetrics metrics(strong);
        name->setText(metrics.elidedText(reason.name, Qt::ElideMiddle, 190));
        name->setToolTip(reason.name.toHtmlEscaped());
        row->addWidget(name);
        row->addStretch();
        m_details.push_back(makeLabel(reason.detail, m_theme.font(Type::Table), "text2", m_plate));
        row->addWidget(m_details.back());
        if (!reason.action.isEmpty()) {
            auto *action = new QPushButton(reason.action, m_plate);
            action->setObjectName(QStringLiteral("stateReason%1").arg(i));
            action->setAccessibleName(QStringLiteral("%1: %2 %3").arg(reason.action, reason.words, reason.name));
            action->setProperty("quiet", true);
            connect(action, &QPushButton::clicked, this, [this, i] { Q_EMIT reasonClicked(i); });
            row->addSpacing(8);
            row->addWidget(action);
        }
        auto *box = new QWidget(m_plate);
        box->setLayout(row);
        box->setFixedHeight(rowHeight);
        column->addWidget(box);
        column->addWidget(makeLine(m_plate));
    }
}

void StateView::addDetails(QVBoxLayout *column, const StateText &text)
{
    if (!text.points.isEmpty()) {
        column->addSpacing(8);
        auto *points = makeLabel(QStringLiteral("•  ") + text.points.join(QStringLiteral("\n•  ")),
                                 m_theme.font(Type::Base), nullptr, m_plate);
        points->setObjectName(QStringLiteral("statePoints"));
        points->setWordWrap(true);
        points->setTextInteractionFlags(Qt::TextSelectableByMouse);
        column->addWidget(points);
    }
    if (!text.code.isEmpty()) {
        column->addSpacing(14);
        auto *box = new QFrame(m_plate);
        box->setProperty("plate", "sunken");
        auto *code = makeLabel(text.code, m_theme.font(Type::Code), "text2", box);
        code->setObjectName(QStringLiteral("stateCode"));
        code->setWordWrap(true);
        code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        auto *inside = new QVBoxLayout(box);
        inside->setContentsMargins(10, 8, 10, 8);
        inside->addWidget(code);
        column->addWidget(box);
    }
}

void StateView::addButtons(QVBoxLayout *column, const StateText &text)
{
    if (text.buttons.empty())
        return;
    column->addSpacing(16);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    for (int i = 0; i < int(text.buttons.size()); ++i) {
        const StateButton &wanted = text.buttons[std::size_t(i)];
        auto *button = new QPushButton(wanted.text, m_plate);
        button->setObjectName(QStringLiteral("stateButton%1").arg(i));
        button->setFont(m_theme.font(Type::Label));
        if (!wanted.icon.isEmpty())
            Theme::setIconBeside(*button, m_theme.icon(wanted.icon, wanted.isPrimary ? Role::OnAccent : Role::Text));
        button->setProperty("accent", wanted.isPrimary);
        connect(button, &QPushButton::clicked, this, [this, i] { Q_EMIT buttonClicked(i); });
        row->addWidget(button);
        if (!wanted.hint.isEmpty())
            row->addWidget(makeLabel(wanted.hint, m_theme.font(Type::Table), "text3", m_plate));
    }
    row->addStretch();
    column->addLayout(row);
}
