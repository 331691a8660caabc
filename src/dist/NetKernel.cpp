#include "dist/NetKernel.h"

#include "dist/LocalNode.h"

namespace nodescope::dist {

NetKernel::NetKernel(LocalNode &node, Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    LocalProcess *process = node.createProcess(QStringLiteral("net_kernel"));
    if (!process)
        return; // somebody else plays this part already
    connect(process, &LocalProcess::message, this,
            [this, process](const term::Term &message, const term::Pid &, const base::NodeName &peer) {
                if (const auto call = GenCall::parse(message))
                    answer(*process, *call, peer);
            });
}

void NetKernel::answer(LocalProcess &process, const GenCall &call, const base::NodeName &peer)
{
    if (call.request.isTuple(2) && call.request.at(0).isAtom(QLatin1String("is_auth"))) {
        call.reply(process, term::Term::atom(u"yes"));
        Q_EMIT pinged(peer);
        return;
    }
    if (!m_handler)
        return;
    if (const auto reply = m_handler(call.request, call.from, peer))
        call.reply(process, *reply);
}

} // namespace nodescope::dist
