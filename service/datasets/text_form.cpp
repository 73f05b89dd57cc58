// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/datasets/text_form.h"

#include <charconv>
#include <cstddef>
#include <system_error>

#include "service/datasets/time_reader.h"

namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t skipDigits(std::string_view text, std::size_t at)
{
    while (at < text.size() && isDigit(text[at]))
        ++at;
    return at;
}

// `digits` without a point, the first of them standing for 10^exponent.
void appendDecimal(std::string &out, std::string_view digits, int exponent)
{
    const int count = static_cast<int>(digits.size());
    if (exponent < -6 || exponent >= 21) {
        out += digits[0];
        if (count > 1)
            out.append(".").append(digits.substr(1));
        out.append("e").append(std::to_string(exponent));
    } else if (exponent < 0) {
        out.append("0.").append(-exponent - 1, '0').append(digits);
    } else if (exponent + 1 >= count) {
        out.append(digits).append(exponent + 1 - count, '0');
    } else {
        out.append(digits.substr(0, exponent + 1)).append(".").append(digits.substr(exponent + 1));
    }
}

void appendDouble(std::string &out, double number)
{
    char text[40];
    const char *end = std::to_chars(text, text + sizeof text, number, std::chars_format::scientific).ptr;
    std::string_view rest(text, end - text); // "-1.25e+02"
    if (rest.front() == '-') {
        out += '-';
        rest.remove_prefix(1);
    }
    const std::size_t e = rest.find('e');
    int exponent = 0;
    std::from_chars(rest.data() + e + (rest[e + 1] == '+' ? 2 : 1), end, exponent);
    std::string digits(rest.substr(0, 1));
    if (e > 2)
        digits += rest.substr(2, e - 2);
    appendDecimal(out, digits, exponent);
}

} // namespace

bool isNumberText(std::string_view text)
{
    std::size_t at = !text.empty() && text[0] == '-' ? 1 : 0;
    const std::size_t integer = at;
    at = skipDigits(text, at);
    if (at == integer || (text[integer] == '0' && at - integer > 1))
        return false;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = at + 1;
        at = skipDigits(text, fraction);
        if (at == fraction)
            return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const std::size_t exponent = at;
        at = skipDigits(text, exponent);
        if (at == exponent)
            return false;
    }
    return at == text.size();
}

bool appendNumberText(std::string &out, std::string_view token)
{
    if (!isNumberText(token))
        return false;
    if (token.find_first_of(".eE") == std::string_view::npos) {
        out.append(token == "-0" ? "0" : token);
        return true;
    }
    double number = 0;
    if (std::from_chars(token.data(), token.data() + token.size(), number).ec != std::errc())
        out.append(token);
    else if (number == 0)
        out += '0';
    else
        appendDouble(out, number);
    return true;
}

PropertyKind kindOf(std::string_view text)
{
    if (text == "true" || text == "false")
        return PropertyKind::Boolean;
    if (text.empty() || (!isDigit(text[0]) && text[0] != '-'))
        return PropertyKind::String;
    if (isNumberText(text))
        return PropertyKind::Number;
    return looksLikeTime(text) ? PropertyKind::Time : PropertyKind::String;
}

PropertyKind KindSet::common() const
{
    for (const PropertyKind kind : {PropertyKind::Number, PropertyKind::Boolean, PropertyKind::Time})
        if (m_bits == 1u << static_cast<unsigned>(kind))
            return kind;
    return PropertyKind::String;
}
