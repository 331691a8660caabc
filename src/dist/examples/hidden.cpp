// hidden NAME@HOST    A hidden node that answers pings and calls:
//   gen_server:call({calculator, 'NAME@HOST'}, {add, 1, 2}).      in Erlang gives 3.
// The cookie comes from NODESCOPE_COOKIE or ~/.erlang.cookie, EPMD's port from ERL_EPMD_PORT.
#include <QCoreApplication>
#include <QTextStream>

#include <nodescope/dist/CookieSource.h>
#include <nodescope/dist/EpmdPort.h>
#include <nodescope/dist/LocalNode.h>
#include <nodescope/dist/NetKernel.h>

using namespace nodescope;
using dist::LocalNode;
using dist::LocalProcess;
using term::Term;

/// Whatever is asked, this answers: a part that is not there is invalid, and asking it is harmless.
static Term answerTo(const Term &request)
{
    const auto a = request.at(1).toInteger();
    const auto b = request.at(2).toInteger();
    if (request.isTuple(3) && request.at(0).isAtom(u"add") && a && b)
        return Term::integer(*a + *b);
    return Term::tuple({Term::atom(u"error"), Term::atom(u"badarg")});
}

static int fail(const QString &why)
{
    QTextStream(stderr) << why << '\n';
    return 1;
}

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const auto name = base::NodeName::parse(app.arguments().value(1));
    if (!name)
        return fail("usage: hidden NAME@HOST");
    const dist::CookieResult cookie = dist::findCookie();
    if (!cookie)
        return fail("no usable cookie in " + cookie.error().source);
    dist::CookieStore cookies;
    cookies.setDefault(*cookie);
    const base::SystemClock clock;
    LocalNode node(dist::NodeIdentity::fixed(*name, true), cookies, clock);
    dist::NetKernel netKernel(node); // answers pings

    LocalProcess *calculator = node.createProcess("calculator");
    QObject::connect(calculator, &LocalProcess::message, calculator, [calculator](const Term &message) {
        if (const auto call = dist::GenCall::parse(message))
            call->reply(*calculator, answerTo(call->request));
    });
    QObject::connect(&node, &LocalNode::registered, &app, [] { QTextStream(stdout) << "ready\n"; });
    QObject::connect(&node, &LocalNode::registrationRefused, &app,
                     [&] { app.exit(fail("EPMD refuses the name: is it taken?")); });
    // Listens on loopback; set `address` to QHostAddress::Any to be reached from elsewhere.
    if (const auto port = node.listen({.epmdPort = dist::defaultEpmdPort()}); !port)
        return fail("cannot listen: " + port.error().detail);
    return app.exec();
}
