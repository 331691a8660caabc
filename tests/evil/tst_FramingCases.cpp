#include <QTest>

#include "Script.h"
#include "Wire.h"
#include "protocol/handshake/Handshake.h"
#include "protocol/link/Channel.h"

using namespace nodescope;
using namespace nodescope::protocol;
using namespace nodescope::test::evil;

/// The cases of robustness.md on framing that concern every link: 10 and 11. (12 to 14 are rows of
/// tst_EvilLinks.)
class tst_FramingCases : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void case10_hugeLengthBeforeAuthentication_data()
    {
        QTest::addColumn<int>("prefix");
        QTest::addColumn<int>("role");
        for (const LengthPrefix prefix : {LengthPrefix::TwoBytes, LengthPrefix::FourBytes}) {
            QTest::addRow("dialling, %d bytes of length", int(prefix)) << int(prefix) << int(Role::Initiator);
            QTest::addRow("dialled, %d bytes of length", int(prefix)) << int(prefix) << int(Role::Acceptor);
        }
    }
    void case10_hugeLengthBeforeAuthentication()
    {
        QFETCH(int, prefix);
        QFETCH(int, role);
        ChallengeBook book;
        HandshakeSettings settings = settingsOf(Role(role));
        settings.prefix = LengthPrefix(prefix);
        Handshake machine(Role(role), settings, book);
        (void)machine.start({});
        const HandshakeOutput output = machine.receive(QByteArray(64, '\xff'), {});
        const auto *failed = std::get_if<handshake_event::Failed>(&output.events.back());
        QVERIFY(failed);
        QVERIFY(failed->error.as<handshake_failure::NotErlang>());
        QCOMPARE(failed->error.offset, qint64(0));
        QVERIFY(output.toSend.isEmpty());
    }

    void case10_hugeLengthAfterAuthentication()
    {
        // The whole 4 GiB: drained as they come, and told by a placeholder; what follows is read.
        Channel channel(Flags(GoodFlags), {});
        const QByteArray chunk(64 * 1024 * 1024, 'x');
        std::vector<ChannelEvent> events;
        const auto take = [&](QByteArrayView bytes) {
            for (ChannelEvent &event : channel.receive(bytes, {}).events)
                events.push_back(std::move(event));
        };
        take(QByteArray::fromHex("ffffffff834400"));
        quint64 left = 0xffffffff - 3;
        while (left > 0) {
            const quint64 size = qMin(left, quint64(chunk.size()));
            take(QByteArrayView(chunk).first(qsizetype(size)));
            left -= size;
        }
        QCOMPARE(events.size(), std::size_t(1));
        const auto *skipped = std::get_if<channel_event::Skipped>(&events.front());
        QVERIFY(skipped);
        QCOMPARE(skipped->skipped.size, qint64(0xffffffff));
        QCOMPARE(skipped->skipped.head.size(), EvidenceBytes);
        take(QByteArray(4, '\0'));
        QVERIFY(std::holds_alternative<channel_event::TickReceived>(events.back()));
    }

    void case11_everySplitPointOfAHandshake()
    {
        for (const Role role : {Role::Initiator, Role::Acceptor}) {
            const QByteArray whole = conversation(role, {});
            QVERIFY(!whole.isEmpty());
            for (qsizetype split = 0; split < whole.size(); ++split)
                QCOMPARE(conversation(role, {split}), whole);
            QList<qsizetype> everywhere;
            for (qsizetype at = 0; at < whole.size(); ++at)
                everywhere.append(at);
            QCOMPARE(conversation(role, everywhere), whole);
        }
    }

    void case11_everySplitPointOfALink()
    {
        const QByteArray bytes = linkBytes();
        const QString whole = eventsOf({bytes});
        QCOMPARE(whole.count(u';'), 6);
        for (qsizetype split = 1; split < bytes.size(); ++split)
            QCOMPARE(eventsOf({bytes.left(split), bytes.mid(split)}), whole);
        QByteArrayList single;
        for (const char byte : bytes)
            single.append(QByteArray(1, byte));
        QCOMPARE(eventsOf(single), whole);
    }

    void case11_oneByteASecond()
    {
        // On a link every byte is a sign of life, and the result is the same.
        Channel channel(Flags(GoodFlags), {}, smallFrames());
        base::Instant now{};
        QString events;
        for (const char byte : linkBytes()) {
            now += std::chrono::seconds(1);
            append(events, channel.receive(QByteArrayView(&byte, 1), now));
            append(events, channel.timeout(now));
        }
        QCOMPARE(events, eventsOf({linkBytes()}));

        // In a handshake a step has seven seconds, however they are spent.
        ChallengeBook book;
        Handshake machine(Role::Initiator, settingsOf(Role::Initiator), book);
        now = {};
        (void)machine.start(now);
        HandshakeOutput output;
        for (const char byte : QByteArray(packet(challengeBody("eve@127.0.0.1")))) {
            now += std::chrono::seconds(1);
            output = machine.receive(QByteArrayView(&byte, 1), now);
            if (output.events.empty())
                output = machine.timeout(now);
            if (machine.isOver())
                break;
        }
        QCOMPARE(now, base::Instant{} + std::chrono::seconds(7));
        QVERIFY(
            std::get<handshake_event::Failed>(output.events.back()).error.as<handshake_failure::TimedOut>());
    }

private:
    [[nodiscard]] static HandshakeSettings settingsOf(Role role)
    {
        HandshakeSettings settings;
        settings.ownName = base::NodeName::literal(u"me@127.0.0.1");
        settings.flags = Flags(GoodFlags);
        settings.cookie = base::Secret("cookie");
        if (role == Role::Initiator)
            settings.expectedPeer = base::NodeName::literal(u"eve@127.0.0.1");
        return settings;
    }

    // What our end says to a fixed peer whose bytes are cut at these places, and how it ends.
    [[nodiscard]] static QByteArray conversation(Role role, const QList<qsizetype> &cuts)
    {
        ChallengeBook book([] { return 0x11223344u; });
        Handshake machine(role, settingsOf(role), book);
        QByteArray said;
        bool up = false;
        const auto take = [&](const HandshakeOutput &output) {
            said += output.toSend;
            for (const HandshakeEvent &event : output.events) {
                up |= std::holds_alternative<handshake_event::Completed>(event);
                if (std::holds_alternative<handshake_event::DecisionWanted>(event)) {
                    const HandshakeOutput decided =
                        machine.decide({HandshakeStatus::Ok, base::Secret("cookie"), {}, 0}, {});
                    said += decided.toSend + decided.leftover;
                    up |= !decided.events.empty() &&
                          std::holds_alternative<handshake_event::Completed>(decided.events.back());
                }
            }
            said += output.leftover;
        };
        const QByteArray proof = digestOf("cookie", 0x11223344u);
        QByteArray bytes;
        if (role == Role::Initiator)
            bytes = status("ok") + packet(challengeBody("eve@127.0.0.1")) + packet(ackBody(proof));
        else
            bytes = packet(nameBody("eve@127.0.0.1")) + packet(replyBody(5, proof));
        bytes += headed(tuple({small(5)}));
        take(machine.start({}));
        qsizetype from = 0;
        for (const qsizetype cut : cuts) {
            if (cut <= from || cut >= bytes.size())
                continue;
            take(machine.receive(QByteArrayView(bytes).sliced(from, cut - from), {}));
            from = cut;
        }
        take(machine.receive(QByteArrayView(bytes).sliced(from), {}));
        return up ? said : QByteArray();
    }

    [[nodiscard]] static Limits smallFrames()
    {
        Limits limits;
        limits.frame = 256;
        return limits;
    }

    // Six events: a signal, a tick, a message in fragments, an unknown operation, one too long, a tick.
    [[nodiscard]] static QByteArray linkBytes()
    {
        const QByteArray from = pid("eve@h", 1, 1);
        const QByteArray message = tuple({small(6), from, atom(""), atom("me")}) + QByteArray("j");
        const auto fragment = [](const char *kind, quint64 left) -> QByteArray {
            return QByteArray::fromHex(kind) + number(quint64(9)) + number(left);
        };
        return headed(tuple({small(1), from, from})) + QByteArray(4, '\0') +
               test::evil::frame(fragment("8345", 2) + QByteArray(1, '\0') + message.left(7)) +
               test::evil::frame(fragment("8346", 1) + message.mid(7)) + headed(tuple({small(99)})) +
               test::evil::frame(QByteArray::fromHex("834400") + QByteArray(300, 'x')) + QByteArray(4, '\0');
    }

    static void append(QString &text, const ChannelOutput &output)
    {
        for (const ChannelEvent &event : output.events) {
            text += QString::number(event.index());
            if (const auto *received = std::get_if<channel_event::Received>(&event))
                text += QStringLiteral(" %1 %2 %3")
                            .arg(int(received->signal.operation))
                            .arg(received->signal.size)
                            .arg(received->signal.fragments);
            else if (const auto *skipped = std::get_if<channel_event::Skipped>(&event))
                text += u' ' + QString::number(skipped->skipped.size);
            text += u';';
        }
    }

    [[nodiscard]] static QString eventsOf(const QByteArrayList &slices)
    {
        Channel channel(Flags(GoodFlags), {}, smallFrames());
        QString text;
        for (const QByteArray &slice : slices)
            append(text, channel.receive(slice, {}));
        return text;
    }
};

QTEST_APPLESS_MAIN(tst_FramingCases)
#include "tst_FramingCases.moc"
