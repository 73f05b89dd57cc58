// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <algorithm>
#include <cmath>
#include <vector>

// How far two pictures of one size are apart, in steps of a channel, where each pixel is the mean of a box around it:
// glyphs that are smoothed another way keep their ink in the box, a line that moves takes its own along.
struct PictureDifference
{
    double mean = 0;
    double most = 0;
};

inline PictureDifference differenceOf(const QImage &one, const QImage &other, int box = 4)
{
    const QImage a = one.convertToFormat(QImage::Format_RGB32);
    const QImage b = other.convertToFormat(QImage::Format_RGB32);
    const int width = a.width();
    // Sums of all pixels above and left of each, of the differences of a channel.
    std::vector<double> sums;
    PictureDifference difference;
    double total = 0;
    for (const int shift : {0, 8, 16}) {
        sums.assign(std::size_t(width + 1) * std::size_t(a.height() + 1), 0);
        const auto sum = [&](int x, int y) -> double & { return sums[std::size_t(y) * (width + 1) + x]; };
        for (int y = 0; y < a.height(); ++y)
            for (int x = 0; x < width; ++x)
                sum(x + 1, y + 1) = sum(x, y + 1) + sum(x + 1, y) - sum(x, y)
                    + (int(a.pixel(x, y) >> shift & 0xff) - int(b.pixel(x, y) >> shift & 0xff));
        for (int y = box; y <= a.height(); ++y)
            for (int x = box; x <= width; ++x) {
                const double apart
                    = std::abs(sum(x, y) - sum(x - box, y) - sum(x, y - box) + sum(x - box, y - box)) / (box * box);
                difference.most = std::max(difference.most, apart);
                total += apart;
            }
    }
    difference.mean = total / (3.0 * (width - box + 1) * (a.height() - box + 1));
    return difference;
}
