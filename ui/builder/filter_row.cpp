// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/filter_row.h"

#include "session/question_words.h"
#include "ui/builder/catalog_candidates.h"
#include "ui/builder/completion_field.h"
#include "ui/builder/controls.h"
#include "ui/builder/field_hint.h"
#include "ui/builder/filter_hint.h"
#include "ui/builder/filter_terms.h"
#include "ui/builder/filter_values.h"
#include "ui/builder/flow_layout.h"
#include "ui/builder/row_frame.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace insights::v1;

namespace {

constexpr int lineHeight = 24;
constexpr int itemSpacing = 4;
constexpr int hintIndent = 8;
constexpr int wordPadding = 8;

} // namespace

FilterRow::FilterRow(const Theme &theme, Catalog &catalog, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_catalog(catalog)
{
    m_filter.set_operator_(OPERATOR_EQUALS);
    createWidgets();
    arrange();
    connectSignals();
    setFilter(m_filter);
}

void FilterRow::createWidgets()
{
    setObjectName("filterRow");
    m_frame = new RowFrame(m_theme, this);
    m_flow = new FlowLayout(lineHeight, itemSpacing);
    m_property = new CompletionField(m_theme, CompletionField::Look::Bare, m_frame);
    m_property->setObjectName("filterProperty");
    m_property->setAccessibleName(tr("Property to filter by"));
    m_property->setPlaceholderText(tr("Choose a property"));
    m_property->setFont(m_theme.font(Type::Label));
    m_property->setAnchor(m_frame);
    m_operator = new QToolButton(m_frame);
    m_operator->setObjectName("filterOperator");
    m_operator->setAutoRaise(true);
    m_operator->setFocusPolicy(Qt::StrongFocus);
    m_operator->setProperty("word", true);
    m_operator->setFixedHeight(lineHeight);
    m_remove = iconButton(m_theme, "close", tr("Remove filter"), m_frame);
    m_remove->setObjectName("removeFilter");
    m_hint = new FieldHint(m_theme, this);
    m_hint->setObjectName("filterHint");
    m_hint->setContentsMargins(hintIndent, 0, 0, 0);
}

void FilterRow::arrange()
{
    auto *inside = new QHBoxLayout(m_frame);
    inside->setContentsMargins(8, 4, 4, 4);
    inside->setSpacing(itemSpacing);
    inside->addLayout(m_flow, 1);
    inside->addWidget(m_remove, 0, Qt::AlignTop);
    m_flow->addWidget(m_property);
    m_flow->addWidget(m_operator);
    m_values = new FilterValues(m_theme, m_catalog, *m_flow, m_frame);
    m_values->setAnchor(m_frame);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2);
    rows->addWidget(m_frame);
    rows->addWidget(m_hint);
}

void FilterRow::connectSignals()
{
    connect(m_property, &CompletionField::accepted, this, &FilterRow::chooseProperty);
    connect(m_property, &CompletionField::abandoned, this, [this] {
        if (m_filter.property().empty())
            Q_EMIT leftEmpty();
    });
    connect(m_operator, &QToolButton::clicked, this, &FilterRow::openOperators);
    connect(m_values, &FilterValues::edited, this,
            [this](const QStringList &values) { change(withValues(m_filter, values)); });
    connect(m_remove, &QToolButton::clicked, this, &FilterRow::removeRequested);
}

void FilterRow::setFilter(const PropertyFilter &filter)
{
    m_filter = filter;
    const QString property = QString::fromStdString(filter.property());
    m_property->setFitsText(!property.isEmpty());
    m_property->setValue(property);
    m_remove->setAccessibleName(property.isEmpty() ? tr("Remove filter") : tr("Remove filter on %1").arg(property));
    showOperator();
    m_values->showFilter(filter);
}

void FilterRow::showOperator()
{
    const QString name = operatorName(m_filter.operator_());
    m_operator->setVisible(!m_filter.property().empty());
    m_operator->setText(name.isEmpty() ? tr("compare") : name);
    m_operator->setFixedWidth(m_operator->fontMetrics().horizontalAdvance(m_operator->text()) + wordPadding);
    m_operator->setAccessibleName(tr("Operator: %1").arg(m_operator->text()));
}

void FilterRow::setEvent(const std::string &event)
{
    m_values->setEvent(event);
}

void FilterRow::setProperties(std::vector<Candidate> properties)
{
    m_property->setCandidates(std::move(properties));
}

void FilterRow::setProblems(const Violations &problems, bool pending)
{
    const FilterHint hint = filterHint(m_filter, problems);
    m_frame->setInvalid(hint.isMistake);
    m_frame->setPending(pending);
    if (hint.text.isEmpty())
        m_hint->clearHint();
    else
        m_hint->say(hint.text, hint.isMistake ? FieldHint::Tone::Bad : FieldHint::Tone::Neutral);
}

void FilterRow::setPlain(bool plain)
{
    m_frame->setPlain(plain);
}

void FilterRow::startChoosing()
{
    m_property->setFocus();
    m_property->openList();
}

void FilterRow::change(const PropertyFilter &filter)
{
    const PropertyFilter before = m_filter;
    setFilter(filter);
    Q_EMIT edited(filter, before);
}

// Values of another property mean nothing here, so it starts without any.
void FilterRow::chooseProperty(const QString &property)
{
    if (property.isEmpty()) {
        m_property->setValue(QString::fromStdString(m_filter.property()));
        return;
    }
    PropertyFilter filter = withValues(m_filter, {});
    filter.set_property(property.toStdString());
    change(filter);
    if (shapeOf(filter.operator_()) != ValueShape::None)
        m_values->startTyping();
}

void FilterRow::chooseOperator(Operator op)
{
    change(withOperator(m_filter, op));
    if (!problemsOf(m_filter).empty())
        m_values->startTyping();
    else
        m_operator->setFocus();
}

void FilterRow::openOperators()
{
    auto *menu = new QMenu(this);
    menu->setObjectName("operatorMenu");
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [this, menu](Operator op) {
        QAction *action = menu->addAction(operatorName(op), this, [this, op] { chooseOperator(op); });
        action->setCheckable(true);
        action->setChecked(op == m_filter.operator_());
        if (action->isChecked())
            menu->setActiveAction(action);
    };
    const OperatorChoice choice = operatorsFor(propertyType(m_catalog, m_filter.property()));
    for (const Operator op : choice.fitting)
        add(op);
    menu->addSeparator();
    for (const Operator op : choice.others)
        add(op);
    menu->popup(m_operator->mapToGlobal(QPoint(0, m_operator->height())));
}
