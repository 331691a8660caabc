#pragma once

#include <QHash>

#include "dist/LocalProcess.h"
#include "dist/SpawnHandler.h"
#include "protocol/link/ControlMessage.h"
#include "protocol/link/Signal.h"

namespace nodescope::dist {

class SignalRouter;

/// Spawn requests in both directions. Part of SignalRouter.
class SpawnDesk
{
public:
    explicit SpawnDesk(SignalRouter &router);

    /// Asks `peer`; the process hears of it by spawned(). `arguments` is a proper list.
    term::Reference request(LocalProcess &from, const base::NodeName &peer, const QString &module,
                            const QString &function, const term::Term &arguments,
                            const SpawnOptions &options);
    void abandon(LocalProcess &from, const term::Reference &request, const term::Term &reason);

    void setHandler(SpawnHandler handler) { m_handler = std::move(handler); }
    void take(const base::NodeName &peer, const protocol::control::SpawnRequest &request,
              const protocol::Signal &signal);
    void take(const base::NodeName &peer, const protocol::control::SpawnReply &reply);

    /// Answers the requests to a peer whose link is gone.
    void forget(const QString &peer);
    /// A process is gone: nobody waits for its answers.
    void forget(LocalProcess *process);

private:
    struct Pending
    {
        LocalProcess *from = nullptr;
        QString peer;
        SpawnOptions options;
        bool abandoned = false;
        term::Term endReason; // for a process that comes after all
    };
    using PendingTable = QHash<term::Reference, Pending>;

    [[nodiscard]] term::Term wireOptions(const SpawnOptions &options) const;
    void answerLater(LocalProcess &from, const SpawnOutcome &outcome, SpawnOptions::Reply reply);
    static void tell(LocalProcess &from, const SpawnOutcome &outcome, SpawnOptions::Reply reply);
    void takeUnasked(const base::NodeName &peer, const protocol::control::SpawnReply &reply);
    void reply(const base::NodeName &peer, const protocol::control::SpawnRequest &request, quint32 flags,
               const std::variant<term::Pid, QString> &result);

    SignalRouter &m_router;
    const term::Term m_monitorOnly; // the options of most requests
    SpawnHandler m_handler;
    PendingTable m_pending;
};

} // namespace nodescope::dist
