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
    ~PeerEpmd();
    Q_DISABLE_COPY_MOVE(PeerEpmd)

    /// Whether it runs, and listens.
    [[nodiscard]] bool start();
    /// Kills it; the nodes that registered with it stay.
    void stop();
    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QProcess m_process;
    quint16 m_port;
};

/// A port of loopback that nobody listens on just now.
[[nodiscard]] quint16 freePort();

} // namespace nodescope::test
