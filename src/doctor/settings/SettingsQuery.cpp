#include "doctor/settings/SettingsQuery.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include "doctor/settings/Probes.h"
#include "doctor/settings/SettingsAnswer.h"

namespace nodescope::doctor {

using namespace std::chrono_literals;
using base::NodeName;
using dist::CallResult;
using term::Term;

namespace {

constexpr auto ProbeTimeout = 12s;
constexpr auto QuestionTimeout = 5s;

/// What is tried first by whoever guesses, and what books and images carry.
constexpr const char *WellKnownCookies[] = {
    "cookie",  "secret",   "erlang",  "elixir",    "monster",   "nocookie",   "mycookie", "chocolate",
    "test",    "password", "default", "changeme",  "rabbitmq",  "ejabberd",   "emqx",     "emqxsecretcookie",
    "couchdb", "riak",     "vernemq", "my_cookie", "my-cookie", "supersecret"};

bool isWellKnown(const QByteArray &digest, const QByteArray &nonce)
{
    return std::any_of(std::begin(WellKnownCookies), std::end(WellKnownCookies), [&](const char *word) {
        QCryptographicHash md5(QCryptographicHash::Md5);
        md5.addData(QByteArray(word));
        md5.addData(nonce);
        return md5.result() == digest;
    });
}

/// Whether the peer runs functions at all, and only not this one.
bool mayAnswerSingly(const CallResult &result)
{
    return std::holds_alternative<dist::call_end::Raised>(result.end) ||
           std::holds_alternative<dist::call_end::BadRpc>(result.end);
}

Term atom(const char *text)
{
    return Term::atom(QLatin1String(text));
}

} // namespace

QByteArray makeNonce()
{
    QByteArray nonce(16, Qt::Uninitialized);
    for (char &byte : nonce)
        byte = char(QRandomGenerator::system()->bounded(256));
    return nonce;
}

SettingsQuery::SettingsQuery(dist::LocalNode &self, const NodeName &node, SettingsQuestion question,
                             QObject *parent)
    : QObject(parent)
    , m_self(self)
    , m_question(std::move(question))
{
    m_settings.node = node;
}

void SettingsQuery::start()
{
    const std::optional<dist::LinkInfo> link = m_self.linkTo(m_settings.node);
    if (!link) {
        ++m_open;
        QMetaObject::invokeMethod(this, &SettingsQuery::answered, Qt::QueuedConnection);
        return;
    }
    m_settings.flags = link->handshake.peerFlags;
    const auto peers = m_question.peers.mid(0, SettingsQuestion::MaxPeers);
    if (!m_question.onlyView)
        evaluate(probes::settingsForms(),
                 probes::settingsBindings(peers, m_question.nonce, m_question.epmdFromOutside),
                 [this](const CallResult &result) { onSettings(result); });
    if (!m_question.viewOf.isNull())
        evaluate(probes::viewForms(), probes::viewBindings(m_question.viewOf, m_question.knock),
                 [this](const CallResult &result) { onView(result); });
}

void SettingsQuery::evaluate(const Term &forms, const Term &bindings,
                             std::function<void(const CallResult &)> answer)
{
    dist::CallRequest request;
    request.node = m_settings.node;
    request.module = QStringLiteral("erl_eval");
    request.function = QStringLiteral("exprs");
    request.arguments = {forms, bindings};
    request.timeout = ProbeTimeout;
    request.endOnTimeout = true;
    ++m_open;
    m_self.call(request, this, [this, answer = std::move(answer)](const CallResult &result) {
        answer(result);
        answered();
    });
}

void SettingsQuery::onSettings(const CallResult &result)
{
    // {value, Answer, Bindings}
    const bool read =
        result.value() && result.value()->isTuple(3) && readSettings(result.value()->at(1), m_settings);
    if (!read && mayAnswerSingly(result))
        askSingly();
}

void SettingsQuery::onView(const CallResult &result)
{
    if (result.value() && result.value()->isTuple(3))
        m_settings.view = readView(result.value()->at(1));
    else if (mayAnswerSingly(result))
        askViewSingly();
}

// ---- Nodes that evaluate nothing ----

void SettingsQuery::ask(const Call &call, Answer answer)
{
    dist::CallRequest request;
    request.node = m_settings.node;
    request.module = call.module;
    request.function = call.function;
    request.arguments = call.arguments;
    request.timeout = QuestionTimeout;
    request.endOnTimeout = true;
    ++m_open;
    m_self.call(request, this, [this, answer = std::move(answer)](const CallResult &result) {
        if (result.value()) {
            if (m_settings.source == NodeSettings::Source::None)
                m_settings.source = NodeSettings::Source::Calls;
            answer(*result.value());
        }
        answered();
    });
}

void SettingsQuery::askSingly()
{
    const auto setting = [this](const QString &key) {
        return [this, key](const Term &value) { readSetting(key, value, m_settings); };
    };
    ask({QStringLiteral("erlang"), QStringLiteral("system_info"), {atom("otp_release")}},
        setting(QStringLiteral("otp_release")));
    ask({QStringLiteral("net_kernel"), QStringLiteral("longnames"), {}},
        setting(QStringLiteral("longnames")));
    ask({QStringLiteral("net_kernel"), QStringLiteral("get_net_ticktime"), {}},
        setting(QStringLiteral("net_ticktime")));
    ask({QStringLiteral("net_kernel"), QStringLiteral("allowed"), {}}, setting(QStringLiteral("allowed")));
    ask({QStringLiteral("init"), QStringLiteral("get_argument"), {atom("proto_dist")}},
        [this](const Term &value) {
            if (value.isTuple(2))
                readArgument(QStringLiteral("proto_dist"), value.at(1), m_settings);
        });
    for (const char *key : {"connect_all", "dist_auto_connect", "prevent_overlapping_partitions"}) {
        ask({QStringLiteral("application"), QStringLiteral("get_env"), {atom("kernel"), atom(key)}},
            [this, key](const Term &value) {
                if (value.isTuple(2))
                    readParameter(QLatin1String(key), value.at(1), m_settings);
            });
    }
    ask({QStringLiteral("erlang"), QStringLiteral("nodes"), {atom("visible")}},
        [this](const Term &value) { m_settings.visible = readNames(value); });
    ask({QStringLiteral("erlang"), QStringLiteral("nodes"), {atom("hidden")}},
        [this](const Term &value) { m_settings.hidden = readNames(value); });
    askCookiesSingly();
}

void SettingsQuery::askCookiesSingly()
{
    const auto digestOf = [this](const NodeName &peer) {
        return Call{QStringLiteral("erl_eval"),
                    QStringLiteral("exprs"),
                    {probes::cookieDigestForms(), probes::cookieDigestBindings(peer, m_question.nonce)}};
    };
    ask(digestOf(m_settings.node),
        [this](const Term &value) { m_settings.cookieDigest = value.at(1).toByteArray(); });
    for (const NodeName &peer : m_question.peers.mid(0, SettingsQuestion::MaxPeers)) {
        ask(digestOf(peer), [this, peer](const Term &value) {
            if (value.isTuple(3) && value.at(1).isBinary())
                m_settings.cookieDigests.insert(peer, value.at(1).toByteArray());
        });
    }
}

void SettingsQuery::askViewSingly()
{
    m_settings.view = PeerView();
    const Term host = Term::charlist(m_question.viewOf.host());
    ask({QStringLiteral("inet"), QStringLiteral("getaddr"), {host, atom("inet")}},
        [this](const Term &value) { readResolution(value, *m_settings.view); });
    // port_please says `noport` of an EPMD that is not there, too.
    ask({QStringLiteral("erl_epmd"), QStringLiteral("names"), {host}}, [this, host](const Term &names) {
        if (!names.isTuple(2) || !names.at(0).isAtom(QLatin1String("ok"))) {
            m_settings.view->epmd = PeerView::Epmd::Unreachable;
            m_settings.view->epmdAnswer = names.at(1).atomText().left(64);
            return;
        }
        ask({QStringLiteral("erl_epmd"),
             QStringLiteral("port_please"),
             {Term::charlist(m_question.viewOf.name()), host}},
            [this](const Term &value) { readPortPlease(value, true, *m_settings.view); });
    });
}

// ---- The end ----

void SettingsQuery::answered()
{
    if (--m_open == 0)
        finish();
}

void SettingsQuery::finish()
{
    if (m_settings.source == NodeSettings::Source::Calls) {
        // A node that is no BEAM is of no release, whatever it answers to be polite.
        if (m_settings.releaseNumber() == 0)
            m_settings.release.clear();
        fillDefaults(m_settings);
    }
    if (!m_settings.cookieDigest.isEmpty())
        m_settings.cookieWellKnown = isWellKnown(m_settings.cookieDigest, m_question.nonce);
    Q_EMIT finished(m_settings);
    deleteLater();
}

} // namespace nodescope::doctor
