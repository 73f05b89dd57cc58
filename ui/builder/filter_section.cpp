// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/filter_section.h"

#include "session/catalog.h"
#include "ui/builder/catalog_candidates.h"
#include "ui/builder/controls.h"
#include "ui/builder/filter_list.h"
#include "ui/builder/violations_under.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

FilterSection::FilterSection(const Theme &theme, DraftQuery &draft, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_catalog(catalog)
    , m_filters(new FilterList(theme, catalog, this))
    , m_add(addButton(theme, tr("Add filter"), this))
{
    setObjectName("filterSection");
    m_filters->setObjectName("filters");
    m_add->setObjectName("addFilter");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(sectionTitle(theme, tr("Filters"), this));
    layout->addWidget(m_filters);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QToolButton::clicked, this, &FilterSection::addFilter);
    connect(m_filters, &FilterList::edited, this, [this](const Filters &filters, const QString &what) {
        insights::v1::QuerySpec spec = m_draft.spec();
        spec.mutable_filters()->Assign(filters.begin(), filters.end());
        m_draft.editSpec(spec, what);
    });
}

void FilterSection::showSpec(const insights::v1::QuerySpec &spec, const Violations &problems)
{
    m_filters->showFilters({spec.filters().begin(), spec.filters().end()});
    m_filters->setProblems(violationsUnder(problems, "query.filters"));
}

void FilterSection::offerCatalog()
{
    m_filters->setProperties(propertyCandidates(m_catalog, PropertyOrder::ByCount));
}

void FilterSection::forgetPending()
{
    m_filters->forgetPending();
}

void FilterSection::addFilter()
{
    m_filters->addRow();
}
