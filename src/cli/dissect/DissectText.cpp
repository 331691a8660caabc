#include "cli/dissect/DissectText.h"

#include <QDateTime>
#include <QTimeZone>

#include "cli/SafeText.h"
#include "cli/dissect/DissectNames.h"
#include "term/Printer.h"

namespace nodescope::cli {

using namespace protocol;
using namespace protocol::dissector_event;
using capture::CaptureEvent;
using capture::CaptureProblem;
using capture::StreamFound;

namespace {

const QString NoDigest = QStringLiteral("digest not shown");

QString flagsText(Flags flags)
{
    return QStringLiteral("flags ") + flagNames(flags).join(u'|');
}

QString readable(QLatin1String name)
{
    return QString(name).replace(u'_', u' ');
}

struct HandshakeText
{
    QString operator()(const NameMessage &m) const
    {
        return QStringLiteral("name: %1, version %2, creation %3, %4")
            .arg(m.name, QString::number(int(m.version)), QString::number(m.creation), flagsText(m.flags));
    }
    QString operator()(const StatusMessage &m) const
    {
        const QByteArray word = m.status == HandshakeStatus::Unknown ? m.unknown : statusWord(m.status);
        QString text = QStringLiteral("status: ") + QString::fromLatin1(word);
        if (m.status == HandshakeStatus::Named)
            text += m.dynamicName + QStringLiteral(", creation ") + QString::number(m.creation);
        return text;
    }
    QString operator()(const StatusReplyMessage &m) const
    {
        return QStringLiteral("status reply: ") + QLatin1String(m.proceed ? "true" : "false");
    }
    QString operator()(const ChallengeMessage &m) const
    {
        return QStringLiteral("challenge: %1, version %2, creation %3, challenge %4, %5")
            .arg(m.name, QString::number(int(m.version)), QString::number(m.creation),
                 QString::number(m.challenge), flagsText(m.flags));
    }
    QString operator()(const ComplementMessage &m) const
    {
        return QStringLiteral("complement: creation %1, %2")
            .arg(m.creation)
            .arg(flagsText(Flags(quint64(m.flagsHigh) << 32)));
    }
    QString operator()(const ReplyMessage &m) const
    {
        return QStringLiteral("reply: challenge %1, ").arg(m.challenge) + NoDigest;
    }
    QString operator()(const AckMessage &) const { return QStringLiteral("ack: ") + NoDigest; }
};

QString registrationText(const epmd::Registration &node)
{
    return QStringLiteral("%1 at port %2, type %3, versions %4 to %5")
        .arg(node.name, QString::number(node.port), QString::number(node.type),
             QString::number(node.lowestVersion), QString::number(node.highestVersion));
}

struct RequestText
{
    QString operator()(const epmd::AliveRequest &r) const { return registrationText(r.registration); }
    QString operator()(const epmd::PortRequest &r) const { return r.name; }
    QString operator()(const epmd::StopRequest &r) const { return r.name; }
    template<class Other>
    QString operator()(const Other &) const
    {
        return {};
    }
};

struct ReplyText
{
    QString operator()(const epmd::AliveReply &r) const
    {
        return r.accepted() ? QStringLiteral("registered, creation %1").arg(r.creation)
                            : QStringLiteral("refused, result %1").arg(r.result);
    }
    QString operator()(const epmd::PortReply &r) const
    {
        return r.found() ? registrationText(r.registration) : QStringLiteral("not registered");
    }
    QString operator()(const epmd::NamesReply &r) const
    {
        QStringList names;
        for (const epmd::NamePort &name : r.names)
            names.append(name.name + QStringLiteral(" at port ") + QString::number(name.port));
        return names.isEmpty() ? QStringLiteral("no names") : names.join(QLatin1String(", "));
    }
    QString operator()(const epmd::DumpReply &r) const
    {
        QStringList names;
        for (const epmd::DumpLine &line : r.lines)
            names.append(line.name + QStringLiteral(" at port ") + QString::number(line.port));
        return names.isEmpty() ? QStringLiteral("no names") : names.join(QLatin1String(", "));
    }
    QString operator()(const epmd::KillReply &r) const
    {
        return r.accepted ? QStringLiteral("OK") : QStringLiteral("NO");
    }
    QString operator()(const epmd::StopReply &r) const
    {
        return r.stopped ? QStringLiteral("STOPPED") : QStringLiteral("NOEXIST");
    }
};

struct EventText
{
    QString operator()(const handshake_event::Message &e) const
    {
        return std::visit(HandshakeText(), e.message.body);
    }
    QString operator()(const handshake_event::Completed &e) const
    {
        const HandshakeResult &r = e.result;
        return QStringLiteral("up: %1 and %2, %3, %4")
            .arg(r.ownName.text(), r.peer.text(),
                 r.hidden() ? QStringLiteral("hidden") : QStringLiteral("visible"), flagsText(r.agreedFlags));
    }
    QString operator()(const HandshakeFailed &e) const;
    QString operator()(const HandshakeUnfinished &e) const
    {
        return QStringLiteral("the capture ends within the handshake; awaited: ") +
               readable(awaitedAt(e.step));
    }
    QString operator()(const channel_event::Received &e) const;
    QString operator()(const channel_event::Skipped &e) const
    {
        return QStringLiteral("message of %1 bytes, not read").arg(e.skipped.size);
    }
    QString operator()(const channel_event::Misunderstood &e) const
    {
        return QStringLiteral("not understood: ") + errorText(e.error);
    }
    QString operator()(const channel_event::TickReceived &) const { return QStringLiteral("tick"); }
    QString operator()(const channel_event::Down &e) const
    {
        const auto *error = std::get_if<SignalError>(&e.reason);
        return QStringLiteral("error that ends the link: ") + (error ? errorText(*error) : QString());
    }
    QString operator()(const Gap &e) const;
    QString operator()(const BeganInTheMiddle &) const
    {
        return QStringLiteral("the capture began in the middle of this link: nothing of it can be read");
    }
    QString operator()(const Opaque &) const
    {
        return QStringLiteral("TLS: what goes over this link is encrypted");
    }
    QString operator()(const Undecodable &e) const
    {
        return QStringLiteral("%1 bytes not decodable since: ").arg(e.bytes) + readable(nameOf(e.since));
    }
    QString operator()(const Closed &e) const
    {
        QString text = e.reset ? QStringLiteral("reset") : QStringLiteral("closed");
        if (e.unfinished > 0)
            text += QStringLiteral(", %1 bytes of something unfinished").arg(e.unfinished);
        return text;
    }
    QString operator()(const epmd::Request &e) const
    {
        return nameOf(e) + u' ' + std::visit(RequestText(), e);
    }
    QString operator()(const epmd::Reply &e) const { return nameOf(e) + u' ' + std::visit(ReplyText(), e); }
    QString operator()(const epmd::EpmdError &e) const
    {
        return QStringLiteral("EPMD error: ") + readable(nameOf(e.kind));
    }

private:
    static QString errorText(const SignalError &error)
    {
        return QStringLiteral("%1 at byte %2 of %3")
            .arg(readable(nameOf(error.kind)))
            .arg(error.offset)
            .arg(error.size);
    }
};

QString EventText::operator()(const HandshakeFailed &e) const
{
    QString text = QStringLiteral("handshake failed: ") + QString::fromLatin1(reasonName(e.error.reason));
    if (const auto *foreign = e.error.as<handshake_failure::NotErlang>()) {
        text += QStringLiteral(", looks like ") + readable(nameOf(foreign->looksLike));
        if (foreign->tlsAlert >= 0)
            text += u' ' + QString::number(foreign->tlsAlert);
    }
    const QLatin1String awaited = awaitedAt(e.error.step);
    if (!awaited.isEmpty())
        text += QStringLiteral("; the %1 waited for: %2").arg(nameOf(e.error.role), readable(awaited));
    if (e.closedBy) {
        text += QStringLiteral("; closed by the %1, %2 ms after the last packet of the %3")
                    .arg(nameOf(*e.closedBy))
                    .arg(base::toMilliseconds(e.error.sinceLastSend))
                    .arg(nameOf(e.error.role));
    }
    if (suggestsWrongCookie(e))
        text += QStringLiteral("; this is how a wrong cookie looks, but no proof of one");
    return text;
}

QString EventText::operator()(const channel_event::Received &e) const
{
    const Signal &signal = e.signal;
    QString text = operationName(int(signal.operation)) + u' ' +
                   term::toErlang(signal.controlTerm(), DissectTermCharacters);
    if (!signal.payload.isNull()) {
        const auto payload = signal.payload.decode();
        text += u' ' + (payload.ok() ? term::toErlang(*payload, DissectTermCharacters)
                                     : QStringLiteral("(payload of %1 bytes: %2)")
                                           .arg(signal.payload.size())
                                           .arg(readable(term::codeName(payload.error().code))));
    }
    if (signal.fragments > 0)
        text += QStringLiteral(" (%1 bytes in %2 fragments)").arg(signal.size).arg(signal.fragments);
    if (signal.unknownAtoms > 0)
        text += QStringLiteral(" (atoms unknown since the gap: %1)").arg(signal.unknownAtoms);
    return text;
}

QString EventText::operator()(const Gap &e) const
{
    QString text = e.length >= 0 ? QStringLiteral("gap of %1 bytes: ").arg(e.length)
                                 : QStringLiteral("gap of unknown length: ");
    text += readable(nameOf(e.cause));
    text += e.framingKept ? QStringLiteral("; read on behind it")
                          : QStringLiteral("; where the next message begins is unknown");
    if (e.handshakeStepLost)
        text += QStringLiteral("; a step of the handshake is lost");
    if (e.atomsUnknown)
        text += QStringLiteral("; cached atoms are unknown");
    if (e.messagesLost > 0)
        text += QStringLiteral("; fragmented messages lost: %1").arg(e.messagesLost);
    return text;
}

QString problemText(const CaptureProblem &problem)
{
    QString text =
        QStringLiteral("capture file, byte %1: ").arg(problem.offset) + readable(nameOf(problem.kind));
    if (problem.value >= 0)
        text += QStringLiteral(" (%1)").arg(problem.value);
    if (problem.fatal)
        text += QStringLiteral("; nothing behind it can be read");
    return text;
}

QString foundText(const StreamFound &found)
{
    const bool epmd = found.kind == StreamFound::Kind::Epmd;
    QString text = QStringLiteral("%1: %2 > %3")
                       .arg(epmd ? QStringLiteral("EPMD") : QStringLiteral("distribution"),
                            found.client.text(), found.server.text());
    if (!found.node.isEmpty())
        text += QStringLiteral(", node ") + found.node;
    return text;
}

} // namespace

QString timeText(base::Instant at)
{
    const qint64 microseconds =
        std::chrono::duration_cast<std::chrono::microseconds>(at.time_since_epoch()).count();
    const QDateTime date = QDateTime::fromSecsSinceEpoch(microseconds / 1'000'000, QTimeZone::utc());
    return date.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss")) +
           QStringLiteral(".%1Z").arg(microseconds % 1'000'000, 6, 10, QLatin1Char('0'));
}

QString textOf(const CaptureEvent &event)
{
    QString text;
    QString direction = QStringLiteral("  ");
    const auto arrow = [](Role sender) {
        return sender == Role::Initiator ? QStringLiteral("> ") : QStringLiteral("< ");
    };
    if (const auto *found = event.as<StreamFound>()) {
        text = foundText(*found);
    } else if (const auto *problem = event.as<CaptureProblem>()) {
        text = problemText(*problem);
    } else if (const auto *dissected = event.as<DissectorEvent>()) {
        text = std::visit(EventText(), dissected->what);
        direction = arrow(dissected->sender);
    } else if (const auto *epmd = event.as<EpmdEvent>()) {
        text = std::visit(EventText(), epmd->what);
        direction = arrow(epmd->sender);
    }
    const QString time = event.timed ? timeText(event.at) : QStringLiteral("-");
    const QString stream = event.stream > 0 ? QStringLiteral(" #%1 ").arg(event.stream) : QStringLiteral(" ");
    constexpr qsizetype LineCharacters = 4 * DissectTermCharacters;
    return time + stream + direction + safeText(text, LineCharacters);
}

} // namespace nodescope::cli
