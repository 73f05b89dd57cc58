// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "query/shortened.h"

#include <algorithm>

#include <absl/strings/ascii.h>

std::string shortened(std::string_view text)
{
    constexpr std::size_t most = 60;
    std::size_t length = std::min(text.size(), most);
    while (length > 0 && length < text.size() && (text[length] & 0xC0) == 0x80)
        --length;
    std::string out(text.substr(0, length));
    std::replace_if(out.begin(), out.end(), absl::ascii_iscntrl, '?');
    return length < text.size() ? out + "..." : out;
}
