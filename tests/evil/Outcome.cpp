#include "Outcome.h"

#include <array>

namespace nodescope::test::evil {

namespace {

namespace failure = protocol::handshake_failure;
using protocol::MalformedMessage;

QString words(const QStringList &parts)
{
    return parts.join(u' ');
}

QString malformedText(MalformedMessage::Reason reason)
{
    constexpr std::array names{"empty",      "unknown_tag", "too_short", "bad_version",
                               "bad_length", "bad_name",    "bad_word"};
    return QLatin1String(names[std::size_t(reason)]);
}

QString foreignText(const failure::NotErlang &foreign)
{
    constexpr std::array names{"unknown", "tls_alert", "tls_handshake", "http", "ssh"};
    const QString name = QLatin1String(names[std::size_t(foreign.looksLike)]);
    return foreign.tlsAlert < 0 ? name : name + u':' + QString::number(foreign.tlsAlert);
}

struct Detail
{
    QString operator()(const failure::TimedOut &e) const
    {
        return e.total ? QStringLiteral("total") : QStringLiteral("step");
    }
    QString operator()(const failure::NotErlang &e) const { return foreignText(e); }
    QString operator()(const failure::Malformed &e) const
    {
        return malformedText(e.detail.reason) + u':' + QString::number(e.detail.offset);
    }
    QString operator()(const failure::OutOfOrder &e) const
    {
        return QString(QLatin1String(protocol::inputName(e.got))).replace(u' ', u'_');
    }
    QString operator()(const failure::Refused &e) const
    {
        return QString::fromLatin1(statusWord(e.status)) +
               (e.insteadOfAck ? QLatin1String("!") : QLatin1String());
    }
    QString operator()(const failure::UnknownStatus &e) const
    {
        return QString::fromLatin1(e.word.left(16).toPercentEncoding());
    }
    QString operator()(const failure::FlagsMissing &e) const { return flagNames(e.missing).join(u'|'); }
    QString operator()(const failure::OtherName &e) const { return e.got; }
    QString operator()(const failure::DynamicName &e) const
    {
        return e.asked ? QStringLiteral("asked") : QStringLiteral("unasked");
    }
    QString operator()(const failure::Declined &e) const { return QString::fromLatin1(statusWord(e.status)); }
    template<class Other>
    QString operator()(const Other &) const
    {
        return {};
    }
};

} // namespace

QString outcomeOf(const protocol::HandshakeError &error)
{
    QStringList parts{QLatin1String(protocol::reasonName(error.reason))};
    if (const QString detail = std::visit(Detail(), error.reason); !detail.isEmpty())
        parts.append(detail);
    parts.append(u'@' + QLatin1String(protocol::stepName(error.step)));
    parts.append(u'+' + QString::number(error.offset));
    return words(parts);
}

QString outcomeOf(const dist::DialReport &report)
{
    using namespace dist::dial_end;
    if (const auto *failed = report.as<HandshakeFailed>())
        return outcomeOf(failed->error);
    if (const auto *broken = report.as<EpmdBroken>())
        return QStringLiteral("epmd ") + outcomeOf(broken->error);
    return QLatin1String(dist::reasonName(report.end));
}

QString outcomeOf(const dist::link_down::Reason &reason)
{
    using namespace dist::link_down;
    const QString name = QLatin1String(dist::reasonName(reason));
    if (const auto *failed = std::get_if<HandshakeFailed>(&reason))
        return outcomeOf(failed->error);
    const auto *broken = std::get_if<PeerBrokeProtocol>(&reason);
    if (!broken)
        return name;
    constexpr std::array kinds{"wrong_form",          "bad_header",  "bad_fragment",
                               "undecodable_control", "bad_control", "missing_payload"};
    constexpr std::array headers{"truncated", "empty_slot", "bad_atom"};
    constexpr std::array fragments{"unknown_sequence", "out_of_order", "duplicate_start", "no_fragments",
                                   "too_many_sequences"};
    const protocol::SignalError &error = broken->error;
    QStringList parts{QLatin1String(kinds[std::size_t(error.kind)])};
    if (error.headerError)
        parts.append(QLatin1String(headers[std::size_t(error.headerError->kind)]));
    if (error.fragmentFault)
        parts.append(QLatin1String(fragments[std::size_t(*error.fragmentFault)]));
    parts.append(u'+' + QString::number(error.offset));
    return words(parts);
}

QString outcomeOf(const protocol::epmd::EpmdError &error)
{
    constexpr std::array kinds{"empty_request",   "too_long",         "too_many_names", "line_too_long",
                               "unknown_request", "unexpected_reply", "bad_length",     "bad_name",
                               "bad_port",        "closed_without",   "closed_early"};
    return words({QLatin1String(kinds[std::size_t(error.kind)]), u'+' + QString::number(error.offset)});
}

QString outcomeOf(const dist::EpmdAnswer &answer)
{
    using namespace dist::epmd_failure;
    if (const auto *port = answer.port())
        return port->found() ? QStringLiteral("found %1").arg(port->registration.port)
                             : QStringLiteral("not_found");
    if (const auto *names = answer.names())
        return QStringLiteral("names %1 unreadable %2").arg(names->names.size()).arg(names->unreadableLines);
    if (answer.outcome.ok())
        return QStringLiteral("other");
    const Reason &reason = answer.outcome.error();
    if (const auto *broken = std::get_if<Broken>(&reason))
        return outcomeOf(broken->error);
    if (const auto *silent = std::get_if<Silent>(&reason))
        return QStringLiteral("silent %1").arg(silent->received);
    if (std::holds_alternative<Unreachable>(reason))
        return QStringLiteral("unreachable");
    return std::holds_alternative<Lost>(reason) ? QStringLiteral("lost") : QStringLiteral("unresolvable");
}

} // namespace nodescope::test::evil
