// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/welcome_page.h"

#include "ui/shell/recent_list.h"
#include "ui/shell/welcome_parts.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr int widest = 1120;
constexpr int cardHeight = 64;
constexpr int columnGap = 48;

} // namespace

WelcomePage::WelcomePage(const Theme &theme, RecentFiles &recent, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setObjectName(QStringLiteral("welcomePage"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setStyleSheet(QStringLiteral(
        "QFrame#dropHint { border: 1px dashed palette(dark); border-radius: 6px; }"
        "QPushButton[row=\"true\"] { text-align: left; border: 1px solid transparent; background: transparent; }"
        "QPushButton[row=\"true\"]:hover { background: palette(alternate-base); }"));

    auto *list = new RecentList(theme, recent);
    connect(list, &RecentList::pathWanted, this, &WelcomePage::pathWanted);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(columnGap);
    auto *left = new QVBoxLayout;
    left->setSpacing(32);
    left->addWidget(createStart());
    left->addWidget(createKeys());
    left->addStretch();
    columns->addLayout(left, 1);
    m_right = new QVBoxLayout;
    m_right->setSpacing(0);
    m_right->addWidget(list, 1);
    columns->addLayout(m_right, 1);

    auto *sheet = new QWidget;
    sheet->setMaximumWidth(widest);
    auto *column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, 40, 24, 24);
    column->setSpacing(4);
    column->addWidget(plainLabel(theme, tr("Ask your events a question"), Type::Page));
    column->addWidget(plainLabel(theme, tr("Trends, funnels and retention, on this machine or on your server."),
                                 Type::Base, "text2"));
    column->addSpacing(24);
    column->addLayout(columns, 1);

    auto *inside = new QWidget;
    auto *middle = new QHBoxLayout(inside);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addStretch(1);
    middle->addWidget(sheet, 100);
    middle->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(inside);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
}

void WelcomePage::addRecent(QWidget *questions)
{
    m_right->insertWidget(0, questions);
}

QPushButton *WelcomePage::addCard(QVBoxLayout &column, const QString &iconName, const QString &name, QLabel *sentence,
                                  const QString &button, const char *objectName)
{
    auto *card = new QFrame;
    card->setProperty("plate", "surface");
    card->setMinimumHeight(cardHeight);
    auto *press = new QPushButton(button);
    press->setObjectName(QLatin1String(objectName));
    sentence->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    sentence->setWordWrap(true);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addStretch();
    words->addWidget(plainLabel(m_theme, name, Type::Label));
    words->addWidget(sentence);
    words->addStretch();
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(16, 8, 16, 8);
    row->setSpacing(16);
    row->addWidget(iconLabel(m_theme, iconName, Role::Link));
    row->addLayout(words, 1);
    row->addWidget(press);
    column.addWidget(card);
    return press;
}

QWidget *WelcomePage::createStart()
{
    auto *start = new QWidget;
    start->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    auto *column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(groupTitle(m_theme, tr("Start")));
    m_demoText = plainLabel(m_theme, {}, Type::Table, "text2");
    m_demoText->setObjectName(QStringLiteral("demoText"));
    m_demo = addCard(*column, QStringLiteral("play"), tr("Explore the demo shop"), m_demoText,
                     tr("Make the demo project"), "makeDemo");
    m_demo->setProperty("accent", true);
    m_openText = plainLabel(m_theme, {}, Type::Table, "text2");
    QPushButton *open
        = addCard(*column, QStringLiteral("folder"), tr("Open a file"), m_openText, tr("Choose a file…"), "chooseFile");
    m_connect = addCard(*column, QStringLiteral("globe"), tr("Connect to a server"),
                        plainLabel(m_theme, tr("Address, project and key"), Type::Table, "text2"), tr("Connect…"),
                        "connectServer");
    connect(m_connect, &QPushButton::clicked, this, &WelcomePage::connectionWanted);
    setConnects(false);
    auto *drop = new QFrame;
    drop->setObjectName(QStringLiteral("dropHint"));
    drop->setFixedHeight(cardHeight);
    auto *dropRow = new QHBoxLayout(drop);
    dropRow->setSpacing(8);
    dropRow->addStretch();
    dropRow->addWidget(iconLabel(m_theme, QStringLiteral("import"), Role::Text3));
    dropRow->addWidget(plainLabel(m_theme, tr("Or drop a file on this window"), Type::Table, "text3"));
    dropRow->addStretch();
    column->addWidget(drop);
    connect(m_demo, &QPushButton::clicked, this, &WelcomePage::demoWanted);
    connect(open, &QPushButton::clicked, this, &WelcomePage::fileWanted);
    setDemoText(tr("A shop with a million made-up events"));
    setTakesEvents(false);
    return start;
}

QWidget *WelcomePage::createKeys()
{
    auto *keys = new QWidget;
    auto *grid = new QGridLayout(keys);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(0, 1);
    grid->addWidget(groupTitle(m_theme, tr("Keys worth knowing")), 0, 0, 1, 2);
    const std::pair<QString, QString> known[] = {{tr("Find any action, event or property"), tr("Ctrl+K")},
                                                 {tr("Add an event, a filter"), tr("Ctrl+E, Ctrl+F")},
                                                 {tr("Copy the query spec"), tr("Ctrl+Shift+C")},
                                                 {tr("Undo, without limit"), tr("Ctrl+Z")}};
    for (int row = 1; const auto &[what, key] : known) {
        grid->addWidget(plainLabel(m_theme, what, Type::Base, "text2"), row, 0);
        QLabel *plate = plainLabel(m_theme, key, Type::Table);
        auto *frame = new QFrame;
        frame->setProperty("plate", "sunken");
        auto *inside = new QHBoxLayout(frame);
        inside->setContentsMargins(8, 2, 8, 2);
        inside->addWidget(plate);
        grid->addWidget(frame, row++, 1, Qt::AlignRight);
    }
    return keys;
}

void WelcomePage::setConnects(bool connects)
{
    m_connect->parentWidget()->setVisible(connects);
}

void WelcomePage::setTakesEvents(bool takes)
{
    m_demo->parentWidget()->setVisible(takes);
    m_openText->setText(takes ? tr("CSV, JSON lines, Parquet, or a query spec") : tr("A query spec"));
}

void WelcomePage::setDemoText(const QString &text)
{
    m_demoText->setText(text);
}

void WelcomePage::setDemoEnabled(bool enabled)
{
    m_demo->setEnabled(enabled);
}
