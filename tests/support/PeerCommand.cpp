#include "support/PeerCommand.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>

namespace nodescope::test {

QString peerRoot()
{
    return qEnvironmentVariable("NODESCOPE_PEER_ROOT");
}

QString sourceFile(const QString &path)
{
    return QDir(qEnvironmentVariable("NODESCOPE_SOURCE_DIR")).filePath(path);
}

PeerCommand peerCommand(const QString &program)
{
    return peerCommand(program, peerRoot());
}

PeerCommand peerCommand(const QString &program, const QString &root)
{
    if (root.isEmpty())
        return {QStandardPaths::findExecutable(program), {}};
    return {sourceFile(QStringLiteral("tests/support/peer-shell")), {root, QStringLiteral("--"), program}};
}

PeerCommand startedBy(const QStringList &starter, const PeerCommand &command)
{
    if (starter.isEmpty())
        return command;
    return {starter.first(), starter.mid(1) + QStringList{command.program} + command.arguments};
}

QString outputOf(const PeerCommand &command, int timeout)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(command.program, command.arguments);
    if (!process.waitForFinished(timeout) || process.exitStatus() != QProcess::NormalExit ||
        process.exitCode() != 0)
        return {};
    const QString output = QString::fromUtf8(process.readAllStandardOutput()).trimmed();
    return output.isNull() ? QStringLiteral("") : output;
}

} // namespace nodescope::test
