// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <explorer/v1/documents.pb.h>

#include <QString>

// A question as a file is the plain spec that the API takes, one value a line in the order of the contract, so that
// version control shows what changed.
inline constexpr auto questionFileSuffix = ".insight.json";

// Whole or not at all. Returns why it failed, as a sentence; empty when it did not.
QString saveQuestionFile(const QString &path, const insights::v1::QuerySpec &spec);

inline constexpr auto boardFileSuffix = ".board.json";
QString saveBoardFile(const QString &path, const explorer::v1::Board &board); // as above

// What a file may be called of what is named so, without the suffix.
QString fileNameOf(const QString &name);
