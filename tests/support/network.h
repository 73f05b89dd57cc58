// SPDX-FileCopyrightText: Insights Explorer contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

#include <string>

// The network between client and server, and what it can do to them.
class Network : public QTcpServer
{
public:
    enum class Mood {
        Good,
        Silent, // what was connected then stays half open, for ever: swallows all, tells nobody
        Slow, // 4 kB/s each way
    };

    explicit Network(quint16 server)
        : m_server(server)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &Network::join);
    }

    std::string address() const { return "127.0.0.1:" + std::to_string(serverPort()); }
    void setMood(Mood mood)
    {
        m_mood = mood;
        for (Way *way : m_ways)
            way->take();
    }
    void cut()
    {
        for (const auto &socket : findChildren<QTcpSocket *>())
            socket->abort();
    }
    // Nobody is let in until comeBack().
    void goAway()
    {
        m_port = serverPort();
        close();
        cut();
    }
    bool comeBack() { return listen(QHostAddress::LocalHost, m_port); }

    qint64 answered() const { return m_answered; } // bytes that came to the client

private:
    // From one end to the other.
    class Way : public QObject
    {
    public:
        Way(Network &network, QTcpSocket *from, QTcpSocket *to)
            : QObject(&network)
            , m_network(network)
            , m_from(from)
            , m_to(to)
        {
            connect(from, &QTcpSocket::readyRead, this, &Way::take);
            m_timer.setInterval(25);
            m_timer.callOnTimeout(this, &Way::pass);
        }

        void take()
        {
            m_isDead |= m_network.m_mood == Mood::Silent || !m_from->isOpen();
            if (m_from->isOpen())
                m_waiting += m_from->readAll();
            if (m_isDead)
                m_waiting.clear();
            else if (m_network.m_mood == Mood::Good)
                pass();
            else
                m_timer.start();
        }

    private:
        void pass()
        {
            const qsizetype most = m_network.m_mood == Mood::Slow ? 100 : m_waiting.size();
            const QByteArray piece = m_waiting.left(most);
            m_waiting.remove(0, piece.size());
            if (m_waiting.isEmpty())
                m_timer.stop();
            if (m_to->isOpen())
                m_to->write(piece);
            if (m_from->peerPort() == m_network.m_server)
                m_network.m_answered += piece.size();
        }

        Network &m_network;
        QTcpSocket *const m_from;
        QTcpSocket *const m_to;
        QByteArray m_waiting;
        QTimer m_timer;
        bool m_isDead = false;
    };

    void join()
    {
        QTcpSocket *near = nextPendingConnection();
        auto *far = new QTcpSocket(this);
        near->setParent(this);
        far->connectToHost(QHostAddress::LocalHost, m_server);
        m_ways << new Way(*this, near, far) << new Way(*this, far, near);
        connect(near, &QTcpSocket::disconnected, far, &QTcpSocket::disconnectFromHost);
        connect(far, &QTcpSocket::disconnected, near, &QTcpSocket::disconnectFromHost);
    }

    const quint16 m_server;
    quint16 m_port = 0; // while nobody is let in
    Mood m_mood = Mood::Good;
    qint64 m_answered = 0;
    QList<Way *> m_ways;
};
