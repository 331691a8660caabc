#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include "dist/tls/TlsSetup.h"
#include "support/TlsMaterial.h"

using namespace nodescope;
using namespace nodescope::dist;
using protocol::Role;
using test::TlsMaterial;

namespace {

/// The two ends of one connection over loopback, each with its set-up.
struct Pair
{
    explicit Pair(const base::Clock &theClock)
        : clock(theClock)
    {
    }

    /// Waits until both ends know how it ended.
    bool meet(const TlsRole &clientRole, const TlsRole &serverRole,
              const QString &host = QStringLiteral("127.0.0.1"))
    {
        if (!connectSockets())
            return false;
        client = std::make_unique<TlsSetup>(std::move(clientSocket), Role::Initiator, clientRole, host,
                                            std::chrono::seconds(20), clock);
        server = std::make_unique<TlsSetup>(std::move(serverSocket), Role::Acceptor, serverRole, QString(),
                                            std::chrono::seconds(20), clock);
        listen(*client, clientEnd, clientFailure);
        listen(*server, serverEnd, serverFailure);
        QObject::connect(client.get(), &TlsSetup::done, client.get(), [this] {
            QObject::connect(clientEnd.get(), &Transport::failed, clientEnd.get(),
                             [this](const TransportError &error) { lateFailure = error.tls; });
        });
        client->start();
        server->start();
        return QTest::qWaitFor(
            [this] { return (clientEnd || clientFailure) && (serverEnd || serverFailure); }, 20'000);
    }

    bool connectSockets()
    {
        class Server : public QTcpServer
        {
        public:
            std::unique_ptr<QSslSocket> socket;

        protected:
            void incomingConnection(qintptr descriptor) override
            {
                socket = std::make_unique<QSslSocket>();
                socket->setSocketDescriptor(descriptor);
            }
        } listener;
        if (!listener.listen(QHostAddress::LocalHost))
            return false;
        clientSocket = std::make_unique<QSslSocket>();
        clientSocket->connectToHost(QHostAddress(QHostAddress::LocalHost), listener.serverPort());
        const bool ok = QTest::qWaitFor(
            [&] { return listener.socket && clientSocket->state() == QSslSocket::ConnectedState; });
        serverSocket = std::move(listener.socket);
        return ok;
    }

    static void listen(TlsSetup &setup, std::unique_ptr<TlsTransport> &end,
                       std::optional<TlsFailure> &failure)
    {
        QObject::connect(&setup, &TlsSetup::done, &setup, [&] { end = setup.takeTransport(); });
        QObject::connect(&setup, &TlsSetup::failed, &setup, [&](const TlsFailure &f) { failure = f; });
    }

    const base::Clock &clock;
    std::unique_ptr<QSslSocket> clientSocket;
    std::unique_ptr<QSslSocket> serverSocket;
    std::unique_ptr<TlsSetup> client;
    std::unique_ptr<TlsSetup> server;
    std::unique_ptr<TlsTransport> clientEnd;
    std::unique_ptr<TlsTransport> serverEnd;
    std::optional<TlsFailure> clientFailure;
    std::optional<TlsFailure> serverFailure;
    std::optional<TlsFailure> lateFailure; ///< of the client's end, after its set-up
};

const QString Here = QStringLiteral("127.0.0.1");

} // namespace

/// TLS against ourselves, over loopback.
class tst_TlsSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothVersions_data()
    {
        QTest::addColumn<TlsVersions>("versions");
        QTest::addColumn<QString>("name");
        QTest::newRow("1.2") << TlsVersions::Tls12 << "TLSv1.2";
        QTest::newRow("1.3") << TlsVersions::Tls13 << "TLSv1.3";
        QTest::newRow("any") << TlsVersions::Tls12Or13 << "TLSv1.3";
    }
    void bothVersions()
    {
        QFETCH(TlsVersions, versions);
        QFETCH(QString, name);
        Pair pair(m_clock);
        TlsRole role = m_ca.role(m_ca.issue(Here));
        role.versions = versions;
        QVERIFY(pair.meet(role, role));
        QVERIFY2(pair.clientEnd && pair.serverEnd,
                 pair.clientFailure ? qPrintable(pair.clientFailure->detail) : "server");
        for (const TlsTransport *end : {pair.clientEnd.get(), pair.serverEnd.get()}) {
            QCOMPARE(end->tls()->version, name);
            QVERIFY(!end->tls()->cipher.isEmpty());
            QVERIFY(!end->tls()->peerChain.isEmpty());
            QCOMPARE(end->tls()->peerChain.front().names, (QStringList{Here, Here}));
        }
        carriesBytes(*pair.clientEnd, *pair.serverEnd);
        carriesBytes(*pair.serverEnd, *pair.clientEnd);
    }

    void faultsOfServers_data()
    {
        QTest::addColumn<TlsRole>("server");
        QTest::addColumn<QString>("problem");
        QTest::addColumn<int>("alert");
        const TlsMaterial other(QStringLiteral("Other CA"));
        const auto with = [this](CertificateRequest request) { return m_ca.role(m_ca.issue(request)); };
        using std::chrono::hours;
        QTest::newRow("host") << with({QStringLiteral("n"), {QStringLiteral("elsewhere.example")}})
                              << "host_mismatch" << -1;
        QTest::newRow("common name") << with({Here, {}}) << "host_mismatch" << -1;
        QTest::newRow("issuer") << other.role(other.issue(Here)) << "unknown_issuer" << 48;
        QTest::newRow("expired") << with({QStringLiteral("n"), {Here}, false, -hours(48), -hours(24)})
                                 << "expired" << 45;
        QTest::newRow("not yet") << with({QStringLiteral("n"), {Here}, false, hours(24), hours(48)})
                                 << "not_yet_valid" << 42;
        QTest::newRow("self") << m_ca.role(*makeSelfSigned({QStringLiteral("n"), {Here}})) << "self_signed"
                              << 48;
    }
    void faultsOfServers()
    {
        QFETCH(TlsRole, server);
        QFETCH(QString, problem);
        QFETCH(int, alert);
        for (const TlsVersions versions : {TlsVersions::Tls12, TlsVersions::Tls13}) {
            Pair pair(m_clock);
            server.versions = versions;
            QVERIFY(pair.meet(m_ca.role(m_ca.issue(Here)), server));
            QVERIFY(pair.clientFailure);
            QCOMPARE(problemName(pair.clientFailure->problem), problem.toLatin1().constData());
            QVERIFY(pair.clientFailure->refusedByUs());
            QVERIFY(pair.clientFailure->offending);
            // The root, where that is what is not trusted.
            QVERIFY(pair.clientFailure->peerChain.contains(*pair.clientFailure->offending));
            QVERIFY(!pair.clientFailure->peerChain.isEmpty());
            QCOMPARE(pair.clientFailure->peerChain.front(), describe(server.chain.front()));
            if (alert < 0)
                continue; // found after the handshake, where Qt has no alert any more
            QVERIFY(pair.clientFailure->sent);
            QCOMPARE(pair.clientFailure->sent->number, alert);
            QVERIFY(pair.serverFailure);
            QCOMPARE(pair.serverFailure->problem, TlsProblem::AlertReceived);
            QCOMPARE(pair.serverFailure->received->number, alert);
        }
    }

    void aCommonNameAloneIsSaidToBeOne()
    {
        Pair pair(m_clock);
        QVERIFY(pair.meet(m_ca.bareRole(), openServer(m_ca.role(m_ca.issue(CertificateRequest{Here, {}})))));
        QVERIFY(pair.clientFailure);
        QVERIFY(pair.clientFailure->commonNameOnly);
    }

    void anIssuerThatIsNoAuthority()
    {
        const TlsMaterial fake(QStringLiteral("Not a CA"), false);
        TlsRole client = fake.bareRole();
        Pair pair(m_clock);
        QVERIFY(pair.meet(client, openServer(fake.role(fake.issue(Here)))));
        QVERIFY(pair.clientFailure);
        QCOMPARE(problemName(pair.clientFailure->problem), "issuer_no_ca");
    }

    void clientsWithoutCertificate()
    {
        const TlsRole server = m_ca.role(m_ca.issue(Here));
        for (const TlsVersions versions : {TlsVersions::Tls12, TlsVersions::Tls13}) {
            TlsRole client = m_ca.bareRole();
            client.versions = versions;
            Pair pair(m_clock);
            QVERIFY(pair.meet(client, server));
            QVERIFY(pair.serverFailure);
            QCOMPARE(problemName(pair.serverFailure->problem), "no_peer_certificate");
            const TlsFailure failure = rejectionOf(pair);
            QCOMPARE(failure.problem, TlsProblem::AlertReceived);
            QCOMPARE(failure.received->number, versions == TlsVersions::Tls12 ? 40 : 116);
            QCOMPARE(failure.afterHandshake, versions == TlsVersions::Tls13);
            QVERIFY(!failure.ownCertificate);
        }
    }

    void unlessTheServerIsToldOtherwise()
    {
        const TlsMaterial other(QStringLiteral("Other CA"));
        Pair pair(m_clock);
        TlsRole server = m_ca.role(m_ca.issue(Here));
        server.demandCertificate = false;
        QVERIFY(pair.meet(m_ca.bareRole(), server));
        QVERIFY(pair.clientEnd && pair.serverEnd);
        // One that is shown is verified all the same.
        Pair second(m_clock);
        TlsRole client = m_ca.bareRole();
        const TlsRole stranger = other.role(other.issue(Here));
        client.chain = stranger.chain;
        client.key = stranger.key;
        QVERIFY(second.meet(client, server));
        QVERIFY(second.serverFailure);
        QCOMPARE(problemName(second.serverFailure->problem), "unknown_issuer");
    }

    void clientsOfAnotherAuthority()
    {
        const TlsMaterial other(QStringLiteral("Other CA"));
        for (const TlsVersions versions : {TlsVersions::Tls12, TlsVersions::Tls13}) {
            TlsRole client = m_ca.bareRole();
            const TlsRole stranger = other.role(other.issue(Here));
            client.chain = stranger.chain;
            client.key = stranger.key;
            client.versions = versions;
            Pair pair(m_clock);
            QVERIFY(pair.meet(client, m_ca.role(m_ca.issue(Here))));
            QVERIFY(pair.serverFailure);
            QCOMPARE(problemName(pair.serverFailure->problem), "unknown_issuer");
            QCOMPARE(pair.serverFailure->offending->subject, QStringLiteral("CN=node"));
            const TlsFailure failure = rejectionOf(pair);
            QCOMPARE(failure.received->number, 48);
            QVERIFY(failure.ownCertificate);
        }
    }

    void versionsThatDoNotMeet()
    {
        TlsRole old = m_ca.role(m_ca.issue(Here));
        TlsRole modern = old;
        old.versions = TlsVersions::Tls12;
        modern.versions = TlsVersions::Tls13;
        Pair pair(m_clock);
        QVERIFY(pair.meet(old, modern));
        QCOMPARE(problemName(pair.clientFailure->problem), "protocol_version");
        QCOMPARE(problemName(pair.serverFailure->problem), "protocol_version");
        Pair reverse(m_clock);
        QVERIFY(reverse.meet(modern, old));
        QCOMPARE(problemName(reverse.clientFailure->problem), "protocol_version");
        QCOMPARE(problemName(reverse.serverFailure->problem), "protocol_version");
    }

    void aKeyWithPassphrase()
    {
        const base::Secret passphrase("correct horse");
        const IssuedCertificate own = *makeCertificate({QStringLiteral("n"), {Here}}, m_ca.ca, passphrase);
        TlsRole role = m_ca.bareRole();
        role.chain = TlsMaterial::certificates(own);
        role.key = *parsePrivateKey(own.key.reveal(), passphrase);
        Pair pair(m_clock);
        QVERIFY(pair.meet(role, role));
        QVERIFY(pair.clientEnd && pair.serverEnd);
    }

    void aKeyThatDoesNotFit()
    {
        TlsRole role = m_ca.role(m_ca.issue(Here));
        role.key = m_ca.role(m_ca.issue(Here)).key;
        Pair pair(m_clock);
        QVERIFY(pair.meet(role, m_ca.role(m_ca.issue(Here))));
        QCOMPARE(problemName(pair.clientFailure->problem), "no_usable_settings");
    }

    void plainPeersAreSeenAndTold()
    {
        Pair pair(m_clock);
        const QByteArray name = QByteArray::fromHex("00184e0000000603070f94000000000009") + "127.0.0.1";
        const TlsFailure failure = answerTo(pair, name);
        QCOMPARE(problemName(failure.problem), "plain_peer");
        QCOMPARE(failure.evidence, name);
        QTRY_COMPARE(pair.clientSocket->bytesAvailable(), 7);
        QCOMPARE(pair.clientSocket->readAll().toHex(), QByteArray("1503030002020a"));
        QTRY_COMPARE(pair.clientSocket->state(), QAbstractSocket::UnconnectedState);
    }

    void othersAreNeither()
    {
        Pair pair(m_clock);
        QCOMPARE(problemName(answerTo(pair, "GET / HTTP/1.1\r\n\r\n").problem), "not_tls");
    }

    void aServerThatSpeaksPlainly()
    {
        Pair pair(m_clock);
        QVERIFY(pair.connectSockets());
        TlsSetup client(std::move(pair.clientSocket), Role::Initiator, m_ca.bareRole(), Here,
                        std::chrono::seconds(20), m_clock);
        QSignalSpy failed(&client, &TlsSetup::failed);
        client.start();
        pair.serverSocket->write("SSH-2.0-OpenSSH_9.2p1 Debian\r\n");
        QVERIFY(failed.wait());
        const auto failure = failed.first().first().value<TlsFailure>();
        QCOMPARE(problemName(failure.problem), "not_tls");
        QVERIFY(!failure.peerSpokeTls());
    }

    void silenceAndCloses()
    {
        for (const Role role : {Role::Initiator, Role::Acceptor}) {
            Pair pair(m_clock);
            QVERIFY(pair.connectSockets());
            auto &socket = role == Role::Initiator ? pair.clientSocket : pair.serverSocket;
            auto &other = role == Role::Initiator ? pair.serverSocket : pair.clientSocket;
            TlsSetup silent(std::move(socket), role, m_ca.role(m_ca.issue(Here)), Here,
                            std::chrono::milliseconds(100), m_clock);
            QSignalSpy failed(&silent, &TlsSetup::failed);
            silent.start();
            QVERIFY(failed.wait());
            QCOMPARE(problemName(failed.first().first().value<TlsFailure>().problem), "silent");
            other->abort();
            QVERIFY(pair.connectSockets());
            TlsSetup left(std::move(socket), role, m_ca.role(m_ca.issue(Here)), Here,
                          std::chrono::seconds(20), m_clock);
            QSignalSpy closed(&left, &TlsSetup::failed);
            left.start();
            other->disconnectFromHost();
            QVERIFY(closed.wait());
            QCOMPARE(problemName(closed.first().first().value<TlsFailure>().problem), "closed");
        }
    }

private:
    /// What a server makes of a client that begins like this.
    TlsFailure answerTo(Pair &pair, const QByteArray &bytes)
    {
        if (!pair.connectSockets())
            return {};
        TlsSetup server(std::move(pair.serverSocket), Role::Acceptor, m_ca.role(m_ca.issue(Here)), {},
                        std::chrono::seconds(20), m_clock);
        QSignalSpy failed(&server, &TlsSetup::failed);
        server.start();
        pair.clientSocket->write(bytes);
        return failed.wait() ? failed.first().first().value<TlsFailure>() : TlsFailure();
    }

    static TlsRole openServer(TlsRole role)
    {
        role.demandCertificate = false;
        return role;
    }

    /// What the client hears of a server that refuses its certificate, during the set-up or after it.
    static TlsFailure rejectionOf(Pair &pair)
    {
        if (pair.clientFailure)
            return *pair.clientFailure;
        (void)QTest::qWaitFor([&] { return pair.lateFailure.has_value(); });
        return pair.lateFailure.value_or(TlsFailure());
    }

    static void carriesBytes(TlsTransport &from, TlsTransport &to)
    {
        const QByteArray large(3'000'000, 'x');
        from.write("begin");
        from.write(large);
        from.write("end");
        QByteArray got;
        const auto arrived = [&] {
            while (to.bytesAvailable() > 0) {
                QVERIFY(to.bytesAvailable() <= 2 * TcpTransport::ReadBuffer);
                got += to.read(64 * 1024);
            }
        };
        QObject context;
        connect(&to, &Transport::readable, &context, arrived);
        arrived();
        QTRY_COMPARE_WITH_TIMEOUT(got.size(), large.size() + 8, 20'000);
        QVERIFY(got.startsWith("beginx") && got.endsWith("xend"));
        QTRY_COMPARE(from.bytesToWrite(), 0);
    }

    base::SystemClock m_clock;
    TlsMaterial m_ca;
};

QTEST_GUILESS_MAIN(tst_TlsSetup)
#include "tst_TlsSetup.moc"
