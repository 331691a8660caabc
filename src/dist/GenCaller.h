#pragma once

#include <memory>

#include <QHash>
#include <QObject>
#include <QPointer>

#include "dist/Deadlines.h"
#include "dist/GenServerCall.h"
#include "dist/LocalProcess.h"

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
    struct Call
    {
        CallId id = 0;
        GenCallRequest request;
        GenCallHandler handler;
        QPointer<QObject> context;
        bool hasContext = false;
        term::Reference reference;
        base::Instant began;
    };
    using CallPointer = std::shared_ptr<Call>;

    void begin(const CallPointer &call);
    [[nodiscard]] term::Term openFor(Call &call);
    void onMessage(const term::Term &message);
    void onDown(const term::Reference &reference, const term::Term &reason);
    void giveUp(const CallPointer &call, const gen_end::Reason &end);
    [[nodiscard]] bool retire(const CallPointer &call);
    void finishLater(const CallPointer &call, const gen_end::Reason &end);
    void finish(const CallPointer &call, const gen_end::Reason &end);
    void deliver(const CallPointer &call, const gen_end::Reason &end);

    LocalNode &m_node;
    LocalProcess *m_process; // of the node
    Deadlines m_deadlines;
    QHash<term::Reference, CallPointer> m_calls;
    QHash<CallId, CallPointer> m_byId;
    CallId m_lastId = 0;
};

} // namespace nodescope::dist
