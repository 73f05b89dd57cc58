// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/engine/http_connection.h"

#include <algorithm>
#include <array>

#include <absl/cleanup/cleanup.h>
#include <absl/strings/ascii.h>
#include <curl/curl.h>

namespace {

constexpr int askInterval = 20; // ms
constexpr long connectTimeout = 5'000; // ms

// What is being received.
struct Receiving
{
    HttpAnswer answer;
    std::size_t largest = 0;
    bool isTooLarge = false;

    static std::size_t takeBody(char *bytes, std::size_t, std::size_t size, void *receiving)
    {
        auto &self = *static_cast<Receiving *>(receiving);
        self.isTooLarge = self.answer.body.size() + size > self.largest;
        if (self.isTooLarge)
            return 0;
        self.answer.body.append(bytes, size);
        return size;
    }

    static std::size_t takeHeader(char *bytes, std::size_t, std::size_t size, void *receiving)
    {
        auto &self = *static_cast<Receiving *>(receiving);
        const std::string line(bytes, size);
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos)
            return size;
        std::string value = line.substr(colon + 1);
        absl::StripAsciiWhitespace(&value);
        self.answer.headers[absl::AsciiStrToLower(line.substr(0, colon))] = std::move(value);
        return size;
    }
};

HttpFailure::Kind kindOf(CURLcode code)
{
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST: return HttpFailure::Kind::Unknown;
    case CURLE_COULDNT_CONNECT:
    case CURLE_OPERATION_TIMEDOUT: return HttpFailure::Kind::Refused;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR: return HttpFailure::Kind::Untrusted;
    default: return HttpFailure::Kind::NoAnswer;
    }
}

} // namespace

struct HttpConnection::Private
{
    Private()
    {
        static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
        easy = curl_easy_init();
        multi = curl_multi_init();
        if (ready != CURLE_OK || easy == nullptr || multi == nullptr)
            throw std::runtime_error("libcurl cannot be used");
    }

    ~Private()
    {
        curl_easy_cleanup(easy);
        curl_multi_cleanup(multi);
    }

    template <class Value>
    void set(CURLoption option, Value value)
    {
        if (const CURLcode code = curl_easy_setopt(easy, option, value); code != CURLE_OK)
            throw std::runtime_error(std::string("libcurl refuses an option: ") + curl_easy_strerror(code));
    }

    void setUp(const HttpOptions &options)
    {
        set(CURLOPT_NOSIGNAL, 1L); // there are threads
        set(CURLOPT_PROTOCOLS_STR, "http,https");
        set(CURLOPT_NOPROXY, "*");
        set(CURLOPT_CONNECTTIMEOUT_MS, connectTimeout);
        set(CURLOPT_TCP_KEEPALIVE, 1L);
        set(CURLOPT_ACCEPT_ENCODING, "gzip");
        set(CURLOPT_ERRORBUFFER, message.data());
        set(CURLOPT_WRITEFUNCTION, &Receiving::takeBody);
        set(CURLOPT_HEADERFUNCTION, &Receiving::takeHeader);
        if (!options.caFile.empty())
            set(CURLOPT_CAINFO, options.caFile.c_str());
        largestAnswer = options.largestAnswer;
    }

    // Nothing while it runs.
    CURLcode run(const std::function<bool()> &isWanted)
    {
        for (int running = 1; running > 0;) {
            curl_multi_perform(multi, &running);
            if (running == 0)
                break;
            if (!isWanted())
                throw HttpFailure(HttpFailure::Kind::Abandoned, "nobody waits for the answer");
            curl_multi_poll(multi, nullptr, 0, askInterval, nullptr);
        }
        int left = 0;
        const CURLMsg *done = curl_multi_info_read(multi, &left);
        return done == nullptr ? CURLE_RECV_ERROR : done->data.result;
    }

    CURL *easy = nullptr;
    CURLM *multi = nullptr; // holds the open connection
    std::array<char, CURL_ERROR_SIZE> message{};
    std::size_t largestAnswer = 0;
};

HttpConnection::HttpConnection(const HttpOptions &options)
    : d(std::make_unique<Private>())
{
    d->setUp(options);
}

HttpConnection::~HttpConnection() = default;

HttpAnswer HttpConnection::post(const HttpRequest &request, const std::function<bool()> &isWanted)
{
    curl_slist *headers = nullptr;
    for (const std::string &header : request.headers)
        headers = curl_slist_append(headers, header.c_str());
    Receiving receiving;
    receiving.largest = d->largestAnswer;
    d->message[0] = '\0';
    d->set(CURLOPT_URL, request.url.c_str());
    d->set(CURLOPT_HTTPHEADER, headers);
    d->set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    d->set(CURLOPT_POSTFIELDS, request.body.data());
    d->set(CURLOPT_WRITEDATA, &receiving);
    d->set(CURLOPT_HEADERDATA, &receiving);
    curl_multi_add_handle(d->multi, d->easy);
    const absl::Cleanup end = [&] {
        curl_multi_remove_handle(d->multi, d->easy);
        curl_slist_free_all(headers);
    };

    const CURLcode code = d->run(isWanted);
    long status = 0;
    curl_easy_getinfo(d->easy, CURLINFO_RESPONSE_CODE, &status);
    receiving.answer.status = static_cast<int>(status);
    if (receiving.isTooLarge)
        throw HttpFailure(HttpFailure::Kind::TooLarge, "the answer is larger than one may be");
    receiving.answer.isWhole = code == CURLE_OK;
    if (code != CURLE_OK && (status == 0 || receiving.answer.body.empty())) {
        const char *what = d->message[0] != '\0' ? d->message.data() : curl_easy_strerror(code);
        throw HttpFailure(kindOf(code), what);
    }
    return std::move(receiving.answer);
}
