#include "doctor/ladder/Ladder.h"

#include <QSysInfo>

#include "cluster/Node.h"
#include "dist/Route.h"
#include "dist/Timing.h"
#include "doctor/ladder/LadderVerdict.h"

namespace nodescope::doctor {

using namespace std::chrono_literals;
using dist::DialReport;
namespace end = dist::dial_end;

namespace {

constexpr base::Duration CallTime = 2s;
// A node that speaks TLS answers a hello within a round trip. One that is that late nevertheless would log
// the plain name as a broken record: patience costs only those who wait for a plain node.
constexpr base::Duration TlsPatience = 3s;

} // namespace

Ladder::Ladder(dist::LocalNode &node, base::NodeName target, LadderOptions options, QObject *parent)
    : QObject(parent)
    , m_node(node)
    , m_options(std::move(options))
{
    m_evidence.target = std::move(target);
    m_evidence.ownHost = QSysInfo::machineHostName();
    m_examination.from = cluster::selfName();
    m_examination.to = m_evidence.target;
    connect(&m_node, &dist::LocalNode::dialStepped, this,
            [this](dist::AttemptId id, const dist::DialStep &step) {
                if (id == m_attempt)
                    lookPlainlyLater(step);
                changeLater();
            });
    connect(&m_node, &dist::LocalNode::handshakeMessage, this,
            [this](dist::AttemptId id, const protocol::HandshakeMessage &message) {
                if (id == m_plainLook && message.direction == protocol::HandshakeMessage::Direction::Received)
                    onPlainAnswer();
                changeLater();
            });
    connect(&m_node, &dist::LocalNode::dialFinished, this, &Ladder::onDialFinished);
    connect(&m_node, &dist::LocalNode::linkDown, this, &Ladder::onLinkDown);
    m_plainTimer.setSingleShot(true);
    connect(&m_plainTimer, &QTimer::timeout, this, &Ladder::lookPlainly);
}

Ladder::~Ladder()
{
    m_node.disconnect(this);
    for (const dist::AttemptId id : {m_attempt, m_plainLook}) {
        if (id != 0)
            m_node.cancelDial(id);
    }
    if (m_call != 0)
        m_node.cancelCall(m_call);
    dropLink();
}

dist::LocalNodeSettings Ladder::nodeSettings()
{
    dist::LocalNodeSettings settings;
    settings.link.limits.handshakeStep = 7300ms;
    settings.connect.total = 7600ms;
    return settings;
}

void Ladder::start()
{
    m_began = m_node.clock().now();
    const std::optional<dist::LinkInfo> link = m_node.linkTo(m_evidence.target);
    m_evidence.linkWasThere = link.has_value();
    if (link)
        m_evidence.ownNameThere = link->handshake.ownName.text();
    const base::Secret secret = cookie();
    m_evidence.haveCookie = !secret.isNull();
    m_evidence.cookieHasHash = !secret.isNull() && secret.reveal().indexOf('#') > 0;
    probe();
}

base::Secret Ladder::cookie() const
{
    return m_options.cookie.isNull() ? m_node.cookies().forNode(m_evidence.target).secret : m_options.cookie;
}

dist::DialOptions Ladder::dialOptions() const
{
    dist::DialOptions options;
    options.epmdPort = m_options.epmdPort;
    options.address = m_options.address;
    options.tls = m_options.tls;
    return options;
}

void Ladder::probe()
{
    m_phase = Phase::Probing;
    dist::DialOptions options = dialOptions();
    options.probe = true;
    m_attempt = m_node.dial(m_evidence.target, options);
    changeLater();
}

void Ladder::dial()
{
    m_phase = Phase::Dialling;
    dist::DialOptions options = dialOptions();
    options.cookie = cookie();
    m_attempt = m_node.dial(m_evidence.target, options);
}

// A plain node takes a TLS hello for the begin of a long packet, and is silent until its set-up time is over.
// A plain name beside it tells within a round trip what it is.
void Ladder::lookPlainlyLater(const dist::DialStep &step)
{
    if (!m_options.tls || m_phase != Phase::Probing)
        return;
    if (step.stage == dist::DialStage::TcpConnect && step.passed)
        m_plainTimer.start(dist::timerInterval(TlsPatience));
    else if (step.stage == dist::DialStage::Tls)
        m_plainTimer.stop();
}

void Ladder::lookPlainly()
{
    const DialReport *report = m_node.attempt(m_attempt);
    if (m_phase != Phase::Probing || !report || !report->endpoints)
        return;
    dist::DialOptions options;
    options.probe = true;
    options.address = {report->endpoints->peerAddress.toString(), report->endpoints->peerPort};
    m_plainLook = m_node.dial(m_evidence.target, options);
}

void Ladder::onPlainAnswer()
{
    if (m_phase != Phase::Probing)
        return;
    m_evidence.tests.answersPlainly = true;
    m_node.cancelDial(m_attempt);
}

void Ladder::onDialFinished(const DialReport &report)
{
    if (report.id == m_plainLook)
        m_plainLook = 0;
    if (report.id != m_attempt || m_attempt == 0)
        return;
    m_attempt = 0;
    m_plainTimer.stop();
    if (m_phase == Phase::Over)
        return;
    if (m_phase == Phase::Probing) {
        m_evidence.probe = report;
        if (firstVerdict(m_evidence).cause != cluster::Cause::None)
            return test();
        return m_evidence.linkWasThere ? call() : dial();
    }
    m_evidence.dial = report;
    m_ourLink = report.connected();
    if (m_ourLink)
        call();
    else if (report.as<end::AlreadyConnected>() || report.as<end::AlreadyDialling>())
        finish();
    else
        test();
}

void Ladder::call()
{
    m_phase = Phase::Calling;
    m_linkSince = m_node.clock().now();
    dist::CallRequest request;
    request.node = m_evidence.target;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("system_info");
    request.arguments = {term::Term::atom(u"otp_release")};
    request.timeout = CallTime;
    m_call = m_node.call(request, this, [this](const dist::CallResult &result) { onCallFinished(result); });
    changeLater();
}

void Ladder::onCallFinished(const dist::CallResult &result)
{
    m_call = 0;
    if (m_phase != Phase::Calling)
        return;
    m_evidence.call = result;
    listen();
    finish();
}

/// Whether a byte of the peer came over the link.
void Ladder::listen()
{
    const base::Duration since = m_node.clock().now() - m_linkSince;
    m_evidence.linkWatched = since;
    const std::optional<dist::LinkMeasure> measure = m_node.measureOf(m_evidence.target);
    if (m_evidence.linkWasThere && measure)
        m_evidence.firstByte = measure->sinceLastRead;
    else if (measure && measure->counters.packetsIn > 0)
        m_evidence.firstByte = m_evidence.call ? qMin(m_evidence.call->elapsed, since) : since;
}

void Ladder::onLinkDown(const dist::LinkInfo &link, const dist::link_down::Reason &reason)
{
    if (link.peer != m_evidence.target || m_phase != Phase::Calling)
        return;
    m_ourLink = false;
    m_evidence.linkLost = QLatin1String(dist::reasonName(reason));
    if (m_call != 0)
        m_node.cancelCall(std::exchange(m_call, 0));
    finish();
}

void Ladder::test()
{
    m_phase = Phase::Testing;
    noteLocality();
    const QList<LadderTest> tests = testsFor(m_evidence);
    if (tests.isEmpty())
        return finish();
    m_tests = new LadderTests(m_node, m_options, m_evidence, this);
    connect(m_tests, &LadderTests::finished, this, [this](const LadderTestResults &results) {
        m_evidence.tests = results;
        if (m_phase == Phase::Testing)
            finish();
    });
    m_tests->start(tests);
    changeLater();
}

void Ladder::noteLocality()
{
    const QList<QHostAddress> &addresses = m_evidence.probe->addresses;
    if (addresses.isEmpty())
        return;
    m_evidence.targetIsLocal = std::all_of(addresses.begin(), addresses.end(), dist::isOwnAddress);
    m_evidence.noRoute = std::none_of(addresses.begin(), addresses.end(), dist::hasRoute);
}

void Ladder::cancel()
{
    if (m_phase == Phase::Over || m_phase == Phase::Idle)
        return;
    takeProgress();
    m_evidence.cancelled = true;
    finish();
}

void Ladder::finish()
{
    m_phase = Phase::Over;
    m_plainTimer.stop();
    for (const dist::AttemptId id : {std::exchange(m_attempt, 0), std::exchange(m_plainLook, 0)}) {
        if (id != 0)
            m_node.cancelDial(id);
    }
    if (m_call != 0)
        m_node.cancelCall(std::exchange(m_call, 0));
    if (m_tests) {
        m_tests->disconnect(this);
        m_tests->deleteLater();
        m_tests = nullptr;
    }
    m_evidence.elapsed = m_node.clock().now() - m_began;
    m_evidence.time = m_node.clock().wall();
    m_examination = examinationOf(m_evidence, false);
    dropLink();
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT finished(m_examination); }, Qt::QueuedConnection);
}

void Ladder::dropLink()
{
    if (std::exchange(m_ourLink, false))
        m_node.disconnectFrom(m_evidence.target);
}

// ---- Telling ----

void Ladder::takeProgress()
{
    const DialReport *report = m_attempt != 0 ? m_node.attempt(m_attempt) : nullptr;
    if (!report)
        return;
    if (m_phase == Phase::Probing)
        m_evidence.probe = *report;
    else if (m_phase == Phase::Dialling)
        m_evidence.dial = *report;
}

void Ladder::changeLater()
{
    if (m_phase == Phase::Over || std::exchange(m_changeQueued, true))
        return;
    QMetaObject::invokeMethod(this, &Ladder::tell, Qt::QueuedConnection);
}

void Ladder::tell()
{
    m_changeQueued = false;
    if (m_phase == Phase::Over)
        return;
    takeProgress();
    m_evidence.elapsed = m_node.clock().now() - m_began;
    m_evidence.time = m_node.clock().wall();
    m_examination = examinationOf(m_evidence, true);
    Q_EMIT changed(m_examination);
}

} // namespace nodescope::doctor
