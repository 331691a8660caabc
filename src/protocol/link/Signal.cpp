#include "protocol/link/Signal.h"

namespace nodescope::protocol {

Payload::Payload(QByteArray frame, qsizetype offset, bool versionByte,
                 std::shared_ptr<const HeaderAtoms> atoms)
    : m_frame(std::move(frame))
    , m_offset(offset)
    , m_versionByte(versionByte)
    , m_atoms(std::move(atoms))
{
}

base::Result<term::Term, term::DecodeError> Payload::decode(const term::Limits &limits) const
{
    if (isNull())
        return base::Failure{term::DecodeError()};
    term::DecodeOptions options{m_versionByte, {}, limits};
    if (m_atoms)
        options.headerAtoms = *m_atoms;
    auto decoded = term::decode(m_frame, m_offset, options);
    if (!decoded)
        return base::Failure{decoded.error()};
    return std::move(decoded).value().term;
}

term::Term Signal::controlTerm() const
{
    const auto decoded = controlBytes.decode();
    return decoded ? *decoded : term::Term();
}

term::Term Signal::reason(const term::Limits &limits) const
{
    const auto inMessage = [this]() -> const term::Term * {
        if (const auto *exit = std::get_if<control::Exit>(&control))
            return &exit->reason;
        if (const auto *exit2 = std::get_if<control::Exit2>(&control))
            return &exit2->reason;
        if (const auto *monitorExit = std::get_if<control::MonitorExit>(&control))
            return &monitorExit->reason;
        return nullptr;
    };
    const term::Term *said = inMessage();
    if (said && said->isValid())
        return *said;
    const auto *altact = std::get_if<control::AltactSend>(&control);
    const bool exits = said || (altact && (altact->flags & control::AltactSend::ExitSignal));
    if (!exits)
        return {};
    const auto decoded = payload.decode(limits);
    return decoded ? *decoded : term::Term();
}

} // namespace nodescope::protocol
