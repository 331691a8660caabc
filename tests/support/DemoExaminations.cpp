#include "support/DemoExaminations.h"

#include "cluster/Node.h"
#include "protocol/handshake/HandshakeMessage.h"
#include "support/DemoCluster.h"

namespace nodescope::test {

using namespace cluster;
using namespace protocol;
using base::NodeName;
using namespace std::chrono_literals;

namespace {
WireExcerpt excerpt(bool sent, const QString &label, const HandshakeBody &body, base::Duration at)
{
    return {sent, label, withLength(LengthPrefix::TwoBytes, encodeHandshake(body)), -1, at};
}

QList<WireExcerpt> handshake(const NodeName &to, bool accepted)
{
    const QString host = to.host();
    QList<WireExcerpt> all{
        excerpt(true, QStringLiteral("send_name"),
                NameMessage{HandshakeVersion::V6, masks::RecommendedNameMe, 0, host}, 2100us),
        excerpt(false, QStringLiteral("recv_status"),
                StatusMessage{HandshakeStatus::Named, QStringLiteral("1X19WTZ29N4OG@") + host, 3, {}},
                2900us),
        excerpt(false, QStringLiteral("send_challenge"),
                ChallengeMessage{HandshakeVersion::V6, masks::Default25, 1595869610, 1764151201, to.text()},
                3100us),
        excerpt(true, QStringLiteral("send_challenge_reply"), ReplyMessage{}, 3200us)};
    all.last().blankedFrom = 3;
    if (accepted) {
        all.append(excerpt(false, QStringLiteral("send_challenge_ack"), AckMessage{}, 4us));
        all.last().blankedFrom = 3;
    } else {
        all.append({false, QStringLiteral("close"), {}, -1, 4400us});
    }
    return all;
}

PeerFacts factsOf(const NodeName &node)
{
    PeerFacts facts;
    facts.name = node.text();
    facts.release = QStringLiteral("25 to 26");
    facts.flags = masks::Default25.bits();
    facts.creation = 1764151201;
    facts.features = {QStringLiteral("gives dynamic names")};
    return facts;
}
} // namespace

Examination demoExamination(quint64 id, Cause cause, const NodeName &to)
{
    Examination examination;
    examination.id = id;
    examination.from = selfName();
    examination.to = to;
    examination.running = false;
    examination.diagnosis = demoDiagnosis(cause, selfName(), to);
    if (cause == Cause::None) {
        for (RungResult &rung : examination.diagnosis.rungs) {
            rung.state = RungState::Passed;
            rung.evidence.remove(QStringLiteral("closed, no ack"));
        }
        examination.diagnosis.certainty = Certainty::Certain;
    }
    examination.diagnosis.excerpts = handshake(to, cause == Cause::None);
    examination.facts = factsOf(to);
    return examination;
}

Examination demoRunning(quint64 id, qsizetype rungs, const NodeName &to)
{
    Examination examination = demoExamination(id, Cause::None, to);
    examination.running = true;
    examination.diagnosis.rungs = examination.diagnosis.rungs.mid(0, rungs);
    examination.diagnosis.excerpts = examination.diagnosis.excerpts.mid(0, rungs > 6 ? 2 : 0);
    examination.facts = {};
    return examination;
}

Examination demoPairExamination(quint64 id, const NodeName &from, const NodeName &to)
{
    Examination examination = demoExamination(id, Cause::CookieMismatch, to);
    examination.from = from;
    examination.diagnosis.from = from;
    examination.diagnosis.certainty = Certainty::Certain;
    examination.diagnosis.excerpts.clear();
    const auto same = [](const QString &setting, const QString &value) {
        return SettingPair{setting, value, value, false, false};
    };
    examination.settings = {
        {QStringLiteral("cookie"), QStringLiteral("1"), QStringLiteral("2"), true, true},
        {QStringLiteral("net_ticktime"), QStringLiteral("60"), QStringLiteral("20"), true, false},
        same(QStringLiteral("name_mode"), QStringLiteral("longnames")),
        same(QStringLiteral("proto_dist"), QStringLiteral("inet_tcp")),
        {QStringLiteral("release"), QStringLiteral("27"), QStringLiteral("25"), true, false},
        {QStringLiteral("resolves"), QStringLiteral("10.0.2.7"), {}, false, false},
        same(QStringLiteral("connect_all"), QStringLiteral("true")),
        same(QStringLiteral("dist_auto_connect"), QStringLiteral("undefined"))};
    return examination;
}

Examination demoUncertain(quint64 id, const NodeName &to)
{
    Examination examination = demoExamination(id, Cause::PeerSilent, to);
    examination.diagnosis.certainty = Certainty::CannotDistinguish;
    examination.diagnosis.candidates = {Cause::PeerSilent, Cause::TlsPlainMixed, Cause::MeshIntercepts};
    examination.diagnosis.excerpts = examination.diagnosis.excerpts.mid(0, 1);
    examination.facts = {};
    return examination;
}

LintReport demoLint()
{
    const auto named = [](const char16_t *text) { return NodeName::literal(QString::fromUtf16(text)); };
    const NodeName orders = named(u"orders@db1.example");
    const NodeName billing = named(u"billing@db1.example");
    const NodeName store = named(u"store@db1.example");
    const NodeName shop = named(u"shop@web2.example");
    LintReport report;
    report.time = QDateTime::currentDateTimeUtc();
    report.asked = {orders, billing, store, shop};
    report.unasked = {named(u"gate@edge3.example")};
    report.findings = {
        {LintRule::CookieGroups,
         LintSeverity::Danger,
         {{QStringLiteral("1"), {orders, billing, store}}, {QStringLiteral("2"), {shop}}},
         {}},
        {LintRule::TickTimesDiffer,
         LintSeverity::Warning,
         {{QStringLiteral("60"), {orders, billing, shop}}, {QStringLiteral("20"), {store}}},
         QStringLiteral("20 to 60")},
        {LintRule::EpmdOpen, LintSeverity::Note, {{QStringLiteral("0.0.0.0:4369"), {orders}}}, {}}};
    return report;
}

} // namespace nodescope::test
