// The handshake in steps, in either role: any peer, and a person who releases each message of ours as it is
// or changed in any of its fields.

#include <memory>

#include "FuzzInput.h"
#include "HandshakeRun.h"
#include "protocol/handshake/SteppedHandshake.h"

using namespace nodescope;
using namespace nodescope::fuzz;

namespace {

enum Choice : quint8 { FourBytes = 1, Acceptor = 2, AnyPeer = 32, Play = 64, NoCookie = 128 };

SteppedSettings settingsOf(quint8 choice)
{
    SteppedSettings settings;
    settings.prefix = choice & FourBytes ? LengthPrefix::FourBytes : LengthPrefix::TwoBytes;
    settings.ownName = base::NodeName::literal(u"probe@127.0.0.1");
    settings.creation = 7;
    if (!(choice & AnyPeer))
        settings.expectedPeer = base::NodeName::literal(u"capa@127.0.0.1");
    if (!(choice & NoCookie))
        settings.cookie = cookie();
    settings.dynamicName = base::NodeName::literal(u"1A2B3C@127.0.0.1");
    settings.dynamicCreation = 77;
    return settings;
}

/// One handshake in steps under fire, with what must hold after every call.
class SteppedRun
{
public:
    SteppedRun(quint8 choice, quint32 challenge)
        : m_role(choice & Acceptor ? Role::Acceptor : Role::Initiator)
        , m_settings(settingsOf(choice))
        , m_next(challenge)
        , m_book([this] { return std::exchange(m_first, false) ? OtherChallenge : m_next++; })
        , m_other(m_book.issue())
        , m_machine(std::make_unique<SteppedHandshake>(m_role, m_settings, m_book))
    {
        take(m_machine->start(m_now));
    }
    /// What it held is free when it is gone; the challenge of another handshake is not.
    ~SteppedRun()
    {
        m_machine.reset();
        FUZZ_CHECK(m_book.count() == 1 && m_book.isOutstanding(OtherChallenge));
    }
    Q_DISABLE_COPY_MOVE(SteppedRun)

    void receive(QByteArrayView bytes) { take(m_machine->receive(bytes, m_now)); }
    void close() { take(m_machine->peerClosed(m_now)); }
    void release(const HandshakeChange &change = {})
    {
        const bool waits = m_machine->proposal() != nullptr;
        m_mayBeAnything = change.digest || !change.cookie.isNull();
        const SteppedOutput output = m_machine->release(change, m_now);
        FUZZ_CHECK(waits || (output.toSend.isEmpty() && output.messages.empty()));
        take(output);
        m_mayBeAnything = false;
    }
    /// As the person who goes on at once.
    void releaseAll()
    {
        while (m_machine->proposal())
            release();
    }
    void wait(base::Duration duration)
    {
        m_now += duration;
        take(m_machine->timeout(m_now));
        const auto deadline = m_machine->deadline();
        FUZZ_CHECK(!deadline || *deadline > m_now);
    }
    [[nodiscard]] bool isOver() const { return m_machine->isOver(); }
    [[nodiscard]] const QByteArray &log() const { return m_log; }
    [[nodiscard]] QByteArray framed(QByteArrayView body) const { return withLength(m_settings.prefix, body); }
    /// What a peer would send that knows the cookie.
    [[nodiscard]] QByteArray honestProof(quint32 theirs) const
    {
        return fuzz::honestProof(m_role, m_settings.prefix, ownChallenge(), theirs);
    }
    [[nodiscard]] quint32 ownChallenge() const { return m_issued.value_or(0); }

private:
    void take(const SteppedOutput &output)
    {
        QByteArray said;
        for (const SteppedMessage &message : output.messages) {
            FUZZ_CHECK(!m_ended); // nothing is said or heard behind the end
            said += note(message);
        }
        FUZZ_CHECK(output.toSend == said);
        FUZZ_CHECK(m_book.isOutstanding(OtherChallenge));
        // One of ours at a time, whatever a person makes of it.
        FUZZ_CHECK(m_book.count() <= 2);
        const bool over = m_machine->isOver();
        FUZZ_CHECK(!over || (!m_machine->proposal() && !m_machine->deadline()));
        FUZZ_CHECK(over || m_machine->proposal() || m_machine->deadline());
        FUZZ_CHECK(!m_machine->error() || over);
        if (over && !m_ended)
            end();
        m_ended = over;
    }
    QByteArray note(const SteppedMessage &message)
    {
        const bool sent = message.message.direction == HandshakeMessage::Direction::Sent;
        m_log += (sent ? "> " : "< ") + message.message.packet.toHex() + '\n';
        if (!sent) {
            FUZZ_CHECK(message.changed.empty());
            m_received = message.message.body;
            return {};
        }
        if (const auto *reply = std::get_if<ReplyMessage>(&message.message.body)) {
            m_issued = reply->challenge;
            checkSigned(reply->digest);
        } else if (const auto *ack = std::get_if<AckMessage>(&message.message.body)) {
            checkSigned(ack->digest);
        } else if (const auto *challenge = std::get_if<ChallengeMessage>(&message.message.body)) {
            m_issued = challenge->challenge;
        }
        return message.message.packet;
    }
    /// No digest leaves that would answer a challenge of our own; as acceptor none but for who proved the
    /// cookie; none to another node than the one that is meant.
    void checkSigned(const Digest &digest)
    {
        FUZZ_CHECK(!m_settings.cookie.isNull());
        FUZZ_CHECK(m_settings.expectedPeer.isNull() ||
                   m_machine->peerName() == m_settings.expectedPeer.text());
        if (m_role == Role::Acceptor)
            FUZZ_CHECK(m_machine->proof() && m_machine->proof()->digestMatches(cookie()));
        FUZZ_CHECK(digest != Digest::of(cookie(), OtherChallenge));
        if (!m_mayBeAnything)
            FUZZ_CHECK(m_received && digest == Digest::of(cookie(), theirChallenge()));
    }
    [[nodiscard]] quint32 theirChallenge() const
    {
        const auto *reply = std::get_if<ReplyMessage>(&*m_received);
        const auto *challenge = std::get_if<ChallengeMessage>(&*m_received);
        FUZZ_CHECK(reply || challenge);
        return reply ? reply->challenge : challenge->challenge;
    }
    void end()
    {
        if (const HandshakeError *error = m_machine->error()) {
            FUZZ_CHECK(error->evidence.size() <= EvidenceBytes);
            FUZZ_CHECK(!error->evidence.startsWith('r') && !error->evidence.startsWith('a'));
            FUZZ_CHECK(error->sinceStart >= error->sinceLastSend);
            m_log += QByteArray("failed ") + reasonName(error->reason) + ' ' + stepName(error->step) + '\n';
        } else {
            FUZZ_CHECK(m_machine->proof());
            m_log += "up " + m_machine->peerName().toUtf8() + '\n';
        }
    }

    const Role m_role;
    const SteppedSettings m_settings;
    bool m_first = true;
    quint32 m_next;
    ChallengeBook m_book;
    std::optional<ChallengeBook::Ticket> m_other;
    std::unique_ptr<SteppedHandshake> m_machine;
    base::Instant m_now{};
    std::optional<quint32> m_issued;
    std::optional<HandshakeBody> m_received;
    QByteArray m_log;
    bool m_ended = false;
    bool m_mayBeAnything = false; ///< the digest that is sent now is what a person chose
};

HandshakeChange changeFrom(Input &input)
{
    HandshakeChange change;
    const quint8 fields = input.byte();
    const auto number = [&input] { return ByteReader(input.take(4)).u32(); };
    if (fields & 1)
        change.cookie = base::Secret("another");
    if (fields & 2)
        change.digest =
            Digest::fromBytes(input.take(Digest::Size).toByteArray().leftJustified(Digest::Size, '\0'));
    if (fields & 4)
        change.flags = Flags(quint64(number()) << 32 | number());
    if (fields & 8)
        change.name = QString::fromLatin1(input.take(input.byte()));
    if (fields & 16)
        change.creation = number();
    if (fields & 32)
        change.challenge = number();
    if (fields & 64)
        change.status = input.take(input.byte() % 32).toByteArray();
    if (fields & 128)
        change.length = number();
    return change;
}

void play(SteppedRun &run, Input &input)
{
    while (!input.isEmpty()) {
        switch (const quint8 deed = input.byte(); deed % 8) {
        case 5:
            run.release();
            break;
        case 6:
            run.release(changeFrom(input));
            break;
        default:
            doAsPeer(run, input, deed % 8, deed);
        }
    }
    // Whoever goes on, or waits, comes to an end.
    for (int i = 0; i < 8 && !run.isOver(); ++i) {
        run.releaseAll();
        run.wait(std::chrono::seconds(30));
    }
    FUZZ_CHECK(run.isOver());
}

/// Raw bytes to who goes on at once, whole and in slices, come to the same.
void checkSlices(quint8 choice, quint32 challenge, QByteArrayView bytes, quint8 slices)
{
    const SteppedSettings settings = settingsOf(choice);
    bytes = bytes.first(qMin(bytes.size(), qsizetype(settings.limits.handshakePacket)));
    SteppedRun whole(choice, challenge);
    whole.releaseAll();
    whole.receive(bytes);
    whole.releaseAll();
    SteppedRun sliced(choice, challenge);
    sliced.releaseAll();
    inSlices(bytes, slices, [&sliced](QByteArrayView slice) {
        sliced.receive(slice);
        sliced.releaseAll();
    });
    FUZZ_CHECK(sliced.isOver() == whole.isOver());
    whole.close();
    sliced.close();
    FUZZ_SAME(sliced.log(), whole.log());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const quint8 slices = input.byte();
    const quint32 challenge = ByteReader(input.take(4)).u32();
    if (choice & Play) {
        SteppedRun run(choice, challenge);
        play(run, input);
    } else {
        checkSlices(choice, challenge, input.rest(), slices);
    }
    return 0;
}
