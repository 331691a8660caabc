#include <QtTest>

#include "LogRows.h"

using namespace nodescope;
using namespace nodescope::test;

// Starting, links that were up, and tools: as tst_LogHandshake.cpp.
namespace {
const LogRow Starts[] = {
    {"* name in use", "Protocol 'inet_tcp': the name b@127.0.0.1 seems to be in use by another Erlang node\n",
     "name_taken", "name_in_use", "certain", "b@127.0.0.1"},
    {"20 name in use",
     "{error_logger,{{2015,1,1},{0,0,0}},\"Protocol: ~tp: the name ~tp\",[\"inet_tcp\"]} the name "
     "b@web seems to be in use by another Erlang node",
     "name_taken", "name_in_use", "certain", "b@web"},
    {"* no EPMD", "Protocol 'inet_tcp': register/listen error: econnrefused\n", "register_error",
     "epmd_unreachable", "certain", "", "", "reason=econnrefused"},
    {"20 no EPMD", "Protocol: \"inet_tcp\": register error: econnrefused\n", "register_error",
     "epmd_unreachable", "certain"},
    {"* port taken", "Protocol 'inet_tcp': register/listen error: eaddrinuse\n", "register_error", "unknown",
     "certain"},
    {"* EPMD is none", "Protocol 'inet_tcp': register/listen error: {garbage_from_epmd,\"HTT\"}\n",
     "register_error", "epmd_defect", "almost_certain"},
    {"* EPMD closes", "Protocol 'inet_tcp': register/listen error: epmd_close\n", "register_error",
     "epmd_defect", "cannot_distinguish"},
    {"* IPv6", "Protocol 'inet6_tcp': register/listen error: eafnosupport\n", "register_error",
     "ip_version_mixed", "almost_certain"},
    {"* -proto_dist", "Protocol 'nope': not supported\n", "protocol_unknown", "unknown", "certain", "", "",
     "protocol=nope"},
    {"25 no long name",
     "=INFO REPORT==== 26-Nov-2026::11:17:55.217729 ===\nCan't set long node name!\nPlease check your "
     "configuration\n",
     "no_long_name", "no_own_long_name", "certain"},
    {"23 27 29 no long name",
     "2026-11-26 11:17:55.517016 \n    args: []\n    label: {error_logger,info_msg}\n    format: \"Can't set "
     "long "
     "node name!\\nPlease check your configuration\\n\"\n",
     "no_long_name", "no_own_long_name", "certain"},
    {"* no short name", "Can't set short node name!\nPlease check your configuration\n", "no_short_name",
     "unknown", "certain"},
    {"* name", "Invalid node name!\nPlease check your configuration\n", "node_name_invalid", "unknown",
     "certain"},
    {"* name given twice", "Multiple -name given to erl, using the first, \"a@127.0.0.1\"\n",
     "argument_repeated", "unknown", "certain"},
    {"* net_kernel ends", "** Netkernel terminating ... **\n", "net_kernel_ends", "unknown", "certain"},
    {"* no restart", "** Distribution restart failed, net_kernel terminating... **\n", "net_kernel_ends",
     "unknown", "certain"},
    {"* nodistribution alone",
     "Kernel pid terminated (application_controller) ({application_start_failure,kernel,{{shutdown,"
     "{failed_to_start_child,net_sup,{shutdown,{failed_to_start_child,net_kernel,{'EXIT',nodistribution}}}}},"
     "{kernel,start,[normal,[]]}}})\n",
     "no_distribution", "not_distributed", "cannot_distinguish"},
    {"* nodes to wait for", "{error,{mandatory_nodes_down,['b@127.0.0.1']}}", "nodes_missing",
     "not_registered", "cannot_distinguish"},
    {"* cookie file's mode", "Cookie file /var/lib/app/.erlang.cookie must be accessible by owner only\n",
     "cookie_file_mode", "cookie_file_mode", "certain", "", "", "path=/var/lib/app/.erlang.cookie"},
    {"* a path with blanks", "Cookie file /srv/a b/.erlang.cookie must be accessible by owner only",
     "cookie_file_mode", "cookie_file_mode", "certain", "", "", "path=/srv/a b/.erlang.cookie"},
    {"* cookie file unreadable", "Error when reading /var/lib/app/.erlang.cookie: eacces\n", "cookie_file",
     "cookie_file_unreadable", "certain", "", "", "reason=eacces"},
    {"* cookie file not made", "Failed to create cookie file '/nonexistent/.erlang.cookie': enoent\n",
     "cookie_file", "cookie_file_unreadable", "certain", "", "", "reason=enoent"},
    {"* no home", "No home for cookie file\n", "cookie_file", "cookie_file_unreadable", "certain"},
    {"* bad characters", "Bad characters in cookie\n", "cookie_file_content", "cookie_file_unreadable",
     "almost_certain"},
    {"* empty", "Too short cookie string\n", "cookie_file_content", "cookie_file_unreadable",
     "almost_certain"},
    {"23 25 27 TLS file", "    reason: {'EXIT',{{bad_ssl_dist_optfile,[\"/nonexist\"]},\n",
     "tls_options_file", "tls_client_options", "almost_certain", "", "", "path=/nonexist"},
    {"29 TLS file", "{'EXIT',{{bad_ssl_dist_optfile,\"/nonexist\"},[{ssl_dist_sup,consult,1,[]}]}}",
     "tls_options_file", "tls_client_options", "almost_certain", "", "", "path=/nonexist"},
    {"* EPMD: name", "epmd: Thu Nov 26 11:18:17 2026: node name already occupied b\n", "name_taken",
     "name_in_use", "certain", "", "", "name=b"},
    {"* EPMD: foreign", "epmd: Thu Nov 26 11:18:17 2026: ALIVE2_REQ from non local address\n",
     "epmd_refused_foreign", "unknown", "certain"},
    {"* EPMD: port", "epmd: Thu Nov 26 11:18:17 2026: failed to bind on ipaddr 0.0.0.0\n",
     "epmd_cannot_listen", "epmd_unreachable", "almost_certain", "", "", "address=0.0.0.0"},
    {"* Livebook",
     "** (RuntimeError) your hostname \"mac.local\" does not resolve to a loopback address "
     "(127.0.0.0/8), which indicates something wrong in your OS configuration.",
     "own_host_name", "own_host_changed", "certain", "", "", "host=mac.local"},
};

const LogRow Links[] = {
    {"* tick time",
     "=ERROR REPORT==== 26-Nov-2026::11:21:42.901578 ===\n** Node 'fr@127.0.0.1' not responding **\n"
     "** Removing (timedout) connection **\n",
     "not_responding", "peer_silent", "cannot_distinguish", "", "fr@127.0.0.1"},
    {"* tick time, its first line", "** Node fr@web not responding **", "not_responding", "peer_silent",
     "cannot_distinguish", "", "fr@web"},
    {"29 a tick missed", "** Node 'fr@127.0.0.1': net tick 2/4 missed (1 consecutive, 3 until timeout) **\n",
     "ticks_missed", "peer_silent", "cannot_distinguish", "", "fr@127.0.0.1", "tick=2"},
    {"29 all ticks missed",
     "** Node 'fr@127.0.0.1': 4 consecutive net ticks missed (tick 1/4) \xe2\x80\x94 net_tick_timeout **\n",
     "ticks_missed", "peer_silent", "cannot_distinguish", "", "fr@127.0.0.1", "ticks=4"},
    {"25 27 29 global",
     "'global' at node 'm1@127.0.0.1' disconnected node 'm3@127.0.0.1' in order to prevent overlapping "
     "partitions\n",
     "global_disconnected", "global_evicted", "certain", "m1@127.0.0.1", "m3@127.0.0.1"},
    {"25 27 29 global asks",
     "'global' at node 'm3@127.0.0.1' requested disconnect from node 'm2@127.0.0.1' in order to prevent "
     "overlapping partitions\n",
     "global_requested", "global_evicted", "certain", "m3@127.0.0.1", "m2@127.0.0.1"},
    {"24 25 global, old peer",
     "'global' at node a@web disconnected old node b@web in order to prevent overlapping partitions",
     "global_disconnected", "global_evicted", "certain", "a@web", "b@web"},
    {"25 27 29 global, group",
     "'global' at node a@web excluded global group member node b@web in order to prevent overlapping "
     "partitions",
     "global_disconnected", "global_evicted", "certain", "a@web", "b@web"},
    {"25 27 29 global, version",
     "'global' at node a@web got an out of sync connection attempt from old version 5 node b@web. "
     "Disconnecting "
     "from it.",
     "global_old_version", "unknown", "certain", "a@web", "b@web", "version=5"},
    {"23 global cannot connect", "global: 'a@10.0.0.1' failed to connect to 'b@10.0.0.2'\n",
     "global_cannot_connect", "global_introduced", "cannot_distinguish", "a@10.0.0.1", "b@10.0.0.2"},
    {"25 27 29 global cannot connect", "'global' at 'a@10.0.0.1' failed to connect to 'b@10.0.0.2'\n",
     "global_cannot_connect", "global_introduced", "cannot_distinguish", "a@10.0.0.1", "b@10.0.0.2"},
    {"* global, one name", "global: Name conflict terminating {leader,<9007.100.0>}\n",
     "global_name_conflict", "unknown", "certain"},
    {"* a term",
     "'b@127.0.0.1' got a corrupted external term from 'a@127.0.0.1' on distribution channel 17641\n"
     "<<...,112,131,104,4>>\n",
     "corrupt_term", "native_record_sent", "cannot_distinguish", "b@127.0.0.1", "a@127.0.0.1"},
    {"* a header",
     "'b@127.0.0.1' got a corrupted distribution header from 'a@127.0.0.1' on distribution channel 17641\n",
     "corrupt_frame", "peer_broke_protocol", "almost_certain", "b@127.0.0.1", "a@127.0.0.1"},
    {"* a control message", "Invalid distribution message: {99,a}\n", "corrupt_frame", "peer_broke_protocol",
     "almost_certain"},
    {"* busy", "{monitor,<0.101.0>,busy_dist_port,#Port<0.12>}", "busy_dist_port", "link_overloaded",
     "almost_certain"},
    {"* busy, Elixir", "{:monitor, #PID<0.101.0>, :busy_dist_port, #Port<0.12>}", "busy_dist_port",
     "link_overloaded", "almost_certain"},
    {"* busy, RabbitMQ",
     "2020-06-15 02:28:05.046 [warning] <0.28609.16> rabbit_sysmon_handler busy_dist_port <0.28671.16> "
     "[{name,rabbit},{initial_call,{application_master,start_it,4}},{erlang,bif_return_trap,2},"
     "{message_queue_len,1}] {#Port<0.63457>,unknown}",
     "busy_dist_port", "link_overloaded", "almost_certain"},
    {"* busy, a peer that is known",
     "rabbit_sysmon_handler busy_dist_port <0.1.0> [{name,x}] {#Port<0.6>,'rabbit@b'}", "busy_dist_port",
     "link_overloaded", "almost_certain", "", "rabbit@b"},
    {"* nodedown", "{nodedown,'b@127.0.0.1',[{nodedown_reason,connection_closed},{node_type,visible}]}",
     "node_down", "connection_lost", "certain", "", "b@127.0.0.1", "reason=connection_closed"},
    {"* nodedown, ticks", "{nodedown,'b@127.0.0.1',[{node_type,visible},{nodedown_reason,net_tick_timeout}]}",
     "not_responding", "peer_silent", "cannot_distinguish", "", "b@127.0.0.1"},
    {"29 verbose: nodedown", "{net_kernel,{nodedown,'b@127.0.0.1',up,connection_closed}}", "node_down",
     "connection_lost", "certain", "", "b@127.0.0.1", "reason=connection_closed"},
    {"* a call", "** exception exit: {{nodedown,'zz@127.0.0.1'},{gen_server,call,[{foo,'zz@127.0.0.1'},x]}}",
     "no_connection", "connection_lost", "cannot_distinguish", "", "zz@127.0.0.1"},
    {"* a call, Elixir",
     "** (exit) exited in: GenServer.call({Foo, :\"zz@127.0.0.1\"}, :x, 5000)\n    ** (EXIT) no connection "
     "to "
     "zz@127.0.0.1",
     "no_connection", "connection_lost", "cannot_distinguish", "", "zz@127.0.0.1"},
    {"* rpc", "{badrpc,nodedown}", "no_connection", "connection_lost", "cannot_distinguish"},
    {"* RabbitMQ: down",
     "2023-02-03 10:11:12.123456+00:00 [info] <0.530.0> node 'rabbit@b' down: connection_closed", "node_down",
     "connection_lost", "certain", "", "rabbit@b", "reason=connection_closed"},
    {"* RabbitMQ: down, ticks", "[info] <0.530.0> node rabbit@b down: net_tick_timeout", "not_responding",
     "peer_silent", "cannot_distinguish", "", "rabbit@b"},
    {"* RabbitMQ: partial partition",
     "[error] <0.530.0> Partial partition detected:\n[error] <0.530.0>  * We saw DOWN from rabbit@b\n"
     "[error] <0.530.0>  * We can still see rabbit@c which can see rabbit@b\n",
     "partitioned", "connection_lost", "almost_certain", "", "rabbit@b"},
    {"* Mnesia",
     "Mnesia('a@web'): ** ERROR ** mnesia_event got {inconsistent_database, running_partitioned_network, "
     "'b@web'}",
     "partitioned", "connection_lost", "almost_certain", "a@web", "b@web"},
};

const LogRow Tools[] = {
    {"27 29 erl -remsh", "Could not connect to \"b@127.0.0.1\"\n", "remote_shell", "not_registered",
     "cannot_distinguish", "", "b@127.0.0.1"},
    {"* iex --remsh",
     "Could not contact remote node my-app@fdaa:0:31d4:a5b:9d36:7c1e:f284:2, reason: :nodedown. "
     "Aborting...\n",
     "remote_shell", "not_registered", "cannot_distinguish", "", "my-app@fdaa:0:31d4:a5b:9d36:7c1e:f284:2"},
    {"* a release's rpc", "--rpc-eval : RPC failed with reason :nodedown\n", "remote_shell", "not_registered",
     "cannot_distinguish"},
    {"* no name",
     "In order to use --remsh, you need to name the current node using --name or --sname. Aborting...",
     "not_a_node_itself", "not_distributed", "certain"},
    {"* libcluster", "10:11:12.123 [warning] [libcluster:k8s] unable to connect to :\"app@10.0.0.7\"\n",
     "remote_shell", "not_registered", "cannot_distinguish", "", "app@10.0.0.7"},
    {"* libcluster, no node",
     "[warn]  [libcluster:k8s] unable to connect to :\"app@10.0.0.7\": not part of network\n",
     "not_a_node_itself", "not_distributed", "certain", "", "app@10.0.0.7"},
    {"* libcluster, DNS", "[error] [libcluster:k8s] lookup against app-headless failed: :nxdomain\n",
     "dns_lookup", "dns_without_record", "almost_certain", "", "", "host=app-headless"},
    {"* RabbitMQ: cookie",
     "  * Authentication failed (rejected by the remote node), please check the Erlang cookie\n",
     "cli_authentication", "cookie_mismatch", "almost_certain"},
    {"* RabbitMQ: no host",
     "  * unable to connect to epmd (port 4369) on node01: nxdomain (non-existing domain)\n", "cli_epmd",
     "host_unresolvable", "certain", "", "", "host=node01"},
    {"* RabbitMQ: no EPMD", "  * unable to connect to epmd (port 4369) on ixfosa: timeout (timed out)\n",
     "cli_epmd", "epmd_unreachable", "almost_certain", "", "", "reason=timeout (timed out)"},
    {"* RabbitMQ: no node", "  * epmd reports: node 'rabbit' not running at all\n", "cli_not_registered",
     "not_registered", "certain", "", "", "name=rabbit"},
    {"* RabbitMQ: name",
     "  * Node name (or hostname) mismatch: node \"rabbit@rabbitmq1\" believes its node name is not "
     "\"rabbit@rabbitmq1\" but something else.\n",
     "cli_other_name", "other_name_answers", "certain", "", "rabbit@rabbitmq1"},
    {"* RabbitMQ: no more", "  * TCP connection succeeded but Erlang distribution failed\n",
     "cli_distribution", "cookie_mismatch", "cannot_distinguish"},
    {"* RabbitMQ: port", "  * can't establish TCP connection, reason: timeout (timed out)\n", "cli_port",
     "dist_port_blocked", "almost_certain"},
    {"* RabbitMQ: tool",
     "Error: unable to perform an operation on node 'rabbit@node1'. Please see diagnostics", "remote_shell",
     "not_registered", "cannot_distinguish", "", "rabbit@node1"},
};
} // namespace

class tst_LogLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wording_data()
    {
        addLogColumns();
        for (const LogRow &row : Starts)
            addLogRow(row);
        for (const LogRow &row : Links)
            addLogRow(row);
        for (const LogRow &row : Tools)
            addLogRow(row);
    }
    void wording()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, expected);
        const auto findings = doctor::explainLog(QByteArrayView(text));
        QCOMPARE(findings.size(), 1);
        QCOMPARE(inRowForm(findings.first(), expected.last()), expected);
        const doctor::CauseText words = doctor::textOf(findings.first());
        QVERIFY(!words.title.isEmpty() && !words.certainty.isEmpty() && !words.explanation.isEmpty());
    }
};

QTEST_GUILESS_MAIN(tst_LogLinks)
#include "tst_LogLinks.moc"
