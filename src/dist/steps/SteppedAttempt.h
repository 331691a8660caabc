#pragma once

#include <memory>

#include <QObject>
#include <QTimer>

#include "dist/Dialler.h"
#include "dist/EpmdRegistration.h"
#include "dist/Listener.h"
#include "dist/steps/SteppedReport.h"

namespace nodescope::dist {

class TlsSetup;

/// One handshake in steps over a real connection: we dial a node, or wait until one dials us. Each message of
/// ours waits for release(). It never becomes a link: once both have proved the cookie, one tick shows the
/// new framing, and the connection is held until end() or until the peer closes it.
///
/// As acceptor it takes the first connection and turns others away. With a name registered at EPMD it must
/// not be the name of a node that lives.
///
/// Signal: `changed` for everything that happens; the last time with report().over. One use for each object.
/// Lives on the network thread; owned by its parent; book and clock must outlive it.
class SteppedAttempt final : public QObject
{
    Q_OBJECT

public:
    SteppedAttempt(protocol::SteppedSettings settings, protocol::ChallengeBook &book,
                   const base::Clock &clock, QObject *parent = nullptr);
    ~SteppedAttempt() override;

    /// Dials; with `tls` encrypted.
    void dial(const DialTarget &target, const std::optional<TlsRole> &tls = std::nullopt);
    /// Waits to be dialled; registers with EPMD if wanted; with `tls` the caller must encrypt. The port, or
    /// why not.
    [[nodiscard]] base::Result<quint16, ListenError> listen(const QHostAddress &address, quint16 port,
                                                            std::optional<quint16> epmdPort,
                                                            const std::optional<TlsRole> &tls = std::nullopt);
    /// Sends what is proposed, changed so. Ignored if nothing is.
    void release(const protocol::HandshakeChange &change = {});
    /// Closes, and is over.
    void end();
    [[nodiscard]] const SteppedReport &report() const { return m_report; }

Q_SIGNALS:
    void changed();

private:
    void begin(protocol::Role role);
    void onIncoming();
    void encrypt();
    void talk(std::unique_ptr<Transport> transport);
    void read();
    void take(const protocol::SteppedOutput &output);
    void onClosed();
    void onTimer();
    void showFraming();
    void keepFrames(const QByteArray &bytes);
    void finish();

    protocol::SteppedSettings m_settings;
    protocol::ChallengeBook &m_book;
    const base::Clock &m_clock;
    SteppedReport m_report;
    Dialler *m_dialler = nullptr; // child
    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<EpmdRegistration> m_registration;
    std::optional<TlsRole> m_tls; ///< as acceptor
    std::unique_ptr<TlsSetup> m_tlsSetup;
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<protocol::SteppedHandshake> m_handshake;
    base::Instant m_upSince;
    QTimer m_timer;
};

} // namespace nodescope::dist
