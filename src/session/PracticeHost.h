#pragma once

#include <QObject>

#include "base/NodeName.h"
#include "base/Secret.h"
#include "cluster/Intent.h"
#include "dist/DialReport.h"

namespace nodescope::session {

/// Whoever runs the practice cluster for the session. An interface, since `session` must not know `lab`;
/// the composition root joins the two. Lives on the network thread.
///
/// After start(): `nodeReady` for each node, then `ready`; or `failed`. After stop(): `stopped`.
class PracticeHost : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    virtual void start(const cluster::StartPractice &options) = 0;
    virtual void stop() = 0;
    /// Whether the name is one of its nodes: acting on those needs no arming.
    [[nodiscard]] virtual bool owns(const base::NodeName &node) const = 0;
    /// How long its nodes wait for each message of who dials them.
    [[nodiscard]] virtual base::Duration setupTime() const { return cluster::DefaultSetupTime; }

Q_SIGNALS:
    void nodeReady(const nodescope::base::NodeName &node, const nodescope::base::Secret &cookie,
                   quint16 epmdPort);
    /// All nodes are ready. `cookieFile`: a path, not a cookie.
    void ready(int nodes, quint16 epmdPort, const QString &cookieFile);
    /// One practice node tried to connect to another and failed.
    void attemptFailed(const nodescope::base::NodeName &from, const nodescope::dist::DialReport &report);
    /// `reason` is a stable identifier, `detail` the fact behind it.
    void failed(const QString &reason, const QString &detail);
    void stopped();
};

} // namespace nodescope::session
