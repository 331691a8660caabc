#pragma once

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

/// What all measuring programs share: clocks, and one line for each sample on standard output:
/// `WHO MEASURE VALUE`. No Qt, so that the peers' programs can use it.
namespace nodescope::bench {

/// Microseconds.
inline double nowOn(clockid_t clock)
{
    timespec time{};
    clock_gettime(clock, &time);
    return static_cast<double>(time.tv_sec) * 1e6 + static_cast<double>(time.tv_nsec) / 1e3;
}
inline double wallTime()
{
    return nowOn(CLOCK_MONOTONIC);
}
/// Of all threads of this program, system calls included.
inline double processorTime()
{
    return nowOn(CLOCK_PROCESS_CPUTIME_ID);
}

inline void sample(const char *who, const std::string &measure, double value)
{
    std::printf("%s %s %.6g\n", who, measure.c_str(), value);
    std::fflush(stdout);
}

/// The value below which `share` of the samples lie.
inline double quantile(std::vector<double> samples, double share)
{
    if (samples.empty())
        return 0;
    const auto at =
        std::min(samples.size() - 1, static_cast<std::size_t>(static_cast<double>(samples.size()) * share));
    std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(at), samples.end());
    return samples[at];
}

/// How much one round measures.
struct Amount
{
    static constexpr int Connects = 100;
    static constexpr int Calls = 2000;
    static constexpr int CallsBefore = 200;
    static constexpr int PipelinedCalls = 20'000;
    static constexpr int PipelineDepth = 32;
    static constexpr int SmallMessages = 200'000;
    static constexpr int SmallSize = 64;
    static constexpr int LargeMessages = 8'000;
    static constexpr int LargeSize = 64 * 1024;
};

/// The figures of `count` messages of `size` bytes: `<name>.rate` in thousand messages a second,
/// `<name>.cpu` in microseconds of processor time a message, `<name>.mbs` in MB/s.
inline void sampleTraffic(const char *who, const std::string &name, int count, int size, double wall,
                          double processor)
{
    sample(who, name + ".rate", count * 1e3 / wall);
    sample(who, name + ".cpu", processor / count);
    sample(who, name + ".mbs", static_cast<double>(count) * size / wall);
}

} // namespace nodescope::bench
