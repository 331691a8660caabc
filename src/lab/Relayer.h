#pragma once

#include <QObject>

#include "dist/LocalNode.h"

namespace nodescope::lab {

class PracticeNode;

/// What our relay expression (resources/probes/relay.erl) does on a BEAM node, done natively: monitors whom
/// it serves, sends and monitors as it is told, connecting first if need be, and passes on what it gets. Ends
/// with its master or the link to it. A child of the process that it is.
class Relayer final : public QObject
{
    Q_OBJECT

public:
    /// `tag` marks orders and reports.
    Relayer(PracticeNode &node, dist::LocalProcess &process, const term::Pid &master, const term::Term &tag);

private:
    void onMessage(const term::Term &message);
    void withLink(const dist::Destination &to, const std::function<void()> &act);
    void sendTo(const term::Term &to, const term::Term &message);
    void monitor(const term::Term &to);
    void report(const char *what, const term::Term &value);

    PracticeNode &m_node;
    dist::LocalProcess &m_process;
    const term::Pid m_master;
    const term::Term m_tag;
    term::Reference m_watch; // of the master
};

} // namespace nodescope::lab
