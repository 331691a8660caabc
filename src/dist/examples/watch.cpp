// watch NAME@HOST     Prints which nodes a node is connected to, and each that comes and goes.
// The cookie comes from NODESCOPE_COOKIE or ~/.erlang.cookie, EPMD's port from ERL_EPMD_PORT.
#include <QCoreApplication>
#include <QTextStream>

#include <nodescope/dist/ClusterWatch.h>
#include <nodescope/dist/CookieSource.h>
#include <nodescope/dist/EpmdPort.h>
#include <nodescope/dist/LocalNode.h>

using namespace nodescope;
using namespace nodescope::dist;

static void say(const char *what, const SeenNode &node, const QString &more = {})
{
    const char *kind = node.hidden ? "(hidden)" : "(visible)";
    QTextStream(stdout) << what << ' ' << node.name.text() << ' ' << kind << ' ' << more << '\n';
}

static void follow(ClusterWatch &watch)
{
    QObject::connect(&watch, &ClusterWatch::listed, &watch, [](const QList<SeenNode> &nodes) {
        for (const SeenNode &node : nodes)
            say("there", node);
    });
    QObject::connect(&watch, &ClusterWatch::nodeUp, &watch, [](const SeenNode &node) { say("up", node); });
    QObject::connect(&watch, &ClusterWatch::nodeDown, &watch,
                     [](const SeenNode &node, const QString &reason) { say("down", node, reason); });
    QObject::connect(&watch, &ClusterWatch::ended, &watch, [](const QString &why) {
        QTextStream(stderr) << "no longer watching: " << why << '\n';
        QCoreApplication::exit(1);
    });
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const auto peer = base::NodeName::parse(app.arguments().value(1));
    const CookieResult cookie = findCookie();
    QTextStream err(stderr);
    if (!peer || !cookie) {
        err << (peer ? "no usable cookie in " + cookie.error().source : "usage: watch NAME@HOST") << '\n';
        return 2;
    }
    CookieStore cookies;
    cookies.setDefault(*cookie);
    const base::SystemClock clock;
    LocalNode node(NodeIdentity::dynamic(), cookies, clock);
    QObject::connect(&node, &LocalNode::dialFinished, &app, [&](const DialReport &report) {
        if (report.connected())
            return follow(*new ClusterWatch(node, *peer, &node));
        err << "cannot connect: " << reasonName(report.end) << Qt::endl;
        app.exit(1);
    });
    DialOptions options;
    options.epmdPort = defaultEpmdPort();
    node.dial(*peer, options);
    return app.exec();
}
