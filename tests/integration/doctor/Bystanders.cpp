#include "Bystanders.h"

#include <QElapsedTimer>
#include <QTest>

namespace nodescope::test {

namespace {

constexpr int Wait = 30'000; // milliseconds

// What is written before it is printed; its own time is no wait for luck.
const QString Flush = QStringLiteral("logger_std_h:filesync(default).");
const QString Links = QStringLiteral(
    "lists:flatten(lists:join(\"|\", lists:sort([io_lib:format(\"~s ~p\", [N, C]) || {N, C} <- "
    "erlang:system_info(dist_ctrl)]))).");
const QString Settings =
    QStringLiteral("{net_kernel:get_net_ticktime(), net_kernel:allowed(), erlang:phash2(auth:get_cookie()), "
                   "lists:sort([{N, erlang:phash2(auth:get_cookie(N))} || N <- nodes()]), "
                   "lists:sort(application:get_all_env(kernel))}.");
const QString Registered = QStringLiteral("lists:sort(registered()).");
// Servers that OTP starts when they are first needed: to resolve a name, to time a call, for TLS.
const QRegularExpression
    StartedLater(QStringLiteral("^(inet_gethost_native.*|timer_server|tls_.*|ssl_.*|dtls_.*)$"));

QStringList namesIn(const QString &list)
{
    return QString(list)
        .remove(QRegularExpression(QStringLiteral("[\\[\\]\\s]")))
        .split(u',', Qt::SkipEmptyParts);
}

QString valueOf(Peer &peer, const QString &expression)
{
    return peer.evaluate(expression, Wait).section(u',', 1).chopped(1);
}

} // namespace

Bystanders::State Bystanders::stateOf(Peer &peer)
{
    State state;
    const QString links = valueOf(peer, Links).remove(u'"');
    if (links != QLatin1String("[]"))
        state.links = links.split(u'|', Qt::SkipEmptyParts);
    state.settings = valueOf(peer, Settings);
    state.registered = namesIn(valueOf(peer, Registered));
    (void)peer.evaluate(Flush, Wait);
    state.written = peer.output().size();
    return state;
}

void Bystanders::look(const QList<Peer *> &peers)
{
    m_before.clear();
    for (Peer *peer : peers) {
        if (!m_leftOut.contains(peer))
            m_before[peer] = stateOf(*peer);
    }
}

QString Bystanders::harm(const QList<Peer *> &peers) const
{
    for (Peer *peer : peers) {
        const auto before = m_before.find(peer);
        if (before == m_before.end())
            continue;
        if (const QString harm = harmOf(*peer, before->second); !harm.isEmpty())
            return QStringLiteral("%1: %2").arg(peer->name().text(), harm);
    }
    return {};
}

QString Bystanders::harmOf(Peer &peer, const State &before) const
{
    State now;
    QStringList lost;
    QStringList added;
    const auto compare = [&] {
        now = stateOf(peer);
        lost = before.links;
        added = now.links;
        for (const QString &link : before.links)
            added.removeOne(link);
        for (const QString &link : now.links)
            lost.removeOne(link);
        return m_mayConnect || added.isEmpty();
    };
    QElapsedTimer timer;
    timer.start();
    while (!compare() && !timer.hasExpired(Wait))
        QTest::qWait(50);
    if (!lost.isEmpty())
        return QStringLiteral("lost the link %1").arg(lost.join(u' '));
    if (!m_mayConnect && !added.isEmpty())
        return QStringLiteral("has the link %1").arg(added.join(u' '));
    if (!m_mayConnect && now.settings != before.settings)
        return QStringLiteral("changed from %1 to %2").arg(before.settings, now.settings);
    for (const QString &name : now.registered) {
        if (!before.registered.contains(name) && !StartedLater.match(name).hasMatch())
            return QStringLiteral("has a process %1").arg(name);
    }
    const QString event = unexpectedEvent(peer.output().mid(before.written));
    return event.isEmpty() ? QString() : QStringLiteral("logged %1").arg(event);
}

QString Bystanders::unexpectedEvent(const QString &log) const
{
    static const QRegularExpression answers(QStringLiteral("@@value .*?@@\n"),
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression head(QStringLiteral("^(?==[A-Z ]+ REPORT====)"),
                                         QRegularExpression::MultilineOption);
    const QStringList events = QString(log).remove(answers).split(head);
    for (const QString &event : events) {
        if (event.trimmed().isEmpty())
            continue;
        bool expected = false;
        for (const QRegularExpression &pattern : m_unavoidable)
            expected = expected || pattern.match(event).hasMatch();
        if (!expected)
            return event.trimmed();
    }
    return {};
}

} // namespace nodescope::test
