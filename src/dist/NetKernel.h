#pragma once

#include <functional>
#include <optional>

#include <QObject>

#include "dist/GenCall.h"

namespace nodescope::dist {

/// The least of a `net_kernel` that others need of us: `net_adm:ping/1` sends
/// `{'$gen_call', From, {is_auth, Node}}` to it and takes `yes` for pong. Other calls go to a handler,
/// or are not answered.
///
/// Registers itself; owned by its parent, which must not outlive the node.
class NetKernel final : public QObject
{
    Q_OBJECT

public:
    /// The reply to a request that is not `is_auth`, or nothing to stay silent.
    using Handler = std::function<std::optional<term::Term>(const term::Term &request, const term::Pid &from,
                                                            const base::NodeName &peer)>;

    explicit NetKernel(LocalNode &node, Handler handler = {}, QObject *parent = nullptr);

Q_SIGNALS:
    /// Somebody pinged us.
    void pinged(const nodescope::base::NodeName &peer);

private:
    void answer(LocalProcess &process, const GenCall &call, const base::NodeName &peer);

    Handler m_handler;
};

} // namespace nodescope::dist
