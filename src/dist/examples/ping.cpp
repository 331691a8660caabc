// ping NAME@HOST      Is the node there, does it share our cookie, and does it answer?
//
// The cookie comes from the environment (NODESCOPE_COOKIE) or from ~/.erlang.cookie, EPMD's port from
// ERL_EPMD_PORT. Exit status: 0 pong, 1 pang, 2 wrong use.
#include <QCoreApplication>
#include <QTextStream>

#include <nodescope/dist/CookieSource.h>
#include <nodescope/dist/EpmdPort.h>
#include <nodescope/dist/LocalNode.h>
#include <nodescope/dist/Ping.h>

using namespace nodescope;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QTextStream out(stdout);
    QTextStream err(stderr);

    const auto peer = base::NodeName::parse(app.arguments().value(1));
    if (!peer) {
        err << "usage: ping NAME@HOST\n";
        return 2;
    }
    const dist::CookieResult cookie = dist::findCookie();
    if (!cookie) {
        err << "no usable cookie in " << cookie.error().source << '\n';
        return 2;
    }
    dist::CookieStore cookies;
    cookies.setDefault(*cookie);

    // A node that asks its peer for a name, as `erl -sname undefined` does: hidden, and gone without trace.
    const base::SystemClock clock;
    dist::LocalNode node(dist::NodeIdentity::dynamic(), cookies, clock);

    dist::PingOptions options;
    options.dial.epmdPort = dist::defaultEpmdPort();
    dist::ping(node, *peer, options, &app, [&](const dist::PingResult &result) {
        if (result.pong())
            out << "pong from " << peer->text() << " after " << base::toMilliseconds(result.elapsed)
                << " ms\n";
        else
            err << "pang: " << dist::reasonName(result.end) << '\n';
        app.exit(result.pong() ? 0 : 1);
    });
    return app.exec();
}
