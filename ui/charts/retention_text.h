// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/fact_card.h"
#include "ui/charts/retention_content.h"

#include <QCoreApplication>

// A place on the heatmap: the row of means is row -1, the column of sizes period -1.
struct HeatPlace
{
    int row = -1;
    int period = -1;
    bool operator==(const HeatPlace &) const = default;
};

// "40 %", of one tick of a scale in percent.
QString rateTick(const ValueScale &scale, int tick);

// The words of a retention answer.
class RetentionText
{
    Q_DECLARE_TR_FUNCTIONS(RetentionText)
public:
    // `content` outlives this.
    explicit RetentionText(const RetentionContent &content);

    QString caption() const; // "Weeks after signup_completed, % of the cohort"
    QString cohortTitle() const; // "Week of", over the dates
    QString meanTitle(bool isShort = false) const;
    QString changeTitle() const; // of the changes of the means
    QString leftOut(int periods, int cohorts) const; // "+3 weeks, +12 cohorts"
    QString cohortLabel(int row) const; // "30 Mar", with the year where cohorts lie in several
    QString cohortName(int row) const; // "Week of 30 Mar", in a sentence
    QString period(int period) const; // "week 3"
    QString periodDates(int row, int period) const; // "20 Apr – 26 Apr 2026"
    QString meanOf(int period) const; // "Week 3, weighted mean"
    QString basisOf(int period) const; // "510 of 1,256 users, 3 finished cohorts"
    // The number in a cell, short enough for `fits` or empty; empty where nothing is drawn.
    template <typename Fits>
    QString number(const HeatPlace &place, Fits fits) const
    {
        for (const bool compact : {false, true}) {
            const QString text = number(place, compact);
            if (text.isEmpty() || fits(text))
                return text;
        }
        return {};
    }
    QString wholeRate(const HeatPlace &place) const; // the rate of a cell without decimals; empty as above
    // "+1.2", by how many points the mean of a period differs from that at the compared time; empty without one.
    QString changeNumber(int period, bool isWhole) const;
    FactCard card(const HeatPlace &place) const;
    bool hasUsers(const HeatPlace &place) const; // that can be listed
    // For screen readers: one place, and the whole.
    QString spoken(const HeatPlace &place) const;
    QString summary() const;

private:
    QString number(const HeatPlace &place, bool compact) const;
    FactCard meanCard(int period) const;

    QString finishedCohorts(int period) const;

    const RetentionContent &m_content;
    bool m_showsYears = false;
    QLocale m_locale;
};
