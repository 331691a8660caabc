// What nodes do after a message that was changed. Each sentence was held against a real node:
// tests/integration/doctor/tst_RealSteps.

#include "doctor/handshakes/StepExplanations.h"

#include "doctor/handshakes/HandshakeWords.h"
#include "doctor/handshakes/WireFields.h"
#include "protocol/Flags.h"

namespace nodescope::doctor {

using namespace cluster;

namespace {

struct Case
{
    const HandshakeRecord &record;
    const HandshakeLine &line;
    const StepFinding &finding;

    [[nodiscard]] bool at(const char *label) const { return line.wire.label == QLatin1String(label); }
    [[nodiscard]] bool of(const char *field) const { return finding.field == QLatin1String(field); }
    [[nodiscard]] bool did(Reaction reaction) const { return finding.reaction == reaction; }
    [[nodiscard]] QString value(const char *name) const
    {
        for (const WireField &field : fieldsOf(line.wire, record.lengthBytes)) {
            if (field.name == QLatin1String(name))
                return field.value;
        }
        return {};
    }
};

QString flagsText(const Case &c)
{
    const protocol::Flags sent(c.record.ownFlags.value_or(0));
    const QStringList missing =
        protocol::flagNames(protocol::missingFlags(sent, protocol::masks::Mandatory26));
    const QString list = missing.join(QStringLiteral(", "));
    if (c.did(Reaction::Refused))
        return missing.isEmpty()
                   ? HandshakeWords::tr(
                         "It answered not_allowed, though no flag is missing that a node demands.")
                   : HandshakeWords::tr(
                         "It answered not_allowed: nodes of OTP 26 and later demand %1. Older ones demand "
                         "less, and name and flags are looked at before any cookie.")
                         .arg(list);
    if (c.did(Reaction::ClosedAtOnce))
        return HandshakeWords::tr(
                   "It closed before it proved anything: a node that dials goes no further with one that "
                   "lacks %1. From OTP 25 on its log says: cannot handle […].")
            .arg(list);
    if (c.did(Reaction::WentOn))
        return HandshakeWords::tr(
            "It went on. What both have is used; what only one has is not. Nothing that it demands "
            "is missing.");
    return {};
}

QString nameText(const Case &c)
{
    if (c.did(Reaction::WentOn) && c.at("send_name"))
        return HandshakeWords::tr(
                   "It went on and takes us for %1: whoever has the cookie may carry any name.")
            .arg(c.value("name"));
    if (c.did(Reaction::WentOn))
        return HandshakeWords::tr("It went on under the name that it was given: %1.").arg(c.value("name"));
    if (c.did(Reaction::Refused) && c.record.detail == QLatin1String("nok"))
        return HandshakeWords::tr(
            "It answered nok: that is its own name, or one under which a connection is just being "
            "made, or the part before the @ has other characters than letters, digits, _ and -.");
    if (c.did(Reaction::Refused))
        return HandshakeWords::tr(
            "It answered not_allowed: its list of allowed nodes does not have that name.");
    if (c.did(Reaction::ClosedAtOnce) && c.at("send_name"))
        return HandshakeWords::tr(
            "It closed without a word: no node can have that name. One @ with something on either "
            "side, and at most 255 characters, are read; else the message is thrown away.");
    if (c.did(Reaction::ClosedAtOnce))
        return HandshakeWords::tr(
            "It closed before it proved anything, and says nothing in its log: it dialled one name, "
            "and another answered.");
    return {};
}

QString proofText(const Case &c)
{
    const bool cookie = c.of("cookie");
    if (c.did(Reaction::WentOn))
        return HandshakeWords::tr("It took the digest: that cookie is the one that it has for us.");
    if (!c.did(Reaction::ClosedAtOnce))
        return {};
    const QString log = c.at("send_challenge_reply") ? QStringLiteral("Invalid challenge reply")
                                                     : QStringLiteral("Invalid challenge ack");
    return cookie ? HandshakeWords::tr(
                        "It closed at once: the digest is not that of its own cookie and its challenge. "
                        "That is all that is ever seen of a wrong cookie. Its log says: %1.")
                        .arg(log)
                  : HandshakeWords::tr(
                        "It closed at once: it makes the same digest itself, and ours is not equal. "
                        "Its log says: %1.")
                        .arg(log);
}

QString statusText(const Case &c)
{
    const QString word = c.value("status");
    if (c.at("status_reply"))
        return c.did(Reaction::WentOn)
                   ? HandshakeWords::tr(
                         "It went on: with the right cookie it would give up the link that it still holds.")
                   : HandshakeWords::tr(
                         "It made nothing of true: releases before OTP 25 keep the old link, and wait.");
    if (c.did(Reaction::ClosedLater) && word == QLatin1String("nok"))
        return HandshakeWords::tr(
            "It held the connection until its set-up timer was over: after nok it waits for the dial "
            "of the other side, which is to reach it.");
    if (c.did(Reaction::ClosedAtOnce) && word == QLatin1String("not_allowed"))
        return HandshakeWords::tr(
            "It closed at once: not_allowed is final. Its connect_node says false, its log nothing.");
    if (c.did(Reaction::ClosedAtOnce))
        return HandshakeWords::tr("It closed at once: %1 is no status that it can go on with.").arg(word);
    if (c.did(Reaction::WentOn) && word == QLatin1String("alive"))
        return HandshakeWords::tr(
            "It answered true: a node that dials wants the new connection, and has the old one "
            "given up.");
    if (c.did(Reaction::WentOn) && word == QLatin1String("ok_simultaneous"))
        return HandshakeWords::tr(
            "It went on: it takes it that both have dialled, and that this connection stays.");
    return {};
}

QString challengeText(const Case &c)
{
    if (!c.did(Reaction::WentOn))
        return {};
    return HandshakeWords::tr(
               "It signed the challenge that was chosen, %1. Any 32 bits will do; whoever chooses them can "
               "collect a digest, and try cookies against it at leisure.")
        .arg(c.value("challenge"));
}

QString lengthText(const Case &c)
{
    const qint64 stated = c.value("length").toLongLong();
    const qint64 real = c.line.wire.bytes.size() - c.record.lengthBytes;
    if (c.did(Reaction::ClosedLater) && stated > real)
        return HandshakeWords::tr(
            "It waited for %n more byte(s), which never came, until its set-up timer was over.", nullptr,
            int(qMin<qint64>(stated - real, INT_MAX)));
    if (c.did(Reaction::ClosedAtOnce) && stated < real)
        return HandshakeWords::tr("It closed at once: cut after %n byte(s) the message is none.", nullptr,
                                  int(stated));
    if (c.did(Reaction::ClosedAtOnce))
        return HandshakeWords::tr("It closed at once: it takes no message of %n byte(s) in the handshake.",
                                  nullptr, int(qMin<qint64>(stated, INT_MAX)));
    if (c.did(Reaction::ClosedLater))
        return HandshakeWords::tr(
            "It read what was left over as the beginning of another message, and waited for its rest "
            "until its set-up timer was over.");
    return {};
}

QString creationText(const Case &c)
{
    if (!c.did(Reaction::WentOn))
        return {};
    return HandshakeWords::tr(
        "It went on: the creation only marks our pids, so that those of an earlier life are told "
        "apart. It is believed as it stands.");
}

/// What can be said of any field.
QString plainly(Reaction reaction)
{
    switch (reaction) {
    case Reaction::WentOn:
        return HandshakeWords::tr("It went on as if nothing were changed.");
    case Reaction::Refused:
        return HandshakeWords::tr("It refused.");
    case Reaction::ClosedAtOnce:
        return HandshakeWords::tr("It closed at once, without a word.");
    case Reaction::ClosedThen:
        return HandshakeWords::tr("It closed at once, but its set-up timer was due as well: which of the two "
                                  "it was cannot be told. "
                                  "Send it sooner to see.");
    case Reaction::ClosedLater:
        return HandshakeWords::tr("It waited, and closed when its set-up timer was over.");
    case Reaction::Silent:
        return HandshakeWords::tr("It neither answered nor closed as long as we waited.");
    case Reaction::Unknown:
        break;
    }
    return HandshakeWords::tr("What it does is not known yet.");
}

} // namespace

QString explanationOf(const HandshakeRecord &record, const StepFinding &finding)
{
    const Case c{record, record.lines.at(finding.line), finding};
    QString text;
    if (c.of("flags"))
        text = flagsText(c);
    else if (c.of("name"))
        text = nameText(c);
    else if (c.of("digest") || c.of("cookie"))
        text = proofText(c);
    else if (c.of("status"))
        text = statusText(c);
    else if (c.of("challenge"))
        text = challengeText(c);
    else if (c.of("length"))
        text = lengthText(c);
    else if (c.of("creation"))
        text = creationText(c);
    return text.isEmpty() ? plainly(finding.reaction) : text;
}

QString expectationOf(const QString &label, const QString &field, bool incoming)
{
    const auto is = [&field](const char *name) { return field == QLatin1String(name); };
    if (is("length"))
        return HandshakeWords::tr("Too long: it waits for the rest. Too short: it reads half a message.");
    if (is("flags"))
        return incoming ? HandshakeWords::tr("Without a flag that it demands, it closes.")
                        : HandshakeWords::tr("Without a flag that it demands, it answers not_allowed.");
    if (is("creation"))
        return HandshakeWords::tr("Any number will do: it marks the pids of this life of the node.");
    if (is("name"))
        return label == QLatin1String("send_name")
                   ? HandshakeWords::tr("Any name that a node can have will do, but its own.")
                   : HandshakeWords::tr("It goes on only with the name that it dialled.");
    if (is("challenge"))
        return HandshakeWords::tr("Any 32 bits will do: it signs them.");
    if (is("digest"))
        return HandshakeWords::tr("It makes the same digest itself, and compares.");
    if (is("cookie"))
        return HandshakeWords::tr("The digest is made of this cookie instead.");
    if (is("status"))
        return incoming ? HandshakeWords::tr(
                              "ok, ok_simultaneous, nok, not_allowed, alive, or a word that does not exist.")
                        : HandshakeWords::tr("true gives up the link that it holds; false keeps it.");
    return {};
}

} // namespace nodescope::doctor
