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
    if (peerRoot().isEmpty())
        return {QStandardPaths::findExecutable(program), {}};
    return {sourceFile(QStringLiteral("tests/support/peer-shell")),
            {peerRoot(), QStringLiteral("--"), program}};
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
