#include <QtTest>

#include "protocol/link/Channel.h"
#include "protocol/link/SignalWriter.h"
#include "support/RandomTerm.h"

using namespace nodescope;
using namespace nodescope::protocol;
using namespace nodescope::protocol::control;
using term::Pid;
using term::Term;

namespace {

const Flags Fragmented = masks::Recommended;
const Flags Cached = masks::Recommended | Flag::DistHdrAtomCache;
const Flags CachedOnly = Cached.without(Flag::Fragments);

Pid ours(quint32 id)
{
    return {QStringLiteral("a@h"), id, 0, 11};
}
const Pid Theirs{QStringLiteral("b@h"), 7, 1, 12};

Send from(quint32 id)
{
    return {ours(id), Theirs, {}};
}

// What a peer with the same flags reads.
std::vector<Signal> read(Channel &peer, const QByteArray &bytes)
{
    std::vector<Signal> all;
    for (ChannelEvent &event : peer.receive(bytes, {}).events) {
        if (auto *received = std::get_if<channel_event::Received>(&event))
            all.push_back(std::move(received->signal));
        else
            qFatal("event %d", int(event.index()));
    }
    return all;
}

Term payloadOf(const Signal &signal)
{
    const auto decoded = signal.payload.decode();
    return decoded ? *decoded : Term();
}

QList<qsizetype> frameSizes(const QByteArray &bytes)
{
    std::vector<frame::Event> frames;
    FrameReader().receive(bytes, frames);
    QList<qsizetype> sizes;
    for (const frame::Event &event : frames)
        sizes << std::get<frame::Body>(event).bytes.size();
    return sizes;
}

Term bytes(qsizetype size, char filling = 'x')
{
    return Term::binary(QByteArray(size, filling));
}

} // namespace

/// Signals with cached atoms and in fragments, read by our own receiver.
class tst_SignalSender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutEitherItWritesWhatTheWriterDoes()
    {
        const Term hello = Term::tuple({Term::atom(u"hello"), Term::integer(1)});
        for (const Flags flags : {Fragmented, masks::Mandatory23, masks::Minimum}) {
            SignalSender sender(flags);
            const SignalWriter writer(flags);
            QByteArray out;
            QVERIFY(!sender.send(from(1), hello, out));
            QCOMPARE(out, writer.frame(from(1), hello).value());
            out.clear();
            QVERIFY(!sender.send(Exit{ours(1), Theirs, hello, {}}, {}, out));
            QCOMPARE(out, writer.frame(Exit{ours(1), Theirs, hello, {}}).value());
            QVERIFY(!sender.hasMore());
            QCOMPARE(sender.frames(), 2u);
        }
    }

    void errorsChangeNothing()
    {
        SignalSender sender(Cached);
        Channel peer(Cached, {});
        QByteArray out;
        using Kind = WriteError::Kind;
        QCOMPARE(sender.send(from(1), {}, out)->kind, Kind::MissingPayload);
        QCOMPARE(sender.send(Link{ours(1), Theirs}, Term::nil(), out)->kind, Kind::SuperfluousPayload);
        QVERIFY(out.isEmpty());
        QVERIFY(!sender.send(from(1), Term::atom(u"fine"), out));
        QCOMPARE(payloadOf(read(peer, out).at(0)), Term::atom(u"fine"));
    }

    void cachedAtomsAreReadBack_data()
    {
        QTest::addColumn<quint64>("flags");
        QTest::newRow("cache") << CachedOnly.bits();
        QTest::newRow("cache and fragments") << Cached.bits();
    }
    void cachedAtomsAreReadBack()
    {
        QFETCH(quint64, flags);
        SignalSender sender{Flags(flags)};
        Channel peer(Flags(flags), {});
        test::RandomTerm random(7);
        for (int i = 0; i < 500; ++i) {
            const Term term = Term::tuple({Term::atom(u"again"), random.next(), Term::atom(u"again")});
            QByteArray out;
            QVERIFY(!sender.send(from(1), term, out));
            sender.more(out, 1 << 24);
            const std::vector<Signal> all = read(peer, out);
            QCOMPARE(all.size(), std::size_t(1));
            QCOMPARE(payloadOf(all[0]), term);
        }
    }

    void headersOfEveryLengthInTheSameMemory()
    {
        SignalSender sender(Cached);
        Channel peer(Cached, {});
        test::RandomTerm random(8);
        QByteArray out;
        qsizetype longest = 0;
        for (int i = 0; i < 300; ++i) {
            // Headers grow, shrink and stay, at the beginning of the memory and behind another frame.
            const Term many = random.next();
            const Term one = Term::atom(QStringLiteral("atom%1").arg(i % 7));
            out.resize(0);
            QVERIFY(!sender.send(from(1), i % 3 == 0 ? many : one, out));
            QVERIFY(!sender.send(from(2), i % 3 == 1 ? many : one, out));
            longest = qMax(longest, out.size());
            const std::vector<Signal> both = read(peer, out);
            QCOMPARE(both.size(), std::size_t(2));
            QCOMPARE(payloadOf(both[0]), i % 3 == 0 ? many : one);
            QCOMPARE(payloadOf(both[1]), i % 3 == 1 ? many : one);
        }
        // Memory that is used again does not grow by being used.
        QVERIFY2(out.capacity() < 4 * longest + 16 * 1024, qPrintable(QString::number(out.capacity())));
    }

    void theCacheSavesBytes()
    {
        SignalSender sender(CachedOnly);
        const Term term = Term::tuple({Term::atom(u"a_rather_long_atom_for_a_message"), Term::integer(1)});
        QByteArray first;
        QByteArray second;
        QVERIFY(!sender.send(from(1), term, first));
        QVERIFY(!sender.send(from(1), term, second));
        // Length, 131 68 3, two bytes of flags, three slots; {22, Pid, Pid}; {Atom, 1}.
        QCOMPARE(second.mid(4, 3), QByteArray::fromHex("834403"));
        QCOMPARE(second.size(), 4 + 3 + 2 + 3 + (2 + 2 + 2 * 15) + (2 + 2 + 2));
        QVERIFY(first.size() > second.size() + 32);
    }

    void aLongPayloadLeavesInFragments()
    {
        SignalSender sender(Fragmented);
        Channel peer(Fragmented, {});
        const Term large = bytes(200'000);
        QByteArray out;
        QVERIFY(!sender.send(from(1), large, out));
        QVERIFY(sender.hasMore());
        QVERIFY(read(peer, out).empty());
        const qsizetype first = out.size();
        out.clear();
        sender.more(out, 1 << 24);
        QVERIFY(!sender.hasMore());
        QCOMPARE(sender.waitingBytes(), 0);
        // As OTP's: four frames. What follows 131 70: sequence and number.
        QCOMPARE(frameSizes(out), QList<qsizetype>({65536 + 18, 65536 + 18, 200'005 - 3 * 65536 + 18}));
        QCOMPARE(out.mid(4, 18), QByteArray::fromHex("8346 0000000000000001 0000000000000003"));
        QVERIFY(first < 65536 + 18 + 100);
        const std::vector<Signal> all = read(peer, out);
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].fragments, 4);
        QCOMPARE(payloadOf(all[0]), large);
    }

    void aFragmentThatIsJustFullNeedsNoOther()
    {
        SignalSender sender(Fragmented);
        QByteArray out;
        QVERIFY(!sender.send(from(1), bytes(65536 - 5), out));
        QVERIFY(!sender.hasMore());
        QCOMPARE(out.mid(4, 2), QByteArray::fromHex("8344"));
        QVERIFY(!sender.send(from(2), bytes(2 * 65536 - 5), out));
        QVERIFY(sender.hasMore());
        out.clear();
        sender.more(out, 1 << 24);
        QCOMPARE(frameSizes(out), QList<qsizetype>({65536 + 18}));
    }

    void othersOvertakeALongMessageButItsSenderDoesNot()
    {
        for (const Flags flags : {Fragmented, Cached}) {
            SignalSender sender(flags);
            Channel peer(flags, {});
            QByteArray out;
            QVERIFY(!sender.send(from(1), bytes(300'000), out));
            QVERIFY(!sender.send(from(1), Term::atom(u"second"), out));
            QVERIFY(!sender.send(Unlink{5, ours(1), Theirs}, {}, out));
            QVERIFY(!sender.send(from(2), Term::atom(u"overtakes"), out));
            std::vector<Signal> all = read(peer, out);
            QCOMPARE(all.size(), std::size_t(1));
            QCOMPARE(payloadOf(all[0]), Term::atom(u"overtakes"));
            out.clear();
            sender.more(out, 1); // one fragment
            QVERIFY(read(peer, out).empty());
            QVERIFY(!sender.send(from(1), Term::atom(u"last"), out));
            out.clear();
            sender.more(out, 1 << 24);
            all = read(peer, out);
            QCOMPARE(all.size(), std::size_t(4));
            QCOMPARE(payloadOf(all[0]).size(), 300'000);
            QCOMPARE(payloadOf(all[1]), Term::atom(u"second"));
            QVERIFY(std::holds_alternative<Unlink>(all[2].control));
            QCOMPARE(payloadOf(all[3]), Term::atom(u"last"));
            QCOMPARE(sender.waitingBytes(), 0);
        }
    }

    void longMessagesTakeTurns()
    {
        SignalSender sender(Cached);
        Channel peer(Cached, {});
        QByteArray out;
        for (quint32 id = 1; id <= 3; ++id)
            QVERIFY(!sender.send(from(id), bytes(200'000, char('0' + id)), out));
        // A second long one of the first sender, which goes on by itself when it may.
        QVERIFY(!sender.send(from(1), bytes(100'000, '9'), out));
        std::vector<Signal> all = read(peer, out);
        QList<quint8> sequences;
        while (sender.hasMore()) {
            out.clear();
            sender.more(out, 1);
            sequences << quint8(out.at(13));
            for (Signal &signal : read(peer, out))
                all.push_back(std::move(signal));
        }
        QCOMPARE(sequences.mid(0, 6), QList<quint8>({1, 2, 3, 1, 2, 3}));
        QCOMPARE(all.size(), std::size_t(4));
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(payloadOf(all[i]).toByteArray().at(0), char('1' + i));
        QCOMPARE(payloadOf(all[3]).toByteArray(), QByteArray(100'000, '9'));
    }

    void beyondTheLimitMessagesLeaveWhole()
    {
        SendOptions options;
        options.openMessages = 2;
        options.fragment = 10;
        SignalSender sender(Fragmented, options);
        Channel peer(Fragmented, {});
        QByteArray out;
        for (quint32 id = 1; id <= 3; ++id)
            QVERIFY(!sender.send(from(id), bytes(100), out));
        QCOMPARE(read(peer, out).size(), std::size_t(1));
        out.clear();
        sender.more(out, 1 << 20);
        QCOMPARE(read(peer, out).size(), std::size_t(2));
    }

    void aReasonInThePayloadIsFragmentedToo()
    {
        SignalSender sender(Fragmented);
        Channel peer(Fragmented, {});
        const Term reason = bytes(150'000);
        QByteArray out;
        QVERIFY(!sender.send(MonitorExit{ours(1), Theirs, {QStringLiteral("b@h"), 12, {1, 2, 3}}, reason}, {},
                             out));
        sender.more(out, 1 << 24);
        const std::vector<Signal> all = read(peer, out);
        QCOMPARE(all.size(), std::size_t(1));
        QCOMPARE(all[0].reason(), reason);
        QCOMPARE(all[0].fragments, 3);
    }
};

QTEST_APPLESS_MAIN(tst_SignalSender)
#include "tst_SignalSender.moc"
