// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_side.h"

#include "ui/charts/funnel_picture.h"
#include "ui/charts/series_legend.h"
#include "ui/text/number_text.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

static constexpr int leastHeightWithKey = 280; // px

// A square as the chart is painted, before the words about it.
class KeySwatch : public QWidget
{
public:
    KeySwatch(const Theme &theme, bool isHatched, QWidget *parent)
        : QWidget(parent)
        , m_theme(theme)
        , m_isHatched(isHatched)
    {
        setFixedSize(16, 16);
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        if (!m_isHatched) {
            painter.fillRect(rect(), m_theme.color(Role::Hover));
            return;
        }
        paintHatch(painter, QRectF(rect()).adjusted(1, 1, -1, -1), m_theme.color(Role::Text3));
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(m_theme.color(Role::Line));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    const Theme &m_theme;
    bool m_isHatched;
};

// What grey and hatched mean.
class FunnelKey : public QWidget
{
public:
    FunnelKey(const Theme &theme, QWidget *parent)
        : QWidget(parent)
        , m_hatch(new KeySwatch(theme, true, this))
        , m_running(makeLabel(theme))
    {
        auto *line = new QFrame(this);
        line->setProperty("rule", true);
        line->setFixedHeight(1);
        auto *dropOff = makeLabel(theme);
        dropOff->setText(FunnelContent::tr("Drop-off from the step before"));
        auto *grid = new QGridLayout(this);
        grid->setContentsMargins(16, 4, 16, 12);
        grid->setHorizontalSpacing(8);
        grid->setVerticalSpacing(8);
        grid->addWidget(line, 0, 0, 1, 2);
        grid->addWidget(m_hatch, 1, 0, Qt::AlignTop);
        grid->addWidget(m_running, 1, 1);
        grid->addWidget(new KeySwatch(theme, false, this), 2, 0, Qt::AlignTop);
        grid->addWidget(dropOff, 2, 1);
        grid->setColumnStretch(1, 1);
    }

    void setRunning(double users)
    {
        m_hatch->setVisible(users > 0);
        m_running->setVisible(users > 0);
        m_running->setText(users == 1 ? FunnelContent::tr("1 user can still convert: the time for it has not ended.")
                                      : FunnelContent::tr("%1 users can still convert: the time for it has not ended.")
                                            .arg(fullNumber(users)));
    }

private:
    QLabel *makeLabel(const Theme &theme)
    {
        auto *label = new QLabel(this);
        label->setFont(theme.font(Type::Table));
        label->setProperty("tone", "text2");
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        return label;
    }

    KeySwatch *m_hatch;
    QLabel *m_running;
};

FunnelSide::FunnelSide(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_legend(new SeriesLegend(theme))
    , m_key(new FunnelKey(theme, this))
{
    setObjectName(QStringLiteral("funnelSide"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_legend, 1);
    column->addWidget(m_key);
    m_key->hide();
    connect(&theme, &Theme::changed, this, &FunnelSide::showLegend);
}

void FunnelSide::setContent(const FunnelContent &content)
{
    const auto sameName = [](const FunnelGroup &left, const FunnelGroup &right) { return left.name == right.name; };
    const bool isSame = std::equal(m_content.groups.begin(), m_content.groups.end(), content.groups.begin(),
                                   content.groups.end(), sameName);
    m_content = content;
    showLegend();
    if (!isSame)
        m_legend->setHidden(hiddenAtFirst(content));
    m_key->setRunning(content.stillConverting());
    showKey();
}

void FunnelSide::clear(const QString &title)
{
    m_content = {};
    m_legend->clear(title);
    showKey();
}

void FunnelSide::resizeEvent(QResizeEvent *)
{
    showKey();
}

void FunnelSide::showKey()
{
    m_key->setVisible(!m_content.groups.empty() && height() >= leastHeightWithKey);
}

void FunnelSide::showLegend()
{
    if (m_content.groups.empty())
        return;
    const FunnelCell &last = m_content.all.back();
    LegendContent legend;
    legend.title = m_content.allName();
    legend.total = last.rate;
    legend.caption
        = FunnelContent::tr("%1 of %2 users").arg(fullNumber(last.count), fullNumber(m_content.all.front().count));
    legend.nameHeader = m_content.breakdown.isEmpty() ? FunnelContent::tr("Users") : m_content.breakdown;
    legend.valueHeader = FunnelContent::tr("Rate");
    legend.areRates = true;
    if (!m_content.compared.isEmpty()) {
        legend.caption += QStringLiteral(", ") + m_content.compared;
        legend.change = m_content.change;
        legend.changeHeader = FunnelContent::tr("Change");
    }
    if (!m_content.breakdown.isEmpty())
        for (const FunnelGroup &group : m_content.groups)
            legend.rows.push_back(
                {group.name, group.cells.back().rate, funnelLook(group, m_theme), group.isOthers, group.change});
    m_legend->setContent(legend);
}
