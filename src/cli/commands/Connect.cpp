#include <QEventLoop>

#include "cli/Access.h"
#include "cli/CommonOptions.h"
#include "cli/DiagnosisReport.h"
#include "cli/SafeText.h"
#include "cli/TlsChoice.h"
#include "cli/Words.h"
#include "cli/commands/Commands.h"
#include "doctor/CauseText.h"
#include "session/LiveSession.h"

namespace nodescope::cli {

namespace {

using base::NodeName;
using cluster::Diagnosis;

/// Asks `a` to connect to `b`, and waits. The outcome is either that attempt's, or, when we cannot reach
/// `a`, that of ours.
class Attempt
{
public:
    Attempt(session::LiveSession &session, const NodeName &a, const NodeName &b, quint16 epmdPort)
        : m_session(session)
        , m_a(a)
        , m_b(b)
        , m_epmdPort(epmdPort)
    {
    }

    std::optional<Diagnosis> run()
    {
        using session::LiveSession;
        QObject::connect(&m_session, &LiveSession::attemptFinished, &m_loop,
                         [this](const Diagnosis &diagnosis) {
                             if (diagnosis.to == m_a && !m_asked)
                                 onReached(diagnosis);
                         });
        QObject::connect(&m_session, &LiveSession::pairFinished, &m_loop,
                         [this](const Diagnosis &diagnosis) { end(diagnosis); });
        QObject::connect(&m_session, &LiveSession::changed, &m_loop, [this](const cluster::Deltas &deltas) {
            for (const cluster::Delta &delta : deltas) {
                if (std::holds_alternative<cluster::IntentFailed>(delta))
                    m_loop.quit();
            }
        });
        cluster::ConnectToNode reach;
        reach.node = m_a;
        reach.epmdPort = m_epmdPort;
        m_session.perform(reach);
        m_loop.exec();
        return m_outcome;
    }

private:
    void onReached(const Diagnosis &diagnosis)
    {
        if (!diagnosis.ok()) {
            end(diagnosis);
            return;
        }
        m_asked = true;
        // The command line is the person's word.
        m_session.perform(cluster::ArmActing{true});
        m_session.perform(cluster::ConnectPair{m_a, m_b});
    }
    void end(const Diagnosis &diagnosis)
    {
        m_outcome = diagnosis;
        m_loop.quit();
    }

    session::LiveSession &m_session;
    const NodeName m_a;
    const NodeName m_b;
    const quint16 m_epmdPort;
    QEventLoop m_loop;
    std::optional<Diagnosis> m_outcome;
    bool m_asked = false;
};

ExitStatus report(const NodeName &a, const NodeName &b, const Diagnosis &diagnosis, Console &console)
{
    if (console.isJson()) {
        QJsonObject object = jsonOf(diagnosis);
        object.insert(QStringLiteral("a"), a.text());
        object.insert(QStringLiteral("b"), b.text());
        object.insert(QStringLiteral("connected"), diagnosis.ok());
        if (diagnosis.ok())
            object.remove(QStringLiteral("cause"));
        console.print(object);
    } else if (diagnosis.ok()) {
        console.print(Words::tr("%1 is connected to %2.").arg(a.text(), b.text()));
    } else if (diagnosis.to == a) {
        console.print(Words::tr("%1 cannot be reached from here.").arg(a.text()));
        console.print(textOf(diagnosis).join(u'\n'));
    } else {
        console.print(Words::tr("%1 could not connect to %2.").arg(a.text(), b.text()));
        console.print(textOf(diagnosis).join(u'\n'));
    }
    return diagnosis.ok() ? ExitStatus::Done : ExitStatus::Failed;
}

ExitStatus runConnect(const Arguments &arguments, Console &console)
{
    const Command self = connectCommand();
    const auto nodes = nodesOf(arguments.positional());
    if (!nodes.ok())
        return wrongUse(self, nodes.error(), console);
    if (nodes->size() != 2)
        return wrongUse(self, Words::tr("a node is not connected to itself: name two"), console);
    const auto ports = portsOf(arguments);
    if (!ports.ok())
        return wrongUse(self, ports.error(), console);
    const auto access = chooseAccess(arguments, *nodes, console);
    if (!access)
        return ExitStatus::WrongUse;

    base::SystemClock clock;
    session::LiveSettings settings;
    settings.epmdPort = ports->epmd;
    settings.distPort = ports->dist;
    settings.tls = access->tls;
    settings.follow = false;
    settings.reconnect = false;
    session::LiveSession session(clock, settings, access->cookies);
    const auto outcome = Attempt(session, nodes->at(0), nodes->at(1), ports->epmd).run();
    if (!outcome) {
        console.error(QStringLiteral("connection_lost"), Words::tr("%1 went away").arg(nodes->at(0).text()));
        return ExitStatus::Failed;
    }
    return report(nodes->at(0), nodes->at(1), *outcome, console);
}

} // namespace

Command connectCommand()
{
    Command command;
    command.name = QStringLiteral("connect");
    command.synopsis = QStringLiteral(
        "A B [--cookie-file FILE] [--tls-optfile FILE] [--epmd-port PORT] [--dist-port PORT] [--json]");
    command.summary = Words::tr("have one node connect to another");
    command.help =
        Words::tr("Asks node A to connect to node B (net_kernel:connect_node/1 there). If that fails, "
                  "finds out why: which rung of the ladder broke, the cause, how certain it is, and "
                  "what to do.");
    command.options = {cookieFileOption(), tlsOption(), epmdPortOption(), distPortOption(), jsonOption()};
    command.example = QStringLiteral("nodescope-cli connect a@db1 b@db2");
    command.minArguments = 2;
    command.maxArguments = 2;
    command.run = runConnect;
    return command;
}

} // namespace nodescope::cli
