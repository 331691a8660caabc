#include "lab/EpmdChoice.h"

namespace nodescope::lab {

namespace {
/// Short: it is on this machine, and a person waits.
dist::ConnectTimeouts shortTimeouts()
{
    dist::ConnectTimeouts timeouts;
    timeouts.connect = std::chrono::seconds(1);
    timeouts.reply = std::chrono::seconds(2);
    return timeouts;
}

/// Whether the answer shows that nobody listens at the port, so that we may.
bool nobodyListens(const dist::EpmdAnswer &answer)
{
    const auto *unreachable = std::get_if<dist::epmd_failure::Unreachable>(&answer.outcome.error());
    return unreachable && unreachable->connect.problem() == dist::ConnectProblem::Refused;
}
} // namespace

EpmdChoice::EpmdChoice(const base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_client(clock, shortTimeouts())
{
}

EpmdChoice::~EpmdChoice()
{
    if (m_query)
        m_query->cancel();
}

void EpmdChoice::start(quint16 wantedPort, quint16 machinePort)
{
    m_mayMove = wantedPort == 0;
    m_port = m_mayMove ? machinePort : wantedPort;
    m_query = m_client.names(QStringLiteral("127.0.0.1"), m_port);
    connect(m_query, &dist::EpmdQuery::finished, this, &EpmdChoice::onAnswer);
}

void EpmdChoice::onAnswer(const dist::EpmdAnswer &answer)
{
    // A port mapper begins with its own port; any other text could pass for a list without names.
    const auto *names = answer.names();
    if (names && names->epmdPort == m_port) {
        QSet<QString> taken;
        for (const auto &entry : names->names)
            taken.insert(entry.name);
        Q_EMIT chosen(taken);
        return;
    }
    if (!answer.outcome.ok() && nobodyListens(answer))
        return embed(m_port);
    // Something answers that is no port mapper, or is deaf: leave it alone.
    if (m_mayMove)
        return embed(0);
    Q_EMIT failed({PracticeError::Kind::EpmdPortTaken, m_port, {}, {}});
}

void EpmdChoice::embed(quint16 port)
{
    m_server = std::make_unique<dist::EpmdServer>();
    auto listening = m_server->listen(port);
    if (!listening.ok() && m_mayMove && port != 0)
        listening = m_server->listen(0);
    if (listening.ok()) {
        m_port = *listening;
        Q_EMIT chosen({});
        return;
    }
    m_server.reset();
    const auto &error = listening.error();
    Q_EMIT failed({error.inUse ? PracticeError::Kind::EpmdPortTaken : PracticeError::Kind::EpmdListen,
                   port,
                   {},
                   error.detail});
}

} // namespace nodescope::lab
