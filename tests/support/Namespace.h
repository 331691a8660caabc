#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace nodescope::test {

/// A network, a host name, an /etc/hosts and an /etc/resolv.conf of a test's own, for faults that need a
/// firewall, an address or a name: nothing of it is seen outside, and all of it is gone with this object.
/// Needs root, or a kernel that lets others make user namespaces.
class Namespace
{
public:
    struct Options
    {
        QString hostName = QStringLiteral("testhost");
        QByteArray hosts = "127.0.0.1 localhost\n::1 localhost\n";
        QByteArray resolver; ///< resolv.conf; empty: no name service
    };

    explicit Namespace(Options options);
    ~Namespace();
    Q_DISABLE_COPY_MOVE(Namespace)

    /// Why there can be none here; empty if there can. For QSKIP.
    [[nodiscard]] static QString whyUnavailable();
    /// Why no firewall can be set up inside; empty if one can.
    [[nodiscard]] static QString whyNoFirewall();

    /// Makes it; loopback is up. Once.
    [[nodiscard]] bool start();
    /// What a command inside begins with: for Peer::Options::within and its like.
    [[nodiscard]] QStringList enter() const;
    /// Runs a command of the shell inside, e.g. `ip addr add 10.0.0.1/24 dev lo`, as its root.
    [[nodiscard]] bool run(const QString &command) const;
    /// Another /etc/hosts, from now on.
    void setHosts(const QByteArray &hosts) const;

private:
    Options m_options;
    QTemporaryDir m_folder;
    QProcess m_holder; // the namespaces live as long as it does
};

} // namespace nodescope::test
