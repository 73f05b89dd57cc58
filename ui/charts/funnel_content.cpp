// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/funnel_content.h"

#include "query/answer_rows.h"
#include "ui/text/duration_text.h"
#include "ui/text/number_text.h"

#include <algorithm>
#include <limits>
#include <map>

namespace {

constexpr std::size_t drawnAtFirst = 6;
using Text = FunnelContent;

double share(double part, double whole)
{
    return whole > 0 ? part / whole : 0;
}

std::optional<double> medianOf(const insights::v1::FunnelStep &step)
{
    if (!step.has_median_time_to_convert())
        return std::nullopt;
    const auto &median = step.median_time_to_convert();
    return double(median.seconds()) + median.nanos() / 1e9;
}

// What follows from the counts.
void derive(std::vector<FunnelCell> &cells)
{
    for (std::size_t step = 0; step < cells.size(); ++step) {
        FunnelCell &cell = cells[step];
        const double before = cells[step == 0 ? 0 : step - 1].count;
        cell.rate = share(cell.count, cells.front().count);
        cell.stepRate = share(cell.count, before);
        cell.dropOff = before - cell.count;
    }
}

std::vector<FunnelCell> sumOf(const std::vector<FunnelGroup> &groups, std::size_t steps)
{
    if (groups.size() == 1)
        return groups.front().cells;
    std::vector<FunnelCell> all(steps);
    for (const FunnelGroup &group : groups) {
        for (std::size_t step = 0; step < steps; ++step) {
            all[step].count += group.cells[step].count; // a user is in one group: of his first event
            all[step].stillConverting += group.cells[step].stillConverting;
        }
    }
    derive(all);
    return all;
}

TableCell medianCell(const FunnelCell &cell)
{
    const double seconds = cell.median.value_or(std::numeric_limits<double>::quiet_NaN());
    return {durationText(seconds), seconds};
}

std::vector<TableCell> tableCells(const QString &name, const std::vector<FunnelCell> &cells)
{
    std::vector<TableCell> row{textCell(name)};
    for (std::size_t step = 0; step < cells.size(); ++step) {
        row.push_back(countCell(cells[step].count));
        if (step == 0)
            continue;
        if (step > 1)
            row.push_back(rateCell(cells[step].stepRate));
        row.push_back(rateCell(cells[step].rate));
        row.push_back(medianCell(cells[step]));
    }
    return row;
}

QString stepWords(const FunnelContent &content, int step)
{
    const FunnelCell &cell = content.all[std::size_t(step)];
    const QString users = Text::tr("%1 %2: %3 users", "number, event, count")
                              .arg(QString::number(step + 1), content.steps[std::size_t(step)], fullNumber(cell.count));
    return step == 0 ? users : Text::tr("%1, %2 of step 1").arg(users, rateText(cell.rate));
}

} // namespace

std::vector<int> FunnelContent::drawn() const
{
    std::vector<int> drawn;
    for (int group = 0; group < groupCount(); ++group)
        if (isDrawn(group))
            drawn.push_back(group);
    return drawn;
}

const FunnelCell &FunnelContent::cell(const FunnelBar &bar) const
{
    return groups[std::size_t(bar.group)].cells[std::size_t(bar.step)];
}

double FunnelContent::stillConverting() const
{
    double users = 0;
    for (const FunnelCell &cell : all)
        users += cell.stillConverting;
    return users;
}

QString FunnelContent::allName() const
{
    return breakdown.isEmpty() ? tr("All users") : tr("All values of %1").arg(breakdown);
}

FunnelContent funnelContent(const insights::v1::FunnelResult &funnel, const insights::v1::QuerySpec &spec,
                            const QString &name)
{
    FunnelContent content;
    content.name = name;
    if (spec.has_breakdown())
        content.breakdown = QString::fromStdString(spec.breakdown().property());
    if (spec.has_conversion_window())
        content.window = double(spec.conversion_window().seconds()) + spec.conversion_window().nanos() / 1e9;

    std::map<std::pair<std::optional<std::string>, bool>, std::size_t> places;
    int hue = 0;
    for (const auto &step : funnel.steps()) {
        const auto group = step.has_breakdown() ? std::optional(step.breakdown()) : std::nullopt;
        const auto [place, isNew] = places.try_emplace({group, step.is_others()}, content.groups.size());
        if (isNew) {
            const QString shown
                = group ? QString::fromStdString(groupName(*group, step.is_others())) : Text::tr("All users");
            content.groups.push_back({shown, group, step.is_others(), step.is_others() ? 0 : hue++, {}});
        }
        auto &cells = content.groups[place->second].cells;
        cells.push_back({.count = step.count(), .stillConverting = step.still_converting(), .median = medianOf(step)});
        if (cells.size() > content.steps.size())
            content.steps.push_back(QString::fromStdString(step.event()));
    }
    for (FunnelGroup &group : content.groups) {
        group.cells.resize(content.steps.size());
        derive(group.cells);
    }
    content.all = sumOf(content.groups, content.steps.size());
    return content;
}

std::optional<Change> changeOf(const FunnelCell &cell)
{
    return cell.rateBefore ? rateChange(*cell.rateBefore, cell.rate) : std::nullopt;
}

// The change of the last rate, if there was anybody.
static std::optional<Change> compareCells(std::vector<FunnelCell> &cells, const std::vector<FunnelCell> &before)
{
    if (cells.empty() || before.size() != cells.size() || !(before.front().count > 0))
        return std::nullopt;
    for (std::size_t step = 1; step < cells.size(); ++step) // the first is 100 % at any time
        cells[step].rateBefore = before[step].rate;
    return rateChange(before.back().rate, cells.back().rate);
}

void compareFunnel(FunnelContent &content, const FunnelContent &before, const QString &compared)
{
    content.compared = compared;
    content.change = compareCells(content.all, before.all);
    for (FunnelGroup &group : content.groups) {
        const auto isSame = [&](const FunnelGroup &other) {
            return other.breakdown == group.breakdown && !other.isOthers && !group.isOthers;
        };
        const auto found = std::find_if(before.groups.begin(), before.groups.end(), isSame);
        if (found != before.groups.end())
            group.change = compareCells(group.cells, found->cells);
    }
}

std::set<int> hiddenAtFirst(const FunnelContent &content)
{
    std::set<int> hidden;
    for (std::size_t group = drawnAtFirst; group < content.groups.size(); ++group)
        hidden.insert(int(group));
    return hidden;
}

SeriesLook funnelLook(const FunnelGroup &group, const Theme &theme)
{
    return group.isOthers ? SeriesLook{theme.color(Role::Other), {}} : theme.categorical(group.hue);
}

AnswerTablePtr funnelTable(const FunnelContent &content)
{
    std::vector<CellTable::Column> columns{{content.breakdown.isEmpty() ? Text::tr("Users") : content.breakdown, true}};
    for (int step = 0; step < content.stepCount(); ++step) {
        columns.push_back(
            {Text::tr("%1 %2", "number, event").arg(QString::number(step + 1), content.steps[std::size_t(step)])});
        if (step > 1)
            columns.push_back({Text::tr("Of step %1").arg(step)});
        if (step > 0) {
            columns.push_back({Text::tr("Of step 1")});
            columns.push_back({Text::tr("Median")});
        }
    }
    std::vector<CellTable::Row> rows;
    for (const FunnelGroup &group : content.groups)
        rows.push_back(
            {tableCells(group.name, group.cells), content.breakdown.isEmpty() ? -1 : group.hue, group.isOthers, false});
    if (content.groupCount() > 1)
        rows.push_back({tableCells(content.allName(), content.all), -1, false, true});
    const int count = int(rows.size());
    const QString rowsText = count == 1 ? Text::tr("1 row") : Text::tr("%1 rows").arg(QLocale().toString(count));
    return std::make_shared<CellTable>(std::move(columns), std::move(rows), rowsText);
}

QString funnelSummary(const FunnelContent &content)
{
    if (content.groups.empty())
        return Text::tr("No data");
    QStringList words;
    for (int step = 0; step < content.stepCount(); ++step)
        words.append(stepWords(content, step));
    QString summary
        = Text::tr("%1 steps. %2", "count, each").arg(QString::number(content.stepCount()), words.join(u"; "));
    if (content.groupCount() > 1) {
        const auto rateOf = [](const FunnelGroup &group) { return group.cells.back().rate; };
        const auto [lowest, highest]
            = std::minmax_element(content.groups.begin(), content.groups.end(),
                                  [&](const auto &left, const auto &right) { return rateOf(left) < rateOf(right); });
        summary += Text::tr(". %1 groups, highest %2 with %3, lowest %4 with %5")
                       .arg(QString::number(content.groupCount()), highest->name, rateText(rateOf(*highest)),
                            lowest->name, rateText(rateOf(*lowest)));
    }
    return summary;
}

catalog::v1::FunnelPlace usersPlace(const FunnelContent &content, const FunnelBar &bar, bool dropped)
{
    const FunnelGroup &group = content.groups[std::size_t(bar.group)];
    catalog::v1::FunnelPlace users;
    users.set_step(bar.step);
    users.set_dropped(dropped);
    if (group.breakdown)
        users.set_breakdown(*group.breakdown);
    users.set_is_others(group.isOthers);
    return users;
}
