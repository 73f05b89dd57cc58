// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>

// Random numbers that are the same with every compiler and library (those of <random>'s distributions are not).
class DemoRandom
{
public:
    explicit DemoRandom(std::uint64_t seed)
        : m_state(seed)
    {
    }

    // splitmix64, after Steele, Lea and Flood: Fast splittable pseudorandom number generators (2014)
    std::uint64_t next()
    {
        std::uint64_t z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; } // [0, 1)
    std::uint32_t below(std::uint32_t count) { return static_cast<std::uint32_t>(unit() * count); }
    bool chance(double probability) { return unit() < probability; }

    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - unit()));
        return radius * std::cos(2 * std::numbers::pi * unit());
    }
    double logNormal(double median, double sigma) { return median * std::exp(sigma * normal()); }
    // Small numbers often, large ones seldom; at least 0.
    std::uint32_t geometric(double mean)
    {
        return static_cast<std::uint32_t>(std::log(1 - unit()) / std::log(mean / (1 + mean)));
    }

    // A place in `weights`, each as likely as it weighs.
    std::size_t pick(std::span<const double> weights)
    {
        double total = 0;
        for (const double weight : weights)
            total += weight;
        double left = unit() * total;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i) {
            if (left < weights[i])
                return i;
            left -= weights[i];
        }
        return weights.size() - 1;
    }

private:
    std::uint64_t m_state;
};
