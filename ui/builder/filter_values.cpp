// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/filter_values.h"

#include "query/check.h"
#include "ui/builder/chip.h"
#include "ui/builder/completion_field.h"
#include "ui/builder/controls.h"
#include "ui/builder/filter_terms.h"
#include "ui/builder/flow_layout.h"
#include "ui/builder/pass_through.h"
#include "ui/builder/value_search.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

using insights::v1::PropertyFilter;

namespace {

constexpr int numberWidth = 64;
constexpr int fieldHeight = 24;
constexpr int itemsBeforeChips = 2; // property and operator

bool takesNumbers(insights::v1::Operator op)
{
    return needsNumber(op) || needsRange(op);
}

} // namespace

FilterValues::FilterValues(const Theme &theme, Catalog &catalog, FlowLayout &flow, QWidget *row)
    : QObject(row)
    , m_theme(theme)
    , m_flow(flow)
    , m_row(*row)
    , m_field(new CompletionField(theme, CompletionField::Look::Bare, row))
    , m_search(new ValueSearch(catalog, *m_field))
    , m_add(iconButton(theme, "plus", tr("Add a value"), row))
    , m_lower(createNumber("filterNumber"))
    , m_and(new QLabel(tr("and", "between two numbers"), row))
    , m_upper(createNumber("filterUpperNumber"))
{
    m_field->setObjectName("filterValue");
    m_field->setPlaceholderText(tr("value"));
    m_add->setObjectName("addValue");
    m_and->setProperty("tone", "text2");
    m_flow.addWidget(createNumbers());
    m_flow.addWidget(m_field);
    m_flow.addWidget(m_add);
    connectSignals();
}

// One item of the flow, so that the second number is never alone on a line.
QWidget *FilterValues::createNumbers()
{
    m_numbers = new QWidget(&m_row);
    auto *layout = new QHBoxLayout(m_numbers);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_lower), static_cast<QWidget *>(m_and), static_cast<QWidget *>(m_upper)})
        layout->addWidget(widget);
    return m_numbers;
}

QLineEdit *FilterValues::createNumber(const QString &name)
{
    auto *field = new QLineEdit(&m_row);
    field->setObjectName(name);
    field->setProperty("compact", true);
    field->setFixedSize(numberWidth, fieldHeight);
    field->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    field->setPlaceholderText(tr("number"));
    new PassThrough(*field);
    return field;
}

void FilterValues::connectSignals()
{
    connect(m_field, &CompletionField::accepted, this, &FilterValues::takeValue);
    connect(m_field, &CompletionField::abandoned, this, &FilterValues::stopAdding);
    connect(m_add, &QToolButton::clicked, this, &FilterValues::startAdding);
    connect(m_field, &CompletionField::eraseRequested, this, [this] {
        if (!m_chips.empty())
            removeValue(int(m_chips.size()) - 1);
    });
    for (QLineEdit *number : {m_lower, m_upper})
        connect(number, &QLineEdit::editingFinished, this, &FilterValues::takeNumbers);
}

void FilterValues::setEvent(const std::string &event)
{
    m_event = event;
    m_search->setScope(m_filter.property(), m_event);
}

void FilterValues::setAnchor(const QWidget *anchor)
{
    m_field->setAnchor(anchor);
}

void FilterValues::showFilter(const PropertyFilter &filter)
{
    m_filter = filter;
    m_editedChip = -1;
    m_search->setScope(m_filter.property(), m_event);
    const QStringList values = valuesOf(filter);
    m_search->leaveOut(values);
    showChips(values);
    showField(values);
    showNumbers(values);
    nameFields();
}

void FilterValues::showChips(const QStringList &values)
{
    const QStringList chips = takesNumbers(m_filter.operator_()) ? QStringList() : values;
    while (int(m_chips.size()) < chips.size())
        addChip();
    while (int(m_chips.size()) > chips.size()) {
        Chip *chip = m_chips.back();
        m_chips.pop_back();
        chip->hide();
        m_flow.removeWidget(chip);
        chip->deleteLater();
    }
    for (int i = 0; i < chips.size(); ++i) {
        m_chips[i]->setValue(chips[i]);
        m_chips[i]->show();
    }
}

void FilterValues::showField(const QStringList &values)
{
    const ValueShape shape = shapeOf(m_filter.operator_());
    const bool takesTexts = shape != ValueShape::None && !takesNumbers(m_filter.operator_());
    const bool hasProperty = !m_filter.property().empty();
    const bool isFull = shape == ValueShape::One && !values.isEmpty();
    m_isAdding = m_isAdding && !isFull;
    const bool showsField = hasProperty && takesTexts && (values.isEmpty() || m_isAdding);
    m_field->setValue({});
    m_field->setVisible(showsField);
    m_add->setVisible(hasProperty && takesTexts && !isFull && !showsField);
}

void FilterValues::showNumbers(const QStringList &values)
{
    const bool isRange = needsRange(m_filter.operator_());
    m_numbers->setVisible(takesNumbers(m_filter.operator_()));
    m_and->setVisible(isRange);
    m_upper->setVisible(isRange);
    const auto setNumber = [](QLineEdit &field, const QString &number) {
        const bool isTyping = field.hasFocus() && field.isModified();
        if (!isTyping && field.text() != number)
            field.setText(number);
    };
    setNumber(*m_lower, values.value(0));
    setNumber(*m_upper, values.value(1));
}

void FilterValues::nameFields()
{
    const QString property = QString::fromStdString(m_filter.property());
    m_field->setAccessibleName(tr("Value of %1").arg(property));
    const bool isRange = needsRange(m_filter.operator_());
    m_lower->setAccessibleName(isRange ? tr("Lower bound of %1").arg(property) : tr("Value of %1").arg(property));
    m_upper->setAccessibleName(tr("Upper bound of %1").arg(property));
}

void FilterValues::addChip()
{
    auto *chip = new Chip(m_theme, {}, &m_row);
    m_flow.insertWidget(itemsBeforeChips + int(m_chips.size()), chip);
    m_chips.push_back(chip);
    connect(chip, &Chip::clicked, this, [this, chip] { editChip(indexOf(chip)); });
    connect(chip, &Chip::removeRequested, this, [this, chip] { removeValue(indexOf(chip)); });
}

int FilterValues::indexOf(const Chip *chip) const
{
    return int(std::find(m_chips.begin(), m_chips.end(), chip) - m_chips.begin());
}

void FilterValues::startTyping()
{
    if (takesNumbers(m_filter.operator_())) {
        m_lower->setFocus();
        m_lower->selectAll();
    } else {
        startAdding();
    }
}

void FilterValues::startAdding()
{
    m_isAdding = true;
    m_field->show();
    m_field->setFocus();
    m_add->hide();
    m_field->openList();
}

void FilterValues::stopAdding()
{
    if (!m_isAdding)
        return;
    m_isAdding = false;
    const bool hadFocus = m_field->hasFocus();
    showFilter(m_filter);
    if (hadFocus && m_add->isVisibleTo(&m_row))
        m_add->setFocus();
}

void FilterValues::editChip(int index)
{
    m_editedChip = index;
    m_field->setValue(valuesOf(m_filter).value(index));
    startAdding();
    m_field->selectAll();
    m_chips[index]->hide();
}

void FilterValues::takeValue(const QString &value)
{
    QStringList values = valuesOf(m_filter);
    const int place = m_editedChip >= 0 ? m_editedChip : int(values.size());
    if (m_editedChip >= 0)
        values.removeAt(place);
    if (!value.isEmpty() && !values.contains(value))
        values.insert(place, value);
    m_editedChip = -1;
    m_field->setValue({});
    m_isAdding = m_field->hasFocus(); // for one more
    Q_EMIT edited(values);
}

void FilterValues::takeNumbers()
{
    QStringList numbers{m_lower->text().trimmed()};
    if (needsRange(m_filter.operator_()))
        numbers.append(m_upper->text().trimmed());
    QStringList shown = valuesOf(m_filter);
    while (shown.size() < numbers.size())
        shown.append(QString());
    m_lower->setModified(false);
    m_upper->setModified(false);
    if (numbers != shown)
        Q_EMIT edited(numbers);
}

void FilterValues::removeValue(int index)
{
    QStringList values = valuesOf(m_filter);
    values.removeAt(index);
    Q_EMIT edited(values);
    if (m_field->isVisibleTo(&m_row))
        m_field->setFocus();
    else
        m_add->setFocus();
}
