// Capture files, pcap and pcapng, with whatever packets are in them.

#include "Described.h"
#include "protocol/capture/CaptureDissector.h"

using namespace nodescope;
using namespace nodescope::fuzz;
using namespace nodescope::protocol;
using namespace nodescope::protocol::capture;

namespace {

struct Run
{
    CaptureDissector dissector;
    QByteArray log;

    void take(const CaptureEvents &events)
    {
        for (const CaptureEvent &event : events) {
            log += number(event.stream) + number(event.at.time_since_epoch().count()) +
                   number(qint64(event.what.index()));
            FUZZ_CHECK(event.stream >= 0 && event.stream <= dissector.summary().streams);
            if (const auto *found = event.as<StreamFound>())
                log += found->client.text().toUtf8() + ' ' + found->server.text().toUtf8();
            else if (const auto *link = event.as<DissectorEvent>())
                log += number(link->offset) + number(qint64(link->what.index()));
            else if (const auto *mapper = event.as<EpmdEvent>())
                log += number(qint64(mapper->what.index()));
            else if (const auto *problem = event.as<CaptureProblem>())
                log += number(int(problem->kind)) + number(problem->offset) + number(problem->value);
            log += '\n';
        }
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 slices = input.byte();
    Run whole;
    whole.take(whole.dissector.append(input.rest()));
    whole.take(whole.dissector.finish());
    Run sliced;
    inSlices(input.rest(), slices,
             [&sliced](QByteArrayView slice) { sliced.take(sliced.dissector.append(slice)); });
    sliced.take(sliced.dissector.finish());
    FUZZ_SAME(sliced.log, whole.log);
    const CaptureSummary summary = whole.dissector.summary();
    FUZZ_CHECK(summary.segments <= summary.packets);
    FUZZ_CHECK(summary.packets == sliced.dissector.summary().packets);
    return 0;
}
