// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/breakdown_section.h"

#include "query/check.h"
#include "session/catalog.h"
#include "ui/builder/catalog_candidates.h"
#include "ui/builder/completion_field.h"
#include "ui/builder/controls.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/pass_through.h"
#include "ui/builder/violations_under.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using insights::v1::QuerySpec;

namespace {

constexpr int limitWidth = 96;
constexpr int limitMergeKey = 101; // steps of the spin box in a row are one step of undo

} // namespace

BreakdownSection::BreakdownSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_draft(draft)
    , m_catalog(catalog)
{
    createWidgets();
    arrange();
    connectSignals();
}

void BreakdownSection::createWidgets()
{
    setObjectName("breakdownSection");
    m_property = new CompletionField(m_theme, CompletionField::Look::Framed, this);
    m_property->setObjectName("breakdownProperty");
    m_property->setAccessibleName(tr("Break down by property"));
    m_property->setPlaceholderText(tr("Split by a property"));
    m_limit = new QSpinBox(this);
    m_limit->setObjectName("breakdownLimit");
    m_limit->setAccessibleName(tr("Number of groups; the rest is shown as Other"));
    m_limit->setToolTip(m_limit->accessibleName());
    m_limit->setPrefix(tr("Top ", "before a number, with its space"));
    m_limit->setRange(1, maximumBreakdownLimit);
    m_limit->setValue(defaultBreakdownLimit);
    m_limit->setKeyboardTracking(false);
    m_limit->setFocusPolicy(Qt::StrongFocus);
    m_limit->setFixedWidth(limitWidth);
    new PassThrough(*m_limit);
    m_clear = iconButton(m_theme, "close", tr("Remove breakdown"), this);
    m_clear->setObjectName("clearBreakdown");
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("breakdownHint");
}

void BreakdownSection::arrange()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_property, 1);
    row->addWidget(m_limit);
    row->addWidget(m_clear);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(sectionTitle(m_theme, tr("Breakdown"), this));
    layout->addLayout(row);
    layout->addWidget(m_hint);
}

void BreakdownSection::connectSignals()
{
    connect(m_property, &CompletionField::accepted, this, &BreakdownSection::chooseProperty);
    connect(m_limit, &QSpinBox::valueChanged, this, &BreakdownSection::chooseLimit);
    connect(m_clear, &QToolButton::clicked, this, &BreakdownSection::clearBreakdown);
    connect(m_hint, &FieldHint::offerTaken, this, &BreakdownSection::chooseProperty);
}

void BreakdownSection::chooseProperty(const QString &property)
{
    if (property.isEmpty()) {
        clearBreakdown();
        return;
    }
    QuerySpec spec = m_draft.spec();
    spec.mutable_breakdown()->set_property(property.toStdString());
    m_draft.editSpec(spec, tr("Change breakdown"));
}

void BreakdownSection::chooseLimit(int limit)
{
    if (limit == breakdownLimitOf(m_draft.spec()))
        return; // it is what the question says
    QuerySpec spec = m_draft.spec();
    spec.set_breakdown_limit(limit);
    m_draft.editSpec(spec, tr("Change number of groups"), limitMergeKey);
}

void BreakdownSection::clearBreakdown()
{
    QuerySpec spec = m_draft.spec();
    spec.clear_breakdown();
    spec.clear_breakdown_limit(); // has no meaning alone
    m_property->setFocus();
    m_draft.editSpec(spec, tr("Remove breakdown"));
}

void BreakdownSection::showSpec(const QuerySpec &spec, const Violations &problems)
{
    m_property->setValue(QString::fromStdString(spec.breakdown().property()));
    showLimit(breakdownLimitOf(spec));
    // A limit that a file brought without a breakdown must be there to be removed.
    const bool isShown = spec.has_breakdown() || !violationsUnder(problems, "query.breakdownLimit").empty();
    m_limit->setVisible(isShown);
    m_clear->setVisible(isShown);
    showHint(spec, problems);
    // One number is of all values, whatever it was split by before; what is wrong can still be mended.
    setVisible(spec.visualization() != insights::v1::VISUALIZATION_KPI
               || !violationsUnder(problems, "query.breakdown").empty()
               || !violationsUnder(problems, "query.breakdownLimit").empty());
}

// A limit out of bounds is shown as it is: clamping it would edit the question. So the range never cuts the value.
void BreakdownSection::showLimit(int limit)
{
    const auto [least, most] = std::minmax({limit, m_limit->value(), 1, maximumBreakdownLimit});
    m_limit->setRange(least, most);
    m_limit->setValue(limit);
    m_limit->setRange(std::min(limit, 1), std::max(limit, maximumBreakdownLimit));
}

void BreakdownSection::showHint(const QuerySpec &spec, const Violations &problems)
{
    const bool wantsProperty = !violationsUnder(problems, "query.breakdown").empty();
    const bool hasWrongLimit = !violationsUnder(problems, "query.breakdownLimit").empty();
    const std::string &property = spec.breakdown().property();
    const bool isUnknown = !property.empty() && !m_property->candidates().empty() && !m_catalog.property(property);
    const QString near
        = isUnknown ? nearestName(QString::fromStdString(property), m_property->candidates()) : QString();
    setInvalid(*m_property, wantsProperty || isUnknown);
    setInvalid(*m_limit, hasWrongLimit);
    if (hasWrongLimit && !spec.has_breakdown())
        m_hint->say(tr("A number of groups needs a property to split by. Choose one, or remove it."),
                    FieldHint::Tone::Bad);
    else if (hasWrongLimit)
        m_hint->say(tr("The number of groups is 1 to %1.").arg(maximumBreakdownLimit), FieldHint::Tone::Bad);
    else if (wantsProperty)
        m_hint->say(tr("Choose a property, or remove the breakdown."), FieldHint::Tone::Bad);
    else if (!near.isEmpty())
        m_hint->sayWithOffer(tr("Not seen yet. Did you mean %1?"), near, FieldHint::Tone::Bad);
    else if (isUnknown)
        m_hint->say(tr("Not seen yet in this project."), FieldHint::Tone::Bad);
    else
        m_hint->clearHint();
}

void BreakdownSection::offerCatalog()
{
    m_property->setCandidates(propertyCandidates(m_catalog, PropertyOrder::ByCount));
    showHint(m_draft.spec(), check(m_draft.spec()));
}
