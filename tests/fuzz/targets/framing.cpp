// The connected phase: frames, headers, atom cache, fragments, control messages, and what we would write
// of them.

#include "Described.h"
#include "protocol/Bytes.h"
#include "protocol/link/SignalWriter.h"

using namespace nodescope;
using namespace nodescope::fuzz;
using namespace nodescope::protocol;

namespace {

enum Choice : quint8 {
    PassThrough = 1,
    AtomCacheToo = 2,
    TightLimits = 4,
    Packed = 8,
    Old = 16,
    Newest = 32
};

Flags flagsOf(quint8 choice)
{
    Flags flags = masks::Recommended;
    if (choice & Old)
        flags = masks::Minimum;
    else if (choice & Newest)
        flags = masks::Default29;
    if (choice & PassThrough)
        return flags.without(Flag::Fragments | Flag::DistHdrAtomCache);
    return choice & AtomCacheToo ? flags | Flag::DistHdrAtomCache : flags;
}

Limits limitsOf(quint8 choice)
{
    Limits limits;
    limits.frame = 1 << 20;
    if (choice & TightLimits) {
        limits.frame = 300;
        limits.fragmentedMessage = 400;
        limits.openFragmentBytes = 600;
        limits.openFragmentSequences = 3;
    }
    return limits;
}

/// Frames whose lengths fit: a byte of length, then so many bytes; 0 is a tick. Mutations get behind the
/// length in this way.
QByteArray framesOf(Input &input)
{
    QByteArray bytes;
    while (!input.isEmpty())
        bytes += frameOf(input.take(input.byte()));
    return bytes;
}

QByteArray described(const ChannelEvent &event)
{
    using namespace channel_event;
    if (const auto *received = std::get_if<Received>(&event))
        return fuzz::described(received->signal);
    if (const auto *skipped = std::get_if<Skipped>(&event))
        return "skipped " + number(skipped->skipped.size) + skipped->skipped.head.toHex();
    if (const auto *misunderstood = std::get_if<Misunderstood>(&event))
        return fuzz::described(misunderstood->error);
    if (std::holds_alternative<TickReceived>(event))
        return "tick";
    const auto *error = std::get_if<SignalError>(&std::get<Down>(event).reason);
    FUZZ_CHECK(error && error->endsLink());
    return "down " + fuzz::described(*error);
}

/// The link as one run sees it.
struct Run
{
    Flags flags;
    Channel channel;
    QByteArray log;
    QByteArray sent;
    bool down = false;

    Run(Flags agreed, const Limits &limits)
        : flags(agreed)
        , channel(agreed, base::Instant(), limits)
    {
    }
    void take(QByteArrayView bytes)
    {
        ChannelOutput out = channel.receive(bytes, base::Instant() + std::chrono::seconds(1));
        sent += out.toSend;
        for (const ChannelEvent &event : out.events) {
            FUZZ_CHECK(!down);
            down = std::holds_alternative<channel_event::Down>(event);
            log += described(event) + '\n';
            if (const auto *received = std::get_if<channel_event::Received>(&event))
                checkWriting(received->signal);
        }
        FUZZ_CHECK(channel.isDown() == down);
    }
    [[nodiscard]] std::optional<Signal> read(const QByteArray &frame) const
    {
        SignalReader reader(flags);
        SignalReader::Outcome outcome = reader.read(frame.sliced(4), {});
        if (auto *signal = std::get_if<Signal>(&outcome))
            return std::move(*signal);
        return std::nullopt;
    }
    [[nodiscard]] SignalWriter::Outcome write(const Signal &signal) const
    {
        ControlMessage message = signal.control;
        const auto reason = signal.reason();
        std::visit(
            [&reason](auto &control) {
                if constexpr (requires { control.reason; })
                    control.reason = reason;
            },
            message);
        const SignalWriter writer(flags);
        const auto payload = signal.payload.decode();
        const bool reasonInPayload = std::holds_alternative<control::Exit>(message) ||
                                     std::holds_alternative<control::Exit2>(message) ||
                                     std::holds_alternative<control::MonitorExit>(message);
        if (signal.payload.isNull() || reasonInPayload)
            return writer.frame(message);
        return payload ? writer.frame(message, *payload)
                       : SignalWriter::Outcome(base::Failure{WriteError{WriteError::Kind::InvalidTerm, {}}});
    }
    /// What came in can be written, unless the peer's flags forbid; what was written is read as the same.
    void checkWriting(const Signal &signal) const
    {
        const auto frame = write(signal);
        if (!frame) {
            FUZZ_CHECK(frame.error().kind == WriteError::Kind::NotAgreed ||
                       frame.error().kind == WriteError::Kind::InvalidTerm);
            return;
        }
        const auto back = read(*frame);
        FUZZ_CHECK(back);
        FUZZ_CHECK(back->control.index() == signal.control.index() ||
                   std::holds_alternative<control::AltactSend>(back->control));
        const auto again = write(*back);
        FUZZ_CHECK(again && *again == *frame);
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const quint8 slices = input.byte();
    const QByteArray bytes = choice & Packed ? framesOf(input) : input.rest().toByteArray();
    const Limits limits = limitsOf(choice);
    Run whole(flagsOf(choice), limits);
    whole.take(bytes);
    Run sliced(flagsOf(choice), limits);
    inSlices(bytes, slices, [&sliced](QByteArrayView slice) { sliced.take(slice); });
    FUZZ_SAME(sliced.log, whole.log);
    FUZZ_CHECK(sliced.sent == whole.sent);
    (void)whole.channel.timeout(base::Instant() + std::chrono::seconds(90));
    return 0;
}
