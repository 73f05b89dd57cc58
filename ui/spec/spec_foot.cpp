// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_foot.h"

#include "ui/charts/note_bar.h"
#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace {

constexpr int footHeight = 32;
constexpr int padding = 12;

} // namespace

SpecFoot::SpecFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_setAside(new NoteBar(theme, this))
    , m_count(new QToolButton(this))
    , m_place(new QLabel(this))
    , m_lines(new QLabel(this))
{
    setObjectName(QStringLiteral("specFoot"));
    m_setAside->setObjectName(QStringLiteral("specSetAside"));
    m_count->setProperty("tone", "bad");
    m_count->setObjectName(QStringLiteral("specNextProblem"));
    m_count->setIcon(theme.icon(QStringLiteral("error"), Role::Bad));
    m_count->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_count->setFocusPolicy(Qt::StrongFocus);
    m_count->setToolTip(tr("Go to the next problem (F8), or the one before (Shift+F8)"));
    m_place->setObjectName(QStringLiteral("specPlace"));
    m_lines->setObjectName(QStringLiteral("specLines"));
    m_lines->setProperty("tone", "text2");
    for (QWidget *words : std::initializer_list<QWidget *>{m_count, m_place, m_lines})
        words->setFont(theme.font(Type::Table));
    arrange();
    connect(m_count, &QToolButton::clicked, this, &SpecFoot::nextWanted);
    connect(m_setAside, &NoteBar::actionClicked, this, &SpecFoot::typedWanted);
    showProblem(nullptr, 0);
}

void SpecFoot::arrange()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(padding - 4, 0, padding, 0);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_place);
    row->addStretch(1);
    row->addWidget(m_lines);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_setAside);
    auto *foot = new QWidget(this);
    foot->setFixedHeight(footHeight);
    foot->setLayout(row);
    column->addWidget(foot);
}

void SpecFoot::showProblem(const SpecProblem *problem, int count)
{
    m_count->setVisible(problem != nullptr);
    m_place->setVisible(problem != nullptr);
    if (problem == nullptr)
        return;
    m_count->setText(count == 1 ? tr("1 problem") : tr("%1 problems").arg(count));
    m_count->setAccessibleName(tr("%1: go to the next").arg(m_count->text()));
    m_place->setText(tr("Line %1, column %2").arg(problem->place.line).arg(problem->place.column));
}

void SpecFoot::showSetAside(bool isSetAside)
{
    if (isSetAside)
        m_setAside->showNote(NoteKind::Info, tr("The text in error was set aside."), tr("Bring it back"));
    else
        m_setAside->hideNote();
}

void SpecFoot::showLines(int count)
{
    m_lines->setText(count == 1 ? tr("JSON · 1 line") : tr("JSON · %1 lines").arg(count));
}

void SpecFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Role::Sunken));
    painter.fillRect(0, 0, width(), 1, m_theme.color(Role::Line));
}
