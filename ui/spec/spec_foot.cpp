// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/spec/spec_foot.h"

#include "ui/theme/theme.h"

#include <QBoxLayout>
#include <QFrame>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace {

constexpr int footHeight = 32;
constexpr int padding = 12;
constexpr int mostLetters = 180; // of a message; the tooltip has it all

} // namespace

SpecFoot::SpecFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_band(new QFrame(this))
    , m_message(new QLabel(m_band))
    , m_fix(new QPushButton(m_band))
    , m_kept(new QLabel(tr("The chart shows the last valid spec."), m_band))
    , m_return(new QPushButton(tr("Return to it"), m_band))
    , m_count(new QToolButton(this))
    , m_place(new QLabel(this))
    , m_lines(new QLabel(this))
{
    setObjectName(QStringLiteral("specFoot"));
    m_band->setObjectName(QStringLiteral("specProblem"));
    m_band->setProperty("note", "bad");
    m_message->setObjectName(QStringLiteral("specMessage"));
    m_message->setTextFormat(Qt::PlainText);
    m_message->setWordWrap(true);
    m_message->setProperty("tone", "bad");
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_fix->setObjectName(QStringLiteral("specFix"));
    m_kept->setObjectName(QStringLiteral("specKept"));
    m_kept->setProperty("tone", "text2");
    m_return->setObjectName(QStringLiteral("specReturn"));
    m_return->setProperty("quiet", true);
    m_count->setProperty("tone", "bad");
    m_count->setObjectName(QStringLiteral("specNextProblem"));
    m_count->setIcon(theme.icon(QStringLiteral("error"), Role::Bad));
    m_count->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_count->setFocusPolicy(Qt::StrongFocus);
    m_place->setObjectName(QStringLiteral("specPlace"));
    m_lines->setObjectName(QStringLiteral("specLines"));
    m_lines->setProperty("tone", "text2");
    for (QWidget *words :
         std::initializer_list<QWidget *>{m_message, m_fix, m_kept, m_return, m_count, m_place, m_lines})
        words->setFont(theme.font(Type::Table));
    arrange();
    connect(m_count, &QToolButton::clicked, this, &SpecFoot::nextWanted);
    connect(m_fix, &QPushButton::clicked, this, &SpecFoot::fixWanted);
    connect(m_return, &QPushButton::clicked, this, &SpecFoot::returnWanted);
    showProblem(nullptr, 0, false);
}

void SpecFoot::arrange()
{
    auto *band = new QVBoxLayout(m_band);
    band->setContentsMargins(padding, 8, padding, 6);
    band->setSpacing(2);
    auto *message = new QHBoxLayout;
    message->setSpacing(8);
    message->addWidget(m_message, 1);
    message->addWidget(m_fix, 0, Qt::AlignTop);
    band->addLayout(message);
    auto *kept = new QHBoxLayout;
    kept->addWidget(m_kept, 1);
    kept->addWidget(m_return);
    band->addLayout(kept);
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
    column->addWidget(m_band);
    auto *foot = new QWidget(this);
    foot->setFixedHeight(footHeight);
    foot->setLayout(row);
    column->addWidget(foot);
}

void SpecFoot::showProblem(const SpecProblem *problem, int count, bool isKept)
{
    m_band->setVisible(problem != nullptr);
    m_count->setVisible(problem != nullptr);
    m_place->setVisible(problem != nullptr);
    m_kept->setVisible(isKept);
    m_return->setVisible(isKept);
    if (problem == nullptr)
        return;
    QString message
        = problem->field.isEmpty() ? problem->description : tr("%1: %2").arg(problem->field, problem->description);
    m_message->setToolTip(Qt::convertFromPlainText(message));
    if (message.size() > mostLetters)
        message = message.left(mostLetters) + u'…';
    m_message->setText(message);
    m_fix->setVisible(!problem->instead.isEmpty());
    const QString shown = problem->instead.section(u'_', problem->instead == problem->instead.toUpper() ? 1 : 0);
    m_fix->setText(tr("Use %1").arg(shown)); // the enum's prefix goes without saying
    m_fix->setToolTip(tr("Put %1 there (Alt+Return)").arg(problem->instead));
    m_count->setText(count == 1 ? tr("1 problem") : tr("%1 problems").arg(count));
    m_count->setAccessibleName(tr("%1: go to the next").arg(m_count->text()));
    m_count->setToolTip(tr("Go to the next problem (F8)"));
    m_place->setText(tr("Line %1, column %2").arg(problem->place.line).arg(problem->place.column));
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
