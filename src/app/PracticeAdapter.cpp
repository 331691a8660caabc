#include "app/PracticeAdapter.h"

namespace nodescope::app {

PracticeAdapter::PracticeAdapter(const base::Clock &clock, quint16 machineEpmdPort, QObject *parent)
    : session::PracticeHost(parent)
    , m_cluster(clock)
    , m_machineEpmdPort(machineEpmdPort)
{
    connect(&m_cluster, &lab::PracticeCluster::nodeReady, this, [this](const lab::PracticeNodeInfo &node) {
        Q_EMIT nodeReady(node.name, node.cookie, m_cluster.info().epmdPort);
    });
    connect(&m_cluster, &lab::PracticeCluster::ready, this, [this](const lab::PracticeInfo &info) {
        Q_EMIT ready(int(info.nodes.size()), info.epmdPort, info.cookieFile);
    });
    connect(&m_cluster, &lab::PracticeCluster::attemptFailed, this, &PracticeAdapter::attemptFailed);
    connect(&m_cluster, &lab::PracticeCluster::failed, this, [this](const lab::PracticeError &error) {
        Q_EMIT failed(QLatin1String("practice_") + QLatin1String(lab::errorName(error.kind)),
                      error.subject.isEmpty() ? error.detail : error.subject);
    });
    connect(&m_cluster, &lab::PracticeCluster::stopped, this, [this] {
        Q_EMIT stopped();
        if (const auto next = std::exchange(m_next, std::nullopt))
            startNow(*next);
    });
}

void PracticeAdapter::start(const cluster::StartPractice &options)
{
    if (m_cluster.state() == lab::PracticeCluster::State::Stopped) {
        startNow(options);
        return;
    }
    m_next = options;
    m_cluster.stop();
}

void PracticeAdapter::startNow(const cluster::StartPractice &options)
{
    lab::PracticeOptions lab;
    lab.nodes = options.nodes;
    lab.hidden = options.withHidden;
    lab.otherCookie = options.withOtherCookie;
    lab.machineEpmdPort = m_machineEpmdPort;
    m_cluster.start(lab);
}

void PracticeAdapter::stop()
{
    m_next.reset();
    m_cluster.stop();
}

bool PracticeAdapter::owns(const base::NodeName &node) const
{
    return m_cluster.owns(node);
}

} // namespace nodescope::app
