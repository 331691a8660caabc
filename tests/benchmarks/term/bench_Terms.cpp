// The figures of our codec and of erl_interface's, alternating, on the same terms.
//
//   bench_Terms                       samples: microseconds of processor time for a whole term
//   bench_Terms write DIRECTORY       the terms as CASE.etf, for other programs
//   bench_Terms repeat WHAT CASE N    WHAT (decode, encode, ei-decode, ei-transcode, prepare) N times and
//                                     nothing else: for callgrind
#include <cstring>
#include <fstream>

#include "../Sample.h"
#include "EiCodec.h"
#include "TermCases.h"
#include "term/Decoder.h"
#include "term/Encoder.h"

using namespace nodescope;

namespace {

constexpr int Rounds = 15;

/// A term as it came from a peer, with its bytes.
struct Received
{
    QByteArray bytes;
    term::Term term;

    explicit Received(const term::Term &made)
        : bytes(term::encode(made))
        , term(term::decode(bytes)->term)
    {
    }
};

template<class Work>
double timeOf(Work work)
{
    const double begin = bench::nowOn(CLOCK_THREAD_CPUTIME_ID);
    work();
    return bench::nowOn(CLOCK_THREAD_CPUTIME_ID) - begin;
}

void copy(const QByteArray &bytes, std::vector<char> &to)
{
    std::memcpy(to.data(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    asm volatile("" : : "r"(to.data()) : "memory");
}

void measure(const bench::TermCase &which)
{
    const Received term(which.term);
    std::vector<char> memory(static_cast<std::size_t>(term.bytes.size()));
    std::vector<double> decoding, encoding, eiDecoding, eiTranscoding, copying;
    for (int round = 0; round < Rounds; ++round) {
        decoding.push_back(timeOf([&] { (void)term::decode(term.bytes).ok(); }));
        eiDecoding.push_back(timeOf([&] { bench::eiDecode(term.bytes); }));
        encoding.push_back(timeOf([&] { (void)term::encode(term.term).size(); }));
        eiTranscoding.push_back(timeOf([&] { bench::eiTranscode(term.bytes); }));
        copying.push_back(timeOf([&] { copy(term.bytes, memory); }));
    }
    const std::string name = which.name;
    const double eiDecode = bench::quantile(eiDecoding, 0.5);
    bench::sample("ours", "decode." + name, bench::quantile(decoding, 0.5));
    bench::sample("ours", "encode." + name, bench::quantile(encoding, 0.5));
    bench::sample("limit", "decode." + name, bench::quantile(copying, 0.5));
    bench::sample("ei", "decode." + name, eiDecode);
    bench::sample("ei", "encode." + name, bench::quantile(eiTranscoding, 0.5) - eiDecode);
    const auto cells = static_cast<double>(term.term.heldBytes() - term.bytes.size());
    bench::sample("ours", "memory." + name, cells / static_cast<double>(bench::eiValues(term.bytes)));
}

int write(const std::string &directory)
{
    for (const bench::TermCase &which : bench::termCases()) {
        const QByteArray bytes = term::encode(which.term);
        std::ofstream file(directory + '/' + which.name + ".etf", std::ios::binary);
        file.write(bytes.constData(), bytes.size());
        if (!file.flush())
            return 1;
    }
    return 0;
}

int repeat(const std::string &what, const std::string &name, int times)
{
    for (const bench::TermCase &which : bench::termCases()) {
        if (name != which.name)
            continue;
        const Received term(which.term);
        for (int i = 0; i < times; ++i) {
            if (what == "decode")
                (void)term::decode(term.bytes).ok();
            else if (what == "encode")
                (void)term::encode(term.term).size();
            else if (what == "ei-decode")
                bench::eiDecode(term.bytes);
            else if (what == "ei-transcode")
                bench::eiTranscode(term.bytes);
        }
    }
    return 0;
}

} // namespace

int main(int argc, char **argv)
{
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "write" && argc == 3)
        return write(argv[2]);
    if (what == "repeat" && argc == 5)
        return repeat(argv[2], argv[3], std::atoi(argv[4]));
    for (const bench::TermCase &which : bench::termCases())
        measure(which);
    return 0;
}
