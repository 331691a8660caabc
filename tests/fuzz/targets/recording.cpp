// A file that somebody took for a recording: whole, cut, or anything.

#include "cluster/history/Recording.h"
#include "FuzzInput.h"
#include "cluster/history/Differences.h"

using namespace nodescope;
using namespace nodescope::fuzz;

namespace {

/// The same states, whatever the file was cut into.
struct Read
{
    cluster::Cluster state;
    qsizetype steps = 0;
    cluster::RecordingReader reader;

    void take(QByteArrayView bytes)
    {
        QList<cluster::RecordingReader::Step> more;
        (void)reader.feed(bytes, more);
        for (const auto &step : std::as_const(more)) {
            for (const cluster::Delta &delta : step.deltas)
                (void)state.apply(delta);
        }
        steps += more.size();
    }
};

bool same(const cluster::Cluster &x, const cluster::Cluster &y)
{
    return cluster::differences(x, y).isEmpty() && cluster::differences(y, x).isEmpty();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 seed = input.byte();
    const QByteArrayView bytes = input.rest();
    Read whole;
    whole.take(bytes);
    whole.reader.finish();
    Read sliced;
    inSlices(bytes, seed, [&](QByteArrayView slice) { sliced.take(slice); });
    sliced.reader.finish();
    FUZZ_CHECK(whole.steps == sliced.steps);
    FUZZ_CHECK(whole.reader.problem() == sliced.reader.problem());
    FUZZ_CHECK(whole.reader.wholeBytes() <= bytes.size());
    FUZZ_CHECK(same(whole.state, sliced.state));
    for (const cluster::Link &link : whole.state.links())
        FUZZ_CHECK(whole.state.node(link.key.a) && whole.state.node(link.key.b));

    // What was read can be written again, and is the same.
    cluster::RecordingWriter writer({});
    writer.keyframe(1, whole.state);
    Read again;
    again.take(writer.end());
    again.reader.finish();
    FUZZ_CHECK(again.reader.problem() == cluster::RecordingProblem::None);
    FUZZ_CHECK(same(again.state, whole.state));
    return 0;
}
