#pragma once

#include <QObject>

#include "dist/LocalProcess.h"
#include "dist/OpenCalls.h"
#include "dist/RemoteCall.h"

namespace nodescope::dist {

class LocalNode;

/// The calls of one LocalNode: many at a time, told apart by their references, all from one process.
///
/// First choice is a spawn request of `erpc:execute_call/4` with a monitor, whose exit reason is the
/// outcome (erpc's own way). Where the peer lacks SPAWN or answers `notsup`, a message to `rex` follows
/// (rpc's way), with a monitor on `rex` that tells if there is none.
///
/// Part of LocalNode, which owns it.
class Caller final : public QObject
{
    Q_OBJECT

public:
    explicit Caller(LocalNode &node, QObject *parent = nullptr);
    ~Caller() override;

    CallId call(const CallRequest &request, QObject *context, CallHandler handler);
    void cancel(CallId id);

private:
    struct Call : OpenCall<CallRequest, CallResult>
    {
        CallWay way = CallWay::Spawn;
    };
    using CallPointer = OpenCalls<Call>::Pointer;

    void begin(const CallPointer &call);
    void beginSpawn(const CallPointer &call);
    [[nodiscard]] term::Term argumentsOf(const CallRequest &request);
    [[nodiscard]] bool canMonitorNames(const base::NodeName &peer) const;
    void beginRex(const CallPointer &call);
    void onSpawned(const SpawnOutcome &outcome);
    void onDown(const term::Reference &reference, const term::Term &reason);
    void onMessage(const term::Term &message);
    [[nodiscard]] static call_end::Reason outcomeOf(const term::Term &reason);
    void giveUp(const CallPointer &call, const call_end::Reason &why, bool endRemote);
    void finish(const CallPointer &call, const call_end::Reason &end);
    void finishLater(const CallPointer &call, const call_end::Reason &end);
    void deliver(const CallPointer &call, const call_end::Reason &end);

    LocalNode &m_node;
    LocalProcess *m_process; // of the node
    const SpawnOptions m_options{.monitor = true};
    OpenCalls<Call> m_calls;
};

} // namespace nodescope::dist
