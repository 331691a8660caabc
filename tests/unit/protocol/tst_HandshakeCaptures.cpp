#include <QtTest>

#include "Fixture.h"
#include "HandshakePair.h"

using namespace handshake_test;
using namespace nodescope::protocol::handshake_failure;

namespace {
// The challenge that our side used when the fixtures were captured.
constexpr quint32 OurChallenge = 0x0badcafe;

// Plays a fixture against a machine: what the node sent goes in, and what comes out must be what was
// sent then. Returns how many lines fitted.
std::size_t replay(End &end, const Fixture &fixture, const AcceptDecision &decided = {})
{
    end.take(end.machine.start({}));
    for (std::size_t i = 0; i < fixture.lines.size(); ++i) {
        const Fixture::Line &line = fixture.lines[i];
        if (line.sent) {
            if (!end.outbox.startsWith(line.bytes))
                return i;
            end.outbox.remove(0, line.bytes.size());
        } else {
            end.take(end.machine.receive(line.bytes, {}));
            end.take(end.machine.decide(decided, {}));
        }
    }
    return fixture.lines.size();
}

HandshakeSettings asCaptured(Flags flags)
{
    HandshakeSettings settings = initiatorSettings();
    settings.flags = flags;
    settings.expectedPeer = base::NodeName::literal(u"capa@127.0.0.1");
    return settings;
}

ChallengeBook::Random captured()
{
    return [] { return OurChallenge; };
}

} // namespace

/// Conversations with a real node, and the vectors of the design.
class tst_HandshakeCaptures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void named();
    void dynamicName();
    void wrongCookie();
    void alive();
    void nok();
    void flagsMissing();
    void accepts();
    void acceptsWithAlive();
    void acceptsWithOtherCookie();
    void vectors();
    void digests();
};

void tst_HandshakeCaptures::named()
{
    const Fixture fixture = Fixture::load(QStringLiteral("handshake_named_ok.hex"));
    End a(Role::Initiator, asCaptured(masks::Minimum), captured());
    QCOMPARE(replay(a, fixture), fixture.lines.size());
    QVERIFY(a.result());
    QVERIFY(a.result()->hidden());
    const ReleaseGuess guess = guessRelease(a.result()->peerFlags);
    QCOMPARE(guess, (ReleaseGuess{PeerKind::Beam, 25, 27, true}));
}

void tst_HandshakeCaptures::dynamicName()
{
    const Fixture fixture = Fixture::load(QStringLiteral("handshake_name_me.hex"));
    End a(Role::Initiator, asCaptured(masks::RecommendedNameMe), captured());
    QCOMPARE(replay(a, fixture), fixture.lines.size());
    QVERIFY(a.result());
    QVERIFY(a.result()->ownName.text().endsWith(u"@127.0.0.1"));
    QVERIFY(a.result()->ownCreation > 3);
    QVERIFY(!a.result()->peerFlags.contains(Flag::Published));
}

void tst_HandshakeCaptures::wrongCookie()
{
    const Fixture fixture = Fixture::load(QStringLiteral("handshake_wrong_cookie.hex"));
    HandshakeSettings settings = asCaptured(masks::Minimum);
    settings.cookie = base::Secret(QByteArrayView("wrong"));
    End a(Role::Initiator, settings, captured());
    QCOMPARE(replay(a, fixture), fixture.lines.size());
    a.take(a.machine.peerClosed({}));
    QVERIFY(a.failedWith<Closed>());
    QCOMPARE(a.error()->step, HandshakeStep::AwaitAck);
}

void tst_HandshakeCaptures::alive()
{
    const Fixture fixture = Fixture::load(QStringLiteral("handshake_alive.hex"));
    End a(Role::Initiator, asCaptured(masks::Minimum), captured());
    QCOMPARE(replay(a, fixture), fixture.lines.size());
    QCOMPARE(a.failedWith<Refused>()->status, HandshakeStatus::Alive);
}

void tst_HandshakeCaptures::nok()
{
    const Fixture fixture = Fixture::load(QStringLiteral("handshake_nok.hex"));
    HandshakeSettings settings = asCaptured(masks::Minimum);
    settings.ownName = settings.expectedPeer;
    End a(Role::Initiator, settings, captured());
    QCOMPARE(replay(a, fixture), fixture.lines.size());
    QCOMPARE(a.failedWith<Refused>()->status, HandshakeStatus::Nok);
}

void tst_HandshakeCaptures::flagsMissing()
{
    const Fixture fixture = Fixture::load(QStringLiteral("handshake_flags_missing.hex"));
    End a(Role::Initiator, asCaptured(masks::Mandatory21), captured());
    QCOMPARE(replay(a, fixture), fixture.lines.size());
    QCOMPARE(a.failedWith<Refused>()->status, HandshakeStatus::NotAllowed);
}

namespace {
HandshakeSettings acceptsAsCaptured()
{
    HandshakeSettings settings = acceptorSettings();
    settings.ownName = base::NodeName::literal(u"fake@127.0.0.1");
    settings.flags = masks::Recommended;
    return settings;
}
} // namespace

void tst_HandshakeCaptures::accepts()
{
    const Fixture fixture = Fixture::load(QStringLiteral("accept_ok.hex"));
    End b(Role::Acceptor, acceptsAsCaptured(), captured());
    (void)replay(b, fixture, decision());
    QVERIFY(b.result());
    QCOMPARE(b.result()->peer.text(), QStringLiteral("capa@127.0.0.1"));
    QVERIFY(b.result()->hidden());
}

void tst_HandshakeCaptures::acceptsWithAlive()
{
    const Fixture fixture = Fixture::load(QStringLiteral("accept_alive.hex"));
    End b(Role::Acceptor, acceptsAsCaptured(), captured());
    QCOMPARE(replay(b, fixture, decision(HandshakeStatus::Alive)), fixture.lines.size());
    QVERIFY(b.result());
}

void tst_HandshakeCaptures::acceptsWithOtherCookie()
{
    // The node was right and we have the other cookie: its digest tells which it used.
    const Fixture fixture = Fixture::load(QStringLiteral("accept_wrong_cookie.hex"));
    End b(Role::Acceptor, acceptsAsCaptured(), captured());
    (void)replay(b, fixture, decision(HandshakeStatus::Ok, "other"));
    const auto *wrong = b.failedWith<WrongDigest>();
    QVERIFY(wrong);
    QVERIFY(wrong->proof.digestMatches(base::Secret(QByteArrayView("secret"))));
}

void tst_HandshakeCaptures::vectors()
{
    const NameMessage minimum{HandshakeVersion::V6, masks::Minimum, 7, QStringLiteral("probe@127.0.0.1")};
    QCOMPARE(withLength(LengthPrefix::TwoBytes, encodeHandshake(minimum)),
             QByteArray::fromHex("001e4e0000000403070f9400000007000f70726f6265403132372e302e302e31"));
    const NameMessage nameMe{HandshakeVersion::V6, masks::Minimum | Flag::NameMe, 0,
                             QStringLiteral("127.0.0.1")};
    QCOMPARE(withLength(LengthPrefix::TwoBytes, encodeHandshake(nameMe)),
             QByteArray::fromHex("00184e0000000603070f940000000000093132372e302e302e31"));
    QCOMPARE(withLength(LengthPrefix::FourBytes, "sok"), QByteArray::fromHex("00000003736f6b"));
}

void tst_HandshakeCaptures::digests()
{
    const auto hex = [](const char *cookie, quint32 challenge) {
        return Digest::of(base::Secret(QByteArrayView(cookie)), challenge).reveal().toByteArray().toHex();
    };
    QCOMPARE(hex("secret", 0x01020304), QByteArray("24d92202cd3724fb37808c885f4e2298"));
    QCOMPARE(hex("secret", 4294967295u), QByteArray("5dfd181e69aa587cc812eb333e6536b6"));
    QCOMPARE(hex("", 0), QByteArray("cfcd208495d565ef66e7dff9f98764da"));
}

QTEST_APPLESS_MAIN(tst_HandshakeCaptures)
#include "tst_HandshakeCaptures.moc"
