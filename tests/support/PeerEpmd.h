#pragma once

#include <memory>

#include <QProcess>

namespace nodescope::test {

/// OTP's own `epmd`, on a free port of loopback, as a child of the test: it ends with this object, and
/// the machine's own is never touched.
class PeerEpmd
{
public:
    PeerEpmd();
    /// On that port, and in a Namespace (`within` is its enter()); empty `address`: on all addresses.
    explicit PeerEpmd(quint16 port, QStringList within = {}, QString address = QStringLiteral("127.0.0.1"));
    ~PeerEpmd();
    Q_DISABLE_COPY_MOVE(PeerEpmd)

    /// Whether it runs, and listens. After stop() it can be started again, on the same port.
    [[nodiscard]] bool start();
    /// Kills it; the nodes that registered with it stay.
    void stop();
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    [[nodiscard]] bool listens() const;

    QProcess m_process;
    const quint16 m_port;
    const QStringList m_within;
    const QString m_address;
};

/// A port of loopback that nobody listens on just now.
[[nodiscard]] quint16 freePort();

} // namespace nodescope::test
