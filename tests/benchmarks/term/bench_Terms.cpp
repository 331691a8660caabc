#include <algorithm>
#include <cstdio>
#include <ctime>

#include "EiCodec.h"
#include "TermCases.h"
#include "term/Decoder.h"
#include "term/Encoder.h"

using namespace nodescope;

namespace {

constexpr int Rounds = 15;

/// Microseconds of processor time that `work` takes.
template<class Work>
double timeOf(Work work)
{
    timespec begin{};
    timespec end{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &begin);
    work();
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &end);
    return static_cast<double>(end.tv_sec - begin.tv_sec) * 1e6 +
           static_cast<double>(end.tv_nsec - begin.tv_nsec) / 1e3;
}

double median(std::vector<double> samples)
{
    std::nth_element(samples.begin(), samples.begin() + Rounds / 2, samples.end());
    return samples[Rounds / 2];
}

void report(const char *name, const char *what, double ours, double theirs, double target)
{
    const double ratio = ours / theirs;
    std::printf("%-14s %-7s %9.0f us %9.0f us %6.2f", name, what, ours, theirs, ratio);
    if (target > 0)
        std::printf(" %6.2f %s", target, ratio <= target ? "met" : "not met");
    std::printf("\n");
}

void measure(const bench::TermCase &which)
{
    const QByteArray bytes = term::encode(which.term);
    std::vector<double> decoding;
    std::vector<double> encoding;
    std::vector<double> eiDecoding;
    std::vector<double> eiTranscoding;
    for (int round = 0; round < Rounds; ++round) {
        decoding.push_back(timeOf([&] { (void)term::decode(bytes).ok(); }));
        encoding.push_back(timeOf([&] { (void)term::encode(which.term).size(); }));
        eiDecoding.push_back(timeOf([&] { bench::eiDecode(bytes); }));
        eiTranscoding.push_back(timeOf([&] { bench::eiTranscode(bytes); }));
    }
    const double eiDecode = median(eiDecoding);
    report(which.name, "decode", median(decoding), eiDecode, which.decodeTarget);
    report(which.name, "encode", median(encoding), median(eiTranscoding) - eiDecode, which.encodeTarget);
}

} // namespace

int main()
{
    std::printf("%-14s %-7s %12s %12s %6s %6s\n", "case", "", "ours", "ei", "ratio", "target");
    for (const bench::TermCase &which : bench::termCases())
        measure(which);
    return 0;
}
