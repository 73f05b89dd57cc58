// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <google/protobuf/message.h>

enum class Zeros { LeftOut, Written };

// protobuf's own JSON, one value a line, two spaces of indent. Empty for what JSON cannot hold: times outside the
// years 1 to 9999.
std::string readableJson(const google::protobuf::Message &message, Zeros zeros);
