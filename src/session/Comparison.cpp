#include "session/Comparison.h"

#include "doctor/lint/Lint.h"
#include "doctor/settings/SettingsQuery.h"

namespace nodescope::session {

using namespace cluster;

namespace {
bool isThere(const Node &node)
{
    return node.kind != NodeKind::Self && (node.state == NodeState::Up || node.state == NodeState::Reported ||
                                           node.state == NodeState::Frozen || !node.ourNameThere.isEmpty());
}
} // namespace

Comparison::Comparison(dist::LocalNode &self, QList<base::NodeName> expected, QObject *parent)
    : QObject(parent)
    , m_self(self)
    , m_expected(std::move(expected))
    , m_nonce(doctor::makeNonce())
{
    const std::vector<dist::LinkInfo> links = m_self.links();
    for (const dist::LinkInfo &link : links)
        m_nodes.append(link.peer);
}

void Comparison::start()
{
    if (m_nodes.isEmpty())
        QMetaObject::invokeMethod(this, &Comparison::finish, Qt::QueuedConnection);
    for (qsizetype i = 0; i < MaxOpen; ++i)
        askNext();
}

void Comparison::askNext()
{
    if (m_asked == m_nodes.size())
        return;
    doctor::SettingsQuestion question;
    question.peers = m_nodes;
    question.nonce = m_nonce;
    question.epmdFromOutside = true;
    auto *query = new doctor::SettingsQuery(m_self, m_nodes.at(m_asked++), question, this);
    connect(query, &doctor::SettingsQuery::finished, this, &Comparison::onSettings);
    ++m_open;
    query->start();
}

void Comparison::onSettings(const doctor::NodeSettings &settings)
{
    m_settings.append(settings);
    --m_open;
    askNext();
    if (m_open == 0)
        finish();
}

void Comparison::finish()
{
    Q_EMIT finished();
    deleteLater();
}

LintReport Comparison::report(const Cluster &cluster) const
{
    doctor::LintInput input;
    input.nodes = m_settings;
    input.links = cluster.sortedLinks();
    input.expected = m_expected;
    const QList<Node> nodes = cluster.sortedNodes();
    for (const Node &node : nodes) {
        if (isThere(node))
            input.present.append(node.name);
    }
    LintReport report = doctor::lint(input);
    report.time = m_self.clock().wall();
    return report;
}

} // namespace nodescope::session
