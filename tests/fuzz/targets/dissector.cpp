// An observer of a link between two others: bytes of both directions in any order, losses and ends.

#include "protocol/dissect/Dissector.h"
#include "Described.h"

using namespace nodescope;
using namespace nodescope::fuzz;
using namespace nodescope::protocol;

namespace {

enum Choice : quint8 { LittleHeld = 1, Middle = 2, TightLimits = 4 };

QByteArray described(const DissectorEvent &event)
{
    using namespace dissector_event;
    if (const auto *message = event.as<handshake_event::Message>())
        return "message " + message->message.packet.toHex();
    if (const auto *completed = event.as<handshake_event::Completed>())
        return "completed " + number(qint64(completed->result.agreedFlags.bits()));
    if (const auto *failed = event.as<HandshakeFailed>()) {
        FUZZ_CHECK(failed->error.evidence.size() <= EvidenceBytes);
        return QByteArray("failed ") + reasonName(failed->error.reason);
    }
    if (const auto *received = event.as<channel_event::Received>())
        return fuzz::described(received->signal);
    if (const auto *misunderstood = event.as<channel_event::Misunderstood>())
        return fuzz::described(misunderstood->error);
    if (const auto *gap = event.as<Gap>())
        return "gap " + number(int(gap->cause)) + number(gap->length) + number(gap->framingKept) +
               number(gap->messagesLost);
    if (const auto *undecodable = event.as<Undecodable>())
        return "undecodable " + number(int(undecodable->since)) + number(undecodable->bytes);
    if (const auto *closed = event.as<Closed>())
        return "closed " + number(closed->reset) + number(closed->unfinished);
    return "event " + number(qint64(event.what.index()));
}

struct Run
{
    Dissector dissector;
    bool slices;
    QByteArray log;

    void take(const DissectorEvents &events)
    {
        for (const DissectorEvent &event : events) {
            FUZZ_CHECK(event.offset >= 0);
            log += number(int(event.sender)) + number(event.offset) + described(event) + '\n';
        }
    }
    void bytes(Role sender, QByteArrayView bytes, quint8 seed)
    {
        const auto feed = [this, sender](QByteArrayView slice) {
            take(dissector.receive(sender, slice, base::Instant()));
        };
        if (slices)
            inSlices(bytes, seed, feed);
        else
            feed(bytes);
    }
    /// A list of deeds: a length of up to 127 with the sender above it, then so many bytes; or 0 and what
    /// else can happen.
    void play(Input input)
    {
        const quint8 seed = input.byte();
        while (!input.isEmpty()) {
            const quint8 head = input.byte();
            const Role sender = head & 0x80 ? Role::Acceptor : Role::Initiator;
            if (head & 0x7f) {
                bytes(sender, input.take(head & 0x7f), seed);
                continue;
            }
            const quint8 deed = input.byte();
            if (deed & 0x80)
                take(dissector.closed(sender, deed & 1, base::Instant()));
            else
                take(dissector.lost(sender, deed ? std::optional<qint64>(deed) : std::nullopt,
                                    dissector_event::Gap::Cause(deed % 3), base::Instant()));
        }
        take(dissector.finish(base::Instant()));
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    DissectorSettings settings;
    // A byte that is held by itself costs some ninety: an input in slices must not reach the bound by that.
    settings.held = choice & LittleHeld ? 100 : 256 * qsizetype(size) + 4096;
    if (choice & TightLimits) {
        settings.limits.frame = 300;
        settings.limits.fragmentedMessage = 400;
    }
    Run whole{Dissector(settings), false, {}};
    Run sliced{Dissector(settings), true, {}};
    if (choice & Middle) {
        whole.take(whole.dissector.beganInTheMiddle(base::Instant()));
        sliced.take(sliced.dissector.beganInTheMiddle(base::Instant()));
    }
    whole.play(input);
    sliced.play(input);
    // What does not fit is given up a slice at a time.
    if (!(choice & LittleHeld))
        FUZZ_SAME(sliced.log, whole.log);
    return 0;
}
