#include "protocol/handshake/ChallengeBook.h"

#include <QRandomGenerator>
#include <QSet>

namespace nodescope::protocol {

namespace {
// With a working generator the second try is needed once in billions; more only meet a broken one.
constexpr int Tries = 64;
} // namespace

struct ChallengeBook::State
{
    QSet<quint32> outstanding;
};

ChallengeBook::Ticket::Ticket(std::shared_ptr<State> state, quint32 challenge)
    : m_state(std::move(state))
    , m_challenge(challenge)
{
}

ChallengeBook::Ticket::Ticket(Ticket &&other) noexcept
    : m_state(std::move(other.m_state))
    , m_challenge(other.m_challenge)
{
}

ChallengeBook::Ticket &ChallengeBook::Ticket::operator=(Ticket &&other) noexcept
{
    if (this != &other) {
        release();
        m_state = std::move(other.m_state);
        m_challenge = other.m_challenge;
    }
    return *this;
}

ChallengeBook::Ticket::~Ticket()
{
    release();
}

void ChallengeBook::Ticket::release()
{
    if (m_state)
        m_state->outstanding.remove(m_challenge);
    m_state.reset();
}

ChallengeBook::ChallengeBook(Random random)
    : m_random(random ? std::move(random) : [] { return QRandomGenerator::system()->generate(); })
    , m_state(std::make_shared<State>())
{
}

ChallengeBook::~ChallengeBook() = default;

std::optional<ChallengeBook::Ticket> ChallengeBook::issue(std::optional<quint32> peers)
{
    for (int i = 0; i < Tries; ++i) {
        const quint32 challenge = m_random();
        if (challenge == peers || m_state->outstanding.contains(challenge))
            continue;
        m_state->outstanding.insert(challenge);
        return Ticket(m_state, challenge);
    }
    return std::nullopt;
}

std::optional<ChallengeBook::Ticket> ChallengeBook::hold(quint32 challenge)
{
    if (m_state->outstanding.contains(challenge))
        return std::nullopt;
    m_state->outstanding.insert(challenge);
    return Ticket(m_state, challenge);
}

bool ChallengeBook::isOutstanding(quint32 challenge) const
{
    return m_state->outstanding.contains(challenge);
}

qsizetype ChallengeBook::count() const
{
    return m_state->outstanding.size();
}

} // namespace nodescope::protocol
