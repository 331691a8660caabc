#pragma once

#include <functional>

#include <QTimer>

#include "cluster/ClusterStore.h"

namespace nodescope::models {

class NodeFilter;

/// Has a proxy filter again at most once a second, while its filter asks for what changes by itself: figures,
/// counters, how long ago. Nothing runs otherwise. A child of the proxy.
class Refilter final : public QObject
{
    Q_OBJECT

public:
    Refilter(const cluster::ClusterStore &store, std::function<void()> again, QObject *parent);
    void follow(const NodeFilter &filter);

private:
    bool m_needed = false;
    QTimer m_timer;
};

} // namespace nodescope::models
