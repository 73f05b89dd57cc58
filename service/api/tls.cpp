// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/api/tls.h"

#include <stdexcept>

#include <openssl/pem.h>
#include <openssl/x509.h>
#include <spdlog/spdlog.h>

#include "service/access/watched_file.h"

namespace {

using BioPtr = std::unique_ptr<BIO, decltype(&BIO_free)>;
using CertificatePtr = std::unique_ptr<X509, decltype(&X509_free)>;
using KeyPtr = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

constexpr unsigned refreshSeconds = 2;

CertificatePtr readCertificate(const std::string &path)
{
    const std::string pem = readSmallFile(path);
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    CertificatePtr certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr), X509_free);
    if (!certificate)
        throw std::invalid_argument(path + ": holds no certificate in PEM");
    return certificate;
}

KeyPtr readKey(const std::string &path)
{
    const std::string pem = readSmallFile(path);
    const BioPtr bio(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())), BIO_free);
    // Without this OpenSSL would ask the terminal.
    const auto noPassphrase = [](char *, int, int, void *) { return 0; };
    KeyPtr key(PEM_read_bio_PrivateKey(bio.get(), nullptr, noPassphrase, nullptr), EVP_PKEY_free);
    if (!key)
        throw std::invalid_argument(path + ": holds no private key in PEM without a passphrase");
    return key;
}

// gRPC would start with any files and then fail every handshake.
void check(const TlsFiles &files)
{
    const CertificatePtr certificate = readCertificate(files.certificate);
    const KeyPtr key = readKey(files.key);
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        throw std::invalid_argument(files.key + ": is not the key of the certificate in " + files.certificate);
    if (X509_cmp_current_time(X509_get0_notAfter(certificate.get())) < 0)
        spdlog::warn("{}: the certificate has expired, and clients will refuse it", files.certificate);
    if (!files.clientCa.empty())
        readCertificate(files.clientCa);
}

} // namespace

std::shared_ptr<grpc::ServerCredentials> tlsCredentials(const TlsFiles &files)
{
    check(files);
    using namespace grpc::experimental;
    const auto provider = std::make_shared<FileWatcherCertificateProvider>(files.key, files.certificate, files.clientCa,
                                                                           refreshSeconds);
    TlsServerCredentialsOptions options(provider);
    options.watch_identity_key_cert_pairs();
    if (!files.clientCa.empty()) {
        options.watch_root_certs();
        options.set_cert_request_type(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
    }
    return TlsServerCredentials(options);
}
