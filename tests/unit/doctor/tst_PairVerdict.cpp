#include <QtTest>

#include "doctor/pairs/PairRules.h"
#include "doctor/pairs/PairVerdict.h"

using namespace nodescope;
using namespace nodescope::cluster;
using doctor::NodeSettings;
using doctor::PairEvidence;
using doctor::PeerView;
using Attempt = PairEvidence::Attempt;
using Epmd = PeerView::Epmd;
namespace ends = dist::dial_end;

namespace {

NodeSettings settingsOf(const base::NodeName &node)
{
    NodeSettings settings;
    settings.node = node;
    settings.source = NodeSettings::Source::Probe;
    settings.release = QStringLiteral("25");
    settings.kernel = QStringLiteral("8.5.3");
    settings.netKernelAnswers = true;
    settings.nameMode = NodeSettings::NameMode::Long;
    settings.netTickTime = 60;
    settings.allowed = QStringList();
    settings.protocols = QStringList{QStringLiteral("inet_tcp")};
    settings.connectAll = true;
    settings.autoConnect = QStringLiteral("always");
    settings.preventsPartitions = false;
    settings.listens = true;
    settings.startsEpmd = true;
    settings.epmdModule = QStringLiteral("erl_epmd");
    settings.epmdPort = quint16(4369);
    settings.ownEpmd = NodeSettings::OwnEpmd::Listed;
    settings.cookieDigest = "digest-of-the-one";
    settings.visible = QList<base::NodeName>();
    settings.hidden = QList<base::NodeName>();
    settings.flags = protocol::masks::Default25;
    settings.isHidden = false;
    return settings;
}

/// Nothing keeps them apart; nobody tried.
PairEvidence healthy()
{
    PairEvidence evidence;
    evidence.a = base::NodeName::literal(u"a@h.org");
    evidence.b = base::NodeName::literal(u"b@h.org");
    evidence.ofA = settingsOf(evidence.a);
    evidence.ofB = settingsOf(evidence.b);
    evidence.ofA.cookieDigests.insert(evidence.b, "digest-of-the-one");
    evidence.ofB.cookieDigests.insert(evidence.a, "digest-of-the-one");
    PeerView view;
    view.resolves = true;
    view.resolution = QStringLiteral("192.0.2.7");
    view.epmd = Epmd::Found;
    view.epmdAnswer = QStringLiteral("40001");
    evidence.ofA.view = view;
    return evidence;
}

/// B could not be asked.
PairEvidence withoutB()
{
    PairEvidence evidence = healthy();
    evidence.ofB = NodeSettings();
    evidence.ofB.node = evidence.b;
    return evidence;
}

void epmdAnswers(PairEvidence &evidence, const char *error)
{
    evidence.ofA.view->epmd = Epmd::Unreachable;
    evidence.ofA.view->epmdAnswer = QString::fromLatin1(error);
}

void portAnswers(PairEvidence &evidence, const char *error)
{
    evidence.ofA.view->portOpens = false;
    evidence.ofA.view->portAnswer = QString::fromLatin1(error);
}

dist::DialReport endingWith(ends::Reason reason)
{
    dist::DialReport report;
    report.end = std::move(reason);
    return report;
}

dist::DialReport refusedDigest()
{
    protocol::HandshakeError error;
    error.reason = protocol::handshake_failure::Closed{};
    error.step = protocol::HandshakeStep::AwaitAck;
    error.received = 30;
    return endingWith(ends::HandshakeFailed{error});
}

dist::DialReport notAllowed()
{
    protocol::HandshakeError error;
    error.reason = protocol::handshake_failure::Refused{protocol::HandshakeStatus::NotAllowed};
    error.step = protocol::HandshakeStep::AwaitStatus;
    protocol::NameMessage body;
    body.flags = protocol::masks::Recommended;
    protocol::HandshakeMessage name;
    name.body = body;
    dist::DialReport report = endingWith(ends::HandshakeFailed{error});
    report.messages.push_back(name);
    return report;
}

dist::DialReport tlsAlert()
{
    protocol::HandshakeError error;
    error.reason = protocol::handshake_failure::NotErlang{protocol::ForeignProtocol::TlsAlert, 10};
    error.step = protocol::HandshakeStep::AwaitStatus;
    return endingWith(ends::HandshakeFailed{error});
}

using Change = std::function<void(PairEvidence &)>;

} // namespace

Q_DECLARE_METATYPE(PairEvidence)

class tst_PairVerdict : public QObject
{
    Q_OBJECT

    static void columns()
    {
        QTest::addColumn<PairEvidence>("evidence");
        QTest::addColumn<QString>("cause");
        QTest::addColumn<QString>("certainty");
        QTest::addColumn<QString>("explains");
    }
    static void row(const char *name, PairEvidence evidence, const Change &change, Cause cause,
                    Certainty certainty, const char *explains = "")
    {
        change(evidence);
        QTest::newRow(name) << evidence << identifierOf(cause) << identifierOf(certainty)
                            << QString::fromLatin1(explains);
    }
    static void compare()
    {
        QFETCH(PairEvidence, evidence);
        QFETCH(QString, cause);
        QFETCH(QString, certainty);
        QFETCH(QString, explains);
        const Diagnosis diagnosis = doctor::diagnose(evidence);
        QCOMPARE(identifierOf(diagnosis.cause), cause);
        QCOMPARE(identifierOf(diagnosis.certainty), certainty);
        QCOMPARE(diagnosis.from, evidence.a);
        QCOMPARE(diagnosis.to, evidence.b);
        if (diagnosis.certainty == Certainty::CannotDistinguish && diagnosis.cause != Cause::Unknown)
            QCOMPARE(diagnosis.candidates.value(0), diagnosis.cause);
        const QList<SettingPair> rows = doctor::settingsOf(evidence);
        if (explains.isEmpty()) {
            for (const SettingPair &one : rows)
                QVERIFY2(!one.explains, qPrintable(one.setting));
        } else {
            QCOMPARE(rows.value(0).setting, explains);
            QVERIFY(rows.value(0).explains);
        }
    }

private Q_SLOTS:
    void whatAWouldNotEvenDial_data()
    {
        columns();
        const auto sure = Certainty::Certain;
        const auto likely = Certainty::AlmostCertain;
        row(
            "stuck", healthy(), [](PairEvidence &e) { e.ofA.netKernelAnswers = false; },
            Cause::NetKernelStuck, likely, "net_kernel");
        row(
            "long to short", healthy(), [](PairEvidence &e) { e.b = base::NodeName::literal(u"b@h"); },
            Cause::LongDialsShort, sure, "name_mode");
        row(
            "short to long", healthy(),
            [](PairEvidence &e) { e.ofA.nameMode = NodeSettings::NameMode::Short; }, Cause::ShortDialsLong,
            sure, "name_mode");
        row(
            "long to an address", healthy(),
            [](PairEvidence &e) {
                e.b = base::NodeName::literal(u"b@::1");
                e.ofB.cookieDigests.clear();
                e.ofA.cookieDigests.clear();
            },
            Cause::Unknown, Certainty::CannotDistinguish);
        row(
            "own list", healthy(),
            [](PairEvidence &e) { e.ofA.allowed = QStringList{QStringLiteral("h.org")}; },
            Cause::NotAllowedByList, sure, "allowed");
        row(
            "tls without authorities", healthy(),
            [](PairEvidence &e) {
                for (NodeSettings *of : {&e.ofA, &e.ofB}) {
                    of->protocols = QStringList{QStringLiteral("inet_tls")};
                    of->release = QStringLiteral("27");
                    of->flags = protocol::masks::Default29;
                    of->tls = NodeSettings::Tls{true, {}, {}};
                }
            },
            Cause::TlsClientOptions, likely, "tls_client");
    }
    void whatAWouldNotEvenDial() { compare(); }

    void theWay_data()
    {
        columns();
        const auto sure = Certainty::Certain;
        const auto likely = Certainty::AlmostCertain;
        row(
            "host", healthy(), [](PairEvidence &e) { e.ofA.view->resolves = false; }, Cause::HostUnresolvable,
            sure, "resolves");
        row(
            "host in the other IP version", healthy(),
            [](PairEvidence &e) {
                e.ofA.view->resolves = false;
                e.ofA.view->resolvesElse = true;
                e.ofA.view->resolution = QStringLiteral("nxdomain");
            },
            Cause::IpVersionMixed, likely, "proto_dist");
        row(
            "no epmd", healthy(), [](PairEvidence &e) { epmdAnswers(e, "econnrefused"); },
            Cause::EpmdUnreachable, sure, "epmd_answer");
        row(
            "epmd is silent", healthy(), [](PairEvidence &e) { epmdAnswers(e, "timeout"); },
            Cause::EpmdUnreachable, Certainty::CannotDistinguish);
        row(
            "no route to epmd", healthy(), [](PairEvidence &e) { epmdAnswers(e, "enetunreach"); },
            Cause::AddressUnreachable, Certainty::CannotDistinguish);
        row(
            "epmd is there, the port is without a way", healthy(),
            [](PairEvidence &e) { portAnswers(e, "ehostunreach"); }, Cause::DistPortBlocked, likely,
            "port_opens");
        row(
            "no route to a port that is known", healthy(),
            [](PairEvidence &e) {
                e.ofA.view->epmd = Epmd::Bypassed;
                portAnswers(e, "ehostunreach");
            },
            Cause::AddressUnreachable, Certainty::CannotDistinguish);
        row(
            "no name", healthy(), [](PairEvidence &e) { e.ofA.view->epmd = Epmd::NotRegistered; },
            Cause::NotRegistered, sure, "epmd_answer");
        row(
            "no name, and B unknown", withoutB(),
            [](PairEvidence &e) { e.ofA.view->epmd = Epmd::NotRegistered; }, Cause::NotRegistered,
            Certainty::CannotDistinguish);
        row(
            "two epmds", healthy(),
            [](PairEvidence &e) {
                e.ofA.view->epmd = Epmd::NotRegistered;
                e.ofB.epmdPort = quint16(5000);
                e.ofB.ownEpmd = NodeSettings::OwnEpmd::NotListed;
            },
            Cause::NotRegistered, sure, "epmd_port");
        row(
            "forgotten", healthy(),
            [](PairEvidence &e) {
                e.ofA.view->epmd = Epmd::NotRegistered;
                e.ofB.ownEpmd = NodeSettings::OwnEpmd::NotListed;
            },
            Cause::EpmdForgotNode, likely, "own_epmd");
        row(
            "stray", healthy(),
            [](PairEvidence &e) {
                e.ofA.view->epmd = Epmd::NotRegistered;
                e.ofB.fixedPort = quint16(9100);
            },
            Cause::StrayEpmd, likely, "erl_epmd_port");
        row(
            "listens not", healthy(),
            [](PairEvidence &e) {
                e.ofA.view->epmd = Epmd::NotRegistered;
                e.ofB.listens = false;
            },
            Cause::DoesNotListen, sure, "dist_listen");
        row(
            "port refuses", healthy(), [](PairEvidence &e) { portAnswers(e, "econnrefused"); },
            Cause::DistPortBlocked, Certainty::CannotDistinguish);
        row(
            "port is silent", healthy(),
            [](PairEvidence &e) {
                e.ofA.view->portOpens = false;
                e.ofA.view->portAnswer = QStringLiteral("timeout");
            },
            Cause::DistPortBlocked, likely, "port_opens");
    }
    void theWay() { compare(); }

    void theDoor_data()
    {
        columns();
        const auto sure = Certainty::Certain;
        const auto likely = Certainty::AlmostCertain;
        row(
            "tls and plain", healthy(),
            [](PairEvidence &e) { e.ofB.protocols = QStringList{QStringLiteral("inet_tls")}; },
            Cause::TlsPlainMixed, sure, "proto_dist");
        row(
            "several carriers", healthy(),
            [](PairEvidence &e) {
                e.ofB.protocols = QStringList{QStringLiteral("inet_tls"), QStringLiteral("inet_tcp")};
            },
            Cause::Unknown, Certainty::CannotDistinguish);
        row(
            "ipv6 compared", healthy(),
            [](PairEvidence &e) { e.ofA.protocols = QStringList{QStringLiteral("inet6_tcp")}; },
            Cause::Unknown, Certainty::CannotDistinguish);
        row(
            "ipv6 tried", healthy(),
            [](PairEvidence &e) {
                e.ofA.protocols = QStringList{QStringLiteral("inet6_tcp")};
                e.attempt = Attempt::Refused;
            },
            Cause::IpVersionMixed, likely, "proto_dist");
        row(
            "b is stuck", healthy(), [](PairEvidence &e) { e.ofB.netKernelAnswers = false; },
            Cause::NetKernelStuck, likely, "net_kernel");
        row(
            "their list", healthy(),
            [](PairEvidence &e) { e.ofB.allowed = QStringList{QStringLiteral("x@h.org")}; },
            Cause::NotAllowedByList, sure, "allowed");
        row(
            "their list of hosts", healthy(),
            [](PairEvidence &e) { e.ofB.allowed = QStringList{QStringLiteral("h.org")}; }, Cause::Unknown,
            Certainty::CannotDistinguish);
        row(
            "flags", healthy(),
            [](PairEvidence &e) {
                e.ofB.release = QStringLiteral("27");
                e.ofA.release = QStringLiteral("23");
                e.ofA.flags = protocol::masks::Default23;
            },
            Cause::FlagsMissing, sure, "otp_release");
        row(
            "flags of a release not seen", healthy(),
            [](PairEvidence &e) {
                e.ofB.release = QStringLiteral("28");
                e.ofA.release = QStringLiteral("23");
                e.ofA.flags = protocol::masks::Default23;
            },
            Cause::FlagsMissing, likely, "otp_release");
        row(
            "port defect", healthy(),
            [](PairEvidence &e) {
                e.ofA.release = QStringLiteral("23");
                e.ofA.fixedPort = quint16(9100);
            },
            Cause::EpmdPortDefect, sure, "otp_release");
        row(
            "port defect, mended", healthy(),
            [](PairEvidence &e) {
                e.ofA.release = QStringLiteral("23");
                e.ofA.fixedPort = quint16(9100);
                e.ofB.kernel = QStringLiteral("8.5.4");
            },
            Cause::Unknown, Certainty::CannotDistinguish);
        row(
            "cookies", healthy(), [](PairEvidence &e) { e.ofB.cookieDigests[e.a] = "other"; },
            Cause::CookieMismatch, sure, "cookie");
        row(
            "cookies crossed", healthy(),
            [](PairEvidence &e) {
                e.ofA.cookieDigest = "one";
                e.ofB.cookieDigest = "two";
                e.ofA.cookieDigests[e.b] = "two";
                e.ofB.cookieDigests[e.a] = "one";
            },
            Cause::CookieCrossed, sure, "cookie");
        row(
            "what comes first counts", healthy(),
            [](PairEvidence &e) {
                e.ofB.cookieDigests[e.a] = "other";
                e.ofB.allowed = QStringList{QStringLiteral("x@h.org")};
            },
            Cause::NotAllowedByList, sure, "cookie");
    }
    void theDoor() { compare(); }

    void ourOwnAttempts_data()
    {
        columns();
        const auto likely = Certainty::AlmostCertain;
        const auto unsure = Certainty::CannotDistinguish;
        row(
            "a's cookie, tried", withoutB(),
            [](PairEvidence &e) {
                e.ourAttempt = refusedDigest();
                e.triedCookieOfA = true;
                e.attempt = Attempt::Refused;
            },
            Cause::CookieMismatch, likely, "");
        row(
            "a's cookie, compared", withoutB(),
            [](PairEvidence &e) {
                e.ourAttempt = refusedDigest();
                e.triedCookieOfA = true;
            },
            Cause::CookieMismatch, unsure);
        row(
            "another cookie", withoutB(),
            [](PairEvidence &e) {
                e.ourAttempt = refusedDigest();
                e.triedCookieOfA = false;
                e.attempt = Attempt::Refused;
            },
            Cause::CookieMismatch, unsure);
        row(
            "port, tried", withoutB(),
            [](PairEvidence &e) {
                e.probe = endingWith(ends::PortUnreachable{{}});
                e.attempt = Attempt::Refused;
            },
            Cause::DistPortBlocked, likely);
        row(
            "port, compared", withoutB(),
            [](PairEvidence &e) { e.probe = endingWith(ends::PortUnreachable{{}}); }, Cause::DistPortBlocked,
            unsure);
        row(
            "our list", withoutB(), [](PairEvidence &e) { e.probe = notAllowed(); }, Cause::NotAllowedByList,
            unsure);
        row(
            "tls against our plain, a plain", withoutB(),
            [](PairEvidence &e) {
                e.probe = tlsAlert();
                e.attempt = Attempt::Refused;
            },
            Cause::TlsPlainMixed, likely);
        row(
            "tls against our plain, a tls", withoutB(),
            [](PairEvidence &e) {
                e.ofA.protocols = QStringList{QStringLiteral("inet_tls")};
                e.probe = tlsAlert();
                e.attempt = Attempt::Refused;
            },
            Cause::Unknown, unsure);
    }
    void ourOwnAttempts()
    {
        QFETCH(PairEvidence, evidence);
        QFETCH(QString, cause);
        QFETCH(QString, certainty);
        const Diagnosis diagnosis = doctor::diagnose(evidence);
        QCOMPARE(identifierOf(diagnosis.cause), cause);
        QCOMPARE(identifierOf(diagnosis.certainty), certainty);
    }

    void linksThatStand_data()
    {
        columns();
        const auto sure = Certainty::Certain;
        const auto connect = [](PairEvidence &e) {
            e.ofA.visible->append(e.b);
            e.ofB.visible->append(e.a);
        };
        row("up", healthy(), connect, Cause::None, sure);
        row(
            "up with cookies changed since", healthy(),
            [&](PairEvidence &e) {
                connect(e);
                e.ofB.cookieDigests[e.a] = "other";
            },
            Cause::None, sure);
        row(
            "hidden", healthy(),
            [](PairEvidence &e) {
                e.ofA.hidden->append(e.b);
                e.ofB.hidden->append(e.a);
            },
            Cause::None, sure, "link");
        row(
            "tried", healthy(), [](PairEvidence &e) { e.attempt = Attempt::Connected; }, Cause::None, sure);
        row(
            "tried, never by itself", healthy(),
            [](PairEvidence &e) {
                e.attempt = Attempt::Connected;
                e.ofA.autoConnect = QStringLiteral("never");
            },
            Cause::None, sure, "dist_auto_connect");
        row(
            "seen by b alone", healthy(),
            [](PairEvidence &e) {
                e.ofB.visible->append(e.a);
                e.ofA = NodeSettings();
            },
            Cause::None, Certainty::AlmostCertain);
        row(
            "one-sided", healthy(), [](PairEvidence &e) { e.ofB.visible->append(e.a); }, Cause::Unknown,
            Certainty::CannotDistinguish);
    }
    void linksThatStand() { compare(); }

    void nothingFoundIsSaidSo()
    {
        const Diagnosis untried = doctor::diagnose(healthy());
        QCOMPARE(untried.cause, Cause::Unknown);
        QCOMPARE(untried.detail, QStringLiteral("not_tried"));
        QVERIFY(!untried.brokenRung());
        // What was compared and found alike is no candidate.
        QCOMPARE(untried.candidates, QList<Cause>{Cause::DistPortBlocked});
        PairEvidence tried = healthy();
        tried.attempt = Attempt::Refused;
        const Diagnosis refused = doctor::diagnose(tried);
        QCOMPARE(refused.certainty, Certainty::CannotDistinguish);
        QVERIFY(refused.brokenRung());
        const Diagnosis blind = doctor::diagnose(withoutB());
        for (const Cause cause : {Cause::CookieMismatch, Cause::NotAllowedByList, Cause::TlsPlainMixed,
                                  Cause::DistPortBlocked, Cause::FlagsMissing})
            QVERIFY2(blind.candidates.contains(cause), qPrintable(identifierOf(cause)));
    }
    void neverIsToldOnlyWhereNobodyTried()
    {
        PairEvidence evidence = healthy();
        evidence.ofA.autoConnect = QStringLiteral("never");
        QCOMPARE(doctor::diagnose(evidence).cause, Cause::AutoConnectOff);
        QCOMPARE(doctor::diagnose(evidence).certainty, Certainty::AlmostCertain);
        evidence.attempt = Attempt::Refused;
        QCOMPARE(doctor::diagnose(evidence).cause, Cause::Unknown);
        QVERIFY(!doctor::diagnose(evidence).candidates.contains(Cause::AutoConnectOff));
    }
    void nothingBehindARungThatFailedIsPossible()
    {
        PairEvidence evidence = withoutB();
        evidence.attempt = Attempt::Refused;
        evidence.ofA.view->epmd = Epmd::NotRegistered;
        evidence.ofA.epmdPort = quint16(4711);
        Diagnosis diagnosis = doctor::diagnose(evidence);
        QCOMPARE(diagnosis.candidates,
                 (QList<Cause>{Cause::NotRegistered, Cause::EpmdForgotNode, Cause::DoesNotListen}));
        QCOMPARE(diagnosis.epmdPort, quint16(4711));
        QVERIFY(diagnosis.brokenRung());
        QCOMPARE(diagnosis.brokenRung()->rung, Rung::NameRegistered);
        QVERIFY(!diagnosis.brokenRung()->elapsed);
        // Our own attempt, through another EPMD, came as far as the cookie. A did not.
        evidence.ourAttempt = refusedDigest();
        evidence.triedCookieOfA = true;
        diagnosis = doctor::diagnose(evidence);
        QCOMPARE(diagnosis.cause, Cause::NotRegistered);
        QVERIFY(!diagnosis.candidates.contains(Cause::CookieMismatch));
        // The same of a port that refused.
        evidence.ofA.view->epmd = Epmd::Found;
        portAnswers(evidence, "econnrefused");
        diagnosis = doctor::diagnose(evidence);
        QCOMPARE(diagnosis.candidates, (QList<Cause>{Cause::DistPortBlocked, Cause::StalePort}));
        // B tells where it is registered.
        evidence = healthy();
        evidence.ofA.view->epmd = Epmd::NotRegistered;
        evidence.ofB.epmdPort = quint16(4798);
        QCOMPARE(doctor::diagnose(evidence).detail, QStringLiteral("4798"));
    }
    void slowFailuresAreOthers()
    {
        PairEvidence evidence = healthy();
        evidence.attempt = Attempt::Refused;
        evidence.elapsed = std::chrono::seconds(7);
        evidence.ofA.view->portOpens = true;
        QVERIFY(doctor::diagnose(evidence).candidates.contains(Cause::PeerSilent));
        evidence.elapsed = std::chrono::milliseconds(3);
        QVERIFY(!doctor::diagnose(evidence).candidates.contains(Cause::PeerSilent));
    }
    void allowListsAreReadAsNodesDo()
    {
        const auto node = base::NodeName::literal(u"n@h");
        const auto list = [](const char *entry) { return QStringList{QString::fromLatin1(entry)}; };
        for (const char *entry : {"n@h", "h", "n@"})
            QVERIFY2(doctor::allowsCaller(list(entry), node), entry);
        for (const char *entry : {"x@h", "@h", "n", ""})
            QVERIFY2(!doctor::allowsCaller(list(entry), node), entry);
        QVERIFY(doctor::allowsCaller({}, node));
        QVERIFY(doctor::allowsDialling(list("n@h"), node));
        QVERIFY(!doctor::allowsDialling(list("h"), node));
    }
    void noDigestLeaves()
    {
        PairEvidence evidence = healthy();
        evidence.ofB.cookieDigests[evidence.a] = "other";
        for (const SettingPair &row : doctor::settingsOf(evidence)) {
            QVERIFY(!row.a.contains(QLatin1String("digest")));
            QVERIFY(!row.b.contains(QLatin1String("other")));
        }
    }
};

QTEST_APPLESS_MAIN(tst_PairVerdict)
#include "tst_PairVerdict.moc"
