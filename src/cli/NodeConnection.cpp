#include "cli/NodeConnection.h"

#include <QEventLoop>

#include "cli/Access.h"
#include "cli/DiagnosisReport.h"
#include "cli/Words.h"
#include "doctor/CauseText.h"
#include "doctor/DialVerdict.h"

namespace nodescope::cli {

namespace {
} // namespace

base::Result<std::unique_ptr<NodeConnection>, ExitStatus> NodeConnection::open(const Arguments &arguments,
                                                                               const base::NodeName &node,
                                                                               const Ports &ports,
                                                                               Console &console)
{
    const auto access = chooseAccess(arguments, {node}, console);
    if (!access)
        return base::Failure{ExitStatus::WrongUse};
    auto connection = std::make_unique<NodeConnection>(access->cookies, access->tls);
    if (!connection->reach(node, ports, console))
        return base::Failure{ExitStatus::Failed};
    return connection;
}

NodeConnection::NodeConnection(dist::CookieStore cookies, std::optional<dist::TlsRole> tls)
    : m_tls(std::move(tls))
    , m_self(dist::NodeIdentity::dynamic(), std::move(cookies), m_clock)
{
}

bool NodeConnection::reach(const base::NodeName &node, const Ports &ports, Console &console)
{
    QEventLoop loop;
    std::optional<dist::DialReport> report;
    QObject::connect(&m_self, &dist::LocalNode::dialFinished, &loop, [&](const dist::DialReport &finished) {
        report = finished;
        loop.quit();
    });
    dist::DialOptions options;
    options.epmdPort = ports.epmd;
    if (ports.dist != 0)
        options.address = {node.host(), ports.dist};
    options.tls = m_tls;
    m_self.dial(node, options);
    loop.exec();
    if (report && report->connected())
        return true;
    const cluster::Diagnosis diagnosis = report ? doctor::diagnose(*report) : cluster::Diagnosis();
    console.error(cluster::identifierOf(diagnosis.cause),
                  Words::tr("%1 cannot be reached: %2")
                      .arg(node.text(), doctor::sentenceOf(diagnosis.cause, diagnosis.certainty)),
                  jsonOf(diagnosis));
    console.explain(textOf(diagnosis).join(u'\n'));
    return false;
}

dist::CallResult NodeConnection::call(const dist::CallRequest &request)
{
    QEventLoop loop;
    dist::CallResult answer;
    m_self.call(request, &loop, [&](const dist::CallResult &result) {
        answer = result;
        loop.quit();
    });
    loop.exec();
    return answer;
}

} // namespace nodescope::cli
