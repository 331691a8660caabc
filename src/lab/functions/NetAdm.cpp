#include <memory>

#include "dist/EpmdClient.h"
#include "dist/HostLookup.h"
#include "lab/PracticeNode.h"
#include "lab/Terms.h"
#include "lab/functions/Functions.h"

namespace nodescope::lab::functions {

using term::Term;

namespace {
/// Why EPMD gave no answer, as inet's reason.
Term reasonTerm(const dist::EpmdAnswer &answer)
{
    if (answer.outcome.ok())
        return atom("address");
    const auto &reason = answer.outcome.error();
    if (std::holds_alternative<dist::ResolveFailure>(reason))
        return atom("nxdomain");
    if (const auto *unreachable = std::get_if<dist::epmd_failure::Unreachable>(&reason))
        return unreachable->connect.problem() == dist::ConnectProblem::Refused ? atom("econnrefused")
                                                                               : atom("timeout");
    return atom("address");
}

/// `net_adm:names/0,1` and `erl_epmd:names/0,1`.
void names(PracticeNode &node, dist::EpmdClient &client, const FunctionCall &call, const FunctionReply &reply)
{
    const auto host = call.arguments.empty() ? node.name().host() : hostText(call.argument(0));
    if (!host)
        return reply(badArgument(call));
    QObject::connect(
        client.names(*host, node.epmdPort()), &dist::EpmdQuery::finished, &client,
        [reply](const dist::EpmdAnswer &answer) {
            const auto *found = answer.names();
            if (!found)
                return reply(returned(errorTuple(reasonTerm(answer))));
            QList<Term> entries;
            for (const auto &entry : found->names)
                entries.append(Term::tuple({Term::charlist(entry.name), Term::integer(entry.port)}));
            reply(returned(okTuple(listOf(entries))));
        });
}

/// `erl_epmd:port_please/2,3`.
void portPlease(PracticeNode &node, dist::EpmdClient &client, const FunctionCall &call,
                const FunctionReply &reply)
{
    const auto name = hostText(call.argument(0));
    const auto host = hostText(call.argument(1));
    const QString text = name.value_or(QString()) + u'@' + host.value_or(QString());
    const auto target = base::NodeName::parse(text);
    if (!target)
        return reply(badArgument(call));
    QObject::connect(client.lookUp(*target, node.epmdPort()), &dist::EpmdQuery::finished, &client,
                     [reply](const dist::EpmdAnswer &answer) {
                         const auto *found = answer.port();
                         if (!found)
                             return reply(returned(errorTuple(reasonTerm(answer))));
                         if (!found->found())
                             return reply(returned(atom("noport")));
                         const auto &entry = found->registration;
                         reply(
                             returned(Term::tuple({atom("port"), Term::integer(entry.port),
                                                   Term::integer(qMin<quint16>(entry.highestVersion, 6))})));
                     });
}

/// `net_adm:ping/1`: a link is what it is about.
void ping(PracticeNode &node, const FunctionCall &call, const FunctionReply &reply)
{
    const auto peer = nodeName(call.argument(0));
    if (!peer)
        return reply(call.argument(0).isAtom() ? returned(atom("pang")) : badArgument(call));
    node.connectTo(*peer,
                   [reply](bool connected) { reply(returned(connected ? atom("pong") : atom("pang"))); });
}

/// `inet:getaddr/2` for the families `inet` and `inet6`.
void getAddress(PracticeNode &node, const FunctionCall &call, const FunctionReply &reply)
{
    const auto host = hostText(call.argument(0));
    const bool v6 = isAtom(call.argument(1), "inet6");
    if (!host || (!v6 && !isAtom(call.argument(1), "inet")))
        return reply(badArgument(call));
    auto *lookup = new dist::HostLookup(*host, std::chrono::seconds(5), &node.local());
    QObject::connect(
        lookup, &dist::HostLookup::finished, lookup, [lookup, reply, v6](const dist::ResolveResult &result) {
            lookup->deleteLater();
            const auto protocol = v6 ? QAbstractSocket::IPv6Protocol : QAbstractSocket::IPv4Protocol;
            for (const QHostAddress &address : result.valueOr({}))
                if (address.protocol() == protocol)
                    return reply(returned(okTuple(addressTerm(address))));
            reply(returned(errorTuple(atom("nxdomain"))));
        });
    lookup->start();
}
} // namespace

void addNetAdm(FunctionTable &table, PracticeNode &node)
{
    auto *client = new dist::EpmdClient(node.local().clock(), {}, {}, &node.local());
    const auto namesBody = [&node, client](const FunctionCall &call, const FunctionReply &reply) {
        names(node, *client, call, reply);
    };
    const auto portBody = [&node, client](const FunctionCall &call, const FunctionReply &reply) {
        portPlease(node, *client, call, reply);
    };
    for (const char *module : {"net_adm", "erl_epmd"}) {
        table.addLater(module, "names", 0, namesBody);
        table.addLater(module, "names", 1, namesBody);
    }
    table.addLater("erl_epmd", "port_please", 2, portBody);
    table.addLater("erl_epmd", "port_please", 3, portBody);
    table.addLater("net_adm", "ping", 1, [&node](const FunctionCall &call, const FunctionReply &reply) {
        ping(node, call, reply);
    });
    table.add("net_adm", "localhost", 0,
              [&node](const FunctionCall &) { return returned(Term::charlist(node.name().host())); });
    table.addLater("inet", "getaddr", 2, [&node](const FunctionCall &call, const FunctionReply &reply) {
        getAddress(node, call, reply);
    });
    table.add("inet", "gethostname", 0, [&node](const FunctionCall &) {
        return returned(okTuple(Term::charlist(node.name().host())));
    });
}

} // namespace nodescope::lab::functions
