#include <QtTest>

#include "LogRows.h"

using namespace nodescope;
using namespace nodescope::test;

// What nodes said, word for word, when the release in the row's name was made to meet the fault. Rows of 24,
// 26 and 28 follow from those around them, whose wording is the same.
namespace {
const LogRow Rows[] = {
    {"* cookie, at the acceptor",
     "=ERROR REPORT==== 26-Nov-2026::11:18:17.474553 ===\n"
     "** Connection attempt from node 'a@127.0.0.1' rejected. Invalid challenge reply. **\n\n",
     "challenge_reply_invalid", "cookie_mismatch", "certain", "", "a@127.0.0.1"},
    {"* cookie, a bare atom", "** Connection attempt from node a@web2 rejected. Invalid challenge reply. **",
     "challenge_reply_invalid", "cookie_mismatch", "certain", "", "a@web2"},
    {"* ack", "** Connection attempt to node 'b@127.0.0.1' cancelled. Invalid challenge ack. **",
     "challenge_ack_invalid", "peer_broke_protocol", "cannot_distinguish", "", "b@127.0.0.1"},
    {"20 ack", "** Connection attempt to disallowed node 'b@127.0.0.1' **", "challenge_ack_invalid",
     "peer_broke_protocol", "cannot_distinguish", "", "b@127.0.0.1"},
    {"* allow list, at the acceptor", "** Connection attempt from disallowed node ad@127.0.0.1 ** \n",
     "disallowed_node", "not_allowed_by_list", "certain", "", "ad@127.0.0.1"},
    {"20 the same words for a cookie",
     "=ERROR REPORT==== 25-May-2014::22:32:25 ===\n"
     "** Connection attempt from disallowed node 'one@192.168.0.100' **\n",
     "disallowed_node", "not_allowed_by_list", "cannot_distinguish", "", "one@192.168.0.100"},
    {"* a name that is written alike in all", "** Connection attempt from disallowed node one@localhost **",
     "disallowed_node", "not_allowed_by_list", "cannot_distinguish", "", "one@localhost"},
    {"* allow list, at the dialler", "** Connection attempt with disallowed node 'b@127.0.0.1' ** \n",
     "disallowed_own", "not_allowed_by_list", "certain", "", "b@127.0.0.1"},
    {"* check_ip", "** Connection attempt from disallowed IP {10,1,2,3} ** \n", "disallowed_address",
     "unknown", "certain", "", "", "address={10,1,2,3}"},
    {"* allow list of TLS", "** Connection attempt from disallowed node(s) {10,1,2,3} ** \n",
     "disallowed_node", "not_allowed_by_list", "certain"},
    {"25 flags, at the acceptor",
     "** 'b@127.0.0.1': Connection attempt from node 'a@127.0.0.1' rejected since it cannot handle "
     "[\"FUN_TAGS\",\"EXPORT_PTR_TAG\",\n"
     "                                                      \"BIT_BINARIES\",\"HANDSHAKE_23\"].**\n",
     "cannot_handle", "flags_missing", "certain", "b@127.0.0.1", "a@127.0.0.1",
     "flags=FUN_TAGS, EXPORT_PTR_TAG, BIT_BINARIES, HANDSHAKE_23"},
    {"27 flags, at the dialler",
     "** 'a@127.0.0.1': Connection attempt to node 'b@127.0.0.1' aborted since it cannot handle "
     "[\"V4_NC\",\"UNLINK_ID\"].**\n",
     "cannot_handle", "flags_missing", "certain", "a@127.0.0.1", "b@127.0.0.1", "flags=V4_NC, UNLINK_ID"},
    {"20 flags",
     "** 'a@127.0.0.1': Connection attempt to node 'b@127.0.0.1' aborted since it cannot handle extended "
     "references, pids and ports. **\n",
     "cannot_handle", "flags_missing", "certain", "a@127.0.0.1", "b@127.0.0.1"},
    {"23 25 verbose: cookie",
     "=INFO REPORT==== 26-Nov-2026::11:18:17.488929 ===\n"
     "{net_kernel,{'EXIT',<0.87.0>,{recv_challenge_ack_failed,{error,closed}}}}\n",
     "closed_after_digest", "cookie_mismatch", "almost_certain"},
    {"27 29 verbose: cookie",
     "{net_kernel,{conn_own_exit,<0.91.0>,\n                           "
     "{recv_challenge_ack_failed,{error,closed}},\n"
     "                           'b@127.0.0.1'}}\n",
     "closed_after_digest", "cookie_mismatch", "almost_certain", "", "b@127.0.0.1"},
    {"* verbose: cookie, at the acceptor",
     "{net_kernel,{'EXIT',<0.9.0>,{recv_challenge_reply_failed,bad_cookie}}}", "challenge_reply_invalid",
     "cookie_mismatch", "certain"},
    {"23 25 verbose: not allowed", "{net_kernel,{'EXIT',<0.87.0>,{recv_status_failed,not_allowed}}}",
     "status_not_allowed", "not_allowed_by_list", "cannot_distinguish"},
    {"27 29 verbose: not allowed",
     "{net_kernel,{conn_own_exit,<0.91.0>,\n                           {recv_status_failed,not_allowed},\n"
     "                           'al@127.0.0.1'}}\n",
     "status_not_allowed", "not_allowed_by_list", "cannot_distinguish", "", "al@127.0.0.1"},
    {"* verbose: closed at the status", "{net_kernel,{'EXIT',<0.87.0>,{recv_status_failed,{error,closed}}}}",
     "status_closed", "not_a_node", "cannot_distinguish"},
    {"* verbose: another name", "{net_kernel,{'EXIT',<0.87.0>,{recv_challenge_failed,no_node,\"b@web2\"}}}",
     "other_name", "other_name_answers", "almost_certain"},
    {"* verbose: flags", "{'EXIT',<0.87.0>,{check_dflags_failed,[\"V4_NC\"]}}", "cannot_handle",
     "flags_missing", "certain", "", "", "flags=V4_NC"},
    {"23 25 verbose: set-up timer", "{net_kernel,{'EXIT',<0.98.0>,setup_timer_timeout}}", "setup_timed_out",
     "peer_silent", "cannot_distinguish"},
    {"27 29 verbose: set-up timer",
     "{net_kernel,{conn_own_exit,<0.102.0>,setup_timer_timeout,'pl@127.0.0.1'}}", "setup_timed_out",
     "peer_silent", "cannot_distinguish", "", "pl@127.0.0.1"},
    {"29 verbose: host",
     "{net_kernel,\n    {setup_check,'b@no.such.invalid',<0.89.0>,\n        #Ref<0.23.35.20>,\n"
     "        {error,{unsupported_address_type,'b@no.such.invalid'}}}}\n",
     "address_type", "host_unresolvable", "cannot_distinguish", "", "b@no.such.invalid"},
    {"* verbose: both dialled", "{net_kernel,{accept_pending_nok,'a@127.0.0.1',<0.95.0>}}", "pending_nok",
     "simultaneous", "certain", "", "a@127.0.0.1"},
    {"* no table space",
     "** Distribution system limit reached, no table space left for node 'b@127.0.0.1' ** \n", "table_full",
     "unknown", "certain", "", "b@127.0.0.1"},
    {"* no low level port",
     "** Distribution connection error, could not get low level port for node 'b@127.0.0.1' ** \n",
     "setup_internal", "unknown", "certain", "", "b@127.0.0.1"},
    {"* nodeup refused",
     "Fatal: <0.95.0> was not allowed to send {nodeup, 'b@127.0.0.1'} to kernel when initiating connection\n",
     "setup_internal", "simultaneous", "cannot_distinguish", "", "b@127.0.0.1"},
    {"* connection id", "\n** Cannot get connection id for node 'b@127.0.0.1'\n", "setup_internal", "unknown",
     "certain", "", "b@127.0.0.1"},
    {"* short dials long",
     "=ERROR REPORT==== 26-Nov-2026::11:18:19.569585 ===\n** System NOT running to use fully qualified "
     "hostnames **\n"
     "** Hostname 127.0.0.1 is illegal **\n",
     "short_dials_long", "short_dials_long", "certain", "", "", "host=127.0.0.1"},
    {"* long dials short",
     "** System running to use fully qualified hostnames **\n** Hostname localhost is illegal **\n",
     "long_dials_short", "long_dials_short", "certain", "", "", "host=localhost"},
    {"* no @", "** Nodename blocal illegal, no '@' character **\n", "node_name_invalid", "unknown", "certain",
     "", "", "name=blocal"},
    {"* no name", "** Nodename 'a@b@c' illegal **\n", "node_name_invalid", "unknown", "certain"},
    {"* unauthorised", "\n** Unauthorized rpc attempt to 'b@127.0.0.1' **\n", "unauthorized",
     "cookie_mismatch", "almost_certain", "", "b@127.0.0.1"},
    {"* unauthorised send", "\n** Unauthorized send attempt {hello,1} to b@web2 **\n", "unauthorized",
     "cookie_mismatch", "almost_certain", "", "b@web2"},
    {"23 25 27 29 plain meets TLS",
     "=NOTICE REPORT==== 26-Nov-2026::11:20:49.230532 ===\n"
     "TLS server: In state hello at tls_record.erl:564 generated SERVER ALERT: Fatal - Unexpected Message\n"
     " - {unsupported_record_type,0}\n",
     "tls_alert", "tls_plain_mixed", "almost_certain", "", "", "reason={unsupported_record_type,0}"},
    {"* something else meets TLS",
     "TLS server: In state hello at tls_record.erl:564 generated SERVER ALERT: Fatal - Unexpected Message\n"
     " - {unsupported_record_type,71}\n",
     "tls_alert", "not_a_node", "cannot_distinguish"},
    {"25 certificate",
     "TLS client: In state certify at ssl_handshake.erl:2109 generated CLIENT ALERT: Fatal - "
     "Bad Certificate\n",
     "tls_alert", "tls_certificate", "almost_certain", "", "", "alert=Bad Certificate"},
    {"27 certificate",
     "TLS client: In state certify at ssl_handshake.erl:2173 generated CLIENT ALERT: Fatal - Bad "
     "Certificate\n"
     " - selfsigned_peer\n",
     "tls_alert", "tls_certificate", "almost_certain", "", "", "reason=selfsigned_peer"},
    {"25 host name",
     "TLS client: In state certify at ssl_handshake.erl:2082 generated CLIENT ALERT: Fatal - Handshake "
     "Failure\n"
     " - {bad_cert,hostname_check_failed}\n",
     "tls_alert", "tls_certificate", "almost_certain"},
    {"23 25 27 no certificate",
     "TLS server: In state certify at tls_dtls_connection.erl:315 generated SERVER ALERT: Fatal - Handshake "
     "Failure\n"
     " - no_client_certificate_provided\n",
     "tls_alert", "tls_certificate", "almost_certain"},
    {"29 no certificate",
     "TLS server: In state wait_cert at tls_handshake_1_3.erl:455 generated SERVER ALERT: Fatal - "
     "Certificate "
     "Required\n - certificate_required\n",
     "tls_alert", "tls_certificate", "almost_certain", "", "", "alert=Certificate Required"},
    {"23 Certificate required",
     "TLS client: In state connection received SERVER ALERT: Fatal - Certificate required\n", "tls_alert",
     "tls_certificate", "almost_certain", "", "", "alert=Certificate Required"},
    {"* handshake failure, received",
     "TLS client: In state cipher received SERVER ALERT: Fatal - Handshake Failure\n\n", "tls_alert",
     "tls_certificate", "cannot_distinguish"},
    {"* authority", "TLS server: In state certify received CLIENT ALERT: Fatal - Unknown CA\n", "tls_alert",
     "tls_certificate", "almost_certain", "", "", "alert=Unknown CA"},
    {"* version",
     "TLS server: In state hello at tls_handshake.erl:346 generated SERVER ALERT: Fatal - Protocol Version\n",
     "tls_alert", "tls_failed", "almost_certain"},
    {"25 alert of a link",
     "{net_kernel,\n    {'EXIT',<0.98.0>,\n        {ssl_connect_failed,\n            {127,0,0,1},\n          "
     "  35259,\n"
     "            {error,\n                {tls_alert,\n                    {handshake_failure,\n"
     "                        \"TLS client: In state cipher received SERVER ALERT: Fatal - Handshake "
     "Failure\\n\"}}}}}}\n",
     "tls_handshake", "tls_certificate", "cannot_distinguish", "", "", "alert=Handshake Failure"},
    {"27 29 no authorities",
     "{net_kernel,\n    {conn_own_exit,<0.102.0>,\n        {ssl_connect_failed,\n            {127,0,0,1},\n"
     "            44547,\n            {error,\n                {options,incompatible,\n"
     "                    [{verify,verify_peer},{cacerts,undefined}]}}},\n        'ts@127.0.0.1'}}\n",
     "tls_options", "tls_client_options", "certain", "", "ts@127.0.0.1"},
    {"23 25 27 29 a server's file",
     "Cannot accept TLS distribution connection: Invalid certificate file /nonexistent.pem: no such file or "
     "directory\n",
     "tls_accept", "tls_failed", "certain"},
    {"25 27 29 a link's TLS", "TLS distribution handshake failed: {error,closed}\n", "tls_handshake",
     "tls_failed", "cannot_distinguish"},
};
} // namespace

class tst_LogHandshake : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wording_data()
    {
        addLogColumns();
        for (const LogRow &row : Rows)
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

QTEST_GUILESS_MAIN(tst_LogHandshake)
#include "tst_LogHandshake.moc"
