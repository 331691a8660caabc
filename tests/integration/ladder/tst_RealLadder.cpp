#include "doctor/ladder/Ladder.h"
#include "integration/dist/Bench.h"
#include "session/LiveSession.h"

using namespace nodescope;
using namespace nodescope::cluster;
using namespace std::chrono_literals;
using doctor::Ladder;
using test::Bench;

namespace {

RungResult rungOf(const Examination &examination, Rung rung)
{
    for (const RungResult &result : examination.diagnosis.rungs) {
        if (result.rung == rung)
            return result;
    }
    return {};
}

QString describe(const Examination &examination)
{
    QStringList lines{identifierOf(examination.diagnosis.cause)};
    for (const RungResult &rung : examination.diagnosis.rungs)
        lines.append(identifierOf(rung.rung) + QStringLiteral(": ") + identifierOf(rung.state) +
                     QStringLiteral(" ") + rung.evidence);
    return lines.join(u'\n');
}

/// A ladder with all that it told.
struct Climb
{
    Climb(dist::LocalNode &node, const base::NodeName &target, const doctor::LadderOptions &options)
        : ladder(node, target, options)
    {
        QObject::connect(&ladder, &Ladder::changed, &ladder,
                         [this](const Examination &e) { told.append(e); });
        QObject::connect(&ladder, &Ladder::finished, &ladder, [this] {
            ++ends;
            loop.quit();
        });
    }
    [[nodiscard]] bool run()
    {
        // qWaitFor() would sleep between the turns of the loop, and the times would be its own.
        QTimer::singleShot(Bench::Wait, &loop, &QEventLoop::quit);
        ladder.start();
        loop.exec();
        return ends > 0;
    }

    Ladder ladder;
    QEventLoop loop;
    QList<Examination> told;
    int ends = 0;
};

} // namespace

/// Ladders to real nodes: what they show, what they leave behind, and how long they take.
class tst_RealLadder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        NODESCOPE_NEEDS_ERLANG();
        QVERIFY(m_bench.epmd.start());
        m_peer = m_bench.peer(QStringLiteral("alice"));
        m_other = m_bench.peer(QStringLiteral("bob"));
        QVERIFY2(m_peer->start(), qPrintable(m_peer->output()));
        QVERIFY2(m_other->start(), qPrintable(m_other->output()));
        QCOMPARE(m_peer->evaluate(QStringLiteral("net_kernel:connect_node('bob@127.0.0.1').")),
                 QStringLiteral("{ok,true}"));
        // What a node does for the first time, it loads from its disk.
        Climb warm(*m_bench.node, m_peer->name(), options());
        QVERIFY(warm.run());
    }

    void theWholeLadderOfAHealthyNode();
    void rungsAreToldAsTheyHappen();
    void theProbeNeedsNoCookie();
    void anotherCookie();
    void halfOfTheCookie();
    void besideALinkOfOurs();
    void aFrozenNodeIsGivenItsOwnTime();
    void cancelledInTheMiddle();
    void destroyedInTheMiddle();
    void theSessionExamines();
    void doesNoHarm();

private:
    [[nodiscard]] doctor::LadderOptions options(const char *cookie = nullptr) const
    {
        doctor::LadderOptions options;
        options.epmdPort = m_bench.epmd.port();
        if (cookie)
            options.cookie = base::Secret(QByteArrayView(cookie));
        return options;
    }
    [[nodiscard]] QString nodesOfPeer()
    {
        return m_peer->evaluate(QStringLiteral("{nodes(), nodes(hidden)}."));
    }

    Bench m_bench{dist::NodeIdentity::dynamic(QStringLiteral("127.0.0.1")), Ladder::nodeSettings()};
    std::unique_ptr<test::Peer> m_peer;
    std::unique_ptr<test::Peer> m_other;
};

void tst_RealLadder::theWholeLadderOfAHealthyNode()
{
    std::vector<qint64> times;
    for (int i = 0; i < 5; ++i) {
        Climb climb(*m_bench.node, m_peer->name(), options());
        QVERIFY(climb.run());
        const Examination &examination = climb.ladder.examination();
        QVERIFY2(examination.diagnosis.ok(), qPrintable(describe(examination)));
        QVERIFY(!examination.running);
        for (const RungResult &rung : examination.diagnosis.rungs)
            QVERIFY2(rung.state == RungState::Passed, qPrintable(describe(examination)));
        QCOMPARE(examination.facts.name, m_peer->name().text());
        QCOMPARE(examination.facts.release, QString::number(test::Peer::otpRelease()));
        QVERIFY(examination.facts.creation > 0);
        // What EPMD was asked and said, once for both connections.
        QStringList labels;
        for (const WireExcerpt &excerpt : examination.diagnosis.excerpts)
            labels.append(excerpt.label);
        QCOMPARE(labels.mid(0, 3), (QStringList{QStringLiteral("port_please2_req"),
                                                QStringLiteral("port2_resp"), QStringLiteral("send_name")}));
        QCOMPARE(labels.count(QStringLiteral("port2_resp")), 1);
        times.push_back(base::toMilliseconds(examination.diagnosis.elapsed));
    }
    const qint64 best = *std::min_element(times.begin(), times.end());
    qInfo("the whole ladder: %lld ms at best, %lld ms at worst", qlonglong(best),
          qlonglong(*std::max_element(times.begin(), times.end())));
    QVERIFY(best < 300);
    QVERIFY(!m_bench.node->isConnected(m_peer->name()));
}

void tst_RealLadder::rungsAreToldAsTheyHappen()
{
    Climb climb(*m_bench.node, m_peer->name(), options());
    QVERIFY(climb.run());
    QVERIFY(climb.told.size() > 3);
    qsizetype last = 0;
    for (const Examination &told : std::as_const(climb.told)) {
        QVERIFY(told.running);
        QVERIFY(told.diagnosis.rungs.size() >= last);
        last = told.diagnosis.rungs.size();
        for (const RungResult &rung : told.diagnosis.rungs)
            QVERIFY(rung.state != RungState::Failed);
    }
    QCOMPARE(climb.ends, 1);
}

void tst_RealLadder::theProbeNeedsNoCookie()
{
    const dist::CookieStore none;
    dist::LocalNode node(dist::NodeIdentity::dynamic(), none, m_bench.clock, Ladder::nodeSettings());
    Climb climb(node, m_peer->name(), options());
    QVERIFY(climb.run());
    const Examination &examination = climb.ladder.examination();
    QCOMPARE(examination.diagnosis.cause, Cause::NoCookie);
    QCOMPARE(rungOf(examination, Rung::Challenge).state, RungState::Passed);
    QCOMPARE(rungOf(examination, Rung::OurDigest).state, RungState::Uncertain);
    QCOMPARE(examination.facts.name, m_peer->name().text());
    QVERIFY(!examination.facts.release.isEmpty());
    QVERIFY(examination.facts.missingFlags.isEmpty());
}

void tst_RealLadder::anotherCookie()
{
    Climb climb(*m_bench.node, m_peer->name(), options("another"));
    QVERIFY(climb.run());
    const Diagnosis &diagnosis = climb.ladder.examination().diagnosis;
    QCOMPARE(diagnosis.cause, Cause::CookieMismatch);
    QCOMPARE(diagnosis.certainty, Certainty::AlmostCertain);
    QCOMPARE(diagnosis.brokenRung()->rung, Rung::OurDigest);
    QTRY_VERIFY(m_peer->output().contains(QStringLiteral("Invalid challenge reply")));
    QCOMPARE(m_peer->output().count(QStringLiteral("Invalid challenge reply")), 1);
}

void tst_RealLadder::halfOfTheCookie()
{
    Climb climb(*m_bench.node, m_peer->name(), options("peers-cookie#with-a-comment"));
    QVERIFY(climb.run());
    const Diagnosis &diagnosis = climb.ladder.examination().diagnosis;
    QCOMPARE(diagnosis.cause, Cause::CookieTruncated);
    QCOMPARE(diagnosis.certainty, Certainty::AlmostCertain);
    QTRY_VERIFY(!m_bench.node->isConnected(m_peer->name()));
}

void tst_RealLadder::besideALinkOfOurs()
{
    QVERIFY(m_bench.dial(m_peer->name()).connected());
    const QString ours = m_bench.node->linkTo(m_peer->name())->handshake.ownName.text();
    Climb climb(*m_bench.node, m_peer->name(), options());
    QVERIFY(climb.run());
    const Examination &examination = climb.ladder.examination();
    QVERIFY2(examination.diagnosis.ok(), qPrintable(describe(examination)));
    QVERIFY(rungOf(examination, Rung::LinkUp).evidence.startsWith(QStringLiteral("already connected")));
    QCOMPARE(rungOf(examination, Rung::CallsAnswered).state, RungState::Passed);
    // The link is the same as before.
    QVERIFY(m_bench.node->isConnected(m_peer->name()));
    QCOMPARE(m_bench.node->linkTo(m_peer->name())->handshake.ownName.text(), ours);
    QCOMPARE(nodesOfPeer(),
             QString(QStringLiteral("{ok,{['bob@127.0.0.1'],['") + ours + QStringLiteral("']}}")));
    m_bench.node->disconnectFrom(m_peer->name());
}

void tst_RealLadder::aFrozenNodeIsGivenItsOwnTime()
{
    const std::unique_ptr<test::Peer> frozen = m_bench.peer(QStringLiteral("frozen"));
    QVERIFY2(frozen->start(), qPrintable(frozen->output()));
    frozen->freeze();
    Climb climb(*m_bench.node, frozen->name(), options());
    QVERIFY(climb.run());
    frozen->thaw();
    const Diagnosis &diagnosis = climb.ladder.examination().diagnosis;
    QCOMPARE(diagnosis.cause, Cause::PeerSilent);
    QCOMPARE(diagnosis.certainty, Certainty::CannotDistinguish);
    QVERIFY(diagnosis.candidates.contains(Cause::NetKernelStuck));
    const qint64 took = base::toMilliseconds(diagnosis.elapsed);
    qInfo("a frozen node: %lld ms", qlonglong(took));
    QVERIFY(took > 7000);
    QVERIFY(took < 9000); // 8 s, and a loaded machine
}

void tst_RealLadder::cancelledInTheMiddle()
{
    const std::unique_ptr<test::Peer> frozen = m_bench.peer(QStringLiteral("cold"));
    QVERIFY2(frozen->start(), qPrintable(frozen->output()));
    frozen->freeze();
    Climb climb(*m_bench.node, frozen->name(), options());
    climb.ladder.start();
    QTRY_VERIFY(!climb.told.isEmpty() &&
                rungOf(climb.told.last(), Rung::PortReachable).state == RungState::Passed);
    climb.ladder.cancel();
    climb.ladder.cancel();
    QTRY_COMPARE(climb.ends, 1);
    const Examination &examination = climb.ladder.examination();
    QCOMPARE(examination.diagnosis.cause, Cause::Cancelled);
    QVERIFY(!examination.running);
    QCOMPARE(rungOf(examination, Rung::PortReachable).state, RungState::Passed);
    QCOMPARE(rungOf(examination, Rung::Status).state, RungState::NotReached);
    QVERIFY(base::toMilliseconds(examination.diagnosis.elapsed) < 5000);
    frozen->thaw();
}

void tst_RealLadder::destroyedInTheMiddle()
{
    for (int turns = 0; turns < 40; ++turns) {
        auto climb = std::make_unique<Climb>(*m_bench.node, m_peer->name(), options());
        climb->ladder.start();
        for (int i = 0; i < turns; ++i)
            QCoreApplication::processEvents();
        climb.reset();
    }
    QTRY_VERIFY(!m_bench.node->isConnected(m_peer->name()));
    QTRY_COMPARE(nodesOfPeer(), QStringLiteral("{ok,{['bob@127.0.0.1'],[]}}"));
}

void tst_RealLadder::theSessionExamines()
{
    dist::CookieStore cookies;
    cookies.setDefault(base::Secret(QByteArrayView("peers-cookie")));
    session::LiveSettings settings;
    settings.epmdPort = m_bench.epmd.port();
    session::LiveSession session(m_bench.clock, settings, cookies);
    QList<Examination> told;
    connect(&session, &session::LiveSession::changed, this, [&](const Deltas &deltas) {
        for (const Delta &delta : deltas) {
            if (const auto *changed = std::get_if<ExaminationChanged>(&delta))
                told.append(changed->examination);
        }
    });
    const auto ended = [&] { return !told.isEmpty() && !told.last().running; };
    Examine examine;
    examine.id = 7;
    examine.to = m_peer->name();
    session.perform(examine);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), Bench::Wait);
    QCOMPARE(told.last().id, 7U);
    QVERIFY2(told.last().diagnosis.ok(), qPrintable(describe(told.last())));
    QVERIFY(!session.self().isConnected(m_peer->name()));

    // A failure from here is drawn as other failed attempts are.
    told.clear();
    examine.id = 8;
    examine.cookie = base::Secret(QByteArrayView("another"));
    session.perform(examine);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), Bench::Wait);
    QCOMPARE(told.last().diagnosis.cause, Cause::CookieMismatch);
    const Link *link = session.picture().cluster().link(LinkKey(selfName(), m_peer->name()));
    QVERIFY(link);
    QCOMPARE(link->state, LinkState::Failed);
    QCOMPARE(link->diagnosis->cause, Cause::CookieMismatch);

    // Pairs: comparing is observing; having one try it is not.
    told.clear();
    Examine pair;
    pair.id = 9;
    pair.from = m_peer->name();
    pair.to = m_other->name();
    pair.attempt = true;
    session.perform(pair);
    QTest::qWait(0);
    QVERIFY(told.isEmpty());
    pair.attempt = false;
    session.perform(pair);
    QTRY_VERIFY_WITH_TIMEOUT(ended(), Bench::Wait);
    QCOMPARE(told.last().from, m_peer->name());
    QVERIFY2(told.last().diagnosis.ok(), qPrintable(describe(told.last())));
}

void tst_RealLadder::doesNoHarm()
{
    const QString before = m_peer->output();
    for (int i = 0; i < 10; ++i) {
        Climb climb(*m_bench.node, m_peer->name(), options());
        QVERIFY(climb.run());
    }
    QTRY_COMPARE(nodesOfPeer(), QStringLiteral("{ok,{['bob@127.0.0.1'],[]}}"));
    QCOMPARE(m_other->evaluate(QStringLiteral("{nodes(), nodes(hidden)}.")),
             QStringLiteral("{ok,{['alice@127.0.0.1'],[]}}"));
    const QString after = m_peer->output().mid(before.size());
    QVERIFY2(!after.contains(QStringLiteral("REPORT")), qPrintable(after));
}

QTEST_GUILESS_MAIN(tst_RealLadder)
#include "tst_RealLadder.moc"
