#pragma once

#include <map>
#include <memory>
#include <set>

#include <QElapsedTimer>
#include <QRandomGenerator>

#include "session/LiveSession.h"
#include "support/Peer.h"
#include "support/PeerEpmd.h"

namespace nodescope::test {

/// A mesh of real nodes that are killed, started again, cut apart and joined, and a session that watches it.
/// What the nodes say is asked through their standard input, never through us.
class Mesh
{
public:
    /// Whom each living node sees, by nodes() there.
    using Views = std::map<base::NodeName, std::set<base::NodeName>>;
    enum class Step { Kill, Restart, Cut, Heal };

    Mesh(int nodes, quint32 seed);

    /// Starts all, joins them, and has the session watch. False: what did not work was shown.
    [[nodiscard]] bool start();
    /// One step, by the seed; what was done, in words.
    [[nodiscard]] QString step();
    /// Waits until the session's cluster is what the nodes say; empty, or the difference that stays.
    [[nodiscard]] QString difference(int timeout);
    [[nodiscard]] qsizetype living() const;
    /// How many ends of links the cluster shows as up, without ours.
    [[nodiscard]] qsizetype endsShown() const;
    [[nodiscard]] const std::map<Step, int> &steps() const { return m_steps; }
    /// How long it took until both were equal, the slowest step, in milliseconds.
    [[nodiscard]] qint64 slowest() const { return m_slowest; }

private:
    struct Member
    {
        base::NodeName name;
        std::unique_ptr<Peer> peer; ///< none: it was killed
    };
    [[nodiscard]] bool startMember(Member &member) const;
    [[nodiscard]] Member *pick(bool alive);
    void connectTo(Member &from, const base::NodeName &to) const;
    [[nodiscard]] QString kill();
    [[nodiscard]] QString restart();
    [[nodiscard]] QString cut();
    [[nodiscard]] QString heal();
    [[nodiscard]] Views told() const;
    [[nodiscard]] Views shown() const;
    [[nodiscard]] QString compare(const Views &told) const;

    PeerEpmd m_epmd;
    base::SystemClock m_clock;
    QRandomGenerator m_random;
    std::vector<Member> m_members;
    std::unique_ptr<session::LiveSession> m_session;
    std::map<Step, int> m_steps;
    qint64 m_slowest = 0;
};

} // namespace nodescope::test
