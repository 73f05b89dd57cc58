// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "query/violation.h"
#include "session/draft_query.h"

#include <QWidget>

class FieldHint;
class QComboBox;
class QLabel;
class QSpinBox;
class Theme;

// How long a user may take from the first step of a funnel to the last: a number of a unit, or the whole range.
class WindowSection : public QWidget
{
    Q_OBJECT
public:
    static constexpr int daysRow = 3; // of the combo box of units

    WindowSection(const Theme &theme, DraftQuery &draft, QWidget *parent = nullptr);

    void showSpec(const insights::v1::QuerySpec &spec, const Violations &problems); // paths start at "query"

private:
    struct Shown
    {
        int number = 0;
        int unit = daysRow;
        bool operator==(const Shown &) const = default;
    };

    void createWidgets();
    void arrange();
    void connectSignals();
    void take();
    void put(std::int64_t seconds, int mergeKey);
    void showSeconds(std::int64_t seconds);
    void showHint(const insights::v1::QuerySpec &spec, const Violations &problems);

    const Theme &m_theme;
    DraftQuery &m_draft;
    std::int64_t m_seconds = 0; // what the fields say; 0 is the whole range
    Shown m_shown;
    QLabel *m_label = nullptr;
    QSpinBox *m_number = nullptr;
    QComboBox *m_unit = nullptr;
    FieldHint *m_hint = nullptr;
};
