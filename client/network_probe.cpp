// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/network_probe.h"

#include "client/connection.h"
#include "client/grpc_insights_client.h"
#include "query/server_address.h"

#include <QCoreApplication>
#include <QFile>
#include <QHostInfo>
#include <QLocalSocket>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTimer>

#include <algorithm>

using Step = ProbeFinding::Step;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 10s; // for each step

QString text(const std::string &utf8)
{
    return QString::fromStdString(utf8);
}

QByteArray contents(const std::string &path)
{
    QFile file(text(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A way being tried. Its end stops everything, and nothing is said any more.
class Probe final : public QObject, public PendingCall
{
    Q_OBJECT
public:
    Probe(Endpoint endpoint, std::string project, std::function<void(ProbeReport)> handler)
        : m_endpoint(std::move(endpoint))
        , m_project(std::move(project))
        , m_handler(std::move(handler))
    {
        m_endpoint.catalogDeadline = patience;
        m_endpoint.queryDeadline = patience;
        m_timer.setSingleShot(true);
        m_timer.setInterval(patience);
        QMetaObject::invokeMethod(this, &Probe::tryAddress, Qt::QueuedConnection);
    }

    ~Probe() override
    {
        if (m_lookup >= 0)
            QHostInfo::abortHostLookup(m_lookup);
    }

private:
    void tryAddress();
    void lookUp();
    void connectTo(const QHostAddress &address);
    void tryCertificate();
    void askForProjects();
    void askQuestion();
    void takeProjects(const Outcome<catalog::v1::ListProjectsResponse> &outcome);
    void takeProject();
    void takeFailure(const Failure &failure);
    void good(Step step, const QString &sentence);
    void end(Step step, bool isGood, const QString &sentence);
    void onTimeout(Step step, const QString &sentence);

    Endpoint m_endpoint;
    const std::string m_project;
    std::function<void(ProbeReport)> m_handler;
    ProbeReport m_report;
    HostPort m_place;
    int m_lookup = -1;
    QTimer m_timer;
    QLocalSocket m_local;
    QSslSocket m_socket;
    std::unique_ptr<GrpcInsightsClient> m_client;
    PendingCallPtr m_call;
};

void Probe::good(Step step, const QString &sentence)
{
    m_timer.stop();
    m_report.findings.push_back({step, true, sentence.toStdString()});
}

void Probe::end(Step step, bool isGood, const QString &sentence)
{
    m_timer.stop();
    m_socket.disconnect(this);
    m_local.disconnect(this);
    m_report.findings.push_back({step, isGood, sentence.toStdString()});
    // Whoever is told may end this probe, and a socket with it that is just speaking.
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (const auto handler = std::exchange(m_handler, nullptr))
                handler(std::move(m_report));
        },
        Qt::QueuedConnection);
}

void Probe::onTimeout(Step step, const QString &sentence)
{
    m_timer.disconnect(this);
    connect(&m_timer, &QTimer::timeout, this, [this, step, sentence] { end(step, false, sentence); });
    m_timer.start();
}

void Probe::tryAddress()
{
    if (const std::optional<Failure> failure = refusal(m_endpoint, m_project))
        return end(Step::Address, false, text(failure->message));
    if (!isUnixAddress(m_endpoint.address))
        return lookUp();
    const QString path = text(m_endpoint.address.substr(5));
    connect(&m_local, &QLocalSocket::connected, this, [this, path] {
        good(Step::Port, tr("A service listens at %1.").arg(path));
        m_local.abort();
        askForProjects();
    });
    connect(&m_local, &QLocalSocket::errorOccurred, this, [this, path] {
        end(Step::Port, false, tr("No service listens at %1: %2.").arg(path, m_local.errorString()));
    });
    onTimeout(Step::Port, tr("%1 did not let anyone in for ten seconds.").arg(path));
    m_local.connectToServer(path);
}

void Probe::lookUp()
{
    m_place = hostPortOf(m_endpoint.address);
    const QString host = text(m_place.host);
    onTimeout(Step::Name, tr("The name %1 could not be looked up in ten seconds: is there a network?").arg(host));
    m_lookup = QHostInfo::lookupHost(host, this, [this, host](const QHostInfo &info) {
        m_lookup = -1;
        if (info.addresses().isEmpty())
            return end(Step::Name, false,
                       tr("There is no machine named %1: look at the spelling, or at the VPN.").arg(host));
        if (info.addresses().constFirst().toString() != host)
            good(Step::Name, tr("%1 is %2.").arg(host, info.addresses().constFirst().toString()));
        connectTo(info.addresses().constFirst());
    });
}

void Probe::connectTo(const QHostAddress &address)
{
    const QString port = text(m_place.port);
    connect(&m_socket, &QSslSocket::connected, this, [this, port] {
        good(Step::Port, tr("Port %1 answers.").arg(port));
        if (m_endpoint.tls.isUsed)
            tryCertificate();
        else {
            m_socket.abort();
            askForProjects();
        }
    });
    connect(&m_socket, &QSslSocket::errorOccurred, this, [this, port](QAbstractSocket::SocketError error) {
        if (m_socket.mode() != QSslSocket::UnencryptedMode)
            return; // of the handshake, told with its errors
        end(Step::Port, false,
            error == QAbstractSocket::ConnectionRefusedError
                ? tr("The machine is there, but nothing listens on port %1.").arg(port)
                : tr("Port %1 cannot be reached: %2.").arg(port, m_socket.errorString()));
    });
    onTimeout(Step::Port, tr("Port %1 did not answer for ten seconds: a firewall may swallow it.").arg(port));
    m_socket.connectToHost(address, text(m_place.port).toUShort());
}

void Probe::tryCertificate()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    if (!m_endpoint.tls.authorityFile.empty())
        configuration.setCaCertificates(QSslCertificate::fromData(contents(m_endpoint.tls.authorityFile)));
    if (!m_endpoint.tls.certificateFile.empty()) {
        configuration.setLocalCertificateChain(QSslCertificate::fromData(contents(m_endpoint.tls.certificateFile)));
        const QByteArray key = contents(m_endpoint.tls.keyFile);
        QSslKey own(key, QSsl::Rsa);
        configuration.setPrivateKey(own.isNull() ? QSslKey(key, QSsl::Ec) : own);
    }
    configuration.setAllowedNextProtocols({QByteArrayLiteral("h2")}); // what gRPC speaks
    m_socket.setSslConfiguration(configuration);
    m_socket.setPeerVerifyName(text(m_place.host));
    connect(&m_socket, &QSslSocket::encrypted, this, [this] {
        const QSslCertificate certificate = m_socket.peerCertificate();
        good(Step::Certificate,
             tr("The certificate is good until %1.").arg(QLocale().toString(certificate.expiryDate().date())));
        m_socket.disconnect(this);
        m_socket.abort();
        askForProjects();
    });
    connect(&m_socket, &QSslSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        end(Step::Certificate, false,
            tr("The certificate of %1 is not trusted: %2.").arg(text(m_place.host), errors.constFirst().errorString()));
    });
    connect(&m_socket, &QSslSocket::disconnected, this, [this] {
        end(Step::Certificate, false,
            tr("Port %1 answers, but no encrypted way could be made: %2. Does it speak TLS, and does it ask for a "
               "certificate of yours?")
                .arg(text(m_place.port), m_socket.errorString()));
    });
    onTimeout(Step::Certificate, tr("Port %1 answers, but not with TLS.").arg(text(m_place.port)));
    m_socket.startClientEncryption();
}

void Probe::askForProjects()
{
    m_client = std::make_unique<GrpcInsightsClient>(m_endpoint);
    m_client->setProject(m_project);
    m_call = m_client->listProjects([this](const auto &outcome) { takeProjects(outcome); });
}

void Probe::takeProjects(const Outcome<catalog::v1::ListProjectsResponse> &outcome)
{
    if (const auto *failure = std::get_if<Failure>(&outcome))
        return failure->kind == Failure::Kind::Unimplemented ? askQuestion() : takeFailure(*failure);
    const auto &projects = std::get<catalog::v1::ListProjectsResponse>(outcome).projects();
    m_report.projects.assign(projects.begin(), projects.end());
    good(Step::Server, tr("It answers questions and lists what there is to ask about."));
    takeProject();
}

// An empty question tells a server of the Insights API, which refuses it, from any other, which knows no such call.
void Probe::askQuestion()
{
    m_report.hasCatalog = false;
    m_call = m_client->query({}, [this](const Outcome<AnswerFrames> &outcome) {
        const auto *failure = std::get_if<Failure>(&outcome);
        if (failure != nullptr && failure->kind == Failure::Kind::Unimplemented)
            return end(Step::Server, false, tr("A gRPC server answers, but it is none of the Insights API."));
        if (failure != nullptr && failure->kind != Failure::Kind::InvalidQuestion)
            return takeFailure(*failure);
        good(Step::Server, tr("It answers questions; it lists no projects and events, so names are typed."));
        takeProject();
    });
}

void Probe::takeProject()
{
    const bool hasKey = !m_endpoint.apiKey.empty();
    good(Step::Key, hasKey ? tr("The key is accepted.") : tr("It asks for no key."));
    const auto isWanted = [this](const auto &project) { return project.id() == m_project; };
    if (m_project.empty())
        end(Step::Project, !m_report.projects.empty() || m_report.hasCatalog,
            !m_report.hasCatalog                ? tr("Give the project to ask about.")
                : m_report.projects.size() == 1 ? tr("It has one project.")
                                                : tr("It has %1 projects.").arg(m_report.projects.size()));
    else if (m_report.hasCatalog && std::ranges::none_of(m_report.projects, isWanted))
        end(Step::Project, false,
            tr("The key opens no project named \"%1\": choose one of the list.").arg(text(m_project)));
    else
        end(Step::Project, true, tr("The project is there."));
}

void Probe::takeFailure(const Failure &failure)
{
    if (failure.kind == Failure::Kind::NotAllowed)
        return end(failure.code == "UNAUTHENTICATED" ? Step::Key : Step::Project, false, text(failure.message));
    if (failure.kind == Failure::Kind::NotFound)
        return end(Step::Project, false, text(failure.message));
    const bool isBroken = failure.kind == Failure::Kind::Unreachable;
    const QString other = m_endpoint.tls.isUsed
        // With TLS 1.3 a server that misses the caller's certificate breaks off only now.
        ? tr("The server breaks off: it is no Insights server, or it asks for a certificate of yours.")
        : tr("Something answers there, but no Insights server without encryption: try with TLS.");
    end(Step::Server, false, isBroken ? other : text(failure.message));
}

} // namespace

PendingCallPtr NetworkProbe::probe(const Endpoint &endpoint, const std::string &project,
                                   std::function<void(ProbeReport)> handler)
{
    return std::make_unique<Probe>(endpoint, project, std::move(handler));
}

#include "network_probe.moc"
