// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include "session/catalog.h"

#include <QObject>
#include <QStringList>

#include <vector>

class Chip;
class CompletionField;
class FlowLayout;
class QLabel;
class QLineEdit;
class QToolButton;
class Theme;
class ValueSearch;

// The values of a filter row, laid into its flow after what stands there: chips for texts, with a field that comes
// where one types, or one or two fields for numbers, as the operator asks.
class FilterValues : public QObject
{
    Q_OBJECT
public:
    FilterValues(const Theme &theme, Catalog &catalog, FlowLayout &flow, QWidget *row);

    void showFilter(const insights::v1::PropertyFilter &filter);
    void setEvent(const std::string &event); // whose values are offered; empty for all
    void setAnchor(const QWidget *anchor); // what the list of values hangs under
    void startTyping(); // the caret to where the next value goes, its list open

Q_SIGNALS:
    // Values in their places; empty texts where a number is still missing.
    void edited(const QStringList &values);

private:
    QLineEdit *createNumber(const QString &name);
    QWidget *createNumbers();
    void connectSignals();
    void showChips(const QStringList &values);
    void showField(const QStringList &values);
    void startAdding();
    void stopAdding();
    void showNumbers(const QStringList &values);
    void nameFields();
    void addChip();
    void editChip(int index);
    int indexOf(const Chip *chip) const;
    void takeValue(const QString &value);
    void takeNumbers();
    void removeValue(int index);

    const Theme &m_theme;
    FlowLayout &m_flow;
    QWidget &m_row;
    insights::v1::PropertyFilter m_filter;
    std::string m_event;
    std::vector<Chip *> m_chips;
    CompletionField *m_field = nullptr;
    ValueSearch *m_search = nullptr;
    QToolButton *m_add = nullptr; // in the place of the field while there are values and nobody types
    QWidget *m_numbers = nullptr; // holds the next three
    QLineEdit *m_lower = nullptr;
    QLabel *m_and = nullptr;
    QLineEdit *m_upper = nullptr;
    bool m_isAdding = false; // the field is there though there are values
    int m_editedChip = -1; // whose value stands in the field, to be replaced
};
