#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

#include "doctor/post/ListeningPost.h"
#include "integration/dist/TlsBench.h"
#include "protocol/handshake/HandshakeMessage.h"

using namespace nodescope;
using namespace nodescope::cluster;
using doctor::ListeningPost;
using doctor::PostSettings;
using test::Bench;

namespace {
const QString PostName = QStringLiteral("post@127.0.0.1");
} // namespace

/// Real nodes dial the listening post, and are asked afterwards what they made of it.
class tst_ListeningPost : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_post = std::make_unique<ListeningPost>(settings(m_bench.epmd.port()), m_clock);
        connect(m_post.get(), &ListeningPost::visitChanged, this, &tst_ListeningPost::note);
        QSignalSpy registered(m_post.get(), &ListeningPost::registered);
        QVERIFY(m_post->start().ok());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));
        QVERIFY(!m_post->runsEpmd());
        m_peer = m_bench.peer(QStringLiteral("caller"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_kernel:monitor_nodes(true, [{node_type, all}]).")),
                 QStringLiteral("{ok,ok}"));
    }

    void init() { m_visits.clear(); }

    void cookies_data()
    {
        QTest::addColumn<QString>("cookie");
        QTest::addColumn<QString>("label");
        QTest::newRow("the one of its cluster")
            << QStringLiteral("peers-cookie") << QStringLiteral("production");
        QTest::newRow("another that is saved") << QStringLiteral("second") << QStringLiteral("staging");
        QTest::newRow("an unknown one") << QStringLiteral("what") << QString();
    }
    void cookies()
    {
        QFETCH(QString, cookie);
        QFETCH(QString, label);
        QCOMPARE(
            m_peer->evaluate(
                QStringLiteral("erlang:set_cookie('%1', '%2'), net_adm:ping('%1').").arg(PostName, cookie)),
            QStringLiteral("{ok,pang}"));
        QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
        const Visit visit = m_visits.last();
        QCOMPARE(visit.kind, VisitorKind::Node);
        QCOMPARE(visit.caller, m_peer->name());
        QVERIFY(!visit.hidden);
        QCOMPARE(visit.cookiesCompared, 5);
        QCOMPARE(visit.cookieLabel, label);
        QCOMPARE(visit.cookie, label.isEmpty() ? VisitCookie::NoneOfOurs : VisitCookie::Known);
        QCOMPARE(visit.diagnosis.cause, label.isEmpty() ? Cause::CookieMismatch : Cause::None);
        QCOMPARE(visit.diagnosis.certainty, Certainty::Certain);
        // Each step was shown as it happened: the call, name, status, challenge, reply, end.
        QVERIFY(m_visits.size() >= 5);
        QVERIFY(m_visits.first().running && m_visits.first().diagnosis.excerpts.isEmpty());
        noHarmWasDone();
    }

    void anotherNameIsDialled()
    {
        QCOMPARE(m_peer->evaluate(QStringLiteral("inet_db:add_host({127,0,0,1}, [\"other.host\"]), "
                                                 "inet_db:set_lookup([file]), "
                                                 "P = net_adm:ping('post@other.host'), "
                                                 "inet_db:set_lookup([native]), P.")),
                 QStringLiteral("{ok,pang}"));
        QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
        QCOMPARE(m_visits.last().diagnosis.cause, Cause::OtherNameAnswers);
        QCOMPARE(m_visits.last().diagnosis.certainty, Certainty::AlmostCertain);
        QCOMPARE(m_visits.last().caller, m_peer->name());
        noHarmWasDone();
    }

    void aNodeThatSpeaksTls()
    {
        const test::TlsMaterial authority(QStringLiteral("CA"));
        m_tls.write(QStringLiteral("ca"), authority.ca);
        m_tls.write(QStringLiteral("own"), authority.issue(test::TlsBench::here()));
        const QString own = QStringLiteral("own");
        const QString ca = QStringLiteral("ca");
        const auto peer = m_bench.peer(QStringLiteral("encrypted"),
                                       m_tls.flags(own, {m_tls.role(QStringLiteral("server"), own, ca),
                                                         m_tls.role(QStringLiteral("client"), own, ca)}));
        if (!peer->start())
            QSKIP(qPrintable(peer->output()));
        // On a loaded machine a hello may take longer than the seven seconds that it is waited for.
        for (int attempt = 0; attempt < 5 && !isTls(); ++attempt) {
            QCOMPARE(peer->evaluate(QStringLiteral("net_adm:ping('%1').").arg(PostName), 90'000),
                     QStringLiteral("{ok,pang}"));
            QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
        }
        QCOMPARE(m_visits.last().kind, VisitorKind::TlsHello);
        QCOMPARE(m_visits.last().diagnosis.cause, Cause::TlsPlainMixed);
    }

    void anEncryptedPost()
    {
        const test::TlsMaterial authority(QStringLiteral("CA"));
        const test::TlsMaterial stranger(QStringLiteral("Another CA"));
        m_tls.write(QStringLiteral("ca"), authority.ca);
        m_tls.write(QStringLiteral("own"), authority.issue(test::TlsBench::here()));
        m_tls.write(QStringLiteral("strange"), stranger.issue(test::TlsBench::here()));
        PostSettings encrypted = settings(m_bench.epmd.port());
        encrypted.name = base::NodeName::literal(u"tls_post@127.0.0.1");
        encrypted.tls = authority.role(authority.issue(test::TlsBench::here()));
        ListeningPost post(encrypted, m_clock);
        connect(&post, &ListeningPost::visitChanged, this, &tst_ListeningPost::note);
        QSignalSpy registered(&post, &ListeningPost::registered);
        QVERIFY(post.start().ok());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));

        // Without TLS, as the plain node that stands already.
        const QString dial = QStringLiteral("net_adm:ping('tls_post@127.0.0.1').");
        QCOMPARE(m_peer->evaluate(dial), QStringLiteral("{ok,pang}"));
        QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
        QCOMPARE(m_visits.last().kind, VisitorKind::PlainHello);
        QCOMPARE(m_visits.last().diagnosis.cause, Cause::TlsPlainMixed);
        QCOMPARE(m_visits.last().diagnosis.certainty, Certainty::Certain);
        noHarmWasDone();

        // With TLS: as far as the digest. With a certificate that nobody trusts: not even to a name.
        for (const QString &own : {QStringLiteral("own"), QStringLiteral("strange")}) {
            const QString ca = QStringLiteral("ca");
            const auto peer =
                m_bench.peer(own, m_tls.flags(own, {m_tls.role(QStringLiteral("server"), own, ca),
                                                    m_tls.role(QStringLiteral("client"), own, ca)}));
            if (!peer->start())
                QSKIP(qPrintable(peer->output()));
            m_visits.clear();
            QCOMPARE(peer->evaluate(dial, 90'000), QStringLiteral("{ok,pang}"));
            QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
            const Visit visit = m_visits.last();
            if (own == QLatin1String("own")) {
                QCOMPARE(visit.kind, VisitorKind::Node);
                QCOMPARE(visit.caller, peer->name());
                QCOMPARE(visit.cookieLabel, QStringLiteral("production"));
                QCOMPARE(visit.diagnosis.cause, Cause::None);
            } else {
                QCOMPARE(visit.kind, VisitorKind::TlsCaller);
                QCOMPARE(visit.diagnosis.cause, Cause::TlsCertificate);
                QCOMPARE(visit.diagnosis.detail, QStringLiteral("unknown_issuer"));
            }
        }

        m_visits.clear();
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, post.port());
        QTRY_VERIFY_WITH_TIMEOUT(!m_visits.isEmpty(), Bench::Wait);
        socket.disconnectFromHost();
        QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
        QCOMPARE(m_visits.last().kind, VisitorKind::Knock);
    }

    void flagsMissing()
    {
        protocol::NameMessage name;
        name.flags =
            protocol::masks::Default25.without(protocol::Flag::Utf8Atoms | protocol::Flag::Mandatory25Digest);
        name.creation = 4;
        name.name = QStringLiteral("small@127.0.0.1");
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_post->port());
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        socket.write(protocol::withLength(protocol::LengthPrefix::TwoBytes, protocol::encodeHandshake(name)));
        QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
        QCOMPARE(m_visits.last().diagnosis.cause, Cause::FlagsMissing);
        QCOMPARE(m_visits.last().diagnosis.detail, QStringLiteral("UTF8_ATOMS"));
        QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        QVERIFY(socket.readAll().contains("not_allowed"));
    }

    void aPortScan()
    {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_post->port());
        QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
        QTRY_COMPARE(m_visits.size(), 1);
        QVERIFY(m_visits.first().running);
        socket.disconnectFromHost();
        QTRY_VERIFY_WITH_TIMEOUT(lastIsOver(), Bench::Wait);
        QCOMPARE(m_visits.last().kind, VisitorKind::Knock);
    }

    void aNameThatIsTaken()
    {
        PostSettings taken = settings(m_bench.epmd.port());
        taken.name = m_peer->name();
        ListeningPost post(taken, m_clock);
        QSignalSpy refused(&post, &ListeningPost::registrationRefused);
        QVERIFY(post.start().ok());
        QVERIFY(refused.count() == 1 || refused.wait(Bench::Wait));
    }

    void whereNoEpmdAnswersItRunsOne()
    {
        const quint16 port = test::freePort();
        ListeningPost post(settings(port), m_clock);
        QList<Visit> visits;
        connect(&post, &ListeningPost::visitChanged, &post,
                [&visits](const Visit &visit) { visits.append(visit); });
        QSignalSpy registered(&post, &ListeningPost::registered);
        QVERIFY(post.start().ok());
        QVERIFY(registered.count() == 1 || registered.wait(Bench::Wait));
        QVERIFY(post.runsEpmd());
        test::Peer::Options options;
        options.name = NodeName::literal(u"guest@127.0.0.1");
        options.epmdPort = port;
        test::Peer peer(options);
        QVERIFY2(peer.start(), qPrintable(peer.output()));
        QCOMPARE(post.guestsOfEpmd(), QStringList{QStringLiteral("guest")});
        QCOMPARE(peer.evaluate(QStringLiteral("net_adm:ping('%1').").arg(PostName)),
                 QStringLiteral("{ok,pang}"));
        QTRY_VERIFY_WITH_TIMEOUT(!visits.isEmpty() && !visits.last().running, Bench::Wait);
        QCOMPARE(visits.last().cookieLabel, QStringLiteral("production"));
    }

private:
    using NodeName = base::NodeName;

    static PostSettings settings(quint16 epmdPort)
    {
        PostSettings settings;
        settings.name = NodeName::literal(PostName);
        settings.epmdPort = epmdPort;
        settings.cookies = {{QStringLiteral("first"), base::Secret("x1")},
                            {QStringLiteral("production"), base::Secret("peers-cookie")},
                            {QStringLiteral("staging"), base::Secret("second")},
                            {QStringLiteral("test"), base::Secret("x2")},
                            {QStringLiteral("old"), base::Secret("x3")}};
        return settings;
    }
    void note(const Visit &visit) { m_visits.append(visit); }
    [[nodiscard]] bool isTls() const
    {
        return !m_visits.isEmpty() && m_visits.last().kind == VisitorKind::TlsHello;
    }
    [[nodiscard]] bool lastIsOver() const { return !m_visits.isEmpty() && !m_visits.last().running; }

    // It never saw a link, and has nothing to say about it.
    void noHarmWasDone()
    {
        QCOMPARE(m_peer->evaluate(
                     QStringLiteral("{nodes(), nodes(hidden), receive M -> M after 0 -> nothing end}.")),
                 QStringLiteral("{ok,{[],[],nothing}}"));
        QVERIFY2(!m_peer->output().contains(QLatin1String("REPORT====")), qPrintable(m_peer->output()));
    }

    base::SystemClock m_clock;
    Bench m_bench;
    test::TlsBench m_tls;
    std::unique_ptr<ListeningPost> m_post;
    std::unique_ptr<test::Peer> m_peer;
    QList<Visit> m_visits;
};

QTEST_GUILESS_MAIN(tst_ListeningPost)
#include "tst_ListeningPost.moc"
