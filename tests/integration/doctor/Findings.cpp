#include "Findings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace nodescope::test {

namespace {

// A loaded machine may need this long to start a process, and to end it.
constexpr double ProcessMs = 4'000;

QStringList identifiersIn(const QJsonValue &list)
{
    QStringList identifiers;
    const QJsonArray entries = list.toArray();
    for (const QJsonValue entry : entries)
        identifiers.append(entry.isObject() ? entry[u"id"].toString() : entry.toString());
    return identifiers;
}

QString sick(const Expected &expected, const Findings &findings)
{
    if (findings.status != 1)
        return QStringLiteral("exit status %1 instead of 1").arg(findings.status);
    if (findings.verdict != QLatin1String("failed") && findings.verdict != QLatin1String("uncertain"))
        return QStringLiteral("verdict %1").arg(findings.verdict);
    const bool open = findings.certainty == QLatin1String("cannot_distinguish");
    if (!open && !expected.causes.contains(findings.cause))
        return QStringLiteral("WRONG, and %1: %2").arg(findings.certainty, findings.cause);
    if (open) {
        bool named = false;
        for (const QString &cause : expected.causes)
            named = named || findings.candidates.contains(cause);
        if (!named)
            return QStringLiteral("not among the candidates");
        if (expected.atLeast != Expected::Certainty::CannotDistinguish)
            return QStringLiteral("more can be known");
    }
    if (findings.certainty == QLatin1String("almost_certain") &&
        expected.atLeast == Expected::Certainty::Certain)
        return QStringLiteral("it can be certain");
    if (!expected.rung.isEmpty() && expected.rung != findings.brokenRung)
        return QStringLiteral("rung %1 instead of %2").arg(findings.brokenRung, expected.rung);
    // A peer that breaks the protocol is none of diagnosis.md's: there is nothing to paste for it.
    if (findings.remedies == 0 && findings.cause != QLatin1String("peer_broke_protocol"))
        return QStringLiteral("no remedy, and no next test");
    return {};
}

Findings one(const QJsonObject &json)
{
    Findings findings;
    findings.verdict = json[u"verdict"].toString();
    findings.cause = json[u"cause"].toString();
    findings.certainty = json[u"certainty"].toString();
    findings.candidates = identifiersIn(json[u"candidates"]);
    findings.remedies = json[u"remedy"].toArray().size() + json[u"next_tests"].toArray().size();
    findings.ownMs = json[u"ms"].toDouble();
    const QJsonArray rungs = json[u"rungs"].toArray();
    for (const QJsonValue rung : rungs) {
        if (findings.brokenRung.isEmpty() && rung[u"status"].toString() == QLatin1String("failed"))
            findings.brokenRung = rung[u"rung"].toString();
    }
    findings.notes = identifiersIn(json[u"notes"]);
    return findings;
}

} // namespace

Findings Findings::read(int status, const QByteArray &output, const QByteArray &errors)
{
    const QJsonObject json = QJsonDocument::fromJson(output).object();
    Findings findings = one(json);
    findings.status = status;
    findings.output = output;
    findings.errors = errors;
    const QJsonArray entries = json[u"findings"].toArray();
    for (const QJsonValue entry : entries) {
        Findings of = one(entry.toObject());
        of.status = status == 0 ? 1 : -1; // it found something, and that is no healthy node
        of.verdict = QStringLiteral("failed");
        of.output = output;
        findings.ofLog.append(of);
    }
    return findings;
}

QString Findings::text() const
{
    return QString::fromUtf8(output + errors);
}

Findings Expected::choose(const Findings &findings) const
{
    const auto named = [this](const Findings &of) {
        bool right = causes.contains(of.cause) && of.certainty != QLatin1String("cannot_distinguish");
        for (const QString &candidate : of.candidates)
            right = right || causes.contains(candidate);
        return right;
    };
    Findings chosen = findings;
    for (const Findings &of : findings.ofLog) {
        const bool right = named(of) || besides.contains(of.cause);
        if (named(of) || !right) {
            chosen = of;
            chosen.wallMs = findings.wallMs;
        }
        if (!right)
            break;
    }
    return chosen;
}

QString Expected::differs(const Findings &findings) const
{
    if (findings.wallMs > within + ProcessMs)
        return QStringLiteral("took %1 s").arg(findings.wallMs / 1'000, 0, 'f', 1);
    if (findings.wallMs < notBefore)
        return QStringLiteral("ended after %1 s").arg(findings.wallMs / 1'000, 0, 'f', 1);
    if (!causes.isEmpty())
        return sick(*this, findings);
    if (findings.status != 0 || findings.verdict != QLatin1String("ok"))
        return QStringLiteral("a FALSE ALARM: %1, %2").arg(findings.cause, findings.certainty);
    if (!note.isEmpty() && !findings.notes.contains(note))
        return QStringLiteral("%1 is not noted").arg(note);
    return {};
}

} // namespace nodescope::test
