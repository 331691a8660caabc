#pragma once

#include <memory>

#include "dist/Acceptor.h"
#include "dist/Caller.h"
#include "dist/DialDesk.h"
#include "dist/GenCaller.h"
#include "dist/IoSink.h"
#include "dist/LinkTable.h"
#include "dist/LocalNode.h"
#include "dist/SignalRouter.h"

namespace nodescope::dist {

/// The parts of a node, in the order in which they need each other.
struct LocalNode::Private
{
    Private(LocalNode &node)
        : router(node, links)
    {
    }

    protocol::ChallengeBook book;
    LinkTable links;
    SignalRouter router;
    std::unique_ptr<Caller> caller;
    std::unique_ptr<GenCaller> genCaller;
    std::unique_ptr<IoSink> ioSink;
    std::unique_ptr<Acceptor> acceptor;
    std::unique_ptr<EpmdRegistration> registration;
    std::unique_ptr<DialDesk> dials;

    /// Where nodes were, by EPMD's port and name. Bounded: beyond, all is forgotten.
    static constexpr qsizetype MaxPorts = 1024;
    QHash<std::pair<quint16, QString>, RememberedPort> ports;
    void rememberPort(const DialReport &report);
};

} // namespace nodescope::dist
