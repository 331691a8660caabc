#pragma once

#include <QObject>

#include "dist/GenServerCall.h"
#include "dist/LocalProcess.h"
#include "dist/OpenCalls.h"

namespace nodescope::dist {

class LocalNode;

/// The `gen_server` calls of one LocalNode, all from one process.
///
/// Each call monitors its server. Where the peer knows aliases, the monitor's reference is one as well, and
/// ends with the reply or with us giving up; so a late reply never arrives. A peer that knows no monitors
/// (C and Java nodes) is asked without, and a server that is not there shows by the timeout only.
///
/// Part of LocalNode, which owns it.
class GenCaller final : public QObject
{
    Q_OBJECT

public:
    explicit GenCaller(LocalNode &node, QObject *parent = nullptr);
    ~GenCaller() override;

    CallId call(const GenCallRequest &request, QObject *context, GenCallHandler handler);
    void cancel(CallId id);

private:
    using Call = OpenCall<GenCallRequest, GenCallResult>;
    using CallPointer = OpenCalls<Call>::Pointer;

    void begin(const CallPointer &call);
    [[nodiscard]] term::Term openFor(Call &call);
    void onMessage(const term::Term &message);
    void onDown(const term::Reference &reference, const term::Term &reason);
    void giveUp(const CallPointer &call, const gen_end::Reason &end);
    void finishLater(const CallPointer &call, const gen_end::Reason &end);
    void finish(const CallPointer &call, const gen_end::Reason &end);
    void deliver(const CallPointer &call, const gen_end::Reason &end);

    LocalNode &m_node;
    LocalProcess *m_process; // of the node
    OpenCalls<Call> m_calls;
};

} // namespace nodescope::dist
