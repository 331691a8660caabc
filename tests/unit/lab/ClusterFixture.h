#pragma once

#include <memory>
#include <optional>

#include <QSignalSpy>

#include "dist/LocalNode.h"
#include "lab/PracticeCluster.h"

namespace nodescope::test {

/// A practice cluster with a port mapper of its own, and a client beside it that is what Nodescope is to
/// real clusters: hidden, under a dynamic name.
class ClusterFixture
{
public:
    explicit ClusterFixture(lab::PracticeOptions options = {});
    ~ClusterFixture();

    /// Starts and waits until it is ready.
    [[nodiscard]] bool start();
    /// Connects the client, and waits.
    [[nodiscard]] bool connectTo(const QString &name);
    /// Calls a function and waits; the end as Erlang text, exceptions as `Class:Reason`.
    [[nodiscard]] QString call(const QString &name, const QString &module, const QString &function,
                               const QString &arguments = QStringLiteral("[]"),
                               dist::CallPreference way = dist::CallPreference::Best);
    /// `alice` as a node name.
    [[nodiscard]] static base::NodeName node(const QString &name);

    base::SystemClock clock;
    lab::PracticeOptions options;
    lab::PracticeCluster cluster;
    std::optional<lab::PracticeInfo> info;
    std::unique_ptr<dist::LocalNode> client;
};

/// Erlang text as a term; fails the test if it is none.
[[nodiscard]] term::Term erlang(const QString &text);
/// A port of loopback that nobody listens on just now.
[[nodiscard]] quint16 freePortOfLoopback();

} // namespace nodescope::test
