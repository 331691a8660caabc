#pragma once

#include <QTimer>

#include "session/errands/Mailbox.h"

namespace nodescope::session {

/// A process on another node, which sends for us over that node's own links and passes on what it gets:
/// `erl_eval:exprs/2` with resources/probes/relay.erl. It monitors ours and ends with it, or with our link.
/// Nodes without spawn requests or `erl_eval` (C and Java nodes) give `failed`.
class Relay final : public Mailbox
{
    Q_OBJECT

public:
    /// `self` must outlive it.
    Relay(dist::LocalNode &self, const base::NodeName &node, QObject *parent);
    ~Relay() override;

    void start() override;
    [[nodiscard]] term::Pid pid() const override { return m_pid; }
    [[nodiscard]] base::NodeName where() const override { return m_node; }
    void send(const term::Term &to, const term::Term &message) override;
    void monitor(const term::Term &to) override;

private:
    void onSpawned(const dist::SpawnOutcome &outcome);
    void onDelivered(const dist::Delivery &delivery);
    void onGot(const term::Term &message, qint64 size);
    void tell(const char *what, const term::Term &to, const term::Term &message);
    void fail(const QString &reason);

    dist::LocalNode &m_self;
    const base::NodeName m_node;
    QPointer<dist::LocalProcess> m_process; // the node's; the relay watches it
    term::Pid m_pid;
    term::Term m_tag; // nobody else can know it
    term::Term m_monitor;
    bool m_monitoring = false;
    bool m_failed = false;
    QTimer m_timer; // for what the relay has not answered
};

} // namespace nodescope::session
