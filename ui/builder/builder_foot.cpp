// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/builder_foot.h"

#include "ui/builder/elided_label.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace {

constexpr int footHeight = 44;
constexpr int padding = 12;

} // namespace

BuilderFoot::BuilderFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_estimate(new ElidedLabel(this))
    , m_runs(new QLabel(tr("Runs as you edit"), this))
{
    setObjectName("builderFoot");
    setFixedHeight(footHeight);
    m_estimate->setObjectName("estimate");
    m_estimate->setFont(theme.font(Type::Table));
    m_estimate->setProperty("tone", "text2");
    m_runs->setFont(theme.font(Type::Table));
    m_runs->setProperty("tone", "text3");
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(padding, 0, padding, 0);
    layout->addWidget(m_estimate, 1);
    layout->addWidget(m_runs);
}

void BuilderFoot::setEstimate(const QString &estimate)
{
    m_estimateText = estimate;
    showText();
}

void BuilderFoot::setProblem(const QString &problem)
{
    m_problem = problem;
    showText();
}

void BuilderFoot::showText()
{
    m_estimate->setFullText(m_problem.isEmpty() ? m_estimateText : m_problem);
    m_runs->setVisible(m_problem.isEmpty());
    m_estimate->setProperty("tone", m_problem.isEmpty() ? "text2" : "bad");
    Theme::repolish(m_estimate);
}

void BuilderFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(0, 0, width(), 1, m_theme.color(Role::Line));
}
