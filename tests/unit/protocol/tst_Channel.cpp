#include <QtTest>

#include <QRandomGenerator>

#include "Fixture.h"
#include "protocol/link/Channel.h"
#include "protocol/link/SignalWriter.h"

using namespace nodescope;
using namespace nodescope::protocol;
using namespace nodescope::protocol::channel_event;
using term::Term;

namespace {

const Flags Cached = masks::Recommended | Flag::DistHdrAtomCache;
constexpr std::size_t HandshakeLines = 5;

std::vector<ChannelEvent> feed(Channel &channel, const QByteArray &bytes, qsizetype slice)
{
    std::vector<ChannelEvent> events;
    for (qsizetype i = 0; i < bytes.size(); i += slice) {
        for (ChannelEvent &event : channel.receive(bytes.mid(i, slice), {}).events)
            events.push_back(std::move(event));
    }
    return events;
}

// What a node sent in a captured link, as signals; fails the test on anything else.
std::vector<Signal> captured(const QString &file, Flags ours, qsizetype slice)
{
    const QByteArray bytes = Fixture::load(file).all(false, HandshakeLines);
    Channel channel(agreed(ours, masks::Default25), {});
    std::vector<Signal> all;
    for (ChannelEvent &event : feed(channel, bytes, slice)) {
        if (auto *received = std::get_if<Received>(&event))
            all.push_back(std::move(received->signal));
        else if (!std::holds_alternative<TickReceived>(event))
            qFatal("%s: event %d", qPrintable(file), int(event.index()));
    }
    return all;
}

std::vector<Operation> operations(const std::vector<Signal> &all)
{
    std::vector<Operation> list;
    list.reserve(all.size());
    for (const Signal &signal : all)
        list.push_back(signal.operation);
    return list;
}

const SignalError *downBy(const std::vector<ChannelEvent> &events)
{
    if (events.empty() || !std::holds_alternative<Down>(events.back()))
        return nullptr;
    return std::get_if<SignalError>(&std::get<Down>(events.back()).reason);
}

} // namespace

/// The connected phase: captured links, ticks, and what a hostile peer can do.
class tst_Channel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void capturedLinks_data();
    void capturedLinks();
    void capturedOperations();
    void capturedFragments();
    void ticks();
    void silentPeer();
    void wrongFormEndsTheLink();
    void emptyCacheSlotEndsTheLink();
    void strayFragmentEndsTheLink();
    void misunderstoodKeepsTheLink();
    void oversizedFrameKeepsTheLinkAndTheCache();
    void oversizedFragmentKeepsTheLink();
    void nothingAfterDown();
    void flippedBits();
    void randomFrames();
};

void tst_Channel::capturedLinks_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<quint64>("flags");
    QTest::newRow("header") << QStringLiteral("link_header.hex") << masks::Recommended.bits();
    QTest::newRow("pass-through") << QStringLiteral("link_passthrough.hex")
                                  << masks::Recommended.without(Flag::Fragments).bits();
    QTest::newRow("atom cache") << QStringLiteral("link_atom_cache.hex") << Cached.bits();
    QTest::newRow("least flags") << QStringLiteral("link_old_forms.hex") << masks::Minimum.bits();
}

void tst_Channel::capturedLinks()
{
    QFETCH(QString, file);
    QFETCH(quint64, flags);
    for (const qsizetype slice : {qsizetype(1), qsizetype(13), qsizetype(1 << 20)}) {
        const std::vector<Signal> all = captured(file, Flags(flags), slice);
        QVERIFY(!all.empty());
        // The first is rex's answer to erlang:node(): {Tag, 'capa@127.0.0.1'}.
        const auto *send = std::get_if<control::Send>(&all[0].control);
        QVERIFY(send);
        QCOMPARE(send->to, (term::Pid{QStringLiteral("probe@127.0.0.1"), 5, 0, 7}));
        QCOMPARE(send->from.has_value(), Flags(flags).contains(Flag::SendSender));
        const auto message = all[0].payload.decode();
        QVERIFY(message);
        QCOMPARE(message->at(1).atomText(), QStringLiteral("capa@127.0.0.1"));
        // Every payload decodes.
        for (const Signal &signal : all)
            QVERIFY(signal.payload.isNull() || signal.payload.decode());
    }
}

void tst_Channel::capturedOperations()
{
    const std::vector<Signal> all = captured(QStringLiteral("link_header.hex"), masks::Recommended, 100);
    const std::vector<Operation> expected{Operation::SendSender, Operation::SendSender,
                                          Operation::SpawnReply, Operation::PayloadMonitorPExit,
                                          Operation::SpawnReply, Operation::PayloadMonitorPExit,
                                          Operation::RegSend};
    QCOMPARE(operations(all), expected);
    QCOMPARE(all[3].reason().atomText(), QStringLiteral("done"));
    QCOMPARE(std::get<control::SpawnReply>(all[2].control).flags, control::SpawnReply::Monitored);
    QCOMPARE(std::get<control::RegSend>(all[6].control).to, QStringLiteral("logger_proxy"));

    std::vector<Operation> seen;
    for (const Signal &signal : captured(QStringLiteral("link_operations.hex"), masks::Recommended, 100)) {
        if (std::find(seen.begin(), seen.end(), signal.operation) == seen.end())
            seen.push_back(signal.operation);
    }
    for (const Operation operation : {Operation::MonitorP, Operation::Link, Operation::PayloadExit2,
                                      Operation::SendSender, Operation::RegSend})
        QVERIFY2(std::find(seen.begin(), seen.end(), operation) != seen.end(),
                 qPrintable(operationName(int(operation))));
    const auto old = operations(captured(QStringLiteral("link_operations_old.hex"), masks::Minimum, 100));
    QVERIFY(std::find(old.begin(), old.end(), Operation::Exit2) != old.end());
    QVERIFY(std::find(old.begin(), old.end(), Operation::Send) != old.end());
}

void tst_Channel::capturedFragments()
{
    const std::vector<Signal> all = captured(QStringLiteral("link_fragments.hex"), masks::Recommended, 1000);
    QVERIFY(!all.empty());
    QVERIFY(all[0].fragments >= 2);
    QCOMPARE(all[0].payload.decode()->at(1).toByteArray(), QByteArray("ab").repeated(35000));
}

void tst_Channel::ticks()
{
    using std::chrono::seconds;
    base::Instant now{};
    Channel channel(masks::Recommended, now);
    QCOMPARE(channel.deadline(), now + seconds(15));
    now += seconds(15);
    QCOMPARE(channel.timeout(now).toSend, tickFrame());
    // The peer has a quarter of a quarter more before its tick counts as missed.
    QCOMPARE(channel.deadline(), now + std::chrono::milliseconds(3750));
    now += seconds(10);
    const ChannelOutput answer = channel.receive(tickFrame(), now);
    QCOMPARE(answer.toSend, tickFrame());
    QVERIFY(std::holds_alternative<TickReceived>(answer.events.at(0)));
    QVERIFY(channel.receive(tickFrame(), now).toSend.isEmpty());
}

void tst_Channel::silentPeer()
{
    using std::chrono::seconds;
    base::Instant now{};
    Channel channel(masks::Recommended, now);
    std::vector<ChannelEvent> events;
    while (!channel.isDown()) {
        now = channel.deadline();
        for (const ChannelEvent &event : channel.timeout(now).events)
            events.push_back(event);
    }
    QCOMPARE(now, base::Instant() + seconds(60));
    QCOMPARE(events.size(), std::size_t(4));
    for (std::size_t i = 0; i < 3; ++i)
        QCOMPARE(std::get<TickMissed>(events[i]).silentQuarters, int(i) + 1);
    const auto &silent = std::get<Down::Silent>(std::get<Down>(events[3]).reason);
    QCOMPARE(silent.intervals, 4);
    QCOMPARE(silent.sinceLastRead, base::Duration(seconds(60)));
    QVERIFY(channel.isDown());
}

void tst_Channel::wrongFormEndsTheLink()
{
    Channel withHeader(masks::Recommended, {});
    QCOMPARE(downBy(feed(withHeader, frameOf(QByteArray::fromHex("70836801610583")), 100))->kind,
             SignalError::Kind::WrongForm);
    Channel passThrough(masks::Mandatory23, {});
    const auto events = feed(passThrough, frameOf(QByteArray::fromHex("83440068016105")), 100);
    QVERIFY(downBy(events));
    QCOMPARE(downBy(events)->kind, SignalError::Kind::WrongForm);
    QCOMPARE(downBy(events)->evidence, QByteArray::fromHex("83440068016105"));
}

void tst_Channel::emptyCacheSlotEndsTheLink()
{
    Channel channel(Cached, {});
    const auto events = feed(channel, frameOf(QByteArray::fromHex("834401000568016105")), 100);
    QVERIFY(downBy(events));
    QCOMPARE(downBy(events)->headerError->kind, HeaderError::Kind::EmptySlot);
}

void tst_Channel::strayFragmentEndsTheLink()
{
    Channel channel(masks::Recommended, {});
    const auto events =
        feed(channel, frameOf(QByteArray::fromHex("8346000000000000000100000000000000016162")), 100);
    QVERIFY(downBy(events));
    QCOMPARE(*downBy(events)->fragmentFault, FragmentAssembler::Fault::UnknownSequence);
}

void tst_Channel::misunderstoodKeepsTheLink()
{
    Channel channel(masks::Recommended, {});
    const auto body = [](const char *hex) {
        return frameOf(QByteArray(QByteArray("\x83\x44\x00", 3) + QByteArray::fromHex(hex)));
    };
    const QByteArray stream = body("680161ff")           // unknown operation
                              + body("68026101 6a")      // wrong arity
                              + body("79ffff")           // a tag that must not be sent
                              + body("68ff")             // truncated
                              + body("6803611677007700") // no pids
                              + body("52 05")            // a cache reference that the header lacks
                              + body("680161 05");       // NODE_LINK
    const auto events = feed(channel, stream, 3);
    QCOMPARE(events.size(), std::size_t(7));
    const std::vector<SignalError::Kind> kinds{
        SignalError::Kind::BadControl,         SignalError::Kind::BadControl,
        SignalError::Kind::UndecodableControl, SignalError::Kind::UndecodableControl,
        SignalError::Kind::BadControl,         SignalError::Kind::UndecodableControl};
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        const auto *error = std::get_if<Misunderstood>(&events[i]);
        QVERIFY(error);
        QCOMPARE(error->error.kind, kinds[i]);
        QVERIFY(!error->error.endsLink());
    }
    QVERIFY(std::holds_alternative<Received>(events[6]));
    QVERIFY(!channel.isDown());
    // A message that needs a payload and has none.
    const auto written =
        SignalWriter(masks::Recommended)
            .frame(control::Send{std::nullopt, {QStringLiteral("a@b"), 1, 2, 3}, {}}, Term::nil());
    QByteArray cut = written->mid(4);
    cut.chop(1);
    const auto missing = feed(channel, frameOf(cut), 100);
    QCOMPARE(std::get<Misunderstood>(missing.at(0)).error.kind, SignalError::Kind::MissingPayload);
}

void tst_Channel::oversizedFrameKeepsTheLinkAndTheCache()
{
    Limits limits;
    limits.frame = 64;
    Channel channel(Cached, {}, limits);
    // A long frame whose header caches an atom, and one that uses it.
    const QByteArray longOne = QByteArray::fromHex("834401080503") + "rex" + QByteArray(200, 'x');
    const auto events =
        feed(channel, frameOf(longOne) + frameOf(QByteArray::fromHex("83440100056801 6105")), 7);
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(std::get<Skipped>(events[0]).skipped.size, longOne.size());
    QCOMPARE(std::get<Skipped>(events[0]).skipped.head, longOne.left(EvidenceBytes));
    QVERIFY(std::holds_alternative<Received>(events[1]));
    QVERIFY(!channel.isDown());
}

void tst_Channel::oversizedFragmentKeepsTheLink()
{
    Limits limits;
    limits.frame = 64;
    const auto fragment = [](quint8 kind, quint8 number, const QByteArray &bytes) {
        QByteArray head = QByteArray("\x83", 1) + char(kind) + QByteArray(7, '\0') + '\1' +
                          QByteArray(7, '\0') + char(number);
        return frameOf(QByteArray(head + bytes));
    };
    const QByteArray end = frameOf(QByteArray::fromHex("83440068016105"));
    for (int which = 0; which < 3; ++which) {
        Channel channel(masks::Recommended, {}, limits);
        const auto bytes = [which](int at) { return QByteArray(which == at ? 200 : 10, 'x'); };
        const QByteArray stream = fragment(69, 3, QByteArray(1, '\0') + bytes(0)) +
                                  fragment(70, 2, bytes(1)) + fragment(70, 1, bytes(2)) + end;
        const auto events = feed(channel, stream, 9);
        QCOMPARE(events.size(), std::size_t(2));
        QVERIFY(std::holds_alternative<Skipped>(events[0]));
        QVERIFY(std::holds_alternative<Received>(events[1]));
    }
}

void tst_Channel::nothingAfterDown()
{
    Channel channel(masks::Recommended, {});
    QVERIFY(downBy(feed(channel, frameOf("?") + frameOf(QByteArray::fromHex("83440068016105")), 1000)));
    QVERIFY(channel.receive(tickFrame(), {}).events.empty());
    QVERIFY(channel.timeout(base::Instant() + std::chrono::hours(1)).events.empty());
}

void tst_Channel::flippedBits()
{
    // Bits of every byte of a captured link with atom cache: events or a typed end, and bounded memory.
    const QByteArray bytes = Fixture::load(QStringLiteral("link_atom_cache.hex")).all(false, HandshakeLines);
    for (qsizetype bit = 0; bit < bytes.size() * 8; bit += 3) {
        QByteArray changed = bytes;
        changed[bit / 8] = char(changed[bit / 8] ^ (1 << (bit % 8)));
        Channel channel(agreed(Cached, masks::Default25), {});
        for (const ChannelEvent &event : feed(channel, changed, 4096)) {
            if (const auto *received = std::get_if<Received>(&event))
                (void)received->signal.payload.decode();
        }
    }
}

void tst_Channel::randomFrames()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 30000; ++round) {
        QByteArray body(random.bounded(1, 60), '\0');
        for (char &byte : body)
            byte = char(random.generate());
        body.prepend(round % 3 ? QByteArray("\x83", 1) + char(68 + random.bounded(3))
                               : QByteArray("\x70\x83", 2));
        Channel channel(round % 3 ? Cached : masks::Mandatory23, {});
        (void)feed(channel, frameOf(body), 1000);
    }
}

QTEST_APPLESS_MAIN(tst_Channel)
#include "tst_Channel.moc"
