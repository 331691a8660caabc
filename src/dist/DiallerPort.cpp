// The part of Dialler that knows ports: what EPMD says, and what is remembered of it.

#include "dist/Dialler.h"

namespace nodescope::dist {

namespace {

/// Version 5 knows no dynamic names. A Java node, which registers as none of OTP's two kinds, takes a name
/// without `@` for a reason to break off; JInterface of OTP 23 then stops listening for good.
bool mayNotBeAskedForAName(const protocol::epmd::Registration &registration)
{
    using protocol::epmd::NodeType;
    return registration.highestVersion < 6 ||
           (registration.type != quint8(NodeType::Normal) && registration.type != quint8(NodeType::Hidden));
}

/// What answers there is no Erlang node, or not the one that was there before.
bool isSomebodyElse(const protocol::HandshakeError &error)
{
    namespace failure = protocol::handshake_failure;
    return error.as<failure::OtherName>() || error.as<failure::NotErlang>() ||
           error.as<failure::Malformed>() || error.as<failure::OutOfOrder>() ||
           error.as<failure::UnknownStatus>() || error.as<failure::Closed>();
}

} // namespace

void Dialler::useRegistration(const protocol::epmd::Registration &registration,
                              const QList<QHostAddress> &places)
{
    m_report.registration = registration;
    if (mayNotBeAskedForAName(registration))
        (void)useFallback();
    if (registration.highestVersion < 6)
        m_handshake.openWith = protocol::HandshakeVersion::V5;
    connectTo(places, registration.port);
}

void Dialler::tryRemembered()
{
    m_beginning = Beginning{m_handshake, m_fallback};
    m_report.addresses = {m_remembered->address};
    for (const DialStage stage : {DialStage::Resolve, DialStage::EpmdConnect, DialStage::EpmdReply})
        addStep({stage, true, true, m_clock.now() - m_report.began, {}});
    useRegistration(m_remembered->registration, {m_remembered->address});
}

bool Dialler::wasSomebodyElse(const link_down::Reason &reason)
{
    const auto *failed = std::get_if<link_down::HandshakeFailed>(&reason);
    return failed && isSomebodyElse(failed->error);
}

bool Dialler::askEpmdAfterAll()
{
    if (!m_beginning || m_over)
        return false;
    m_handshake = std::move(m_beginning->handshake);
    m_fallback = std::move(m_beginning->fallback);
    m_beginning.reset();
    m_report.steps.resize(1); // the check of the name
    m_report.addresses.clear();
    m_report.registration.reset();
    m_report.endpoints.reset();
    m_report.messages.clear();
    m_report.tls.reset();
    askEpmd();
    return true;
}

} // namespace nodescope::dist
