// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/window_section.h"

#include "session/question_kind.h"
#include "ui/builder/controls.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/pass_through.h"
#include "ui/builder/violations_under.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

using insights::v1::QuerySpec;

namespace {

constexpr int numberWidth = 56;
constexpr int unitWidth = 88;
constexpr int windowMergeKey = 103; // steps of the spin box in a row are one step of undo
constexpr std::int64_t day = 86'400; // seconds
constexpr std::int64_t week = 7 * day;
constexpr std::int64_t units[] = {1, 60, 3'600, day, week}; // seconds, in the order of the combo box

// An empty field means the whole range.
class NumberBox : public QSpinBox
{
public:
    using QSpinBox::QSpinBox;

protected:
    QValidator::State validate(QString &text, int &position) const override
    {
        return text.isEmpty() ? QValidator::Intermediate : QSpinBox::validate(text, position);
    }
    void fixup(QString &text) const override
    {
        if (text.isEmpty())
            text = textFromValue(minimum());
    }
};

// The largest unit that tells it exactly; "7 days" is how people say a week.
int rowFor(std::int64_t seconds)
{
    int row = WindowSection::daysRow;
    while (row > 0 && seconds % units[row] != 0)
        --row;
    return row;
}

} // namespace

WindowSection::WindowSection(const Theme &theme, DraftQuery &draft, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_draft(draft)
{
    createWidgets();
    arrange();
    connectSignals();
    showSeconds(0);
}

void WindowSection::createWidgets()
{
    setObjectName("windowSection");
    m_label = new QLabel(tr("Convert within"), this);
    m_number = new NumberBox(this);
    m_number->setObjectName("windowNumber");
    m_number->setAccessibleName(tr("Convert within, a number; empty for the whole range"));
    m_number->setToolTip(tr("Leave empty for the whole range"));
    m_number->setRange(0, std::numeric_limits<int>::max());
    m_number->setSpecialValueText(tr("any", "no conversion window: the whole range"));
    m_number->setAlignment(Qt::AlignRight);
    m_number->setButtonSymbols(QAbstractSpinBox::NoButtons); // the arrow keys step it
    m_number->setKeyboardTracking(false);
    m_number->setFocusPolicy(Qt::StrongFocus);
    m_number->setFixedWidth(numberWidth);
    m_unit = new QComboBox(this);
    m_unit->setObjectName("windowUnit");
    m_unit->setAccessibleName(tr("Unit of the time to convert"));
    m_unit->addItems({tr("seconds"), tr("minutes"), tr("hours"), tr("days"), tr("weeks")});
    m_unit->setFixedWidth(unitWidth);
    new PassThrough(*m_number);
    new PassThrough(*m_unit);
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("windowHint");
}

void WindowSection::arrange()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_label, 1);
    row->addWidget(m_number);
    row->addWidget(m_unit);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_hint);
}

void WindowSection::connectSignals()
{
    connect(m_number, &QSpinBox::valueChanged, this, &WindowSection::take);
    connect(m_unit, &QComboBox::activated, this, &WindowSection::take);
    connect(m_hint, &FieldHint::offerTaken, this, [this] { put(0, 0); });
}

void WindowSection::take()
{
    const Shown entered{m_number->value(), m_unit->currentIndex()};
    if (entered == m_shown)
        return; // it is what the question says
    const bool isOtherUnit = entered.unit != m_shown.unit;
    m_shown = entered;
    m_seconds = entered.number * units[entered.unit];
    put(m_seconds, isOtherUnit ? 0 : windowMergeKey);
}

void WindowSection::put(std::int64_t seconds, int mergeKey)
{
    QuerySpec spec = m_draft.spec();
    spec.clear_conversion_window();
    if (seconds > 0)
        spec.mutable_conversion_window()->set_seconds(seconds);
    m_draft.editSpec(spec, seconds > 0 ? tr("Change conversion window") : tr("Remove conversion window"), mergeKey);
}

void WindowSection::showSpec(const QuerySpec &spec, const Violations &problems)
{
    const bool isFunnel = kindOf(spec) == QuestionKind::Funnel;
    setVisible(isFunnel || spec.has_conversion_window());
    m_unit->setEnabled(isFunnel);
    m_number->setEnabled(isFunnel);
    if (const std::int64_t seconds = spec.conversion_window().seconds(); seconds != m_seconds)
        showSeconds(seconds);
    showHint(spec, problems);
}

// The unit that was chosen stays while the question says what was entered; of no window it is the one to begin with.
void WindowSection::showSeconds(std::int64_t seconds)
{
    m_seconds = seconds;
    m_shown.unit = seconds > 0 ? rowFor(seconds) : m_shown.unit;
    m_shown.number = int(std::clamp<std::int64_t>(seconds / units[m_shown.unit], 0, m_number->maximum()));
    m_unit->setCurrentIndex(m_shown.unit);
    m_number->setValue(m_shown.number);
}

void WindowSection::showHint(const QuerySpec &spec, const Violations &problems)
{
    const bool isWrong = !violationsUnder(problems, "query.conversionWindow").empty();
    setInvalid(*m_number, isWrong);
    if (isWrong && kindOf(spec) != QuestionKind::Funnel)
        m_hint->sayWithOffer(tr("Only a funnel has a conversion window. %1"), tr("Leave it out"), FieldHint::Tone::Bad);
    else if (isWrong)
        m_hint->say(tr("The window is whole seconds, from 1 second to 10,000 years."), FieldHint::Tone::Bad);
    else if (spec.has_conversion_window())
        m_hint->say(tr("Counted from each user’s first step 1."), FieldHint::Tone::Neutral);
    else
        m_hint->say(tr("At any time in the range, from each user’s first step 1."), FieldHint::Tone::Neutral);
}
