#include "unit/lab/ClusterFixture.h"

#include <QTcpServer>
#include <QtTest>

#include "term/Parser.h"
#include "term/Printer.h"

namespace nodescope::test {

term::Term erlang(const QString &text)
{
    const auto parsed = term::parse(text);
    if (!parsed.ok())
        QTest::qFail(qPrintable(QStringLiteral("no term: ") + text), __FILE__, __LINE__);
    return parsed.ok() ? *parsed : term::Term();
}

quint16 freePortOfLoopback()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0);
}

ClusterFixture::ClusterFixture(lab::PracticeOptions wanted)
    : options(std::move(wanted))
    , cluster(clock)
{
    if (options.epmdPort == 0)
        options.epmdPort = freePortOfLoopback();
    QObject::connect(&cluster, &lab::PracticeCluster::ready, &cluster,
                     [this](const lab::PracticeInfo &value) { info = value; });
}

ClusterFixture::~ClusterFixture() = default;

base::NodeName ClusterFixture::node(const QString &name)
{
    return base::NodeName::literal(QString(name + QStringLiteral("@127.0.0.1")));
}

bool ClusterFixture::start()
{
    info.reset();
    std::optional<lab::PracticeError> error;
    const auto connection = QObject::connect(&cluster, &lab::PracticeCluster::failed, &cluster,
                                             [&](const lab::PracticeError &value) { error = value; });
    cluster.start(options);
    const bool over = QTest::qWaitFor([&] { return info || error; },
                                      60'000); // a loaded machine needs a while for fifty nodes
    QObject::disconnect(connection);
    if (error)
        qWarning() << lab::errorName(error->kind) << error->port << error->subject << error->detail;
    else if (!over)
        qWarning() << "not ready; nodes:" << cluster.info().nodes.size();
    return info.has_value();
}

bool ClusterFixture::connectTo(const QString &name)
{
    if (!client) {
        dist::CookieStore cookies;
        for (const auto &entry : info->nodes)
            cookies.setForNode(entry.name, entry.cookie);
        client = std::make_unique<dist::LocalNode>(dist::NodeIdentity::dynamic(QStringLiteral("127.0.0.1")),
                                                   cookies, clock);
    }
    QSignalSpy finished(client.get(), &dist::LocalNode::dialFinished);
    dist::DialOptions dialling;
    dialling.epmdPort = options.epmdPort;
    client->dial(node(name), dialling);
    return finished.wait() && client->isConnected(node(name));
}

QString ClusterFixture::call(const QString &name, const QString &module, const QString &function,
                             const QString &arguments, dist::CallPreference way)
{
    const QList<term::Term> list = erlang(arguments).toList().value_or(QList<term::Term>());
    dist::CallRequest request{node(name), module, function, {list.cbegin(), list.cend()}};
    request.preference = way;
    std::optional<dist::CallResult> result;
    client->call(request, client.get(), [&](const dist::CallResult &end) { result = end; });
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 8'000))
        return QStringLiteral("no answer");
    if (const term::Term *value = result->value())
        return term::toErlang(*value);
    if (const auto *raised = std::get_if<dist::call_end::Raised>(&result->end))
        return QStringLiteral("raised:") + term::toErlang(raised->reason);
    if (const auto *bad = std::get_if<dist::call_end::BadRpc>(&result->end))
        return QStringLiteral("badrpc:") + term::toErlang(bad->reason);
    return QString::fromLatin1(dist::reasonName(result->end));
}

} // namespace nodescope::test
