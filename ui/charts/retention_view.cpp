// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/retention_view.h"

#include "query/calendar.h"
#include "ui/charts/dim.h"
#include "ui/charts/heat_view.h"
#include "ui/charts/retention_side.h"
#include "ui/text/number_text.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QScrollArea>

#include <algorithm>

RetentionView::RetentionView(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_groupBar(new QWidget(this))
    , m_groups(new QComboBox(m_groupBar))
    , m_heat(new HeatView(m_content, theme, this))
    , m_side(new RetentionSide(m_content, theme))
    , m_sideRoom(new QScrollArea(this))
{
    setObjectName(QStringLiteral("retention"));
    arrange();
    connectSignals();
    clear();
}

// The heatmap reads the content as long as it lives: losing the focus is the last it does.
RetentionView::~RetentionView()
{
    delete m_heat;
}

void RetentionView::arrange()
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setFocusProxy(m_heat);
    m_heat->setAccessibleName(tr("Retention of each cohort"));
    auto *label = new QLabel(tr("Show"), m_groupBar);
    label->setProperty("tone", "text2");
    label->setBuddy(m_groups);
    m_groups->setObjectName(QStringLiteral("retentionGroup"));
    m_groups->setAccessibleName(tr("Group that is shown"));
    m_groups->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_groups->setMinimumContentsLength(24);
    auto *bar = new QHBoxLayout(m_groupBar);
    bar->setContentsMargins(16, 12, 16, 0);
    bar->setSpacing(8);
    bar->addWidget(label);
    bar->addWidget(m_groups);
    bar->addStretch(1);

    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(m_groupBar);
    column->addWidget(m_heat, 1);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addLayout(column, 1);
    m_sideRoom->setObjectName(QStringLiteral("retentionSide"));
    m_sideRoom->setAccessibleName(tr("Mean, curve and scale"));
    m_sideRoom->setWidgetResizable(true);
    m_sideRoom->setFrameShape(QFrame::NoFrame);
    m_sideRoom->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sideRoom->setFixedWidth(retentionSideWidth);
    m_sideRoom->setWidget(m_side);
    row->addWidget(m_sideRoom);
}

void RetentionView::connectSignals()
{
    connect(m_heat, &HeatView::currentChanged, m_side, &RetentionSide::setCurrent);
    connect(m_heat, &HeatView::usersWanted, this, &RetentionView::wantUsers);
    connect(m_groups, &QComboBox::activated, this, &RetentionView::chooseGroup);
    connect(&m_theme, &Theme::changed, this, &RetentionView::redraw);
}

void RetentionView::setAnswer(const std::shared_ptr<const AnswerFrames> &answer, const insights::v1::QuerySpec &spec)
{
    RetentionContent content = retentionContent(*answer, spec);
    if (m_content.group >= 0) {
        const RetentionGroup &before = m_content.groups[std::size_t(m_content.group)];
        const auto same = std::find_if(content.groups.begin(), content.groups.end(),
                                       [&](const RetentionGroup &each) { return each.isSameAs(before); });
        if (same != content.groups.end())
            showGroup(content, int(same - content.groups.begin()));
    }
    take(std::move(content));
}

void RetentionView::setComparison(const AnswerFrames *before, const insights::v1::QuerySpec &spec, const QString &words)
{
    compareRetention(m_content, before ? retentionContent(*before, spec) : RetentionContent(),
                     before ? words : QString());
    redraw();
}

void RetentionView::setCompact()
{
    m_isCompact = true;
    m_heat->setFit(HeatFit::Tile);
    showParts();
}

void RetentionView::clear()
{
    take({});
}

void RetentionView::take(RetentionContent content)
{
    m_heat->setHome();
    content.showsRates = m_content.showsRates;
    m_content = std::move(content);
    listGroups();
    redraw();
}

void RetentionView::listGroups()
{
    m_groups->clear();
    m_groups->addItem(tr("All values together"));
    for (const RetentionGroup &group : m_content.groups)
        m_groups->addItem(tr("%1 (%2 users)", "group, size").arg(group.name, fullNumber(group.table.size)));
    m_groups->setCurrentIndex(m_content.group + 1);
    showParts();
}

void RetentionView::showParts()
{
    m_groupBar->setVisible(!m_isCompact && !m_content.groups.empty());
    m_sideRoom->setVisible(!m_isCompact && width() >= leastWidthWithRetentionSide);
}

void RetentionView::chooseGroup(int choice)
{
    if (choice - 1 == m_content.group)
        return;
    m_heat->setHome();
    showGroup(m_content, choice - 1);
    redraw();
}

void RetentionView::setShowsRates(bool showsRates)
{
    if (m_content.showsRates == showsRates)
        return;
    m_content.showsRates = showsRates;
    redraw();
}

void RetentionView::setDimmed(bool dimmed)
{
    dim(*this, dimmed);
}

QString RetentionView::summary() const
{
    return RetentionText(m_content).summary();
}

void RetentionView::redraw()
{
    setAccessibleDescription(summary());
    m_heat->redraw();
    m_side->redraw();
}

void RetentionView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    showParts();
}

void RetentionView::wantUsers(const HeatPlace &place)
{
    catalog::v1::RetentionPlace wanted;
    *wanted.mutable_cohort_date() = timestamp(m_content.shown().rows[std::size_t(place.row)].cohort);
    if (place.period >= 0)
        wanted.set_period(place.period);
    if (m_content.group >= 0) {
        const RetentionGroup &group = m_content.groups[std::size_t(m_content.group)];
        wanted.set_breakdown(group.value);
        wanted.set_is_others(group.isOthers);
    }
    Q_EMIT usersWanted(wanted);
}
