// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/line_source.h"

#include "service/datasets/parquet.h"

void readLines(ProjectStore &store, InputFile &file, datasets::v1::FileFormat format, LineSink &sink,
               const std::function<void(std::uint64_t)> &read)
{
    if (format == datasets::v1::FILE_FORMAT_UNSPECIFIED)
        format = file.format();
    const auto reader = format == datasets::v1::FILE_FORMAT_CSV ? makeCsvReader(file.name(), sink)
                                                                : makeJsonReader(file.name(), sink);
    const auto take = [&](std::string_view piece, std::uint64_t position) {
        reader->feed(piece);
        read(position);
    };
    if (format == datasets::v1::FILE_FORMAT_PARQUET)
        readParquet(store, file.path(), [&](std::string_view piece, double share) {
            take(piece, static_cast<std::uint64_t>(share * static_cast<double>(file.bytes())));
        });
    else
        file.read(take);
    reader->finish();
}
