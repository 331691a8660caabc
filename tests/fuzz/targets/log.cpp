// Text that somebody took for a node's log.

#include "FuzzInput.h"
#include "doctor/explain/ExplainLog.h"

using namespace nodescope;
using namespace nodescope::fuzz;

namespace {

void check(const doctor::LogFinding &finding, qsizetype lines, qsizetype findings)
{
    FUZZ_CHECK(finding.firstLine >= 1 && finding.lineCount >= 1);
    FUZZ_CHECK(finding.firstLine + finding.lineCount - 1 <= lines);
    FUZZ_CHECK(finding.lastLine >= finding.firstLine && finding.lastLine <= lines);
    FUZZ_CHECK(finding.count >= 1);
    FUZZ_CHECK(!finding.excerpt.isEmpty() && finding.excerpt.size() <= 400);
    FUZZ_CHECK(finding.first.text.size() <= 60);
    for (const qsizetype index : finding.after)
        FUZZ_CHECK(index >= 0 && index < findings);
    const bool doubtful = finding.certainty == cluster::Certainty::CannotDistinguish;
    FUZZ_CHECK(doubtful == !finding.candidates.isEmpty());
    const doctor::CauseText text = doctor::textOf(finding);
    FUZZ_CHECK(!text.title.isEmpty() && !text.certainty.isEmpty() && !text.explanation.isEmpty());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    Input input(data, size);
    const quint8 twice = input.byte();
    QByteArray text = input.rest().toByteArray();
    if (twice & 1)
        text += '\n' + text;
    const auto findings = doctor::explainLog(QByteArrayView(text));
    FUZZ_CHECK(findings.size() <= doctor::MaxFindings);
    for (const doctor::LogFinding &finding : findings)
        check(finding, text.count('\n') + 1, findings.size());
    return 0;
}
