// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/kind_switch.h"

#include "ui/builder/controls.h"
#include "ui/theme/theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QToolButton>

namespace {

constexpr int markSize = 16;
constexpr int markGap = 8;

// Its icon and text stand in the middle, where a style sheet leaves them at the left.
class KindButton : public QToolButton
{
public:
    KindButton(const Theme &theme, const QString &icon, const QString &text, QWidget *parent)
        : QToolButton(parent)
        , m_theme(theme)
        , m_icon(icon)
    {
        setText(text);
        setAccessibleName(text);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setFixedHeight(controlHeight);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize minimumSizeHint() const override { return {contentWidth() + markGap, controlHeight}; }
    QSize sizeHint() const override { return {contentWidth() + 2 * markGap, controlHeight}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.text.clear();
        option.icon = QIcon();
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
        const Role ink = isChecked() ? Role::Link : underMouse() ? Role::Text : Role::Text2;
        const int left = (width() - contentWidth()) / 2;
        const auto mirrored
            = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
        painter.drawPixmap(mirrored(QRect(left, (height() - markSize) / 2, markSize, markSize)),
                           m_theme.pixmap(m_icon, ink, devicePixelRatioF(), markSize));
        painter.setPen(m_theme.color(ink));
        painter.drawText(mirrored(rect().adjusted(left + markSize + markGap, 0, 0, 0)),
                         Qt::AlignLeft | Qt::AlignVCenter, text());
    }

private:
    int contentWidth() const { return markSize + markGap + fontMetrics().horizontalAdvance(text()); }

    const Theme &m_theme;
    const QString m_icon;
};

} // namespace

KindSwitch::KindSwitch(const Theme &theme, DraftQuery &draft, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_draft(draft)
    , m_kinds(new QButtonGroup(this))
{
    setObjectName("kindSwitch");
    setAccessibleName(tr("Kind of question"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    addKind(QuestionKind::Trend, "line", tr("Trend"), 0);
    addKind(QuestionKind::Funnel, "funnel", tr("Funnel"), 1);
    addKind(QuestionKind::Retention, "retention", tr("Retention"), 2);
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int id) { choose(QuestionKind(id)); });
}

void KindSwitch::addKind(QuestionKind kind, const QString &icon, const QString &text, int place)
{
    static constexpr const char *objectNames[] = {"kindTrend", "kindFunnel", "kindRetention"};
    auto *button = new KindButton(m_theme, icon, text, this);
    button->setObjectName(objectNames[int(kind)]);
    Theme::setSegment(*button, place, int(std::size(objectNames)));
    m_kinds->addButton(button, int(kind));
    layout()->addWidget(button);
}

void KindSwitch::choose(QuestionKind kind)
{
    const QString what = kind == QuestionKind::Trend ? tr("Make it a trend")
        : kind == QuestionKind::Funnel               ? tr("Make it a funnel")
                                                     : tr("Make it a retention");
    m_draft.edit(switchedTo(m_draft.draft(), kind), what);
}

void KindSwitch::showKind(QuestionKind kind)
{
    m_kinds->button(int(kind))->setChecked(true);
}
