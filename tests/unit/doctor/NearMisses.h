#pragma once

/// Lines out of logs of healthy systems, and of others than ours, that share words with what a node writes
/// when it cannot connect: explainLog() must find nothing in any of them.
namespace nodescope::test {

inline const char *const NearMisses[] = {
    // A node that starts, works and stops.
    "Erlang/OTP 25 [erts-13.1.5] [source] [64-bit] [smp:2:2] [ds:2:2:10] [async-threads:1] [jit]\n",
    "=NOTICE REPORT==== 26-Nov-2026::11:18:51.261573 ===\nTLS server: In state hello at "
    "tls_handshake.erl:346 "
    "generated SERVER handshake complete\n",
    "=PROGRESS REPORT==== 26-Nov-2026::11:18:51.261573 ===\n    supervisor: {local,net_sup}\n    started: "
    "[{pid,<0.60.0>},{id,net_kernel},{mfargs,{net_kernel,start_link,[#{clean_halt => true}]}}]\n",
    "=PROGRESS REPORT==== 26-Nov-2026::11:18:51.261573 ===\n    supervisor: {local,kernel_safe_sup}\n    "
    "started: [{pid,<0.81.0>},{id,inet_gethost_native_sup}]\n",
    "=SUPERVISOR REPORT==== 26-Nov-2026::11:18:51.261573 ===\n    supervisor: {local,kernel_sup}\n    "
    "errorContext: shutdown\n    reason: reached_max_restart_intensity\n",
    "heart: Thu Nov 26 11:18:17 2026: Erlang is crashing .. (waiting for crash dump file)",
    "heart_beat_kill_pid = 2123\nheart_beat_timeout = 60",
    "Kernel pid terminated (application_controller) "
    "({application_start_failure,myapp,{bad_return,{{my_app,start,[normal,[]]},{'EXIT',badarg}}}})",
    "{\"init terminating in do_boot\",{undef,[{main,start,[],[]}]}}",
    "[os_mon] memory supervisor port (memsup): Erlang has closed\n[os_mon] cpu supervisor port (cpu_sup): "
    "Erlang has closed",
    "{global_name_server,[{resolver,none}]}",
    "net_adm:ping('b@127.0.0.1') -> pong",
    "(a@127.0.0.1)1> nodes().\n['b@127.0.0.1','c@127.0.0.1']",
    "(a@127.0.0.1)2> net_kernel:connect_node('b@127.0.0.1').\ntrue",
    "(a@127.0.0.1)3> erlang:get_cookie().\nnocookie_here",
    "(a@127.0.0.1)4> net_kernel:get_net_ticktime().\n60",
    "(a@127.0.0.1)5> auth:get_cookie('b@127.0.0.1').",
    "{net_kernel,{is_auth,'b@127.0.0.1'}}",
    "{net_kernel,{accept,<0.62.0>,#Port<0.9>,inet,tcp}}",
    "{net_kernel,{accept_pending,ok}}",
    "{net_kernel,{tick,60}}",
    // Elixir and Phoenix.
    "10:11:12.123 [info] Node.list() is [:\"b@10.0.0.7\", :\"c@10.0.0.8\"]",
    "10:11:12.123 [debug] QUERY OK source=\"nodes\" db=2.1ms\nSELECT n0.\"id\" FROM \"nodes\" AS n0 []",
    "10:11:12.123 [warning] [libcluster:gossip] received heartbeat",
    "10:11:12.123 [info] [swarm on b@10.0.0.7] [tracker:init] started",
    "10:11:12.123 [info] CONNECTED TO Phoenix.LiveView.Socket in 21µs\n  Transport: :websocket",
    "10:11:12.123 [info] REFUSED CONNECTION TO MyAppWeb.UserSocket in 30µs\n  Transport: :websocket",
    "10:11:12.123 [error] Postgrex.Protocol (#PID<0.300.0>) failed to connect: ** "
    "(DBConnection.ConnectionError) "
    "tcp connect (localhost:5432): connection refused - :econnrefused",
    "10:11:12.123 [error] ** (DBConnection.ConnectionError) connection not available and request was dropped "
    "from queue after 2000ms",
    "10:11:12.123 [error] Task #PID<0.9.0> started from :\"a@web\" terminating\n** (stop) {:nodedown_soon, "
    "1}",
    "** (ArgumentError) cannot parse cookie header",
    "Plug.Session: cookie `_my_app_key` was not valid, it is ignored",
    "[notice] TLS :client: In state :certify at ssl_handshake.erl:2017 verified\n",
    "mix phx.server\n[info] Access MyAppWeb.Endpoint at http://localhost:4000",
    "Generated my_app app\nwarning: unused variable \"node\"\n  lib/my_app/cookie.ex:4: MyApp.Cookie.check/1",
    // RabbitMQ, CouchDB and Riak.
    "2023-02-03 10:11:12.123456+00:00 [info] <0.221.0> Feature flags: list of feature flags found:",
    "2023-02-03 10:11:12.123456+00:00 [info] <0.221.0> node           : rabbit@b\n home dir       : "
    "/var/lib/rabbitmq\n cookie hash    : 2tVnDeqBVuxtvVtTGnc3Bw==",
    "2023-02-03 10:11:12.123456+00:00 [info] <0.44.0> Application mnesia exited with reason: stopped",
    "2023-02-03 10:11:12.123456+00:00 [info] <0.9.0> Mnesia was told to use schema from node rabbit@b",
    "2023-02-03 10:11:12.123456+00:00 [warning] <0.9.0> HTTP access denied: user 'guest' - invalid "
    "credentials",
    "2023-02-03 10:11:12.123456+00:00 [error] <0.9.0> Error on AMQP connection <0.9.0> (10.0.0.1:5 -> "
    "10.0.0.2:5672): {handshake_timeout,frame_header}",
    "2023-02-03 10:11:12.123456+00:00 [info] <0.9.0> Peer discovery backend rabbit_peer_discovery_dns does "
    "not "
    "support registration, skipping registration.",
    "[notice] 2023-02-03T10:11:12.123456Z couchdb@127.0.0.1 <0.352.0> -------- all_dbs_active, waiting",
    "2023-02-03 10:11:12.123 [info] <0.7.0> alarm_handler: {set,{system_memory_high_watermark,[]}}",
    "{mnesia_up,'b@web'}",
    "{mnesia_recover,mnesia_decision,ok}",
    // EPMD, systemd, Docker, Kubernetes.
    "epmd: Thu Nov 26 11:18:17 2026: epmd running - daemon = 1",
    "epmd: Thu Nov 26 11:18:17 2026: ** got ALIVE2_REQ\nepmd: Thu Nov 26 11:18:17 2026: ** sent ALIVE2_RESP "
    "for "
    "\"b\"",
    "epmd: Thu Nov 26 11:18:17 2026: time in seconds: 1779791897",
    "systemd[1]: epmd.socket: Deactivated successfully.",
    "systemd[1]: Started Erlang Port Mapper Daemon Activation Socket.",
    "dockerd[411]: level=info msg=\"node joined the cluster\" node=worker-2",
    "kubelet: Readiness probe failed: dial tcp 10.0.0.7:4000: connect: connection refused",
    "kubelet: Node web-1 status is now: NodeNotReady",
    "coredns: [INFO] 10.0.0.1:4242 - \"A IN b.web.default.svc.cluster.local. udp\" NXDOMAIN",
    // Others that speak of cookies, handshakes, nodes and challenges.
    "nginx: [error] SSL_do_handshake() failed (SSL: error:14094416) while SSL handshaking",
    "cassandra: Node /10.0.0.7 state jump to NORMAL",
    "cassandra: Handshaking version with /10.0.0.7",
    "redis: Node 07c37df is not responding to PING (possibly failing)",
    "elasticsearch: failed to join node {b}{10.0.0.7:9300}, cookie unknown",
    "ssh: challenge response authentication failed for a@web",
    "certbot: Challenge failed for domain b.example.com",
    "consul: [WARN] memberlist: Refuting a dead message (from: b@dc1)",
    "haproxy: Server web/b is DOWN, reason: Layer4 timeout, check duration: 2001ms",
    "Server a@web: the cookie of the session has expired, please log in again",
};

} // namespace nodescope::test
