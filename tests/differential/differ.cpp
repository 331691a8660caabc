// Decodes random and damaged terms, has a real node decode them too, and compares verdict, size, value and
// re-encoding. See run.

#include <cstdio>

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMap>

#include "differential/CaseMaker.h"
#include "differential/Exceptions.h"
#include "differential/Oracle.h"
#include "support/Peer.h"
#include "term/Encoder.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::test;

namespace {

constexpr quint64 BatchSize = 2000;
constexpr int MostShown = 20;
constexpr int Skipped = 77;

struct Batch
{
    std::vector<quint64> numbers;
    std::vector<Oracle::Question> questions;
    std::vector<Comparison> comparisons;
};

class Differ
{
public:
    Differ(quint64 seed, quint64 first, quint64 count, bool verbose)
        : m_seed(seed)
        , m_next(first)
        , m_end(first + count)
        , m_cases(seed)
        , m_verbose(verbose)
    {
    }

    int run();

private:
    [[nodiscard]] Batch make();
    [[nodiscard]] bool finish(Batch &batch);
    void compare(quint64 number, const Comparison &comparison);
    void show(quint64 number, const Comparison &comparison);
    void findCulprit(const Batch &batch);
    void summary(double seconds) const;

    quint64 m_seed;
    quint64 m_next;
    quint64 m_end;
    CaseMaker m_cases;
    bool m_verbose;
    Oracle m_oracle;
    Exceptions m_exceptions;
    quint64 m_compared = 0;
    quint64 m_accepted = 0;
    quint64 m_failed = 0;
    QMap<QString, quint64> m_explained;
};

Batch Differ::make()
{
    Batch batch;
    while (m_next < m_end && batch.questions.size() < BatchSize) {
        const quint64 number = m_next++;
        Comparison comparison;
        comparison.bytes = m_cases.make(number);
        auto decoded = term::decode(comparison.bytes);
        Oracle::Question question;
        if (decoded) {
            question.used = decoded->consumed;
            question.ours = term::encode(decoded->term);
            comparison.decoded = *decoded;
        } else {
            comparison.error = decoded.error();
            const QString why = m_exceptions.keptBack(decoded.error());
            if (!why.isEmpty()) {
                ++m_explained[why + QStringLiteral(" (not sent)")];
                continue;
            }
        }
        question.bytes = comparison.bytes;
        batch.numbers.push_back(number);
        batch.questions.push_back(std::move(question));
        batch.comparisons.push_back(std::move(comparison));
    }
    return batch;
}

bool Differ::finish(Batch &batch)
{
    auto answers = m_oracle.answers(batch.questions.size());
    if (!answers) {
        std::printf("the node failed: %s\n", qPrintable(m_oracle.whyDead()));
        if (m_oracle.isDead())
            findCulprit(batch);
        return false;
    }
    for (std::size_t i = 0; i < answers->size(); ++i) {
        batch.comparisons[i].answer = std::move((*answers)[i]);
        compare(batch.numbers[i], batch.comparisons[i]);
    }
    return true;
}

void Differ::compare(quint64 number, const Comparison &comparison)
{
    ++m_compared;
    m_accepted += comparison.answer.accepted;
    if (differenceIn(comparison) == Difference::None)
        return;
    const QString why = m_exceptions.explain(comparison);
    if (!why.isEmpty()) {
        ++m_explained[why];
        if (m_verbose)
            show(number, comparison);
        return;
    }
    if (++m_failed <= MostShown)
        show(number, comparison);
}

void Differ::show(quint64 number, const Comparison &comparison)
{
    std::printf("seed %llu, case %llu: %s\n  bytes   %s\n", m_seed, number, nameOf(differenceIn(comparison)),
                comparison.bytes.toHex().left(600).constData());
    if (comparison.decoded) {
        std::printf("  ours    %s\n          %s\n", qPrintable(term::toErlang(comparison.decoded->term, 300)),
                    term::encode(comparison.decoded->term).toHex().left(600).constData());
    } else {
        const auto &error = comparison.error;
        std::printf("  ours    %s at %lld, tag %d, declared %lld\n", term::codeName(error.code).latin1(),
                    qlonglong(error.offset), error.tag, qlonglong(error.declared));
    }
    if (!comparison.answer.theirs.isEmpty())
        std::printf("  theirs  %s\n", comparison.answer.theirs.toHex().left(600).constData());
    std::fflush(stdout);
}

// Asks for each term alone, until the node dies again.
void Differ::findCulprit(const Batch &batch)
{
    if (!m_oracle.start())
        return;
    for (std::size_t i = 0; i < batch.questions.size(); ++i) {
        m_oracle.ask({batch.questions[i]});
        if (m_oracle.answers(1))
            continue;
        std::printf("seed %llu, case %llu fells the node: %s\n", m_seed, batch.numbers[i],
                    batch.questions[i].bytes.toHex().constData());
        return;
    }
    std::printf("no term of this batch fells it alone\n");
}

int Differ::run()
{
    const QString why = Peer::whyUnavailable();
    if (!why.isEmpty()) {
        std::printf("skipped: %s\n", qPrintable(why));
        return Skipped;
    }
    const int release = Peer::otpRelease();
    const QString table =
        qEnvironmentVariable("NODESCOPE_SOURCE_DIR") + QStringLiteral("/tests/differential/exceptions.txt");
    if (!m_exceptions.load(table, release)) {
        std::printf("exceptions.txt cannot be read, or names what the program does not know\n");
        return 1;
    }
    std::printf("OTP %d, %llu terms, seed %llu\n", release, m_end - m_next, m_seed);
    if (!m_oracle.start())
        return 1;
    QElapsedTimer timer;
    timer.start();
    qint64 shown = 0;
    Batch current = make();
    while (!current.questions.empty()) {
        m_oracle.ask(current.questions);
        Batch following = make(); // while the node works
        if (!finish(current))
            return 1;
        current = std::move(following);
        if (timer.elapsed() - shown > 10'000) {
            shown = timer.elapsed();
            std::printf("  %llu, %llu unexplained\n", m_compared, m_failed);
            std::fflush(stdout);
        }
    }
    summary(double(timer.elapsed()) / 1000);
    return m_failed == 0 && m_compared > 0 ? 0 : 1;
}

void Differ::summary(double seconds) const
{
    std::printf("%llu compared in %.1f s: %llu accepted, %llu refused by the node\n", m_compared, seconds,
                m_accepted, m_compared - m_accepted);
    for (auto it = m_explained.begin(); it != m_explained.end(); ++it)
        std::printf("  %8llu  %-24s %s\n", it.value(), qPrintable(it.key()),
                    qPrintable(m_exceptions.reason(it.key().section(u' ', 0, 0))));
    std::printf("  %8llu  unexplained\n", m_failed);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{QStringLiteral("count"), {}, QStringLiteral("terms"), QStringLiteral("50000")},
                       {QStringLiteral("seed"), {}, QStringLiteral("number"), QStringLiteral("1")},
                       {QStringLiteral("first"), {}, QStringLiteral("case"), QStringLiteral("0")},
                       {QStringLiteral("verbose"), QStringLiteral("show explained differences too")}});
    parser.process(application);
    Differ differ(parser.value(QStringLiteral("seed")).toULongLong(),
                  parser.value(QStringLiteral("first")).toULongLong(),
                  parser.value(QStringLiteral("count")).toULongLong(),
                  parser.isSet(QStringLiteral("verbose")));
    return differ.run();
}
