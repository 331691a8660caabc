#pragma once

#include <functional>
#include <memory>
#include <utility>

#include <QHash>
#include <QObject>
#include <QPointer>

#include "base/Clock.h"
#include "dist/Deadlines.h"
#include "dist/RemoteCall.h"

namespace nodescope::dist {

/// A call that is under way: what is the same whatever is called, and how.
template<typename RequestType, typename ResultType>
struct OpenCall
{
    using Request = RequestType;
    using Handler = std::function<void(const ResultType &)>;

    CallId id = 0;
    Request request;
    Handler handler;
    QPointer<QObject> context;
    bool hasContext = false;
    term::Reference reference; ///< which the answer will bear
    base::Instant began;

    /// Whether somebody waits for the result: the context, where one was given, is there still.
    [[nodiscard]] bool isHeard() const { return handler && (!hasContext || context); }
};

/// The calls of one caller that have not ended: each under its number, with a deadline, and from the time
/// when it has been sent also under its reference. `Call` is an OpenCall or derived of one.
template<typename Call>
class OpenCalls
{
public:
    using Pointer = std::shared_ptr<Call>;

    explicit OpenCalls(const base::Clock &clock)
        : m_clock(clock)
        , m_deadlines(clock)
    {
    }

    /// Tells the numbers of calls whose time is over; they are open still.
    [[nodiscard]] const Deadlines &deadlines() const { return m_deadlines; }

    Pointer add(const typename Call::Request &request, QObject *context, typename Call::Handler handler)
    {
        auto call = std::make_shared<Call>();
        call->id = ++m_lastId;
        call->request = request;
        call->handler = std::move(handler);
        call->context = context;
        call->hasContext = context;
        call->began = m_clock.now();
        m_byId.insert(call->id, call);
        m_deadlines.add(call->id, call->began + request.timeout);
        return call;
    }
    /// Null: it has ended.
    [[nodiscard]] Pointer find(CallId id) const { return m_byId.value(id); }

    /// It has been sent, and has its reference.
    void await(const Pointer &call) { m_awaited.insert(call->reference, call); }
    /// The call that is answered, which is no longer awaited; null: none of ours.
    [[nodiscard]] Pointer take(const term::Reference &reference) { return m_awaited.take(reference); }

    /// Each call ends once: false if it has done so.
    [[nodiscard]] bool end(const Pointer &call)
    {
        m_deadlines.remove(call->id);
        return m_byId.remove(call->id) > 0;
    }

private:
    const base::Clock &m_clock;
    Deadlines m_deadlines;
    QHash<CallId, Pointer> m_byId;
    QHash<term::Reference, Pointer> m_awaited;
    CallId m_lastId = 0;
};

} // namespace nodescope::dist
