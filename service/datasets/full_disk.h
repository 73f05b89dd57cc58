// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>

#include "service/datasets/dataset_error.h"
#include "service/engine/chdb.h"

// Does what writes to a store; that its disk is full comes as a DatasetError, where the engine has an error like others.
template <class Write>
auto withRoomIn(const std::filesystem::path &folder, Write write)
try {
    return write();
} catch (const EngineError &error) {
    constexpr int codeNotEnoughSpace = 243;
    if (error.code() != codeNotEnoughSpace
        && std::string_view(error.what()).find("No space left on device") == std::string_view::npos)
        throw;
    throw DatasetError(DatasetError::Kind::Failure,
                       "There is no space left on the disk of " + folder.string()
                           + ": make room and import again. The project is as it was.");
}
