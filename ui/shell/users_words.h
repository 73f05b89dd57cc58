// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <catalog/v1/catalog.pb.h>

#include "session/time_choice.h"

#include <QString>

// "Users behind page_view, Germany, Tue 19 May 2026": whose list it is that a request asks for.
QString usersTitle(const catalog::v1::ListUsersRequest &request, const ProjectTime &place);
