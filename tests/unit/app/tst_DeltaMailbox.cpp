#include <thread>

#include <QSignalSpy>
#include <QtTest>

#include "app/DeltaMailbox.h"
#include "cluster/Cluster.h"

using namespace nodescope;
using namespace nodescope::app;
using namespace nodescope::cluster;

namespace {
Deltas nodeDelta(int i)
{
    Node node;
    node.name = base::NodeName::literal(QStringLiteral("n%1@h").arg(i));
    return {NodeChanged{node}};
}
} // namespace

class tst_DeltaMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversInOrder()
    {
        DeltaMailbox mailbox;
        QSignalSpy spy(&mailbox, &DeltaMailbox::delivered);
        mailbox.post(nodeDelta(1));
        mailbox.post(nodeDelta(2));
        QVERIFY(spy.wait(2000));
        QCOMPARE(spy.count(), 1);
        const auto batch = spy.front().front().value<Deltas>();
        QCOMPARE(batch.size(), 2);
        QCOMPARE(std::get<NodeChanged>(batch.front()).node.name.text(), QStringLiteral("n1@h"));
    }
    void oneBatchAFrame()
    {
        DeltaMailbox mailbox;
        Cluster cluster;
        int batches = 0;
        connect(&mailbox, &DeltaMailbox::delivered, this, [&](const Deltas &deltas) {
            ++batches;
            for (const Delta &delta : deltas)
                (void)cluster.apply(delta);
        });
        constexpr int Count = 2000;
        std::thread poster([&] {
            for (int i = 0; i < Count; ++i)
                mailbox.post(nodeDelta(i));
        });
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE_WITH_TIMEOUT(cluster.nodes().size(), Count, 10000);
        poster.join();
        QVERIFY(batches <= timer.elapsed() / DeltaMailbox::FrameMilliseconds + 2);
    }
    void aStalledWindowCostsNoMemory()
    {
        DeltaMailbox mailbox;
        constexpr qsizetype Events = 5 * DeltaMailbox::MaxWaiting;
        // Nobody turns the event loop here: this is the stalled window.
        for (qsizetype i = 0; i < Events; ++i)
            mailbox.post({EventHappened{}});
        mailbox.post(nodeDelta(7));
        QVERIFY(mailbox.dropped().events > 0);
        quint64 told = 0;
        qsizetype events = 0;
        qsizetype largest = 0;
        bool node = false;
        connect(&mailbox, &DeltaMailbox::delivered, this, [&](const Deltas &batch) {
            largest = std::max(largest, batch.size());
            for (const Delta &delta : batch) {
                if (const auto *session = std::get_if<SessionChanged>(&delta))
                    told = session->info.droppedEvents;
                events += std::holds_alternative<EventHappened>(delta);
                node = node || std::holds_alternative<NodeChanged>(delta);
            }
        });
        QTRY_VERIFY_WITH_TIMEOUT(node, 10000);
        // In slices, so that catching up is no stall of its own.
        QVERIFY(largest <= DeltaMailbox::AtOnce + 1);
        QCOMPARE(told, mailbox.dropped().events);
        QCOMPARE(quint64(events) + told, quint64(Events));
    }
    void messagesAreDroppedBeforeEvents()
    {
        DeltaMailbox mailbox;
        for (qsizetype i = 0; i < 2 * DeltaMailbox::MaxWaiting; ++i)
            mailbox.post({MessageHappened{}});
        mailbox.post({EventHappened{}});
        QCOMPARE(mailbox.dropped().events, quint64(0));
        QVERIFY(mailbox.dropped().messages > 0);
        quint64 told = 0;
        qsizetype messages = 0;
        bool event = false;
        connect(&mailbox, &DeltaMailbox::delivered, this, [&](const Deltas &batch) {
            for (const Delta &delta : batch) {
                if (const auto *session = std::get_if<SessionChanged>(&delta))
                    told = session->info.droppedMessages;
                messages += std::holds_alternative<MessageHappened>(delta);
                event = event || std::holds_alternative<EventHappened>(delta);
            }
        });
        QTRY_VERIFY_WITH_TIMEOUT(event, 10000);
        QCOMPARE(told, mailbox.dropped().messages);
        QCOMPARE(quint64(messages) + told, quint64(2 * DeltaMailbox::MaxWaiting));
    }
};

QTEST_GUILESS_MAIN(tst_DeltaMailbox)
#include "tst_DeltaMailbox.moc"
