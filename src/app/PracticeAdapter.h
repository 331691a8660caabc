#pragma once

#include "lab/PracticeCluster.h"
#include "lab/PracticeNode.h"
#include "session/PracticeHost.h"

namespace nodescope::app {

/// Runs the practice cluster of `lab` for the session, which must not know `lab`. Lives on the network
/// thread. `clock` must outlive it.
class PracticeAdapter final : public session::PracticeHost
{
    Q_OBJECT

public:
    /// `machineEpmdPort`: where the machine's own port mapper would be.
    PracticeAdapter(const base::Clock &clock, quint16 machineEpmdPort, QObject *parent);

    void start(const cluster::StartPractice &options) override;
    void stop() override;
    [[nodiscard]] bool owns(const base::NodeName &node) const override;
    [[nodiscard]] base::Duration setupTime() const override { return lab::PracticeNode::SetupTime; }

private:
    void startNow(const cluster::StartPractice &options);

    lab::PracticeCluster m_cluster;
    const quint16 m_machineEpmdPort;
    std::optional<cluster::StartPractice> m_next; ///< to start when the running one has stopped
};

} // namespace nodescope::app
