// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/time_popup.h"

#include "ui/builder/completion_delegate.h"
#include "ui/builder/controls.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/form_style.h"
#include "ui/builder/range_calendar.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int presetsWidth = 168;
constexpr int presetHeight = 28;
constexpr int gap = 4;
constexpr int presetRole = Qt::UserRole + 100; // clear of the delegate's

bool needsData(TimePreset preset)
{
    return preset == TimePreset::Last30DaysOfData || preset == TimePreset::AllData;
}

QLabel *caption(const Theme &theme, const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setFont(theme.font(Type::Axis));
    label->setProperty("tone", "text3");
    label->setBuddy(buddy);
    return label;
}

} // namespace

TimePopup::TimePopup(const Theme &theme, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_theme(theme)
{
    createWidgets();
    arrange();
    connectSignals();
}

void TimePopup::createWidgets()
{
    setObjectName("timePopup");
    setAccessibleName(tr("Range of time"));
    setProperty("plate", "raised");
    setStyleSheet(formStyleSheet());
    m_presets = new QListWidget(this);
    m_presets->setObjectName("timePresets");
    m_presets->setAccessibleName(tr("Named ranges"));
    m_presets->setFixedWidth(presetsWidth);
    m_presets->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_presets->setUniformItemSizes(true);
    m_presets->setItemDelegate(new CompletionDelegate(m_theme, m_presets));
    m_presets->setMouseTracking(true);
    m_start = createEdge("rangeStart", tr("First day or time"));
    m_end = createEdge("rangeEnd", tr("Last day or time"));
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("rangeHint");
    m_previous = iconButton(m_theme, "chevron-left", tr("Month before"), this);
    m_previous->setObjectName("previousMonth");
    m_month = new QLabel(this);
    m_month->setAlignment(Qt::AlignCenter);
    m_month->setFont(m_theme.font(Type::Label));
    m_next = iconButton(m_theme, "chevron-right", tr("Month after"), this);
    m_next->setObjectName("nextMonth");
    m_calendar = new RangeCalendar(m_theme, this);
    m_calendar->setObjectName("rangeCalendar");
    m_calendar->setAccessibleName(tr("Calendar: arrows move, Space picks the first and the last day"));
    m_zone = caption(m_theme, {}, nullptr, this);
}

QLineEdit *TimePopup::createEdge(const QString &objectName, const QString &name)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setToolTip(tr("A day as in 2026-05-01, or a time as in 2026-05-01 14:30"));
    return field;
}

void TimePopup::arrange()
{
    auto *edges = new QGridLayout;
    edges->setHorizontalSpacing(8);
    edges->setVerticalSpacing(0);
    edges->addWidget(caption(m_theme, tr("From"), m_start, this), 0, 0);
    edges->addWidget(caption(m_theme, tr("To"), m_end, this), 0, 1);
    edges->addWidget(m_start, 1, 0);
    edges->addWidget(m_end, 1, 1);

    auto *months = new QHBoxLayout;
    months->addWidget(m_previous);
    months->addWidget(m_month, 1);
    months->addWidget(m_next);

    auto *days = new QVBoxLayout;
    days->setSpacing(gap);
    days->setContentsMargins(12, 8, 12, 8);
    days->addLayout(edges);
    days->addWidget(m_hint);
    days->addLayout(months);
    days->addWidget(m_calendar, 0, Qt::AlignHCenter);
    days->addStretch();
    days->addWidget(m_zone);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(5, 5, 1, 5);
    layout->setSpacing(0);
    layout->addWidget(m_presets);
    layout->addLayout(days);
}

void TimePopup::connectSignals()
{
    const auto choose = [this](const QListWidgetItem *item) {
        const auto preset = TimePreset(item->data(presetRole).toInt());
        hide();
        Q_EMIT presetChosen(preset);
    };
    connect(m_presets, &QListWidget::itemClicked, this, choose);
    connect(m_presets, &QListWidget::itemActivated, this, [this, choose](const QListWidgetItem *item) {
        if (isVisible()) // a click that also activates has chosen already
            choose(item);
    });
    connect(m_calendar, &RangeCalendar::spanPicked, this,
            [this](const DateSpan &span) { Q_EMIT rangeChosen(rangeOfDays(span, m_place)); });
    connect(m_calendar, &RangeCalendar::monthChanged, this, &TimePopup::showMonth);
    connect(m_previous, &QToolButton::clicked, this,
            [this] { m_calendar->showMonth(m_calendar->month().addMonths(-1)); });
    connect(m_next, &QToolButton::clicked, this, [this] { m_calendar->showMonth(m_calendar->month().addMonths(1)); });
    for (QLineEdit *edge : {m_start, m_end})
        connect(edge, &QLineEdit::editingFinished, this, &TimePopup::takeEdges);
}

void TimePopup::showDraft(const Draft &draft, const ProjectTime &place, std::int64_t now)
{
    m_place = place;
    m_calendar->setWeekStart(place.weekStart);
    m_calendar->setToday(dayOf(now, place));
    m_zone->setText(tr("Days and times of %1").arg(QString::fromStdString(place.timezone)));
    showPresets(draft.time.preset);
    const bool hasRange = draft.spec.has_time_range();
    showRange(hasRange ? draft.spec.time_range() : timeRange(TimePreset::Today, place, now));
}

void TimePopup::showPresets(TimePreset chosen)
{
    m_presets->clear();
    for (const TimePreset preset : allTimePresets()) {
        if (needsData(preset) && !(m_place.firstEvent && m_place.lastEvent))
            continue;
        auto *item = new QListWidgetItem(timePresetName(preset), m_presets);
        item->setData(presetRole, int(preset));
        item->setSizeHint(QSize(presetsWidth, presetHeight));
        if (preset == chosen)
            m_presets->setCurrentItem(item);
    }
    m_presets->setFixedHeight(m_presets->count() * presetHeight);
}

void TimePopup::showRange(const insights::v1::TimeRange &range)
{
    m_start->setText(edgeText(milliseconds(range.start()), RangeEdge::Start, m_place));
    m_end->setText(edgeText(milliseconds(range.end()), RangeEdge::End, m_place));
    setInvalid(*m_start, false);
    setInvalid(*m_end, false);
    m_hint->clearHint();
    m_calendar->setSpan(daysOf(range, m_place));
    showMonth();
}

void TimePopup::showMonth()
{
    m_month->setText(QLocale().toString(m_calendar->month(), tr("MMMM yyyy", "a month with its year")));
}

void TimePopup::takeEdges()
{
    const auto start = edgeOf(m_start->text(), RangeEdge::Start, m_place);
    const auto end = edgeOf(m_end->text(), RangeEdge::End, m_place);
    const bool isBackwards = start && end && *start >= *end;
    setInvalid(*m_start, !start);
    setInvalid(*m_end, !end || isBackwards);
    if (!start || !end)
        m_hint->say(tr("Write a day as 2026-05-01, or a time as 2026-05-01 14:30."), FieldHint::Tone::Bad);
    else if (isBackwards)
        m_hint->say(tr("The end lies before the start."), FieldHint::Tone::Bad);
    else
        Q_EMIT rangeChosen(rangeBetween(*start, *end));
}

void TimePopup::openAt(const QWidget &anchor)
{
    adjustSize();
    const QRect screen = anchor.screen()->availableGeometry();
    const QPoint below = anchor.mapToGlobal(QPoint(0, anchor.height() + gap));
    const QPoint above = anchor.mapToGlobal(QPoint(0, -gap - height()));
    const bool fitsBelow = below.y() + height() <= screen.bottom();
    const int x = std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - width()));
    move(x, fitsBelow ? below.y() : std::max(screen.top(), above.y()));
    show();
    m_presets->setFocus();
}
