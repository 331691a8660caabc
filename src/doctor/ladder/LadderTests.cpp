#include "doctor/ladder/LadderTests.h"

#include <array>

#include "dist/HostLookup.h"
#include "dist/TcpConnector.h"
#include "dist/Timing.h"

namespace nodescope::doctor {

using namespace std::chrono_literals;
using dist::AttemptId;
using dist::DialReport;
using protocol::epmd::NamePort;

namespace {

// With an attempt that took the peer's whole set-up time, the verdict comes within a second more.
constexpr base::Duration Limit = 500ms;
constexpr qsizetype MaxAddresses = 4;
// Of tcpmux and discard, which nobody has used for decades.
constexpr std::array<quint16, 2> UnusedPorts{1, 9};

dist::ConnectTimeouts shortly()
{
    dist::ConnectTimeouts timeouts;
    timeouts.resolve = Limit;
    timeouts.connect = Limit;
    timeouts.reply = Limit;
    timeouts.total = Limit;
    return timeouts;
}

} // namespace

LadderTests::LadderTests(dist::LocalNode &node, LadderOptions options, LadderEvidence evidence,
                         QObject *parent)
    : QObject(parent)
    , m_node(node)
    , m_options(std::move(options))
    , m_evidence(std::move(evidence))
    , m_epmd(node.clock(), shortly())
{
    connect(&m_node, &dist::LocalNode::dialFinished, this, &LadderTests::onDialFinished);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, &LadderTests::finish);
}

LadderTests::~LadderTests()
{
    for (const AttemptId id : m_elsewhere + QList<AttemptId>{m_hello, m_cutCookie}) {
        if (id != 0)
            m_node.cancelDial(id);
    }
    if (m_call != 0)
        m_node.cancelCall(m_call);
}

const DialReport &LadderTests::failed() const
{
    return m_evidence.dial ? *m_evidence.dial : *m_evidence.probe;
}

void LadderTests::start(const QList<LadderTest> &tests)
{
    m_limit.start(dist::timerInterval(Limit));
    m_open = 1; // ours, until all have begun
    for (const LadderTest test : tests)
        begin(test);
    QMetaObject::invokeMethod(this, &LadderTests::done, Qt::QueuedConnection);
}

void LadderTests::begin(LadderTest test)
{
    switch (test) {
    case LadderTest::EpmdNames:
        return askNames();
    case LadderTest::EpmdAgain:
        return askAgain();
    case LadderTest::Elsewhere:
        return tryElsewhere();
    case LadderTest::TlsHello:
        return sayHello();
    case LadderTest::ShorterHost:
        return resolve(m_evidence.target.host().section(u'.', 0, 0), &LadderTestResults::shorterHost);
    case LadderTest::ParentHost:
        return resolve(m_evidence.target.host().section(u'.', 1), &LadderTestResults::parentHost);
    case LadderTest::UnusedPorts:
        return knockElsewhere();
    case LadderTest::AliveByLink:
        return callOverLink();
    case LadderTest::CutCookie:
        return tryCutCookie();
    }
}

void LadderTests::askNames()
{
    ++m_open;
    dist::EpmdQuery *query = m_epmd.names(m_evidence.target.host(), m_options.epmdPort);
    connect(query, &dist::EpmdQuery::finished, this, [this](const dist::EpmdAnswer &answer) {
        if (const protocol::epmd::NamesReply *reply = answer.names())
            m_results.names = QList<NamePort>(reply->names.begin(), reply->names.end());
        done();
    });
}

void LadderTests::askAgain()
{
    if (!failed().registration)
        return;
    ++m_open;
    dist::EpmdQuery *query = m_epmd.lookUp(m_evidence.target, m_options.epmdPort);
    connect(query, &dist::EpmdQuery::finished, this, [this](const dist::EpmdAnswer &answer) {
        using Entry = LadderTestResults::Entry;
        if (const protocol::epmd::PortReply *reply = answer.port()) {
            m_results.entry = !reply->found()                                           ? Entry::Gone
                              : reply->registration.port == failed().registration->port ? Entry::Same
                                                                                        : Entry::Moved;
        }
        done();
    });
}

void LadderTests::tryElsewhere()
{
    const auto *unreachable = failed().as<dist::dial_end::PortUnreachable>();
    if (!unreachable || unreachable->failure.attempts.empty())
        return;
    for (const auto special : {QHostAddress::LocalHost, QHostAddress::LocalHostIPv6}) {
        const QHostAddress address(special);
        bool tried = false;
        for (const dist::FailedConnect &attempt : unreachable->failure.attempts)
            tried = tried || attempt.address == address;
        if (tried)
            continue;
        ++m_open;
        dist::DialOptions options;
        options.probe = true;
        options.tls = m_options.tls;
        options.address = {address.toString(), unreachable->failure.attempts.front().port};
        m_elsewhere.append(m_node.dial(m_evidence.target, options));
    }
}

void LadderTests::sayHello()
{
    if (m_options.tls || !failed().endpoints)
        return;
    ++m_open;
    dist::DialOptions options;
    options.probe = true;
    options.tls = dist::TlsRole(); // trusts nobody: it ends before anything is said within
    options.address = {failed().endpoints->peerAddress.toString(), failed().endpoints->peerPort};
    m_hello = m_node.dial(m_evidence.target, options);
}

void LadderTests::resolve(const QString &host, QStringList LadderTestResults::*into)
{
    ++m_open;
    auto *lookup = new dist::HostLookup(host, Limit, this);
    connect(lookup, &dist::HostLookup::finished, this, [this, into](const dist::ResolveResult &result) {
        if (result.ok()) {
            for (const QHostAddress &address :
                 result.value().first(qMin(MaxAddresses, result.value().size())))
                (m_results.*into).append(address.toString());
        }
        done();
    });
    lookup->start();
}

void LadderTests::knockElsewhere()
{
    if (failed().addresses.isEmpty())
        return;
    const QHostAddress host =
        failed().endpoints ? failed().endpoints->peerAddress : failed().addresses.first();
    for (const quint16 port : UnusedPorts) {
        ++m_open;
        auto *connector = new dist::TcpConnector({host}, port, Limit, m_node.clock(), this);
        connect(connector, &dist::TcpConnector::connected, this, [this, connector] {
            connector->cancel();
            m_results.unusedPortsOpen = m_closedPorts == 0;
            done();
        });
        connect(connector, &dist::TcpConnector::failed, this, [this] {
            ++m_closedPorts;
            m_results.unusedPortsOpen = false;
            done();
        });
        connector->start();
    }
}

void LadderTests::callOverLink()
{
    ++m_open;
    dist::CallRequest request;
    request.node = m_evidence.target;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("node");
    request.timeout = Limit;
    m_call = m_node.call(request, this, [this](const dist::CallResult &result) {
        m_call = 0;
        m_results.aliveByLink = result.value() != nullptr;
        done();
    });
}

void LadderTests::tryCutCookie()
{
    base::Secret cookie = m_options.cookie;
    if (cookie.isNull())
        cookie = m_node.cookies().forNode(m_evidence.target).secret;
    const QByteArrayView whole = cookie.reveal();
    const qsizetype hash = whole.indexOf('#');
    if (hash <= 0)
        return;
    ++m_open;
    dist::DialOptions options;
    options.epmdPort = m_options.epmdPort;
    options.address = m_options.address;
    options.tls = m_options.tls;
    options.cookie = base::Secret(whole.first(hash));
    m_cutCookie = m_node.dial(m_evidence.target, options);
}

void LadderTests::onDialFinished(const DialReport &report)
{
    if (report.id == 0)
        return;
    if (m_elsewhere.removeOne(report.id)) {
        const auto *probed = report.as<dist::dial_end::Probed>();
        if (probed && probed->result.peer == m_evidence.target.text())
            m_results.elsewhere = report;
    } else if (report.id == m_hello) {
        m_hello = 0;
        m_results.tlsHello = report;
    } else if (report.id == m_cutCookie) {
        m_cutCookie = 0;
        m_results.cutCookieFits = report.connected();
        if (report.connected())
            m_node.disconnectFrom(m_evidence.target);
    } else {
        return;
    }
    done();
}

void LadderTests::done()
{
    if (--m_open == 0)
        finish();
}

void LadderTests::finish()
{
    if (std::exchange(m_over, true))
        return;
    m_limit.stop();
    Q_EMIT finished(m_results);
}

} // namespace nodescope::doctor
