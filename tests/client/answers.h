// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/insights_client.h"

#include <QTest>

#include <optional>

// What a call came to, and how often its handler ran.
template <class T>
struct Answer
{
    std::optional<Outcome<T>> outcome;
    int count = 0;

    Handler<T> handler()
    {
        return [this](Outcome<T> came) {
            outcome = std::move(came);
            ++count;
        };
    }

    // Lets the event loop run until it is there.
    bool wait(int milliseconds = 20'000)
    {
        return QTest::qWaitFor([this] { return count > 0; }, milliseconds);
    }

    const T &value() const { return std::get<T>(*outcome); }
    bool isFailure() const { return outcome && std::holds_alternative<Failure>(*outcome); }
    const Failure &failure() const { return std::get<Failure>(*outcome); }
};
