// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/measure_section.h"

#include "query/check.h"
#include "session/catalog.h"
#include "session/question_words.h"
#include "ui/builder/catalog_candidates.h"
#include "ui/builder/completion_field.h"
#include "ui/builder/controls.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/pass_through.h"
#include "ui/builder/violations_under.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

using namespace insights::v1;

namespace {

bool readsProperty(Aggregation aggregation)
{
    return aggregation == AGGREGATION_SUM || aggregation == AGGREGATION_AVERAGE;
}

} // namespace

MeasureSection::MeasureSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_draft(draft)
    , m_catalog(catalog)
{
    createWidgets();
    arrange();
    connectSignals();
}

void MeasureSection::createWidgets()
{
    setObjectName("measureSection");
    m_measure = new QComboBox(this);
    m_measure->setObjectName("measure");
    m_measure->setAccessibleName(tr("Measure"));
    m_measure->addItem(measureName(AGGREGATION_COUNT), int(AGGREGATION_COUNT));
    m_measure->addItem(measureName(AGGREGATION_UNIQUE_USERS), int(AGGREGATION_UNIQUE_USERS));
    m_measure->addItem(tr("Sum of a property"), int(AGGREGATION_SUM));
    m_measure->addItem(tr("Average of a property"), int(AGGREGATION_AVERAGE));
    new PassThrough(*m_measure);
    m_fixed = new QLabel(this);
    m_fixed->setObjectName("fixedMeasure");
    m_fixed->setFixedHeight(controlHeight);
    m_property = new CompletionField(m_theme, CompletionField::Look::Framed, this);
    m_property->setObjectName("measureProperty");
    m_property->setAccessibleName(tr("Property to measure"));
    m_property->setPlaceholderText(tr("Choose a property with numbers"));
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("measureHint");
    m_cookieless = new QCheckBox(tr("Count cookieless visitors"), this);
    m_cookieless->setObjectName("includeCookieless");
    m_cookieless->setAccessibleName(m_cookieless->text());
    m_cookieless->setToolTip(tr("Visitors without a cookie get a new id every day. They are left out of unique users, "
                                "because each would count once a day."));
    m_cookieless->setAccessibleDescription(m_cookieless->toolTip());
}

void MeasureSection::arrange()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(sectionTitle(m_theme, tr("Measure"), this));
    layout->addWidget(m_measure);
    layout->addWidget(m_fixed);
    layout->addWidget(m_property);
    layout->addWidget(m_hint);
    layout->addWidget(m_cookieless);
}

void MeasureSection::connectSignals()
{
    connect(m_measure, &QComboBox::activated, this,
            [this](int index) { choose(Aggregation(m_measure->itemData(index).toInt())); });
    connect(m_hint, &FieldHint::offerTaken, this, &MeasureSection::clearMeasure);
    connect(m_property, &CompletionField::accepted, this, &MeasureSection::chooseProperty);
    connect(m_cookieless, &QCheckBox::toggled, this, [this](bool counts) {
        QuerySpec spec = m_draft.spec();
        spec.set_include_cookieless(counts);
        m_draft.editSpec(spec, counts ? tr("Count cookieless visitors") : tr("Leave out cookieless visitors"));
    });
}

void MeasureSection::choose(Aggregation aggregation)
{
    if (readsProperty(aggregation) && m_lastProperty.empty()) {
        m_waiting = aggregation;
        showChoice();
        showHint({});
        m_property->setFocus();
        m_property->openList();
        return;
    }
    m_waiting.reset();
    put(aggregation, readsProperty(aggregation) ? m_lastProperty : std::string());
    showChoice(); // also where nothing changed but what was waiting
    showHint({});
}

void MeasureSection::chooseProperty(const QString &property)
{
    if (property.isEmpty()) {
        m_property->setValue(QString::fromStdString(m_lastProperty));
        return;
    }
    put(shownAggregation(), property.toStdString());
}

void MeasureSection::put(Aggregation aggregation, const std::string &property)
{
    QuerySpec spec = m_draft.spec();
    spec.set_aggregation(aggregation);
    spec.set_aggregation_property(property);
    m_draft.editSpec(spec, tr("Change measure"));
}

void MeasureSection::clearMeasure()
{
    QuerySpec spec = m_draft.spec();
    spec.clear_aggregation();
    spec.clear_aggregation_property();
    m_draft.editSpec(spec, tr("Change measure"));
}

Aggregation MeasureSection::shownAggregation() const
{
    return m_waiting.value_or(m_answered);
}

void MeasureSection::showSpec(const QuerySpec &spec, const Violations &problems)
{
    const Aggregation aggregation = aggregationOf(spec);
    const bool isOther = aggregation != m_answered || spec.aggregation_property() != m_answeredProperty;
    if (isOther)
        m_waiting.reset();
    m_answered = aggregation;
    m_answeredProperty = spec.aggregation_property();
    if (!spec.aggregation_property().empty())
        m_lastProperty = spec.aggregation_property();
    const bool isFixed = kindOf(spec) != QuestionKind::Trend;
    m_cookieless->setVisible(isFixed || aggregation == AGGREGATION_UNIQUE_USERS || spec.include_cookieless());
    m_cookieless->setChecked(spec.include_cookieless());
    m_measure->setVisible(!isFixed);
    m_fixed->setVisible(isFixed);
    if (isFixed) {
        showFixed(spec, problems);
        return;
    }
    showChoice();
    showHint(problems);
}

void MeasureSection::showChoice()
{
    const Aggregation aggregation = shownAggregation();
    m_measure->setCurrentIndex(m_measure->findData(int(aggregation)));
    m_property->setVisible(readsProperty(aggregation));
    m_property->setValue(m_waiting ? QString() : QString::fromStdString(m_answeredProperty));
}

void MeasureSection::showFixed(const QuerySpec &spec, const Violations &problems)
{
    const bool isFunnel = kindOf(spec) == QuestionKind::Funnel;
    m_fixed->setText(isFunnel ? tr("Users, in this order") : measureName(AGGREGATION_UNIQUE_USERS));
    m_waiting.reset();
    m_property->hide();
    if (violationsUnder(problems, "query.aggregation").empty())
        m_hint->clearHint();
    else if (isFunnel)
        m_hint->sayWithOffer(tr("A funnel counts users, no sum or average. %1"), tr("Count users"),
                             FieldHint::Tone::Bad);
    else
        m_hint->sayWithOffer(tr("A retention counts users, no sum or average. %1"), tr("Count users"),
                             FieldHint::Tone::Bad);
}

void MeasureSection::showHint(const Violations &problems)
{
    if (m_waiting)
        m_hint->say(tr("Choose a property. Until then the answer shows: %1.").arg(measureName(m_answered)),
                    FieldHint::Tone::Neutral);
    else if (!violationsUnder(problems, "query.aggregationProperty").empty())
        m_hint->say(tr("Choose the property to read numbers from."), FieldHint::Tone::Bad);
    else
        m_hint->clearHint();
    setInvalid(*m_property, m_hint->isVisibleTo(this) && m_hint->tone() == FieldHint::Tone::Bad);
}

void MeasureSection::offerCatalog()
{
    m_property->setCandidates(propertyCandidates(m_catalog, PropertyOrder::NumbersFirst));
}

void MeasureSection::forgetPending()
{
    m_waiting.reset();
    m_lastProperty.clear();
    if (kindOf(m_draft.spec()) == QuestionKind::Trend)
        showChoice();
}
