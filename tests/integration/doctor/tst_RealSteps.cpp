#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include "dist/NodeIdentity.h"
#include "dist/steps/SteppedAttempt.h"
#include "doctor/handshakes/HandshakeText.h"
#include "doctor/handshakes/RecordOf.h"
#include "integration/dist/Bench.h"
#include "integration/dist/TlsBench.h"

using namespace nodescope;
using base::NodeName;
using cluster::HandshakeEdit;
using cluster::HandshakeRecord;
using dist::SteppedAttempt;
using protocol::Flag;
using test::Bench;
namespace masks = protocol::masks;

namespace {

constexpr int LongWait = 30'000; // the set-up timer of a real node runs out meanwhile

protocol::SteppedSettings settingsOf(const QString &name)
{
    protocol::SteppedSettings settings;
    settings.ownName = NodeName::literal(name);
    settings.creation = dist::randomCreation();
    settings.cookie = base::Secret("peers-cookie");
    settings.dynamicName = NodeName::literal(u"1A2B3C4D@127.0.0.1");
    settings.dynamicCreation = 99;
    return settings;
}

HandshakeEdit edit(const std::function<void(HandshakeEdit &)> &change)
{
    HandshakeEdit made;
    change(made);
    return made;
}

} // namespace

/// Every field that can be changed in steps, in both roles, against a real node: what the node does, and that
/// we say the same of it.
class tst_RealSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("steps"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
    }

    void unchangedWeDial()
    {
        const auto attempt = dial(QStringLiteral("plain@127.0.0.1"), {});
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().up || attempt->report().over, Bench::Wait);
        QTRY_COMPARE(m_peer->evaluate(QStringLiteral("lists:member('plain@127.0.0.1', nodes(hidden)).")),
                     QStringLiteral("{ok,true}"));
        const HandshakeRecord record = doctor::recordOf(attempt->report());
        QVERIFY(record.running);
        QCOMPARE(record.outcome, QStringLiteral("up"));
        QCOMPARE(
            labelsOf(record),
            QStringLiteral("send_name recv_status send_challenge send_challenge_reply send_challenge_ack"));
        QCOMPARE(record.framesOut, QByteArray(4, '\0'));
        QVERIFY(doctor::findingsOf(record).isEmpty());
        attempt->end();
        QTRY_COMPARE_WITH_TIMEOUT(
            m_peer->evaluate(QStringLiteral("lists:member('plain@127.0.0.1', nodes(hidden)).")),
            QStringLiteral("{ok,false}"), Bench::Wait);
    }

    void unchangedWeAreDialled()
    {
        const auto attempt = listen(QStringLiteral("dialled@127.0.0.1"), {});
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().up || attempt->report().over, Bench::Wait);
        QVERIFY(attempt->report().up);
        QCOMPARE(doctor::recordOf(attempt->report()).peer, m_peer->name());
        attempt->end();
    }

    void unchangedOverTls()
    {
        const test::TlsMaterial authority;
        test::TlsBench files;
        files.write(QStringLiteral("ca"), authority.ca);
        files.write(QStringLiteral("good"), authority.issue(test::TlsBench::here()));
        QStringList roles;
        for (const char *role : {"server", "client"})
            roles.append(files.role(QLatin1String(role), QStringLiteral("good"), QStringLiteral("ca")));
        const auto peer =
            m_bench.peer(QStringLiteral("sealed"), files.flags(QStringLiteral("sealed"), roles));
        QVERIFY2(peer->start(), qPrintable(peer->output()));
        const auto attempt = listen(*peer, QStringLiteral("sealing@127.0.0.1"), {}, authority.node().server);
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().up || attempt->report().over, LongWait);
        QVERIFY(attempt->report().up);
        QVERIFY(attempt->report().tls);
        QCOMPARE(doctor::recordOf(attempt->report()).peer, peer->name());
        QCOMPARE(attempt->report().messages.front().message.prefix, protocol::LengthPrefix::FourBytes);
        attempt->end();
    }

    void whoDoesNotEncryptIsToldSo()
    {
        const test::TlsMaterial authority;
        const auto attempt = listen(*m_peer, QStringLiteral("closed@127.0.0.1"), {}, authority.node().server);
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().over, LongWait);
        const auto *failed = std::get_if<dist::dial_end::TlsFailed>(&*attempt->report().obstacle);
        QVERIFY(failed);
        QCOMPARE(failed->failure.problem, dist::TlsProblem::PlainPeer);
        QVERIFY(!doctor::recordOf(attempt->report()).running);
    }

    void weDial_data()
    {
        QTest::addColumn<int>("message");
        QTest::addColumn<HandshakeEdit>("change");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, int message, const QString &finding, const QString &says,
                            const std::function<void(HandshakeEdit &)> &change) {
            QTest::newRow(name) << message << edit(change) << finding << says;
        };
        row("name", 0, QStringLiteral("send_name.name.went_on"), QStringLiteral("any name"),
            [](HandshakeEdit &e) { e.name = QStringLiteral("borrowed@127.0.0.1"); });
        row("name without @", 0, QStringLiteral("send_name.name.closed_at_once"), QStringLiteral("One @"),
            [](HandshakeEdit &e) { e.name = QStringLiteral("nobody"); });
        row("its own name", 0, QStringLiteral("send_name.name.refused"), QStringLiteral("nok"),
            [](HandshakeEdit &e) { e.name = QStringLiteral("steps@127.0.0.1"); });
        row("odd characters", 0, QStringLiteral("send_name.name.refused"), QStringLiteral("nok"),
            [](HandshakeEdit &e) { e.name = QStringLiteral("a b@127.0.0.1"); });
        row("mandatory flag", 0, QStringLiteral("send_name.flags.refused"), QStringLiteral("BIG_CREATION"),
            [](HandshakeEdit &e) {
                e.flags = masks::Recommended.without(Flag::BigCreation | Flag::Mandatory25Digest).bits();
            });
        row("other flag", 0, QStringLiteral("send_name.flags.went_on"), QStringLiteral("What both have"),
            [](HandshakeEdit &e) { e.flags = masks::Recommended.without(Flag::Spawn).bits(); });
        row("creation", 0, QStringLiteral("send_name.creation.went_on"), QStringLiteral("marks our pids"),
            [](HandshakeEdit &e) { e.creation = 4; });
        row("name longer", 0, QStringLiteral("send_name.length.closed_later"), QStringLiteral("waited"),
            [](HandshakeEdit &e) { e.length = 100; });
        row("name shorter", 0, QStringLiteral("send_name.length.closed_at_once"), QStringLiteral("cut"),
            [](HandshakeEdit &e) { e.length = 12; });
        row("challenge", 1, QStringLiteral("send_challenge_reply.challenge.went_on"),
            QStringLiteral("signed"), [](HandshakeEdit &e) { e.challenge = 42; });
        row("digest", 1, QStringLiteral("send_challenge_reply.digest.closed_at_once"),
            QStringLiteral("Invalid challenge reply"),
            [](HandshakeEdit &e) { e.digest = QByteArray(16, 'x'); });
        row("cookie", 1, QStringLiteral("send_challenge_reply.cookie.closed_at_once"),
            QStringLiteral("Invalid challenge reply"),
            [](HandshakeEdit &e) { e.cookie = base::Secret("another"); });
        row("reply longer", 1, QStringLiteral("send_challenge_reply.length.closed_later"),
            QStringLiteral("waited"), [](HandshakeEdit &e) { e.length = 30; });
        row("reply shorter", 1, QStringLiteral("send_challenge_reply.length.closed_at_once"),
            QStringLiteral("cut"), [](HandshakeEdit &e) { e.length = 10; });
    }
    void weDial()
    {
        QFETCH(int, message);
        QFETCH(HandshakeEdit, change);
        const auto attempt = dial(QStringLiteral("row%1@127.0.0.1").arg(++m_rows), {{message, change}});
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().up || attempt->report().over, LongWait);
        judge(doctor::recordOf(attempt->report()), message);
        attempt->end();
    }

    void weAreDialled_data()
    {
        QTest::addColumn<int>("message");
        QTest::addColumn<HandshakeEdit>("change");
        QTest::addColumn<QString>("finding");
        QTest::addColumn<QString>("says");
        const auto row = [](const char *name, int message, const QString &finding, const QString &says,
                            const std::function<void(HandshakeEdit &)> &change) {
            QTest::newRow(name) << message << edit(change) << finding << says;
        };
        const auto word = [&row](const char *status, const QString &finding, const QString &says) {
            row(status, 0, QStringLiteral("recv_status.status.") + finding, says,
                [status](HandshakeEdit &e) { e.status = QLatin1String(status); });
        };
        word("nok", QStringLiteral("closed_later"), QStringLiteral("after nok it waits"));
        word("not_allowed", QStringLiteral("closed_at_once"), QStringLiteral("final"));
        word("maybe", QStringLiteral("closed_at_once"), QStringLiteral("no status"));
        word("alive", QStringLiteral("went_on"), QStringLiteral("answered true"));
        word("ok_simultaneous", QStringLiteral("went_on"), QStringLiteral("both have dialled"));
        row("status longer", 0, QStringLiteral("recv_status.length.closed_later"), QStringLiteral("waited"),
            [](HandshakeEdit &e) { e.length = 300; });
        row("status shorter", 0, QStringLiteral("recv_status.length.closed_at_once"), QStringLiteral("cut"),
            [](HandshakeEdit &e) { e.length = 2; });
        row("name", 1, QStringLiteral("send_challenge.name.closed_at_once"),
            QStringLiteral("dialled one name"),
            [](HandshakeEdit &e) { e.name = QStringLiteral("bob@127.0.0.1"); });
        row("mandatory flag", 1, QStringLiteral("send_challenge.flags.closed_at_once"),
            QStringLiteral("BIG_CREATION"), [](HandshakeEdit &e) {
                e.flags = masks::Recommended.without(Flag::BigCreation | Flag::Mandatory25Digest).bits();
            });
        row("other flag", 1, QStringLiteral("send_challenge.flags.went_on"), QStringLiteral("What both have"),
            [](HandshakeEdit &e) { e.flags = masks::Recommended.without(Flag::Spawn).bits(); });
        row("creation", 1, QStringLiteral("send_challenge.creation.went_on"),
            QStringLiteral("marks our pids"), [](HandshakeEdit &e) { e.creation = 4; });
        row("challenge", 1, QStringLiteral("send_challenge.challenge.went_on"), QStringLiteral("signed"),
            [](HandshakeEdit &e) { e.challenge = 42; });
        row("challenge longer", 1, QStringLiteral("send_challenge.length.closed_later"),
            QStringLiteral("waited"), [](HandshakeEdit &e) { e.length = 300; });
        row("challenge shorter", 1, QStringLiteral("send_challenge.length.closed_at_once"),
            QStringLiteral("cut"), [](HandshakeEdit &e) { e.length = 9; });
        row("digest", 2, QStringLiteral("send_challenge_ack.digest.closed_at_once"),
            QStringLiteral("Invalid challenge ack"),
            [](HandshakeEdit &e) { e.digest = QByteArray(16, 'x'); });
        row("cookie", 2, QStringLiteral("send_challenge_ack.cookie.closed_at_once"),
            QStringLiteral("Invalid challenge ack"),
            [](HandshakeEdit &e) { e.cookie = base::Secret("another"); });
        row("ack longer", 2, QStringLiteral("send_challenge_ack.length.closed_later"),
            QStringLiteral("waited"), [](HandshakeEdit &e) { e.length = 30; });
        row("ack shorter", 2, QStringLiteral("send_challenge_ack.length.closed_at_once"),
            QStringLiteral("cut"), [](HandshakeEdit &e) { e.length = 10; });
    }
    void weAreDialled()
    {
        QFETCH(int, message);
        QFETCH(HandshakeEdit, change);
        const auto attempt = listen(QStringLiteral("row%1@127.0.0.1").arg(++m_rows), {{message, change}});
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().up || attempt->report().over, LongWait);
        judge(doctor::recordOf(attempt->report()), message);
        attempt->end();
    }

    void aliveIsAnsweredBothWays()
    {
        const QString name = QStringLiteral("twice@127.0.0.1");
        const auto first = dial(name, {});
        QTRY_VERIFY_WITH_TIMEOUT(first->report().up, Bench::Wait);
        const auto keeps = dial(name, {});
        QTRY_VERIFY_WITH_TIMEOUT(keeps->report().over, Bench::Wait);
        QCOMPARE(doctor::recordOf(keeps->report()).detail, QStringLiteral("alive"));
        QVERIFY(!first->report().over);
        const auto replaces =
            dial(name, {{1, edit([](HandshakeEdit &e) { e.status = QStringLiteral("true"); })}});
        QTRY_VERIFY_WITH_TIMEOUT(replaces->report().up || replaces->report().over, LongWait);
        const HandshakeRecord record = doctor::recordOf(replaces->report());
        const auto findings = doctor::findingsOf(record);
        QCOMPARE(findings.size(), 1);
        if (test::Peer::otpRelease() < 25) { // makes nothing of true
            QCOMPARE(findings.first().identifier(record), QStringLiteral("status_reply.status.closed_later"));
            QVERIFY(findings.first().text.contains(QLatin1String("before OTP 25")));
            QVERIFY(!first->report().over);
            return;
        }
        QCOMPARE(findings.first().identifier(record), QStringLiteral("status_reply.status.went_on"));
        QVERIFY(findings.first().text.contains(QLatin1String("give up the link")));
        QTRY_VERIFY_WITH_TIMEOUT(first->report().over, Bench::Wait); // it did
        replaces->end();
    }

    void whoWaitsTooLongIsLeft()
    {
        const auto attempt = dial(QStringLiteral("slow@127.0.0.1"), {}, 0); // nothing is released
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().proposal.has_value(), Bench::Wait);
        QTRY_VERIFY_WITH_TIMEOUT(attempt->report().over, LongWait);
        const HandshakeRecord record = doctor::recordOf(attempt->report());
        QCOMPARE(record.outcome, QStringLiteral("closed"));
        QCOMPARE(record.unsent, QStringLiteral("send_name"));
        QVERIFY2(doctor::outcomeText(record).contains(QLatin1String("too slow")),
                 qPrintable(doctor::outcomeText(record)));
        // The node's own timer, shown as 7 s.
        QVERIFY2(attempt->report().elapsed > std::chrono::milliseconds(6500) &&
                     attempt->report().elapsed < std::chrono::seconds(15),
                 qPrintable(QString::number(base::toMilliseconds(attempt->report().elapsed))));
    }

    void timeSpentThinkingIsNoReaction()
    {
        // The timer of the node began with the connection, not with what was sent three seconds later.
        const auto late = [this](const HandshakeEdit &change) {
            auto attempt = dial(QStringLiteral("late%1@127.0.0.1").arg(++m_rows), {}, 0);
            if (!QTest::qWaitFor([&] { return attempt->report().proposal.has_value(); }, Bench::Wait))
                qWarning("nothing to release");
            QTimer::singleShot(std::chrono::seconds(3), attempt.get(),
                               [raw = attempt.get(), change] { raw->release(doctor::changeOf(change)); });
            return attempt;
        };
        const auto waits = late(edit([](HandshakeEdit &e) { e.length = 3600; }));
        const auto closes = late(edit([](HandshakeEdit &e) { e.length = 12; }));
        QTRY_VERIFY_WITH_TIMEOUT(waits->report().over && closes->report().over, LongWait);
        const HandshakeRecord waited = doctor::recordOf(waits->report());
        QVERIFY2(waited.sinceLastSend < std::chrono::milliseconds(6500), "the test itself was too slow");
        QCOMPARE(doctor::findingsOf(waited).first().identifier(waited),
                 QStringLiteral("send_name.length.closed_later"));
        QVERIFY2(doctor::outcomeText(waited).contains(QLatin1String("set-up timer ran out")),
                 qPrintable(doctor::outcomeText(waited)));
        const HandshakeRecord closed = doctor::recordOf(closes->report());
        QCOMPARE(doctor::findingsOf(closed).first().identifier(closed),
                 QStringLiteral("send_name.length.closed_at_once"));
    }

private:
    using Changes = std::map<int, HandshakeEdit>;

    [[nodiscard]] std::unique_ptr<SteppedAttempt> made(const QString &name, const Changes &changes, int most)
    {
        auto attempt = std::make_unique<SteppedAttempt>(settingsOf(name), m_book, m_bench.clock);
        SteppedAttempt *raw = attempt.get();
        auto count = std::make_shared<int>(0);
        connect(raw, &SteppedAttempt::changed, this, [raw, changes, count, most] {
            if (!raw->report().proposal || *count >= most)
                return;
            const auto change = changes.find((*count)++);
            raw->release(doctor::changeOf(change == changes.end() ? HandshakeEdit() : change->second));
        });
        return attempt;
    }

    [[nodiscard]] std::unique_ptr<SteppedAttempt> dial(const QString &name, const Changes &changes,
                                                       int most = 99)
    {
        auto attempt = made(name, changes, most);
        dist::DialTarget target;
        target.node = m_peer->name();
        target.epmdPort = m_bench.epmd.port();
        attempt->dial(target);
        return attempt;
    }

    [[nodiscard]] std::unique_ptr<SteppedAttempt> listen(const QString &name, const Changes &changes)
    {
        return listen(*m_peer, name, changes);
    }
    [[nodiscard]] std::unique_ptr<SteppedAttempt> listen(test::Peer &caller, const QString &name,
                                                         const Changes &changes,
                                                         const std::optional<dist::TlsRole> &tls = {})
    {
        auto attempt = made(name, changes, 99);
        const auto port = attempt->listen(QHostAddress::LocalHost, 0, m_bench.epmd.port(), tls);
        if (!port.ok() || !QTest::qWaitFor([&] { return attempt->report().registered; }, Bench::Wait))
            qWarning("not registered");
        (void)caller.evaluate(
            QStringLiteral("spawn(fun() -> net_kernel:connect_node('%1') end), ok.").arg(name));
        return attempt;
    }

    void judge(const HandshakeRecord &record, int message)
    {
        QFETCH(QString, finding);
        QFETCH(QString, says);
        const auto findings = doctor::findingsOf(record);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().identifier(record), finding);
        QVERIFY2(findings.first().text.contains(says), qPrintable(findings.first().text));
        Q_UNUSED(message);
    }

    [[nodiscard]] static QString labelsOf(const HandshakeRecord &record)
    {
        QStringList labels;
        for (const cluster::HandshakeLine &line : record.lines)
            labels.append(line.wire.label);
        return labels.join(u' ');
    }

    Bench m_bench;
    protocol::ChallengeBook m_book;
    std::unique_ptr<test::Peer> m_peer;
    int m_rows = 0;
};

QTEST_GUILESS_MAIN(tst_RealSteps)
#include "tst_RealSteps.moc"
