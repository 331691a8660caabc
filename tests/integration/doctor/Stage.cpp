#include "Stage.h"

#include <QElapsedTimer>

namespace nodescope::test {

namespace {

constexpr quint16 StandardPort = 4369;

// The one that was built, or another that shall be looked at.
QString program()
{
    return qEnvironmentVariable("NODESCOPE_CLI_UNDER_TEST", QStringLiteral(NODESCOPE_CLI));
}

const QRegularExpression Answers(QStringLiteral("@@(value|ready) .*?@@\n"),
                                 QRegularExpression::DotMatchesEverythingOption);

} // namespace

Stage::Stage(Table &table, const Namespace *within)
    : m_table(table)
    , m_within(within ? within->enter() : QStringList())
    , m_epmd(within ? StandardPort : freePort(), m_within,
             within ? QString() : QStringLiteral("127.0.0.1,127.0.0.2"))
    , m_cli(m_epmd.port())
    , m_ready(m_epmd.start())
{
}

Peer *Stage::node(const char *name, const QString &flags, const char *cookie)
{
    Peer::Options options;
    QString full = QLatin1String(name);
    if (!full.contains(u'@'))
        full += QStringLiteral("@127.0.0.1");
    options.name = base::NodeName::literal(full);
    options.flags = flags.split(u' ', Qt::SkipEmptyParts);
    options.cookie = QLatin1String(cookie);
    return node(options);
}

Peer *Stage::node(Peer::Options options)
{
    options.epmdPort = m_epmd.port();
    options.within = m_within;
    m_peers.push_back(std::make_unique<Peer>(options));
    Peer *peer = m_peers.back().get();
    if (peer->start())
        return peer;
    qWarning().noquote() << peer->output();
    return nullptr;
}

QList<Peer *> Stage::peers() const
{
    QList<Peer *> peers;
    for (const std::unique_ptr<Peer> &peer : m_peers)
        peers.append(peer.get());
    return peers;
}

Findings Stage::doctor(const QString &words)
{
    m_bystanders.look(peers());
    QStringList arguments = QStringList{QStringLiteral("doctor")} + words.split(u' ', Qt::SkipEmptyParts) +
                            QStringList{QStringLiteral("--json")};
    if (!arguments.contains(QLatin1String("--cookie-file")))
        arguments << QStringLiteral("--cookie-file") << m_cli.cookieFile();
    return run(arguments, {});
}

Findings Stage::explain(const QString &log)
{
    m_bystanders.look({});
    return run({QStringLiteral("explain"), QStringLiteral("--json")}, log.toUtf8());
}

Findings Stage::run(const QStringList &words, const QByteArray &input)
{
    const std::unique_ptr<QProcess> process = m_cli.prepare();
    const PeerCommand command = startedBy(m_within, {program(), words});
    QElapsedTimer timer;
    timer.start();
    process->start(command.program, command.arguments);
    process->write(input);
    process->closeWriteChannel();
    // Scripted nodes live on our own event loop.
    const bool ended =
        QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 2 * Cli::Wait);
    const int status = ended && process->exitStatus() == QProcess::NormalExit ? process->exitCode() : -1;
    const double wallMs = double(timer.nsecsElapsed()) / 1e6;
    Findings findings =
        Findings::read(status, process->readAllStandardOutput(), process->readAllStandardError());
    findings.wallMs = wallMs;
    return findings;
}

QString Stage::check(const Expected &expected, const Findings &all)
{
    const Findings findings = expected.choose(all);
    QString differs = expected.differs(findings);
    if (differs.isEmpty())
        differs = m_bystanders.harm(peers());
    QString name = QLatin1String(QTest::currentTestFunction());
    if (const char *tag = QTest::currentDataTag(); tag && *tag)
        name += QStringLiteral(": ") + QLatin1String(tag);
    m_table.add(name, expected, findings, differs);
    return differs;
}

QString Stage::startOf(const QStringList &arguments, const QMap<QString, QString> &environment,
                       const QStringList &starter) const
{
    PeerCommand erl = peerCommand(starter.isEmpty() ? QStringLiteral("erl") : starter.first());
    if (!starter.isEmpty())
        erl.arguments += starter.mid(1) + QStringList{QStringLiteral("erl")};
    erl.arguments +=
        QStringList{QStringLiteral("-noshell"), QStringLiteral("-start_epmd"), QStringLiteral("false")} +
        arguments;
    erl = startedBy(m_within, erl);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    all.insert(QStringLiteral("ERL_EPMD_PORT"), QString::number(m_epmd.port()));
    all.insert(QStringLiteral("HOME"), m_cli.home());
    all.insert(QStringLiteral("ERL_CRASH_DUMP"), QStringLiteral("/dev/null"));
    for (auto it = environment.cbegin(); it != environment.cend(); ++it)
        all.insert(it.key(), it.value());
    process.setProcessEnvironment(all);
    process.start(erl.program, erl.arguments);
    process.closeWriteChannel();
    if (!process.waitForFinished(2 * Cli::Wait)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return QString::fromUtf8(process.readAll());
}

QString Stage::logOf(Peer &peer)
{
    (void)peer.evaluate(QStringLiteral("logger_std_h:filesync(default)."), Cli::Wait);
    return peer.output().remove(Answers).trimmed();
}

} // namespace nodescope::test
