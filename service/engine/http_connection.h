// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

struct HttpRequest
{
    std::string url;
    std::vector<std::string> headers; // "Name: value"
    std::string body;
};

struct HttpAnswer
{
    int status = 0;
    std::map<std::string, std::string> headers; // names in lower case
    std::string body; // unpacked
    bool isWhole = true; // false: the connection broke in the middle of the body
};

class HttpFailure : public std::runtime_error
{
public:
    enum class Kind {
        Unknown, // host
        Refused, // nobody listens there
        Untrusted, // TLS: the certificate, or none where one is due
        NoAnswer, // the connection was lost, or what came is no HTTP
        TooLarge,
        Abandoned, // by whoever asked
    };

    HttpFailure(Kind kind, const std::string &message)
        : std::runtime_error(message)
        , m_kind(kind)
    {
    }

    Kind kind() const { return m_kind; }

private:
    Kind m_kind;
};

struct HttpOptions
{
    std::string caFile; // of authorities to trust; empty: the system's
    std::size_t largestAnswer = std::size_t(1) << 30; // bytes, unpacked
};

// One connection, kept open between requests and opened anew when it was lost meanwhile. One request at a time.
class HttpConnection
{
public:
    explicit HttpConnection(const HttpOptions &options);
    ~HttpConnection();

    // `isWanted` is asked every 20 ms; once it says no, the connection is cut. Throws HttpFailure.
    HttpAnswer post(const HttpRequest &request, const std::function<bool()> &isWanted);

private:
    struct Private;
    std::unique_ptr<Private> d;
};
