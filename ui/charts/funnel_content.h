// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "query/answer_frames.h"
#include "ui/charts/answer_table.h"
#include "ui/charts/change_mark.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <set>
#include <vector>

// How far the users of one group came at one step.
struct FunnelCell
{
    double count = 0;
    double rate = 0; // of those of step 1
    double stepRate = 0; // of those of the step before; of step 1 on the first
    double dropOff = 0; // users lost since the step before
    double stillConverting = 0; // of the drop-off, those whose window still runs
    std::optional<double> median; // seconds from the step before
    std::optional<double> rateBefore; // the rate at the compared time
};

struct FunnelGroup
{
    QString name;
    std::optional<std::string> breakdown;
    bool isOthers = false;
    int hue = 0; // its place in the categorical scale
    std::vector<FunnelCell> cells; // one per step
    std::optional<Change> change; // of the rate of the last step, from the compared time
};

// Of its rate; nothing where there is no rate at a compared time.
std::optional<Change> changeOf(const FunnelCell &cell);

// A bar: a group at a step; both from 0.
struct FunnelBar
{
    int step = 0;
    int group = 0;
    bool operator==(const FunnelBar &) const = default;
};

// The answer of a funnel as its chart shows it.
struct FunnelContent
{
    Q_DECLARE_TR_FUNCTIONS(FunnelContent)
public:
    QString name; // the question in words, for screen readers
    QString breakdown; // property; empty without one
    std::optional<double> window; // seconds
    std::vector<QString> steps; // event of each; an event may come again
    std::vector<FunnelGroup> groups; // in the order of the answer; one without a breakdown
    std::vector<FunnelCell> all; // of all groups together, whatever is hidden; a median only of one group
    std::set<int> hidden; // groups that are not drawn
    QString compared; // "vs 31 Mar – 30 Apr 2026"; empty without a comparison
    std::optional<Change> change; // of all

    int stepCount() const { return int(steps.size()); }
    int groupCount() const { return int(groups.size()); }
    bool isDrawn(int group) const { return !hidden.contains(group); }
    std::vector<int> drawn() const;
    const FunnelCell &cell(const FunnelBar &bar) const;
    double stillConverting() const; // of all steps
    QString allName() const; // "All users", "All values of plan"
};

FunnelContent funnelContent(const insights::v1::FunnelResult &funnel, const insights::v1::QuerySpec &spec,
                            const QString &name);
// Holds the rates against those of the same funnel at another time, group by group. Other is left out: at another time
// it is made of other values.
void compareFunnel(FunnelContent &content, const FunnelContent &before, const QString &compared);
// Of many groups all but the first few, which are the largest.
std::set<int> hiddenAtFirst(const FunnelContent &content);
SeriesLook funnelLook(const FunnelGroup &group, const Theme &theme);
// A row per group and columns per step, with a total under several groups.
AnswerTablePtr funnelTable(const FunnelContent &content);
// "3 steps: 1 signup 24,180 users, 2 purchase 3,147 users (13.0 %) ..."
QString funnelSummary(const FunnelContent &content);
// The users behind a bar, or those lost since the step before.
catalog::v1::FunnelPlace usersPlace(const FunnelContent &content, const FunnelBar &bar, bool dropped);
