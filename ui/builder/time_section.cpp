// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/time_section.h"

#include "query/check.h"
#include "session/question_words.h"
#include "ui/builder/bucket_hint.h"
#include "ui/builder/controls.h"
#include "ui/builder/drop_button.h"
#include "ui/builder/elided_combo.h"
#include "ui/builder/elided_label.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/time_popup.h"
#include "ui/builder/violations_under.h"
#include "ui/theme/theme.h"

#include <QDateTime>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace insights::v1;

namespace {

constexpr int granularityWidth = 120;
constexpr int firstPopupMergeKey = 1000;
constexpr int shiftMergeKey = 102;
constexpr int automatic = 0; // the row of the combo box

} // namespace

TimeSection::TimeSection(const Theme &theme, DraftQuery &draft, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_draft(draft)
    , m_popupMergeKey(firstPopupMergeKey)
{
    createWidgets();
    createChoices();
    arrange();
    connectSignals();
    paintGlobe();
}

void TimeSection::createWidgets()
{
    setObjectName("timeSection");
    m_preset = new ElidedLabel(this);
    m_preset->setObjectName("timePreset");
    m_preset->setFont(m_theme.font(Type::Axis));
    m_preset->setProperty("tone", "text3");
    m_range = new DropButton(m_theme, this);
    m_range->setObjectName("timeRange");
    m_range->setIcon(m_theme.icon("calendar"));
    const auto arrow = [this](const QString &icon, const QString &name, const QString &objectName) {
        QToolButton *button = iconButton(m_theme, icon, name, this);
        button->setObjectName(objectName);
        button->setProperty("compact", false);
        button->setProperty("segment", "only");
        button->setFixedSize(controlHeight, controlHeight);
        return button;
    };
    m_earlier = arrow("chevron-left", tr("The same length of time before"), "earlierRange");
    m_later = arrow("chevron-right", tr("The same length of time after"), "laterRange");
    m_globe = new QLabel(this);
    m_zone = new ElidedLabel(this);
    m_zone->setObjectName("projectZone");
    m_zone->setFont(m_theme.font(Type::Axis));
    m_zone->setProperty("tone", "text3");
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("timeHint");
}

void TimeSection::createChoices()
{
    m_granularity = new ElidedCombo(this);
    m_granularity->setObjectName("granularity");
    m_granularity->setAccessibleName(tr("Granularity"));
    m_granularity->setFixedWidth(granularityWidth);
    m_granularity->addItem(tr("Auto"), int(GRANULARITY_UNSPECIFIED));
    for (const Granularity granularity : {GRANULARITY_HOUR, GRANULARITY_DAY, GRANULARITY_WEEK})
        m_granularity->addItem(granularityName(granularity), int(granularity));
    m_compare = new ElidedCombo(this);
    m_compare->setObjectName("compare");
    m_compare->setAccessibleName(tr("Compare with"));
    for (const Compare compare : allCompares()) {
        const QString name = compareName(compare);
        m_compare->addItem(compare == Compare::Nothing ? name : tr("vs %1", "versus").arg(name), int(compare));
    }
}

void TimeSection::arrange()
{
    auto *head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(sectionTitle(m_theme, tr("Time"), this));
    head->addSpacing(4);
    head->addWidget(m_preset);
    head->addStretch();
    head->addWidget(m_globe);
    head->addWidget(m_zone);
    auto *range = new QHBoxLayout;
    range->setSpacing(4);
    range->addWidget(m_range, 1);
    range->addWidget(m_earlier);
    range->addWidget(m_later);
    auto *buckets = new QHBoxLayout;
    buckets->setSpacing(4);
    buckets->addWidget(m_granularity);
    buckets->addWidget(m_compare, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addLayout(range);
    layout->addLayout(buckets);
    layout->addWidget(m_hint);
}

void TimeSection::connectSignals()
{
    connect(&m_theme, &Theme::changed, this, &TimeSection::paintGlobe);
    connect(m_range, &DropButton::clicked, this, &TimeSection::openPopup);
    connect(m_earlier, &QToolButton::clicked, this, [this] { shift(-1); });
    connect(m_later, &QToolButton::clicked, this, [this] { shift(1); });
    connect(m_granularity, &QComboBox::activated, this, &TimeSection::chooseGranularity);
    connect(m_compare, &QComboBox::activated, this, &TimeSection::chooseCompare);
}

void TimeSection::paintGlobe()
{
    m_globe->setPixmap(m_theme.pixmap("globe", Role::Text3, devicePixelRatioF()));
}

void TimeSection::openPopup()
{
    if (!m_popup) {
        m_popup = new TimePopup(m_theme, this);
        connect(m_popup, &TimePopup::presetChosen, this, &TimeSection::choosePreset);
        connect(m_popup, &TimePopup::rangeChosen, this,
                [this](const TimeRange &range) { chooseRange(range, m_popupMergeKey); });
    }
    ++m_popupMergeKey;
    m_popup->showDraft(m_draft.draft(), m_draft.place(), QDateTime::currentMSecsSinceEpoch());
    m_popup->openAt(*m_range);
}

void TimeSection::choosePreset(TimePreset preset)
{
    Draft draft = m_draft.draft();
    draft.time.preset = preset;
    m_draft.edit(draft, tr("Change time"), m_popupMergeKey);
}

void TimeSection::chooseRange(const TimeRange &range, int mergeKey)
{
    Draft draft = m_draft.draft();
    draft.time.preset = TimePreset::Fixed;
    *draft.spec.mutable_time_range() = range;
    m_draft.edit(draft, tr("Change time"), mergeKey);
}

void TimeSection::shift(int steps)
{
    chooseRange(shifted(m_draft.spec().time_range(), steps, m_draft.place()), shiftMergeKey);
}

void TimeSection::chooseGranularity(int index)
{
    Draft draft = m_draft.draft();
    draft.automaticGranularity = index == automatic;
    if (index != automatic)
        draft.spec.set_granularity(Granularity(m_granularity->itemData(index).toInt()));
    m_draft.edit(draft, tr("Change granularity"));
}

void TimeSection::chooseCompare(int index)
{
    Draft draft = m_draft.draft();
    draft.compare = Compare(m_compare->itemData(index).toInt());
    m_draft.edit(draft, tr("Change comparison"));
}

void TimeSection::showDraft(const Draft &draft, const Violations &problems)
{
    showRange(draft);
    showGranularity(draft);
    showCompare(draft);
    showHint(draft, problems);
    m_zone->setFullText(QString::fromStdString(m_draft.place().timezone));
    if (m_popup && m_popup->isVisible())
        m_popup->showDraft(draft, m_draft.place(), QDateTime::currentMSecsSinceEpoch());
}

void TimeSection::showRange(const Draft &draft)
{
    const bool hasRange = draft.spec.has_time_range();
    const QString text = hasRange ? rangeText(draft.spec.time_range(), m_draft.place()) : tr("Choose a range");
    const bool isPreset = draft.time.preset != TimePreset::Fixed;
    m_range->setFullText(text);
    m_range->setToolTip(text);
    m_range->setAccessibleName(tr("Time: %1").arg(text));
    m_preset->setFullText(isPreset ? timePresetName(draft.time.preset) : QString());
    const std::int64_t now = QDateTime::currentMSecsSinceEpoch();
    m_earlier->setEnabled(hasRange);
    m_later->setEnabled(hasRange && milliseconds(draft.spec.time_range().end()) < now);
}

void TimeSection::showGranularity(const Draft &draft)
{
    const QString name = granularityName(draft.spec.granularity());
    const bool isAutomatic = draft.automaticGranularity;
    m_granularity->setItemText(automatic,
                               isAutomatic && !name.isEmpty() ? tr("%1 · auto", "granularity").arg(name) : tr("Auto"));
    m_granularity->setCurrentIndex(isAutomatic ? automatic : m_granularity->findData(int(draft.spec.granularity())));
    m_granularity->setToolTip(automaticReason(kindOf(draft.spec)));
    m_granularity->setVisible(hasBuckets(draft.spec));
}

// The dates that it compares with are named, never to be guessed.
void TimeSection::showCompare(const Draft &draft)
{
    m_compare->setCurrentIndex(m_compare->findData(int(draft.compare)));
    const bool hasDates = draft.compare != Compare::Nothing && draft.spec.has_time_range();
    const QString dates = hasDates
        ? comparedText(comparedRange(draft.spec.time_range(), draft.compare, m_draft.place()), m_draft.place())
        : QString();
    m_compare->setToolTip(dates);
    m_compare->setAccessibleDescription(dates);
}

void TimeSection::showHint(const Draft &draft, const Violations &problems)
{
    const bool isWrong = draft.spec.has_time_range() && !violationsUnder(problems, "query.timeRange").empty();
    const bool hasNoBucket = draft.spec.has_time_range() && !violationsUnder(problems, "query.granularity").empty();
    setInvalid(*m_range, isWrong);
    setInvalid(*m_granularity, hasNoBucket);
    const QString points = bucketHint(draft.spec, m_draft.place());
    if (isWrong)
        m_hint->say(tr("The end must lie after the start."), FieldHint::Tone::Bad);
    else if (hasNoBucket)
        m_hint->say(tr("Choose hours, days or weeks."), FieldHint::Tone::Bad);
    else if (!points.isEmpty())
        m_hint->say(points, FieldHint::Tone::Neutral);
    else
        m_hint->clearHint();
}
