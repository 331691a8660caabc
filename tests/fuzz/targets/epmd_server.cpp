// What a client of our port mapper may ask.

#include "FuzzInput.h"
#include "protocol/epmd/EpmdParsers.h"

using namespace nodescope;
using namespace nodescope::fuzz;
using namespace nodescope::protocol;
using namespace nodescope::protocol::epmd;

namespace {

QByteArray described(const std::optional<RequestParser::Outcome> &outcome)
{
    if (!outcome)
        return "open";
    if (!*outcome) {
        const EpmdError &error = outcome->error();
        FUZZ_CHECK(error.evidence.size() <= EvidenceBytes);
        FUZZ_CHECK(error.offset >= 0);
        return "error " + QByteArray::number(int(error.kind)) + ' ' + QByteArray::number(error.offset);
    }
    return "request " + QByteArray::number((*outcome)->index()) + ' ' + encode(**outcome);
}

QByteArray verdict(QByteArrayView bytes, const Limits &limits, int slices)
{
    RequestParser parser(limits);
    std::optional<RequestParser::Outcome> first;
    const auto take = [&](QByteArrayView slice) {
        const auto outcome = parser.receive(slice);
        FUZZ_CHECK(!first || described(outcome) == described(first));
        if (!first)
            first = outcome;
    };
    if (slices < 0)
        take(bytes);
    else
        inSlices(bytes, quint8(slices), take);
    return described(first);
}

void checkWriting(QByteArrayView bytes, const Limits &limits)
{
    RequestParser parser(limits);
    const auto outcome = parser.receive(bytes);
    if (!outcome || !*outcome)
        return;
    if (const auto *alive = std::get_if<AliveRequest>(&**outcome)) {
        FUZZ_CHECK(isRegistrableName(alive->registration.name));
        FUZZ_CHECK(alive->registration.port != 0);
    }
    const QByteArray written = encode(**outcome);
    RequestParser again;
    const auto back = again.receive(written);
    FUZZ_CHECK(back && *back);
    FUZZ_CHECK(encode(**back) == written);
    FUZZ_CHECK(kindOf(**back) == kindOf(**outcome));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 slices = input.byte();
    Limits limits;
    if (slices & 0x80)
        limits.epmdRequest = 60;
    const QByteArray whole = verdict(input.rest(), limits, -1);
    FUZZ_SAME(verdict(input.rest(), limits, slices), whole);
    FUZZ_SAME(verdict(input.rest(), limits, 0), whole);
    checkWriting(input.rest(), limits);
    return 0;
}
