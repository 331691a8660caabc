#include "protocol/link/ControlWriter.h"

#include "term/TermBuilder.h"

namespace nodescope::protocol {

using namespace control;
using term::Term;
using term::TermBuilder;

namespace {

struct Written : WrittenControl
{
    bool wantsPayload = false; // from the caller
    Flags lacking;
};

// Chooses number and shape by the agreed flags.
class TupleWriter
{
public:
    explicit TupleWriter(Flags flags)
        : m_flags(flags)
    {
    }

    Written operator()(const Link &m) { return pair(Operation::Link, m.from, m.to); }
    Written operator()(const GroupLeader &m) { return pair(Operation::GroupLeader, m.from, m.to); }
    Written operator()(const NodeLink &)
    {
        begin(Operation::NodeLink);
        return done(1);
    }
    Written operator()(const Unlink &m)
    {
        if (!m_flags.contains(Flag::UnlinkId))
            return pair(Operation::Unlink, m.from, m.to);
        return numbered(Operation::UnlinkId, m.id, m.from, m.to);
    }
    Written operator()(const UnlinkAck &m)
    {
        if (!m_flags.contains(Flag::UnlinkId))
            return lacks(Flag::UnlinkId);
        return numbered(Operation::UnlinkIdAck, m.id, m.from, m.to);
    }
    Written operator()(const Send &m)
    {
        const bool withSender = m.from && m_flags.contains(Flag::SendSender);
        if (withSender) {
            begin(m.token.isValid() ? Operation::SendSenderTt : Operation::SendSender);
            m_builder.pid(*m.from);
        } else {
            begin(m.token.isValid() ? Operation::SendTt : Operation::Send);
            m_builder.atom(QLatin1String(""));
        }
        m_builder.pid(m.to);
        return withMessage(done(3, m.token));
    }
    Written operator()(const RegSend &m)
    {
        begin(m.token.isValid() ? Operation::RegSendTt : Operation::RegSend);
        m_builder.pid(m.from);
        m_builder.atom(QLatin1String(""));
        m_builder.atom(m.to);
        return withMessage(done(4, m.token));
    }
    Written operator()(const Exit &m)
    {
        return exits(m,
                     {Operation::Exit, Operation::ExitTt, Operation::PayloadExit, Operation::PayloadExitTt});
    }
    Written operator()(const Exit2 &m)
    {
        return exits(
            m, {Operation::Exit2, Operation::Exit2Tt, Operation::PayloadExit2, Operation::PayloadExit2Tt});
    }
    Written operator()(const Monitor &m)
    {
        if (!m_flags.contains(Flag::DistMonitor))
            return lacks(Flag::DistMonitor);
        if (std::holds_alternative<QString>(m.to) && !m_flags.contains(Flag::DistMonitorName))
            return lacks(Flag::DistMonitorName);
        return monitors(Operation::MonitorP, m.from, m.to, m.reference);
    }
    Written operator()(const Demonitor &m)
    {
        return monitors(Operation::DemonitorP, m.from, m.to, m.reference);
    }
    Written operator()(const MonitorExit &m)
    {
        const bool inPayload = m_flags.contains(Flag::ExitPayload);
        begin(inPayload ? Operation::PayloadMonitorPExit : Operation::MonitorPExit);
        process(m.from);
        m_builder.pid(m.to);
        m_builder.reference(m.reference);
        if (!inPayload)
            m_builder.add(m.reason);
        Written written = done(inPayload ? 4 : 5);
        return inPayload ? withReason(std::move(written), m.reason) : written;
    }
    Written operator()(const SpawnRequest &m)
    {
        if (!m_flags.contains(Flag::Spawn))
            return lacks(Flag::Spawn);
        begin(m.token.isValid() ? Operation::SpawnRequestTt : Operation::SpawnRequest);
        m_builder.reference(m.request);
        m_builder.pid(m.from);
        m_builder.pid(m.groupLeader);
        m_builder.atom(m.module);
        m_builder.atom(m.function);
        m_builder.integer(m.arity);
        m_builder.tuple(3);
        m_builder.add(m.options);
        return withMessage(done(6, m.token));
    }
    Written operator()(const SpawnReply &m)
    {
        if (!m_flags.contains(Flag::Spawn))
            return lacks(Flag::Spawn);
        begin(m.token.isValid() ? Operation::SpawnReplyTt : Operation::SpawnReply);
        m_builder.reference(m.request);
        m_builder.pid(m.to);
        m_builder.integer(m.flags);
        process(m.result);
        return done(5, m.token);
    }
    Written operator()(const AliasSend &m)
    {
        // OTP 28 and later write the newer form to each other (seen).
        if (m_flags.contains(Flag::AltactSig))
            return (*this)(AltactSend{0, m.from, m.alias, m.token});
        if (!m_flags.contains(Flag::Alias))
            return lacks(Flag::Alias);
        begin(m.token.isValid() ? Operation::AliasSendTt : Operation::AliasSend);
        m_builder.pid(m.from);
        m_builder.reference(m.alias);
        return withMessage(done(3, m.token));
    }
    Written operator()(const AltactSend &m)
    {
        if (!m_flags.contains(Flag::AltactSig))
            return lacks(Flag::AltactSig);
        begin(Operation::AltactSigSend);
        m_builder.integer(altactFlags(m));
        m_builder.pid(m.from);
        if (const auto *alias = std::get_if<term::Reference>(&m.to))
            m_builder.reference(*alias);
        else if (const auto *name = std::get_if<QString>(&m.to))
            m_builder.atom(*name);
        else
            m_builder.pid(std::get<term::Pid>(m.to));
        return withMessage(done(4, m.token));
    }

private:
    struct ExitOperations
    {
        Operation plain, traced, payload, payloadTraced;
    };

    static quint32 altactFlags(const AltactSend &m)
    {
        const quint32 chosen = m.flags & (AltactSend::Priority | AltactSend::ExitSignal);
        const quint32 token = m.token.isValid() ? AltactSend::HasToken : 0;
        const quint32 alias = std::holds_alternative<term::Reference>(m.to) ? AltactSend::ToAlias : 0;
        const quint32 name = std::holds_alternative<QString>(m.to) ? AltactSend::ToName : 0;
        return chosen | token | alias | name;
    }
    template<class Exits>
    Written exits(const Exits &m, const ExitOperations &operations)
    {
        const bool traced = m.token.isValid();
        const bool inPayload = m_flags.contains(Flag::ExitPayload);
        if (inPayload)
            begin(traced ? operations.payloadTraced : operations.payload);
        else
            begin(traced ? operations.traced : operations.plain);
        m_builder.pid(m.from);
        m_builder.pid(m.to);
        if (inPayload)
            return withReason(done(3, m.token), m.reason);
        if (traced)
            m_builder.add(m.token);
        m_builder.add(m.reason);
        return done(traced ? 5 : 4);
    }
    Written pair(Operation operation, const term::Pid &from, const term::Pid &to)
    {
        begin(operation);
        m_builder.pid(from);
        m_builder.pid(to);
        return done(3);
    }
    Written numbered(Operation operation, quint64 id, const term::Pid &from, const term::Pid &to)
    {
        begin(operation);
        m_builder.unsignedInteger(id);
        m_builder.pid(from);
        m_builder.pid(to);
        return done(4);
    }
    Written monitors(Operation operation, const term::Pid &from, const Process &to,
                     const term::Reference &reference)
    {
        begin(operation);
        m_builder.pid(from);
        process(to);
        m_builder.reference(reference);
        return done(4);
    }
    void process(const Process &process)
    {
        if (const auto *pid = std::get_if<term::Pid>(&process))
            m_builder.pid(*pid);
        else
            m_builder.atom(std::get<QString>(process));
    }
    void begin(Operation operation) { m_builder.integer(int(operation)); }
    Written done(qsizetype arity, const Term &token = {})
    {
        if (token.isValid())
            m_builder.add(token);
        m_builder.tuple(arity + (token.isValid() ? 1 : 0));
        Written written;
        written.tuple = m_builder.take();
        return written;
    }
    static Written withMessage(Written written)
    {
        written.wantsPayload = true;
        return written;
    }
    static Written withReason(Written written, const Term &reason)
    {
        written.payload = reason;
        if (!reason.isValid())
            written.tuple = Term();
        return written;
    }
    static Written lacks(Flag flag)
    {
        Written written;
        written.lacking = flag;
        return written;
    }

    Flags m_flags;
    TermBuilder m_builder;
};

} // namespace

base::Result<WrittenControl, WriteError> writeControl(const ControlMessage &message, Flags flags,
                                                      bool withPayload)
{
    using Kind = WriteError::Kind;
    TupleWriter writer(flags);
    Written written = std::visit(writer, message);
    if (!written.lacking.isEmpty())
        return base::Failure{WriteError{Kind::NotAgreed, written.lacking}};
    if (written.wantsPayload != withPayload)
        return base::Failure{WriteError{withPayload ? Kind::SuperfluousPayload : Kind::MissingPayload, {}}};
    if (!written.tuple.isValid())
        return base::Failure{WriteError{Kind::InvalidTerm, {}}};
    return WrittenControl{std::move(written.tuple), std::move(written.payload)};
}

} // namespace nodescope::protocol
