// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <catalog/v1/catalog.grpc.pb.h>

#include "service/access/api_keys.h"
#include "tests/service/served_api.h"
#include "tests/service/signed_token.h"
#include "tests/support/worked_examples.h"

#include <QTest>

using namespace insights::v1;

namespace {

using Metadata = QMap<QString, QString>;

const std::string secret(32, 's');

std::string token(const std::string &claims)
{
    return signedToken(claims, JWT_ALG_HS256, secret);
}

void write(const std::string &path, const std::string &text)
{
    QFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
        qFatal("no room for a test file");
}

void add(grpc::ClientContext &context, const Metadata &metadata)
{
    for (auto entry = metadata.begin(); entry != metadata.end(); ++entry)
        context.AddMetadata(entry.key().toStdString(), entry.value().toStdString());
}

} // namespace

// Who may ask what, on the wire.
class CredentialsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const std::string keys = m_folder.filePath("keys").toStdString();
        m_shopKey = QString::fromStdString(makeApiKey(keys, "shop", "ann"));
        m_allKey = QString::fromStdString(makeApiKey(keys, "*", "bob"));
        const std::string jwt = m_folder.filePath("jwt").toStdString();
        write(jwt, secret);
        m_credentials.emplace(CredentialFiles{keys, jwt, "us", ""});
        ServerOptions options;
        options.credentials = &*m_credentials;
        m_api = std::make_unique<ServedApi>(options);
    }

    void cleanupTestCase() { m_api.reset(); }

    void aCallIsLetInByItsCredential_data()
    {
        QTest::addColumn<Metadata>("metadata");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *name, const Metadata &metadata, grpc::StatusCode code, const char *told = "") {
            QTest::addRow("%s", name) << metadata << int(code) << told;
        };
        const auto bearer = [](const QString &credential, const char *project = "shop") {
            return Metadata{{"authorization", "Bearer " + credential}, {"x-project-id", project}};
        };
        const auto jwt = [](const char *claims) { return QString::fromStdString(token(claims)); };
        const QString good = jwt(R"({"iss":"us","sub":"cy","projects":["shop"]})");
        using enum grpc::StatusCode;
        row("a key", bearer(m_shopKey), OK);
        row("a key in its own header", {{"x-api-key", m_shopKey}, {"x-project-id", "shop"}}, OK);
        row("a scheme in small letters", {{"authorization", "bearer " + m_shopKey}, {"x-project-id", "shop"}}, OK);
        row("a key for all", bearer(m_allKey), OK);
        row("a token", bearer(good), OK);
        row("nothing", {{"x-project-id", "shop"}}, UNAUTHENTICATED, "authorization: Bearer");
        row("not even a project", {}, UNAUTHENTICATED, "authorization: Bearer");
        row("an unknown key", bearer("ik_nobodys"), UNAUTHENTICATED, "not known here");
        row("an empty key", bearer(""), UNAUTHENTICATED, "");
        row("another scheme", {{"authorization", "Basic " + m_shopKey}, {"x-project-id", "shop"}}, UNAUTHENTICATED,
            "scheme Bearer");
        row("a key without a scheme", {{"authorization", m_shopKey}, {"x-project-id", "shop"}}, UNAUTHENTICATED,
            "scheme Bearer");
        row("a publishable key", bearer("pub_secret"), UNAUTHENTICATED, "can only send events");
        row("a publishable key in its own header", {{"x-api-key", "pub_secret"}, {"x-project-id", "shop"}},
            UNAUTHENTICATED, "can only send events");
        row("a token as a key", {{"x-api-key", good}, {"x-project-id", "shop"}}, UNAUTHENTICATED, "not known here");
        row("a token over", bearer(jwt(R"({"iss":"us","projects":["shop"],"exp":1700000000})")), UNAUTHENTICATED,
            "expired");
        row("a token of another issuer", bearer(jwt(R"({"iss":"them","projects":["shop"]})")), UNAUTHENTICATED,
            "issuer");
        row("a token of another secret",
            bearer(QString::fromStdString(signedToken("{}", JWT_ALG_HS256, std::string(32, 'x')))), UNAUTHENTICATED,
            "HS256");
        row("a token with no project", bearer(good, ""), UNAUTHENTICATED, "x-project-id");
        row("a key with no project", bearer(m_shopKey, ""), INVALID_ARGUMENT, "x-project-id");
        row("a key for another project", bearer(m_shopKey, "past"), PERMISSION_DENIED, "past");
        row("a key for a project that is not", bearer(m_shopKey, "nobody"), PERMISSION_DENIED, "nobody");
        row("a key for all and a project that is not", bearer(m_allKey, "nobody"), NOT_FOUND, "nobody");
        row("a token for another project", bearer(good, "past"), PERMISSION_DENIED, "past");
    }

    void aCallIsLetInByItsCredential()
    {
        QFETCH(const Metadata, metadata);
        QFETCH(const int, code);
        QFETCH(const QString, told);
        const grpc::Status status = ask(trend(), metadata);
        const QString message = QString::fromStdString(status.error_message());
        QVERIFY2(int(status.error_code()) == code, qPrintable(message));
        QVERIFY2(message.contains(told), qPrintable(message));
        for (const QString &value : metadata)
            for (const QString &word : value.split(' '))
                QVERIFY2(word.size() < 9 || !message.contains(word), qPrintable(message)); // of the credential
    }

    void theWorkedExamplesAreRefused_data()
    {
        QTest::addColumn<QJsonObject>("example");
        for (const QJsonValue value : workedExamples(QStringLiteral("errors")))
            if (value.toObject().contains(QStringLiteral("metadata")))
                QTest::addRow("%s", qPrintable(value[QStringLiteral("id")].toString())) << value.toObject();
    }

    void theWorkedExamplesAreRefused()
    {
        QFETCH(const QJsonObject, example);
        const QString validToken = QString::fromStdString(token(R"({"iss":"us","projects":["*"]})"));
        Metadata metadata;
        const QJsonObject written = example[QStringLiteral("metadata")].toObject();
        for (auto entry = written.begin(); entry != written.end(); ++entry)
            metadata[entry.key()] = entry.value().toString().replace(QStringLiteral("<valid jwt>"), validToken);
        QCOMPARE(example[QStringLiteral("expectError")][QStringLiteral("code")].toString(),
                 QStringLiteral("UNAUTHENTICATED"));
        const grpc::Status status = ask(specOf(example), metadata);
        QVERIFY2(status.error_code() == grpc::StatusCode::UNAUTHENTICATED, status.error_message().c_str());
    }

    void projectsAreListedForWhomTheyAre_data()
    {
        QTest::addColumn<QString>("credential");
        QTest::addColumn<QStringList>("projects");
        QTest::addRow("a key for one") << m_shopKey << QStringList{"shop"};
        QTest::addRow("a key for all") << m_allKey << QStringList{"past", "shop"};
        QTest::addRow("a token") << QString::fromStdString(token(R"({"iss":"us","projects":["past","nobody"]})"))
                                 << QStringList{"past"};
        QTest::addRow("a token for none") << QString::fromStdString(token(R"({"iss":"us"})")) << QStringList{};
    }

    void projectsAreListedForWhomTheyAre()
    {
        QFETCH(const QString, credential);
        QFETCH(const QStringList, projects);
        const auto catalog = catalog::v1::CatalogService::NewStub(m_api->channel);
        grpc::ClientContext context;
        add(context, {{"authorization", "Bearer " + credential}});
        catalog::v1::ListProjectsResponse response;
        const grpc::Status status = catalog->ListProjects(&context, {}, &response);
        QVERIFY2(status.ok(), status.error_message().c_str());
        QStringList listed;
        for (const catalog::v1::Project &project : response.projects())
            listed << QString::fromStdString(project.id());
        QCOMPARE(listed, projects);

        for (const char *project : {"shop", "past"}) {
            grpc::ClientContext one;
            add(one, {{"authorization", "Bearer " + credential}});
            catalog::v1::GetProjectRequest request;
            request.set_id(project);
            catalog::v1::GetProjectResponse got;
            QCOMPARE(int(catalog->GetProject(&one, request, &got).error_code()),
                     int(projects.contains(project) ? grpc::StatusCode::OK : grpc::StatusCode::PERMISSION_DENIED));
        }
    }

    void nothingOfTheCatalogIsTellingWithoutACredential()
    {
        const auto catalog = catalog::v1::CatalogService::NewStub(m_api->channel);
        const auto codeOf = [&](auto method, const auto &request, auto response) {
            grpc::ClientContext context;
            add(context, {{"x-project-id", "shop"}});
            return int(((*catalog).*method)(&context, request, &response).error_code());
        };
        using namespace catalog::v1;
        using Stub = CatalogService::Stub;
        const int refused = int(grpc::StatusCode::UNAUTHENTICATED);
        QCOMPARE(codeOf(&Stub::ListProjects, ListProjectsRequest(), ListProjectsResponse()), refused);
        QCOMPARE(codeOf(&Stub::GetProject, GetProjectRequest(), GetProjectResponse()), refused);
        QCOMPARE(codeOf(&Stub::ListEvents, ListEventsRequest(), ListEventsResponse()), refused);
        QCOMPARE(codeOf(&Stub::ListProperties, ListPropertiesRequest(), ListPropertiesResponse()), refused);
        QCOMPARE(codeOf(&Stub::ListPropertyValues, ListPropertyValuesRequest(), ListPropertyValuesResponse()), refused);
        QCOMPARE(codeOf(&Stub::ListUsers, ListUsersRequest(), ListUsersResponse()), refused);
    }

private:
    grpc::Status ask(const QuerySpec &spec, const Metadata &metadata)
    {
        grpc::ClientContext context;
        add(context, metadata);
        QueryRequest request;
        *request.mutable_query() = spec;
        QueryResponse response;
        return m_api->insights->Query(&context, request, &response);
    }

    QTemporaryDir m_folder;
    QString m_shopKey;
    QString m_allKey;
    std::optional<Credentials> m_credentials;
    std::unique_ptr<ServedApi> m_api;
};

QTEST_GUILESS_MAIN(CredentialsTest)
#include "credentials_test.moc"
