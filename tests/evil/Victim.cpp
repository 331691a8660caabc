#include "Victim.h"

#include <QFile>

#include <unistd.h>

#include "dist/GenCall.h"

namespace nodescope::test::evil {

namespace {

std::unique_ptr<dist::LocalNode> makeNode(QLatin1String name, const base::Clock &clock, bool hasty)
{
    dist::CookieStore cookies;
    cookies.setDefault(base::Secret(Cookie));
    dist::LocalNodeSettings settings;
    settings.link.limits = Victim::limits(hasty);
    auto node = std::make_unique<dist::LocalNode>(
        dist::NodeIdentity::fixed(base::NodeName::literal(QString(name)), false), cookies, clock, settings);
    return node->listen({}).ok() ? std::move(node) : nullptr;
}

} // namespace

protocol::Limits Victim::limits(bool hasty)
{
    protocol::Limits limits;
    limits.frame = 1024 * 1024;
    limits.fragmentedMessage = 2 * 1024 * 1024;
    limits.openFragmentBytes = 4 * 1024 * 1024;
    limits.openFragmentSequences = 64;
    if (hasty) {
        limits.handshakeStep = std::chrono::milliseconds(250);
        limits.handshakeTotal = std::chrono::milliseconds(400);
    }
    return limits;
}

Victim::Victim(bool hasty)
    : healthy(makeNode(QLatin1String("healthy@127.0.0.1"), clock, false))
    , node(makeNode(QLatin1String(VictimName), clock, hasty))
{
    dist::LocalProcess *rex = healthy->createProcess(QStringLiteral("rex"));
    QObject::connect(rex, &dist::LocalProcess::message, rex, [rex](const term::Term &message) {
        if (const auto call = dist::GenCall::parse(message))
            call->reply(*rex, call->request.at(2));
    });
    // The healthy one dials: the victim's own deadlines may be too short for a loaded machine.
    QSignalSpy up(node.get(), &dist::LocalNode::linkUp);
    dist::DialOptions options;
    options.address = {QStringLiteral("127.0.0.1"), node->listeningPort()};
    for (int i = 0; i < 10 && up.isEmpty(); ++i) {
        healthy->dial(node->identity().name, options);
        (void)up.wait(2'000);
    }
}

dist::DialReport Victim::dial(quint16 port, const base::NodeName &name, bool probe)
{
    QSignalSpy finished(node.get(), &dist::LocalNode::dialFinished);
    dist::DialOptions options;
    options.address = {QStringLiteral("127.0.0.1"), port};
    options.probe = probe;
    node->dial(name, options);
    if (finished.isEmpty() && !finished.wait(Wait))
        return {};
    return finished.first().first().value<dist::DialReport>();
}

bool Victim::healthyAnswers()
{
    dist::CallRequest request;
    request.node = healthy->identity().name;
    request.module = QStringLiteral("erlang");
    request.function = QStringLiteral("node");
    request.preference = dist::CallPreference::RexOnly;
    request.timeout = std::chrono::milliseconds(Wait);
    std::optional<dist::CallResult> result;
    node->call(request, &context, [&result](const dist::CallResult &outcome) { result = outcome; });
    (void)QTest::qWaitFor([&result] { return result.has_value(); }, Wait);
    return result && result->value() && result->value()->isAtom(u"node");
}

qint64 residentBytes()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    return 0;
#else
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
#endif
}

} // namespace nodescope::test::evil
