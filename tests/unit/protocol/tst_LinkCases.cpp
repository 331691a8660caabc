#include <QtTest>

#include <QRandomGenerator>

#include "Fixture.h"
#include "HandshakePair.h"
#include "protocol/Bytes.h"
#include "protocol/link/AtomCacheWriter.h"
#include "protocol/link/Channel.h"
#include "protocol/link/SignalWriter.h"

using namespace nodescope;
using namespace nodescope::protocol;
using namespace nodescope::protocol::channel_event;
using term::Term;

namespace {

const Flags Cached = masks::Recommended | Flag::DistHdrAtomCache;
constexpr std::size_t HandshakeLines = 5;

std::vector<ChannelEvent> feed(Channel &channel, const QByteArray &bytes, qsizetype slice = 1 << 20)
{
    std::vector<ChannelEvent> events;
    for (qsizetype i = 0; i < bytes.size(); i += slice) {
        for (ChannelEvent &event : channel.receive(bytes.mid(i, slice), {}).events)
            events.push_back(std::move(event));
    }
    return events;
}

// Says what came, and how big, in one word each.
QStringList summary(const std::vector<ChannelEvent> &events)
{
    QStringList words;
    for (const ChannelEvent &event : events) {
        if (const auto *received = std::get_if<Received>(&event))
            words << operationName(int(received->signal.operation)) + QString::number(received->signal.size);
        else
            words << QStringLiteral("event") + QString::number(event.index());
    }
    return words;
}

QByteArray fragment(quint8 kind, quint64 sequence, quint64 number, const QByteArray &bytes)
{
    QByteArray head = QByteArray("\x83", 1) + char(kind);
    appendBigEndian(head, sequence);
    appendBigEndian(head, number);
    return frameOf(QByteArray(head + bytes));
}

// What an acceptor sends in a handshake: status, challenge, ack.
QList<QByteArray> acceptorsPackets()
{
    handshake_test::Pair pair(handshake_test::initiatorSettings(), handshake_test::acceptorSettings());
    pair.b.take(pair.b.machine.start({}));
    pair.a.take(pair.a.machine.start({}));
    pair.b.take(pair.b.machine.receive(std::exchange(pair.a.outbox, {}), {}));
    pair.b.take(pair.b.machine.decide(pair.decided, {}));
    const qsizetype status = 2 + pair.b.outbox.at(1);
    QList<QByteArray> packets{pair.b.outbox.first(status), pair.b.outbox.sliced(status)};
    pair.a.take(pair.a.machine.receive(std::exchange(pair.b.outbox, {}), {}));
    pair.b.take(pair.b.machine.receive(std::exchange(pair.a.outbox, {}), {}));
    return packets << pair.b.outbox;
}

// An initiator that has got so many of them.
std::unique_ptr<handshake_test::End> initiatorAfter(const QList<QByteArray> &packets)
{
    auto end = std::make_unique<handshake_test::End>(Role::Initiator, handshake_test::initiatorSettings());
    end->take(end->machine.start({}));
    for (const QByteArray &packet : packets)
        end->take(end->machine.receive(packet, {}));
    return end;
}

QByteArray headed(const QByteArray &control)
{
    return frameOf(QByteArray(QByteArray("\x83\x44\x00", 3) + control));
}

} // namespace

/// The cases 10 to 15 and 22 of the design's robustness.md, each by its number.
class tst_LinkCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case10_lengthOfAllOnes();
    void case11_oneByteAtATimeAndEverySplit();
    void case12_tenThousandUnfinishedFragments();
    void case12_misorderedAndDuplicateFragments();
    void case13_unsetAtomCacheReferences();
    void case13_churnOverAllEntries();
    void case14_unknownControlMessages();
    void case14_wrongArities();
    void case15_pidsThatClaimAnotherNode();
    void case22_stepsOutOfOrder();
    void case22_dataBeforeTheAck();
};

void tst_LinkCases::case10_lengthOfAllOnes()
{
    // Before authentication a packet has two bytes of length; that of all ones is over the limit.
    const auto end = initiatorAfter({QByteArray(64, '\xff')});
    QCOMPARE(end->machine.step(), HandshakeStep::Failed);
    QVERIFY(end->error());
    // After it the frame is drained, four gigabytes of it, and leaves a placeholder. No memory is taken.
    Channel channel(masks::Recommended, {});
    QVERIFY(feed(channel, QByteArray("\xff\xff\xff\xff\x83\x44\x00", 7)).empty());
    const QByteArray chunk(1 << 24, 'x');
    qint64 left = qint64(0xffffffff) - 3;
    std::vector<ChannelEvent> events;
    for (; left > 0; left -= chunk.size()) {
        for (ChannelEvent &event : channel.receive(chunk.first(qMin(left, qint64(chunk.size()))), {}).events)
            events.push_back(std::move(event));
    }
    QCOMPARE(events.size(), std::size_t(1));
    QCOMPARE(std::get<Skipped>(events[0]).skipped.size, qint64(0xffffffff));
    QCOMPARE(std::get<Skipped>(events[0]).skipped.head.left(3), QByteArray("\x83\x44\x00", 3));
    QVERIFY(!channel.isDown());
    QCOMPARE(feed(channel, headed(QByteArray::fromHex("680161 05"))).size(), std::size_t(1));
}

void tst_LinkCases::case11_oneByteAtATimeAndEverySplit()
{
    for (const char *file : {"link_header.hex", "link_atom_cache.hex"}) {
        const QByteArray bytes = Fixture::load(QString::fromLatin1(file)).all(false, HandshakeLines);
        const Flags flags = agreed(Cached, masks::Default25);
        const auto read = [&](qsizetype split) {
            Channel channel(
                QByteArray(file).contains("cache") ? flags : masks::Recommended & masks::Default25, {});
            if (split == 0)
                return summary(feed(channel, bytes, 1));
            const QStringList before = summary(feed(channel, bytes.first(split)));
            return before + summary(feed(channel, bytes.sliced(split)));
        };
        const QStringList whole = read(bytes.size());
        QVERIFY(whole.size() > 3);
        for (qsizetype split = 0; split < bytes.size(); ++split)
            QCOMPARE(read(split), whole);
    }
}

void tst_LinkCases::case12_tenThousandUnfinishedFragments()
{
    // Each begins a message and never ends it: bounded in number and in bytes, then the link ends.
    Limits limits;
    limits.openFragmentBytes = 1 << 20;
    Channel channel(masks::Recommended, {}, limits);
    const QByteArray some(2000, 'x');
    std::vector<ChannelEvent> events;
    quint64 sequence = 0;
    while (!channel.isDown() && sequence < 10'000) {
        for (ChannelEvent &event : feed(channel, fragment(69, ++sequence, 5, QByteArray(1, '\0') + some)))
            events.push_back(std::move(event));
    }
    QVERIFY(channel.isDown());
    QCOMPARE(sequence, quint64(limits.openFragmentSequences) + 1);
    QCOMPARE(events.size(), std::size_t(1));
    const auto &error = std::get<SignalError>(std::get<Down>(events[0]).reason);
    QCOMPARE(*error.fragmentFault, FragmentAssembler::Fault::TooManySequences);
}

void tst_LinkCases::case12_misorderedAndDuplicateFragments()
{
    using Fault = FragmentAssembler::Fault;
    const QByteArray first = fragment(69, 1, 3, QByteArray(1, '\0'));
    const std::vector<std::pair<QByteArray, Fault>> cases{
        {first + fragment(70, 1, 1, "x"), Fault::OutOfOrder},
        {first + fragment(70, 1, 3, "x"), Fault::OutOfOrder},
        {first + fragment(70, 1, 2, "x") + fragment(70, 1, 2, "x"), Fault::OutOfOrder},
        {first + first, Fault::DuplicateStart},
        {first + fragment(70, 2, 2, "x"), Fault::UnknownSequence},
        {first + fragment(70, 1, 0, "x"), Fault::NoFragments},
        {fragment(69, 1, 0, QByteArray(1, '\0')), Fault::NoFragments},
    };
    for (const auto &[bytes, fault] : cases) {
        Channel channel(masks::Recommended, {});
        const auto events = feed(channel, bytes);
        QCOMPARE(events.size(), std::size_t(1));
        QCOMPARE(*std::get<SignalError>(std::get<Down>(events[0]).reason).fragmentFault, fault);
    }
}

void tst_LinkCases::case13_unsetAtomCacheReferences()
{
    // Every slot, in each segment, on a fresh link; and tag 82 beyond the header's entries.
    for (std::size_t slot = 0; slot < AtomCache::Slots; ++slot) {
        Channel channel(Cached, {});
        QByteArray frame = QByteArray::fromHex("834401");
        frame.append(char(slot / 256)).append(char(slot % 256));
        const auto events = feed(channel, frameOf(QByteArray(frame + QByteArray::fromHex("68016105"))));
        QCOMPARE(events.size(), std::size_t(1));
        const auto &error = std::get<SignalError>(std::get<Down>(events[0]).reason);
        QCOMPARE(error.headerError->kind, HeaderError::Kind::EmptySlot);
    }
    Channel channel(Cached, {});
    const auto events = feed(channel, headed(QByteArray::fromHex("5200")));
    const auto &error = std::get<Misunderstood>(events.at(0)).error;
    QCOMPARE(error.decodeError->code, term::DecodeError::Code::BadCacheReference);
    QVERIFY(!channel.isDown());
}

void tst_LinkCases::case13_churnOverAllEntries()
{
    // 20,000 names over 2,048 slots: what is read is what was meant.
    AtomCacheWriter writer;
    Channel channel(Cached, {});
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        const QByteArray name = "name" + QByteArray::number(i * 7919 % 20'000);
        writer.begin();
        const int number = writer.referTo(name);
        QVERIFY(number == 0);
        QByteArray frame = QByteArray::fromHex("8344");
        writer.appendHeader(frame);
        // {6, Pid, '', Name} with a payload.
        frame += QByteArray::fromHex("6804 6106 58 770361 4068 00000001 00000000 00000001 7700 5200 6a");
        for (const ChannelEvent &event : feed(channel, frameOf(frame))) {
            const auto *send = std::get_if<control::RegSend>(&std::get<Received>(event).signal.control);
            QVERIFY(send);
            QCOMPARE(send->to, QString::fromLatin1(name));
            ++read;
        }
    }
    QCOMPARE(read, 20'000);
}

void tst_LinkCases::case14_unknownControlMessages()
{
    Channel channel(masks::Recommended, {});
    int unknown = 0;
    for (int number = 0; number < 256; ++number) {
        if (!operationName(number).isEmpty())
            continue;
        const auto events = feed(channel, headed(QByteArray::fromHex("680161") + char(number)));
        const auto &error = std::get<Misunderstood>(events.at(0)).error;
        QCOMPARE(error.controlError->fault, ControlFault::UnknownOperation);
        QCOMPARE(error.controlError->operation, number);
        QVERIFY(!error.evidence.isEmpty());
        ++unknown;
    }
    QCOMPARE(unknown, 256 - 31);
    QVERIFY(!channel.isDown());
}

void tst_LinkCases::case14_wrongArities()
{
    Channel channel(masks::Recommended, {});
    for (int number = 0; number < 256; ++number) {
        for (int more = 0; more < 10; ++more) {
            QByteArray tuple = QByteArray("\x68", 1) + char(1 + more) + "\x61" + char(number);
            tuple += QByteArray(more, '\x6a');
            for (const ChannelEvent &event : feed(channel, headed(tuple))) {
                const bool isNodeLink = number == 5 && more == 0;
                QCOMPARE(std::holds_alternative<Received>(event), isNodeLink);
                QVERIFY(isNodeLink || std::holds_alternative<Misunderstood>(event));
            }
        }
    }
    QVERIFY(!channel.isDown());
}

void tst_LinkCases::case15_pidsThatClaimAnotherNode()
{
    const term::Pid claimed{QStringLiteral("someone@else"), 1, 2, 3};
    const term::Pid ours{QStringLiteral("us@h"), 1, 0, 9};
    Channel channel(masks::Recommended, {});
    const auto frame =
        SignalWriter(masks::Recommended).frame(control::Send{claimed, ours, {}}, Term::pid(claimed));
    const auto events = feed(channel, *frame);
    const Signal &signal = std::get<Received>(events.at(0)).signal;
    QCOMPARE(*std::get<control::Send>(signal.control).from, claimed);
    QCOMPARE(*signal.payload.decode()->toPid(), claimed);
}

void tst_LinkCases::case22_stepsOutOfOrder()
{
    // Each message of the acceptor at each step where the initiator does not expect it.
    const QList<QByteArray> packets = acceptorsPackets();
    QCOMPARE(packets.size(), 3);
    for (qsizetype before = 0; before < packets.size(); ++before) {
        for (qsizetype next = 0; next < packets.size(); ++next) {
            if (next == before)
                continue;
            const auto end = initiatorAfter(packets.first(before));
            QVERIFY(!end->error());
            end->take(end->machine.receive(packets[next], {}));
            QCOMPARE(end->machine.step(), HandshakeStep::Failed);
            QVERIFY(end->error());
        }
    }
}

void tst_LinkCases::case22_dataBeforeTheAck()
{
    const auto end = initiatorAfter(acceptorsPackets().first(2));
    QCOMPARE(end->machine.step(), HandshakeStep::AwaitAck);
    end->take(end->machine.receive(headed(QByteArray::fromHex("68016105")), {}));
    QCOMPARE(end->machine.step(), HandshakeStep::Failed);
    QVERIFY(end->leftover.isEmpty());
}

QTEST_APPLESS_MAIN(tst_LinkCases)
#include "tst_LinkCases.moc"
