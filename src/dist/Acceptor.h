#pragma once

#include <functional>
#include <memory>
#include <vector>

#include <QObject>

#include "dist/DialReport.h"
#include "dist/GuessGuard.h"
#include "dist/Link.h"
#include "dist/Listener.h"
#include "dist/tls/TlsSettings.h"
#include "protocol/handshake/ChallengeBook.h"

namespace nodescope::dist {

class TlsSetup;

/// The callers of one LocalNode, from their TCP connection to the end of their handshake. Their number
/// is capped: a new one is always taken, and one that has proved nothing yet gives way to it (failed()
/// with Crowded). So mute connections never keep anybody out.
///
/// Part of LocalNode, which owns it.
class Acceptor final : public QObject
{
    Q_OBJECT

public:
    using Decide = std::function<protocol::AcceptDecision(const protocol::Caller &)>;

    struct Settings
    {
        protocol::HandshakeSettings handshake;
        LinkSettings link;
        int maxUnauthenticated = Listener::DefaultUnauthenticated;
        std::optional<TlsRole> tls; ///< encrypt
    };

    /// `decide` is asked about each caller. Book and clock must outlive the acceptor.
    Acceptor(Decide decide, protocol::ChallengeBook &book, const base::Clock &clock,
             QObject *parent = nullptr);
    ~Acceptor() override;

    [[nodiscard]] base::Result<quint16, ListenError> listen(const QHostAddress &address, quint16 port,
                                                            Settings settings);
    void close();
    [[nodiscard]] quint16 port() const { return m_listener.port(); }
    /// The incarnation that callers are told from now on.
    void setCreation(quint32 creation) { m_settings.handshake.creation = creation; }
    /// Whether a caller of this name is in its handshake.
    [[nodiscard]] bool isAccepting(const QString &name) const;

Q_SIGNALS:
    /// Somebody connected; the report is to be filled.
    void began(const nodescope::dist::AcceptReport &report);
    void handshakeMessage(nodescope::dist::AttemptId id,
                          const nodescope::protocol::HandshakeMessage &message);
    /// A link is up; take it from within with takeLink().
    void accepted();
    void failed(const nodescope::dist::AcceptReport &report);

public:
    [[nodiscard]] std::unique_ptr<Link> takeLink() { return std::move(m_accepted); }
    /// Numbers the attempts; shared with those that we make.
    void setNextId(std::function<AttemptId()> nextId) { m_nextId = std::move(nextId); }

private:
    struct Pending
    {
        std::unique_ptr<TlsSetup> tls; ///< while it is not encrypted yet
        std::unique_ptr<Link> link;    ///< then
        AcceptReport report;
    };
    void acceptNext();
    void acceptPlain();
    void acceptTls();
    [[nodiscard]] Pending *add(const Endpoints &endpoints);
    void shakeHands(Pending *pending, std::unique_ptr<Transport> transport);
    void decideSoon(Link *link, AcceptReport &report, const protocol::Caller &caller);
    void onTlsFailed(Pending *pending, const TlsFailure &failure);
    void onUp(Pending *pending);
    void onDown(Pending *pending, const link_down::Reason &reason);
    [[nodiscard]] std::unique_ptr<Pending> take(Pending *pending);
    void reportBroken(Pending &pending, const protocol::handshake_failure::Reason &reason);
    void makeRoom();
    void giveUp(Pending *pending);
    [[nodiscard]] Pending *leastPromising() const;

    Decide m_decide;
    protocol::ChallengeBook &m_book;
    const base::Clock &m_clock;
    Settings m_settings;
    Listener m_listener;
    GuessGuard m_guard;
    std::function<AttemptId()> m_nextId;
    std::vector<std::unique_ptr<Pending>> m_pending;
    std::unique_ptr<Link> m_accepted;
};

} // namespace nodescope::dist
