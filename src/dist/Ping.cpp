#include "dist/Ping.h"

#include <QPointer>
#include <QTimer>

#include "dist/Timing.h"

namespace nodescope::dist {

using term::Term;

namespace {

/// One ping. Child of the node; deletes itself.
class Ping final : public QObject
{
public:
    Ping(LocalNode &node, const base::NodeName &peer, const PingOptions &options, QObject *context,
         PingHandler handler);
    void start();

private:
    void onDialFinished(const DialReport &report);
    void ask();
    void onMessage(const Term &message);
    void finish(const ping_end::Reason &end);

    LocalNode &m_node;
    const base::NodeName m_peer;
    const PingOptions m_options;
    QPointer<QObject> m_context;
    PingHandler m_handler;
    const base::Instant m_began;
    AttemptId m_attempt = 0;
    QPointer<LocalProcess> m_process; // owned by the node; null until we ask
    term::Reference m_tag;
    QTimer m_timer;
};

Ping::Ping(LocalNode &node, const base::NodeName &peer, const PingOptions &options, QObject *context,
           PingHandler handler)
    : QObject(&node)
    , m_node(node)
    , m_peer(peer)
    , m_options(options)
    , m_context(context)
    , m_handler(std::move(handler))
    , m_began(node.clock().now())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] { finish(ping_end::NoAnswer{}); });
    connect(&node, &LocalNode::linkDown, this, [this](const LinkInfo &link) {
        if (link.peer == m_peer && m_process)
            finish(ping_end::NoAnswer{});
    });
}

void Ping::start()
{
    if (m_node.isConnected(m_peer)) {
        ask();
        return;
    }
    connect(&m_node, &LocalNode::linkUp, this, [this](const LinkInfo &link) {
        if (link.peer == m_peer && !m_process)
            ask();
    });
    connect(&m_node, &LocalNode::dialFinished, this, &Ping::onDialFinished);
    m_attempt = m_node.dial(m_peer, m_options.dial);
}

void Ping::onDialFinished(const DialReport &report)
{
    if (report.id != m_attempt || m_process)
        return;
    if (report.as<dial_end::AlreadyDialling>() || report.as<dial_end::GaveWayToIncoming>())
        m_timer.start(timerInterval(m_options.answer)); // another attempt is about to bring the link
    else
        finish(ping_end::NotConnected{report});
}

void Ping::ask()
{
    m_timer.start(timerInterval(m_options.answer));
    m_process = m_node.createProcess();
    m_tag = m_node.makeReference(m_peer);
    connect(m_process, &LocalProcess::message, this, [this](const Term &message) { onMessage(message); });
    const Term from = Term::tuple({Term::pid(m_process->pidOn(m_peer)), Term::reference(m_tag)});
    const Term question = Term::tuple({Term::atom(u"is_auth"), Term::atom(m_node.nameOn(m_peer).text())});
    m_process->send(ProcessName{m_peer, QStringLiteral("net_kernel")},
                    Term::tuple({Term::atom(u"$gen_call"), from, question}));
}

void Ping::onMessage(const Term &message)
{
    if (message.isTuple(2) && message.at(0).toReference() == m_tag && message.at(1).isAtom(u"yes"))
        finish(ping_end::Pong{});
}

void Ping::finish(const ping_end::Reason &end)
{
    m_timer.stop();
    m_node.disconnect(this);
    if (m_process) {
        m_process->disconnect(this);
        m_process->exit();
    }
    deleteLater();
    if (m_context && m_handler)
        m_handler({m_peer, m_node.clock().now() - m_began, end});
}

} // namespace

const char *reasonName(const ping_end::Reason &reason)
{
    if (std::holds_alternative<ping_end::Pong>(reason))
        return "pong";
    const auto *failed = std::get_if<ping_end::NotConnected>(&reason);
    return failed ? reasonName(failed->report.end) : "no_answer";
}

void ping(LocalNode &node, const base::NodeName &peer, const PingOptions &options, QObject *context,
          PingHandler handler)
{
    (new Ping(node, peer, options, context, std::move(handler)))->start();
}

} // namespace nodescope::dist
