#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include "cluster/Node.h"
#include "graph/sequence/SequenceText.h"

using namespace nodescope;
using namespace nodescope::graph;
using cluster::MessageEnd;
using cluster::MessageStep;
using cluster::StepKind;

namespace {
const MessageEnd Us{cluster::selfName(), QStringLiteral("<0.1.0>")};
const MessageEnd OtherOfUs{cluster::selfName(), QStringLiteral("inbox")};
const MessageEnd A{base::NodeName::literal(u"a@h"), QStringLiteral("server")};
const MessageEnd B{base::NodeName::literal(u"b@h"), QStringLiteral("<0.99.0>")};
const MessageEnd C{base::NodeName::literal(u"c@h"), QStringLiteral("logger")};

class Script
{
public:
    explicit Script(SequenceOptions options = {})
        : sequence(std::move(options))
    {
    }
    /// The number of the arrow.
    int add(quint64 exchange, StepKind kind, const MessageEnd &from, const MessageEnd &to,
            const QString &reason = {})
    {
        MessageStep step;
        step.exchange = exchange;
        step.kind = kind;
        step.from = from;
        step.to = to;
        step.text = QStringLiteral("{hello,%1}").arg(exchange);
        step.reason = reason;
        step.time = QDateTime::fromMSecsSinceEpoch(++m_time, QTimeZone::utc());
        sequence.append(step);
        return sequence.rows().empty() ? -1 : sequence.rows().back().arrow;
    }
    [[nodiscard]] Relation relation(int of, int to) const
    {
        return CausalOrder(sequence).relationsTo(to)[size_t(of)];
    }
    [[nodiscard]] QStringList lanes() const
    {
        QStringList names;
        for (const int lane : sequence.order()) {
            const Lane &one = sequence.lanes()[size_t(lane)];
            names << (one.rest ? QStringLiteral("rest") : one.end.process) + u'/' + one.end.node.name();
        }
        return names;
    }

    Sequence sequence;

private:
    qint64 m_time = 0;
};
} // namespace

class tst_Sequence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCallIsTwoArrows()
    {
        Script script;
        const int asked = script.add(1, StepKind::Sent, Us, A);
        QCOMPARE(script.sequence.arrows()[size_t(asked)].fate, Arrow::Fate::Unknown);
        const int answered = script.add(1, StepKind::Answered, A, Us);
        const auto &arrows = script.sequence.arrows();
        QCOMPARE(arrows.size(), size_t(2));
        // The answer shows that the question has arrived; nobody saw when.
        QCOMPARE(arrows[size_t(asked)].fate, Arrow::Fate::Arrived);
        QCOMPARE(arrows[size_t(asked)].receivedRow, -1);
        QVERIFY(arrows[size_t(answered)].isReply());
        QCOMPARE(script.relation(asked, answered), Relation::Before);
        QCOMPARE(script.relation(answered, asked), Relation::After);
    }
    void aFateIsNoArrowOfItsOwn()
    {
        Script script;
        const int lost = script.add(1, StepKind::Sent, Us, A);
        const int good = script.add(2, StepKind::Sent, Us, B);
        script.add(1, StepKind::Failed, Us, A, QStringLiteral("noproc"));
        script.add(2, StepKind::Delivered, Us, B);
        const auto &arrows = script.sequence.arrows();
        QCOMPARE(arrows.size(), size_t(2));
        QCOMPARE(arrows[size_t(lost)].fate, Arrow::Fate::Failed);
        QCOMPARE(arrows[size_t(lost)].reason, QStringLiteral("noproc"));
        QCOMPARE(arrows[size_t(lost)].receivedRow, 2);
        QCOMPARE(arrows[size_t(good)].fate, Arrow::Fate::Arrived);
        QCOMPARE(arrows[size_t(good)].receivedRow, 3);
        QCOMPARE(script.sequence.arrowsIn(1, 1), (std::vector<int>{lost, good}));
        QCOMPARE(script.sequence.arrowsIn(3, 9), (std::vector<int>{good}));
    }
    void whatArrivedIsNotLostForWantOfAnAnswer()
    {
        Script script;
        const int asked = script.add(1, StepKind::Sent, Us, A);
        script.add(1, StepKind::Delivered, Us, A);
        script.add(1, StepKind::Failed, Us, A, QStringLiteral("timeout"));
        const Arrow &arrow = script.sequence.arrows()[size_t(asked)];
        QCOMPARE(arrow.fate, Arrow::Fate::Arrived);
        QCOMPARE(arrow.receivedRow, 1);
        QCOMPARE(arrow.reason, QStringLiteral("timeout"));
    }
    void lanesStandByNode()
    {
        Script script;
        script.add(1, StepKind::Sent, Us, A);
        script.add(2, StepKind::Received, B, OtherOfUs);
        script.add(3, StepKind::Sent, Us, {A.node, QStringLiteral("second")});
        QCOMPARE(script.lanes().join(u' '), QStringLiteral("<0.1.0>/%1 inbox/%1 server/a second/a <0.99.0>/b")
                                                .arg(cluster::selfName().name()));
    }
    void manyProcessesShareALane()
    {
        SequenceOptions options;
        options.mostProcesses = 3;
        Script script(options);
        for (int i = 0; i < 50; ++i)
            script.add(quint64(i) + 1, StepKind::Received, {A.node, QString::number(i)}, Us);
        QCOMPARE(script.lanes().join(u' '),
                 QStringLiteral("<0.1.0>/%1 0/a 1/a rest/a").arg(cluster::selfName().name()));
    }
    void perNode()
    {
        SequenceOptions options;
        options.perNode = true;
        Script script(options);
        script.add(1, StepKind::Sent, Us, A);
        script.add(2, StepKind::Sent, OtherOfUs, {A.node, QStringLiteral("second")});
        QCOMPARE(script.sequence.lanes().size(), size_t(2));
    }
    void hiddenLanesAreCounted()
    {
        SequenceOptions options;
        options.hidden.insert(Lane{A, false});
        Script script(options);
        script.add(1, StepKind::Sent, Us, A);
        script.add(2, StepKind::Sent, Us, B);
        QCOMPARE(script.sequence.rows().size(), size_t(1));
        QCOMPARE(script.sequence.hiddenSteps(), 1);
    }

    // ---- What is ordered, and what is only concurrent ----

    void whatWeDoIsOrdered()
    {
        Script script;
        const int first = script.add(1, StepKind::Sent, Us, A);
        const int second = script.add(2, StepKind::Sent, Us, B);
        QCOMPARE(script.relation(first, second), Relation::Before);
    }
    void arrivalsElsewhereAreNot()
    {
        // Both went out in order, to different processes: which arrived first nobody can say.
        Script script;
        const int first = script.add(1, StepKind::Sent, Us, A);
        const int second = script.add(2, StepKind::Sent, Us, B);
        script.add(2, StepKind::Delivered, Us, B);
        script.add(1, StepKind::Delivered, Us, A);
        const CausalOrder order(script.sequence);
        QVERIFY(!order.isBefore(first, ArrowEnd::Receive, second, ArrowEnd::Receive));
        QVERIFY(!order.isBefore(second, ArrowEnd::Receive, first, ArrowEnd::Receive));
        QVERIFY(order.isBefore(first, ArrowEnd::Send, second, ArrowEnd::Receive));
    }
    void strangersAreConcurrent()
    {
        // Two relayed messages between others: our clock orders when we heard of them, not them.
        Script script;
        const int first = script.add(1, StepKind::Relayed, A, B);
        const int second = script.add(2, StepKind::Relayed, C, B);
        QCOMPARE(script.relation(first, second), Relation::Concurrent);
        QCOMPARE(script.relation(second, first), Relation::Concurrent);
    }
    void aPathThroughUsOrders()
    {
        Script script;
        const int first = script.add(1, StepKind::Received, A, Us);
        const int second = script.add(2, StepKind::Sent, Us, B);
        const int third = script.add(2, StepKind::Answered, B, Us);
        QCOMPARE(script.relation(first, third), Relation::Before);
        const CausalOrder order(script.sequence);
        QVERIFY(order.isBefore(first, ArrowEnd::Send, second, ArrowEnd::Receive));
    }
    void receivedFromTwoAreSentConcurrently()
    {
        Script script;
        const int first = script.add(1, StepKind::Received, A, Us);
        const int second = script.add(2, StepKind::Received, B, Us);
        const CausalOrder order(script.sequence);
        QVERIFY(order.isBefore(first, ArrowEnd::Receive, second, ArrowEnd::Receive));
        QVERIFY(!order.isBefore(first, ArrowEnd::Send, second, ArrowEnd::Send));
    }
    void aPairOfProcessesKeepsItsOrder()
    {
        Script script;
        const int first = script.add(1, StepKind::Received, A, Us);
        const int second = script.add(2, StepKind::Received, A, Us);
        const int third = script.add(3, StepKind::Sent, Us, B);
        const int fourth = script.add(4, StepKind::Sent, Us, B);
        script.add(3, StepKind::Delivered, Us, B);
        script.add(4, StepKind::Delivered, Us, B);
        const CausalOrder order(script.sequence);
        QVERIFY(order.isBefore(first, ArrowEnd::Send, second, ArrowEnd::Send));
        QVERIFY(order.isBefore(third, ArrowEnd::Receive, fourth, ArrowEnd::Receive));
        // Another process of the same node promises nothing.
        Script other;
        const int one = other.add(1, StepKind::Received, A, Us);
        const int two = other.add(2, StepKind::Received, {A.node, QStringLiteral("second")}, Us);
        QVERIFY(!CausalOrder(other.sequence).isBefore(one, ArrowEnd::Send, two, ArrowEnd::Send));
    }
    void whatWasHeardOfIsBeforeWhatWeDoThen()
    {
        Script script;
        const int first = script.add(1, StepKind::Sent, Us, A);
        script.add(1, StepKind::Delivered, Us, A);
        const int second = script.add(2, StepKind::Sent, Us, B);
        QVERIFY(CausalOrder(script.sequence).isBefore(first, ArrowEnd::Receive, second, ArrowEnd::Send));
    }
    void nothingIsBeforeItself()
    {
        Script script;
        for (int i = 0; i < 200; ++i) {
            const quint64 exchange = quint64(i) / 2 + 1;
            script.add(exchange, i % 2 == 0 ? StepKind::Sent : StepKind::Answered, i % 2 == 0 ? Us : A,
                       i % 2 == 0 ? A : Us);
        }
        const CausalOrder order(script.sequence);
        const int count = int(script.sequence.arrows().size());
        for (int i = 0; i < count; ++i) {
            for (const ArrowEnd end : {ArrowEnd::Send, ArrowEnd::Receive})
                QVERIFY(!order.isBefore(i, end, i, end));
        }
        // Before and after are each other's contrary.
        for (int i = 0; i < count; i += 7) {
            const auto relations = order.relationsTo(i);
            for (int k = 0; k < count; ++k) {
                if (k != i)
                    QCOMPARE(relations[size_t(k)], k < i ? Relation::Before : Relation::After);
            }
        }
    }
    void lanesSayWhereTheOrderIsKnown()
    {
        Script script;
        script.add(1, StepKind::Relayed, A, B);
        script.add(1, StepKind::Delivered, A, B);
        script.add(2, StepKind::Relayed, C, B);
        script.add(2, StepKind::Delivered, C, B);
        const auto lanes = CausalOrder(script.sequence).happenings(0, 3);
        const auto &atB = lanes[1];
        QCOMPARE(atB.size(), size_t(2));
        QCOMPARE(atB[0].row, 1);
        QCOMPARE(atB[1].row, 3);
        QVERIFY(!atB[1].ordered);
    }
    void manyStepsTakeLittleTime()
    {
        Script script;
        for (int i = 0; i < 20000; ++i)
            script.add(quint64(i) + 1, i % 3 == 0 ? StepKind::Received : StepKind::Sent,
                       i % 3 == 0 ? MessageEnd{A.node, QString::number(i % 30)} : Us, i % 3 == 0 ? Us : B);
        QElapsedTimer timer;
        timer.start();
        const CausalOrder order(script.sequence);
        const auto lanes = order.happenings(10000, 10040);
        const auto relations = order.relationsTo(10000);
        qInfo("order of 20,000 messages, a screen of lanes and one relation: %lld ms",
              static_cast<long long>(timer.elapsed()));
        QCOMPARE(relations.size(), size_t(20000));
        QVERIFY(!lanes.empty());
    }

    // ---- Files ----

    void asText()
    {
        Script script;
        script.add(1, StepKind::Sent, Us, {A.node, QStringLiteral("evil\u202e\nname")});
        script.add(1, StepKind::Failed, Us, A, QStringLiteral("noproc"));
        const QByteArray text = sequenceAsText(script.sequence);
        QCOMPARE(text.count('\n'), 2);
        QVERIFY(!QString::fromUtf8(text).contains(QChar(0x202e)));
        QVERIFY(text.contains("{hello,1}"));
        QVERIFY(text.contains("noproc"));
    }
    void asJson()
    {
        Script script;
        script.add(1, StepKind::Sent, Us, A);
        script.add(1, StepKind::Answered, A, Us);
        const QJsonObject file = QJsonDocument::fromJson(sequenceAsJson(script.sequence)).object();
        QCOMPARE(file.value(QStringLiteral("messages")).toArray().size(), 2);
        QCOMPARE(file.value(QStringLiteral("processes")).toArray().size(), 2);
        const QJsonArray order = file.value(QStringLiteral("order")).toArray();
        QVERIFY(order.contains(QJsonArray{0, QStringLiteral("received"), 1, QStringLiteral("sent")}));
    }
};

QTEST_APPLESS_MAIN(tst_Sequence)
#include "tst_Sequence.moc"
