// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/query_controller.h"

#include <QByteArray>
#include <QSize>

inline constexpr QSize thumbnailSize(80, 40); // px, on the screen

// The shape of an answer as a small picture, PNG at twice that size; without ground and words, in a colour that reads on
// light and dark.
QByteArray answerThumbnail(const Answered &answered);
