#pragma once

#include <QString>
#include <QStringList>

namespace nodescope::test {

/// How to start a program of a peer: here, or in the root of another Debian release that
/// NODESCOPE_PEER_ROOT names (see tests/support/peer-shell).
struct PeerCommand
{
    QString program;
    QStringList arguments;
};
[[nodiscard]] PeerCommand peerCommand(const QString &program);
/// In that root ("": this machine).
[[nodiscard]] PeerCommand peerCommand(const QString &program, const QString &root);
/// The same command as the end of another's arguments, e.g. of `nsenter`; unchanged if that is empty.
[[nodiscard]] PeerCommand startedBy(const QStringList &starter, const PeerCommand &command);

/// The root that peers run in; empty for this machine.
[[nodiscard]] QString peerRoot();
/// A file of the project's sources.
[[nodiscard]] QString sourceFile(const QString &path);

/// What a program that ends within `timeout` milliseconds with status 0 wrote, trimmed; else null, and its
/// messages are left in the test's own output.
[[nodiscard]] QString outputOf(const PeerCommand &command, int timeout = 30'000);

} // namespace nodescope::test
