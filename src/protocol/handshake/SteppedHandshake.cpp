#include "protocol/handshake/SteppedHandshake.h"

#include "protocol/handshake/SteppedMachine.h"

namespace nodescope::protocol {

SteppedHandshake::SteppedHandshake(Role role, SteppedSettings settings, ChallengeBook &book)
    : m_machine(std::make_unique<Machine>(role, std::move(settings), book))
{
}

SteppedHandshake::~SteppedHandshake() = default;
SteppedHandshake::SteppedHandshake(SteppedHandshake &&) noexcept = default;
SteppedHandshake &SteppedHandshake::operator=(SteppedHandshake &&) noexcept = default;

SteppedOutput SteppedHandshake::start(base::Instant now)
{
    m_machine->start(now);
    return m_machine->takeOutput();
}

SteppedOutput SteppedHandshake::receive(QByteArrayView bytes, base::Instant now)
{
    m_machine->receive(bytes, now);
    return m_machine->takeOutput();
}

SteppedOutput SteppedHandshake::release(const HandshakeChange &change, base::Instant now)
{
    m_machine->release(change, now);
    return m_machine->takeOutput();
}

SteppedOutput SteppedHandshake::peerClosed(base::Instant now)
{
    m_machine->peerClosed(now);
    return m_machine->takeOutput();
}

SteppedOutput SteppedHandshake::timeout(base::Instant now)
{
    m_machine->timeout(now);
    return m_machine->takeOutput();
}

const HandshakeProposal *SteppedHandshake::proposal() const
{
    return m_machine->proposal();
}

std::optional<base::Instant> SteppedHandshake::deadline() const
{
    return m_machine->deadline();
}

bool SteppedHandshake::isOver() const
{
    return m_machine->isOver();
}

const HandshakeError *SteppedHandshake::error() const
{
    return m_machine->error();
}

QString SteppedHandshake::peerName() const
{
    return m_machine->peerName();
}

std::optional<Flags> SteppedHandshake::peerFlags() const
{
    return m_machine->peerFlags();
}

std::optional<DigestProof> SteppedHandshake::proof() const
{
    return m_machine->proof();
}

} // namespace nodescope::protocol
