#include "PairBench.h"
#include "doctor/evictions/EvictionStories.h"
#include "doctor/stories/StoryTeller.h"
#include "session/LiveSession.h"

using namespace nodescope;
using namespace nodescope::test;

/// A mesh of real nodes, one link of it cut, and what global makes of that, told as one story.
class tst_RealEvictions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { NODESCOPE_NEEDS_ERLANG(); }

    void oneCutInAMeshOfThree_data()
    {
        QTest::addColumn<bool>("prevents");
        QTest::newRow("prevented") << true;
        QTest::newRow("not prevented") << false;
    }
    void oneCutInAMeshOfThree()
    {
        QFETCH(bool, prevents);
        if (prevents && Peer::otpRelease() < 24)
            QSKIP("the parameter prevent_overlapping_partitions came with the last patches of OTP 23");
        PairBench bench;
        QVERIFY(bench.epmd.start());
        const QString value = prevents ? QStringLiteral("true") : QStringLiteral("false");
        const QStringList flags{QStringLiteral("-kernel"), QStringLiteral("prevent_overlapping_partitions"),
                                value};
        std::vector<std::unique_ptr<Peer>> nodes;
        for (const char *name : {"a@127.0.0.1", "b@127.0.0.1", "c@127.0.0.1"}) {
            nodes.push_back(bench.start(QLatin1String(name), flags));
            QVERIFY(nodes.back());
        }
        for (int i = 1; i < 3; ++i)
            QCOMPARE(nodes[0]->evaluate(QStringLiteral("net_kernel:connect_node('%1').")
                                            .arg(nodes[std::size_t(i)]->name().text())),
                     QStringLiteral("{ok,true}"));
        for (const auto &node : nodes)
            QTRY_COMPARE_WITH_TIMEOUT(node->evaluate(QStringLiteral("length(nodes()).")),
                                      QStringLiteral("{ok,2}"), Bench::Wait);
        // Only synchronised names make global act.
        QVERIFY(!nodes[1]->evaluate(QStringLiteral("global:sync().")).isEmpty());

        base::SystemClock clock;
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        session::LiveSettings how;
        how.epmdPort = bench.epmd.port();
        how.reconnect = true;
        session::LiveSession session(clock, how, cookies);
        QList<cluster::Event> events;
        QList<std::pair<qint64, cluster::Deltas>> batches;
        connect(&session, &session::LiveSession::changed, this,
                [&events, &batches](const cluster::Deltas &deltas) {
                    batches.append({QDateTime::currentMSecsSinceEpoch(), deltas});
                    for (const cluster::Delta &delta : deltas) {
                        if (const auto *happened = std::get_if<cluster::EventHappened>(&delta))
                            events.append(happened->event);
                    }
                });
        cluster::ConnectToNode reach;
        reach.node = nodes[0]->name();
        session.perform(reach);
        QTRY_COMPARE_WITH_TIMEOUT(session.self().links().size(), std::size_t(3), Bench::Wait);
        QTRY_VERIFY_WITH_TIMEOUT(session.isSettled(), Bench::Wait);
        doctor::Prevention prevention;
        for (const auto &node : nodes) {
            QVERIFY(bench.reach(*node));
            prevention.note(bench.settingsOf(node->name()));
        }
        events.clear();
        const qsizetype whole = batches.size();

        QCOMPARE(nodes[0]->evaluate(QStringLiteral("erlang:disconnect_node('b@127.0.0.1').")),
                 QStringLiteral("{ok,true}"));
        const auto downs = [&events] {
            return std::count_if(events.begin(), events.end(), [](const cluster::Event &event) {
                return event.kind == cluster::EventKind::NodeDown;
            });
        };
        // How many ends of the links among the three still stand. Two ends are one link.
        const auto endsThatStand = [&nodes] {
            qsizetype ends = 0;
            for (const auto &node : nodes) {
                const QString answer = node->evaluate(QStringLiteral("length(nodes())."));
                ends += answer.startsWith(QLatin1String("{ok,")) ? answer.mid(4).chopped(1).toInt() : 6;
            }
            return ends;
        };
        // Two words for each lost link. c hears from a and from b that they lost each other. Where it drops
        // one of them before that one's word is there, it keeps the other: two links are lost, else all
        // three.
        QTRY_VERIFY_WITH_TIMEOUT(downs() >= (prevents ? 4 : 2) && downs() + endsThatStand() == 6,
                                 Bench::Wait);
        const auto lostLinks = downs() / 2;
        for (const cluster::Event &event : std::as_const(events))
            qInfo().noquote() << base::toMilliseconds(event.at - events.front().at)
                              << cluster::identifierOf(event.kind) << event.source.text() << event.node.text()
                              << event.reason;
        const QList<doctor::EvictionStory> stories = doctor::evictionStories(events, prevention);
        if (!prevents) {
            QTest::qWait(1000); // nothing may follow
            QVERIFY(doctor::evictionStories(events, prevention).isEmpty());
            return;
        }
        QCOMPARE(stories.size(), 1);
        const doctor::EvictionStory &story = stories.front();
        for (const QString &step : doctor::stepsOf(story))
            qInfo().noquote() << step;
        QCOMPARE(story.first.by.text(), QStringLiteral("a@127.0.0.1"));
        QCOMPARE(story.first.node.text(), QStringLiteral("b@127.0.0.1"));
        QCOMPARE(story.first.reason, QStringLiteral("disconnect"));
        QCOMPARE(story.evicted.size(), lostLinks - 1);
        QCOMPARE(story.certainty, Certainty::AlmostCertain);
        QVERIFY(story.doubts.contains(QStringLiteral("person")));

        // What the window and the command line tell: the lost link and what followed are one story.
        doctor::StoryTeller teller;
        QHash<quint64, doctor::Story> told;
        const auto keep = [&told](const QList<doctor::Story> &news) {
            for (const doctor::Story &one : news)
                told.insert(one.what.id, one);
        };
        // The mesh stood for a while before the cut: only what has settled can fall apart.
        constexpr qint64 Stood = cluster::HappeningWatch::MaxWait;
        for (qsizetype i = 0; i < batches.size(); ++i) {
            auto [time, deltas] = batches.at(i);
            if (i == whole) {
                // What a slow machine made of the joining is another story, and ends here.
                keep(teller.advance(time + Stood - 1));
                told.clear();
            }
            if (i >= whole) {
                time += Stood;
                // The events come with the deltas that tell of them: their times move along.
                for (cluster::Delta &delta : deltas)
                    if (auto *happened = std::get_if<cluster::EventHappened>(&delta))
                        happened->event.time = happened->event.time.addMSecs(Stood);
            }
            keep(teller.take(time, deltas));
        }
        keep(teller.advance(QDateTime::currentMSecsSinceEpoch() + 2 * Stood));
        for (const doctor::Story &one : std::as_const(told))
            qInfo().noquote() << doctor::sentenceOf(one);
        QCOMPARE(told.size(), 1);
        const doctor::Story only = *told.cbegin();
        QCOMPARE(only.what.kind, cluster::HappeningKind::Split);
        QCOMPARE(only.what.sides.size(), lostLinks);
        QVERIFY(only.evictions);
        QCOMPARE(only.evictions->evicted.size(), lostLinks - 1);
        // The nodes told their watchers that they prevent partitions.
        QCOMPARE(only.evictions->certainty, Certainty::AlmostCertain);
        QVERIFY(!only.evictions->doubts.contains(QStringLiteral("prevention")));
    }
};

QTEST_GUILESS_MAIN(tst_RealEvictions)
#include "tst_RealEvictions.moc"
