#pragma once

#include <memory>

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "support/Peer.h"
#include "support/PeerEpmd.h"

namespace nodescope::test {

/// The built `nodescope-cli`, run as people and scripts run it: with a home of its own, a port mapper of the
/// test's, and a cookie file.
class Cli
{
public:
    static constexpr int Wait = 30'000; ///< milliseconds that a command may take on a loaded machine

    struct Outcome
    {
        int status = -1; ///< -1: it crashed, or did not end in time
        QByteArray output;
        QByteArray errors;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(output).object(); }
    };

    explicit Cli(quint16 epmdPort, const QByteArray &cookie = "peers-cookie")
    {
        m_environment = QProcessEnvironment::systemEnvironment();
        m_environment.insert(QStringLiteral("ERL_EPMD_PORT"), QString::number(epmdPort));
        m_environment.insert(QStringLiteral("HOME"), m_home.path());
        m_environment.remove(QStringLiteral("NODESCOPE_COOKIE"));
        QFile file(cookieFile());
        if (file.open(QIODevice::WriteOnly))
            file.write(cookie);
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    [[nodiscard]] QString cookieFile() const { return m_home.filePath(QStringLiteral("cookie")); }
    [[nodiscard]] QString home() const { return m_home.path(); }
    QProcessEnvironment &environment() { return m_environment; }

    /// Runs it to its end. `--cookie-file` is added.
    [[nodiscard]] Outcome run(const QStringList &words, const QByteArray &input = {}) const
    {
        return runBare(words + QStringList{QStringLiteral("--cookie-file"), cookieFile()}, input);
    }
    [[nodiscard]] Outcome runBare(const QStringList &words, const QByteArray &input = {}) const
    {
        const std::unique_ptr<QProcess> process = start(words);
        process->write(input);
        process->closeWriteChannel();
        Outcome outcome;
        if (process->waitForFinished(Wait) && process->exitStatus() == QProcess::NormalExit)
            outcome.status = process->exitCode();
        outcome.output = process->readAllStandardOutput();
        outcome.errors = process->readAllStandardError();
        return outcome;
    }
    /// A process with its environment, to be started by the test.
    [[nodiscard]] std::unique_ptr<QProcess> prepare() const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_environment);
        return process;
    }
    /// Starts it and leaves it running; the process is killed with the object.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &words) const
    {
        auto process = prepare();
        process->start(QStringLiteral(NODESCOPE_CLI), words);
        return process;
    }

private:
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
};

/// Reads JSON lines of a running process, and remembers when each arrived.
class JsonLines
{
public:
    struct Line
    {
        QJsonObject object;
        qint64 arrived = 0; ///< milliseconds of the wall clock
    };

    explicit JsonLines(QProcess &process)
        : m_process(process)
    {
        QObject::connect(&process, &QProcess::readyReadStandardOutput, &m_context, [this] { read(); });
    }

    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    /// Waits for a line of that event about that node; nothing if none comes.
    [[nodiscard]] std::optional<Line> waitFor(const QString &event, const QString &node,
                                              qsizetype from = 0) const
    {
        std::optional<Line> found;
        const bool came = QTest::qWaitFor(
            [&] {
                for (qsizetype i = from; i < m_lines.size() && !found; ++i) {
                    const QJsonObject &object = m_lines.at(i).object;
                    if (object[u"event"].toString() == event && object[u"node"].toString() == node)
                        found = m_lines.at(i);
                }
                return found.has_value();
            },
            Cli::Wait);
        return came ? found : std::nullopt;
    }

private:
    void read()
    {
        const qint64 now = QDateTime::currentMSecsSinceEpoch();
        while (m_process.canReadLine())
            m_lines.append({QJsonDocument::fromJson(m_process.readLine()).object(), now});
    }

    QProcess &m_process;
    QObject m_context; // the process may outlive us
    QList<Line> m_lines;
};

/// Peers of one test, started one after the other; the first that does not start says why.
class Peers
{
public:
    explicit Peers(quint16 epmdPort)
        : m_epmdPort(epmdPort)
    {
    }

    Peer *start(const QString &name, const QStringList &flags = {},
                const QString &cookie = QStringLiteral("peers-cookie"),
                Peer::Language language = Peer::Language::Erlang)
    {
        Peer::Options options;
        options.name = base::NodeName::literal(QString(name + QStringLiteral("@127.0.0.1")));
        options.cookie = cookie;
        options.epmdPort = m_epmdPort;
        options.flags = flags;
        options.language = language;
        m_peers.push_back(std::make_unique<Peer>(options));
        Peer *peer = m_peers.back().get();
        if (peer->start())
            return peer;
        qWarning().noquote() << peer->output();
        return nullptr;
    }

    void stop() { m_peers.clear(); }

private:
    quint16 m_epmdPort;
    std::vector<std::unique_ptr<Peer>> m_peers;
};

/// `net_kernel:connect_node/1` there.
[[nodiscard]] inline bool connectPeers(Peer &from, const Peer &to)
{
    return from.evaluate(QStringLiteral("net_kernel:connect_node('%1').").arg(to.name().text())) ==
           QStringLiteral("{ok,true}");
}

} // namespace nodescope::test
