#include "doctor/ladder/UpperRungs.h"

namespace nodescope::doctor {

using namespace cluster;
namespace end = dist::call_end;

namespace {

QString milliseconds(base::Duration duration)
{
    return QStringLiteral("%1 ms").arg(double(duration.count()) / 1e6, 0, 'f', 1);
}

RungResult firstTick(const LadderEvidence &evidence)
{
    RungResult result;
    result.rung = Rung::FirstTick;
    if (evidence.firstByte) {
        result.state = RungState::Passed;
        result.elapsed = *evidence.firstByte;
        result.evidence = evidence.linkWasThere
                              ? QStringLiteral("last byte %1 ago").arg(milliseconds(*evidence.firstByte))
                              : QStringLiteral("first byte after %1").arg(milliseconds(*evidence.firstByte));
    } else if (evidence.linkWatched) {
        // Its first tick may come as late as a quarter of its tick time: nobody waits that long here.
        result.state = RungState::Uncertain;
        result.elapsed = *evidence.linkWatched;
        result.evidence =
            QStringLiteral("no byte within %1; not waited for").arg(milliseconds(*evidence.linkWatched));
    }
    return result;
}

/// What a call of `erlang:system_info(otp_release)` shows.
class CallRules
{
public:
    explicit CallRules(RungResult &result)
        : m_result(result)
    {
    }
    void operator()(const end::Returned &e) const
    {
        passed(QStringLiteral("erlang:system_info(otp_release) = %1")
                   .arg(e.value.toText().value_or(QString()).left(32)));
    }
    void operator()(const end::Raised &e) const
    {
        passed(QStringLiteral("answered with an error: %1").arg(e.reason.atomText().left(32)));
    }
    void operator()(const end::BadRpc &) const { passed(QStringLiteral("answered badrpc")); }
    void operator()(const end::NotSupported &e) const
    {
        m_result.state = RungState::Skipped;
        m_result.evidence =
            QStringLiteral("answers no calls, as C and Java nodes: %1").arg(e.detail.left(32));
    }
    void operator()(const end::TimedOut &) const { uncertain(QStringLiteral("no answer")); }
    void operator()(const end::NoConnection &) const { uncertain(QStringLiteral("no connection any more")); }
    void operator()(const end::Cancelled &) const { uncertain(QStringLiteral("cancelled")); }

private:
    void passed(const QString &evidence) const
    {
        m_result.state = RungState::Passed;
        m_result.evidence = evidence;
    }
    void uncertain(const QString &evidence) const
    {
        m_result.state = RungState::Uncertain;
        m_result.evidence = evidence;
    }

    RungResult &m_result;
};

RungResult callsAnswered(const LadderEvidence &evidence)
{
    RungResult result;
    result.rung = Rung::CallsAnswered;
    if (evidence.call) {
        result.elapsed = evidence.call->elapsed;
        std::visit(CallRules(result), evidence.call->end);
    }
    return result;
}

/// With a link that was up before, the probe stops at the challenge, and the rest was proved then.
RungResult provedBefore(const LadderEvidence &evidence, Rung rung)
{
    QString text = QStringLiteral("already connected");
    if (rung == Rung::LinkUp && !evidence.ownNameThere.isEmpty())
        text += QStringLiteral(" as %1").arg(evidence.ownNameThere);
    return {rung, RungState::Passed, {}, text};
}

} // namespace

QString releaseTold(const LadderEvidence &evidence)
{
    const term::Term *value = evidence.call ? evidence.call->value() : nullptr;
    const QString text = value ? value->toText().value_or(QString()) : QString();
    // A practice node is of no release, whatever it answers.
    bool isNumber = false;
    (void)text.toUInt(&isNumber);
    return isNumber ? text.left(4) : QString();
}

void addUpperRungs(QList<RungResult> &rungs, const LadderEvidence &evidence, const Verdict &verdict,
                   bool running)
{
    const bool good = verdict.cause == Cause::None;
    for (RungResult &rung : rungs) {
        if (!running && evidence.linkWasThere && good && rung.rung >= Rung::OurDigest)
            rung = provedBefore(evidence, rung.rung);
        else if (verdict.cause == Cause::NoCookie && rung.rung == Rung::OurDigest)
            rung.state = RungState::Uncertain; // nobody tried
        else if (!good && verdict.cause != Cause::Cancelled && rung.rung > verdict.rung)
            rung = RungResult{rung.rung, RungState::NotReached, {}, {}};
    }
    if (running && evidence.linkWasThere && evidence.probe && evidence.probe->as<dist::dial_end::Probed>()) {
        for (const Rung rung : {Rung::OurDigest, Rung::TheirDigest, Rung::LinkUp})
            rungs.append(provedBefore(evidence, rung));
    }
    const RungResult tick = firstTick(evidence);
    const RungResult call = callsAnswered(evidence);
    for (const RungResult &upper : {tick, call}) {
        if (!running || upper.state != RungState::NotReached)
            rungs.append(good ? upper : RungResult{upper.rung, RungState::NotReached, {}, {}});
    }
}

} // namespace nodescope::doctor
