// What a port mapper, or whoever listens on its port, may answer.

#include "FuzzInput.h"
#include "protocol/epmd/EpmdParsers.h"

using namespace nodescope;
using namespace nodescope::fuzz;
using namespace nodescope::protocol;
using namespace nodescope::protocol::epmd;

namespace {

/// A verdict in bytes, for comparing.
QByteArray described(const ReplyParser::Outcome &outcome)
{
    if (!outcome) {
        const EpmdError &error = outcome.error();
        FUZZ_CHECK(error.evidence.size() <= EvidenceBytes);
        FUZZ_CHECK(error.offset >= 0);
        return "error " + QByteArray::number(int(error.kind)) + ' ' + QByteArray::number(error.offset);
    }
    QByteArray text = "reply " + QByteArray::number(outcome->index()) + ' ' + encode(*outcome);
    if (const auto *names = std::get_if<NamesReply>(&*outcome))
        text += ' ' + QByteArray::number(names->unreadableLines);
    if (const auto *dump = std::get_if<DumpReply>(&*outcome))
        text += ' ' + QByteArray::number(dump->unreadableLines);
    return text;
}

QByteArray verdict(RequestKind kind, QByteArrayView bytes, const Limits &limits, int slices)
{
    ReplyParser parser(kind, limits);
    std::optional<ReplyParser::Outcome> first;
    const auto take = [&](QByteArrayView slice) {
        const auto outcome = parser.receive(slice);
        FUZZ_CHECK(!first || (outcome && described(*outcome) == described(*first)));
        if (!first)
            first = outcome;
    };
    if (slices < 0)
        take(bytes);
    else
        inSlices(bytes, quint8(slices), take);
    const auto last = parser.peerClosed();
    FUZZ_CHECK(!first || described(last) == described(*first));
    return described(last);
}

/// A reply that we accept, we would write so that it is accepted again and is the same.
void checkWriting(RequestKind kind, QByteArrayView bytes, const Limits &limits)
{
    ReplyParser parser(kind, limits);
    (void)parser.receive(bytes);
    const auto outcome = parser.peerClosed();
    if (!outcome)
        return;
    const QByteArray written = encode(*outcome);
    ReplyParser again(kind);
    (void)again.receive(written);
    const auto back = again.peerClosed();
    FUZZ_CHECK(back);
    FUZZ_CHECK(encode(*back) == written);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 choice = input.byte();
    const quint8 slices = input.byte();
    const auto kind = RequestKind(choice % 6);
    Limits limits;
    if (choice & 0x80) {
        limits.epmdReply = 200;
        limits.epmdNames = 3;
        limits.epmdLine = 40;
    }
    const QByteArray whole = verdict(kind, input.rest(), limits, -1);
    FUZZ_SAME(verdict(kind, input.rest(), limits, slices), whole);
    FUZZ_SAME(verdict(kind, input.rest(), limits, 0), whole);
    checkWriting(kind, input.rest(), limits);
    return 0;
}
