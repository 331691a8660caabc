#pragma once

#include <memory>

#include <QSignalSpy>
#include <QTest>

#include "base/Clock.h"
#include "dist/LocalNode.h"
#include "support/Peer.h"
#include "support/PeerEpmd.h"

namespace nodescope::test {

/// A port mapper and a client node of ours, for tests that dial real nodes.
class Bench
{
public:
    static constexpr int Wait = 15'000; ///< milliseconds that anything on loopback may take

    explicit Bench(
        const dist::NodeIdentity &identity = dist::NodeIdentity::dynamic(QStringLiteral("127.0.0.1")),
        const dist::LocalNodeSettings &settings = {})
    {
        dist::CookieStore cookies;
        cookies.setDefault(base::Secret("peers-cookie"));
        node = std::make_unique<dist::LocalNode>(identity, cookies, clock, settings);
    }

    [[nodiscard]] std::unique_ptr<Peer> peer(const QString &name, const QStringList &flags = {}) const
    {
        Peer::Options options;
        options.name = base::NodeName::literal(QString(name + QStringLiteral("@127.0.0.1")));
        options.epmdPort = epmd.port();
        options.flags = flags;
        return std::make_unique<Peer>(options);
    }

    /// Dials, and waits for the end of it.
    [[nodiscard]] dist::DialReport dial(const base::NodeName &name, dist::DialOptions options = {}) const
    {
        QSignalSpy finished(node.get(), &dist::LocalNode::dialFinished);
        options.epmdPort = epmd.port();
        node->dial(name, options);
        if (finished.isEmpty() && !finished.wait(Wait))
            return {};
        return finished.first().first().value<dist::DialReport>();
    }

    /// Calls, and waits for the outcome.
    [[nodiscard]] dist::CallResult call(const dist::CallRequest &request) const
    {
        dist::CallResult result;
        bool answered = false;
        node->call(request, node.get(), [&](const dist::CallResult &outcome) {
            result = outcome;
            answered = true;
        });
        return QTest::qWaitFor([&] { return answered; }, Wait) ? result : dist::CallResult{};
    }

    base::SystemClock clock;
    PeerEpmd epmd;
    std::unique_ptr<dist::LocalNode> node;
};

} // namespace nodescope::test

/// At the start of initTestCase().
#define NODESCOPE_NEEDS_ERLANG()                                                                             \
    if (const QString why = nodescope::test::Peer::whyUnavailable(); !why.isEmpty())                         \
    QSKIP(qPrintable(why))
