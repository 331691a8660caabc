// The handshake of the end that dials, against any acceptor.

#include "HandshakeRun.h"

using namespace nodescope;
using namespace nodescope::fuzz;

namespace {

enum Choice : quint8 {
    FourBytes = 1,
    Probe = 2,
    NameMe = 4,
    Replace = 8,
    Version5 = 16,
    AnyPeer = 32,
    Play = 64,
    NoCookie = 128
};

HandshakeSettings settingsOf(quint8 choice)
{
    HandshakeSettings settings;
    settings.prefix = choice & FourBytes ? LengthPrefix::FourBytes : LengthPrefix::TwoBytes;
    settings.ownName = base::NodeName::literal(u"probe@127.0.0.1");
    settings.ownHost = QStringLiteral("127.0.0.1");
    settings.creation = 7;
    settings.flags = choice & NameMe ? masks::RecommendedNameMe : masks::Recommended;
    settings.openWith = choice & Version5 ? HandshakeVersion::V5 : HandshakeVersion::V6;
    if (!(choice & AnyPeer))
        settings.expectedPeer = base::NodeName::literal(u"capa@127.0.0.1");
    settings.probe = choice & Probe;
    settings.replaceOldLink = choice & Replace;
    if (!(choice & NoCookie))
        settings.cookie = cookie();
    return settings;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const quint8 slices = input.byte();
    const quint32 challenge = ByteReader(input.take(4)).u32();
    const HandshakeSettings settings = settingsOf(choice);
    if (choice & Play) {
        HandshakeRun run(Role::Initiator, settings, challenge);
        play(run, input);
    } else {
        checkSlices(Role::Initiator, settings, challenge, {}, input.rest(), slices);
    }
    return 0;
}
