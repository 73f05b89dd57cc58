// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <insights/v1/insights.pb.h>

#include <string>
#include <vector>

// The questions of the gallery, over the days of GalleryClient.
insights::v1::QuerySpec trend(const std::vector<std::string> &events);
insights::v1::QuerySpec brokenDown(int limit);
insights::v1::QuerySpec drawnAs(insights::v1::QuerySpec spec, insights::v1::Visualization visualization);
insights::v1::QuerySpec funnel(bool byPlan);
insights::v1::QuerySpec retention();
insights::v1::QuerySpec filtered();
