// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/preview.h"

#include <algorithm>
#include <optional>
#include <unordered_set>

#include "query/shortened.h"
#include "service/catalog/catalog_reader.h"
#include "service/datasets/dataset_error.h"
#include "service/datasets/line_source.h"

using namespace datasets::v1;

namespace {

constexpr int mostRows = 50;
constexpr std::uint64_t mostLines = 10'000;
constexpr std::size_t mostDistinct = 1'000;

struct EnoughRead
{
};

// The events of a file on their way to nowhere.
struct Sample
{
    explicit Sample(const Calendar &calendar)
        : times(calendar)
    {
    }

    ImportWatch watch;
    ImportJournal journal{watch, false};
    TimeReader times;
    EventIntake intake{{}, 0, [](EventBlock &&block, auto &) { return std::move(block); }};
    EventSink sink{intake, journal, times};
};

class PreviewLines final : public LineSink
{
public:
    // The format of `response` is known.
    PreviewLines(PreviewResponse &response, const std::string &file, const ColumnMap &map, Sample &sample)
        : m_response(response)
        , m_file(file)
        , m_map(map)
        , m_sample(sample)
        , m_events(file, response.format(), map, sample.sink)
    {
    }

    void begin(const std::vector<ColumnName> &columns) override
    {
        for (const ColumnName &column : columns)
            if (!column.name.empty())
                m_columns.push_back({column, {}, {}});
        for (const Column &column : m_columns) {
            PreviewColumn &told = *m_response.add_columns();
            told.set_name(nameOf(column.name));
            told.set_role(COLUMN_ROLE_PROPERTY);
        }
        const std::vector<ColumnName> kept = keptColumns(columns, m_map);
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (std::find(kept.begin(), kept.end(), m_columns[i].name) == kept.end())
                m_response.mutable_columns(int(i))->set_role(COLUMN_ROLE_LEFT_OUT);
        for (const EventPart part : {EventPart::Event, EventPart::Time, EventPart::User})
            findRole(part, columns);
        if (m_response.problem().empty())
            understand(columns);
    }

    void add(std::uint64_t line, const std::vector<Field> &fields) override
    {
        if (m_lines == mostLines)
            throw EnoughRead();
        ++m_lines;
        PreviewRow *row = m_response.rows_size() < mostRows ? m_response.add_rows() : nullptr;
        if (row != nullptr) {
            row->set_line(line);
            for (std::size_t i = 0; i < m_columns.size(); ++i)
                row->add_values();
        }
        for (std::size_t place = 0; place < fields.size(); ++place)
            if (const auto column = columnOf(fields[place], place))
                take(*column, fields[place].text, row);
        if (!m_isUnderstood)
            return;
        const int badBefore = m_sample.journal.progress().bad_size();
        m_events.add(line, fields);
        const auto &bad = m_sample.journal.progress().bad();
        if (row != nullptr && bad.size() > badBefore)
            row->set_problem(bad.rbegin()->reason());
    }

    void addBad(std::uint64_t line, const std::string &reason) override
    {
        if (m_lines++ < mostLines)
            m_events.addBad(line, reason);
    }

    void finish()
    {
        for (int i = 0; i < m_response.columns_size(); ++i) {
            const Column &column = m_columns[std::size_t(i)];
            PreviewColumn &told = *m_response.mutable_columns(i);
            told.set_type(typeOf(column.kinds.common()));
            told.set_distinct(column.values.size());
        }
        m_response.set_lines_read(m_lines);
    }

private:
    struct Column
    {
        ColumnName name;
        KindSet kinds;
        std::unordered_set<std::string> values;
    };

    // A property of the name of a column of its own is told apart by the name of the object that holds it.
    std::string nameOf(const ColumnName &column) const
    {
        const auto isTwin = [&](const Column &other) { return !other.name.nested && other.name.name == column.name; };
        const bool isTaken = column.nested && std::any_of(m_columns.begin(), m_columns.end(), isTwin);
        return isTaken ? "properties." + column.name : column.name;
    }

    void understand(const std::vector<ColumnName> &columns)
    try {
        m_events.begin(columns);
        m_isUnderstood = true;
    } catch (const DatasetError &error) {
        m_response.set_problem(error.what());
    }

    void findRole(EventPart part, const std::vector<ColumnName> &columns)
    try {
        const auto found = columnsFor(part, columns, m_map, m_file);
        const std::size_t most = part == EventPart::User ? found.size() : 1;
        for (std::size_t i = 0; i < m_columns.size(); ++i)
            if (std::find(found.begin(), found.begin() + std::ptrdiff_t(most), m_columns[i].name)
                != found.begin() + std::ptrdiff_t(most))
                m_response.mutable_columns(int(i))->set_role(roleOf(part));
    } catch (const DatasetError &error) {
        if (m_response.problem().empty())
            m_response.set_problem(error.what());
    }

    static ColumnRole roleOf(EventPart part)
    {
        return part == EventPart::Event ? COLUMN_ROLE_EVENT
            : part == EventPart::Time   ? COLUMN_ROLE_TIME
                                        : COLUMN_ROLE_USER;
    }

    // Lines of one file look alike: a field is mostly where it was before.
    std::optional<std::size_t> columnOf(const Field &field, std::size_t place)
    {
        const auto is = [&](const Column &column) {
            return column.name.nested == field.nested && column.name.name == field.name;
        };
        if (m_expected.size() <= place)
            m_expected.resize(place + 1, 0);
        if (m_expected[place] < m_columns.size() && is(m_columns[m_expected[place]]))
            return m_expected[place];
        const auto found = std::find_if(m_columns.begin(), m_columns.end(), is);
        if (found == m_columns.end())
            return std::nullopt;
        return m_expected[place] = std::size_t(found - m_columns.begin());
    }

    void take(std::size_t index, std::string_view text, PreviewRow *row)
    {
        if (row != nullptr)
            row->set_values(int(index), shortened(text));
        if (text.empty())
            return;
        PreviewColumn &told = *m_response.mutable_columns(int(index));
        told.set_filled(told.filled() + 1);
        if (told.first_value().empty())
            told.set_first_value(shortened(text));
        Column &column = m_columns[index];
        column.kinds.add(kindOf(text));
        if (column.values.size() < mostDistinct)
            column.values.emplace(text);
    }

    PreviewResponse &m_response;
    const std::string m_file;
    const ColumnMap &m_map;
    Sample &m_sample;
    EventLines m_events;
    bool m_isUnderstood = false;
    std::vector<Column> m_columns;
    std::vector<std::size_t> m_expected; // the column of the n-th field of the line before
    std::uint64_t m_lines = 0;
};

void tellSample(PreviewResponse &response, const Sample &sample)
{
    const ImportProgress &progress = sample.journal.progress();
    response.set_events(sample.intake.events());
    response.set_bad_lines(progress.bad_lines());
    *response.mutable_bad() = progress.bad();
    if (sample.sink.firstEvent()) {
        *response.mutable_first_event() = timestamp(*sample.sink.firstEvent());
        *response.mutable_last_event() = timestamp(*sample.sink.lastEvent());
    }
}

void readSample(ProjectStore &store, const PreviewRequest &request, const std::function<bool()> &cancelled,
                PreviewResponse &response)
{
    InputFile file(request.path());
    response.set_bytes(file.bytes());
    response.set_format(request.format() == FILE_FORMAT_UNSPECIFIED ? file.format() : request.format());
    const auto calendar = Calendar::of(request.timezone().empty() ? "UTC" : request.timezone(), WeekStart::Sunday);
    if (!calendar)
        throw DatasetError(DatasetError::Kind::Usage, "\"" + request.timezone() + "\" is no time zone.");
    Sample sample(*calendar);
    sample.journal.beginFile(file.name());
    PreviewLines lines(response, file.name(), request.map(), sample);
    const auto tell = [&] {
        lines.finish();
        tellSample(response, sample);
    };
    try {
        readLines(store, file, response.format(), lines, [&](std::uint64_t) {
            if (cancelled())
                throw DatasetError(DatasetError::Kind::Cancelled, "The preview was cancelled.");
        });
        response.set_is_whole_file(true);
    } catch (const EnoughRead &) {
        response.set_is_whole_file(false);
    } catch (...) {
        tell();
        throw;
    }
    tell();
    if (response.columns_size() == 0)
        throw DatasetError(DatasetError::Kind::Failure,
                           file.name() + " has no line that could be read"
                               + (response.bad_size() > 0 ? "; line " + std::to_string(response.bad(0).line()) + ": "
                                          + response.bad(0).reason()
                                                          : std::string())
                               + ".");
}

} // namespace

PreviewResponse previewFile(ProjectStore &store, const PreviewRequest &request, const std::function<bool()> &cancelled)
{
    PreviewResponse response;
    try {
        readSample(store, request, cancelled, response);
    } catch (const DatasetError &error) {
        if (error.kind() == DatasetError::Kind::Cancelled)
            throw;
        response.set_problem(error.what());
    }
    return response;
}
