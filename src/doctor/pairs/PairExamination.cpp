#include "doctor/pairs/PairExamination.h"

#include <QCryptographicHash>
#include <QTimer>

#include "doctor/pairs/ConnectRequest.h"
#include "doctor/pairs/PairVerdict.h"
#include "doctor/settings/SettingsQuery.h"

namespace nodescope::doctor {

using namespace std::chrono_literals;
using base::NodeName;
using dist::CallResult;
using dist::DialReport;
using Attempt = PairEvidence::Attempt;

namespace {
// A's own set-up timer is 7 s by default; its answer comes at once after it.
constexpr auto ConnectTimeout = 12s;
// An attempt that has not ended by then waits for somebody: what takes as long is begun beside it.
constexpr auto Patience = 1s;

/// What the peer showed of itself in a handshake that went so far.
void readFlags(const DialReport &report, NodeSettings &into)
{
    for (const protocol::HandshakeMessage &message : report.messages) {
        if (const auto *challenge = std::get_if<protocol::ChallengeMessage>(&message.body))
            into.flags = challenge->flags;
    }
}
} // namespace

PairExamination::PairExamination(dist::LocalNode &self, const NodeName &a, const NodeName &b,
                                 PairOptions options, QObject *parent)
    : QObject(parent)
    , m_self(self)
    , m_nodeLives(&self)
    , m_options(std::move(options))
    , m_nonce(makeNonce())
{
    m_evidence.a = a;
    m_evidence.b = b;
    m_evidence.ofA.node = a;
    m_evidence.ofB.node = b;
    m_evidence.weUsedTls = m_options.tls.has_value();
    connect(&m_self, &dist::LocalNode::dialFinished, this, &PairExamination::onDialFinished);
}

PairExamination::~PairExamination()
{
    // As a child of our owner we may go after the node, which ended its attempts itself.
    if (m_isFinished || !m_nodeLives)
        return;
    m_self.disconnect(this);
    for (const dist::AttemptId dial : {m_dialA, m_dialB}) {
        if (dial != 0)
            m_self.cancelDial(dial);
    }
}

void PairExamination::start()
{
    m_began = m_self.clock().now();
    reachA();
}

// ---- A ----

void PairExamination::reachA()
{
    if (m_self.isConnected(m_evidence.a))
        onAReached();
    else
        m_dialA = dial(m_evidence.a, false);
}

void PairExamination::onAReached()
{
    if (m_options.attempt)
        tryToConnect();
    askSettingsOfA();
}

void PairExamination::tryToConnect()
{
    m_began = m_self.clock().now();
    dist::CallRequest request = connectRequest(m_evidence.a, m_evidence.b);
    request.timeout = ConnectTimeout;
    request.endOnTimeout = true;
    m_connect = m_self.call(request, this, [this](const CallResult &result) { onConnectAnswer(result); });
    QTimer::singleShot(Patience, this, [this] {
        if (m_connect != 0 && !m_isFinished)
            lookAtBoth();
    });
}

void PairExamination::onConnectAnswer(const CallResult &result)
{
    if (m_isFinished || m_isComparing)
        return;
    m_connect = 0;
    m_evidence.elapsed = m_self.clock().now() - m_began;
    const auto answer = result.value() ? result.value()->toBoolean() : std::nullopt;
    m_evidence.attempt = answer == true    ? Attempt::Connected
                         : answer == false ? Attempt::Refused
                                           : Attempt::NoAnswer;
    // What A says of itself is awaited: the link may be a hidden one.
    if (m_hasSettingsOfA)
        concludeAttempt();
}

void PairExamination::askSettingsOfA()
{
    SettingsQuestion question;
    question.peers = {m_evidence.a, m_evidence.b};
    question.nonce = m_nonce;
    auto *query = new SettingsQuery(m_self, m_evidence.a, question, this);
    connect(query, &SettingsQuery::finished, this, [this](const NodeSettings &settings) {
        if (m_isFinished)
            return;
        const std::optional<PeerView> view = std::exchange(m_evidence.ofA, settings).view;
        if (view)
            m_evidence.ofA.view = view;
        m_hasSettingsOfA = true;
        // Where net_kernel is stuck, the attempt waits behind it, and would only cost time.
        if (m_connect == 0 || settings.netKernelAnswers == false)
            concludeAttempt();
    });
    query->start();
}

// ---- Both, when they are not connected ----

void PairExamination::concludeAttempt()
{
    if (m_evidence.attempt == Attempt::Connected)
        finish();
    else
        compare();
}

void PairExamination::compare()
{
    if (std::exchange(m_isComparing, true))
        return;
    if (m_connect != 0) {
        m_self.cancelCall(std::exchange(m_connect, 0));
        m_evidence.attempt = Attempt::NoAnswer;
        m_evidence.elapsed = m_self.clock().now() - m_began;
    }
    lookAtBoth();
    if (m_openParts == 0)
        finish();
}

void PairExamination::lookAtBoth()
{
    if (std::exchange(m_isLooking, true))
        return;
    if (m_self.isConnected(m_evidence.a)) {
        ++m_openParts;
        SettingsQuestion question;
        question.onlyView = true;
        question.viewOf = m_evidence.b;
        question.knock = m_options.attempt && m_evidence.ofA.usesTls() == false;
        auto *query = new SettingsQuery(m_self, m_evidence.a, question, this);
        connect(query, &SettingsQuery::finished, this, [this](const NodeSettings &settings) {
            m_evidence.ofA.view = settings.view;
            partDone();
        });
        query->start();
    }
    ++m_openParts;
    reachB();
}

void PairExamination::reachB()
{
    if (m_self.isConnected(m_evidence.b))
        askB();
    else
        m_dialB = dial(m_evidence.b, cookie().isNull());
}

void PairExamination::askB()
{
    SettingsQuestion question;
    question.peers = {m_evidence.a, m_evidence.b};
    question.nonce = m_nonce;
    question.viewOf = m_evidence.a;
    auto *query = new SettingsQuery(m_self, m_evidence.b, question, this);
    connect(query, &SettingsQuery::finished, this, [this](const NodeSettings &settings) {
        m_evidence.ofB = settings;
        partDone();
    });
    query->start();
}

// ---- Our own attempts ----

base::Secret PairExamination::cookie() const
{
    return m_options.cookie.isNull() ? m_self.cookies().forNode(m_evidence.b).secret : m_options.cookie;
}

dist::AttemptId PairExamination::dial(const NodeName &node, bool probe)
{
    dist::DialOptions options;
    options.epmdPort = m_options.epmdPort;
    if (m_options.distPort != 0)
        options.address = {node.host(), m_options.distPort};
    options.tls = m_options.tls;
    options.probe = probe;
    if (!probe && !m_options.cookie.isNull())
        options.cookie = m_options.cookie;
    m_isProbe = probe;
    return m_self.dial(node, options);
}

void PairExamination::onDialFinished(const DialReport &report)
{
    if (m_dialA != 0 && report.id == m_dialA) {
        m_dialA = 0;
        if (m_self.isConnected(m_evidence.a)) {
            onAReached();
            return;
        }
        // Then B alone can tell, as far as it goes.
        m_evidence.attemptOnA = report;
        readFlags(report, m_evidence.ofA);
        compare();
    } else if (m_dialB != 0 && report.id == m_dialB) {
        m_dialB = 0;
        onOursOnB(report);
    }
}

void PairExamination::onOursOnB(const DialReport &report)
{
    if (m_self.isConnected(m_evidence.b)) {
        askB();
        return;
    }
    readFlags(report, m_evidence.ofB);
    (m_isProbe ? m_evidence.probe : m_evidence.ourAttempt) = report;
    partDone();
}

// ---- The end ----

void PairExamination::partDone()
{
    if (--m_openParts == 0 && m_isComparing)
        finish();
}

void PairExamination::finish()
{
    if (std::exchange(m_isFinished, true))
        return;
    if (m_dialB != 0)
        m_self.cancelDial(std::exchange(m_dialB, 0));
    m_evidence.time = m_self.clock().wall();
    const QByteArray digest = m_evidence.ofA.cookieDigests.value(m_evidence.b);
    if (const base::Secret tried = cookie(); !digest.isEmpty() && !tried.isNull()) {
        QCryptographicHash hash(QCryptographicHash::Md5);
        hash.addData(tried.reveal());
        hash.addData(m_nonce);
        m_evidence.triedCookieOfA = hash.result() == digest;
    }
    Q_EMIT finished(diagnose(m_evidence), settingsOf(m_evidence));
    deleteLater();
}

} // namespace nodescope::doctor
