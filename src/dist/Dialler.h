#pragma once

#include <functional>
#include <memory>

#include <QObject>
#include <QPointer>
#include <QTimer>

#include "base/NodeName.h"
#include "dist/DialReport.h"
#include "dist/EpmdClient.h"
#include "dist/Link.h"
#include "dist/tls/TlsSettings.h"

class QSslSocket;

namespace nodescope::dist {

class HostLookup;
class TcpConnector;
class TlsSetup;

/// Where to dial, and how far to go.
struct DialTarget
{
    base::NodeName node;
    quint16 epmdPort = protocol::epmd::DefaultPort;
    /// Where the node is, when EPMD is not to be asked: host (or address) and distribution port.
    struct Explicit
    {
        QString host;
        quint16 port = 0;
    };
    std::optional<Explicit> address;
};

/// Where a node was when it was reached last, as EPMD said then.
struct RememberedPort
{
    QHostAddress address;
    protocol::epmd::Registration registration;
};

/// One attempt to reach a node: resolves, asks EPMD, connects, encrypts if asked for, and does the
/// handshake; keeps the evidence. With an attempt that succeeds, the link is taken from it.
///
/// Signals in their order: `stepped` for each stage that ended, `handshakeMessage`*, `connected` (only
/// then takeLink() has a link), and at last `finished`, always and exactly once unless destroyed before.
///
/// One use for each object. Lives on the network thread; owned by its parent; clock and book must
/// outlive it.
class Dialler final : public QObject
{
    Q_OBJECT

public:
    Dialler(AttemptId id, DialTarget target, protocol::HandshakeSettings handshake, LinkSettings link,
            ConnectTimeouts timeouts, protocol::ChallengeBook &book, const base::Clock &clock,
            QObject *parent = nullptr);
    ~Dialler() override;

    void start();
    /// Gives up; finished() with this reason comes from within.
    void cancel(const dial_end::Reason &reason = dial_end::Cancelled{});

    [[nodiscard]] AttemptId id() const { return m_report.id; }
    [[nodiscard]] const DialReport &report() const { return m_report; }
    /// How to do the handshake with a peer that gives no dynamic names (C and Java nodes, OTP before 23):
    /// under a name of our own, over a second connection. Set before start().
    void setFallback(protocol::HandshakeSettings handshake) { m_fallback = std::move(handshake); }
    /// Encrypt the connection, and verify the host part of the node's name. Set before start().
    void useTls(TlsRole role) { m_tls = std::move(role); }
    /// Tries this before it asks EPMD. Where nobody listens there any more, or another node does, EPMD is
    /// asked all the same, and the report is about that. Set before start().
    void setRemembered(const RememberedPort &port) { m_remembered = port; }
    /// Who does the handshake instead of a Link, once the connection stands. Nothing comes any more then,
    /// finished() neither. Set before start().
    using Taker = std::function<void(std::unique_ptr<Transport>)>;
    void setTaker(Taker taker) { m_taker = std::move(taker); }
    /// The handshake is a probe for want of a cookie: the end is NoCookie, not Probed. Set before start().
    void setLacksCookie()
    {
        m_lacksCookie = true;
        m_report.probe = false;
    }
    /// Set before start(); only for the report.
    void setCookieScope(CookieScope scope) { m_report.cookieScope = scope; }
    /// During connected(): the link, which is up, without parent. Whoever does not take it loses it.
    [[nodiscard]] std::unique_ptr<Link> takeLink();

Q_SIGNALS:
    void stepped(const nodescope::dist::DialStep &step);
    void handshakeMessage(const nodescope::protocol::HandshakeMessage &message);
    void connected(const nodescope::protocol::HandshakeResult &result);
    void finished(const nodescope::dist::DialReport &report);

private:
    void begin(DialStage stage);
    void end(bool passed);
    void addStep(const DialStep &step);
    void resolve();
    void askEpmd();
    void onEpmdAnswer(const EpmdAnswer &answer);
    void useRegistration(const protocol::epmd::Registration &registration, const QList<QHostAddress> &places);
    void tryRemembered();
    [[nodiscard]] static bool wasSomebodyElse(const link_down::Reason &reason);
    /// False if no remembered port was being tried.
    [[nodiscard]] bool askEpmdAfterAll();
    [[nodiscard]] static dial_end::Reason endOf(const epmd_failure::Reason &failure);
    [[nodiscard]] static QList<QHostAddress> placesOf(const EpmdEvidence &evidence);
    void connectTo(const QList<QHostAddress> &addresses, quint16 port);
    void encrypt(std::unique_ptr<QSslSocket> socket);
    void onTlsFailed(const TlsFailure &failure);
    void lookPlainly();
    void askPlainly(std::unique_ptr<Transport> transport);
    void shakeHands(std::unique_ptr<Transport> transport);
    void onLinkDown(const link_down::Reason &reason);
    [[nodiscard]] bool useFallback();
    void finish(const dial_end::Reason &reason);

    DialTarget m_target;
    protocol::HandshakeSettings m_handshake;
    std::optional<protocol::HandshakeSettings> m_fallback;
    Taker m_taker;
    std::optional<RememberedPort> m_remembered;
    /// While a remembered port is tried: how to begin again.
    struct Beginning
    {
        protocol::HandshakeSettings handshake;
        std::optional<protocol::HandshakeSettings> fallback;
    };
    std::optional<Beginning> m_beginning;
    std::optional<TlsRole> m_tls;
    std::optional<TlsFailure> m_tlsFailure; // while we look whether the peer is a plain node
    LinkSettings m_linkSettings;
    ConnectTimeouts m_timeouts;
    protocol::ChallengeBook &m_book;
    const base::Clock &m_clock;
    DialReport m_report;
    base::Instant m_stepStart;
    DialStage m_stage = DialStage::NameCheck;
    bool m_over = false;
    bool m_lacksCookie = false;

    EpmdClient *m_epmd = nullptr;       // child
    QPointer<EpmdQuery> m_query;        // of m_epmd
    QPointer<HostLookup> m_lookup;      // child
    QPointer<TcpConnector> m_connector; // child
    QPointer<TlsSetup> m_tlsSetup;      // child
    std::unique_ptr<Link> m_link;
    QTimer m_total;
};

} // namespace nodescope::dist
