#pragma once

#include <QObject>

#include "dist/LocalNode.h"

namespace nodescope::session {

/// The process of an errand: what it sends from, and what answers come to. It is ours, or one on another node
/// that does what we tell it and passes on what it gets (see Relay).
///
/// Signals: `ready` or `failed`, once; then, to each send() and monitor(), `did`; `got` and `down` at any
/// time. Ends with its object. Lives on the network thread.
class Mailbox : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// ready() or failed() follow, in a later turn of the loop.
    virtual void start() = 0;
    /// Valid once it is ready.
    [[nodiscard]] virtual term::Pid pid() const = 0;
    /// The node that it is on; null: ours.
    [[nodiscard]] virtual base::NodeName where() const = 0;
    /// `to` as Erlang's `!` takes it.
    virtual void send(const term::Term &to, const term::Term &message) = 0;
    virtual void monitor(const term::Term &to) = 0;

Q_SIGNALS:
    void ready();
    /// It is not there, or not any more: a stable identifier, or the other end's own atom.
    void failed(const QString &reason);
    /// The last send() or monitor() was done; with an empty reason. Else why not.
    void did(const QString &reason);
    /// A message, as far as known with its sender and the bytes of its signal.
    void got(const nodescope::term::Term &message, const nodescope::term::Pid &from, qint64 size);
    /// The monitored process ended, or was not there.
    void down(const nodescope::term::Term &reason);
};

/// A target as Erlang's `!` takes it, for us; empty if it is none.
[[nodiscard]] std::optional<dist::Destination> destinationOf(const term::Term &target);

/// A process of ours, as `peer` knows it.
class OwnMailbox final : public Mailbox
{
    Q_OBJECT

public:
    /// `self` must outlive it.
    OwnMailbox(dist::LocalNode &self, const base::NodeName &peer, QObject *parent);
    ~OwnMailbox() override;

    void start() override;
    [[nodiscard]] term::Pid pid() const override;
    [[nodiscard]] base::NodeName where() const override { return {}; }
    void send(const term::Term &to, const term::Term &message) override;
    void monitor(const term::Term &to) override;

private:
    dist::LocalNode &m_self;
    const base::NodeName m_peer;
    QPointer<dist::LocalProcess> m_process; // the node's
};

} // namespace nodescope::session
