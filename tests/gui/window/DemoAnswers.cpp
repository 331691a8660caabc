#include "DemoAnswers.h"

#include "term/Encoder.h"
#include "term/Parser.h"

namespace nodescope::test {

using namespace cluster;
using base::NodeName;

namespace {

Mail mailOf(quint64 id, const char *node, const char *sender, const char *name, const char *text)
{
    const auto term = term::parse(QString::fromUtf8(text));
    Mail mail;
    mail.id = id;
    mail.time = QDateTime::currentDateTimeUtc().addSecs(-60 + qint64(id) * 7);
    mail.node = NodeName::literal(QString::fromLatin1(node));
    mail.sender = QString::fromLatin1(sender);
    mail.senderName = QString::fromLatin1(name);
    mail.receiver = QStringLiteral("inbox");
    mail.externalTerm = term.ok() ? term::encode(*term) : QByteArray();
    mail.wireBytes = mail.externalTerm.size() + 48;
    mail.excerpt = term.ok() ? term::toErlang(*term, 240) : QString();
    return mail;
}

ProcessFacts facts(int number, const char *name, const char *call, const char *current, qint64 memory,
                   qint64 queue)
{
    ProcessFacts made;
    made.pid = QStringLiteral("#Pid<shop@web2.example.%1.0.1>").arg(number);
    made.name = QString::fromLatin1(name);
    made.initialCall = QString::fromLatin1(call);
    made.currentFunction = QString::fromLatin1(current);
    made.memory = memory;
    made.queue = queue;
    made.links = number % 4;
    made.monitors = number % 3;
    return made;
}

QList<ProcessFacts> processes()
{
    const char *server = "gen_server:init_it/6";
    const char *loop = "gen_server:loop/7";
    return {facts(1, "init", "otp_ring0:start/2", "init:loop/1", 26'728, 0),
            facts(44, "logger", server, loop, 18'944, 0),
            facts(50, "application_controller", "erlang:apply/2", loop, 264'312, 0),
            facts(61, "kernel_sup", "supervisor:kernel/1", loop, 426'704, 0),
            facts(70, "net_kernel", server, loop, 8'872, 2),
            facts(88, "global_name_server", server, loop, 13'808, 0),
            facts(412, "Elixir.Shop.Repo", server, "prim_inet:recv0/3", 4'194'304, 1'204),
            facts(413, "Elixir.Shop.Basket.With.A.Rather.Long.Name", server, loop, 21'600, 0)};
}

ProcessDetail detailOf(const AskProcess &question)
{
    ProcessDetail detail;
    detail.question = question.question;
    detail.node = question.node;
    detail.pid = question.pid;
    detail.facts = processes().at(6);
    detail.facts.pid = question.pid;
    detail.status = QStringLiteral("waiting");
    detail.reductions = 1'834'201;
    detail.groupLeader = QStringLiteral("#Pid<shop@web2.example.64.0.1>");
    const auto store = NodeName::literal(u"store@db1.example");
    detail.ties = {{TieKind::Link, question.node, QStringLiteral("#Pid<shop@web2.example.61.0.1>"),
                    QStringLiteral("kernel_sup")},
                   {TieKind::MonitoredBy, question.node, QStringLiteral("#Pid<shop@web2.example.413.0.1>"),
                    QStringLiteral("Elixir.Shop.Basket")},
                   {TieKind::Monitors, store, QStringLiteral("#Pid<store@db1.example.211.0.1>"), {}},
                   {TieKind::Link, store, QStringLiteral("#Pid<store@db1.example.212.0.1>"), {}}};
    return detail;
}

SupervisionTree treeOf(const NodeName &node)
{
    SupervisionTree tree;
    tree.node = node;
    tree.watched = true;
    const auto add = [&tree](int parent, const char *id, const char *modules, bool supervisor, int restarts) {
        Supervised one;
        one.parent = parent;
        one.id = QString::fromLatin1(id);
        one.path = (parent < 0 ? QString() : tree.entries.at(parent).path + u'/') + one.id;
        one.modules = QString::fromLatin1(modules);
        one.supervisor = supervisor;
        one.pid = QStringLiteral("#Pid<shop@web2.example.%1.0.1>").arg(400 + tree.entries.size());
        one.restarts = restarts;
        if (restarts > 0) {
            one.lastEnd = QStringLiteral("{badmatch,{error,closed}}");
            one.lastRestart = QDateTime::currentDateTimeUtc();
        }
        tree.entries.append(one);
        return int(tree.entries.size()) - 1;
    };
    const int kernel = add(-1, "kernel", "9.2.4", false, 0);
    const int sup = add(kernel, "kernel_sup", "kernel", true, 0);
    add(sup, "logger_sup", "logger_sup", true, 0);
    add(sup, "net_sup", "erl_distribution", true, 0);
    const int shop = add(-1, "shop", "1.4.0", false, 0);
    const int top = add(shop, "Elixir.Shop.Supervisor", "Elixir.Supervisor", true, 0);
    add(top, "Elixir.Shop.Repo", "Elixir.Shop.Repo", false, 3);
    const int late = add(top, "Elixir.Shop.Mailer", "Elixir.Shop.Mailer", false, 5);
    tree.entries[late].state = Supervised::State::Restarting;
    tree.entries[late].pid.clear();
    return tree;
}

} // namespace

Reports demoMails()
{
    const char *shop = "shop@web2.example";
    const char *store = "store@db1.example";
    return {
        MailArrived{
            mailOf(1, shop, "#Pid<shop@web2.example.412.0.1>", "Elixir.Shop.Repo",
                   "{reply, 17, #{<<\"name\">> => <<\"Café\"/utf8>>, total => 12.5, items => [1,2,3]}}")},
        MailArrived{mailOf(2, shop, "#Pid<shop@web2.example.413.0.1>", "", "hello")},
        MailArrived{mailOf(3, store, "#Pid<store@db1.example.211.0.1>", "",
                           "{'DOWN', [a, {b, [c | d]}], process, <<1,2,3,255>>, noconnection}")},
        MailArrived{mailOf(4, store, "#Pid<store@db1.example.212.0.1>", "order_server",
                           "{order, #{id => 70368744177664, lines => [{<<\"tea\">>, 2}, {<<\"milk\">>, 1}], "
                           "address => #{street => \"High Street\", number => 7}, paid => false}}")}};
}

Reports demoAnswer(const Intent &question)
{
    if (const auto *asked = std::get_if<AskProcesses>(&question)) {
        ProcessPage page;
        page.question = asked->question;
        page.node = asked->node;
        page.scope = asked->scope;
        page.processes = processes();
        page.total = 143;
        return {ProcessesTold{page}};
    }
    if (const auto *one = std::get_if<AskProcess>(&question))
        return {ProcessTold{detailOf(*one)}};
    if (const auto *tree = std::get_if<WatchSupervision>(&question))
        return {SupervisionTold{treeOf(tree->node)}};
    return {};
}

} // namespace nodescope::test
