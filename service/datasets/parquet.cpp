// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/parquet.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <string>

#include "service/datasets/dataset_error.h"

namespace fs = std::filesystem;

namespace {

// Times with their zone, numbers as numbers; 64-bit integers keep their digits.
constexpr char settings[] = " SETTINGS date_time_output_format = 'iso', output_format_json_quote_64bit_integers = 0,"
                            " output_format_json_quote_denormals = 0, input_format_parquet_allow_missing_columns = 1";

// A name without the characters that the engine would read as a pattern or a quote.
class PlainName
{
public:
    PlainName(const fs::path &folder, const fs::path &file)
        : m_link(fs::absolute(folder) / ("import-" + std::to_string(s_next++) + ".parquet"))
    {
        std::error_code ignored;
        fs::remove(m_link, ignored);
        fs::create_symlink(fs::absolute(file), m_link);
    }
    ~PlainName()
    {
        std::error_code ignored;
        fs::remove(m_link, ignored);
    }
    PlainName(const PlainName &) = delete;
    PlainName &operator=(const PlainName &) = delete;

    std::string table() const { return "file('" + quoted(m_link.string()) + "', 'Parquet')"; }

private:
    static std::string quoted(const std::string &path)
    {
        std::string text;
        for (const char c : path) {
            if (c == '\\' || c == '\'')
                text += '\\';
            text += c;
        }
        return text;
    }

    static inline std::atomic<unsigned> s_next = 0; // a file can be looked at while another is imported
    fs::path m_link;
};

} // namespace

void readParquet(ProjectStore &store, const fs::path &file, const std::function<void(std::string_view, double)> &take)
try {
    const PlainName name(store.folder(), file);
    ChdbConnection connection = store.engine().connect();
    const double total = std::stod(connection.scalar("SELECT count() FROM " + name.table()));
    double rows = 0;
    std::exception_ptr problem;
    connection.stream("SELECT * FROM " + name.table() + settings, "JSONEachRow", [&](std::string_view piece) {
        rows += static_cast<double>(std::count(piece.begin(), piece.end(), '\n'));
        try {
            take(piece, total > 0 ? std::min(1.0, rows / total) : 1.0);
        } catch (...) {
            problem = std::current_exception();
        }
        return !problem;
    });
    if (problem)
        std::rethrow_exception(problem);
} catch (const EngineError &error) {
    throw DatasetError(DatasetError::Kind::Failure, file.string() + " cannot be read as Parquet: " + error.what());
}
