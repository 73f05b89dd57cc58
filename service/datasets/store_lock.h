// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

// Holds a data folder for this process. The kernel lets go of it when the process ends, however it ends.
class StoreLock
{
public:
    // Makes the folder, for its owner's eyes only, when it is not there. Throws DatasetError when another process holds
    // it or it cannot be made.
    explicit StoreLock(const std::filesystem::path &folder);
    ~StoreLock();
    StoreLock(const StoreLock &) = delete;
    StoreLock &operator=(const StoreLock &) = delete;

private:
    int m_descriptor = -1;
};
