#include <QtTest>

#include <memory>

#include <QStandardPaths>

#include <unistd.h>

#include "protocol/capture/CaptureDissector.h"
#include "support/Peer.h"
#include "support/PeerEpmd.h"
#include "support/RecordingRelay.h"
#include "term/Printer.h"

using namespace nodescope;
using namespace nodescope::protocol;
using namespace nodescope::protocol::dissector_event;
using namespace nodescope::protocol::capture;
using namespace nodescope::test;

namespace {

constexpr int BigBytes = 300'000;

struct Seen
{
    CaptureEvents events;

    template<class T>
    [[nodiscard]] std::vector<std::pair<Role, const T *>> all() const
    {
        std::vector<std::pair<Role, const T *>> found;
        for (const CaptureEvent &event : events) {
            const auto *dissected = event.as<DissectorEvent>();
            const T *one = dissected ? dissected->as<T>() : nullptr;
            if (one)
                found.emplace_back(dissected->sender, one);
        }
        return found;
    }
    // The texts of payloads of an operation that one end sent.
    [[nodiscard]] QStringList payloads(Role sender, Operation operation) const
    {
        QStringList texts;
        for (const auto &[role, received] : all<channel_event::Received>()) {
            if (role != sender || received->signal.operation != operation)
                continue;
            const auto payload = received->signal.payload.decode();
            texts.append(payload.ok() ? term::toErlang(*payload, 1000) : QStringLiteral("no term"));
        }
        return texts;
    }
    [[nodiscard]] int count(Role sender, Operation operation) const
    {
        int found = 0;
        for (const auto &[role, received] : all<channel_event::Received>())
            found += role == sender && received->signal.operation == operation ? 1 : 0;
        return found;
    }
    [[nodiscard]] bool isWhole() const
    {
        return all<Gap>().empty() && all<channel_event::Misunderstood>().empty() &&
               all<channel_event::Down>().empty() && all<channel_event::Skipped>().empty() &&
               all<Undecodable>().empty() && all<BeganInTheMiddle>().empty();
    }
};

Seen dissect(const QByteArray &file)
{
    Seen seen;
    CaptureDissector dissector;
    for (CaptureEvents more : {dissector.append(file), dissector.finish()}) {
        for (CaptureEvent &event : more)
            seen.events.push_back(std::move(event));
    }
    return seen;
}

// What the caller does to the other node, which it reaches by `sink`.
const QString Conversation =
    QStringLiteral("To = {sink, '%1'}, true = net_kernel:connect_node('%1'), "
                   "To ! {an_atom_to_be_cached, [1,2,3], <<\"text\">>, #{key => 1.5}}, "
                   "To ! {an_atom_to_be_cached, again}, "
                   "To ! {big, binary:copy(<<\"ab\">>, 150000)}, "
                   "R = erlang:monitor(process, To), To ! {answer, self()}, receive {answered, X} -> X after "
                   "5000 -> none end, "
                   "To ! stop, receive {'DOWN', R, _, _, Why} -> Why after 5000 -> none end.");
const QString Sink = QStringLiteral(
    "register(sink, spawn(fun() -> L = fun L() -> receive {answer, P} -> P ! {answered, an_answer}, L(); "
    "stop -> exit(enough); _ -> L() end end, L() end)).");

// Between a caller and everybody else: it is told that nodes are at the relay's port.
struct Relays
{
    explicit Relays(quint16 epmdPort)
        : link(capture)
        , epmd(capture, [this](const QByteArray &reply) { return redirected(reply); })
    {
        epmd.setUpstream(epmdPort);
    }
    [[nodiscard]] bool listen() { return link.listen() && epmd.listen(); }

    CaptureWriter capture{{true, false, true, 1, 262144}};
    RecordingRelay link;
    RecordingRelay epmd;

private:
    QByteArray redirected(QByteArray reply)
    {
        constexpr qsizetype PortAt = 2; // of PORT2_RESP, if it was found
        if (!reply.startsWith(QByteArrayView("\x77\x00", 2)))
            return reply;
        link.setUpstream(qFromBigEndian<quint16>(reply.data() + PortAt));
        qToBigEndian(link.port(), reply.data() + PortAt);
        return reply;
    }
};

std::unique_ptr<Peer> peerNamed(const QString &name, quint16 epmdPort,
                                const QString &cookie = QStringLiteral("peers-cookie"))
{
    Peer::Options options;
    options.name = base::NodeName::literal(QString(name + QStringLiteral("@127.0.0.1")));
    options.epmdPort = epmdPort;
    options.cookie = cookie;
    return std::make_unique<Peer>(options);
}

} // namespace

/// Traffic of two real nodes, recorded and dissected: what is read is what they did.
class tst_RealCapture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void conversation();
    void wrongCookie();
    void capturedOnLoopback();

private:
    void compare(const Seen &seen) const;

    PeerEpmd m_epmd;
};

void tst_RealCapture::initTestCase()
{
    const QString why = Peer::whyUnavailable();
    if (!why.isEmpty())
        QSKIP(qPrintable(why));
    QVERIFY(m_epmd.start());
}

void tst_RealCapture::compare(const Seen &seen) const
{
    QVERIFY(seen.isWhole());
    const auto up = seen.all<handshake_event::Completed>();
    QCOMPARE(up.size(), std::size_t(1));
    const HandshakeResult &result = up[0].second->result;
    QCOMPARE(result.ownName.text(), QStringLiteral("caller@127.0.0.1"));
    QCOMPARE(result.peer.text(), QStringLiteral("called@127.0.0.1"));
    QVERIFY(!result.hidden());
    QVERIFY(result.agreedFlags.contains(Flag::DistHdrAtomCache));

    const QStringList sent = seen.payloads(Role::Initiator, Operation::RegSend);
    QVERIFY(sent.contains(QStringLiteral("{an_atom_to_be_cached,[1,2,3],<<\"text\">>,#{key => 1.5}}")));
    QVERIFY(sent.contains(QStringLiteral("{an_atom_to_be_cached,again}")));
    QVERIFY(sent.contains(QStringLiteral("stop")));
    bool big = false;
    for (const auto &[role, received] : seen.all<channel_event::Received>()) {
        QCOMPARE(received->signal.unknownAtoms, 0);
        if (received->signal.size < BigBytes)
            continue;
        big = true;
        QVERIFY(received->signal.fragments >= 2);
        QCOMPARE(received->signal.payload.decode()->at(1).toByteArray(), QByteArray("ab").repeated(150000));
    }
    QVERIFY(big);
    QCOMPARE(seen.count(Role::Initiator, Operation::MonitorP) >= 1, true);
    QVERIFY(seen.payloads(Role::Acceptor, Operation::PayloadMonitorPExit).contains(QStringLiteral("enough")));
    QStringList answers = seen.payloads(Role::Acceptor, Operation::SendSender);
    answers += seen.payloads(Role::Acceptor, Operation::Send);
    QVERIFY(answers.contains(QStringLiteral("{answered,an_answer}")));
}

void tst_RealCapture::conversation()
{
    Relays relays(m_epmd.port());
    QVERIFY(relays.listen());
    const auto called = peerNamed(QStringLiteral("called"), m_epmd.port());
    const auto caller = peerNamed(QStringLiteral("caller"), relays.epmd.port());
    QVERIFY2(called->start(), qPrintable(called->output()));
    QVERIFY2(caller->start(), qPrintable(caller->output()));
    QVERIFY(called->evaluate(Sink).startsWith(QLatin1String("{ok,")));
    QCOMPARE(caller->evaluate(Conversation.arg(called->name().text())), QStringLiteral("{ok,enough}"));
    caller->kill();
    called->kill();
    QTest::qWait(0); // the relay sees both ends

    const Seen seen = dissect(relays.capture.bytes);
    compare(seen);
    if (QTest::currentTestFailed())
        return;
    // The second message has its atom from the cache.
    QCOMPARE(relays.capture.bytes.count("an_atom_to_be_cached"), 1);
    QString node;
    int lookUps = 0;
    for (const CaptureEvent &event : seen.events) {
        const auto *found = event.as<StreamFound>();
        if (found && found->kind == StreamFound::Kind::Distribution)
            node = found->node;
        const auto *asked = event.as<EpmdEvent>();
        const auto *request = asked ? asked->as<epmd::Request>() : nullptr;
        lookUps += request && std::holds_alternative<epmd::PortRequest>(*request) ? 1 : 0;
    }
    QCOMPARE(node, QStringLiteral("called"));
    QVERIFY(lookUps >= 1);
}

void tst_RealCapture::wrongCookie()
{
    Relays relays(m_epmd.port());
    QVERIFY(relays.listen());
    const auto called = peerNamed(QStringLiteral("called2"), m_epmd.port());
    const auto caller =
        peerNamed(QStringLiteral("caller2"), relays.epmd.port(), QStringLiteral("another-cookie"));
    QVERIFY2(called->start(), qPrintable(called->output()));
    QVERIFY2(caller->start(), qPrintable(caller->output()));
    QCOMPARE(caller->evaluate(QStringLiteral("net_kernel:connect_node('%1').").arg(called->name().text())),
             QStringLiteral("{ok,false}"));
    const Seen seen = dissect(relays.capture.bytes);
    const auto failed = seen.all<HandshakeFailed>();
    QVERIFY(!failed.empty());
    QCOMPARE(failed[0].second->error.step, HandshakeStep::AwaitAck);
    QCOMPARE(*failed[0].second->closedBy, Role::Acceptor);
    QVERIFY(suggestsWrongCookie(*failed[0].second));
}

// The same with a real capture program, where it may be used.
void tst_RealCapture::capturedOnLoopback()
{
    const QString tcpdump = QStandardPaths::findExecutable(
        QStringLiteral("tcpdump"), {QStringLiteral("/usr/bin"), QStringLiteral("/usr/sbin")});
    if (tcpdump.isEmpty())
        QSKIP("tcpdump is not installed");
    if (::geteuid() != 0)
        QSKIP("only root may capture");
    const auto called = peerNamed(QStringLiteral("called"), m_epmd.port());
    const auto caller = peerNamed(QStringLiteral("caller"), m_epmd.port());
    QVERIFY2(called->start(), qPrintable(called->output()));
    QVERIFY2(caller->start(), qPrintable(caller->output()));
    QVERIFY(called->evaluate(Sink).startsWith(QLatin1String("{ok,")));
    // Only what belongs to this test.
    const QString where =
        called->evaluate(QStringLiteral("{port, P, _} = erl_epmd:port_please(\"called\", {127,0,0,1}), P."));
    const int port = where.mid(4).chopped(1).toInt(); // {ok,P}
    QVERIFY2(port > 0, qPrintable(where));
    const QString filter = QStringLiteral("tcp port %1 or tcp port %2").arg(port).arg(m_epmd.port());
    QProcess capture;
    capture.start(tcpdump,
                  {QStringLiteral("-i"), QStringLiteral("lo"), QStringLiteral("-U"), QStringLiteral("-w"),
                   QStringLiteral("-"), QStringLiteral("-B"), QStringLiteral("16384"), filter});
    QByteArray errors;
    const bool listening = QTest::qWaitFor(
        [&] {
            errors += capture.readAllStandardError();
            return errors.contains("listening on") || capture.state() == QProcess::NotRunning;
        },
        20'000);
    if (!listening || capture.state() == QProcess::NotRunning)
        QSKIP(qPrintable(QStringLiteral("tcpdump cannot capture: ") + QString::fromUtf8(errors)));
    QCOMPARE(caller->evaluate(Conversation.arg(called->name().text())), QStringLiteral("{ok,enough}"));
    QByteArray file;
    const auto closed = [&] {
        file += capture.readAllStandardOutput();
        const Seen seen = dissect(file);
        return seen.payloads(Role::Acceptor, Operation::PayloadMonitorPExit)
            .contains(QStringLiteral("enough"));
    };
    QVERIFY(QTest::qWaitFor(closed, 20'000));
    capture.terminate();
    capture.waitForFinished(5'000);
    compare(dissect(file));
}

QTEST_GUILESS_MAIN(tst_RealCapture)
#include "tst_RealCapture.moc"
