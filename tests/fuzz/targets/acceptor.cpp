// The handshake of the end that accepts, against any caller.

#include "HandshakeRun.h"

using namespace nodescope;
using namespace nodescope::fuzz;

namespace {

/// Bits 3 to 5 are the owner's decision, a HandshakeStatus.
enum Choice : quint8 { FourBytes = 1, NoCookie = 2, Strict = 4, Play = 64 };

HandshakeSettings settingsOf(quint8 choice)
{
    HandshakeSettings settings;
    settings.prefix = choice & FourBytes ? LengthPrefix::FourBytes : LengthPrefix::TwoBytes;
    settings.ownName = base::NodeName::literal(u"fake@127.0.0.1");
    settings.creation = 9;
    settings.flags = masks::Recommended | Flag::Published;
    if (choice & Strict)
        settings.required = masks::Mandatory26;
    return settings;
}

AcceptDecision decisionOf(quint8 choice)
{
    AcceptDecision decision;
    decision.status = HandshakeStatus((choice >> 3 & 7) % 6);
    if (!(choice & NoCookie))
        decision.cookie = cookie();
    if (decision.status == HandshakeStatus::Named) {
        decision.dynamicName = base::NodeName::literal(u"1A2B3C@127.0.0.1");
        decision.dynamicCreation = 77;
    }
    return decision;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const quint8 slices = input.byte();
    const quint32 challenge = ByteReader(input.take(4)).u32();
    const HandshakeSettings settings = settingsOf(choice);
    const AcceptDecision decision = decisionOf(choice);
    if (choice & Play) {
        HandshakeRun run(Role::Acceptor, settings, challenge, decision);
        play(run, input);
    } else {
        checkSlices(Role::Acceptor, settings, challenge, decision, input.rest(), slices);
    }
    return 0;
}
