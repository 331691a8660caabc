#pragma once

#include <memory>
#include <vector>

#include <QHash>
#include <QHostAddress>
#include <QObject>

#include "base/Clock.h"
#include "base/Secret.h"
#include "cluster/Visit.h"
#include "dist/Acceptor.h"
#include "dist/EpmdRegistration.h"
#include "dist/EpmdServer.h"
#include "doctor/post/SavedCookie.h"
#include "protocol/handshake/ChallengeBook.h"

namespace nodescope::doctor {

struct PostSettings
{
    base::NodeName name;              ///< under which the post is dialled; must be startable
    std::vector<SavedCookie> cookies; ///< with which a caller's digest is compared
    quint16 epmdPort = protocol::epmd::DefaultPort;
    quint16 port = 0;                 ///< 0: a free one
    std::optional<dist::TlsRole> tls; ///< as server: callers must speak TLS
};

/// A place to be dialled: it takes part in the handshake as a node does, up to the caller's digest, compares
/// that with every saved cookie, and closes. Whoever wants to know why a node does not connect lets it dial
/// this one, and sees each step.
///
/// It signs nothing, ever. The cookie that its handshakes hold is a random one that nobody has, so no call
/// can end in a link, and no digest of a cookie of the person's leaves this machine, whatever a caller sends.
/// See the folder's README for what a caller sees of it.
///
/// It registers as a hidden node with the EPMD of this machine. Where none answers it runs one of its own,
/// as long as it lives. It listens on loopback if its name is on loopback, else on all addresses.
///
/// Signals: `listening`; `registered` and `registrationLost` by turns, or `registrationRefused`; for each
/// call `visitChanged` several times, the last time with a visit that is over. No signal comes after
/// destruction. Lives on the network thread; `clock` must outlive it.
class ListeningPost final : public QObject
{
    Q_OBJECT

public:
    ListeningPost(PostSettings settings, const base::Clock &clock, QObject *parent = nullptr);
    ~ListeningPost() override;

    /// Listens, and registers. The port, or why not.
    [[nodiscard]] base::Result<quint16, dist::ListenError> start();
    [[nodiscard]] const base::NodeName &name() const { return m_settings.name; }
    [[nodiscard]] quint16 port() const;
    /// Whether the EPMD is our own. Registrations of other nodes with it end with this object.
    [[nodiscard]] bool runsEpmd() const { return m_epmd != nullptr; }
    /// Names that others have registered with our own EPMD.
    [[nodiscard]] QStringList guestsOfEpmd() const;
    /// From the next digest on.
    void setCookies(std::vector<SavedCookie> cookies) { m_settings.cookies = std::move(cookies); }

Q_SIGNALS:
    void registered();
    void registrationLost();
    /// EPMD has that name already. It is not tried again; callers that know the port can still come.
    void registrationRefused();
    void visitChanged(const nodescope::cluster::Visit &visit);
    /// A call is over: all of it, digest included. Comes after the last visitChanged of it.
    void called(const nodescope::dist::AcceptReport &report);

private:
    [[nodiscard]] QHostAddress address() const;
    [[nodiscard]] protocol::AcceptDecision decide(const protocol::Caller &caller) const;
    void registerName(quint16 port);
    void onEpmdUnreachable(const dist::epmd_failure::Reason &reason);
    void onBegan(const dist::AcceptReport &report);
    void onMessage(dist::AttemptId id, const protocol::HandshakeMessage &message);
    void onFailed(const dist::AcceptReport &report);

    PostSettings m_settings;
    const base::Clock &m_clock;
    const base::Secret m_nobodys; ///< the cookie that no node has
    protocol::ChallengeBook m_book;
    dist::Acceptor m_acceptor;
    std::unique_ptr<dist::EpmdServer> m_epmd;
    std::unique_ptr<dist::EpmdRegistration> m_registration;
    QHash<dist::AttemptId, dist::AcceptReport> m_running;
    dist::AttemptId m_lastId = 0;
};

} // namespace nodescope::doctor
