// The part of LiveSession that examines: ladders from here, and pairs.

#include "session/LiveSession.h"

#include "doctor/post/SavedCookie.h"

namespace nodescope::session {

using namespace cluster;
using base::NodeName;

void LiveSession::obey(const Examine &intent)
{
    if (intent.from.isNull() || intent.from == selfName())
        examineFromHere(intent);
    else
        examinePair(intent);
}

void LiveSession::obey(const CancelExamination &intent)
{
    m_examinations.cancel(intent.id);
}

void LiveSession::examineFromHere(const Examine &intent)
{
    doctor::LadderOptions options;
    // Looking up must not add a peer: an examination alone leads nowhere.
    const auto known = m_peers.constFind(intent.to);
    const bool isKnown = known != m_peers.constEnd();
    options.epmdPort = intent.epmdPort                   ? *intent.epmdPort
                       : isKnown && known->epmdPort != 0 ? known->epmdPort
                                                         : m_settings.epmdPort;
    if (m_settings.distPort != 0)
        options.address = {intent.to.host(), m_settings.distPort};
    options.cookie = !intent.cookie.isNull() || !isKnown ? intent.cookie : known->cookie;
    options.tls = isKnown && known->tls ? known->tls : m_settings.tls;
    if (!intent.tlsOptionFile.isEmpty() &&
        !readTlsOptions(intent.tlsOptionFile, dist::TlsSections::Client, options.tls))
        return;
    m_examinations.climb(intent.id, intent.to, options);
}

void LiveSession::examinePair(const Examine &intent)
{
    if (intent.attempt && !mayActOn(intent.from))
        return;
    doctor::PairOptions options = pairOptions(intent.from, intent.to);
    if (intent.epmdPort)
        options.epmdPort = *intent.epmdPort;
    if (!intent.cookie.isNull())
        options.cookie = intent.cookie;
    if (!intent.tlsOptionFile.isEmpty() &&
        !readTlsOptions(intent.tlsOptionFile, dist::TlsSections::Client, options.tls))
        return;
    options.attempt = intent.attempt;
    if (intent.attempt) {
        m_picture.pairStarted(intent.from, intent.to);
        m_picture.event(EventKind::Acted, intent.from, intent.to, QStringLiteral("connect_node"));
    }
    m_examinations.compare(intent.id, intent.from, intent.to, options);
}

doctor::PairOptions LiveSession::pairOptions(const NodeName &a, const NodeName &b) const
{
    // Looking up must not add a peer.
    const Peer ofA = m_peers.value(a);
    const Peer ofB = m_peers.value(b);
    doctor::PairOptions options;
    options.epmdPort = ofB.epmdPort != 0   ? ofB.epmdPort
                       : ofA.epmdPort != 0 ? ofA.epmdPort
                                           : m_settings.epmdPort;
    options.distPort = m_settings.distPort;
    options.cookie = ofA.cookie;
    options.tls = ofB.tls ? ofB.tls : ofA.tls ? ofA.tls : m_settings.tls;
    return options;
}

void LiveSession::onAttempted(const NodeName &a, const NodeName &b, const Diagnosis &diagnosis)
{
    if (diagnosis.ok())
        m_picture.pairSucceeded(a, b);
    else
        m_picture.pairFailed(a, b, diagnosis);
    Q_EMIT pairFinished(diagnosis);
    publishSoon();
}

void LiveSession::onExamined(const Examination &examination)
{
    m_picture.examinationChanged(examination);
    publishSoon();
    const bool ours = examination.from.isNull() || examination.from == selfName();
    if (!ours || examination.running || m_self.isConnected(examination.to))
        return;
    const Diagnosis &diagnosis = examination.diagnosis;
    const bool open = diagnosis.cause == Cause::NoCookie || diagnosis.cause == Cause::Cancelled;
    const Link *link = m_picture.cluster().link(LinkKey(selfName(), examination.to));
    if (!diagnosis.ok() && !open) {
        m_picture.attemptFailed(examination.to, diagnosis, false);
    } else if (diagnosis.ok() && link && link->state == LinkState::Failed) {
        // What was red is repaired: connect in earnest.
        obey(TryAgain{selfName(), examination.to});
    }
}

void LiveSession::obey(const OpenPost &intent)
{
    doctor::PostSettings settings;
    settings.name = intent.name;
    settings.epmdPort = intent.epmdPort.value_or(m_settings.epmdPort);
    if (!intent.tlsOptionFile.isEmpty() &&
        !readTlsOptions(intent.tlsOptionFile, dist::TlsSections::Server, settings.tls))
        return;
    settings.cookies = doctor::savedCookies(m_self.cookies());
    // Those that were given for one node are not in the store.
    for (auto it = m_peers.cbegin(); it != m_peers.cend(); ++it) {
        if (!it->cookie.isNull())
            settings.cookies.push_back({it.key().text(), it->cookie});
    }
    m_post.open(std::move(settings));
}

void LiveSession::obey(const ClosePost &)
{
    m_post.close();
}

} // namespace nodescope::session
