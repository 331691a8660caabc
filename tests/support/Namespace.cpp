#include "support/Namespace.h"

#include <unistd.h>

#include <QFile>
#include <QStandardPaths>

namespace nodescope::test {

namespace {

constexpr int Wait = 20'000;

bool isRoot()
{
    return ::geteuid() == 0;
}

QStringList unshareArguments()
{
    QStringList arguments{QStringLiteral("--net"), QStringLiteral("--uts"), QStringLiteral("--mount"),
                          QStringLiteral("--propagation"), QStringLiteral("private")};
    if (!isRoot())
        arguments << QStringLiteral("--map-root-user");
    return arguments;
}

bool succeeds(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool done = process.waitForFinished(Wait) && process.exitStatus() == QProcess::NormalExit &&
                      process.exitCode() == 0;
    if (!done)
        qInfo().noquote() << arguments.join(u' ') << process.readAll().trimmed();
    return done;
}

bool canUnshare(const QString &inside)
{
    return succeeds(QStringLiteral("unshare"),
                    unshareArguments() + QStringList{QStringLiteral("--"), QStringLiteral("sh"),
                                                     QStringLiteral("-ec"), inside});
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write a file of the test");
}

} // namespace

Namespace::Namespace(Options options)
    : m_options(std::move(options))
{
    m_holder.setProcessChannelMode(QProcess::MergedChannels);
}

Namespace::~Namespace()
{
    // It ends with its input.
    m_holder.closeWriteChannel();
    if (m_holder.state() != QProcess::NotRunning && !m_holder.waitForFinished(5'000)) {
        m_holder.kill();
        m_holder.waitForFinished(5'000);
    }
}

QString Namespace::whyUnavailable()
{
    for (const char *program : {"unshare", "nsenter", "ip"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty() &&
            QStandardPaths::findExecutable(QLatin1String(program), {QStringLiteral("/usr/sbin")}).isEmpty())
            return QLatin1String(program) + QStringLiteral(" is not installed");
    }
    static const bool can = canUnshare(QStringLiteral("ip link set lo up; hostname nodescope"));
    return can ? QString() : QStringLiteral("no network namespace can be made here");
}

QString Namespace::whyNoFirewall()
{
    if (const QString why = whyUnavailable(); !why.isEmpty())
        return why;
    static const bool can = canUnshare(QStringLiteral("nft add table inet t; nft add chain inet t c "
                                                      "'{ type filter hook input priority 0; }'; "
                                                      "nft add rule inet t c tcp dport 1 drop"));
    return can ? QString() : QStringLiteral("nft cannot set up a firewall here");
}

bool Namespace::start()
{
    write(m_folder.filePath(QStringLiteral("hosts")), m_options.hosts);
    write(m_folder.filePath(QStringLiteral("resolv.conf")), m_options.resolver);
    const QString script = QStringLiteral("mount --bind \"$1/hosts\" /etc/hosts; "
                                          "mount --bind \"$1/resolv.conf\" /etc/resolv.conf; "
                                          "hostname \"$2\"; ip link set lo up; echo ready; exec cat");
    m_holder.start(QStringLiteral("unshare"),
                   unshareArguments() + QStringList{QStringLiteral("--"), QStringLiteral("sh"),
                                                    QStringLiteral("-ec"), script, QStringLiteral("holder"),
                                                    m_folder.path(), m_options.hostName});
    while (!m_holder.canReadLine()) {
        if (!m_holder.waitForReadyRead(Wait))
            return false;
    }
    const QByteArray line = m_holder.readLine();
    if (line != "ready\n")
        qInfo().noquote() << line + m_holder.readAll();
    return line == "ready\n";
}

QStringList Namespace::enter() const
{
    QStringList words{QStringLiteral("nsenter"), QStringLiteral("--target"),
                      QString::number(m_holder.processId())};
    if (!isRoot())
        words << QStringLiteral("--user") << QStringLiteral("--preserve-credentials");
    return words << QStringLiteral("--net") << QStringLiteral("--uts") << QStringLiteral("--mount")
                 << QStringLiteral("--");
}

bool Namespace::run(const QString &command) const
{
    const QStringList words = enter() + QStringList{QStringLiteral("sh"), QStringLiteral("-ec"), command};
    return succeeds(words.first(), words.mid(1));
}

void Namespace::setHosts(const QByteArray &hosts) const
{
    write(m_folder.filePath(QStringLiteral("hosts")), hosts); // in place: it is mounted
}

} // namespace nodescope::test
