#include <QtTest>

#include "VisitCall.h"
#include "doctor/post/VisitText.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace nodescope::protocol;
using namespace nodescope::test;
using base::Secret;

namespace {

const RungResult *rungOf(const Visit &visit, Rung rung)
{
    for (const RungResult &result : visit.diagnosis.rungs) {
        if (result.rung == rung)
            return &result;
    }
    return nullptr;
}

} // namespace

class tst_Visit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_book = std::make_unique<ChallengeBook>(); }

    void aSavedCookieIsNamed()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"), masks::Default25 | Flag::Published);
        call.reply(Secret("two"));
        const Visit visit = call.visit();
        QCOMPARE(visit.kind, VisitorKind::Node);
        QCOMPARE(visit.caller.text(), QStringLiteral("a@127.0.0.1"));
        QCOMPARE(visit.cookie, VisitCookie::Known);
        QCOMPARE(visit.cookieLabel, QStringLiteral("staging"));
        QCOMPARE(visit.cookiesCompared, 5);
        QCOMPARE(visit.diagnosis.cause, Cause::None);
        QCOMPARE(visit.version, 6);
        QVERIFY(!visit.hidden);
        QVERIFY(!visit.release.isEmpty());
        QCOMPARE(rungOf(visit, Rung::OurDigest)->state, RungState::Passed);
        QCOMPARE(doctor::cookieSentence(visit), QStringLiteral("It used the cookie that you call staging."));
        // Nothing was signed, and no link came about.
        QVERIFY(!call.completed);
        QVERIFY(!call.sent.contains(Digest::of(Secret("two"), 1234567890).reveal().toByteArray()));
    }

    void anUnknownCookieIsNoneOfOurs()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"));
        call.reply(Secret("six"));
        const Visit visit = call.visit();
        QCOMPARE(visit.cookie, VisitCookie::NoneOfOurs);
        QCOMPARE(visit.diagnosis.cause, Cause::CookieMismatch);
        QCOMPARE(visit.diagnosis.certainty, Certainty::Certain);
        QVERIFY(visit.hidden);
        QCOMPARE(rungOf(visit, Rung::OurDigest)->state, RungState::Failed);
        QVERIFY(doctor::cookieSentence(visit).contains(QStringLiteral("none of your 5")));
    }

    void aCookieOfSeveralNodesCountsOnce()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"));
        call.reply(Secret("six"));
        const Visit visit = call.visit({{QStringLiteral("m1@vm"), Secret("one")},
                                        {QStringLiteral("m2@vm"), Secret("one")},
                                        {QStringLiteral("m3@vm"), Secret("two")},
                                        {QStringLiteral("m4@vm"), Secret()},
                                        {QStringLiteral("m5@vm"), Secret("one")}});
        QCOMPARE(visit.cookiesCompared, 2);
        QVERIFY(rungOf(visit, Rung::OurDigest)->evidence.contains(QStringLiteral("none of 2")));
    }

    void withoutCookiesNothingIsConcluded()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"));
        call.reply(Secret("six"));
        const Visit visit = call.visit({});
        QCOMPARE(visit.diagnosis.cause, Cause::NoCookie);
        QCOMPARE(visit.cookiesCompared, 0);
    }

    void anotherNameWasDialled()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"));
        call.close();
        const Visit visit = call.visit();
        QCOMPARE(visit.diagnosis.cause, Cause::OtherNameAnswers);
        QCOMPARE(visit.diagnosis.certainty, Certainty::AlmostCertain);
        QCOMPARE(visit.cookie, VisitCookie::NotReached);
    }

    void flagsThatEveryReleaseDemands()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"),
                  masks::Default25.without(Flag::BigCreation | Flag::Mandatory25Digest));
        const Visit visit = call.visit();
        QCOMPARE(visit.diagnosis.cause, Cause::FlagsMissing);
        QCOMPARE(visit.diagnosis.certainty, Certainty::Certain);
        QCOMPARE(visit.diagnosis.detail, QStringLiteral("BIG_CREATION"));
        QCOMPARE(visit.missingFlags, QStringList{QStringLiteral("BIG_CREATION")});
        QVERIFY(call.sent.contains("not_allowed"));
    }

    // OTP 23 and 24 find a link to 25: its cookie is tested, and what 26 would say is told.
    void flagsThatLaterReleasesDemand()
    {
        Call call(*m_book);
        call.name(QStringLiteral("old@127.0.0.1"), masks::Default23);
        call.reply(Secret("one"));
        const Visit visit = call.visit();
        QCOMPARE(visit.diagnosis.cause, Cause::None);
        QCOMPARE(visit.cookieLabel, QStringLiteral("production"));
        QVERIFY(visit.missingFlags.contains(QStringLiteral("V4_NC")));
        QVERIFY(doctor::textOf(visit).explanation.contains(QStringLiteral("V4_NC")));
    }

    void versionFive()
    {
        Call call(*m_book);
        call.name(QStringLiteral("old@127.0.0.1"), Flags(0x37fbd), HandshakeVersion::V5);
        const Visit visit = call.visit();
        QCOMPARE(visit.version, 5);
        QCOMPARE(visit.caller.text(), QStringLiteral("old@127.0.0.1"));
        QCOMPARE(visit.diagnosis.cause, Cause::FlagsMissing);
        QVERIFY(visit.diagnosis.detail.contains(QStringLiteral("HANDSHAKE_23")));
    }

    void aCallerThatAsksForAName()
    {
        Call call(*m_book);
        call.name(QStringLiteral("web1"), masks::RecommendedNameMe, HandshakeVersion::V6, 0);
        call.reply(Secret("five"));
        const Visit visit = call.visit();
        QVERIFY(visit.caller.isNull());
        QCOMPARE(visit.callerHost, QStringLiteral("web1"));
        QCOMPARE(visit.cookieLabel, QStringLiteral("hers"));
        QCOMPARE(rungOf(visit, Rung::NameMode)->state, RungState::Skipped);
    }

    void modesOfNames()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@web1"));
        call.reply(Secret("five"));
        QCOMPARE(rungOf(call.visit(), Rung::NameMode)->state, RungState::Uncertain);
    }

    void theSameName()
    {
        Call call(*m_book);
        call.name(post().text());
        const Visit visit = call.visit();
        QCOMPARE(visit.diagnosis.cause, Cause::NameInUse);
        QCOMPARE(visit.diagnosis.certainty, Certainty::Certain);
    }

    void silenceAfterTheChallenge()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"));
        call.waitInVain();
        QCOMPARE(call.visit().diagnosis.cause, Cause::PeerSilent);
    }

    void reflection()
    {
        Call call(*m_book);
        Call other(*m_book);
        other.name(QStringLiteral("b@127.0.0.1"));
        call.name(QStringLiteral("a@127.0.0.1"));
        call.reply(Secret("one"), other.issued());
        const Visit visit = call.visit();
        QCOMPARE(visit.diagnosis.cause, Cause::ReflectionRefused);
        QVERIFY(!call.completed);
    }

    void noNodes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char *name, const QByteArray &bytes, VisitorKind kind, const char *cause) {
            QTest::newRow(name) << bytes << int(kind) << QString::fromLatin1(cause);
        };
        row("TLS", QByteArray::fromHex("1603010200010001fc0303"), VisitorKind::TlsHello, "tls_plain_mixed");
        row("HTTP", "GET / HTTP/1.1\r\n\r\n", VisitorKind::Http, "not_a_node");
        row("SSH", "SSH-2.0-OpenSSH_9.2\r\n", VisitorKind::Ssh, "not_a_node");
        row("garbage", QByteArray::fromHex("ffffffff00112233445566"), VisitorKind::Garbage, "not_a_node");
        row("a tag that is none", QByteArray::fromHex("000458595a5a"), VisitorKind::Garbage, "not_a_node");
        row("no name",
            packet(HandshakeBody(
                NameMessage{HandshakeVersion::V6, masks::Default25, 4, QStringLiteral("no_at")})),
            VisitorKind::Node, "peer_broke_protocol");
        row("half a message", QByteArray::fromHex("00204e00"), VisitorKind::Garbage, "not_a_node");
        row("nothing", {}, VisitorKind::Knock, "not_a_node");
    }
    void noNodes()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, kind);
        QFETCH(QString, cause);
        Call call(*m_book);
        call.say(bytes);
        call.close();
        const Visit visit = call.visit();
        QCOMPARE(int(visit.kind), kind);
        QCOMPARE(identifierOf(visit.diagnosis.cause), cause);
        QCOMPARE(visit.cookie, VisitCookie::NotReached);
        QVERIFY(!doctor::textOf(visit).title.isEmpty());
        QVERIFY(!doctor::textOf(visit).explanation.isEmpty());
    }

    void muteCallers()
    {
        Call call(*m_book);
        call.waitInVain();
        const Visit visit = call.visit();
        QCOMPARE(visit.kind, VisitorKind::Mute);
        QCOMPARE(visit.diagnosis.certainty, Certainty::CannotDistinguish);
    }

    void itGrowsStepByStep()
    {
        Call call(*m_book);
        QCOMPARE(doctor::visitSoFar(call.report, post()).diagnosis.excerpts.size(), 0);
        call.name(QStringLiteral("a@127.0.0.1"));
        const Visit named = doctor::visitSoFar(call.report, post());
        QVERIFY(named.running);
        QCOMPARE(named.diagnosis.excerpts.size(), 3); // name, status, challenge
        QCOMPARE(named.caller.text(), QStringLiteral("a@127.0.0.1"));
        QCOMPARE(rungOf(named, Rung::NameAndFlags)->state, RungState::Passed);
        QCOMPARE(rungOf(named, Rung::OurDigest)->state, RungState::NotReached);
    }

    // Whoever has a digest and its challenge can try cookies against it.
    void neitherDigestNorChallengeLeaves()
    {
        Call call(*m_book);
        call.name(QStringLiteral("a@127.0.0.1"));
        call.reply(Secret("two"));
        const Visit visit = call.visit();
        const QByteArray digest = Digest::of(Secret("two"), call.issued()).reveal().toByteArray();
        QByteArray challenge(4, '\0');
        qToBigEndian(call.issued(), challenge.data());
        QCOMPARE(visit.diagnosis.excerpts.size(), 4);
        for (const WireExcerpt &excerpt : visit.diagnosis.excerpts) {
            QVERIFY(!excerpt.bytes.contains(digest));
            QVERIFY(!excerpt.bytes.contains(challenge));
        }
    }

private:
    std::unique_ptr<ChallengeBook> m_book;
};

QTEST_GUILESS_MAIN(tst_Visit)
#include "tst_Visit.moc"
