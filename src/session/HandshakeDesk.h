#pragma once

#include <memory>

#include <QObject>

#include "cluster/Handshake.h"
#include "dist/steps/SteppedAttempt.h"

namespace nodescope::session {

/// The handshakes that we take part in, as values: those that happen anyway, and the one that a person steps
/// through. Holds none of them: whoever shows them keeps them.
///
/// Signals: `changed` for each handshake that is over, and for each step of the one in steps;
/// `waitingToBeDialled` once that is registered. Lives on the network thread; `clock` must outlive it.
class HandshakeDesk final : public QObject
{
    Q_OBJECT

public:
    /// What is to be stepped through.
    struct Order
    {
        quint64 id = 0;
        base::NodeName node; ///< whom we dial, or who may dial us; null: whoever does
        bool incoming = false;
        base::NodeName ownName; ///< null: one is made up, on the node's host
        base::Secret cookie;
        quint16 epmdPort = 4369;
        std::optional<dist::TlsRole> tls;                     ///< as client to dial, as server to be dialled
        base::Duration setupTime = cluster::DefaultSetupTime; ///< how long it waits for each message of ours
    };

    explicit HandshakeDesk(const base::Clock &clock, QObject *parent = nullptr);
    ~HandshakeDesk() override;

    /// An attempt of ours is over. One that came to no connection is no handshake.
    void dialled(const dist::DialReport &report);
    /// A call at our listening post is over.
    void called(const dist::AcceptReport &report, const base::NodeName &ownName);

    /// Begins; a running one is ended first. False: it cannot listen, and `detail` says why.
    [[nodiscard]] bool step(const Order &order, QString *detail);
    /// Both are ignored if it is not the one that runs.
    void release(quint64 id, const cluster::HandshakeEdit &edit);
    void end(quint64 id);
    /// The cookie of the one that was stepped through last; null: another id, or none.
    [[nodiscard]] base::Secret cookieOf(quint64 id) const;

Q_SIGNALS:
    void changed(const nodescope::cluster::HandshakeRecord &record);
    void waitingToBeDialled(quint64 id, const nodescope::base::NodeName &ownName);

private:
    void tell();

    const base::Clock &m_clock;
    protocol::ChallengeBook m_book;
    std::unique_ptr<dist::SteppedAttempt> m_stepped;
    quint64 m_steppedId = 0;
    base::NodeName m_expected;
    base::Duration m_setupTime = cluster::DefaultSetupTime;
    base::Secret m_cookie;
    bool m_toldWaiting = false;
    quint64 m_lastId = 0;
};

} // namespace nodescope::session
