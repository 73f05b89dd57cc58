// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/access/token_reader.h"
#include "tests/service/signed_token.h"

#include <QTest>

namespace {

constexpr std::int64_t now = 1'800'000'000;
const std::string secret(32, 's');

QString refusalOf(const TokenReader &reader, const std::string &token, const std::string &issuer = "",
                  const std::string &audience = "")
{
    try {
        reader.verify(token, issuer, audience, now);
        return {};
    } catch (const Unauthenticated &error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace

class TokenReaderTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTokenSaysWhoAsksAndForWhat_data()
    {
        QTest::addColumn<bool>("isRsa");
        QTest::addRow("HS256") << false;
        QTest::addRow("RS256") << true;
    }

    void aTokenSaysWhoAsksAndForWhat()
    {
        QFETCH(const bool, isRsa);
        const auto reader = TokenReader::read(isRsa ? m_rsa.publicPem() : secret + "\n", "key");
        const std::string claims = R"({"sub":"ann","iss":"https://id","projects":["shop","blog"],"exp":1800000060})";
        const std::string token = isRsa ? signedToken(claims, JWT_ALG_RS256, m_rsa.privatePem())
                                        : signedToken(claims, JWT_ALG_HS256, secret);
        const Identity identity = reader->verify(token, "https://id", "", now);
        QCOMPARE(identity.name, std::string("ann"));
        QVERIFY(identity.sees("shop") && identity.sees("blog") && !identity.sees("other"));
    }

    void whatATokenLacksItDoesNotSee()
    {
        const auto reader = TokenReader::read(secret, "key");
        QVERIFY(!reader->verify(signedToken(R"({"sub":"ann"})", JWT_ALG_HS256, secret), "", "", now).sees("shop"));
        QVERIFY(reader->verify(signedToken(R"({"projects":["*"]})", JWT_ALG_HS256, secret), "", "", now).sees("shop"));
    }

    void claimsAreHeldAgainstTheService_data()
    {
        QTest::addColumn<QString>("claims");
        QTest::addColumn<QString>("refusal"); // empty: taken
        const auto row = [](const char *name, const char *claims, const char *refusal) {
            QTest::addRow("%s", name) << claims << refusal;
        };
        row("all right", R"("iss":"us","aud":"insights","exp":1800000001,"nbf":1799999999)", "");
        row("a list of audiences", R"("iss":"us","aud":["mail","insights"])", "");
        row("clocks that differ", R"("iss":"us","aud":"insights","exp":1799999996,"nbf":1800000004)", "");
        row("over", R"("iss":"us","aud":"insights","exp":1799999995)", "expired");
        row("long over", R"("iss":"us","aud":"insights","exp":0)", "expired");
        row("not yet", R"("iss":"us","aud":"insights","nbf":1800000006)", "not valid yet");
        row("an end in words", R"("iss":"us","aud":"insights","exp":"never")", "exp");
        row("an end that is null", R"("iss":"us","aud":"insights","exp":null)", "exp");
        row("no issuer", R"("aud":"insights")", "issuer");
        row("another issuer", R"("iss":"them","aud":"insights")", "issuer");
        row("a list of issuers", R"("iss":["us","them"],"aud":"insights")", "issuer");
        row("no audience", R"("iss":"us")", "audience");
        row("another audience", R"("iss":"us","aud":"mail")", "audience");
        row("other audiences", R"("iss":"us","aud":["mail","insight"])", "audience");
        row("an audience that is a number", R"("iss":"us","aud":7)", "audience");
    }

    void claimsAreHeldAgainstTheService()
    {
        QFETCH(const QString, claims);
        QFETCH(const QString, refusal);
        const auto reader = TokenReader::read(secret, "key");
        const std::string token = signedToken("{" + claims.toStdString() + "}", JWT_ALG_HS256, secret);
        const QString told = refusalOf(*reader, token, "us", "insights");
        QCOMPARE(told.isEmpty(), refusal.isEmpty());
        QVERIFY2(told.contains(refusal), qPrintable(told));
    }

    void aTokenOfAnotherKeyOrAlgorithmIsRefused_data()
    {
        QTest::addColumn<bool>("isRsa");
        QTest::addColumn<QString>("token");
        const RsaKey other;
        const auto row = [](const char *name, bool isRsa, const std::string &token) {
            QTest::addRow("%s", name) << isRsa << QString::fromStdString(token);
        };
        const std::string claims = R"({"projects":["*"]})";
        const std::string good = signedToken(claims, JWT_ALG_HS256, secret);
        const std::string none = signedToken(claims, JWT_ALG_NONE, "");
        row("another secret", false, signedToken(claims, JWT_ALG_HS256, std::string(32, 'x')));
        row("no algorithm for a secret", false, none);
        row("no algorithm for RSA", true, none);
        row("a longer hash", false, signedToken(claims, JWT_ALG_HS512, secret));
        row("RSA for a secret", false, signedToken(claims, JWT_ALG_RS256, m_rsa.privatePem()));
        row("another RSA key", true, signedToken(claims, JWT_ALG_RS256, other.privatePem()));
        row("a longer RSA hash", true, signedToken(claims, JWT_ALG_RS512, m_rsa.privatePem()));
        row("the public key as a secret", true, signedToken(claims, JWT_ALG_HS256, m_rsa.publicPem()));
        row("no signature", false, good.substr(0, good.rfind('.') + 1));
        row("claims changed", false,
            good.substr(0, good.find('.') + 1) + "eyJwcm9qZWN0cyI6WyJ4Il19" + good.substr(good.rfind('.')));
        row("no token", false, "eyJ.eyJ.x");
        row("dots", false, "..");
        row("nothing", false, "");
    }

    void aTokenOfAnotherKeyOrAlgorithmIsRefused()
    {
        QFETCH(const bool, isRsa);
        QFETCH(const QString, token);
        const auto reader = TokenReader::read(isRsa ? m_rsa.publicPem() : secret, "key");
        const QString told = refusalOf(*reader, token.toStdString());
        QVERIFY2(told.contains(isRsa ? "RS256" : "HS256"), qPrintable(told));
    }

    void aKeyOfNoUseIsRefused_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addRow("nothing") << "";
        QTest::addRow("a line end") << "\n";
        QTest::addRow("a private key") << QString::fromStdString(m_rsa.privatePem());
        QTest::addRow("broken PEM") << "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n";
    }

    void aKeyOfNoUseIsRefused()
    {
        QFETCH(const QString, key);
        try {
            TokenReader::read(key.toStdString(), "jwt.key");
            QFAIL("it was taken");
        } catch (const std::invalid_argument &error) {
            QVERIFY2(QString(error.what()).startsWith("jwt.key: "), error.what());
        }
    }

private:
    RsaKey m_rsa;
};

QTEST_GUILESS_MAIN(TokenReaderTest)
#include "token_reader_test.moc"
