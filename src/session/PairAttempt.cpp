#include "session/PairAttempt.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include "session/Probes.h"

namespace nodescope::session {

using namespace std::chrono_literals;
using base::NodeName;
using dist::CallResult;
using doctor::PairEvidence;
using term::Term;

namespace {
// A's own set-up timer is 7 s by default; its answer comes at once after it.
constexpr auto ConnectTimeout = 12s;
constexpr auto QuestionTimeout = 5s;

QByteArray makeNonce()
{
    QByteArray nonce(16, Qt::Uninitialized);
    for (char &byte : nonce)
        byte = char(QRandomGenerator::system()->bounded(256));
    return nonce;
}
} // namespace

PairAttempt::PairAttempt(dist::LocalNode &self, const NodeName &a, const NodeName &b, quint16 epmdPort,
                         base::Secret cookie, QObject *parent)
    : QObject(parent)
    , m_self(self)
    , m_epmdPort(epmdPort)
    , m_cookie(std::move(cookie))
    , m_nonce(makeNonce())
{
    m_evidence.a = a;
    m_evidence.b = b;
    connect(&m_self, &dist::LocalNode::dialFinished, this, &PairAttempt::onDialFinished);
}

void PairAttempt::call(const NodeName &node, const QString &module, const QString &function,
                       std::vector<Term> arguments, base::Duration timeout, Answer answer)
{
    dist::CallRequest request;
    request.node = node;
    request.module = module;
    request.function = function;
    request.arguments = std::move(arguments);
    request.timeout = timeout;
    m_self.call(request, this, std::move(answer));
}

void PairAttempt::start()
{
    m_began = m_self.clock().now();
    call(m_evidence.a, QStringLiteral("net_kernel"), QStringLiteral("connect_node"),
         {Term::atom(m_evidence.b.text())}, ConnectTimeout,
         [this](const CallResult &result) { onConnectAnswer(result); });
}

void PairAttempt::onConnectAnswer(const CallResult &result)
{
    m_evidence.elapsed = m_self.clock().now() - m_began;
    m_evidence.time = m_self.clock().wall();
    if (result.value() && result.value()->toBoolean() == true) {
        Q_EMIT succeeded();
        deleteLater();
        return;
    }
    gather();
}

void PairAttempt::gather()
{
    const QString host = m_evidence.b.host();
    ++m_openParts;
    call(m_evidence.a, QStringLiteral("inet"), QStringLiteral("getaddr"),
         {Term::charlist(host), Term::atom(QLatin1String("inet"))}, QuestionTimeout,
         [this](const CallResult &result) {
             if (const Term *value = result.value(); value && value->isTuple(2)) {
                 m_evidence.resolves = value->at(0).isAtom(QLatin1String("ok"));
                 QStringList parts;
                 for (const Term &byte : value->at(1).elements())
                     parts.append(byte.decimalText());
                 m_evidence.resolution = *m_evidence.resolves ? parts.join(u'.') : value->at(1).atomText();
             }
             partDone();
         });
    ++m_openParts;
    call(m_evidence.a, QStringLiteral("erl_epmd"), QStringLiteral("port_please"),
         {Term::charlist(m_evidence.b.name()), Term::charlist(host)}, QuestionTimeout,
         [this](const CallResult &result) {
             if (const Term *value = result.value()) {
                 using Epmd = PairEvidence::Epmd;
                 if (value->isTuple(3) && value->at(0).isAtom(QLatin1String("port"))) {
                     m_evidence.epmd = Epmd::Found;
                     m_evidence.epmdAnswer = value->at(1).decimalText();
                 } else if (value->isAtom(QLatin1String("noport"))) {
                     m_evidence.epmd = Epmd::NotRegistered;
                     m_evidence.epmdAnswer = QStringLiteral("noport");
                 } else if (value->isTuple(2) && value->at(0).isAtom(QLatin1String("error"))) {
                     m_evidence.epmd = Epmd::Unreachable;
                     m_evidence.epmdAnswer = value->at(1).atomText();
                 }
             }
             partDone();
         });
    askCookieDigest(m_evidence.a, m_evidence.b, &m_digestOfA);
    if (m_self.isConnected(m_evidence.b))
        askCookieDigest(m_evidence.b, m_evidence.a, &m_digestOfB);
    else
        dial(m_cookie.isNull());
}

void PairAttempt::askCookieDigest(const NodeName &node, const NodeName &peer, QByteArray *into)
{
    ++m_openParts;
    call(node, QStringLiteral("erl_eval"), QStringLiteral("exprs"),
         {probes::cookieDigestForms(), probes::cookieDigestBindings(peer, m_nonce)}, QuestionTimeout,
         [this, into](const CallResult &result) {
             // {value, Digest, Bindings}
             if (result.value() && result.value()->isTuple(3))
                 *into = result.value()->at(1).toByteArray();
             partDone();
         });
}

void PairAttempt::dial(bool probe)
{
    ++m_openParts;
    dist::DialOptions options;
    options.epmdPort = m_epmdPort;
    options.probe = probe;
    if (!probe)
        options.cookie = m_cookie;
    options.tls = m_tls;
    m_dialIsProbe = probe;
    m_dial = m_self.dial(m_evidence.b, options);
}

void PairAttempt::onDialFinished(const dist::DialReport &report)
{
    if (m_dial == 0 || report.id != m_dial)
        return;
    m_dial = 0;
    (m_dialIsProbe ? m_evidence.probe : m_evidence.ourAttempt) = report;
    partDone();
}

void PairAttempt::partDone()
{
    if (--m_openParts == 0)
        finish();
}

void PairAttempt::finish()
{
    if (!m_digestOfA.isEmpty() && !m_digestOfB.isEmpty())
        m_evidence.cookiesEqual = m_digestOfA == m_digestOfB;
    if (!m_digestOfA.isEmpty() && !m_cookie.isNull()) {
        QCryptographicHash hash(QCryptographicHash::Md5);
        hash.addData(m_cookie.reveal());
        hash.addData(m_nonce);
        m_evidence.triedCookieOfA = hash.result() == m_digestOfA;
    }
    Q_EMIT failed(doctor::diagnose(m_evidence));
    deleteLater();
}

} // namespace nodescope::session
